// SPDX-License-Identifier: Apache-2.0
#include "app/models/change_painter.hpp"

#include "app/map/fonts.hpp"

#include <QFontMetrics>
#include <QLocale>
#include <QPainterPath>

#include <cmath>

namespace masar::app {

namespace {

constexpr double kRing = 11;
constexpr double kCross = 6;
constexpr double kGhost = 5;
constexpr double kBadge = 4.5;
constexpr double kDisc = 13;
constexpr double kMarkMargin = 30;            ///< beyond the picture's edge that a mark may show
constexpr std::size_t kMostOutlined = 20'000; ///< vertices of an old shape that are drawn

QPainterPath circleAt(QPointF at, double radius)
{
    QPainterPath path;
    path.addEllipse(at, radius, radius);
    return path;
}

QPainterPath plusAt(QPointF at, double radius)
{
    QPainterPath path;
    path.moveTo(at - QPointF(radius, 0));
    path.lineTo(at + QPointF(radius, 0));
    path.moveTo(at - QPointF(0, radius));
    path.lineTo(at + QPointF(0, radius));
    return path;
}

QPainterPath crossAt(QPointF at, double radius)
{
    QPainterPath path;
    path.moveTo(at - QPointF(radius, radius));
    path.lineTo(at + QPointF(radius, radius));
    path.moveTo(at - QPointF(radius, -radius));
    path.lineTo(at + QPointF(radius, -radius));
    return path;
}

void stroke(QPainter& painter, const QPainterPath& path, const QColor& colour, double width,
            const QColor& halo)
{
    painter.strokePath(path, QPen(halo, width + 2.5, Qt::SolidLine, Qt::RoundCap));
    painter.strokePath(path, QPen(colour, width, Qt::SolidLine, Qt::RoundCap));
}

void paintBadge(QPainter& painter, QPointF at, const QPainterPath& sign, const MapTheme& theme)
{
    painter.fillPath(circleAt(at, kBadge + 1.5), theme.ground);
    painter.fillPath(circleAt(at, kBadge), theme.changes[3]);
    painter.strokePath(sign, QPen(theme.ground, 1.3, Qt::SolidLine, Qt::RoundCap));
}

/// Where a place shows, in the copy of the world that is nearest to the middle of the picture.
QPointF pixelOf(const Camera& camera, core::MercatorPoint place)
{
    const int copy = static_cast<int>(std::lround((camera.x - place.x) / core::kMercatorWorld));
    return camera.toPixel(place, copy);
}

std::optional<QPointF> pixelOf(const Camera& camera,
                               const std::optional<core::MercatorPoint>& place)
{
    return place ? std::optional(pixelOf(camera, *place)) : std::nullopt;
}

/// The old line or area of a feature, dashed.
void paintOldShape(QPainter& painter, const Camera& camera, const core::GeometryTable& geometry,
                   std::uint32_t row, const QColor& colour, const QColor& halo)
{
    QPainterPath path;
    std::size_t vertices = 0;
    for (const core::GeometryPart& part : geometry.partsOf(row)) {
        vertices += part.vertexCount;
        if (part.kind == core::PartKind::point || vertices > kMostOutlined) {
            continue;
        }
        QPolygonF line;
        for (const core::MercatorPoint& vertex : geometry.verticesOf(part)) {
            line << pixelOf(camera, vertex);
        }
        path.addPolygon(line);
        if (part.kind != core::PartKind::line) {
            path.closeSubpath();
        }
    }
    painter.strokePath(path, QPen(halo, 4));
    painter.strokePath(path, QPen(colour, 1.5, Qt::DashLine));
}

void paintGroup(QPainter& painter, const ChangeGroup& group, QPointF at, const MapTheme& theme)
{
    const QString number = QLocale().toString(group.count);
    const double radius =
        std::max(kDisc, painter.fontMetrics().horizontalAdvance(number) / 2.0 + 6);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.ground);
    painter.drawEllipse(at, radius + 3, radius + 3);
    double angle = 90;
    const QRectF ring(at - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius));
    for (std::size_t mark = 0; mark < kChangeMarks; ++mark) {
        const double part = 360.0 * group.counts[mark] / group.count;
        if (part > 0) {
            painter.setPen(QPen(theme.changes[mark], 3.5, Qt::SolidLine, Qt::FlatCap));
            painter.drawArc(ring, static_cast<int>(angle * 16), static_cast<int>(-part * 16));
            angle -= part;
        }
    }
    painter.setPen(theme.siteText);
    painter.drawText(ring, Qt::AlignCenter, number);
}

} // namespace

void paintChange(QPainter& painter, std::uint8_t kinds, const std::optional<QPointF>& from,
                 const std::optional<QPointF>& to, const MapTheme& theme)
{
    const auto is = [kinds](std::uint8_t kind) { return (kinds & kind) != 0; };
    const auto& [added, removed, moved, edited] = theme.changes;
    if (is(core::change_kinds::moved) && from) {
        if (to) {
            QPainterPath way(*from);
            way.lineTo(*to);
            stroke(painter, way, moved, 1.3, theme.ground);
        }
        painter.fillPath(circleAt(*from, kGhost), theme.ground);
        painter.strokePath(circleAt(*from, kGhost), QPen(moved, 1.5, Qt::DotLine));
    }
    if (!to) {
        if (from && is(core::change_kinds::removed | core::change_kinds::ambiguous)) {
            painter.setOpacity(0.75);
            stroke(painter, crossAt(*from, kCross), removed, 2, theme.ground);
            painter.setOpacity(1);
        }
        return;
    }
    if (is(core::change_kinds::added)) {
        stroke(painter, circleAt(*to, kRing), added, 2, theme.ground);
        stroke(painter, plusAt(*to + QPointF(kRing, -kRing), 3.5), added, 2, theme.ground);
    }
    if (is(core::change_kinds::ambiguous)) {
        painter.strokePath(circleAt(*to, kRing), QPen(theme.ground, 4));
        painter.strokePath(circleAt(*to, kRing), QPen(removed, 1.5, Qt::DashLine));
    }
    if (is(core::change_kinds::redated)) { // the hands of a clock
        const QPointF at = *to + QPointF(kRing, -kRing + 2);
        QPainterPath hands(at - QPointF(0, 2.8));
        hands.lineTo(at);
        hands.lineTo(at + QPointF(2, 0));
        paintBadge(painter, at, hands, theme);
    }
    if (is(core::change_kinds::reworded)) { // lines of a text
        const QPointF at = *to + QPointF(kRing, kRing - 2);
        QPainterPath lines(at + QPointF(-2, -1.2));
        lines.lineTo(at + QPointF(2, -1.2));
        lines.moveTo(at + QPointF(-2, 1.2));
        lines.lineTo(at + QPointF(1, 1.2));
        paintBadge(painter, at, lines, theme);
    }
}

void ChangePainter::paint(QPainter& painter, const Camera& camera, const ShownChanges& shown,
                          bool dark)
{
    if (!shown.difference) {
        return;
    }
    const LayerDifference& difference = *shown.difference;
    const MapTheme& theme = mapTheme(dark);
    const int level = static_cast<int>(std::floor(camera.zoom));
    if (m_grouped != shown.difference || m_level != level) {
        m_groups = groupChanges(difference, level);
        m_grouped = shown.difference;
        m_level = level;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(mapFont(10, true));
    const QRectF seen = QRectF(QPointF(), camera.size)
                            .adjusted(-kMarkMargin, -kMarkMargin, kMarkMargin, kMarkMargin);
    const auto paintOne = [&](std::size_t index) {
        const ChangeSpot& spot = difference.spots[index];
        const auto from = pixelOf(camera, spot.from);
        const auto to = pixelOf(camera, spot.to);
        const QPointF first = from ? *from : *to;
        if (seen.intersects(QRectF(first, to ? *to : first).normalized().adjusted(-1, -1, 1, 1))) {
            paintChange(painter, difference.diff.changes[index].kinds, from, to, theme);
        }
    };
    const QSizeF reach = camera.around(seen.size()) / 2 / camera.pixelsPerUnit();
    const auto isNear = [&camera, &reach](core::MercatorPoint place) {
        return std::abs(std::remainder(place.x - camera.x, core::kMercatorWorld)) < reach.width() &&
               std::abs(place.y - camera.y) < reach.height();
    };
    const bool few = m_groups.size() <= kMostSingleChanges;
    for (const ChangeGroup& group : m_groups) {
        const auto& from = difference.spots[group.first].from;
        if (!few && !isNear(group.at) && (group.count > 1 || !from || !isNear(*from))) {
            continue;
        }
        if (group.count == 1) {
            paintOne(group.first);
        } else if (const QPointF at = pixelOf(camera, group.at); seen.contains(at)) {
            paintGroup(painter, group, at, theme);
        }
    }
    if (!shown.current) {
        return;
    }
    const core::Change& change = difference.diff.changes[*shown.current];
    const ChangeSpot& spot = difference.spots[*shown.current];
    const ChangeMark mark = markOf(change.kinds);
    if (change.oldRow != core::kNoRow &&
        (mark == ChangeMark::removed || (change.kinds & core::change_kinds::moved) != 0)) {
        paintOldShape(painter, camera, difference.before->layer.geometry, change.oldRow,
                      theme.changes[static_cast<std::size_t>(mark)], theme.ground);
    }
    if (const auto at = pixelOf(camera, spot.shown())) {
        paintOne(*shown.current);
        stroke(painter, circleAt(*at, kRing + 6), theme.selection, 2, theme.ground);
    }
}

} // namespace masar::app
