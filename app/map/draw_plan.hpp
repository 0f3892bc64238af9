// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/camera.hpp"
#include "app/map/map_scene.hpp"
#include "app/map/raster_tiles.hpp"

#include <cstdint>
#include <vector>

namespace masar::app {

/// The uniform block of view.glsl, as it lies in memory (std140).
struct FrameUniforms {
    float clip[16] = {};
    std::int32_t centreHigh[4] = {};
    float centreLow[4] = {};
    float viewport[4] = {};
    std::int32_t window[4] = {};
    float style[4] = {};
    float ground[4] = {};
    float palette[16][4] = {};
    std::int32_t track[4] = {};
    float limits[4] = {};
    float turn[4] = {};
};
static_assert(sizeof(FrameUniforms) == 464);

/// Trails and heads are both made of legs.
enum class Primitive : std::uint8_t { polygons, lines, points, relief, trails, heads };

/// One draw: which part of which mesh, and how. `mesh` is null for the markers and strokes of this
/// frame.
struct DrawItem {
    const MapLayer* layer = nullptr; ///< null for markers, strokes and relief
    Primitive primitive = Primitive::points;
    std::vector<MeshRange>
        ranges; ///< points, segments, legs or indices; of the plan's own if layer is null
    FrameUniforms uniforms;
    /// The short way: dots instead of symbols, strokes without dashes and arrows, hairs instead of
    /// trails.
    bool plain = false;
};

/// What one frame draws, in order, before its labels: worked out on the CPU from the scene and the
/// camera without touching a feature, but for dots and those few that move or are selected.
struct DrawPlan {
    std::vector<DrawItem> items;
    std::size_t basemapItems = 0;    ///< the first of them, which the clock does not change
    std::size_t itemsUnderTiles = 0; ///< the first of those: the tiles are drawn after them
    TilePlan tiles;
    /// Dots that are present, things under way, selection, corners of the ruler.
    std::vector<MeshVertex> markers;
    std::vector<MeshSegment> strokes; ///< graticule, ruler
    std::vector<MeshLeg> hairs;       ///< legs of very many trails, each twice: for its ends
    std::vector<MeshVertex> area;     ///< measured by the ruler,
    std::vector<std::uint32_t> areaTriangles; ///< three indices of it each
    float clear[3] = {};
};

/// `clip` is the backend's clip space correction, column-major.
[[nodiscard]] DrawPlan planDrawing(const Scene& scene, const Camera& camera, const float* clip);

} // namespace masar::app
