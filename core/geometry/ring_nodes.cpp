// SPDX-License-Identifier: Apache-2.0
#include "core/geometry/ring_nodes.hpp"

namespace masar::core {

namespace {

// Removes spikes until none is left; each removal may make a new one of its neighbours. Returns how
// many nodes remain and moves `start` to one of them.
std::size_t removeSpikes(RingNodes& nodes, std::uint32_t& start, std::size_t count)
{
    std::uint32_t node = start;
    std::size_t sinceRemoval = 0;
    while (count >= 3 && sinceRemoval < count) {
        if (isSpike(nodes, node)) {
            unlink(nodes, node);
            --count;
            sinceRemoval = 0;
            node = nodes[node].prev;
            start = node;
        } else {
            ++sinceRemoval;
            node = nodes[node].next;
        }
    }
    return count;
}

} // namespace

std::uint32_t appendRing(RingNodes& nodes, std::span<const MercatorPoint> points,
                         std::uint32_t firstVertex, bool hole)
{
    if (points.size() < 3) {
        return kNoNode;
    }
    const bool turn = (doubleArea(points) > 0) == hole;
    const auto count = static_cast<std::uint32_t>(points.size());
    const auto first = static_cast<std::uint32_t>(nodes.size());
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t from = turn ? count - 1 - i : i;
        nodes.push_back({points[from], firstVertex + from, first + (i + count - 1) % count,
                         first + (i + 1) % count});
    }
    std::uint32_t start = first;
    return removeSpikes(nodes, start, count) >= 3 ? start : kNoNode;
}

} // namespace masar::core
