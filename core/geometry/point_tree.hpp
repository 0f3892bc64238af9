// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geometry/mercator.hpp"

#include <algorithm>
#include <vector>

namespace masar::core {

/// A search tree over a fixed set of points, each of which is on or off: a packed tree of boxes
/// over the points in Hilbert order, so it adapts to points that lie unevenly.
class PointTree {
public:
    /// All points are off.
    explicit PointTree(std::span<const MercatorPoint> points);

    void set(std::uint32_t point, bool on);

    /// True if `match(point)` is for some point that is on and lies in boxes of which
    /// `mayHold(box)` is true.
    template <class MayHold, class Match> [[nodiscard]] bool any(MayHold mayHold, Match match) const
    {
        return anyIn(m_levels.size() - 1, 0, mayHold, match);
    }

private:
    static constexpr std::size_t kFanOut = 8;

    struct Entry {
        std::uint32_t id = 0;
        bool on = false;
    };
    struct Block {
        MercatorBox box;
        std::uint32_t on = 0; // entries below it that are on
    };

    template <class MayHold, class Match>
    bool anyIn(std::size_t level, std::size_t index, MayHold& mayHold, Match& match) const;

    std::vector<Entry> m_entries;             // in Hilbert order
    std::vector<std::uint32_t> m_slots;       // of each point: its entry
    std::vector<std::vector<Block>> m_levels; // blocks of entries, blocks of those, ..., one root
};

template <class MayHold, class Match>
bool PointTree::anyIn(std::size_t level, std::size_t index, MayHold& mayHold, Match& match) const
{
    const Block& block = m_levels[level][index];
    if (block.on == 0 || !mayHold(block.box)) {
        return false;
    }
    const std::size_t first = index * kFanOut;
    if (level == 0) {
        const std::size_t last = std::min(first + kFanOut, m_entries.size());
        for (std::size_t slot = first; slot < last; ++slot) {
            if (m_entries[slot].on && match(m_entries[slot].id)) {
                return true;
            }
        }
        return false;
    }
    const std::size_t last = std::min(first + kFanOut, m_levels[level - 1].size());
    for (std::size_t child = first; child < last; ++child) {
        if (anyIn(level - 1, child, mayHold, match)) {
            return true;
        }
    }
    return false;
}

} // namespace masar::core
