// SPDX-License-Identifier: Apache-2.0
#include "app/models/map_anchor.hpp"

#include <cmath>

namespace masar::app {

void MapAnchor::setCamera(MapCamera* camera)
{
    if (camera == m_camera) {
        return;
    }
    if (m_camera != nullptr) {
        m_camera->disconnect(this);
    }
    m_camera = camera;
    if (m_camera != nullptr) {
        connect(m_camera, &MapCamera::changed, this, &MapAnchor::moved);
        connect(m_camera, &MapCamera::sizeChanged, this, &MapAnchor::moved);
    }
    emit moved();
}

void MapAnchor::setPlace(const QGeoCoordinate& place)
{
    if (place != m_place) {
        m_place = place;
        emit moved();
    }
}

QPointF MapAnchor::point() const
{
    if (m_camera == nullptr || !m_place.isValid()) {
        return {};
    }
    const Camera& camera = m_camera->camera();
    const core::MercatorPoint at = core::toMercator({m_place.longitude(), m_place.latitude()});
    const int copy = static_cast<int>(std::lround((camera.x - at.x) / core::kMercatorWorld));
    return camera.toPixel(at, copy);
}

} // namespace masar::app
