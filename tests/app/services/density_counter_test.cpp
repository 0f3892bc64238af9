// SPDX-License-Identifier: Apache-2.0
#include "app/services/density_counter.hpp"

#include "tests/app/support/layers.hpp"

#include <catch2/catch_test_macros.hpp>

#include <QSignalSpy>

#include <numeric>

using namespace masar;

namespace {

constexpr core::Instant kDay = 86'400;

std::uint32_t sum(const std::vector<std::uint32_t>& numbers)
{
    return std::accumulate(numbers.begin(), numbers.end(), 0U);
}

} // namespace

TEST_CASE("The density has a series for each status, and one for a layer without")
{
    const auto sites =
        test::mapLayerOf("sites", {{{40, 36}, "1970-01-01", "1970-01-05", {{"status", "active"}}},
                                   {{41, 36}, "1970-01-03", "1970-01-05", {{"status", "vacated"}}},
                                   {{42, 36}, "1970-01", "", {{"status", "active"}}}});
    const auto plain = test::mapLayerOf("plain", {{{40, 30}, "1970-01-02", "1970-01-02", {}}});
    const auto hidden = test::mapLayerOf("hidden", {{{40, 30}, "1970-01-02", "1970-01-02", {}}});
    app::DensityCounter counter;
    QSignalSpy changed(&counter, &app::DensityCounter::densityChanged);
    counter.setView(0, 10.0 * kDay, 10);
    counter.setLayers({{sites, true, 0}, {plain, true, 3}, {hidden, false, 4}});
    while (counter.density().series.size() != 3) {
        REQUIRE(changed.wait(5000));
    }
    const auto& series = counter.density().series;
    CHECK(counter.density().begin == 0);
    CHECK(counter.density().end == 10.0 * kDay);
    CHECK(series[0].status == app::Status::none);
    CHECK(series[0].layerColour == 3);
    CHECK(sum(series[0].certain) == 1);
    CHECK(series[1].status == app::Status::active);
    CHECK(sum(series[1].certain) == 5); // five days
    CHECK(sum(series[1].possible) == 10);
    CHECK(series[2].status == app::Status::vacated);
    CHECK(series[2].certain[2] == 1);
    CHECK(counter.density().most() >= 3);
}
