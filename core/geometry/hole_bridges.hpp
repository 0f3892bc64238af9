// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geometry/ring_nodes.hpp"

namespace masar::core {

/// Joins holes to the ring around them by bridges, so that one ring is left that runs along every
/// bridge twice. `rings` holds one node of each ring, the outer one first. A bridge goes from a
/// hole's leftmost corner to the corner last passed, in a sweep from left to right, in the strip of
/// the inside that it lies in: bridges cross neither edges nor each other, in O(n log n). A hole
/// that lies outside stays unjoined.
void joinHoles(RingNodes& nodes, std::span<const std::uint32_t> rings);

} // namespace masar::core
