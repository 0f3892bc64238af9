// SPDX-License-Identifier: Apache-2.0
#include "core/geometry/mercator.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cmath>
#include <limits>
#include <memory>
#include <numbers>
#include <proj.h>
#include <random>
#include <vector>

using namespace masar::core;
using Catch::Matchers::WithinAbs;

namespace {

constexpr double kHalfWorldMetres = std::numbers::pi * 6378137.0;

} // namespace

TEST_CASE("Fixed-point Mercator agrees with PROJ's EPSG:3857 to half a unit")
{
    const std::unique_ptr<PJ_CONTEXT, decltype(&proj_context_destroy)> context(
        proj_context_create(), proj_context_destroy);
    const std::unique_ptr<PJ, decltype(&proj_destroy)> transform(
        proj_create_crs_to_crs(context.get(), "OGC:CRS84", "EPSG:3857", nullptr), proj_destroy);
    REQUIRE(transform);

    std::mt19937 random(1);
    std::uniform_real_distribution<double> lon(-180, 180), lat(-85.05, 85.05);
    double worstUnits = 0;
    for (int i = 0; i < 20000; ++i) {
        const LonLat place{lon(random), lat(random)};
        const PJ_COORD metres =
            proj_trans(transform.get(), PJ_FWD, proj_coord(place.lonDeg, place.latDeg, 0, 0));
        const double x = (metres.xy.x + kHalfWorldMetres) / (2 * kHalfWorldMetres) * kMercatorWorld;
        const double y = (kHalfWorldMetres - metres.xy.y) / (2 * kHalfWorldMetres) * kMercatorWorld;
        const MercatorPoint point = toMercator(place);
        worstUnits = std::max({worstUnits, std::abs(point.x - x), std::abs(point.y - y)});
    }
    CHECK(worstUnits < 0.501);
}

TEST_CASE("Degrees come back from Mercator within a centimetre")
{
    std::mt19937 random(2);
    std::uniform_real_distribution<double> lon(-180, 180), lat(-85, 85);
    double worst = 0;
    for (int i = 0; i < 20000; ++i) {
        const LonLat place{lon(random), lat(random)};
        const LonLat back = toLonLat(toMercator(place));
        worst = std::max(
            {worst, std::abs(back.lonDeg - place.lonDeg), std::abs(back.latDeg - place.latDeg)});
    }
    CHECK(worst < 0.5 * 360 / kMercatorWorld * 1.001);
}

TEST_CASE("The corners and the middle of the world are where they should be")
{
    CHECK(toMercator({0, 0}) == MercatorPoint{1U << 31U, 1U << 31U});
    CHECK(toMercator({-180, kMercatorMaxLatDeg}) == MercatorPoint{0, 0});
    CHECK(toMercator({180, -kMercatorMaxLatDeg}) == MercatorPoint{UINT32_MAX, UINT32_MAX});
    CHECK(toMercator({-180, 90}) == MercatorPoint{0, 0});
    CHECK(toMercator({0, -90}).y == UINT32_MAX);
}

TEST_CASE("Longitudes wrap, and 180 stays at the eastern edge")
{
    CHECK(toMercator({190, 10}) == toMercator({-170, 10}));
    CHECK(toMercator({-190, 10}) == toMercator({170, 10}));
    CHECK(toMercator({540, 0}).x == UINT32_MAX);
    CHECK(toMercator({-540, 0}).x == 0);
    CHECK(toMercator({360, 0}) == toMercator({0, 0}));
    // Unsigned difference: a short way across the antimeridian, not the long way round.
    const std::uint32_t across = toMercator({-179.9, 0}).x - toMercator({179.9, 0}).x;
    CHECK_THAT(across / kMercatorWorld * 360, WithinAbs(0.2, 1e-6));
}

TEST_CASE("Only finite coordinates in range are places")
{
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    constexpr double infinite = std::numeric_limits<double>::infinity();
    CHECK(isPlace({0, 0}));
    CHECK(isPlace({540, -90}));
    CHECK_FALSE(isPlace({541, 0}));
    CHECK_FALSE(isPlace({0, 90.0001}));
    CHECK_FALSE(isPlace({nan, 0}));
    CHECK_FALSE(isPlace({0, nan}));
    CHECK_FALSE(isPlace({infinite, 0}));
    CHECK_FALSE(isPlace({0, -infinite}));
}

TEST_CASE("A unit is 0.93 cm at the equator and half that at 60 degrees")
{
    CHECK_THAT(metresPerUnit(0), WithinAbs(40075016.6855785 / kMercatorWorld, 1e-12));
    CHECK_THAT(metresPerUnit(60), WithinAbs(metresPerUnit(0) / 2, 1e-12));
}

TEST_CASE("A box holds what was added and the default holds nothing")
{
    MercatorBox box;
    CHECK(box.empty());
    CHECK_FALSE(box.contains({0, 0}));
    CHECK_FALSE(box.intersects({1, 1, 9, 9}));
    box.add(MercatorPoint{7, 9});
    CHECK(box == MercatorBox{7, 9, 7, 9});
    box.add(MercatorBox{});
    CHECK(box == MercatorBox{7, 9, 7, 9});
    box.add(MercatorBox{1, 10, 3, 20});
    CHECK(box == MercatorBox{1, 9, 7, 20});
    CHECK(box.contains({7, 20}));
    CHECK(box.intersects({7, 20, 30, 30}));
    CHECK_FALSE(box.intersects({8, 9, 30, 30}));

    const std::vector<MercatorPoint> points{{4, 4}, {2, 8}};
    CHECK(boxOf(points) == MercatorBox{2, 4, 4, 8});
}
