// SPDX-License-Identifier: Apache-2.0
#include "app/models/change_groups.hpp"

#include <catch2/catch_test_macros.hpp>

#include <numeric>

using namespace masar;

namespace {

/// A square of points, of which every third moves, every third goes and every third comes.
app::LayerDifferencePtr square(std::uint32_t side)
{
    core::Layer before;
    core::Layer after;
    core::LayerDiff diff;
    std::uint32_t oldRows = 0;
    std::uint32_t newRows = 0;
    for (std::uint32_t i = 0; i < side * side; ++i) {
        const core::MercatorPoint at =
            core::toMercator({36 + 8.0 * (i % side) / side, 33 + 4.0 * (i / side) / side});
        const core::MercatorPoint there{at.x + 40'000, at.y};
        const auto addTo = [](core::Layer& layer, const core::MercatorPoint& place) {
            layer.geometry.addPart(core::PartKind::point, std::span(&place, 1));
            layer.geometry.endFeature();
            layer.spans.emplace_back();
        };
        const bool was = i % 3 != 2;
        const bool is = i % 3 != 1;
        diff.changes.push_back({was ? oldRows++ : core::kNoRow, is ? newRows++ : core::kNoRow,
                                i % 3 == 0   ? core::change_kinds::moved
                                : i % 3 == 1 ? core::change_kinds::removed
                                             : core::change_kinds::added});
        if (was) {
            addTo(before, at);
        }
        if (is) {
            addTo(after, there);
        }
    }
    return std::make_shared<const app::LayerDifference>(app::makeMapLayer(std::move(before)),
                                                        app::makeMapLayer(std::move(after)), diff);
}

} // namespace

TEST_CASE("Few changes have a mark each, however near")
{
    const auto groups = app::groupChanges(*square(17), 2);
    CHECK(groups.size() == 289);
    CHECK(std::ranges::all_of(groups, [](const auto& group) { return group.count == 1; }));
}

TEST_CASE("Of many changes those near each other are one mark, and none is lost")
{
    const auto difference = square(100);
    std::size_t last = 0;
    for (const int level : {3, 6, 9}) {
        const auto groups = app::groupChanges(*difference, level);
        std::array<std::uint32_t, app::kChangeMarks> counts{};
        for (const app::ChangeGroup& group : groups) {
            CHECK(std::accumulate(group.counts.begin(), group.counts.end(), 0U) == group.count);
            for (std::size_t mark = 0; mark < counts.size(); ++mark) {
                counts[mark] += group.counts[mark];
            }
        }
        CHECK(counts == std::array<std::uint32_t, app::kChangeMarks>{3333, 3333, 3334, 0});
        CHECK(groups.size() > last); // nearer, more of them
        last = groups.size();
    }
    CHECK(app::groupChanges(*difference, 3).size() < 40);
}
