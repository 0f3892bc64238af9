// SPDX-License-Identifier: Apache-2.0
#include "core/crs/geodesic.hpp"

#include <geodesic.h>

#include <algorithm>
#include <cmath>

namespace masar::core {

namespace {

/// The WGS 84 ellipsoid: equatorial radius in metres and flattening (EPSG:7030).
geod_geodesic wgs84()
{
    geod_geodesic ellipsoid;
    geod_init(&ellipsoid, 6378137.0, 1 / 298.257223563);
    return ellipsoid;
}

const geod_geodesic& ellipsoid()
{
    static const geod_geodesic shared = wgs84();
    return shared;
}

} // namespace

Geodesic geodesicBetween(LonLat from, LonLat to)
{
    Geodesic result;
    geod_inverse(&ellipsoid(), from.latDeg, from.lonDeg, to.latDeg, to.lonDeg, &result.metres,
                 &result.azimuthDeg, &result.endAzimuthDeg);
    return result;
}

LonLat geodesicFrom(LonLat from, double azimuthDeg, double metres)
{
    LonLat place;
    double unused = 0;
    geod_direct(&ellipsoid(), from.latDeg, from.lonDeg, azimuthDeg, metres, &place.latDeg,
                &place.lonDeg, &unused);
    return place;
}

std::vector<LonLat> geodesicCircle(LonLat centre, double radiusMetres, int count)
{
    std::vector<LonLat> ring;
    ring.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        ring.push_back(geodesicFrom(centre, 360.0 * i / count, radiusMetres));
    }
    return ring;
}

std::vector<LonLat> geodesicLine(LonLat from, LonLat to, double metresApart, int most)
{
    geod_geodesicline line;
    geod_inverseline(&line, &ellipsoid(), from.latDeg, from.lonDeg, to.latDeg, to.lonDeg,
                     GEOD_LATITUDE | GEOD_LONGITUDE | GEOD_DISTANCE_IN);
    const double metres = geodesicBetween(from, to).metres;
    const int pieces = std::clamp(static_cast<int>(std::ceil(metres / metresApart)), 1, most - 1);
    std::vector<LonLat> places{from};
    for (int i = 1; i < pieces; ++i) {
        LonLat place;
        double unused = 0;
        geod_position(&line, metres * i / pieces, &place.latDeg, &place.lonDeg, &unused);
        places.push_back(place);
    }
    places.push_back(to);
    return places;
}

double geodesicArea(std::span<const LonLat> ring)
{
    if (ring.size() < 3) {
        return 0;
    }
    geod_polygon polygon;
    geod_polygon_init(&polygon, 0);
    for (const LonLat& place : ring) {
        geod_polygon_addpoint(&ellipsoid(), &polygon, place.latDeg, place.lonDeg);
    }
    double area = 0;
    double perimeter = 0;
    geod_polygon_compute(&ellipsoid(), &polygon, 0, 1, &area, &perimeter);
    return std::abs(area);
}

} // namespace masar::core
