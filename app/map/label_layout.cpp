// SPDX-License-Identifier: Apache-2.0
#include "app/map/label_layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <tuple>

namespace masar::app {

namespace {

/// Layers with more rows than this are not labelled feature by feature.
constexpr std::size_t kMostNamedRows = 2000;

struct Candidate {
    QPointF at;
    QString text;
    LabelKind kind;
    double rank;
    core::MercatorPoint point;
};

class Placer {
public:
    Placer(const Camera& camera, LabelAtlas& atlas) : m_camera(camera), m_atlas(atlas) {}

    void reserve(QRectF rect) { m_taken.push_back(rect); }

    /// False if the atlas was full.
    bool place(const Candidate& candidate, LabelLayout& layout)
    {
        const auto glyphs = m_atlas.find(candidate.text, candidate.kind);
        if (!glyphs) {
            return false;
        }
        const bool centred = candidate.kind == LabelKind::country ||
                             candidate.kind == LabelKind::admin ||
                             candidate.kind == LabelKind::sea || candidate.kind == LabelKind::lake;
        const bool site = candidate.kind == LabelKind::site;
        const double gap = site ? 10 : 4;
        const double w = glyphs->size.width();
        const double h = glyphs->size.height();
        const double near = gap * 0.6;
        const std::array<QPointF, 8> offsets{
            QPointF(gap, -h / 2),          QPointF(-gap - w, -h / 2), QPointF(-w / 2, -gap - h),
            QPointF(-w / 2, gap),          QPointF(near, -near - h),  QPointF(near, near),
            QPointF(-near - w, -near - h), QPointF(-near - w, near)};
        const std::size_t options = centred ? 1 : site ? offsets.size() : 4;
        for (std::size_t i = 0; i < options; ++i) {
            const QPointF offset = centred ? QPointF(-w / 2, -h / 2) : offsets[i];
            const QRectF rect(candidate.at + offset, glyphs->size);
            if (free(rect)) {
                m_taken.push_back(rect.adjusted(-2, 0, 2, 0));
                layout.labels.push_back({snapped(rect), glyphs->pixels});
                if (!centred && !site) {
                    layout.towns.push_back(candidate.point);
                    m_taken.push_back(QRectF(candidate.at - QPointF(4, 4), QSizeF(8, 8)));
                }
                break;
            }
        }
        return true;
    }

private:
    bool free(const QRectF& rect) const
    {
        return std::ranges::none_of(m_taken,
                                    [&](const QRectF& taken) { return taken.intersects(rect); });
    }

    /// Texts lie on whole device pixels: as sharp as they were drawn.
    QRectF snapped(const QRectF& rect) const
    {
        const double ratio = m_camera.pixelRatio;
        return {std::round(rect.x() * ratio) / ratio, std::round(rect.y() * ratio) / ratio,
                rect.width(), rect.height()};
    }

    const Camera& m_camera;
    LabelAtlas& m_atlas;
    std::vector<QRectF> m_taken;
};

QString toQString(std::optional<std::string> text)
{
    return text ? QString::fromStdString(*text) : QString();
}

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

void addSites(const SceneLayer& layer, const Scene& scene, const Camera& camera, Placer& placer,
              std::vector<Candidate>& out)
{
    const core::Layer& data = layer.data->layer;
    const bool arabic = scene.language == MapLanguage::arabic;
    auto name = data.properties.find("name");
    if (const auto translated = data.properties.find("name_ar"); arabic && translated) {
        name = translated;
    }
    if (!name || data.rowCount() > kMostNamedRows) {
        return;
    }
    std::set<std::tuple<std::uint32_t, std::uint32_t>> seen; // a site once, whatever its states
    const QRectF picture(QPointF(0, 0), camera.size);
    for (std::uint32_t row = 0; row < data.rowCount(); ++row) {
        const auto parts = data.geometry.partsOf(row);
        if (parts.size() != 1 || parts[0].kind != core::PartKind::point) {
            continue;
        }
        const core::Span& span = data.spans[row];
        const bool shown = span.dated()
                               ? core::presence(span, scene.window) != core::Presence::absent
                               : scene.showUndated;
        const core::MercatorPoint point = data.geometry.verticesOf(parts[0])[0];
        if (!shown || !seen.emplace(point.x, point.y).second) {
            continue;
        }
        for (const int copy : copiesIn(camera)) {
            const QPointF at = camera.toPixel(point, copy);
            if (picture.contains(at)) {
                placer.reserve(QRectF(at - QPointF(9, 9), QSizeF(18, 18)));
                out.push_back({at, toQString(data.properties.text(*name, row)), LabelKind::site,
                               static_cast<double>(row), point});
            }
        }
    }
}

void addBasemapNames(const Scene& scene, const Camera& camera, std::vector<Candidate>& out)
{
    const QRectF view = camera.view();
    const bool arabic = scene.language == MapLanguage::arabic;
    const std::vector<int> copies = copiesIn(camera);
    for (const BasemapLabel& label : scene.basemap->labels) {
        if (camera.zoom < label.minZoom || label.at.y < view.top() || label.at.y > view.bottom()) {
            continue;
        }
        for (const int copy : copies) {
            const double x = label.at.x + copy * core::kMercatorWorld;
            if (x >= view.left() && x <= view.right()) {
                const QString& text = arabic && !label.arabic.isEmpty() ? label.arabic : label.name;
                out.push_back(
                    {camera.toPixel(label.at, copy), text, label.kind, label.rank, label.at});
            }
        }
    }
}

/// Which kinds go first where there is not room for all.
int precedence(LabelKind kind)
{
    switch (kind) {
    case LabelKind::site:
        return 0;
    case LabelKind::country:
    case LabelKind::sea:
        return 1;
    case LabelKind::cityLarge:
        return 2;
    case LabelKind::city:
        return 3;
    case LabelKind::admin:
    case LabelKind::lake:
        return 5;
    case LabelKind::town:
        return 4;
    case LabelKind::village:
        return 6;
    }
    return 9;
}

} // namespace

LabelLayout layOutLabels(const Scene& scene, const Camera& camera, LabelAtlas& atlas)
{
    atlas.setLook(scene.dark, camera.pixelRatio);
    for (int attempt = 0; attempt < 2; ++attempt) {
        Placer placer(camera, atlas);
        std::vector<Candidate> candidates;
        for (const SceneLayer& layer : scene.layers) {
            if (layer.visible) {
                addSites(layer, scene, camera, placer, candidates);
            }
        }
        if (scene.basemap) {
            addBasemapNames(scene, camera, candidates);
        }
        std::ranges::stable_sort(candidates, [](const Candidate& a, const Candidate& b) {
            return std::pair(precedence(a.kind), a.rank) < std::pair(precedence(b.kind), b.rank);
        });
        // No name may cover a city, so that the city can have its own.
        for (const Candidate& candidate : candidates) {
            if (candidate.kind == LabelKind::cityLarge || candidate.kind == LabelKind::city) {
                placer.reserve(QRectF(candidate.at - QPointF(3, 3), QSizeF(6, 6)));
            }
        }
        LabelLayout layout;
        if (std::ranges::all_of(candidates,
                                [&](const Candidate& c) { return placer.place(c, layout); })) {
            return layout;
        }
        atlas.reset();
    }
    return {}; // more names than an atlas holds at once: none rather than a random part
}

} // namespace masar::app
