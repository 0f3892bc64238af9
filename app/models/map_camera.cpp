// SPDX-License-Identifier: Apache-2.0
#include "app/models/map_camera.hpp"

#include <algorithm>
#include <cmath>

namespace masar::app {

namespace {

constexpr double kLevelsPerNotch = 0.5;
constexpr double kNotch = 120;
constexpr double kZoomSeconds = 0.08;  ///< time constant of a smooth zoom
constexpr double kGlideSeconds = 0.28; ///< time constant of a glide
constexpr double kLeastGlide = 60;     ///< pixels a second below which a throw is a stop
constexpr double kFlightSeconds = 0.45;
constexpr double kVelocitySeconds = 0.03; ///< over which the pointer's speed is averaged
constexpr int kRestMilliseconds = 60;

} // namespace

MapCamera::MapCamera(QObject* parent) : QObject(parent)
{
    m_camera.zoom = 6;
    m_camera.setCentre({40.0, 35.5});
    connect(&m_ticker, &FrameTicker::ticked, this, &MapCamera::advanceBy);
}

QGeoCoordinate MapCamera::center() const
{
    const core::LonLat place = m_camera.centre();
    return {place.latDeg, place.lonDeg};
}

void MapCamera::setCenter(const QGeoCoordinate& center)
{
    if (!center.isValid()) {
        return;
    }
    Camera camera = m_camera;
    camera.setCentre({center.longitude(), center.latitude()});
    set(camera);
}

void MapCamera::setZoomLevel(double zoom)
{
    Camera camera = m_camera;
    camera.zoom = zoom;
    set(camera);
}

void MapCamera::setSize(QSizeF size)
{
    if (size == m_camera.size || size.isEmpty()) {
        return;
    }
    Camera camera = m_camera;
    camera.size = size;
    set(camera);
    emit sizeChanged();
}

double MapCamera::lowestZoom() const
{
    // The world is never smaller than the view: Qt Location's Map holds to the same limit.
    const double side = std::max(m_camera.size.width(), m_camera.size.height());
    return std::max(minZoom, std::log2(side / 256.0));
}

Camera MapCamera::clamped(Camera camera) const
{
    camera.zoom = std::clamp(camera.zoom, lowestZoom(), maxZoom);
    const double half = camera.size.height() / 2 / camera.pixelsPerUnit();
    camera.y = std::clamp(camera.y, half, std::max(half, core::kMercatorWorld - half));
    camera.x = camera.x - std::floor(camera.x / core::kMercatorWorld) * core::kMercatorWorld;
    return camera;
}

void MapCamera::set(const Camera& camera)
{
    const Camera next = clamped(camera);
    if (next == m_camera) {
        return;
    }
    const bool nearer = next.zoom > m_camera.zoom;
    const bool zoomed = next.zoom != m_camera.zoom;
    const bool moved = next.x != m_camera.x || next.y != m_camera.y;
    m_camera = next;
    // Qt Location's Map holds its centre to what its zoom allows: it must never see a centre of the
    // poles while it is still far out.
    if (zoomed && nearer) {
        emit zoomLevelChanged();
    }
    if (moved) {
        emit centerChanged();
    }
    if (zoomed && !nearer) {
        emit zoomLevelChanged();
    }
    emit changed();
}

Camera MapCamera::zoomed(double zoom, QPointF anchor) const
{
    Camera camera = m_camera;
    camera.zoom = std::clamp(zoom, lowestZoom(), maxZoom);
    const QPointF off = anchor - QPointF(camera.size.width() / 2, camera.size.height() / 2);
    const double change = 1 / m_camera.pixelsPerUnit() - 1 / camera.pixelsPerUnit();
    camera.x += off.x() * change;
    camera.y += off.y() * change;
    return camera;
}

void MapCamera::start()
{
    if (m_ticker.state() != QAbstractAnimation::Running) {
        m_ticker.start();
    }
}

void MapCamera::fly(const Camera& to)
{
    halt();
    Camera goal = clamped(to);
    // The short way round the world.
    goal.x -= std::round((goal.x - m_camera.x) / core::kMercatorWorld) * core::kMercatorWorld;
    m_flight = Flight{m_camera, goal, 0};
    start();
}

void MapCamera::halt()
{
    m_glide.reset();
    m_zoom.reset();
    m_flight.reset();
    m_ticker.stop();
}

void MapCamera::setHeld(bool held)
{
    if (held) {
        halt();
        m_velocity = {};
        m_sincePan.start();
    } else if (m_sincePan.isValid()) {
        // A pointer that rested before it let go throws nothing.
        if (m_sincePan.elapsed() < kRestMilliseconds) {
            flick(m_velocity);
        }
        m_sincePan.invalidate();
    }
}

void MapCamera::pan(QVector2D pixels)
{
    m_glide.reset();
    m_flight.reset();
    if (m_sincePan.isValid()) {
        const double seconds = std::max(0.001, static_cast<double>(m_sincePan.restart()) / 1000.0);
        const double weight = std::min(1.0, seconds / kVelocitySeconds);
        m_velocity += (pixels.toPointF() / seconds - m_velocity) * weight;
    }
    shift(pixels.toPointF());
}

void MapCamera::shift(QPointF pixels)
{
    Camera camera = m_camera;
    camera.x -= pixels.x() / camera.pixelsPerUnit();
    camera.y -= pixels.y() / camera.pixelsPerUnit();
    set(camera);
}

void MapCamera::flick(QPointF velocity)
{
    if (std::hypot(velocity.x(), velocity.y()) < kLeastGlide) {
        return;
    }
    m_glide = velocity;
    start();
}

void MapCamera::wheel(double angle, QPointF at)
{
    zoomAt(angle / kNotch * kLevelsPerNotch, at);
}

void MapCamera::pinch(double factor, QPointF at)
{
    if (factor > 0) {
        m_flight.reset();
        m_zoom.reset();
        set(zoomed(m_camera.zoom + std::log2(factor), at));
    }
}

void MapCamera::zoomAt(double levels, QPointF at)
{
    m_glide.reset();
    m_flight.reset();
    const double from = m_zoom ? m_zoom->target : m_camera.zoom;
    m_zoom = Zooming{std::clamp(from + levels, lowestZoom(), maxZoom), at};
    start();
}

void MapCamera::zoomIn()
{
    zoomAt(1, {m_camera.size.width() / 2, m_camera.size.height() / 2});
}

void MapCamera::zoomOut()
{
    zoomAt(-1, {m_camera.size.width() / 2, m_camera.size.height() / 2});
}

void MapCamera::panStep(int right, int down)
{
    Camera to = m_flight ? m_flight->to : m_camera;
    to.x += right * to.size.width() / 4 / to.pixelsPerUnit();
    to.y += down * to.size.height() / 4 / to.pixelsPerUnit();
    fly(to);
}

void MapCamera::centreOn(QPointF pixel)
{
    const QPointF middle = QRectF(QPointF(), m_camera.size).marginsRemoved(covered()).center();
    Camera to = m_camera;
    to.x += (pixel.x() - middle.x()) / to.pixelsPerUnit();
    to.y += (pixel.y() - middle.y()) / to.pixelsPerUnit();
    fly(to);
}

void MapCamera::dragBox(bool held, QPointF from)
{
    constexpr double least = 6; // pixels: less is a click that slipped
    if (!held && box().width() > least && box().height() > least) {
        Camera camera = m_camera;
        const QPointF off =
            box().center() - QPointF(camera.size.width() / 2, camera.size.height() / 2);
        camera.x += off.x() / camera.pixelsPerUnit();
        camera.y += off.y() / camera.pixelsPerUnit();
        camera.zoom += std::log2(
            std::min(camera.size.width() / box().width(), camera.size.height() / box().height()));
        fly(camera);
    }
    m_boxFrom = from;
    m_boxTo = from;
    emit boxChanged();
}

void MapCamera::stretchBox(QPointF to)
{
    m_boxTo = to;
    emit boxChanged();
}

Camera MapCamera::framed(const core::MercatorBox& box, double nearest) const
{
    const double width = std::max(64.0, m_camera.size.width() - m_coveredLeft - m_coveredRight);
    const double height = std::max(64.0, m_camera.size.height() - m_coveredTop - m_coveredBottom);
    Camera to =
        cameraFor(box, {width, height}, m_camera.pixelRatio, std::min(48.0, height / 6), nearest);
    to.size = m_camera.size;
    to.zoom = std::clamp(to.zoom, lowestZoom(), maxZoom);
    // The free part's centre is to show the box's centre.
    to.x -= (m_coveredLeft - m_coveredRight) / 2 / to.pixelsPerUnit();
    to.y -= (m_coveredTop - m_coveredBottom) / 2 / to.pixelsPerUnit();
    return to;
}

void MapCamera::fit(const core::MercatorBox& box, bool flying)
{
    if (box.empty()) {
        return;
    }
    const Camera to = framed(box, maxFitZoom);
    if (flying) {
        fly(to);
        return;
    }
    halt();
    set(to);
}

void MapCamera::flyTo(const core::MercatorBox& box, double zoom)
{
    constexpr double nearer = 3;
    fly(framed(box, std::clamp(m_camera.zoom, zoom, zoom + nearer)));
}

void MapCamera::advanceBy(double seconds)
{
    if (m_flight) {
        Flight flight = *m_flight;
        flight.seconds += seconds;
        m_flight = flight;
        const double t = std::min(1.0, flight.seconds / kFlightSeconds);
        const double eased = t * t * (3 - 2 * t);
        Camera camera = m_camera;
        camera.zoom = std::lerp(flight.from.zoom, flight.to.zoom, eased);
        // Places move evenly on the screen only if the centre follows the scale.
        const double fromScale = std::exp2(-flight.from.zoom);
        const double toScale = std::exp2(-flight.to.zoom);
        const double scale = std::exp2(-camera.zoom);
        const double part = std::abs(fromScale - toScale) < 1e-12
                                ? eased
                                : (fromScale - scale) / (fromScale - toScale);
        camera.x = std::lerp(flight.from.x, flight.to.x, part);
        camera.y = std::lerp(flight.from.y, flight.to.y, part);
        if (t >= 1) {
            m_flight.reset();
        }
        set(camera);
    }
    if (m_zoom) {
        const double left = (m_zoom->target - m_camera.zoom) * std::exp(-seconds / kZoomSeconds);
        const bool there = std::abs(left) < 0.002;
        set(zoomed(there ? m_zoom->target : m_zoom->target - left, m_zoom->anchor));
        if (there) {
            m_zoom.reset();
        }
    }
    if (m_glide) {
        const double keep = std::exp(-seconds / kGlideSeconds);
        const QPointF by = *m_glide * (kGlideSeconds * (1 - keep));
        const QPointF velocity = *m_glide * keep;
        shift(by);
        m_glide = velocity;
        if (std::hypot(velocity.x(), velocity.y()) < kLeastGlide / 4) {
            m_glide.reset();
        }
    }
    if (!moving()) {
        m_ticker.stop();
    }
}

} // namespace masar::app
