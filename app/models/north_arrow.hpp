// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <QtQmlIntegration>

class QPainter;

namespace masar::app {

/// Paints a compass needle into a square: the full half points to north where `bearingDeg` is up.
void paintNorthArrow(QPainter& painter, const QRectF& box, double bearingDeg, const QColor& ink);

/// A compass needle.
class NorthArrow : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(double bearing MEMBER m_bearing NOTIFY changed REQUIRED)
    Q_PROPERTY(QColor ink MEMBER m_ink NOTIFY changed REQUIRED)

public:
    explicit NorthArrow(QQuickItem* parent = nullptr);

    void paint(QPainter* painter) override;

signals:
    void changed();

private:
    double m_bearing = 0;
    QColor m_ink;
};

} // namespace masar::app
