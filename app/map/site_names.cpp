// SPDX-License-Identifier: Apache-2.0
#include "app/map/site_names.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace masar::app {

namespace {

constexpr std::size_t kMostLargeNames = 300;
constexpr double kSymbolRadius = 9.5;
/// Zooms that a name may come late to stand on a better side.
constexpr double kPatience = 0.35;

LabelShape squareOf(double radius)
{
    LabelShape shape;
    shape.add(QRectF(-radius, -radius, 2 * radius, 2 * radius));
    return shape;
}

/// Where half of a line's length is behind.
core::MercatorPoint middleOf(std::span<const core::MercatorPoint> line)
{
    const auto length = [&](std::size_t i) {
        return std::hypot(static_cast<double>(line[i + 1].x) - line[i].x,
                          static_cast<double>(line[i + 1].y) - line[i].y);
    };
    double all = 0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        all += length(i);
    }
    double left = all / 2;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const double piece = length(i);
        if (left <= piece && piece > 0) {
            const double part = left / piece;
            const auto between = [part](std::uint32_t a, std::uint32_t b) {
                return static_cast<std::uint32_t>(
                    std::lround(a + part * (static_cast<double>(b) - a)));
            };
            return {between(line[i].x, line[i + 1].x), between(line[i].y, line[i + 1].y)};
        }
        left -= piece;
    }
    return line.front();
}

/// The middle of the widest stretch inside a ring at the height of its centre.
core::MercatorPoint insideOf(std::span<const core::MercatorPoint> ring)
{
    double area = 0;
    double y = 0;
    const double baseY = ring.front().y;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const core::MercatorPoint a = ring[i];
        const core::MercatorPoint b = ring[(i + 1) % ring.size()];
        const double ax = static_cast<double>(a.x) - ring.front().x;
        const double bx = static_cast<double>(b.x) - ring.front().x;
        const double cross = ax * (b.y - baseY) - bx * (a.y - baseY);
        area += cross;
        y += cross * (a.y + b.y - 2 * baseY);
    }
    const double level = area == 0 ? baseY : baseY + y / (3 * area);
    std::vector<double> crossings;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const core::MercatorPoint a = ring[i];
        const core::MercatorPoint b = ring[(i + 1) % ring.size()];
        if ((a.y <= level) != (b.y <= level)) {
            const double part = (level - a.y) / (static_cast<double>(b.y) - a.y);
            crossings.push_back(a.x + part * (static_cast<double>(b.x) - a.x));
        }
    }
    std::ranges::sort(crossings);
    double widest = -1;
    double x = ring.front().x;
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
        if (crossings[i + 1] - crossings[i] > widest) {
            widest = crossings[i + 1] - crossings[i];
            x = (crossings[i] + crossings[i + 1]) / 2;
        }
    }
    return {static_cast<std::uint32_t>(x), static_cast<std::uint32_t>(level)};
}

QString toQString(const std::optional<std::string>& text)
{
    return text ? QString::fromStdString(*text) : QString();
}

/// The fields that hold a layer's names.
struct NameFields {
    std::optional<std::size_t> name, arabic;
    bool pointsOnly = true;
};

NameFields nameFieldsOf(const SceneLayer& layer)
{
    const core::PropertyTable& fields = layer.data->layer.properties;
    NameFields found;
    found.pointsOnly = layer.labelColumn == SceneLayer::labelByName;
    const std::string field = layer.visible ? labelFieldOf(layer) : std::string();
    if (!field.empty()) {
        found.name = fields.find(field);
        found.arabic = field == "name" ? fields.find("name_ar") : std::nullopt;
    }
    return found;
}

bool isPoint(const core::GeometryTable& geometry, std::size_t row)
{
    const auto parts = geometry.partsOf(row);
    return parts.size() == 1 && parts[0].kind == core::PartKind::point && parts[0].vertexCount == 1;
}

} // namespace

std::string labelFieldOf(const SceneLayer& layer)
{
    const core::Layer& data = layer.data->layer;
    const bool byName = layer.labelColumn == SceneLayer::labelByName;
    const std::size_t most = byName ? kMostNamedRows : kMostLabelledRows;
    if (data.rowCount() > most) {
        return {};
    }
    if (byName) {
        return data.properties.find("name") ? "name" : std::string();
    }
    const auto column = static_cast<std::size_t>(layer.labelColumn);
    return layer.labelColumn >= 0 && column < data.properties.columns.size()
               ? data.properties.columns[column].name
               : std::string();
}

std::optional<core::MercatorPoint> labelPoint(const core::GeometryTable& geometry, std::size_t row)
{
    const core::GeometryPart* largest = nullptr;
    for (const core::GeometryPart& part : geometry.partsOf(row)) {
        if (part.kind != core::PartKind::innerRing && part.vertexCount > 0 &&
            (!largest || part.vertexCount > largest->vertexCount)) {
            largest = &part;
        }
    }
    if (!largest) {
        return std::nullopt;
    }
    const auto vertices = geometry.verticesOf(*largest);
    switch (largest->kind) {
    case core::PartKind::line:
        return middleOf(vertices);
    case core::PartKind::outerRing:
        return insideOf(vertices);
    default:
        return vertices.front();
    }
}

SiteNames::Change SiteNames::update(const Scene& scene)
{
    std::vector<Subject> subject;
    for (const SceneLayer& layer : scene.layers) {
        subject.emplace_back(layer.data->id, layer.visible, layer.labelColumn);
    }
    const bool other = subject != m_subject || scene.language != m_language;
    if (other) {
        m_subject = std::move(subject);
        m_language = scene.language;
        collect(scene);
    }
    const auto there = [&scene](const auto& thing) {
        return std::ranges::any_of(thing.rows, [&scene](const auto& place) {
            const core::Span& span = scene.layers[place.first].data->layer.spans[place.second];
            return scene.presenceOf(span) != core::Presence::absent;
        });
    };
    std::vector<bool> shown;
    shown.reserve(m_marks.size() + m_sites.size());
    for (const Mark& mark : m_marks) {
        shown.push_back(there(mark));
    }
    for (const Site& site : m_sites) {
        shown.push_back(there(site));
    }
    if (!other && shown == m_shown) {
        return Change::none;
    }
    m_shown = std::move(shown);
    return other ? Change::sites : Change::present;
}

void SiteNames::collect(const Scene& scene)
{
    m_sites.clear();
    m_marks.clear();
    // What lies on top is named first.
    for (auto layer = static_cast<std::uint32_t>(scene.layers.size()); layer-- > 0;) {
        collectLayer(scene, layer);
    }
    std::ranges::stable_sort(m_sites, {}, &Site::reference);
}

void SiteNames::collectLayer(const Scene& scene, std::uint32_t layer)
{
    const SceneLayer& item = scene.layers[layer];
    const core::Layer& data = item.data->layer;
    const NameFields fields = nameFieldsOf(item);
    // Dots, which names may cover, are no marks.
    const bool marked = item.visible && item.data->mesh.points.size() <= kMostSymbols;
    const bool symbols = data.properties.find("status") || data.properties.find("kind");
    if (!fields.name && !marked) {
        return;
    }
    const LabelKind kind = data.rowCount() > kMostLargeNames ? LabelKind::feature : LabelKind::site;
    std::map<std::tuple<std::uint32_t, std::uint32_t, QString>, std::size_t> sites;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> marks;
    for (std::uint32_t row = 0; row < data.rowCount(); ++row) {
        const bool point = isPoint(data.geometry, row);
        if (!point && (fields.pointsOnly || !fields.name)) {
            continue;
        }
        const auto at = labelPoint(data.geometry, row);
        if (!at) {
            continue;
        }
        if (point && marked) {
            const auto [found, isNew] = marks.try_emplace({at->x, at->y}, m_marks.size());
            if (isNew) {
                m_marks.push_back({*at, squareOf(symbols ? kSymbolRadius : 4.5), {}});
            }
            m_marks[found->second].rows.emplace_back(layer, row);
        }
        if (!fields.name) {
            continue;
        }
        const QString text = toQString(data.properties.text(*fields.name, row));
        const QString arabic =
            fields.arabic ? toQString(data.properties.text(*fields.arabic, row)) : QString();
        const auto [found, isNew] = sites.try_emplace({at->x, at->y, text}, m_sites.size());
        if (isNew) {
            NameBlock block(text, arabic, m_language, kind);
            if (block.empty()) {
                sites.erase(found);
                continue;
            }
            m_sites.push_back(
                {{}, std::move(block), data.properties.text("status", row) == "reference", {}});
            m_sites.back().name.at = *at;
            m_sites.back().name.kind = kind;
        }
        m_sites[found->second].rows.emplace_back(layer, row);
    }
}

void SiteNames::placeAllMarks(LabelSolver& solver) const
{
    for (const Mark& mark : m_marks) {
        solver.place(mark.at, mark.shape, 0);
    }
}

void SiteNames::forEachMark(
    const std::function<void(core::MercatorPoint, const LabelShape&)>& visit) const
{
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        if (m_shown[i]) {
            visit(m_marks[i].at, m_marks[i].shape);
        }
    }
}

void SiteNames::chooseSides(LabelSolver& solver, const LabelSolver& yieldTo)
{
    for (Site& site : m_sites) {
        PlacedName& name = site.name;
        const NameBlock::Sides& sides = site.block.around();
        std::array<LabelShape, std::tuple_size_v<NameBlock::Sides>> shapes;
        for (std::size_t i = 0; i < shapes.size(); ++i) {
            shapes[i].add(site.block.box({sides[i], kSymbolGap}));
        }
        const auto zooms = solver.freeZooms(name.at, shapes, 0);
        const auto cities = yieldTo.freeZooms(name.at, shapes, 0);
        std::size_t best = 0;
        const auto cost = [&](std::size_t i) { return zooms[i] + cities[i] / 4; };
        for (std::size_t i = 1; i < shapes.size(); ++i) {
            best = cost(i) < cost(best) - kPatience ? i : best;
        }
        name.shape = shapes[best];
        name.lines = site.block.lines({sides[best], kSymbolGap});
        solver.place(name.at, name.shape, zooms[best]);
    }
}

void SiteNames::placeNames(LabelSolver& solver)
{
    m_present.clear();
    for (std::size_t i = 0; i < m_sites.size(); ++i) {
        if (!m_shown[m_marks.size() + i]) {
            continue;
        }
        PlacedName name = m_sites[i].name;
        name.minZoom = solver.freeFrom(name.at, name.shape, 0);
        if (name.minZoom < LabelSolver::never) {
            solver.place(name.at, name.shape, name.minZoom);
            m_present.push_back(std::move(name));
        }
    }
}

} // namespace masar::app
