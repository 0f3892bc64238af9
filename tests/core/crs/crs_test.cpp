// SPDX-License-Identifier: Apache-2.0
#include "core/crs/coordinate_text.hpp"
#include "core/crs/geodesic.hpp"
#include "core/crs/transformer.hpp"

#include <GeographicLib/UTMUPS.hpp>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <array>
#include <cmath>

using namespace masar::core;
using Catch::Approx;

TEST_CASE("WGS 84 in degrees is left as it is, whatever order its authority writes")
{
    for (const char* crs : {"EPSG:4326", "OGC:CRS84"}) {
        const auto transformer = Transformer::toWgs84(crs);
        REQUIRE(transformer);
        CHECK(transformer->identity());
    }
}

TEST_CASE("UTM, Web Mercator and a shifted datum come to WGS 84 longitude, latitude")
{
    // UTM's expected value is GeographicLib's; Web Mercator's follows from its formula.
    int zone = 37;
    double utmLat = 0;
    double utmLon = 0;
    GeographicLib::UTMUPS::Reverse(zone, true, 612'345, 4'065'432, utmLat, utmLon);
    struct Case {
        const char* crs;
        double x, y, lon, lat, tolerance;
    };
    for (const Case& c : {Case{"EPSG:32637", 612'345, 4'065'432, utmLon, utmLat, 1e-8},
                          Case{"EPSG:3857", 4'452'779.631731, 4'300'621.372044, 40, 36, 1e-6},
                          Case{"EPSG:4230", 40, 36, 39.9994, 35.9990, 1e-2}}) {
        INFO(c.crs);
        const auto transformer = Transformer::toWgs84(c.crs);
        REQUIRE(transformer);
        CHECK_FALSE(transformer->identity());
        std::array x{c.x};
        std::array y{c.y};
        CHECK(transformer->apply(x, y) == 0);
        CHECK(x[0] == Approx(c.lon).margin(c.tolerance));
        CHECK(y[0] == Approx(c.lat).margin(c.tolerance));
    }
}

TEST_CASE("A place that has no counterpart becomes not-a-number and is counted")
{
    const auto transformer = Transformer::toWgs84("EPSG:32637");
    REQUIRE(transformer);
    std::array x{500'000.0, 1e30, 500'000.0};
    std::array y{4'000'000.0, 1e30, 4'100'000.0};
    CHECK(transformer->apply(x, y) == 1);
    CHECK(std::isnan(x[1]));
    CHECK(y[2] > y[0]);
}

TEST_CASE("What is no reference system is refused")
{
    for (const char* crs : {"", "EPSG:999999", "nonsense", "+proj=pipeline"}) {
        INFO(crs);
        const auto transformer = Transformer::toWgs84(crs);
        REQUIRE_FALSE(transformer);
        CHECK(transformer.error().code == ErrorCode::unsupported);
    }
}

TEST_CASE("Geodesics agree with a published line")
{
    // New York to London, as in the documentation of PROJ's geodesic routines.
    const Geodesic line = geodesicBetween({-73.8, 40.6}, {-0.5, 51.6});
    CHECK(line.metres == Approx(5'551'759.400).margin(0.001));
    CHECK(line.azimuthDeg == Approx(51.198882845579824).margin(1e-9));
}

TEST_CASE("A place found by direction and distance is that far away")
{
    const LonLat start{38.61778, 33.50583};
    for (int azimuth = 0; azimuth < 360; azimuth += 15) {
        const LonLat end = geodesicFrom(start, azimuth, 55'000);
        CHECK(geodesicBetween(start, end).metres == Approx(55'000).margin(0.001));
    }
    const auto circle = geodesicCircle(start, 55'000, 36);
    REQUIRE(circle.size() == 36);
    for (const LonLat& place : circle) {
        CHECK(geodesicBetween(start, place).metres == Approx(55'000).margin(0.001));
    }
}

TEST_CASE("Coordinates are written in each format, latitude first")
{
    const LonLat qasrak{40.511955, 36.706242};
    CHECK(coordinateText(qasrak, CoordinateFormat::decimal) == "36.70624 N, 40.51196 E");
    CHECK(coordinateText(qasrak, CoordinateFormat::degreesMinutesSeconds) ==
          "36°42′22.5″N 40°30′43.0″E");
    CHECK(coordinateText(qasrak, CoordinateFormat::utm).starts_with("37S 635"));
    CHECK(coordinateText(qasrak, CoordinateFormat::mgrs).starts_with("37SFA 35"));
}

TEST_CASE("Southern and western places, carries and the poles are written right")
{
    CHECK(coordinateText({-70.5, -33.25}, CoordinateFormat::decimal) == "33.25000 S, 70.50000 W");
    CHECK(coordinateText({-0.00001, 59.9999999}, CoordinateFormat::degreesMinutesSeconds) ==
          "60°00′00.0″N 0°00′00.0″E");
    CHECK(coordinateText({10, 89.5}, CoordinateFormat::utm) == "89.50000 N, 10.00000 E");
    CHECK(coordinateText({10, -85}, CoordinateFormat::mgrs) == "85.00000 S, 10.00000 E");
}
