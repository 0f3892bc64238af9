// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geometry/geometry_table.hpp"

#include <cstdint>
#include <vector>

namespace masar::core {

/// Triangles of one polygon: its outer ring and the inner rings after it, appended as indices into
/// GeometryTable::vertices, three a triangle. Total for any input: a ring with less than three
/// distinct points or no area gives no triangles. The triangles' area is the polygon's when the
/// rings do not cross (they may touch themselves and each other); rings that cross are covered more
/// or less. Ear cutting with exact integer tests, near O(n log n). `parts` starts at an outerRing
/// and runs to the last innerRing that belongs to it.
void triangulate(const GeometryTable& table, std::span<const GeometryPart> parts,
                 std::vector<std::uint32_t>& indices);

} // namespace masar::core
