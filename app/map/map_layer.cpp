// SPDX-License-Identifier: Apache-2.0
#include "app/map/map_layer.hpp"

#include "app/map/layer_look.hpp"
#include "core/geometry/simplify.hpp"

#include <algorithm>
#include <atomic>
#include <span>

namespace masar::app {

namespace {

/// A layer whose lines and areas have more vertices than this is kept coarse too: a software
/// renderer would spend most of a frame on segments smaller than pixels.
constexpr std::size_t kManyVertices = 100'000;
/// The coarse one serves up to a little nearer than a window of this size shows the whole layer.
constexpr double kWindowPixels = 900;

quint64 nextId()
{
    static std::atomic<quint64> lastId{0};
    return ++lastId;
}

/// At least a triangle, however small.
std::vector<core::MercatorPoint> simplifiedRing(std::span<const core::MercatorPoint> ring,
                                                double tolerance)
{
    std::vector<core::MercatorPoint> result = core::simplified(ring, tolerance);
    if (result.size() < 3 && ring.size() >= 3) {
        result = {ring.front(), ring[ring.size() / 3], ring[2 * ring.size() / 3]};
    }
    return result;
}

std::size_t verticesOfLinesAndAreas(const core::GeometryTable& geometry, std::size_t rows)
{
    std::size_t count = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        for (const core::GeometryPart& part : geometry.partsOf(row)) {
            count += part.kind == core::PartKind::point ? 0 : part.vertexCount;
        }
    }
    return count;
}

/// A layer with fewer vertices of its lines and areas, row by row. Its points stay: the rings of
/// their precision are lines too.
core::Layer simplifiedLayer(const MapLayer& whole, double tolerance)
{
    core::Layer result;
    result.spans = whole.layer.spans;
    const core::GeometryTable& geometry = whole.layer.geometry;
    for (std::size_t row = 0; row < whole.layer.rowCount(); ++row) {
        if (!whole.layer.tracks.find(static_cast<std::uint32_t>(row))) {
            for (const core::GeometryPart& part : geometry.partsOf(row)) {
                const auto vertices = geometry.verticesOf(part);
                if (part.kind == core::PartKind::line) {
                    result.geometry.addPart(part.kind, core::simplified(vertices, tolerance));
                } else if (part.kind == core::PartKind::point) {
                    result.geometry.addPart(part.kind, vertices);
                } else {
                    result.geometry.addPart(part.kind, simplifiedRing(vertices, tolerance));
                }
            }
        }
        result.geometry.endFeature();
    }
    return result;
}

void addCoarse(MapLayer& whole, const MeshOptions& options)
{
    core::MercatorBox box;
    for (const core::Chunk& chunk : whole.index.chunks) {
        box.add(chunk.box);
    }
    const double extent = std::max(box.maxX - box.minX, box.maxY - box.minY);
    whole.coarseUnits = extent / kWindowPixels;
    auto coarse = std::make_shared<MapLayer>();
    coarse->id = nextId();
    coarse->mesh = buildMesh(simplifiedLayer(whole, whole.coarseUnits / 2), whole.index, options);
    whole.coarse = std::move(coarse);
}

MapLayerPtr make(core::Layer&& layer, const MeshOptions* given)
{
    auto result = std::make_shared<MapLayer>();
    result->id = nextId();
    result->layer = std::move(layer);
    result->index = core::buildChunkIndex(result->layer);
    const MeshOptions options = given ? *given : lookOf(result->layer);
    result->mesh = buildMesh(result->layer, result->index, options);
    const core::Layer& made = result->layer;
    if (!given && verticesOfLinesAndAreas(made.geometry, made.rowCount()) > kManyVertices) {
        addCoarse(*result, options);
    }
    return result;
}

} // namespace

MapLayerPtr makeMapLayer(core::Layer layer)
{
    return make(std::move(layer), nullptr);
}

MapLayerPtr makeMapLayer(LayerMesh mesh)
{
    auto result = std::make_shared<MapLayer>();
    result->id = nextId();
    result->mesh = std::move(mesh);
    return result;
}

MapLayerPtr makeMapLayer(core::Layer layer, const MeshOptions& options)
{
    return make(std::move(layer), &options);
}

} // namespace masar::app
