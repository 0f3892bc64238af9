// SPDX-License-Identifier: Apache-2.0
#include "app/map/camera.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

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

double radians(double degrees)
{
    return degrees * std::numbers::pi / 180;
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
    return toPicture({(point.x + worldCopy * kMercatorWorld - x) * scale, (point.y - y) * scale}) +
           QPointF(size.width() / 2, size.height() / 2);
}

QPointF Camera::toPicture(QPointF way) const
{
    const double c = std::cos(radians(bearingDeg));
    const double s = std::sin(radians(bearingDeg));
    return {c * way.x() + s * way.y(), c * way.y() - s * way.x()};
}

QPointF Camera::toGround(QPointF way) const
{
    const double c = std::cos(radians(bearingDeg));
    const double s = std::sin(radians(bearingDeg));
    return {c * way.x() - s * way.y(), c * way.y() + s * way.x()};
}

QSizeF Camera::around(QSizeF box) const
{
    const double c = std::abs(std::cos(radians(bearingDeg)));
    const double s = std::abs(std::sin(radians(bearingDeg)));
    return {c * box.width() + s * box.height(), s * box.width() + c * box.height()};
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
    const QPointF way =
        toGround(pixel - QPointF(size.width() / 2, size.height() / 2)) / pixelsPerUnit();
    return toPlace(x + way.x(), y + way.y());
}

QRectF Camera::view() const
{
    const QSizeF units = around(size) / pixelsPerUnit();
    return {x - units.width() / 2, y - units.height() / 2, units.width(), units.height()};
}

bool Camera::sees(const QRectF& units, double marginPx) const
{
    if (!turned()) {
        return true; // view() is the picture
    }
    const double scale = pixelsPerUnit();
    const QPointF middle = toPicture((units.center() - QPointF(x, y)) * scale);
    const QSizeF box = around(units.size() * scale);
    return std::abs(middle.x()) <= (box.width() + size.width()) / 2 + marginPx &&
           std::abs(middle.y()) <= (box.height() + size.height()) / 2 + marginPx;
}

double Camera::metresPerPixel() const
{
    return core::metresPerUnit(centre().latDeg) / pixelsPerUnit();
}

double wrappedBearing(double degrees)
{
    const double within = degrees - std::floor(degrees / 360) * 360;
    return within < 360 ? within : 0;
}

Camera cameraFor(const core::MercatorBox& box, QSizeF size, double pixelRatio, double marginPx,
                 double maxZoom, double bearingDeg)
{
    Camera camera;
    camera.bearingDeg = wrappedBearing(bearingDeg);
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
    const QSizeF units = camera.around(QSizeF(box.maxX - box.minX, box.maxY - box.minY));
    camera.zoom = std::clamp(std::min(zoomFor(room(size.width()), units.width()),
                                      zoomFor(room(size.height()), units.height())),
                             0.0, maxZoom);
    return camera;
}

} // namespace masar::app
