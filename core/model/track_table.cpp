// SPDX-License-Identifier: Apache-2.0
#include "core/model/track_table.hpp"

#include <algorithm>

namespace masar::core {

std::optional<std::size_t> TrackTable::find(std::size_t row) const
{
    const auto found = std::ranges::lower_bound(tracks, row, {}, &Track::row);
    return found == tracks.end() || found->row != row
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(found - tracks.begin()));
}

TrackFixes TrackTable::fixesOf(std::size_t row) const
{
    const auto track = find(row);
    return track ? fixesOf(tracks[*track]) : TrackFixes{};
}

} // namespace masar::core
