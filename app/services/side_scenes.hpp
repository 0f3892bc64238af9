// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/map_scene.hpp"
#include "app/models/changes_model.hpp"

#include <QObject>
#include <QtQmlIntegration>

namespace masar::app {

/// The map with the old version of a layer, and with the new one, as it is otherwise: to be seen
/// side by side with a handle between them.
class SideScenes : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Session")
    /// Both are shown, as long as there is a difference.
    Q_PROPERTY(bool shown READ shown WRITE setShown NOTIFY shownChanged)
    Q_PROPERTY(masar::app::MapScene* before READ before CONSTANT)
    /// Where the new version is not what is on the map.
    Q_PROPERTY(masar::app::MapScene* after READ after CONSTANT)
    Q_PROPERTY(bool afterNeeded READ afterNeeded NOTIFY shownChanged)

public:
    SideScenes(const MapScene& map, const ChangesModel& changes, QObject* parent = nullptr);

    bool shown() const { return m_shown; }
    void setShown(bool shown);
    MapScene* before() { return &m_before; }
    MapScene* after() { return &m_after; }
    bool afterNeeded() const;

signals:
    void shownChanged();

private:
    void follow();

    const MapScene& m_map;
    const ChangesModel& m_changes;
    MapScene m_before, m_after;
    bool m_shown = false;
};

} // namespace masar::app
