// SPDX-License-Identifier: Apache-2.0
#include "core/geometry/triangulate.hpp"

#include "tests/core/geometry/polygons.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

using namespace masar::core;
using namespace masar::tests;

namespace {

std::vector<std::uint32_t> trianglesOf(const GeometryTable& table)
{
    std::vector<std::uint32_t> indices;
    triangulate(table, table.partsOf(0), indices);
    return indices;
}

Int128 doubleAreaOf(const GeometryTable& table, std::span<const std::uint32_t> triangles)
{
    Int128 sum = 0;
    for (std::size_t i = 0; i + 2 < triangles.size(); i += 3) {
        const Int128 area = cross(table.vertices[triangles[i]], table.vertices[triangles[i + 1]],
                                  table.vertices[triangles[i + 2]]);
        sum += area < 0 ? -area : area;
    }
    return sum;
}

bool wellFormed(const GeometryTable& table, std::span<const std::uint32_t> triangles)
{
    return triangles.size() % 3 == 0 &&
           std::ranges::all_of(triangles, [&](auto i) { return i < table.vertices.size(); });
}

// How many triangles a point that lies on no edge is in.
int coverOf(const GeometryTable& table, std::span<const std::uint32_t> triangles, double x,
            double y)
{
    int cover = 0;
    for (std::size_t i = 0; i + 2 < triangles.size(); i += 3) {
        const Rings triangle{{table.vertices[triangles[i]], table.vertices[triangles[i + 1]],
                              table.vertices[triangles[i + 2]]}};
        cover += isInside(triangle, x, y) ? 1 : 0;
    }
    return cover;
}

// The triangles cover the polygon exactly: the same area, and random points as often as they
// should.
bool coversExactly(Random& random, const Rings& rings)
{
    const GeometryTable table = tableOf(rings);
    const auto triangles = trianglesOf(table);
    if (!wellFormed(table, triangles) || doubleAreaOf(table, triangles) != polygonArea2(rings)) {
        return false;
    }
    const MercatorBox box = table.boxOfFeature(0);
    std::uniform_real_distribution<double> x(box.minX, box.maxX), y(box.minY, box.maxY);
    for (int i = 0; i < 20; ++i) {
        const double px = x(random), py = y(random);
        if (coverOf(table, triangles, px, py) != (isInside(rings, px, py) ? 1 : 0)) {
            return false;
        }
    }
    return true;
}

} // namespace

TEST_CASE("A square makes two triangles, whichever way it runs and whether or not it is closed")
{
    const Ring square{{10, 10}, {20, 10}, {20, 20}, {10, 20}};
    Ring turned(square.rbegin(), square.rend());
    Ring closed = square;
    closed.push_back(square.front());
    for (const Ring& ring : {square, turned, closed}) {
        const GeometryTable table = tableOf({ring});
        const auto triangles = trianglesOf(table);
        CHECK(triangles.size() == 6);
        CHECK(doubleAreaOf(table, triangles) == 200);
    }
}

TEST_CASE("Triangles are appended and point at the part's own vertices")
{
    GeometryTable table;
    table.addPart(PartKind::line, Ring{{1, 1}, {2, 2}, {3, 1}});
    table.addPart(PartKind::outerRing, Ring{{0, 0}, {4, 0}, {0, 4}});
    table.endFeature();
    std::vector<std::uint32_t> indices{7};
    triangulate(table, table.partsOf(0).subspan(1), indices);
    REQUIRE(indices.size() == 4);
    CHECK(indices[0] == 7);
    std::ranges::sort(indices);
    CHECK(indices == std::vector<std::uint32_t>{3, 4, 5, 7});
}

TEST_CASE("Rings without area give no triangles")
{
    const std::vector<Ring> degenerate{
        {},
        {{5, 5}},
        {{5, 5}, {6, 6}},
        {{5, 5}, {5, 5}, {5, 5}, {5, 5}},
        {{0, 0}, {1, 1}, {2, 2}, {3, 3}},
        {{0, 0}, {9, 0}, {3, 0}, {7, 0}},
        {{0, 0}, {0, 9}, {0, 3}, {0, 7}, {0, 1}},
        {{0, 0}, {5, 5}, {0, 0}, {5, 0}},
        {{0, 0}, {5, 5}, {8, 1}, {5, 5}},
    };
    for (const Ring& ring : degenerate) {
        CHECK(trianglesOf(tableOf({ring})).empty());
    }
    GeometryTable lines;
    lines.addPart(PartKind::line, Ring{{0, 0}, {9, 0}, {9, 9}});
    lines.endFeature();
    CHECK(trianglesOf(lines).empty());
    std::vector<std::uint32_t> none;
    triangulate(lines, {}, none);
    CHECK(none.empty());
}

TEST_CASE("The corners of the whole world are triangulated without overflow")
{
    const Rings world{
        {{0, 0}, {UINT32_MAX, 0}, {UINT32_MAX, UINT32_MAX}, {0, UINT32_MAX}},
        {{1, 1}, {UINT32_MAX - 1, 1}, {UINT32_MAX - 1, UINT32_MAX - 1}, {1, UINT32_MAX - 1}}};
    const GeometryTable table = tableOf(world);
    CHECK(bool(doubleAreaOf(table, trianglesOf(table)) == polygonArea2(world)));
}

TEST_CASE("Spikes and repeated vertices change nothing")
{
    const Ring ring{{0, 0},   {0, 0},  {10, 0}, {20, 0}, {10, 0}, {10, 10}, {10, 30},
                    {10, 10}, {5, 10}, {5, 3},  {5, 10}, {0, 10}, {0, 0}};
    const GeometryTable table = tableOf({ring});
    CHECK(bool(doubleAreaOf(table, trianglesOf(table)) == 200));
}

TEST_CASE("Star polygons with holes are covered exactly")
{
    Random random(1);
    for (int i = 0; i < 300; ++i) {
        const Rings rings = starPolygon(random, 3 + i, i % 40);
        INFO("round " << i);
        REQUIRE(coversExactly(random, rings));
    }
}

TEST_CASE("Random simple polygons are covered exactly")
{
    Random random(2);
    for (int i = 0; i < 200; ++i) {
        const std::uint32_t range = i % 2 == 0 ? 4'000'000'000 : 60;
        const Ring ring = tangledRing(random, range, 5 + i % 60);
        INFO("round " << i);
        REQUIRE(coversExactly(random, {ring}));
    }
}

TEST_CASE("Polygons that touch themselves and holes that touch are covered exactly")
{
    Random random(3);
    std::size_t holes = 0;
    for (int i = 0; i < 600; ++i) {
        const Rings rings = patchPolygon(random, 3 + i % 25, 0.55 + 0.1 * (i % 4));
        holes += rings.size() - 1;
        INFO("round " << i);
        REQUIRE(coversExactly(random, rings));
    }
    CHECK(holes > 1000);
}

TEST_CASE("Holes that share edges and corners with the outer ring are cut out exactly")
{
    Random random(4);
    const Ring outer{{0, 0}, {100, 0}, {100, 100}, {0, 100}};
    const std::vector<Rings> polygons{
        {outer, {{0, 0}, {100, 0}, {50, 50}}},
        {outer, {{0, 50}, {50, 0}, {100, 50}, {50, 100}}},
        {outer, {{0, 20}, {30, 20}, {30, 40}, {0, 40}}, {{70, 20}, {100, 20}, {100, 40}, {70, 40}}},
        {outer, {{20, 20}, {40, 20}, {40, 40}, {20, 40}}, {{40, 20}, {60, 20}, {60, 40}, {40, 40}}},
        {outer,
         {{20, 20}, {40, 40}, {20, 60}},
         {{20, 20}, {60, 10}, {60, 20}},
         {{20, 20}, {40, 40}, {70, 60}}},
        {outer, outer},
    };
    for (const Rings& rings : polygons) {
        CAPTURE(&rings - polygons.data());
        CHECK(coversExactly(random, rings));
    }
}

TEST_CASE("Holes that share edges and corners at random are cut out exactly")
{
    Random random(9);
    for (int i = 0; i < 600; ++i) {
        const Rings rings = mosaicPolygon(random, 2 + i % 15, 0.2 + 0.1 * (i % 4));
        INFO("round " << i);
        REQUIRE(coversExactly(random, rings));
    }
}

TEST_CASE("Combs and spirals are covered exactly")
{
    Random random(5);
    Ring comb;
    for (std::uint32_t i = 0; i < 2000; ++i) {
        comb.push_back({1000 + i * 1000, i % 2 == 0 ? 1'000'000U : 3'000'000'000U - i * i});
    }
    comb.push_back({2'000'000, 10});
    comb.push_back({1000, 10});
    REQUIRE(coversExactly(random, {comb}));

    Ring spiral;
    for (int side = 0; side < 2; ++side) {
        for (int i = 0; i <= 2000; ++i) {
            const int step = side == 0 ? i : 2000 - i;
            const double angle = step * 0.05;
            const double radius = 1e6 * (100 + step + side * 60);
            spiral.push_back({static_cast<std::uint32_t>(2.2e9 + radius * std::cos(angle) * 0.9),
                              static_cast<std::uint32_t>(2.2e9 + radius * std::sin(angle) * 0.9)});
        }
    }
    REQUIRE(coversExactly(random, {spiral}));
}

TEST_CASE("Rings that cross themselves or each other end, and stay within the table")
{
    Random random(6);
    for (std::size_t i = 0; i < 2000; ++i) {
        const std::uint32_t range = std::array{3U, 10U, 1000U, UINT32_MAX}[i % 4];
        Rings rings;
        for (std::uint32_t r = 0; r < 1 + below(random, 4); ++r) {
            Ring ring;
            for (std::uint32_t v = below(random, 40); v > 0; --v) {
                ring.push_back({below(random, range), below(random, range)});
            }
            rings.push_back(std::move(ring));
        }
        const GeometryTable table = tableOf(rings);
        REQUIRE(wellFormed(table, trianglesOf(table)));
    }
}

TEST_CASE("A small crossing made by rounding costs only about its own area")
{
    Random random(7);
    Ring ring = starRing(random, {2'000'000'000, 2'000'000'000}, 9e8, 1e9, 400);
    const Int128 area = doubleArea(ring);
    for (std::size_t i = 10; i < ring.size(); i += 50) {
        std::swap(ring[i].x, ring[i + 1].x);
        ring.insert(ring.begin() + static_cast<std::ptrdiff_t>(i),
                    {ring[i + 1].x + 1, ring[i + 1].y});
    }
    const GeometryTable table = tableOf({ring});
    const auto got = static_cast<double>(doubleAreaOf(table, trianglesOf(table)));
    CHECK(std::abs(got / static_cast<double>(area) - 1) < 0.05);
}

TEST_CASE("A ring of 100,000 vertices and one with 1,000 holes are done quickly")
{
    Random random(8);
    const Rings large = starPolygon(random, 100'000, 0);
    const Rings holed = starPolygon(random, 20'000, 1000);
    for (const Rings* rings : {&large, &holed}) {
        const GeometryTable table = tableOf(*rings);
        CHECK(bool(doubleAreaOf(table, trianglesOf(table)) == polygonArea2(*rings)));
    }
}
