// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/models/change_painter.hpp"
#include "app/models/changes_model.hpp"
#include "app/models/map_camera.hpp"

#include <QQuickPaintedItem>
#include <QtQmlIntegration>

namespace masar::app {

/// Marks on the map of the window what an update changed.
class ChangeMarks : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(
        masar::app::MapCamera* camera READ camera WRITE setCamera NOTIFY cameraChanged REQUIRED)
    Q_PROPERTY(masar::app::ChangesModel* changes READ changes WRITE setChanges NOTIFY changesChanged
                   REQUIRED)
    Q_PROPERTY(bool dark READ dark WRITE setDark NOTIFY darkChanged)

public:
    explicit ChangeMarks(QQuickItem* parent = nullptr);

    MapCamera* camera() const { return m_camera; }
    void setCamera(MapCamera* camera);
    ChangesModel* changes() const { return m_changes; }
    void setChanges(ChangesModel* changes);
    bool dark() const { return m_dark; }
    void setDark(bool dark);

    void paint(QPainter* painter) override;

signals:
    void cameraChanged();
    void changesChanged();
    void darkChanged();

private:
    MapCamera* m_camera = nullptr;
    ChangesModel* m_changes = nullptr;
    bool m_dark = false;
    ChangePainter m_painter;
};

} // namespace masar::app
