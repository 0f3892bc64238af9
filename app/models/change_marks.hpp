// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/models/changes_model.hpp"
#include "app/models/map_camera.hpp"

#include <QColor>
#include <QQuickPaintedItem>
#include <QtQmlIntegration>

namespace masar::app {

/// Marks on the map what an update changed, each kind in its own way: a ring with a plus for what
/// is added, a pale cross for what is gone, a thin line from a ghost at the old place for what
/// moved, a badge for other dates or words. Of several marks of a kind at one spot one is drawn.
class ChangeMarks : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(
        masar::app::MapCamera* camera READ camera WRITE setCamera NOTIFY cameraChanged REQUIRED)
    Q_PROPERTY(masar::app::ChangesModel* changes READ changes WRITE setChanges NOTIFY changesChanged
                   REQUIRED)
    Q_PROPERTY(QColor addedColour MEMBER m_added WRITE setAdded NOTIFY coloursChanged)
    Q_PROPERTY(QColor removedColour MEMBER m_removed WRITE setRemoved NOTIFY coloursChanged)
    Q_PROPERTY(QColor movedColour MEMBER m_moved WRITE setMoved NOTIFY coloursChanged)
    Q_PROPERTY(QColor editedColour MEMBER m_edited WRITE setEdited NOTIFY coloursChanged)
    /// Behind the marks, so that they are seen on any ground.
    Q_PROPERTY(QColor halo MEMBER m_halo WRITE setHalo NOTIFY coloursChanged)

public:
    explicit ChangeMarks(QQuickItem* parent = nullptr);

    MapCamera* camera() const { return m_camera; }
    void setCamera(MapCamera* camera);
    ChangesModel* changes() const { return m_changes; }
    void setChanges(ChangesModel* changes);
    void setAdded(const QColor& colour) { assign(m_added, colour); }
    void setRemoved(const QColor& colour) { assign(m_removed, colour); }
    void setMoved(const QColor& colour) { assign(m_moved, colour); }
    void setEdited(const QColor& colour) { assign(m_edited, colour); }
    void setHalo(const QColor& colour) { assign(m_halo, colour); }

    void paint(QPainter* painter) override;

signals:
    void cameraChanged();
    void changesChanged();
    void coloursChanged();

private:
    void assign(QColor& member, const QColor& colour);
    void paintChange(QPainter& painter, std::uint8_t kinds, const std::optional<QPointF>& from,
                     const std::optional<QPointF>& to) const;
    void stroke(QPainter& painter, const QPainterPath& path, const QColor& colour,
                double width) const;

    MapCamera* m_camera = nullptr;
    ChangesModel* m_changes = nullptr;
    QColor m_added, m_removed, m_moved, m_edited, m_halo;
};

} // namespace masar::app
