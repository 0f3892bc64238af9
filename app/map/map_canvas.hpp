// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/camera.hpp"
#include "app/map/map_scene.hpp"

#include <QGeoCoordinate>
#include <QQuickRhiItem>

#include <atomic>
#include <memory>

namespace masar::app {

/// The map's picture: draws a MapScene at a camera (that of Qt Location's Map beneath it). Frames
/// are made only when something changed.
class MapCanvas : public QQuickRhiItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(masar::app::MapScene* scene READ scene WRITE setScene NOTIFY sceneChanged REQUIRED)
    Q_PROPERTY(QGeoCoordinate center READ center WRITE setCenter NOTIFY cameraChanged)
    Q_PROPERTY(double zoomLevel READ zoomLevel WRITE setZoomLevel NOTIFY cameraChanged)
    Q_PROPERTY(double bearing READ bearing WRITE setBearing NOTIFY cameraChanged)
    /// Frames drawn so far; a test waits for it to grow.
    Q_PROPERTY(int framesDrawn READ framesDrawn NOTIFY framesDrawnChanged)

public:
    explicit MapCanvas(QQuickItem* parent = nullptr);

    MapScene* scene() const { return m_scene; }
    void setScene(MapScene* scene);
    QGeoCoordinate center() const { return m_center; }
    void setCenter(const QGeoCoordinate& center);
    double zoomLevel() const { return m_zoomLevel; }
    void setZoomLevel(double zoomLevel);
    double bearing() const { return m_bearing; }
    void setBearing(double bearing);
    int framesDrawn() const { return m_progress->frames; }
    /// What the item shows now.
    [[nodiscard]] Camera camera() const;
    /// Counts the changes of scene, camera and size that a frame must show.
    [[nodiscard]] int changes() const { return m_changes; }
    /// How far drawing has come; written by the renderer on its thread.
    struct Progress {
        std::atomic<int> frames = 0;  ///< drawn so far
        std::atomic<int> changes = 0; ///< shown by the last of them
    };
    [[nodiscard]] const std::shared_ptr<Progress>& progress() const { return m_progress; }

    /// The features under a point of the item (logical pixels), nearest first, over all visible
    /// layers, top layer first.
    std::vector<FeatureRef> featuresAt(QPointF position, double tolerancePx = 6) const;

    /// What a point of the item shows, and where a place is on the item.
    Q_INVOKABLE QGeoCoordinate toCoordinate(QPointF position) const;
    Q_INVOKABLE QPointF fromCoordinate(const QGeoCoordinate& coordinate) const;

signals:
    void sceneChanged();
    void cameraChanged();
    void framesDrawnChanged();

protected:
    QQuickRhiItemRenderer* createRenderer() override;
    void itemChange(ItemChange change, const ItemChangeData& data) override;

private:
    void noteChange();

    MapScene* m_scene = nullptr;
    QGeoCoordinate m_center{35.5, 40.0};
    double m_zoomLevel = 7;
    double m_bearing = 0;
    int m_changes = 0;
    std::shared_ptr<Progress> m_progress = std::make_shared<Progress>();
};

} // namespace masar::app
