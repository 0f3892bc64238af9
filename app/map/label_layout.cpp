// SPDX-License-Identifier: Apache-2.0
#include "app/map/label_layout.hpp"

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

/// Cuts texts and dots out of the atlas and lays them on the picture.
class QuadMaker {
public:
    QuadMaker(const Camera& camera, LabelAtlas& atlas) : m_ratio(camera.pixelRatio), m_atlas(atlas)
    {
    }

    /// False if the atlas is full.
    bool add(const LabelLayout::Shown& shown)
    {
        if (dotRadius(shown.name->kind) > 0) {
            const auto dot = m_atlas.findDot(shown.name->kind, shown.name->capital);
            if (!dot) {
                return false;
            }
            addUpright(*dot, shown.at, shown.opacity);
        }
        for (const NameLine& line : shown.name->lines) {
            const auto text = m_atlas.find(line.text, line.style);
            if (!text) {
                return false;
            }
            addUpright(*text, shown.at + line.start, shown.opacity);
        }
        return true;
    }

    std::vector<LabelQuad> take() { return std::move(m_quads); }

private:
    /// On whole device pixels: as sharp as it was drawn.
    void addUpright(const LabelPiece& piece, QPointF at, double opacity)
    {
        const QPointF corner = (at + piece.offset) * m_ratio;
        const double x = std::round(corner.x());
        const double y = std::round(corner.y());
        const double w = piece.pixels.width();
        const double h = piece.pixels.height();
        m_quads.push_back({{QPointF(x, y), {x + w, y}, {x, y + h}, {x + w, y + h}},
                           QRectF(piece.pixels),
                           opacity});
    }

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
}

/// Where names stand, over all times: large names, then those of sites, then all others.
void LabelLayout::chooseSides()
{
    LabelSolver sites;
    m_sites.placeAllMarks(sites);
    m_basemapNames.clear();
    m_majorCount = 0;
    if (!m_basemap) {
        return m_sites.chooseSides(sites, {});
    }
    const auto texts = textsOf(*m_basemap, m_language);
    BasemapNames names(*m_basemap, *texts);
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
    m_sites.placeMarks(taken);
    m_from.clear();
    m_from.reserve(m_basemapNames.size());
    const auto free = [&](const PlacedName& name) {
        m_from.push_back(taken.freeFrom(name.at, name.shape, name.minZoom));
    };
    const auto major = std::span(m_basemapNames).first(m_majorCount);
    std::ranges::for_each(major, free);
    for (std::size_t i = 0; i < major.size(); ++i) {
        taken.place(major[i].at, major[i].shape, m_from[i], major[i].maxZoom);
    }
    m_sites.placeNames(taken);
    std::ranges::for_each(std::span(m_basemapNames).subspan(m_majorCount), free);
}

std::vector<LabelLayout::Shown> LabelLayout::shown(const Camera& camera) const
{
    std::vector<Shown> result;
    const QRectF picture(QPointF(0, 0), camera.size);
    const std::vector<int> copies = copiesIn(camera);
    const auto add = [&](const PlacedName& name, double from) {
        const double opacity = name.opacityAt(camera.zoom, from);
        if (opacity <= 0) {
            return;
        }
        const QRectF bounds = name.shape.bounds();
        for (const int copy : copies) {
            const QPointF at = camera.toPixel(name.at, copy);
            if (picture.intersects(bounds.translated(at))) {
                result.push_back({&name, at, opacity});
            }
        }
    };
    for (const PlacedName& name : m_sites.names()) {
        add(name, name.minZoom);
    }
    for (std::size_t i = 0; i < m_from.size(); ++i) {
        add(m_basemapNames[i], m_from[i]);
    }
    return result;
}

std::vector<LabelQuad> LabelLayout::layOut(const Camera& camera, LabelAtlas& atlas) const
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
