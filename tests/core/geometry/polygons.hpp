// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geometry/geometry_table.hpp"
#include "core/geometry/orientation.hpp"

#include <random>
#include <vector>

namespace masar::tests {

using Ring = std::vector<core::MercatorPoint>;
using Random = std::mt19937_64;

/// A polygon as its rings, the outer one first.
using Rings = std::vector<Ring>;

[[nodiscard]] core::GeometryTable tableOf(const Rings& rings);

/// Twice the area of a polygon whose holes lie in it.
[[nodiscard]] core::Int128 polygonArea2(const Rings& rings);

/// Inside by the even-odd rule, decided with doubles (the point should lie on no edge).
[[nodiscard]] bool isInside(const Rings& rings, double x, double y);

[[nodiscard]] std::uint32_t below(Random& random, std::uint32_t end);

/// A ring around a centre, seen whole from it.
[[nodiscard]] Ring starRing(Random& random, core::MercatorPoint centre, double minRadius,
                            double maxRadius, int count);

/// A star polygon with stars cut out of it.
[[nodiscard]] Rings starPolygon(Random& random, int count, int holes);

/// A random patch of squares, connected by their sides, with all its holes: full of collinear
/// corners, rings that touch themselves and holes that touch each other. Sheared, so that few edges
/// run along the axes.
[[nodiscard]] Rings patchPolygon(Random& random, int width, double filled);

/// A square with holes made of smaller squares, many of which share edges and corners with each
/// other and with the outer ring. What is left may be in several pieces.
[[nodiscard]] Rings mosaicPolygon(Random& random, int width, double filled);

/// Random points joined in an order without crossings (crossings are undone until none is left).
[[nodiscard]] Ring tangledRing(Random& random, std::uint32_t range, int count);

} // namespace masar::tests
