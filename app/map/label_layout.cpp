// SPDX-License-Identifier: Apache-2.0
#include "app/map/label_layout.hpp"

#include "app/map/river_names.hpp"
#include "app/map/turned_room.hpp"

#include <algorithm>
#include <cmath>

namespace masar::app {

namespace {

/// The copies of the world that the camera sees.
std::vector<int> copiesIn(const Camera& camera)
{
    const QRectF view = camera.view();
    std::vector<int> copies;
    for (int copy = -1; copy <= 1; ++copy) {
        const double left = copy * core::kMercatorWorld;
        if (view.right() > left && view.left() < left + core::kMercatorWorld) {
            copies.push_back(copy);
        }
    }
    return copies;
}

/// Walks a path of pixels; before its beginning and beyond its end it goes straight on.
class PathWalk {
public:
    explicit PathWalk(const std::vector<QPointF>& path) : m_path(path)
    {
        m_along.reserve(path.size());
        double along = 0;
        for (std::size_t i = 0; i < path.size(); ++i) {
            if (i > 0) {
                const QPointF on = path[i] - path[i - 1];
                along += std::hypot(on.x(), on.y());
            }
            m_along.push_back(along);
        }
    }

    [[nodiscard]] double length() const { return m_along.back(); }

    /// The point at a distance from the beginning, and the direction across the path there, to
    /// what is below for someone who walks it.
    [[nodiscard]] std::pair<QPointF, QPointF> at(double along) const
    {
        constexpr double around = 5; // pixels over which the direction is taken
        const QPointF on = point(along + around) - point(along - around);
        const double length = std::max(std::hypot(on.x(), on.y()), 1e-9);
        return {point(along), QPointF(-on.y(), on.x()) / length};
    }

private:
    [[nodiscard]] QPointF point(double along) const
    {
        const auto next = std::ranges::upper_bound(m_along, along);
        const auto i = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(
            next - m_along.begin(), 1, static_cast<std::ptrdiff_t>(m_along.size()) - 1));
        const double piece = std::max(m_along[i] - m_along[i - 1], 1e-9);
        return m_path[i - 1] + (m_path[i] - m_path[i - 1]) * ((along - m_along[i - 1]) / piece);
    }

    const std::vector<QPointF>& m_path;
    std::vector<double> m_along;
};

/// Cuts texts and dots out of the atlas and lays them on the picture.
class QuadMaker {
public:
    QuadMaker(const Camera& camera, LabelAtlas& atlas)
        : m_camera(camera), m_ratio(camera.pixelRatio), m_atlas(atlas)
    {
    }

    /// False if the atlas is full.
    bool add(const LabelLayout::Shown& shown)
    {
        if (dotRadius(shown.name->kind) > 0 && m_camera.zoom >= shown.name->dotFrom) {
            const auto dot = m_atlas.findDot(shown.name->kind, shown.name->capital);
            if (!dot) {
                return false;
            }
            addUpright(*dot, shown.at);
        }
        const auto course = shown.name->river ? courseUnder(*shown.name, m_camera) : std::nullopt;
        if (shown.name->river && !course) {
            return true;
        }
        for (const NameLine& line : shown.name->lines) {
            const auto text = m_atlas.find(line.text, line.style);
            if (!text) {
                return false;
            }
            if (course) {
                addAlong(*course, *text, line.start, shown);
            } else {
                addUpright(*text, shown.at + line.start);
            }
        }
        return true;
    }

    std::vector<LabelQuad> take() { return std::move(m_quads); }

private:
    /// On whole device pixels: as sharp as it was drawn.
    void addUpright(const LabelPiece& piece, QPointF at)
    {
        const QPointF corner = (at + piece.offset) * m_ratio;
        const double x = std::round(corner.x());
        const double y = std::round(corner.y());
        const double w = piece.pixels.width();
        const double h = piece.pixels.height();
        m_quads.push_back(
            {{QPointF(x, y), {x + w, y}, {x, y + h}, {x + w, y + h}}, QRectF(piece.pixels)});
    }

    /// In thin slices that follow a path: joined letters stay joined.
    void addAlong(const std::vector<QPointF>& path, const LabelPiece& piece, QPointF start,
                  const LabelLayout::Shown& shown)
    {
        constexpr double slice = 4; // logical pixels
        const PathWalk walk(path);
        const double width = piece.pixels.width() / m_ratio;
        const double height = piece.pixels.height() / m_ratio;
        const double top = start.y() + piece.offset.y();
        const double left = walk.length() / 2 + start.x() + piece.offset.x();
        const auto count = static_cast<int>(std::ceil(width / slice));
        const auto edge = [&](int i) {
            const double x = width * i / count;
            const auto [at, across] = walk.at(left + x);
            return std::pair((shown.at + at + across * top) * m_ratio,
                             (shown.at + at + across * (top + height)) * m_ratio);
        };
        auto before = edge(0);
        for (int i = 1; i <= count; ++i) {
            const auto next = edge(i);
            const QRectF source(piece.pixels.x() + piece.pixels.width() * (i - 1.0) / count,
                                piece.pixels.y(), piece.pixels.width() / double(count),
                                piece.pixels.height());
            m_quads.push_back({{before.first, next.first, before.second, next.second}, source});
            before = next;
        }
    }

    const Camera& m_camera;
    double m_ratio;
    LabelAtlas& m_atlas;
    std::vector<LabelQuad> m_quads;
};

} // namespace

void LabelLayout::update(const Scene& scene)
{
    const SiteNames::Change change = m_sites.update(scene);
    const auto basemap = scene.namesShown() ? scene.basemap : nullptr;
    const bool other = basemap != m_basemap || scene.language != m_language;
    if (change == SiteNames::Change::none && !other) {
        return;
    }
    if (change == SiteNames::Change::sites || other) {
        m_basemap = basemap;
        m_language = scene.language;
        chooseSides();
    }
    chooseZooms();
    m_turned.reset();
}

/// Where names stand, over all times: large names, then those of sites, then all others.
void LabelLayout::chooseSides()
{
    LabelSolver symbols;
    m_sites.placeAllMarks(symbols);
    LabelSolver sites = symbols;
    m_basemapNames.clear();
    m_majorCount = 0;
    if (!m_basemap) {
        return m_sites.chooseSides(sites, {});
    }
    const auto texts = textsOf(*m_basemap, m_language);
    BasemapNames names(*m_basemap, *texts, symbols);
    names.placeMajor(sites);
    m_majorCount = names.names().size();
    for (const PlacedName& name : names.names()) {
        sites.place(name.at, name.shape, name.minZoom, name.maxZoom);
    }
    m_sites.chooseSides(sites, names.cities());
    names.placeMinor(sites);
    m_basemapNames = names.take();
}

/// From which zoom they show, beside what is there now.
void LabelLayout::chooseZooms()
{
    LabelSolver taken;
    m_sites.forEachMark(
        [&](core::MercatorPoint at, const LabelShape& shape) { taken.place(at, shape, 0); });
    for (PlacedName& name : m_basemapNames) {
        if (name.aside) {
            LabelShape dot;
            dot.add(dotBox(name.kind));
            name.dotFrom = taken.freeFrom(name.at, dot, 0);
        }
    }
    m_from.clear();
    m_from.reserve(m_basemapNames.size());
    const auto free = [&](const PlacedName& name) {
        m_from.push_back(taken.freeFrom(name.at, name.shape, name.minZoom, name.maxZoom));
    };
    const auto major = std::span(m_basemapNames).first(m_majorCount);
    std::ranges::for_each(major, free);
    for (std::size_t i = 0; i < major.size(); ++i) {
        taken.place(major[i].at, major[i].shape, m_from[i], major[i].maxZoom);
    }
    m_sites.placeNames(taken);
    std::ranges::for_each(std::span(m_basemapNames).subspan(m_majorCount), free);
}

/// On a turned map the zooms that were chosen do not hold. What they let show is taken in the same
/// order, each that hits nothing before it: for the whole world at once, so that panning changes
/// nothing, and anew when zoom or bearing change.
void LabelLayout::chooseTurned(const Camera& camera)
{
    if (m_turned && m_turned->zoom == camera.zoom && m_turned->bearingDeg == camera.bearingDeg) {
        return;
    }
    m_turned = Turned{camera.zoom, camera.bearingDeg, {}};
    TurnedRoom room(camera);
    m_sites.forEachMark(
        [&](core::MercatorPoint at, const LabelShape& shape) { room.take(at, shape); });
    const auto add = [&](const PlacedName& name, double from) {
        if (!name.showsAt(camera.zoom, from)) {
            return;
        }
        const auto course = name.river ? courseUnder(name, camera) : std::nullopt;
        const LabelShape shape = course ? shapeAlong(name, *course) : name.shape;
        if (room.takeIfFree(name.at, shape)) {
            m_turned->names.push_back({&name, shape.bounds()});
        }
    };
    const auto addFrom = [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) {
            add(m_basemapNames[i], m_from[i]);
        }
    };
    addFrom(0, m_majorCount);
    for (const PlacedName& name : m_sites.names()) {
        add(name, name.minZoom);
    }
    addFrom(m_majorCount, m_from.size());
}

std::vector<LabelLayout::Shown> LabelLayout::shown(const Camera& camera)
{
    std::vector<Shown> result;
    const QRectF picture(QPointF(0, 0), camera.size);
    const std::vector<int> copies = copiesIn(camera);
    const auto add = [&](const PlacedName& name, const QRectF& bounds) {
        for (const int copy : copies) {
            const QPointF at = camera.toPixel(name.at, copy);
            if (picture.intersects(bounds.translated(at))) {
                result.push_back({&name, at});
            }
        }
    };
    if (camera.turned()) {
        chooseTurned(camera);
        for (const Standing& standing : m_turned->names) {
            add(*standing.name, standing.bounds);
        }
        return result;
    }
    const auto addFrom = [&](const PlacedName& name, double from) {
        if (name.showsAt(camera.zoom, from)) {
            add(name, name.shape.bounds());
        }
    };
    for (const PlacedName& name : m_sites.names()) {
        addFrom(name, name.minZoom);
    }
    for (std::size_t i = 0; i < m_from.size(); ++i) {
        addFrom(m_basemapNames[i], m_from[i]);
    }
    return result;
}

std::vector<LabelQuad> LabelLayout::layOut(const Camera& camera, LabelAtlas& atlas)
{
    const std::vector<Shown> names = shown(camera);
    for (int attempt = 0; attempt < 4; ++attempt) {
        QuadMaker maker(camera, atlas);
        if (std::all_of(names.rbegin(), names.rend(),
                        [&](const Shown& name) { return maker.add(name); })) {
            return maker.take();
        }
        atlas.restart(); // of what is in view alone, and if that is too much, with more room
    }
    return {};
}

} // namespace masar::app
