// SPDX-License-Identifier: Apache-2.0
#include "app/models/north_arrow.hpp"

#include <QPainter>

namespace masar::app {

void paintNorthArrow(QPainter& painter, const QRectF& box, double bearingDeg, const QColor& ink)
{
    const double side = box.width();
    const double length = 0.36 * side; // from the middle to each end
    const double half = 0.15 * side;   // of the width
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(box.center());
    painter.rotate(-bearingDeg);
    painter.setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolygon(QPolygonF{{0, length}, {-half, 0}, {half, 0}});
    painter.setBrush(ink);
    painter.drawPolygon(QPolygonF{{0, -length}, {-half, 0}, {half, 0}});
    painter.restore();
}

NorthArrow::NorthArrow(QQuickItem* parent) : QQuickPaintedItem(parent)
{
    setAntialiasing(true);
    connect(this, &NorthArrow::changed, this, [this] { update(); });
}

void NorthArrow::paint(QPainter* painter)
{
    paintNorthArrow(*painter, boundingRect(), m_bearing, m_ink);
}

} // namespace masar::app
