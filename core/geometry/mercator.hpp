// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

namespace masar::core {

/// A place on WGS 84: degrees, longitude first.
struct LonLat {
    double lonDeg = 0;
    double latDeg = 0;

    bool operator==(const LonLat&) const = default;
};

/// Latitude at which Web Mercator is cut so that the world is a square, in degrees.
inline constexpr double kMercatorMaxLatDeg = 85.051128779806604;

/// Width and height of the world in fixed-point units.
inline constexpr double kMercatorWorld = 4294967296.0;

/// A place in fixed-point Web Mercator (EPSG:3857 scaled to 2^32 units a side, about 0.9 cm at the
/// equator). x grows eastward from 180 W, y grows southward from kMercatorMaxLatDeg. x wraps:
/// unsigned overflow is the antimeridian.
struct MercatorPoint {
    std::uint32_t x = 0;
    std::uint32_t y = 0;

    bool operator==(const MercatorPoint&) const = default;
};

/// An axis-aligned box, both ends inclusive. The default is empty. Boxes never wrap: data that
/// crosses the antimeridian is split before it is stored.
struct MercatorBox {
    std::uint32_t minX = UINT32_MAX;
    std::uint32_t minY = UINT32_MAX;
    std::uint32_t maxX = 0;
    std::uint32_t maxY = 0;

    bool operator==(const MercatorBox&) const = default;

    [[nodiscard]] bool empty() const { return minX > maxX || minY > maxY; }
    [[nodiscard]] bool contains(MercatorPoint p) const
    {
        return p.x >= minX && p.x <= maxX && p.y >= minY && p.y <= maxY;
    }
    [[nodiscard]] bool intersects(const MercatorBox& other) const
    {
        return minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY;
    }
    void add(MercatorPoint p);
    void add(const MercatorBox& other);
};

/// Degrees to fixed point. Longitudes outside -180..180 are wrapped (180 itself becomes the largest
/// x, so that a polygon closing on the antimeridian stays whole); latitudes beyond the cut are
/// clamped. Not a number in either coordinate is the caller's error: see isPlace().
[[nodiscard]] MercatorPoint toMercator(LonLat place);
[[nodiscard]] LonLat toLonLat(MercatorPoint point);

/// True if both coordinates are finite and the latitude lies within -90..90 (longitude within
/// +-540).
[[nodiscard]] bool isPlace(LonLat place);

/// Web Mercator's scale at a latitude: ground metres for one fixed-point unit (sphere of 6,378,137
/// m).
[[nodiscard]] double metresPerUnit(double latDeg);

[[nodiscard]] MercatorBox boxOf(std::span<const MercatorPoint> points);

} // namespace masar::core
