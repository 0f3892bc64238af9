// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geometry/orientation.hpp"

#include <vector>

namespace masar::core {

/// A corner of a ring that is being worked on: rings are circular lists of indices into one vector.
struct RingNode {
    MercatorPoint point;
    std::uint32_t vertex = 0; ///< the caller's index of it
    std::uint32_t prev = 0;
    std::uint32_t next = 0;
};

using RingNodes = std::vector<RingNode>;

/// No node.
inline constexpr std::uint32_t kNoNode = UINT32_MAX;

/// Appends a ring whose inside lies on the positive side of its edges (`hole` false) or on the
/// negative (true), turning it round where needed; without repeated neighbours and without spikes
/// (out and back along one line). Returns one of its nodes, or kNoNode if less than three are left.
[[nodiscard]] std::uint32_t appendRing(RingNodes& nodes, std::span<const MercatorPoint> points,
                                       std::uint32_t firstVertex, bool hole);

/// Takes a node out of its ring; its own links stay as they were.
inline void unlink(RingNodes& nodes, std::uint32_t node)
{
    const RingNode& gone = nodes[node];
    nodes[gone.prev].next = gone.next;
    nodes[gone.next].prev = gone.prev;
}

/// True if the corner adds nothing: at the place of a neighbour, or the tip of a spike.
[[nodiscard]] inline bool isSpike(const RingNodes& nodes, std::uint32_t node)
{
    const RingNode& corner = nodes[node];
    const MercatorPoint before = nodes[corner.prev].point;
    const MercatorPoint after = nodes[corner.next].point;
    if (corner.point == before || corner.point == after) {
        return true;
    }
    if (orientation(before, corner.point, after) != 0) {
        return false;
    }
    // On one line the neighbours lie on the same side in x, or in y where the line is vertical.
    return before.x != corner.point.x ? (before.x < corner.point.x) == (after.x < corner.point.x)
                                      : (before.y < corner.point.y) == (after.y < corner.point.y);
}

/// True if `target` lies strictly within the inside angle of the corner.
[[nodiscard]] inline bool inCone(const RingNodes& nodes, std::uint32_t node, MercatorPoint target)
{
    const RingNode& corner = nodes[node];
    const MercatorPoint before = nodes[corner.prev].point;
    const MercatorPoint after = nodes[corner.next].point;
    const int sideIn = orientation(before, corner.point, target);
    const int sideOut = orientation(corner.point, after, target);
    return orientation(before, corner.point, after) > 0 ? sideIn > 0 && sideOut > 0
                                                        : sideIn > 0 || sideOut > 0;
}

} // namespace masar::core
