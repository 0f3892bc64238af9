// SPDX-License-Identifier: Apache-2.0
#include "app/models/change_groups.hpp"

#include "app/map/camera.hpp"

#include <algorithm>
#include <utility>

namespace masar::app {

namespace {

constexpr double kCellPixels = 72; ///< at whole zooms; up to twice as wide before the next

ChangeGroup merged(const LayerDifference& difference,
                   const std::pair<std::uint64_t, std::uint32_t>* begin,
                   const std::pair<std::uint64_t, std::uint32_t>* end)
{
    ChangeGroup group;
    group.first = begin->second;
    double x = 0;
    double y = 0;
    for (const auto* item = begin; item != end; ++item) {
        const core::MercatorPoint place = *difference.spots[item->second].shown();
        x += place.x;
        y += place.y;
        const ChangeMark mark = markOf(difference.diff.changes[item->second].kinds);
        ++group.counts[static_cast<std::size_t>(mark)];
        ++group.count;
    }
    group.at = {static_cast<std::uint32_t>(x / group.count),
                static_cast<std::uint32_t>(y / group.count)};
    return group;
}

} // namespace

ChangeMark markOf(std::uint8_t kinds)
{
    const auto is = [kinds](std::uint8_t kind) { return (kinds & kind) != 0; };
    return is(core::change_kinds::added)                                     ? ChangeMark::added
           : is(core::change_kinds::removed | core::change_kinds::ambiguous) ? ChangeMark::removed
           : is(core::change_kinds::moved)                                   ? ChangeMark::moved
                                                                             : ChangeMark::edited;
}

std::vector<ChangeGroup> groupChanges(const LayerDifference& difference, int level)
{
    const bool single = difference.spots.size() <= kMostSingleChanges;
    const double cell = kCellPixels / pixelsPerUnitAt(level);
    std::vector<std::pair<std::uint64_t, std::uint32_t>> cells; // of each change with a place
    cells.reserve(difference.spots.size());
    for (std::uint32_t i = 0; i < difference.spots.size(); ++i) {
        if (const auto place = difference.spots[i].shown()) {
            const auto column = static_cast<std::uint64_t>(place->x / cell);
            const auto row = static_cast<std::uint64_t>(place->y / cell);
            cells.emplace_back(single ? i : (row << 32U) | column, i);
        }
    }
    std::ranges::sort(cells);
    std::vector<ChangeGroup> groups;
    for (auto begin = cells.begin(); begin != cells.end();) {
        const auto end = std::find_if(
            begin, cells.end(), [&begin](const auto& item) { return item.first != begin->first; });
        groups.push_back(merged(difference, &*begin, &*begin + (end - begin)));
        begin = end;
    }
    return groups;
}

} // namespace masar::app
