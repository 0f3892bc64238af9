// SPDX-License-Identifier: Apache-2.0
#include "core/geometry/mercator.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace masar::core {

namespace {

constexpr double kEarthRadiusMetres = 6378137.0;
constexpr double kRadiansPerDegree = std::numbers::pi / 180.0;

// Rounds a share of the world, 0 to 1, to the nearest unit; 1 is the last unit, not the first
// again.
std::uint32_t toUnits(double share)
{
    const double units = std::clamp(std::round(share * kMercatorWorld), 0.0, kMercatorWorld - 1.0);
    return static_cast<std::uint32_t>(units);
}

double wrapped(double lonDeg)
{
    if (lonDeg > 180.0) {
        return lonDeg - 360.0 * std::ceil((lonDeg - 180.0) / 360.0);
    }
    if (lonDeg < -180.0) {
        return lonDeg + 360.0 * std::ceil((-180.0 - lonDeg) / 360.0);
    }
    return lonDeg;
}

} // namespace

void MercatorBox::add(MercatorPoint p)
{
    minX = std::min(minX, p.x);
    minY = std::min(minY, p.y);
    maxX = std::max(maxX, p.x);
    maxY = std::max(maxY, p.y);
}

void MercatorBox::add(const MercatorBox& other)
{
    minX = std::min(minX, other.minX);
    minY = std::min(minY, other.minY);
    maxX = std::max(maxX, other.maxX);
    maxY = std::max(maxY, other.maxY);
}

MercatorPoint toMercator(LonLat place)
{
    const double latDeg = std::clamp(place.latDeg, -kMercatorMaxLatDeg, kMercatorMaxLatDeg);
    const double north = std::atanh(std::sin(latDeg * kRadiansPerDegree)); // -pi to pi
    return {toUnits((wrapped(place.lonDeg) + 180.0) / 360.0),
            toUnits(0.5 - north / (2.0 * std::numbers::pi))};
}

LonLat toLonLat(MercatorPoint point)
{
    const double north = (0.5 - point.y / kMercatorWorld) * 2.0 * std::numbers::pi;
    return {point.x / kMercatorWorld * 360.0 - 180.0,
            std::atan(std::sinh(north)) / kRadiansPerDegree};
}

bool isPlace(LonLat place)
{
    // Comparisons with not-a-number are false.
    return std::abs(place.latDeg) <= 90.0 && std::abs(place.lonDeg) <= 540.0;
}

double metresPerUnit(double latDeg)
{
    return std::cos(latDeg * kRadiansPerDegree) * 2.0 * std::numbers::pi * kEarthRadiusMetres /
           kMercatorWorld;
}

MercatorBox boxOf(std::span<const MercatorPoint> points)
{
    MercatorBox box;
    for (const MercatorPoint p : points) {
        box.add(p);
    }
    return box;
}

} // namespace masar::core
