// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/models/map_camera.hpp"

namespace masar::app {

/// Where a place is in the window, for items that stand on the map.
class MapAnchor : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(masar::app::MapCamera* camera READ camera WRITE setCamera NOTIFY moved REQUIRED)
    Q_PROPERTY(QGeoCoordinate place READ place WRITE setPlace NOTIFY moved)
    /// In logical pixels of the map, by the copy of the world that is nearest.
    Q_PROPERTY(QPointF point READ point NOTIFY moved)

public:
    explicit MapAnchor(QObject* parent = nullptr) : QObject(parent) {}

    MapCamera* camera() const { return m_camera; }
    void setCamera(MapCamera* camera);
    QGeoCoordinate place() const { return m_place; }
    void setPlace(const QGeoCoordinate& place);
    QPointF point() const;

signals:
    void moved();

private:
    MapCamera* m_camera = nullptr;
    QGeoCoordinate m_place;
};

} // namespace masar::app
