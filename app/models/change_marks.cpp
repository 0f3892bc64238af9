// SPDX-License-Identifier: Apache-2.0
#include "app/models/change_marks.hpp"

#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <set>
#include <tuple>

namespace masar::app {

namespace {

constexpr double kRing = 11;
constexpr double kCross = 6;
constexpr double kGhost = 5;
constexpr double kBadge = 4.5;
constexpr double kMarkMargin = 20; ///< beyond the picture's edge that a mark may still show
constexpr double kMarkCell = 6;    ///< marks of one kind nearer than this are one

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

} // namespace

ChangeMarks::ChangeMarks(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
}

void ChangeMarks::setCamera(MapCamera* camera)
{
    if (camera == m_camera) {
        return;
    }
    if (m_camera != nullptr) {
        m_camera->disconnect(this);
    }
    m_camera = camera;
    if (m_camera != nullptr) {
        const auto follow = [this] {
            if (isVisible()) {
                update();
            }
        };
        connect(m_camera, &MapCamera::changed, this, follow);
        connect(m_camera, &MapCamera::sizeChanged, this, follow);
    }
    emit cameraChanged();
    update();
}

void ChangeMarks::setChanges(ChangesModel* changes)
{
    if (changes == m_changes) {
        return;
    }
    if (m_changes != nullptr) {
        m_changes->disconnect(this);
    }
    m_changes = changes;
    if (m_changes != nullptr) {
        connect(m_changes, &ChangesModel::differenceChanged, this, [this] { update(); });
        connect(m_changes, &ChangesModel::currentChanged, this, [this] { update(); });
    }
    emit changesChanged();
    update();
}

void ChangeMarks::assign(QColor& member, const QColor& colour)
{
    if (colour != member) {
        member = colour;
        emit coloursChanged();
        update();
    }
}

void ChangeMarks::stroke(QPainter& painter, const QPainterPath& path, const QColor& colour,
                         double width) const
{
    painter.strokePath(path, QPen(m_halo, width + 2.5, Qt::SolidLine, Qt::RoundCap));
    painter.strokePath(path, QPen(colour, width, Qt::SolidLine, Qt::RoundCap));
}

void ChangeMarks::paintChange(QPainter& painter, std::uint8_t kinds,
                              const std::optional<QPointF>& from,
                              const std::optional<QPointF>& to) const
{
    const auto is = [kinds](std::uint8_t kind) { return (kinds & kind) != 0; };
    if (is(core::change_kinds::moved) && from) {
        if (to) {
            QPainterPath way(*from);
            way.lineTo(*to);
            stroke(painter, way, m_moved, 1.3);
        }
        painter.fillPath(circleAt(*from, kGhost), m_halo);
        painter.strokePath(circleAt(*from, kGhost), QPen(m_moved, 1.5, Qt::DotLine));
    }
    const auto badge = [&](QPointF at, const QPainterPath& shape) {
        painter.fillPath(circleAt(at, kBadge + 1.5), m_halo);
        painter.fillPath(circleAt(at, kBadge), m_edited);
        painter.strokePath(shape, QPen(m_halo, 1.3, Qt::SolidLine, Qt::RoundCap));
    };
    if (!to) {
        if (from && is(core::change_kinds::removed | core::change_kinds::ambiguous)) {
            painter.setOpacity(0.75);
            stroke(painter, crossAt(*from, kCross), m_removed, 2);
            painter.setOpacity(1);
        }
        return;
    }
    if (is(core::change_kinds::added)) {
        stroke(painter, circleAt(*to, kRing), m_added, 2);
        stroke(painter, plusAt(*to + QPointF(kRing, -kRing), 3.5), m_added, 2);
    }
    if (is(core::change_kinds::ambiguous)) {
        painter.strokePath(circleAt(*to, kRing), QPen(m_halo, 4));
        painter.strokePath(circleAt(*to, kRing), QPen(m_removed, 1.5, Qt::DashLine));
    }
    if (is(core::change_kinds::redated)) { // the hands of a clock
        const QPointF at = *to + QPointF(kRing, -kRing + 2);
        QPainterPath hands(at - QPointF(0, 2.8));
        hands.lineTo(at);
        hands.lineTo(at + QPointF(2, 0));
        badge(at, hands);
    }
    if (is(core::change_kinds::reworded)) { // lines of a text
        const QPointF at = *to + QPointF(kRing, kRing - 2);
        QPainterPath lines(at + QPointF(-2, -1.2));
        lines.lineTo(at + QPointF(2, -1.2));
        lines.moveTo(at + QPointF(-2, 1.2));
        lines.lineTo(at + QPointF(1, 1.2));
        badge(at, lines);
    }
}

void ChangeMarks::paint(QPainter* painter)
{
    if (m_camera == nullptr || m_changes == nullptr || !m_changes->shown()) {
        return;
    }
    const LayerDifferencePtr difference = m_changes->difference();
    const Camera& camera = m_camera->camera();
    const QRectF seen =
        boundingRect().adjusted(-kMarkMargin, -kMarkMargin, kMarkMargin, kMarkMargin);
    const auto pixel = [&camera](const std::optional<core::MercatorPoint>& place) {
        if (!place) {
            return std::optional<QPointF>();
        }
        const int copy =
            static_cast<int>(std::lround((camera.x - place->x) / core::kMercatorWorld));
        return std::optional(camera.toPixel(*place, copy));
    };
    std::set<std::tuple<std::uint8_t, int, int>> taken;
    for (std::size_t i = 0; i < difference->spots.size(); ++i) {
        const std::uint8_t kinds = difference->diff.changes[i].kinds;
        const auto from = pixel(difference->spots[i].from);
        const auto to = pixel(difference->spots[i].to);
        const std::optional<QPointF> at = to ? to : from;
        const bool inView = (from && seen.contains(*from)) || (to && seen.contains(*to));
        if (inView && taken
                          .emplace(kinds, static_cast<int>(at->x() / kMarkCell),
                                   static_cast<int>(at->y() / kMarkCell))
                          .second) {
            paintChange(*painter, kinds, from, to);
        }
    }
    if (const auto current = m_changes->currentChange()) {
        const ChangeSpot& spot = difference->spots[*current];
        if (const auto at = pixel(spot.to ? spot.to : spot.from)) {
            stroke(*painter, circleAt(*at, kRing + 6), m_moved, 2);
        }
    }
}

} // namespace masar::app
