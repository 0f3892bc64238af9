// SPDX-License-Identifier: Apache-2.0
#include "app/map/map_layer.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <utility>

using namespace masar;

namespace {

/// Rings of 24 corners, every second one pulled in, in a grid of `side` by `side`.
core::Layer starsIn(int side, double radius, double spacing)
{
    core::Layer layer;
    for (int i = 0; i < side * side; ++i) {
        std::vector<core::MercatorPoint> ring;
        for (int corner = 0; corner < 24; ++corner) {
            const double angle = corner * 2 * std::numbers::pi / 24;
            const double reach = radius * (corner % 2 == 0 ? 1.0 : 0.93);
            const int column = i % side;
            const int row = i / side;
            const double x = 2e9 + column * spacing + reach * std::cos(angle);
            const double y = 1.6e9 + row * spacing + reach * std::sin(angle);
            ring.push_back({static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(y)});
        }
        layer.geometry.addPart(core::PartKind::outerRing, ring);
        layer.geometry.endFeature();
        layer.spans.emplace_back();
        layer.sourceIndex.push_back(static_cast<std::uint32_t>(i));
    }
    layer.counts.features = layer.counts.drawn = layer.counts.polygon =
        static_cast<std::uint64_t>(side) * static_cast<std::uint64_t>(side);
    return layer;
}

double distanceTo(const app::MeshSegment& segment, core::MercatorPoint point)
{
    const double dx = static_cast<double>(segment.bx) - segment.ax;
    const double dy = static_cast<double>(segment.by) - segment.ay;
    const double px = static_cast<double>(point.x) - segment.ax;
    const double py = static_cast<double>(point.y) - segment.ay;
    const double length = dx * dx + dy * dy;
    const double t = length > 0 ? std::clamp((px * dx + py * dy) / length, 0.0, 1.0) : 0.0;
    return std::hypot(px - t * dx, py - t * dy);
}

} // namespace

TEST_CASE("The coarse areas of a large layer are nowhere further than half a pixel from the true")
{
    constexpr int side = 70; // 117,600 segments
    const auto layer = app::makeMapLayer(starsIn(side, 100'000, 300'000));
    REQUIRE(layer->coarse);
    CHECK(layer->coarse->mesh.segments.size() * 3 < layer->mesh.segments.size() * 2);
    CHECK(layer->coarse->mesh.indices.size() * 3 < layer->mesh.indices.size() * 2);
    CHECK(layer->coarse->id != layer->id);

    std::map<std::pair<long, long>, std::vector<app::MeshSegment>> byStar;
    const auto starOf = [](std::uint32_t x, std::uint32_t y) {
        return std::pair(std::lround((x - 2e9) / 300'000), std::lround((y - 1.6e9) / 300'000));
    };
    for (const app::MeshSegment& segment : layer->coarse->mesh.segments) {
        byStar[starOf(segment.ax, segment.ay)].push_back(segment);
    }
    CHECK(byStar.size() == side * side);
    double furthest = 0;
    for (const core::MercatorPoint point : layer->layer.geometry.vertices) {
        double nearest = 1e9;
        for (const app::MeshSegment& segment : byStar.at(starOf(point.x, point.y))) {
            nearest = std::min(nearest, distanceTo(segment, point));
        }
        furthest = std::max(furthest, nearest);
    }
    CHECK(furthest <= layer->coarseUnits / 2 + 1);
    CHECK(furthest > 0);
}

TEST_CASE("A large layer is drawn whole as soon as its coarse areas would show")
{
    const auto layer = app::makeMapLayer(starsIn(70, 100'000, 300'000));
    REQUIRE(layer->coarse);
    CHECK(&layer->at(layer->coarseUnits * 1.01) == layer->coarse.get());
    CHECK(&layer->at(layer->coarseUnits * 0.99) == layer.get());
}

TEST_CASE("A small layer has no coarse copy")
{
    const auto layer = app::makeMapLayer(starsIn(20, 100'000, 300'000));
    CHECK_FALSE(layer->coarse);
    CHECK(&layer->at(1e9) == layer.get());
}

TEST_CASE("The rings of a place's precision are there from afar too")
{
    core::Layer mixed = starsIn(70, 100'000, 300'000);
    const std::vector<core::MercatorPoint> place{{2'000'000'000, 1'600'000'000}};
    mixed.geometry.addPart(core::PartKind::point, place);
    mixed.geometry.endFeature();
    mixed.spans.emplace_back();
    mixed.sourceIndex.push_back(static_cast<std::uint32_t>(mixed.sourceIndex.size()));
    core::Column precision;
    precision.name = "precision_m";
    precision.type = core::FieldType::real;
    std::vector<double> metres(mixed.rowCount(), std::nan(""));
    metres.back() = 5000;
    precision.values = std::move(metres);
    mixed.properties.columns.push_back(std::move(precision));
    const auto layer = app::makeMapLayer(std::move(mixed));
    REQUIRE(layer->coarse);
    const auto rings = [](const app::LayerMesh& mesh) {
        return std::ranges::count_if(mesh.segments, [](const app::MeshSegment& segment) {
            return (segment.flags & app::mesh_flags::ring) != 0;
        });
    };
    CHECK(rings(layer->mesh) == 72);
    CHECK(rings(layer->coarse->mesh) == 72);
}
