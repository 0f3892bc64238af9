// SPDX-License-Identifier: Apache-2.0
#include "app/map/layer_mesh.hpp"
#include "tests/app/support/tracks.hpp"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <cmath>
#include <limits>
#include <random>

using namespace masar;
using app::LayerMesh;
using core::Instant;
using core::PartKind;

namespace {

constexpr Instant kDay = 86'400;

/// A layer of one feature with one part.
core::Layer layerOf(PartKind kind, const std::vector<core::MercatorPoint>& points, core::Span span)
{
    core::Layer layer;
    layer.geometry.addPart(kind, points);
    layer.geometry.endFeature();
    layer.spans = {span};
    return layer;
}

LayerMesh meshOf(const core::Layer& layer, const app::MeshOptions& options = {})
{
    return app::buildMesh(layer, core::buildChunkIndex(layer), options);
}

} // namespace

TEST_CASE("Ticks keep seconds exact and leave open ends open")
{
    const std::array spans{core::Span{core::kOpenPast, core::kOpenPast, 100 * kDay, 101 * kDay}};
    const app::TimeTicks ticks = app::ticksFor(spans);
    CHECK(ticks.secondsPerTick == 1);
    CHECK(ticks.floor(core::kOpenPast) == std::numeric_limits<std::int32_t>::min());
    CHECK(ticks.ceil(core::kOpenFuture) == std::numeric_limits<std::int32_t>::max());
    CHECK(ticks.floor(100 * kDay) - ticks.floor(100 * kDay - 1) == 1);
}

TEST_CASE("Ticks of millennia are coarse but never make a span shorter")
{
    constexpr Instant century = 36'525 * kDay;
    const core::Span span{-30 * century + 7, -30 * century + 7, 20 * century + 3, 20 * century + 3};
    const app::TimeTicks ticks = app::ticksFor(std::array{span});
    CHECK(ticks.secondsPerTick > 1);
    const auto instantOf = [&](std::int32_t tick) {
        return ticks.origin + tick * ticks.secondsPerTick;
    };
    CHECK(instantOf(ticks.floor(span.beginMin)) <= span.beginMin);
    CHECK(instantOf(ticks.ceil(span.endMax)) >= span.endMax);
    CHECK(span.beginMin - instantOf(ticks.floor(span.beginMin)) < ticks.secondsPerTick);
}

TEST_CASE("Ticks of extreme instants stay in order without overflow")
{
    const core::Span span{std::numeric_limits<Instant>::min() + 1, 0, 1,
                          std::numeric_limits<Instant>::max() - 1};
    const app::TimeTicks ticks = app::ticksFor(std::array{span});
    CHECK(ticks.floor(span.beginMin) < ticks.floor(span.beginMax));
    CHECK(ticks.ceil(span.endMin) < ticks.ceil(span.endMax));
}

TEST_CASE("An undated row is flagged, a dated one carries its four bounds")
{
    const std::vector<core::MercatorPoint> point{{5, 6}};
    const LayerMesh undated = meshOf(layerOf(PartKind::point, point, {}));
    REQUIRE(undated.points.size() == 1);
    CHECK((undated.points[0].flags & app::mesh_flags::undated) != 0);

    const LayerMesh dated = meshOf(layerOf(PartKind::point, point, {10, 20, 30, 40}));
    REQUIRE(dated.points.size() == 1);
    CHECK((dated.points[0].flags & app::mesh_flags::undated) == 0);
    CHECK(dated.points[0].time[1] - dated.points[0].time[0] == 10);
    CHECK(dated.points[0].time[3] - dated.points[0].time[0] == 30);
    CHECK(dated.points[0].x == 5);
    CHECK(dated.points[0].y == 6);
}

TEST_CASE("A line of n vertices has n - 1 segments that know how far along they start")
{
    const LayerMesh mesh = meshOf(layerOf(PartKind::line, {{0, 0}, {300, 400}, {300, 500}}, {}));
    REQUIRE(mesh.segments.size() == 2);
    CHECK(mesh.segments[0].along == 0);
    CHECK(mesh.segments[1].along == 500);
    CHECK(mesh.segments[1].bx == 300);
    CHECK(mesh.segments[1].by == 500);
}

TEST_CASE(
    "A polygon is filled by its triangles and stroked all round, but not along the antimeridian")
{
    const std::vector<core::MercatorPoint> square{{0, 0}, {100, 0}, {100, 100}, {0, 100}};
    const LayerMesh mesh = meshOf(layerOf(PartKind::outerRing, square, {}));
    CHECK(mesh.vertices.size() == 4);
    CHECK(mesh.indices.size() == 6);
    CHECK(mesh.segments.size() == 3); // the side on x = 0 is the antimeridian

    app::MeshOptions plain;
    plain.outlines = false;
    CHECK(meshOf(layerOf(PartKind::outerRing, square, {}), plain).segments.empty());
}

TEST_CASE("The precision of a point becomes a ring of that ground radius")
{
    app::MeshOptions options;
    options.look = [](std::uint32_t) { return app::RowLook{0, 5000}; };
    const core::MercatorPoint centre = core::toMercator({40.5, 36.7});
    const LayerMesh mesh = meshOf(layerOf(PartKind::point, {centre}, {}), options);
    REQUIRE(mesh.segments.size() == 72);
    const double metres = core::metresPerUnit(36.7);
    for (const app::MeshSegment& segment : mesh.segments) {
        const double radius = std::hypot(static_cast<double>(segment.ax) - centre.x,
                                         static_cast<double>(segment.ay) - centre.y) *
                              metres;
        CHECK(radius > 4950);
        CHECK(radius < 5050);
        CHECK((segment.flags & app::mesh_flags::ring) != 0);
    }
}

TEST_CASE("The chunks of a mesh cover every vertex once and in order")
{
    core::Layer layer;
    std::uint32_t state = 1;
    for (int i = 0; i < 10'000; ++i) {
        state = state * 1664525 + 1013904223;
        const std::vector<core::MercatorPoint> point{{state, state * 7}};
        layer.geometry.addPart(PartKind::point, point);
        layer.geometry.endFeature();
        layer.spans.push_back({i, i, i + 10, i + 10});
    }
    const LayerMesh mesh = meshOf(layer);
    CHECK(mesh.points.size() == 10'000);
    CHECK(mesh.chunks.size() >= 20);
    std::uint32_t next = 0;
    for (const app::MeshChunk& chunk : mesh.chunks) {
        CHECK(chunk.points.first == next);
        next += chunk.points.count;
        for (std::uint32_t i = 0; i < chunk.points.count; ++i) {
            const app::MeshVertex& vertex = mesh.points[chunk.points.first + i];
            CHECK(chunk.box.contains({vertex.x, vertex.y}));
        }
    }
    CHECK(next == 10'000);
}

TEST_CASE("The legs asked for hold every leg of that time, and few besides")
{
    std::mt19937 random(4);
    std::vector<std::vector<test::TestFix>> tracks;
    for (int i = 0; i < 300; ++i) {
        std::vector<test::TestFix> fixes;
        Instant at = static_cast<Instant>(random() % 100'000);
        for (std::size_t n = 1 + random() % 30; n > 0; --n) {
            fixes.push_back({{1000, 1000}, at});
            at += static_cast<Instant>(random() % 50 == 0 ? 80'000 : random() % 900);
        }
        tracks.push_back(fixes);
    }
    const core::Layer layer = test::trackLayerOf(tracks);
    const LayerMesh mesh = meshOf(layer);
    std::size_t expected = 0;
    for (const auto& fixes : tracks) {
        expected += std::max<std::size_t>(fixes.size(), 2) - 1;
    }
    CHECK(mesh.legs.size() == expected);
    CHECK(mesh.segments.empty()); // tracks are no lines
    for (int round = 0; round < 200; ++round) {
        const auto from = mesh.ticks.floor(static_cast<Instant>(random() % 150'000));
        const auto to = from + static_cast<std::int32_t>(random() % 5000);
        std::vector<bool> asked(mesh.legs.size());
        std::size_t count = 0;
        for (const app::MeshRange& range : mesh.legsWithin(from, to)) {
            for (std::uint32_t i = range.first; i < range.first + range.count; ++i) {
                CHECK_FALSE(asked[i]);
                asked[i] = true;
                ++count;
            }
        }
        std::size_t needed = 0;
        for (std::size_t i = 0; i < mesh.legs.size(); ++i) {
            if (mesh.legs[i].begin <= to && mesh.legs[i].end >= from) {
                ++needed;
                CHECK(asked[i]);
            }
        }
        CHECK(count <= 2 * needed + 40);
    }
}
