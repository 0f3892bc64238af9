// SPDX-License-Identifier: Apache-2.0
#include "app/map/camera.hpp"

#include <algorithm>
#include <cmath>

namespace masar::app {

using core::kMercatorWorld;

namespace {

core::LonLat toPlace(double x, double y)
{
    const double wrapped = x - std::floor(x / kMercatorWorld) * kMercatorWorld;
    const auto unit = [](double value) {
        return static_cast<std::uint32_t>(std::clamp(value, 0.0, kMercatorWorld - 1));
    };
    return core::toLonLat({unit(wrapped), unit(y)});
}

} // namespace

double pixelsPerUnitAt(double zoom)
{
    return 256 * std::exp2(zoom) / kMercatorWorld;
}

double Camera::pixelsPerUnit() const
{
    return pixelsPerUnitAt(zoom);
}

QPointF Camera::toPixel(core::MercatorPoint point, int worldCopy) const
{
    const double scale = pixelsPerUnit();
    return {(point.x + worldCopy * kMercatorWorld - x) * scale + size.width() / 2,
            (point.y - y) * scale + size.height() / 2};
}

core::LonLat Camera::centre() const
{
    return toPlace(x, y);
}

void Camera::setCentre(core::LonLat place)
{
    const auto point = core::toMercator(place);
    x = point.x;
    y = point.y;
}

core::LonLat Camera::placeAt(QPointF pixel) const
{
    const double scale = pixelsPerUnit();
    return toPlace(x + (pixel.x() - size.width() / 2) / scale,
                   y + (pixel.y() - size.height() / 2) / scale);
}

QRectF Camera::view() const
{
    const QSizeF units = size / pixelsPerUnit();
    return {x - units.width() / 2, y - units.height() / 2, units.width(), units.height()};
}

double Camera::metresPerPixel() const
{
    return core::metresPerUnit(centre().latDeg) / pixelsPerUnit();
}

Camera cameraFor(const core::MercatorBox& box, QSizeF size, double pixelRatio, double marginPx,
                 double maxZoom)
{
    Camera camera;
    camera.size = size;
    camera.pixelRatio = pixelRatio;
    if (box.empty()) {
        return camera;
    }
    camera.x = (static_cast<double>(box.minX) + box.maxX) / 2;
    camera.y = (static_cast<double>(box.minY) + box.maxY) / 2;
    const auto room = [&](double pixels) { return std::max(pixels - 2 * marginPx, 16.0); };
    const auto zoomFor = [](double pixels, double units) {
        return std::log2(pixels * kMercatorWorld / (256 * std::max(units, 1.0)));
    };
    camera.zoom = std::clamp(std::min(zoomFor(room(size.width()), box.maxX - box.minX),
                                      zoomFor(room(size.height()), box.maxY - box.minY)),
                             0.0, maxZoom);
    return camera;
}

} // namespace masar::app
