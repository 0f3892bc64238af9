// SPDX-License-Identifier: Apache-2.0
#include "core/crs/geodesic.hpp"

#include <GeographicLib/GeodesicExact.hpp>

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <cmath>
#include <random>

using namespace masar::core;
using Catch::Matchers::WithinAbs;

namespace {

const GeographicLib::GeodesicExact& oracle()
{
    return GeographicLib::GeodesicExact::WGS84();
}

} // namespace

TEST_CASE("Geodesics agree with GeographicLib's elliptic integrals to a micrometre")
{
    std::mt19937_64 random(1);
    std::uniform_real_distribution<double> lon(-180, 180), lat(-90, 90), metres(0, 1.5e7);
    double worstMetres = 0, worstDirect = 0;
    for (int i = 0; i < 2000; ++i) {
        const LonLat a{lon(random), lat(random)}, b{lon(random), lat(random)};
        const Geodesic geodesic = geodesicBetween(a, b);
        double expected = 0;
        oracle().Inverse(a.latDeg, a.lonDeg, b.latDeg, b.lonDeg, expected);
        worstMetres = std::max(worstMetres, std::abs(geodesic.metres - expected));

        const double distance = metres(random);
        const LonLat end = geodesicFrom(a, geodesic.azimuthDeg, distance);
        double endLat = 0, endLon = 0, off = 0;
        oracle().Direct(a.latDeg, a.lonDeg, geodesic.azimuthDeg, distance, endLat, endLon);
        oracle().Inverse(end.latDeg, end.lonDeg, endLat, endLon, off);
        worstDirect = std::max(worstDirect, off);
    }
    CHECK(worstMetres < 1e-6);
    CHECK(worstDirect < 1e-6);
}

TEST_CASE("Published distances on the WGS 84 ellipsoid come out")
{
    // A quarter of the meridian, and a degree of the equator.
    CHECK_THAT(geodesicBetween({0, 0}, {0, 90}).metres, WithinAbs(10'001'965.729, 0.001));
    CHECK_THAT(geodesicBetween({10, 0}, {11, 0}).metres, WithinAbs(111'319.491, 0.001));
    // JFK to LHR as in GeographicLib's documentation of GeodSolve: 5,551,759.400 m at
    // azimuth 51.19880 degrees.
    const Geodesic flight = geodesicBetween({-73.8, 40.6}, {-0.5, 51.6});
    CHECK_THAT(flight.metres, WithinAbs(5'551'759.400, 0.001));
    CHECK_THAT(flight.azimuthDeg, WithinAbs(51.198882845579824, 1e-9));
    CHECK_THAT(flight.endAzimuthDeg, WithinAbs(107.821776735514248, 1e-9));
}

TEST_CASE("A line across the antimeridian is the short one")
{
    CHECK_THAT(geodesicBetween({179.5, 0}, {-179.5, 0}).metres, WithinAbs(111'319.491, 0.001));
    CHECK_THAT(geodesicFrom({179.5, 0}, 90, 111'319.491).lonDeg, WithinAbs(-179.5, 1e-8));
}

TEST_CASE("Every place of a geodesic circle is at its distance and the azimuths are even")
{
    const LonLat tanf{38.62, 33.51};
    const auto ring = geodesicCircle(tanf, 55'000);
    REQUIRE(ring.size() == 180);
    double worst = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Geodesic spoke = geodesicBetween(tanf, ring[i]);
        worst = std::max(
            {worst, std::abs(spoke.metres - 55'000),
             std::abs(std::remainder(spoke.azimuthDeg - 2.0 * static_cast<double>(i), 360.0))});
    }
    CHECK(worst < 1e-6);
    CHECK(ring.front() != ring.back());
    CHECK(geodesicCircle(tanf, 55'000, 7).size() == 7);
}
