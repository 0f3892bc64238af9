// SPDX-License-Identifier: Apache-2.0
#include "core/query/chunk_index.hpp"

#include "tests/core/geometry/polygons.hpp"
#include "tests/core/query/layers.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>

using namespace masar::core;
using masar::test::randomLayer;

TEST_CASE("Every row is in exactly one chunk, or listed as without a place")
{
    const Layer layer = randomLayer(20'000, 1);
    const ChunkIndex index = buildChunkIndex(layer);
    std::vector<std::uint32_t> rows = index.order;
    rows.insert(rows.end(), index.placeless.begin(), index.placeless.end());
    std::ranges::sort(rows);
    std::vector<std::uint32_t> all(layer.rowCount());
    std::iota(all.begin(), all.end(), 0U);
    CHECK(rows == all);

    std::uint32_t next = 0;
    for (const Chunk& chunk : index.chunks) {
        CHECK(chunk.first == next);
        CHECK(chunk.count <= ChunkIndex::rowsPerChunk);
        next += chunk.count;
    }
    CHECK(next == index.order.size());
}

TEST_CASE("A chunk covers the places and dates of its rows")
{
    const Layer layer = randomLayer(9'000, 2);
    const ChunkIndex index = buildChunkIndex(layer);
    for (const Chunk& chunk : index.chunks) {
        for (std::uint32_t i = 0; i < chunk.count; ++i) {
            const std::uint32_t row = index.order[chunk.first + i];
            CHECK(chunk.box.contains(
                {layer.geometry.boxOfFeature(row).minX, layer.geometry.boxOfFeature(row).minY}));
            const Span& span = layer.spans[row];
            if (span.dated()) {
                CHECK(chunk.time.beginMin <= span.beginMin);
                CHECK(chunk.time.beginMax >= span.beginMax);
                CHECK(chunk.time.endMin <= span.endMin);
                CHECK(chunk.time.endMax >= span.endMax);
            }
        }
    }
}

TEST_CASE("Rows that lie close together in space and time share a chunk")
{
    const Layer layer = randomLayer(40'000, 3);
    const ChunkIndex index = buildChunkIndex(layer);
    for (const Chunk& chunk : index.chunks) {
        const double area = (static_cast<double>(chunk.box.maxX) - chunk.box.minX) *
                            (static_cast<double>(chunk.box.maxY) - chunk.box.minY);
        CHECK(area < kMercatorWorld * kMercatorWorld / 3); // in file order each would be the world
    }
}

TEST_CASE("Most chunks are wholly outside a short moment when things are short")
{
    Layer layer;
    std::mt19937 random(7);
    for (int i = 0; i < 20'000; ++i) {
        const std::vector<MercatorPoint> place{
            {static_cast<std::uint32_t>(random()), static_cast<std::uint32_t>(random())}};
        layer.geometry.addPart(PartKind::point, place);
        layer.geometry.endFeature();
        const auto begin = static_cast<Instant>(random() % 1000);
        layer.spans.push_back({begin, begin, begin + 5, begin + 5});
    }
    const ChunkIndex index = buildChunkIndex(layer);
    const auto outside = std::ranges::count_if(index.chunks, [](const Chunk& chunk) {
        return presence(chunk.time, {500, 501}) == Presence::absent;
    });
    CHECK(outside * 2 > static_cast<std::ptrdiff_t>(index.chunks.size()));
}

TEST_CASE("A tally agrees with counting every row, and adds up to the file's features")
{
    const Layer layer = randomLayer(12'000, 4);
    const ChunkIndex index = buildChunkIndex(layer);
    for (const Window window : {Window{0, 1}, Window{500, 501}, Window{-10, 5000},
                                Window{900, 1100}, Window{5000, 5001}, Window{-100, -50}}) {
        Tally expected;
        for (std::size_t row = 0; row < layer.rowCount(); ++row) {
            if (layer.geometry.partsOf(row).empty()) {
                ++expected.noPlace;
            } else if (!layer.spans[row].dated()) {
                ++expected.undated;
            } else {
                switch (presence(layer.spans[row], window)) {
                case Presence::certain:
                    ++expected.certain;
                    break;
                case Presence::possible:
                    ++expected.possible;
                    break;
                case Presence::absent:
                    ++expected.outside;
                    break;
                }
            }
        }
        expected.rejected = 3;
        CHECK(tally(layer, index, window) == expected);
        CHECK(tally(layer, index, window).sum() == layer.rowCount() + 3);
    }
}

TEST_CASE("A pick of points finds what a search of all rows finds, nearest first")
{
    const Layer layer = randomLayer(5'000, 5);
    const ChunkIndex index = buildChunkIndex(layer);
    std::mt19937 random(6);
    for (int i = 0; i < 200; ++i) {
        const MercatorPoint at{static_cast<std::uint32_t>(random()),
                               static_cast<std::uint32_t>(random())};
        const double tolerance = 1e8;
        const Window window{400, 500};
        const bool undated = i % 2 == 0;
        std::vector<std::uint32_t> expected;
        for (std::uint32_t row = 0; row < layer.rowCount(); ++row) {
            const auto parts = layer.geometry.partsOf(row);
            const Span& span = layer.spans[row];
            if (parts.empty() ||
                !(span.dated() ? presence(span, window) != Presence::absent : undated)) {
                continue;
            }
            const MercatorPoint p = layer.geometry.verticesOf(parts[0])[0];
            if (std::hypot(double(p.x) - at.x, double(p.y) - at.y) <= tolerance) {
                expected.push_back(row);
            }
        }
        const auto hits = pick(layer, index, at, tolerance, window, undated);
        CHECK(std::ranges::is_sorted(hits, {}, &Hit::distance));
        std::vector<std::uint32_t> rows;
        std::ranges::transform(hits, std::back_inserter(rows), &Hit::row);
        std::ranges::sort(rows);
        CHECK(rows == expected);
    }
}

TEST_CASE("A pick meets lines beside their vertices and polygons inside, but not in their holes")
{
    Layer layer;
    const std::vector<MercatorPoint> large{{0, 0}, {1000, 0}, {1000, 1000}, {0, 1000}};
    const std::vector<MercatorPoint> hole{{400, 400}, {600, 400}, {600, 600}, {400, 600}};
    const std::vector<MercatorPoint> small{{100, 100}, {200, 100}, {200, 200}, {100, 200}};
    const std::vector<MercatorPoint> line{{0, 160}, {1000, 160}};
    layer.geometry.addPart(PartKind::outerRing, large);
    layer.geometry.addPart(PartKind::innerRing, hole);
    layer.geometry.endFeature();
    layer.geometry.addPart(PartKind::outerRing, small);
    layer.geometry.endFeature();
    layer.geometry.addPart(PartKind::line, line);
    layer.geometry.endFeature();
    layer.spans.assign(3, Span{});
    const ChunkIndex index = buildChunkIndex(layer);
    const auto rowsAt = [&](MercatorPoint at) {
        std::vector<std::uint32_t> rows;
        for (const Hit& hit : pick(layer, index, at, 20, {0, 1}, true)) {
            rows.push_back(hit.row);
        }
        return rows;
    };
    CHECK(rowsAt({150, 150}) == std::vector<std::uint32_t>{2, 1, 0}); // line, small, large
    CHECK(rowsAt({150, 120}) == std::vector<std::uint32_t>{1, 0});
    CHECK(rowsAt({800, 800}) == std::vector<std::uint32_t>{0});
    CHECK(rowsAt({500, 500}).empty()); // the hole
    CHECK(rowsAt({1500, 1500}).empty());
}

namespace {

// Distance to the rings or the line, by many places along each edge: a little too far, never too
// near.
double sampledDistance(const GeometryTable& geometry, std::size_t row, MercatorPoint at)
{
    double nearest = std::numeric_limits<double>::infinity();
    for (const GeometryPart& part : geometry.partsOf(row)) {
        const auto points = geometry.verticesOf(part);
        const std::size_t edges = points.size() - (part.kind == PartKind::line ? 1 : 0);
        for (std::size_t i = 0; i < edges; ++i) {
            const MercatorPoint a = points[i], b = points[(i + 1) % points.size()];
            for (int step = 0; step <= 400; ++step) {
                const double t = step / 400.0;
                nearest = std::min(nearest, std::hypot(a.x + t * (double(b.x) - a.x) - at.x,
                                                       a.y + t * (double(b.y) - a.y) - at.y));
            }
        }
    }
    return nearest;
}

} // namespace

TEST_CASE("A pick of random lines and polygons with holes finds what a search of all rows finds")
{
    masar::tests::Random random(7);
    Layer layer;
    std::vector<masar::tests::Rings> shapes;
    for (std::uint32_t row = 0; row < 300; ++row) {
        const MercatorPoint centre{10'000 + masar::tests::below(random, 80'000),
                                   10'000 + masar::tests::below(random, 80'000)};
        masar::tests::Rings rings{
            masar::tests::starRing(random, centre, 2000, 8000, 4 + int(row % 20))};
        if (row % 3 == 0) {
            layer.geometry.addPart(PartKind::line, rings[0]);
        } else {
            rings.push_back(masar::tests::starRing(random, centre, 500, 1500, 5));
            layer.geometry.addPart(PartKind::outerRing, rings[0]);
            layer.geometry.addPart(PartKind::innerRing, rings[1]);
        }
        layer.geometry.endFeature();
        layer.spans.push_back({});
        shapes.push_back(std::move(rings));
    }
    const ChunkIndex index = buildChunkIndex(layer);
    constexpr double tolerance = 300, sampling = 20;
    int wrong = 0, found = 0;
    for (int i = 0; i < 60; ++i) {
        const MercatorPoint at{masar::tests::below(random, 100'000),
                               masar::tests::below(random, 100'000)};
        const auto hits = pick(layer, index, at, tolerance, {0, 1}, true);
        found += static_cast<int>(hits.size());
        for (std::uint32_t row = 0; row < shapes.size(); ++row) {
            const bool hit = std::ranges::find(hits, row, &Hit::row) != hits.end();
            const bool inside = row % 3 != 0 && masar::tests::isInside(shapes[row], at.x, at.y);
            const double distance = inside ? 0 : sampledDistance(layer.geometry, row, at);
            wrong += distance <= tolerance ? !hit : hit && distance > tolerance + sampling;
        }
    }
    CHECK(wrong == 0);
    CHECK(found > 100);
}

TEST_CASE("The extent of time leaves open ends out and is never empty")
{
    Layer layer;
    CHECK_FALSE(timeExtent(layer));
    layer.spans = {Span{}};
    CHECK_FALSE(timeExtent(layer));
    layer.spans.push_back({kOpenPast, kOpenPast, 50, 60});
    CHECK(timeExtent(layer) == Window{50, 60});
    layer.spans.push_back({70, 70, kOpenFuture, kOpenFuture});
    CHECK(timeExtent(layer) == Window{50, 71});
    CHECK(presence(layer.spans.back(), {70, 71}) == Presence::certain);
    layer.spans = {{70, 70, kOpenFuture, kOpenFuture}};
    CHECK(timeExtent(layer) == Window{70, 71});
    layer.spans = {{kOpenPast, kOpenPast, 50, 50}};
    CHECK(timeExtent(layer) == Window{49, 50});
}

TEST_CASE("A layer without rows has an index without chunks")
{
    const Layer layer;
    const ChunkIndex index = buildChunkIndex(layer);
    CHECK(index.order.empty());
    CHECK(index.chunks.empty());
    CHECK(tally(layer, index, {0, 1}) == Tally{});
}
