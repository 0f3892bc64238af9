// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geometry/mercator.hpp"

namespace masar::core {

/// Wide enough for the cross product of any two fixed-point differences, and for the sum of
/// billions of them.
__extension__ using Int128 = __int128;

/// Twice the signed area of the triangle a, b, c; exact. Positive where c lies to the side of a ->
/// b to which the y axis lies of the x axis (clockwise on the screen, as y grows southward).
[[nodiscard]] constexpr Int128 cross(MercatorPoint a, MercatorPoint b, MercatorPoint c)
{
    const auto minus = [](std::uint32_t left, std::uint32_t right) {
        return static_cast<std::int64_t>(left) - static_cast<std::int64_t>(right);
    };
    return static_cast<Int128>(minus(b.x, a.x)) * minus(c.y, a.y) -
           static_cast<Int128>(minus(b.y, a.y)) * minus(c.x, a.x);
}

/// The sign of cross(): 1, 0 (on one line) or -1.
[[nodiscard]] constexpr int orientation(MercatorPoint a, MercatorPoint b, MercatorPoint c)
{
    const Int128 area = cross(a, b, c);
    return (area > 0) - (area < 0);
}

/// Twice the signed area of a closed ring; exact.
[[nodiscard]] constexpr Int128 doubleArea(std::span<const MercatorPoint> ring)
{
    Int128 sum = 0;
    for (std::size_t i = 2; i < ring.size(); ++i) {
        sum += cross(ring[0], ring[i - 1], ring[i]);
    }
    return sum;
}

} // namespace masar::core
