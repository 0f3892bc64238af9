// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geometry/mercator.hpp"

#include <span>
#include <vector>

namespace masar::core {

/// The shortest line between two places on the WGS 84 ellipsoid (Karney's algorithm in PROJ,
/// geodesic.h).
struct Geodesic {
    double metres = 0;
    double azimuthDeg = 0;    ///< at the first place, clockwise from north
    double endAzimuthDeg = 0; ///< at the second, onward
};

[[nodiscard]] Geodesic geodesicBetween(LonLat from, LonLat to);
/// The place at a distance in a direction.
[[nodiscard]] LonLat geodesicFrom(LonLat from, double azimuthDeg, double metres);
/// A ring of `count` places (not closed) at a true ground distance around a centre.
[[nodiscard]] std::vector<LonLat> geodesicCircle(LonLat centre, double radiusMetres,
                                                 int count = 180);

/// Places along the shortest line between two, both ends included, no farther apart than a distance
/// on the ground, at most `most` of them.
[[nodiscard]] std::vector<LonLat> geodesicLine(LonLat from, LonLat to, double metresApart,
                                               int most = 256);

/// The area in square metres within a ring of geodesics (not closed; either direction; the smaller
/// side of it on the earth). 0 for fewer than three places.
[[nodiscard]] double geodesicArea(std::span<const LonLat> ring);

} // namespace masar::core
