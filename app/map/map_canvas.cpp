// SPDX-License-Identifier: Apache-2.0
#include "app/map/map_canvas.hpp"

#include "app/map/camera.hpp"
#include "app/map/scene_renderer.hpp"
#include "core/route/track.hpp"

#include <QQuickWindow>

namespace masar::app {

namespace {

/// The renderer's side of the canvas: takes a copy of scene and camera while the GUI thread waits,
/// then draws.
class CanvasRenderer : public QQuickRhiItemRenderer {
protected:
    void initialize(QRhiCommandBuffer*) override
    {
        // A target without depth: clearing it would be a part of each frame.
        const bool other = m_rhi != rhi();
        m_rhi = rhi();
        m_target.reset(m_rhi->newTextureRenderTarget({QRhiColorAttachment(colorTexture())}));
        if (other || !m_pass) {
            m_pass.reset(m_target->newCompatibleRenderPassDescriptor());
            m_initialized = m_renderer.initialize(m_rhi, m_pass.get(), 1);
        }
        m_target->setRenderPassDescriptor(m_pass.get());
        m_ready = m_target->create() && m_initialized;
    }

    void synchronize(QQuickRhiItem* item) override
    {
        auto* canvas = static_cast<MapCanvas*>(item);
        m_camera = canvas->camera();
        if (canvas->scene()) {
            m_scene = canvas->scene()->scene();
        }
        m_progress = canvas->progress();
        m_changes = canvas->changes();
    }

    void render(QRhiCommandBuffer* commands) override
    {
        if (!m_ready) {
            return;
        }
        m_camera.size = QSizeF(m_target->pixelSize()) / m_camera.pixelRatio;
        m_renderer.render(commands, m_target.get(), m_scene, m_camera);
        m_progress->changes = m_changes;
        ++m_progress->frames;
    }

private:
    QRhi* m_rhi = nullptr;
    std::unique_ptr<QRhiRenderPassDescriptor> m_pass;
    std::unique_ptr<QRhiTextureRenderTarget> m_target;
    std::shared_ptr<MapCanvas::Progress> m_progress;
    int m_changes = 0;
    bool m_initialized = false; ///< the renderer, for this QRhi
    bool m_ready = false;       ///< and the target, for this size
    SceneRenderer m_renderer;
    Scene m_scene;
    Camera m_camera;
};

} // namespace

MapCanvas::MapCanvas(QQuickItem* parent) : QQuickRhiItem(parent)
{
    setAutoRenderTarget(false);
}

void MapCanvas::setScene(MapScene* scene)
{
    if (m_scene == scene) {
        return;
    }
    if (m_scene) {
        disconnect(m_scene, nullptr, this, nullptr);
    }
    m_scene = scene;
    if (m_scene) {
        connect(m_scene, &MapScene::changed, this, &MapCanvas::noteChange);
    }
    emit sceneChanged();
    noteChange();
}

void MapCanvas::setCenter(const QGeoCoordinate& center)
{
    if (m_center == center || !center.isValid()) {
        return;
    }
    m_center = center;
    emit cameraChanged();
    noteChange();
}

void MapCanvas::setZoomLevel(double zoomLevel)
{
    if (m_zoomLevel == zoomLevel) {
        return;
    }
    m_zoomLevel = zoomLevel;
    emit cameraChanged();
    noteChange();
}

void MapCanvas::setBearing(double bearing)
{
    if (m_bearing == bearing) {
        return;
    }
    m_bearing = bearing;
    emit cameraChanged();
    noteChange();
}

void MapCanvas::noteChange()
{
    ++m_changes;
    update();
}

Camera MapCanvas::camera() const
{
    Camera camera;
    camera.setCentre({m_center.longitude(), m_center.latitude()});
    camera.zoom = m_zoomLevel;
    camera.bearingDeg = m_bearing;
    camera.size = size();
    camera.pixelRatio = window() ? window()->effectiveDevicePixelRatio() : 1.0;
    return camera;
}

std::vector<FeatureRef> MapCanvas::featuresAt(QPointF position, double tolerancePx) const
{
    std::vector<FeatureRef> result;
    if (!m_scene) {
        return result;
    }
    const Camera camera = this->camera();
    const core::MercatorPoint at = core::toMercator(camera.placeAt(position));
    const double tolerance = tolerancePx / camera.pixelsPerUnit();
    const Scene& scene = m_scene->scene();
    for (auto layer = scene.layers.rbegin(); layer != scene.layers.rend(); ++layer) {
        if (!layer->visible) {
            continue;
        }
        const core::Layer& data = layer->data->layer;
        for (const core::TrackHit& hit :
             core::pickTracks(data.tracks, at, tolerance, scene.window, scene.tracks.trailSeconds,
                              scene.tracks.limits)) {
            result.push_back({layer->data->id, hit.row});
        }
        for (const core::Hit& hit :
             core::pick(data, layer->data->index, at, tolerance, scene.window, scene.showUndated)) {
            if (!data.tracks.find(hit.row)) { // of a track only what is drawn
                result.push_back({layer->data->id, hit.row});
            }
        }
    }
    return result;
}

QGeoCoordinate MapCanvas::toCoordinate(QPointF position) const
{
    const core::LonLat place = camera().placeAt(position);
    return {place.latDeg, place.lonDeg};
}

QPointF MapCanvas::fromCoordinate(const QGeoCoordinate& coordinate) const
{
    return camera().toPixel(core::toMercator({coordinate.longitude(), coordinate.latitude()}));
}

void MapCanvas::itemChange(ItemChange change, const ItemChangeData& data)
{
    if (change == ItemSceneChange && data.window) {
        connect(data.window, &QQuickWindow::frameSwapped, this, &MapCanvas::framesDrawnChanged,
                Qt::QueuedConnection);
    }
    QQuickRhiItem::itemChange(change, data);
}

QQuickRhiItemRenderer* MapCanvas::createRenderer()
{
    return new CanvasRenderer;
}

} // namespace masar::app
