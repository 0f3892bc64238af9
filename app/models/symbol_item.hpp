// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/models/legend.hpp"

#include <QQuickPaintedItem>
#include <QtQmlIntegration>

class QPainter;

namespace masar::app {

/// Paints a legend entry's symbol as the map draws it, in the middle of a box; `ground` is the
/// colour behind it.
void paintSymbol(QPainter& painter, const QRectF& box, const LegendEntry& entry,
                 const QColor& ground);

/// A symbol of the map beside its name.
class SymbolItem : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    /// A LegendEntry.
    Q_PROPERTY(QVariant entry READ entry WRITE setEntry NOTIFY entryChanged REQUIRED)
    Q_PROPERTY(QColor ground READ ground WRITE setGround NOTIFY groundChanged)

public:
    explicit SymbolItem(QQuickItem* parent = nullptr);

    QVariant entry() const { return QVariant::fromValue(m_entry); }
    void setEntry(const QVariant& entry);
    QColor ground() const { return m_ground; }
    void setGround(const QColor& ground);

    void paint(QPainter* painter) override;

signals:
    void entryChanged();
    void groundChanged();

private:
    LegendEntry m_entry;
    QColor m_ground = Qt::white;
};

} // namespace masar::app
