// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <compare>
#include <cstdint>

namespace masar::core {

/// A square of the map in the usual scheme: at zoom z the world is 2^z tiles wide, x counts
/// eastward from 180 W, y southward from the top of Web Mercator.
struct TileId {
    int z = 0;
    std::uint32_t x = 0;
    std::uint32_t y = 0;

    auto operator<=>(const TileId&) const = default;
};

/// The width of a tile at a zoom, in fixed-point Mercator units.
[[nodiscard]] inline double tileUnits(int z)
{
    return std::exp2(32 - z);
}

} // namespace masar::core
