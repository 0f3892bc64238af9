// SPDX-License-Identifier: Apache-2.0
#include "core/crs/geodesic.hpp"

#include <geodesic.h>

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

} // namespace masar::core
