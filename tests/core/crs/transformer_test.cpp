// SPDX-License-Identifier: Apache-2.0
#include "core/crs/transformer.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <cmath>
#include <limits>
#include <numbers>
#include <thread>
#include <vector>

using namespace masar::core;
using Catch::Matchers::WithinAbs;

namespace {

struct Place {
    double x = 0, y = 0;
};

Place one(const Transformer& transformer, double x, double y)
{
    transformer.apply({&x, 1}, {&y, 1});
    return {x, y};
}

Transformer make(const std::string& crs)
{
    auto transformer = Transformer::toWgs84(crs);
    REQUIRE(transformer);
    return std::move(*transformer);
}

} // namespace

TEST_CASE("WGS 84 in any spelling is recognised and left alone")
{
    for (
        const char* crs :
        {"EPSG:4326", "OGC:CRS84", "EPSG:4979", "urn:ogc:def:crs:OGC:1.3:CRS84",
         "+proj=longlat +datum=WGS84 +type=crs",
         R"(GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],)"
         R"(PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]])",
         R"(GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],)"
         R"(PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]])"}) {
        INFO(crs);
        const Transformer transformer = make(crs);
        CHECK(transformer.identity());
        const Place place = one(transformer, 40.5, 36.7);
        CHECK(place.x == 40.5);
        CHECK(place.y == 36.7);
    }
}

TEST_CASE("Longitude comes first whatever axis order the system declares")
{
    // NAD83 and ED50 declare latitude first; both lie within a few hundred metres of WGS 84.
    for (const char* crs : {"EPSG:4269", "EPSG:4230"}) {
        INFO(crs);
        const Transformer transformer = make(crs);
        CHECK_FALSE(transformer.identity());
        const bool american = std::string(crs) == "EPSG:4269";
        const Place place = one(transformer, american ? -100.0 : 10.0, 45.0);
        CHECK_THAT(place.x, WithinAbs(american ? -100.0 : 10.0, 0.005));
        CHECK_THAT(place.y, WithinAbs(45.0, 0.005));
    }
    // Declares northing first (Poland CS92).
    const Place warsaw = one(make("EPSG:2180"), 637'000, 487'000);
    CHECK_THAT(warsaw.x, WithinAbs(21.0, 0.1));
    CHECK_THAT(warsaw.y, WithinAbs(52.2, 0.1));
}

TEST_CASE("UTM zone 37 north agrees with the closed Mercator and published control values")
{
    const Transformer utm = make("EPSG:32637");
    CHECK_FALSE(utm.identity());
    // On the central meridian the easting is 500,000 and the northing 0.9996 times the meridian
    // arc: for 45 degrees on WGS 84 that arc is 4,984,944.378 m.
    const Place place = one(utm, 500'000, 0.9996 * 4'984'944.378);
    CHECK_THAT(place.x, WithinAbs(39.0, 1e-9));
    CHECK_THAT(place.y, WithinAbs(45.0, 1e-8));

    // Web Mercator in closed form.
    const Place mercator = one(make("EPSG:3857"), 4'500'000, 4'300'000);
    CHECK_THAT(mercator.x, WithinAbs(4'500'000 / 6378137.0 * 180 / std::numbers::pi, 1e-9));
    CHECK_THAT(
        mercator.y,
        WithinAbs(std::atan(std::sinh(4'300'000 / 6378137.0)) * 180 / std::numbers::pi, 1e-9));
}

TEST_CASE("A datum shift moves coordinates by its known amount")
{
    // Potsdam datum to WGS 84 in Berlin is about 150 m, mostly to the south-west.
    const Place berlin = one(make("EPSG:4314"), 13.4, 52.5);
    const double east = (berlin.x - 13.4) * 111'320 * std::cos(52.5 * std::numbers::pi / 180);
    const double north = (berlin.y - 52.5) * 111'320;
    CHECK(std::hypot(east, north) > 100);
    CHECK(std::hypot(east, north) < 250);
}

TEST_CASE("Units and prime meridians are taken into account")
{
    // NTF (Paris) counts grads from Paris, 2.337229 degrees east.
    const Place paris = one(make("EPSG:4807"), 0, 54.273618);
    CHECK_THAT(paris.x, WithinAbs(2.337229, 0.01));
    CHECK_THAT(paris.y, WithinAbs(48.84625, 0.01));
    // State plane in US feet: the false origin of California zone 5 is 6,561,666.667 ft E,
    // 1,640,416.667 ft N.
    const Place california = one(make("EPSG:2229"), 6'561'666.667, 1'640'416.667);
    CHECK_THAT(california.x, WithinAbs(-118.0, 0.001));
    CHECK_THAT(california.y, WithinAbs(33.5, 0.001));
}

TEST_CASE("The horizontal part of a compound system counts")
{
    CHECK(make("EPSG:4326+5773").identity());
    const Place place = one(make("EPSG:32637+5773"), 500'000, 4'000'000);
    CHECK_THAT(place.x, WithinAbs(39.0, 1e-9));
}

TEST_CASE("A shift that wants a grid which is not installed still gives a place nearby")
{
    const Place nad27 = one(make("EPSG:4267"), -100, 40);
    CHECK_THAT(nad27.x, WithinAbs(-100, 0.01));
    CHECK_THAT(nad27.y, WithinAbs(40, 0.01));
    const Place missing =
        one(make("+proj=longlat +ellps=intl +nadgrids=@there-is-no-such-grid.tif,null +type=crs"),
            40, 36);
    CHECK_THAT(missing.x, WithinAbs(40, 0.01));
    CHECK_THAT(missing.y, WithinAbs(36, 0.01));
}

TEST_CASE("Coordinates without a place are counted and become not a number")
{
    constexpr double infinite = std::numeric_limits<double>::infinity();
    std::vector<double> xs{500'000, infinite, 500'000, std::nan(""), 1e30};
    std::vector<double> ys{4'000'000, 1, infinite, 2, 1e30};
    CHECK(make("EPSG:32637").apply(xs, ys) == 4);
    CHECK(std::isfinite(xs[0]));
    for (std::size_t i = 1; i < xs.size(); ++i) {
        CHECK(std::isnan(xs[i]));
        CHECK(std::isnan(ys[i]));
    }
    // Beyond the edge of the disc that the orthographic projection shows.
    xs = {0, 9e6};
    ys = {0, 9e6};
    CHECK(make("+proj=ortho +lat_0=36 +lon_0=40 +type=crs").apply(xs, ys) == 1);
    CHECK_THAT(xs[0], WithinAbs(40, 1e-6));
    CHECK(std::isnan(xs[1]));
}

TEST_CASE("A batch gives the same as its places one by one")
{
    const Transformer transformer = make("EPSG:2180");
    std::vector<double> xs, ys;
    for (int i = 0; i < 1000; ++i) {
        xs.push_back(200'000 + i * 600);
        ys.push_back(150'000 + (i * 7919) % 600'000);
    }
    std::vector<double> batchXs = xs, batchYs = ys;
    CHECK(transformer.apply(batchXs, batchYs) == 0);
    int different = 0;
    for (std::size_t i = 0; i < xs.size(); ++i) {
        const Place place = one(transformer, xs[i], ys[i]);
        different += place.x != batchXs[i] || place.y != batchYs[i];
    }
    CHECK(different == 0);
}

TEST_CASE("What is no reference system, or none on the earth's surface, is refused")
{
    for (const char* text :
         {"", "nonsense", "EPSG:999999", "GEOGCS[", "+proj=pipeline +step +proj=merc"}) {
        INFO(text);
        const auto transformer = Transformer::toWgs84(text);
        REQUIRE_FALSE(transformer);
        CHECK(transformer.error().code == ErrorCode::unsupported);
        CHECK_FALSE(transformer.error().detail.empty());
    }
    for (const char* text :
         {"EPSG:4978", "EPSG:5773", R"(LOCAL_CS["site grid",UNIT["metre",1]])"}) {
        INFO(text);
        const auto transformer = Transformer::toWgs84(text);
        REQUIRE_FALSE(transformer);
        CHECK(transformer.error().code == ErrorCode::unsupported);
    }
}

TEST_CASE("Transformers move, and work on several threads at once")
{
    Transformer first = make("EPSG:32637");
    const Transformer second = std::move(first);
    CHECK_THAT(one(second, 500'000, 0).x, WithinAbs(39, 1e-9));

    std::vector<double> results(4);
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < results.size(); ++i) {
            threads.emplace_back([&results, i] {
                const auto utm = Transformer::toWgs84("EPSG:" + std::to_string(32636 + i));
                double x = 500'000, y = 4'000'000;
                if (utm && utm->apply({&x, 1}, {&y, 1}) == 0) {
                    results[i] = x;
                }
            });
        }
    }
    for (std::size_t i = 0; i < results.size(); ++i) {
        CHECK_THAT(results[i], WithinAbs(33.0 + 6.0 * static_cast<double>(i), 1e-9));
    }
}
