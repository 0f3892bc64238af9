// SPDX-License-Identifier: Apache-2.0
#include "core/crs/geodesic.hpp"

#include <GeographicLib/GeodesicExact.hpp>
#include <GeographicLib/PolygonArea.hpp>

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

TEST_CASE(
    "Areas agree with GeographicLib's exact polygons, either way round, also across 180 degrees")
{
    const GeographicLib::GeodesicExact exact = GeographicLib::GeodesicExact::WGS84();
    std::mt19937 random(5);
    std::uniform_real_distribution<double> lat(-75, 75), lon(-180, 180), spread(0.001, 12);
    for (int i = 0; i < 300; ++i) {
        const LonLat centre{lon(random), lat(random)};
        const double size = spread(random);
        std::vector<LonLat> ring;
        for (int corner = 0; corner < 3 + i % 6; ++corner) {
            const double turn = 2 * M_PI * corner / (3 + i % 6);
            ring.push_back(
                {centre.lonDeg + size * std::cos(turn), centre.latDeg + size * std::sin(turn)});
        }
        GeographicLib::PolygonAreaExact polygon(exact);
        for (const LonLat& place : ring) {
            polygon.AddPoint(place.latDeg, place.lonDeg);
        }
        double perimeter = 0, area = 0;
        polygon.Compute(false, true, perimeter, area);
        CHECK(std::abs(geodesicArea(ring) - std::abs(area)) < 1 + std::abs(area) * 1e-9);
        std::ranges::reverse(ring);
        CHECK(std::abs(geodesicArea(ring) - std::abs(area)) < 1 + std::abs(area) * 1e-9);
    }
    CHECK(geodesicArea(std::vector<LonLat>{{0, 0}, {1, 0}}) == 0);
    // An eighth of the earth.
    CHECK(std::abs(geodesicArea(std::vector<LonLat>{{0, 0}, {90, 0}, {0, 90}}) /
                       (510'065'621'724'088.0 / 8) -
                   1) < 1e-6);
}

TEST_CASE("A drawn geodesic keeps to its line, ends where it should, and its steps are short")
{
    const LonLat from{40, 36};
    const LonLat to{-74, 40.7};
    const auto places = geodesicLine(from, to, 50'000);
    CHECK(places.front() == from);
    CHECK(places.back() == to);
    const double whole = geodesicBetween(from, to).metres;
    double sum = 0;
    for (std::size_t i = 1; i < places.size(); ++i) {
        const double step = geodesicBetween(places[i - 1], places[i]).metres;
        CHECK(step < 50'000.001);
        sum += step;
    }
    CHECK(std::abs(sum - whole) < 0.001);
    CHECK(geodesicLine(from, to, 1, 64).size() == 64);
    CHECK(geodesicLine(from, from, 10).size() == 2);
}
