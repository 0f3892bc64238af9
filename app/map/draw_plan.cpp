// SPDX-License-Identifier: Apache-2.0
#include "app/map/draw_plan.hpp"

#include "app/map/basemap.hpp"
#include "app/map/graticule.hpp"
#include "app/map/map_theme.hpp"
#include "app/map/site_symbol.hpp"
#include "app/map/under_way.hpp"
#include "core/geometry/triangulate.hpp"
#include "core/route/track.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <functional>
#include <iterator>
#include <span>

namespace masar::app {

namespace {

using core::kMercatorWorld;

/// A layer with more legs of movements than this shows thin trails.
constexpr std::size_t kMostFullTrails = 50'000;
/// Trails of more legs than this at once are lines of one pixel, unless a pixel is too thin to see.
constexpr std::uint64_t kMostSmoothTrails = 50'000;

void setColour(float* target, const QColor& colour, double alpha = 1)
{
    target[0] = static_cast<float>(colour.redF());
    target[1] = static_cast<float>(colour.greenF());
    target[2] = static_cast<float>(colour.blueF());
    target[3] = static_cast<float>(colour.alphaF() * alpha);
}

/// How a stroke looks, in logical pixels.
struct Stroke {
    double width = 1;
    double dash = 0;
    double gap = 0;
};

class Planner {
public:
    Planner(const Scene& scene, const Camera& camera, const float* clip)
        : m_scene(scene), m_camera(camera), m_theme(mapTheme(scene.dark)), m_view(camera.view())
    {
        const double ratio = camera.pixelRatio;
        std::memcpy(m_base.clip, clip, sizeof m_base.clip);
        m_base.centreLow[2] = static_cast<float>(camera.pixelsPerUnit() * ratio);
        m_base.centreLow[3] = static_cast<float>(ratio);
        m_base.viewport[0] = static_cast<float>(camera.size.width() * ratio);
        m_base.viewport[1] = static_cast<float>(camera.size.height() * ratio);
        m_base.viewport[2] = 1;
        m_base.viewport[3] = 1;
        setColour(m_base.ground, m_theme.ground);
        setCentre();
        setTurn();
        setColour4(m_plan.clear, m_theme.sea);
    }

    DrawPlan run()
    {
        if (m_scene.tiles) {
            m_plan.tiles = planTiles(*m_scene.tiles, m_camera);
        }
        if (m_scene.basemap) {
            addBasemap();
        }
        m_plan.basemapItems = m_plan.items.size();
        if (m_scene.graticule) {
            addGraticule();
        }
        for (const SceneLayer& layer : m_scene.layers) {
            if (layer.visible) {
                addLayer(layer);
            }
        }
        for (const SceneLayer& layer : m_scene.layers) {
            if (layer.visible) {
                addUnderWay(layer);
                addHeads(layer);
            }
        }
        addSelection(m_scene.hovered, 0.55);
        addSelection(m_scene.selected, 1.0);
        addRuler();
        return std::move(m_plan);
    }

private:
    /// Land and water lie under the tiles, borders on them.
    void addBasemap()
    {
        const auto onTop = [](const BasemapPart& part) {
            return part.role == BasemapRole::admin || part.role == BasemapRole::border ||
                   part.role == BasemapRole::disputed;
        };
        const bool hidden = m_plan.tiles.covers && m_scene.tilesOpacity >= 1;
        bool shaded = false;
        for (const BasemapPart& part : m_scene.basemap->parts) {
            if (onTop(part) || hidden) {
                continue;
            }
            if (!shaded && part.role != BasemapRole::land) {
                addRelief();
                shaded = true;
            }
            addBasemapPart(part);
        }
        m_plan.itemsUnderTiles = m_plan.items.size();
        for (const BasemapPart& part : m_scene.basemap->parts) {
            if (onTop(part) && m_scene.namesShown()) {
                addBasemapPart(part);
            }
        }
    }

    static void setColour4(float* target, const QColor& colour)
    {
        target[0] = static_cast<float>(colour.redF());
        target[1] = static_cast<float>(colour.greenF());
        target[2] = static_cast<float>(colour.blueF());
    }

    /// The centre split at 16 bits, wrapped into the world; the view box goes with it.
    void setCentre()
    {
        m_wraps = std::floor(m_camera.x / kMercatorWorld) * kMercatorWorld;
        const double x = m_camera.x - m_wraps;
        m_view.translate(-m_wraps, 0);
        const std::array<double, 2> centre{x, m_camera.y};
        for (std::size_t i = 0; i < 2; ++i) {
            const double high = std::floor(centre[i] / 65536);
            m_base.centreHigh[i] = static_cast<std::int32_t>(high);
            m_base.centreLow[i] = static_cast<float>(centre[i] - high * 65536);
        }
    }

    /// How the shaders turn what they draw: units to pixels, and the way across the hatching.
    void setTurn()
    {
        const double scale = m_camera.pixelsPerUnit() * m_camera.pixelRatio;
        const QPointF east = m_camera.toPicture({1, 0});
        const QPointF hatching = m_camera.toPicture({1, -1});
        m_base.turn[0] = static_cast<float>(east.x() * scale);
        m_base.turn[1] = static_cast<float>(-east.y() * scale);
        // A fragment's y runs up where the clip space is not corrected, else down.
        const bool up = m_base.clip[5] > 0;
        m_base.turn[2] = static_cast<float>(up ? hatching.x() : -hatching.y());
        m_base.turn[3] = static_cast<float>(up ? -hatching.y() : hatching.x());
    }

    bool visible(const core::MercatorBox& box, int copy) const
    {
        const double shift = copy * kMercatorWorld;
        // Symbols and strokes reach beyond their vertices.
        const double margin = 24 / m_camera.pixelsPerUnit();
        return box.maxX + shift >= m_view.left() - margin &&
               box.minX + shift <= m_view.right() + margin && box.maxY >= m_view.top() - margin &&
               box.minY <= m_view.bottom() + margin &&
               m_camera.sees(QRectF(QPointF(box.minX + shift + m_wraps, box.minY),
                                    QPointF(box.maxX + shift + m_wraps, box.maxY)),
                             24);
    }

    /// The runs of a mesh that may be seen now.
    std::vector<MeshRange> rangesOf(const LayerMesh& mesh, MeshRange MeshChunk::* member, int copy,
                                    bool timed) const
    {
        std::vector<MeshRange> ranges;
        for (const MeshChunk& chunk : mesh.chunks) {
            const MeshRange range = chunk.*member;
            if (range.count == 0 || !visible(chunk.box, copy)) {
                continue;
            }
            const bool now = core::presence(chunk.time, m_scene.window) != core::Presence::absent;
            if (timed && !now && !(chunk.undated && m_scene.showUndated)) {
                continue;
            }
            if (!ranges.empty() && ranges.back().first + ranges.back().count == range.first) {
                ranges.back().count += range.count;
            } else {
                ranges.push_back(range);
            }
        }
        return ranges;
    }

    /// One item for each copy of the world that shows some of the layer.
    void add(const MapLayer& layer, Primitive primitive, FrameUniforms uniforms, bool timed,
             bool plain = false)
    {
        static constexpr std::array members{&MeshChunk::triangles, &MeshChunk::segments,
                                            &MeshChunk::points};
        for (int copy = -1; copy <= 1; ++copy) {
            auto ranges =
                rangesOf(layer.mesh, members[static_cast<std::size_t>(primitive)], copy, timed);
            if (!ranges.empty()) {
                uniforms.centreHigh[2] = copy * 65536;
                m_plan.items.push_back({&layer, primitive, std::move(ranges), uniforms, plain});
            }
        }
    }

    void setStroke(FrameUniforms& uniforms, const Stroke& stroke) const
    {
        const double ratio = m_camera.pixelRatio;
        uniforms.style[0] = static_cast<float>(stroke.width * ratio);
        uniforms.style[1] = static_cast<float>(stroke.dash * ratio);
        uniforms.style[2] = static_cast<float>(stroke.gap * ratio);
    }

    void addBasemapPart(const BasemapPart& part)
    {
        if (m_camera.zoom < part.minZoom || m_camera.zoom >= part.maxZoom) {
            return;
        }
        FrameUniforms uniforms = m_base;
        uniforms.window[3] = 1;
        const auto fill = [&](const QColor& colour) {
            setColour(uniforms.palette[0], colour);
            add(*part.data, Primitive::polygons, uniforms, false);
        };
        const auto line = [&](const QColor& colour, const Stroke& stroke, double alpha = 1) {
            setColour(uniforms.palette[0], colour, alpha);
            setStroke(uniforms, stroke);
            add(*part.data, Primitive::lines, uniforms, false, !part.dashed && stroke.gap == 0);
        };
        const double nearness = std::clamp((m_camera.zoom - 4) / 6, 0.0, 1.0);
        switch (part.role) {
        case BasemapRole::land:
            return fill(m_theme.land);
        case BasemapRole::lake:
            return fill(m_theme.lake);
        case BasemapRole::coast:
            return line(m_theme.coast, {.width = 0.7 + 0.5 * nearness});
        case BasemapRole::lakeShore:
            return line(m_theme.lakeShore, {.width = 0.6 + 0.4 * nearness});
        case BasemapRole::river:
            return line(m_theme.river, {.width = part.weight * (0.6 + 1.0 * nearness)});
        case BasemapRole::admin:
            return line(m_theme.admin, {.width = 0.8, .dash = 5, .gap = 3}, 0.8);
        case BasemapRole::border:
            if (m_camera.zoom > 4) { // from afar a band along each border would be all there is
                line(m_theme.border, {.width = 3.2 + 1.6 * nearness}, 0.16);
            }
            return line(m_theme.border,
                        {.width = std::clamp(m_camera.zoom / 5, 0.4, 0.9) + 0.4 * nearness});
        case BasemapRole::disputed:
            return line(m_theme.disputed, {.width = 1.1, .dash = 4, .gap = 4});
        }
    }

    /// The relief is soft beyond zoom 8, and a speckle below 4: it fades out there.
    void addRelief()
    {
        const double opacity = m_theme.reliefOpacity *
                               std::clamp((9.5 - m_camera.zoom) / 1.5, 0.0, 1.0) *
                               std::clamp(m_camera.zoom - 3, 0.0, 1.0);
        if (m_scene.basemap->relief.pixels.empty() || opacity <= 0) {
            return;
        }
        FrameUniforms uniforms = m_base;
        uniforms.viewport[3] = static_cast<float>(opacity);
        for (int copy = -1; copy <= 1; ++copy) {
            uniforms.centreHigh[2] = copy * 65536;
            m_plan.items.push_back({nullptr, Primitive::relief, {}, uniforms});
        }
    }

    void setWindow(FrameUniforms& uniforms, const TimeTicks& ticks) const
    {
        uniforms.window[0] = ticks.floor(m_scene.window.begin);
        uniforms.window[1] = std::max(ticks.ceil(m_scene.window.end), uniforms.window[0] + 1);
        uniforms.window[2] = m_scene.showUndated ? 1 : 0;
    }

    void setPalette(FrameUniforms& uniforms, int layerColour_, double alpha) const
    {
        for (std::size_t i = 0; i < m_theme.status.size(); ++i) {
            setColour(uniforms.palette[i], m_theme.status[i], alpha);
        }
        setColour(uniforms.palette[0], layerColour(layerColour_, m_scene.dark), alpha);
    }

    /// Strokes thin out where there are many.
    static double strokeWidth(const LayerMesh& mesh)
    {
        return mesh.segments.size() > 50'000 ? 1.2 : 2.2;
    }

    /// A wider stroke of the ground's colour beneath lines, so that they stand out from the map.
    /// Areas have their tint for that.
    void addCasing(const MapLayer& layer, FrameUniforms uniforms)
    {
        const double width = strokeWidth(layer.mesh);
        if (width < 2 || !layer.mesh.indices.empty()) {
            return;
        }
        for (auto& colour : uniforms.palette) {
            setColour(colour, m_theme.ground, 0.85);
        }
        setStroke(uniforms, {.width = width + 2.4});
        add(layer, Primitive::lines, uniforms, true);
    }

    /// From afar symbols are smaller and lose their pictograms.
    void setSymbols(FrameUniforms& uniforms) const
    {
        const double nearness = std::clamp((m_camera.zoom - 4) / 2.5, 0.0, 1.0);
        uniforms.viewport[2] = static_cast<float>(0.55 + 0.45 * nearness);
        uniforms.style[0] = static_cast<float>(std::clamp((m_camera.zoom - 5.2) / 0.5, 0.0, 1.0));
    }

    /// Dots are smaller where they would hide each other, by how far apart a layer's points would
    /// lie if they were spread evenly over its extent: the same at every moment and wherever the
    /// map is panned.
    double dotScale(const LayerMesh& mesh) const
    {
        constexpr double roomy = 8; // pixels apart
        core::MercatorBox box;
        for (const MeshChunk& chunk : mesh.chunks) {
            box.add(chunk.box);
        }
        const double scale = m_camera.pixelsPerUnit();
        const double area = scale * scale * (static_cast<double>(box.maxX) - box.minX) *
                            (static_cast<double>(box.maxY) - box.minY);
        const double apart = std::sqrt(area / static_cast<double>(mesh.points.size()));
        return std::clamp(apart / roomy, 0.55, 1.0);
    }

    void addLayer(const SceneLayer& layer)
    {
        const LayerMesh& mesh = layer.data->mesh;
        const MapLayer& shown =
            layer.data->at(1 / (m_camera.pixelsPerUnit() * m_camera.pixelRatio));
        FrameUniforms uniforms = m_base;
        setWindow(uniforms, mesh.ticks);
        if (!mesh.indices.empty()) {
            setPalette(uniforms, layer.colour, 0.22);
            add(shown, Primitive::polygons, uniforms, true);
        }
        setPalette(uniforms, layer.colour, 1);
        if (!mesh.segments.empty()) {
            addCasing(*layer.data, uniforms);
            setStroke(uniforms, {.width = strokeWidth(mesh)});
            const core::LayerCounts& counts = layer.data->layer.counts;
            const bool outlines = counts.polygon == counts.drawn; // lines may be dashed
            add(shown, Primitive::lines, uniforms, true, outlines && &shown != layer.data.get());
        }
        if (!mesh.legs.empty()) {
            addTrails(layer);
        }
        if (!mesh.points.empty()) {
            // Symbols are for reading; where there are too many to read, dots show where and which
            // status.
            if (mesh.points.size() > kMostSymbols) {
                uniforms.viewport[2] = static_cast<float>(dotScale(mesh));
                addDots(*layer.data, uniforms);
            } else {
                setSymbols(uniforms);
                add(*layer.data, Primitive::points, uniforms, true);
            }
        }
        if (!mesh.sites.empty()) {
            addSites(layer, uniforms);
        }
    }

    /// Sites with several states: what of them is there now decides on their symbol.
    void addSites(const SceneLayer& layer, FrameUniforms uniforms)
    {
        const std::size_t first = m_plan.markers.size();
        for (const MeshSite& site : layer.data->mesh.sites) {
            if (const auto symbol = siteSymbol(site, layer.data->layer, m_scene)) {
                m_plan.markers.push_back(symbol->marker(site));
            }
        }
        setSymbols(uniforms);
        uniforms.window[2] = 1; // what is not shown is no marker
        addMarkers(first, uniforms);
    }

    /// Dots, picked on the CPU: a comparison of integers here costs a hundredth of what a dot that
    /// turns out to be absent costs the four vertices of its square, where these are software too.
    /// Whether a dot is certain or only possible remains the shader's to say.
    void addDots(const MapLayer& layer, FrameUniforms uniforms)
    {
        const std::int32_t begin = uniforms.window[0];
        const std::int32_t end = uniforms.window[1];
        const auto present = [&](const MeshVertex& dot) {
            return (dot.flags & mesh_flags::undated) != 0
                       ? m_scene.showUndated
                       : dot.time[0] < end && dot.time[3] > begin;
        };
        for (int copy = -1; copy <= 1; ++copy) {
            const auto first = static_cast<std::uint32_t>(m_plan.markers.size());
            for (const MeshRange& range : rangesOf(layer.mesh, &MeshChunk::points, copy, true)) {
                const auto dots = std::span(layer.mesh.points).subspan(range.first, range.count);
                std::ranges::copy_if(dots, std::back_inserter(m_plan.markers), present);
            }
            const auto count = static_cast<std::uint32_t>(m_plan.markers.size()) - first;
            if (count > 0) {
                uniforms.centreHigh[2] = copy * 65536;
                m_plan.items.push_back(
                    {nullptr, Primitive::points, {{first, count}}, uniforms, true});
            }
        }
    }

    /// Draws the markers added since `first`, in every copy of the world.
    void addMarkers(std::size_t first, FrameUniforms uniforms)
    {
        const auto count = static_cast<std::uint32_t>(m_plan.markers.size() - first);
        if (count == 0) {
            return;
        }
        for (int copy = -1; copy <= 1; ++copy) {
            if (visible({0, 0, UINT32_MAX, UINT32_MAX}, copy)) {
                uniforms.centreHigh[2] = copy * 65536;
                m_plan.items.push_back({nullptr,
                                        Primitive::points,
                                        {{static_cast<std::uint32_t>(first), count}},
                                        uniforms});
            }
        }
    }

    /// Draws the strokes added since `first` in one copy of the world.
    void addStrokes(std::size_t first, FrameUniforms uniforms, int copy, bool plain = true)
    {
        const auto count = static_cast<std::uint32_t>(m_plan.strokes.size() - first);
        if (count > 0) {
            uniforms.window[3] = 1;
            uniforms.centreHigh[2] = copy * 65536;
            m_plan.items.push_back({nullptr,
                                    Primitive::lines,
                                    {{static_cast<std::uint32_t>(first), count}},
                                    uniforms,
                                    plain});
        }
    }

    /// Straight lines, cut to the picture so that their ends are exact at any zoom.
    void addGraticule()
    {
        const Graticule graticule = graticuleOf(m_camera);
        FrameUniforms uniforms = m_base;
        setColour(uniforms.palette[0], m_theme.graticule);
        setStroke(uniforms, {.width = 0.8});
        static constexpr double world = kMercatorWorld - 1;
        const double margin = 16 / m_camera.pixelsPerUnit();
        const auto unit = [](double value) {
            return static_cast<std::uint32_t>(std::clamp(value, 0.0, world));
        };
        for (int copy = -1; copy <= 1; ++copy) {
            const double left = m_view.left() - margin - copy * kMercatorWorld;
            const double right = m_view.right() + margin - copy * kMercatorWorld;
            if (right < 0 || left > world) {
                continue;
            }
            const std::size_t first = m_plan.strokes.size();
            const auto add = [this](std::uint32_t ax, std::uint32_t ay, std::uint32_t bx,
                                    std::uint32_t by) {
                m_plan.strokes.push_back({ax, ay, bx, by, {}, 0, 0});
            };
            for (const double lon : graticule.lonsDeg) {
                if (lon >= graticule.lonsDeg.front() + 360) {
                    break; // a picture wider than the world
                }
                // 180 degrees is drawn once, at the beginning of the copy to its east.
                const double x = (std::remainder(lon, 360.0) + 180) / 360 * kMercatorWorld;
                const double wrapped = x >= kMercatorWorld ? 0 : x;
                if (wrapped >= left && wrapped <= right) {
                    add(unit(wrapped), unit(m_view.top() - margin), unit(wrapped),
                        unit(m_view.bottom() + margin));
                }
            }
            for (const double lat : graticule.latsDeg) {
                const std::uint32_t y = core::toMercator({0, lat}).y;
                add(unit(left), y, unit(right), y);
            }
            addStrokes(first, uniforms, copy);
        }
    }

    /// Adds a path to this frame's strokes, parted where it crosses 180 degrees.
    void addPath(const std::vector<core::MercatorPoint>& path)
    {
        double along = 0;
        for (std::size_t i = 1; i < path.size(); ++i) {
            const core::MercatorPoint a = path[i - 1];
            const core::MercatorPoint b = path[i];
            const auto dx = static_cast<std::int32_t>(b.x - a.x); // the short way
            const double dy = static_cast<double>(b.y) - a.y;
            const bool crosses = (dx > 0) != (b.x > a.x) && dx != 0;
            const auto startsAt = static_cast<float>(along);
            if (crosses) {
                const double toEdge = dx > 0 ? kMercatorWorld - a.x : static_cast<double>(a.x);
                const auto y = static_cast<std::uint32_t>(
                    a.y + dy * toEdge / std::abs(static_cast<double>(dx)));
                const std::uint32_t before = dx > 0 ? UINT32_MAX : 0;
                m_plan.strokes.push_back({a.x, a.y, before, y, {}, 0, startsAt});
                m_plan.strokes.push_back(
                    {~before, y, b.x, b.y, {}, 0, startsAt + static_cast<float>(toEdge)});
            } else {
                m_plan.strokes.push_back({a.x, a.y, b.x, b.y, {}, 0, startsAt});
            }
            along += std::hypot(static_cast<double>(dx), dy);
        }
    }

    /// A light tint on what is measured; none where it reaches over 180 degrees, whose triangles
    /// would cross the world.
    void addArea(const std::vector<core::MercatorPoint>& ring)
    {
        const auto farApart = [](core::MercatorPoint a, core::MercatorPoint b) {
            return std::abs(static_cast<double>(a.x) - b.x) > kMercatorWorld / 2;
        };
        if (ring.size() < 3 || std::ranges::adjacent_find(ring, farApart) != ring.end()) {
            return;
        }
        core::GeometryTable table;
        table.addPart(core::PartKind::outerRing, ring);
        table.endFeature();
        core::triangulate(table, table.partsOf(0), m_plan.areaTriangles);
        const auto vertices = table.verticesOf(table.partsOf(0).front());
        std::ranges::transform(
            vertices, std::back_inserter(m_plan.area),
            [](core::MercatorPoint point) { return MeshVertex{point.x, point.y, {}, 0}; });
        FrameUniforms uniforms = m_base;
        uniforms.window[3] = 1;
        setColour(uniforms.palette[0], m_theme.ruler, 0.14);
        const auto count = static_cast<std::uint32_t>(m_plan.areaTriangles.size());
        for (int copy = -1; copy <= 1 && count > 0; ++copy) {
            uniforms.centreHigh[2] = copy * 65536;
            m_plan.items.push_back({nullptr, Primitive::polygons, {{0, count}}, uniforms});
        }
    }

    /// The measured path on a casing of the ground's colour, its pending part dashed, its corners
    /// as dots.
    void addRuler()
    {
        const Ruler& ruler = m_scene.ruler;
        addArea(ruler.area);
        FrameUniforms casing = m_base;
        setColour(casing.palette[0], m_theme.ground, 0.9);
        setStroke(casing, {.width = 5});
        FrameUniforms line = m_base;
        setColour(line.palette[0], m_theme.ruler);
        setStroke(line, {.width = 2.2});
        FrameUniforms pending = line;
        setStroke(pending, {.width = 2.2, .dash = 7, .gap = 6});
        for (int copy = -1; copy <= 1; ++copy) {
            const std::size_t first = m_plan.strokes.size();
            addPath(ruler.line);
            const std::size_t firstPending = m_plan.strokes.size();
            addStrokes(first, casing, copy);
            addStrokes(first, line, copy);
            addPath(ruler.pending);
            addStrokes(firstPending, casing, copy);
            addStrokes(firstPending, pending, copy, false);
        }
        const std::size_t firstCorner = m_plan.markers.size();
        for (const core::MercatorPoint corner : ruler.corners) {
            m_plan.markers.push_back({corner.x, corner.y, {}, shapeFlags(Shape::dot)});
        }
        line.window[3] = 1;
        addMarkers(firstCorner, line);
    }

    /// What the shaders of movements read of the clock and the limits.
    FrameUniforms trackUniforms(const SceneLayer& layer) const
    {
        const LayerMesh& mesh = layer.data->mesh;
        const core::Window& window = m_scene.window;
        const core::Instant trail = m_scene.tracks.trailSeconds;
        const bool all = trail == core::kOpenFuture;
        FrameUniforms uniforms = m_base;
        setPalette(uniforms, layer.colour, 1);
        setColour(uniforms.palette[15], m_theme.impossible);
        uniforms.centreHigh[3] =
            static_cast<std::int32_t>(std::min<std::int64_t>(mesh.ticks.secondsPerTick, INT32_MAX));
        const bool open = all || window.begin < core::kOpenPast + trail;
        uniforms.track[0] = mesh.ticks.floor(open ? core::kOpenPast : window.begin - trail);
        uniforms.track[1] = mesh.ticks.floor(window.end - 1);
        uniforms.track[2] = mesh.ticks.floor(window.begin);
        uniforms.limits[0] = static_cast<float>(m_scene.tracks.limits.plausibleSeconds);
        uniforms.limits[1] = static_cast<float>(m_scene.tracks.limits.gapSeconds);
        uniforms.limits[2] = static_cast<float>(m_scene.tracks.limits.maxMetresPerSecond);
        // The trail pales with its age, one without end with that of the oldest leg.
        const std::int64_t oldest = all ? mesh.firstLegTick : uniforms.track[0];
        uniforms.limits[3] =
            static_cast<float>(std::max<std::int64_t>(1, uniforms.track[2] - oldest));
        uniforms.style[1] = all ? 0.35F : 0.12F;
        return uniforms;
    }

    void addLegs(const MapLayer& layer, Primitive primitive, FrameUniforms uniforms,
                 const std::vector<MeshRange>& ranges)
    {
        for (int copy = -1; copy <= 1 && !ranges.empty(); ++copy) {
            if (visible(layer.mesh.legBox, copy)) {
                uniforms.centreHigh[2] = copy * 65536;
                m_plan.items.push_back({&layer, primitive, ranges, uniforms});
            }
        }
    }

    /// Trails as lines of a pixel: of the legs that have some part between the trail's begin and
    /// the moment.
    void addHairs(const MapLayer& layer, FrameUniforms uniforms,
                  const std::vector<MeshRange>& ranges)
    {
        const auto first = static_cast<std::uint32_t>(m_plan.hairs.size());
        for (const MeshRange& range : ranges) {
            for (MeshLeg leg : std::span(layer.mesh.legs).subspan(range.first, range.count)) {
                if (leg.begin <= uniforms.track[1] && leg.end >= uniforms.track[0]) {
                    m_plan.hairs.push_back(leg);
                    leg.flags |= leg_flags::laterEnd;
                    m_plan.hairs.push_back(leg);
                }
            }
        }
        const auto count = static_cast<std::uint32_t>(m_plan.hairs.size()) - first;
        for (int copy = -1; copy <= 1 && count > 0; ++copy) {
            if (visible(layer.mesh.legBox, copy)) {
                uniforms.centreHigh[2] = copy * 65536;
                m_plan.items.push_back(
                    {nullptr, Primitive::trails, {{first, count}}, uniforms, true});
            }
        }
    }

    /// The trails: those legs that the window and what is kept of the time before it hold.
    void addTrails(const SceneLayer& layer)
    {
        const LayerMesh& mesh = layer.data->mesh;
        FrameUniforms uniforms = trackUniforms(layer);
        const auto ranges = mesh.legsWithin(uniforms.track[0], uniforms.track[1]);
        const bool many = mesh.legs.size() > kMostFullTrails;
        if (!many) {
            FrameUniforms casing = uniforms;
            for (auto& colour : casing.palette) {
                setColour(colour, m_theme.ground, 0.85);
            }
            casing.style[0] = static_cast<float>(4.6 * m_camera.pixelRatio);
            addLegs(*layer.data, Primitive::trails, casing, ranges);
        }
        uniforms.style[0] = static_cast<float>((many ? 1.2 : 2.2) * m_camera.pixelRatio);
        std::uint64_t legs = 0;
        for (const MeshRange& range : ranges) {
            legs += range.count;
        }
        if (legs > kMostSmoothTrails && m_camera.pixelRatio < 1.5) {
            addHairs(*layer.data, uniforms, ranges);
        } else {
            addLegs(*layer.data, Primitive::trails, uniforms, ranges);
        }
    }

    /// Where the tracks are at the last moment of the window.
    void addHeads(const SceneLayer& layer)
    {
        const LayerMesh& mesh = layer.data->mesh;
        if (mesh.legs.empty()) {
            return;
        }
        FrameUniforms uniforms = trackUniforms(layer);
        const bool many = layer.data->layer.tracks.tracks.size() > kMostSymbols;
        uniforms.viewport[2] = many ? 0.55F : 1.0F;
        addLegs(*layer.data, Primitive::heads, uniforms,
                mesh.legsWithin(uniforms.track[2], uniforms.track[1]));
    }

    void addUnderWay(const SceneLayer& layer)
    {
        const std::size_t first = m_plan.markers.size();
        constexpr double clearPixels = 21; // a symbol's radius and the mark's own
        for (const UnderWay& mover :
             underWay(layer.data->layer, m_scene.window, clearPixels * m_camera.metresPerPixel())) {
            const auto turns =
                static_cast<std::uint32_t>(
                    std::lround((mover.headingDeg - m_camera.bearingDeg - 90) / 360 * 256 + 512)) &
                0xffU;
            m_plan.markers.push_back({mover.at.x,
                                      mover.at.y,
                                      {},
                                      paletteIndex(Status::convoy) | shapeFlags(Shape::underWay) |
                                          turns << mesh_flags::headingShift});
        }
        FrameUniforms uniforms = m_base;
        setPalette(uniforms, layer.colour, 1);
        setSymbols(uniforms);
        uniforms.window[3] = 1;
        addMarkers(first, uniforms);
    }

    void addSelection(const std::optional<FeatureRef>& feature, double strength)
    {
        if (!feature) {
            return;
        }
        const auto layer = std::ranges::find_if(
            m_scene.layers, [&](const SceneLayer& l) { return l.data->id == feature->layer; });
        if (layer == m_scene.layers.end() || !layer->visible ||
            feature->row >= layer->data->layer.rowCount()) {
            return;
        }
        if (layer->data->layer.tracks.find(feature->row)) {
            return addSelectedTrack(layer->data->layer.tracks.fixesOf(feature->row), strength);
        }
        const core::GeometryTable& geometry = layer->data->layer.geometry;
        const std::size_t first = m_plan.markers.size();
        bool pointsOnly = true;
        for (const core::GeometryPart& part : geometry.partsOf(feature->row)) {
            const auto vertices = geometry.verticesOf(part);
            // A point is ringed; a line or area is marked at its vertices, up to a readable number.
            const std::size_t step = part.kind == core::PartKind::point
                                         ? 1
                                         : std::max<std::size_t>(1, vertices.size() / 64);
            for (std::size_t i = 0; i < vertices.size(); i += step) {
                m_plan.markers.push_back(
                    {vertices[i].x, vertices[i].y, {}, shapeFlags(Shape::selection)});
            }
            pointsOnly = pointsOnly && part.kind == core::PartKind::point;
        }
        FrameUniforms uniforms = m_base;
        uniforms.viewport[2] = pointsOnly ? 1.0F : 0.35F;
        uniforms.viewport[3] = static_cast<float>(strength);
        setColour(uniforms.palette[0], m_theme.selection);
        uniforms.window[3] = 1;
        addMarkers(first, uniforms);
    }

    /// A band over what is drawn of a track, and a ring around where it is.
    void addSelectedTrack(const core::TrackFixes& fixes, double strength)
    {
        const core::LegLimits& limits = m_scene.tracks.limits;
        FrameUniforms band = m_base;
        setColour(band.palette[0], m_theme.selection, 0.45 * strength);
        setStroke(band, {.width = 8});
        const auto trail =
            core::trailOf(fixes, m_scene.window, m_scene.tracks.trailSeconds, limits);
        for (int copy = -1; copy <= 1; ++copy) {
            const std::size_t first = m_plan.strokes.size();
            for (const core::TrailPiece& piece : trail) {
                addPath({piece.from, piece.to});
            }
            addStrokes(first, band, copy);
        }
        const auto position = core::positionAt(fixes, m_scene.window.end - 1, limits);
        const std::size_t first = m_plan.markers.size();
        if (position && fixes.times.back() >= m_scene.window.begin) {
            m_plan.markers.push_back(
                {position->at.x, position->at.y, {}, shapeFlags(Shape::selection)});
        }
        FrameUniforms ring = m_base;
        ring.viewport[3] = static_cast<float>(strength);
        setColour(ring.palette[0], m_theme.selection);
        ring.window[3] = 1;
        addMarkers(first, ring);
    }

    const Scene& m_scene;
    const Camera& m_camera;
    const MapTheme& m_theme;
    QRectF m_view;
    double m_wraps = 0; ///< worlds between it and the camera, in units
    FrameUniforms m_base;
    DrawPlan m_plan;
};

} // namespace

DrawPlan planDrawing(const Scene& scene, const Camera& camera, const float* clip)
{
    return Planner(scene, camera, clip).run();
}

} // namespace masar::app
