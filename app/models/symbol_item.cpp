// SPDX-License-Identifier: Apache-2.0
#include "app/models/symbol_item.hpp"

#include <QPainter>
#include <QPainterPath>

namespace masar::app {

namespace {

void paintLine(QPainter& painter, const QRectF& box, const LegendEntry& entry)
{
    const double y = box.center().y();
    QPen pen(entry.colour, 2.4, entry.dashed ? Qt::CustomDashLine : Qt::SolidLine, Qt::RoundCap);
    if (entry.dashed) {
        pen.setCapStyle(Qt::FlatCap);
        pen.setDashPattern({2.6, 1.6});
    }
    painter.setPen(pen);
    painter.drawLine(QPointF(box.left() + 1, y), QPointF(box.right() - 1, y));
}

void paintArea(QPainter& painter, const QRectF& box, const LegendEntry& entry)
{
    QColor tint = entry.colour;
    tint.setAlphaF(0.22F);
    painter.setPen(QPen(entry.colour, 1.2));
    painter.setBrush(tint);
    painter.drawRoundedRect(box.adjusted(1, 4, -1, -4), 2, 2);
}

/// Sizes beside words, a little smaller than on the map (point.vert).
double radiusOf(Shape shape)
{
    switch (shape) {
    case Shape::dot:
        return 4;
    case Shape::handedOver:
        return 8.2;
    case Shape::expected:
        return 8;
    case Shape::square:
        return 8;
    default:
        return 7.4;
    }
}

QPainterPath outlineOf(Shape shape, QPointF c, double r)
{
    QPainterPath path;
    if (shape == Shape::handedOver) {
        const double d = r * 1.13;
        path.addPolygon(QPolygonF{
            {c.x(), c.y() - d}, {c.x() + d, c.y()}, {c.x(), c.y() + d}, {c.x() - d, c.y()}});
        path.closeSubpath();
    } else if (shape == Shape::square) {
        path.addRect(QRectF(c.x() - r * 0.86, c.y() - r * 0.86, r * 1.72, r * 1.72));
    } else {
        path.addEllipse(c, r, r);
    }
    return path;
}

QRectF around(QPointF c, double r)
{
    return {c.x() - r, c.y() - r, 2 * r, 2 * r};
}

/// The mark on a certain symbol without a pictogram.
void paintMark(QPainter& painter, QPointF c, double r, Shape shape, const QColor& ground)
{
    if (shape == Shape::active) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawEllipse(c, r * 0.30, r * 0.30);
    } else if (shape == Shape::handedOver) {
        painter.setPen(QPen(ground, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(QPolygonF{{c.x() - r * 0.36, c.y() + r * 0.02},
                                       {c.x() - r * 0.10, c.y() + r * 0.28},
                                       {c.x() + r * 0.40, c.y() - r * 0.26}});
    }
}

void paintPoint(QPainter& painter, const QRectF& box, const LegendEntry& entry,
                const QColor& ground)
{
    const QPointF c = box.center();
    if (entry.shape == Shape::dot && entry.pictogram != Pictogram::none) {
        return paintPictogram(painter, around(c, 7), entry.pictogram, entry.colour);
    }
    const double r = radiusOf(entry.shape);
    const QPainterPath outline = outlineOf(entry.shape, c, r);
    const bool onlyPossible = entry.certain == 0;
    const bool hollow = entry.shape == Shape::vacated || onlyPossible;
    if (entry.shape != Shape::expected) {
        painter.fillPath(outline, hollow ? ground : entry.colour);
    }
    if (entry.shape == Shape::withdrawing) {
        painter.save();
        painter.setClipRect(QRectF(c.x(), box.top(), box.right() - c.x(), box.height()));
        painter.fillPath(outline, ground);
        painter.restore();
    }
    if (onlyPossible && entry.shape != Shape::vacated && entry.shape != Shape::expected) {
        QColor pale = entry.colour;
        pale.setAlphaF(0.28F);
        painter.fillPath(outline, pale);
    }
    QPen pen(entry.colour, 2);
    if (entry.shape == Shape::expected || onlyPossible) {
        pen.setDashPattern({1.6, 1.15});
        pen.setCapStyle(Qt::FlatCap);
    }
    if (entry.shape != Shape::dot || onlyPossible) {
        painter.strokePath(outlineOf(entry.shape, c, r - 1), pen);
    }
    if (entry.pictogram != Pictogram::none) {
        paintPictogram(painter, around(c, r * 0.72), entry.pictogram,
                       hollow ? entry.colour : ground);
    } else if (!onlyPossible) {
        paintMark(painter, c, r, entry.shape, ground);
    }
}

/// Two states of a site in the halves of one disc, the left one active, the right one vacated.
void paintSectors(QPainter& painter, const QRectF& box, const LegendEntry& entry,
                  const QColor& ground)
{
    LegendEntry half = entry;
    half.kind = LegendEntry::Kind::point;
    const double gap = 0.8;
    for (const bool left : {true, false}) {
        const double middle = box.center().x();
        painter.save();
        painter.setClipRect(left ? QRectF(box.topLeft(), QPointF(middle - gap, box.bottom()))
                                 : QRectF(QPointF(middle + gap, box.top()), box.bottomRight()));
        half.shape = left ? Shape::active : Shape::vacated;
        paintPoint(painter, box, half, ground);
        painter.restore();
    }
}

/// A disc with a broken arc on its right.
void paintArc(QPainter& painter, const QRectF& box, const LegendEntry& entry)
{
    const QPointF c = box.center();
    painter.setPen(Qt::NoPen);
    painter.setBrush(entry.colour);
    painter.drawEllipse(c, 5.2, 5.2);
    QPen pen(entry.colour, 2);
    pen.setDashPattern({1.6, 1.15});
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawArc(around(c, 8), -85 * 16, 170 * 16);
}

/// The arrow head of a movement, with a bit of its trail.
void paintMover(QPainter& painter, const QRectF& box, const LegendEntry& entry)
{
    const QPointF c = box.center();
    painter.setPen(QPen(entry.colour, 2, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(box.left() + 2, c.y()), c);
    painter.setPen(Qt::NoPen);
    painter.setBrush(entry.colour);
    painter.drawPolygon(QPolygonF{{c.x() + 8, c.y()},
                                  {c.x() - 4, c.y() - 5.5},
                                  {c.x() - 1.5, c.y()},
                                  {c.x() - 4, c.y() + 5.5}});
}

/// The hollow disc of what was last seen somewhere.
void paintLastSeen(QPainter& painter, const QRectF& box, const LegendEntry& entry,
                   const QColor& ground)
{
    painter.setPen(QPen(entry.colour, 2));
    painter.setBrush(ground);
    painter.drawEllipse(box.center(), 4.2, 4.2);
}

} // namespace

void paintSymbol(QPainter& painter, const QRectF& box, const LegendEntry& entry,
                 const QColor& ground)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    switch (entry.kind) {
    case LegendEntry::Kind::line:
        paintLine(painter, box, entry);
        break;
    case LegendEntry::Kind::area:
        paintArea(painter, box, entry);
        break;
    case LegendEntry::Kind::sectors:
        paintSectors(painter, box, entry, ground);
        break;
    case LegendEntry::Kind::arc:
        paintArc(painter, box, entry);
        break;
    case LegendEntry::Kind::lastSeen:
        paintLastSeen(painter, box, entry, ground);
        break;
    case LegendEntry::Kind::mover:
        paintMover(painter, box, entry);
        break;
    case LegendEntry::Kind::point:
        paintPoint(painter, box, entry, ground);
        break;
    }
    painter.restore();
}

SymbolItem::SymbolItem(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
}

void SymbolItem::setEntry(const QVariant& entry)
{
    const auto value = entry.value<LegendEntry>();
    if (value != m_entry) {
        m_entry = value;
        emit entryChanged();
        update();
    }
}

void SymbolItem::setGround(const QColor& ground)
{
    if (ground != m_ground) {
        m_ground = ground;
        emit groundChanged();
        update();
    }
}

void SymbolItem::paint(QPainter* painter)
{
    paintSymbol(*painter, boundingRect(), m_entry, m_ground);
}

} // namespace masar::app
