// SPDX-License-Identifier: Apache-2.0
#include "core/crs/coordinate_text.hpp"

#include <catch2/catch_test_macros.hpp>

#include <cmath>
#include <format>
#include <limits>
#include <memory>
#include <proj.h>
#include <random>
#include <string>

using namespace masar::core;

namespace {

constexpr LonLat kQasrak{40.51196, 36.70624};

// Easting and northing of a UTM zone by PROJ.
PJ_COORD utmByProj(LonLat place, int zone)
{
    const std::unique_ptr<PJ_CONTEXT, decltype(&proj_context_destroy)> context(
        proj_context_create(), proj_context_destroy);
    const std::string crs = std::format("EPSG:{}", (place.latDeg < 0 ? 32700 : 32600) + zone);
    const std::unique_ptr<PJ, decltype(&proj_destroy)> operation(
        proj_create_crs_to_crs(context.get(), "OGC:CRS84", crs.c_str(), nullptr), proj_destroy);
    return proj_trans(operation.get(), PJ_FWD, proj_coord(place.lonDeg, place.latDeg, 0, 0));
}

} // namespace

TEST_CASE("Decimal degrees name the hemisphere and need no sign")
{
    CHECK(coordinateText(kQasrak, CoordinateFormat::decimal) == "36.70624 N, 40.51196 E");
    CHECK(coordinateText({-70.5, -33.25}, CoordinateFormat::decimal) == "33.25000 S, 70.50000 W");
    CHECK(coordinateText({0, 0}, CoordinateFormat::decimal) == "0.00000 N, 0.00000 E");
    CHECK(coordinateText({190, 1}, CoordinateFormat::decimal) == "1.00000 N, 170.00000 W");
}

TEST_CASE("Degrees, minutes and seconds carry over when they round up")
{
    CHECK(coordinateText(kQasrak, CoordinateFormat::degreesMinutesSeconds) ==
          "36°42′22.5″N 40°30′43.1″E");
    CHECK(coordinateText({-70.5, -33.25}, CoordinateFormat::degreesMinutesSeconds) ==
          "33°15′00.0″S 70°30′00.0″W");
    CHECK(coordinateText({10.99999, 4.9999999}, CoordinateFormat::degreesMinutesSeconds) ==
          "5°00′00.0″N 11°00′00.0″E");
    CHECK(coordinateText({2.5 / 3600, 1 + 1.0 / 60}, CoordinateFormat::degreesMinutesSeconds) ==
          "1°01′00.0″N 0°00′02.5″E");
}

TEST_CASE("UTM agrees with PROJ to the metre, north and south")
{
    std::mt19937 random(1);
    std::uniform_real_distribution<double> lon(-180, 180), lat(-79.9, 55);
    for (int i = 0; i < 200; ++i) {
        const LonLat place{lon(random), lat(random)};
        const int zone = static_cast<int>(std::floor((place.lonDeg + 180) / 6)) + 1;
        const PJ_COORD expected = utmByProj(place, zone);
        const std::string text = coordinateText(place, CoordinateFormat::utm);
        INFO(text);
        CHECK(text.substr(0, 2) == std::format("{:02}", zone));
        const auto space = text.find(' ', 4);
        REQUIRE(space != std::string::npos);
        CHECK(std::abs(std::stod(text.substr(4, space - 4)) - expected.xy.x) < 0.51);
        CHECK(std::abs(std::stod(text.substr(space)) - expected.xy.y) < 0.51);
        CHECK((text[2] >= 'N') == (place.latDeg >= 0));
    }
}

TEST_CASE("MGRS cuts the UTM metres off and puts letters for the squares")
{
    // The documented example of the grid: the White House is 18S UJ 23394 07395.
    CHECK(coordinateText({-77.0365, 38.8977}, CoordinateFormat::mgrs).substr(0, 5) == "18SUJ");
    const std::string utm = coordinateText(kQasrak, CoordinateFormat::utm);
    const std::string mgrs = coordinateText(kQasrak, CoordinateFormat::mgrs);
    const PJ_COORD metres = utmByProj(kQasrak, 37);
    CHECK(utm == "37S 635049 4063351");
    CHECK(mgrs == std::format("37SFA {:05} {:05}", static_cast<int>(metres.xy.x) % 100000,
                              static_cast<int>(metres.xy.y) % 100000));
}

TEST_CASE("Norway and Svalbard keep their own zones")
{
    CHECK(coordinateText({5, 60}, CoordinateFormat::utm).substr(0, 3) == "32V");
    CHECK(coordinateText({10, 78}, CoordinateFormat::utm).substr(0, 3) == "33X");
}

TEST_CASE("Near the poles UTM and MGRS give way to decimal degrees")
{
    for (const CoordinateFormat format : {CoordinateFormat::utm, CoordinateFormat::mgrs}) {
        CHECK(coordinateText({10, 84.5}, format) == "84.50000 N, 10.00000 E");
        CHECK(coordinateText({10, -80.5}, format) == "80.50000 S, 10.00000 E");
        CHECK(coordinateText({10, 83.9}, format).starts_with("33X"));
        CHECK(coordinateText({10, -79.9}, format).starts_with("32C"));
    }
}

TEST_CASE("What is no place has no text")
{
    CHECK(coordinateText({std::numeric_limits<double>::quiet_NaN(), 0}, CoordinateFormat::mgrs)
              .empty());
    CHECK(coordinateText({0, 91}, CoordinateFormat::decimal).empty());
}
