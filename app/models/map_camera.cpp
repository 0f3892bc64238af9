// SPDX-License-Identifier: Apache-2.0
#include "app/models/map_camera.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

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
constexpr double kTurnSeconds = 0.09; ///< time constant of a turn
constexpr double kTurnStep = 15;      ///< degrees
constexpr double kNearlyNorth = 4;    ///< degrees within which a turn that is let go ends at north
constexpr double kLeastTwist = 8;     ///< degrees
constexpr double kLeastTurnRadius =
    12; ///< pixels from the middle, nearer to which a hand turns nothing

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

void MapCamera::setBearing(double degrees)
{
    set(turned(degrees, middle()));
}

double MapCamera::lowestZoom(const Camera& camera)
{
    // The world is never smaller than the view: Qt Location's Map holds to the same limit.
    const QSizeF size = camera.size.expandedTo(camera.around(camera.size));
    return std::max(minZoom, std::log2(std::max(size.width(), size.height()) / 256.0));
}

Camera MapCamera::clamped(Camera camera) const
{
    camera.zoom = std::clamp(camera.zoom, lowestZoom(camera), maxZoom);
    const double height = std::max(camera.size.height(), camera.around(camera.size).height());
    const double half = height / 2 / camera.pixelsPerUnit();
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
    const bool turned = next.bearingDeg != m_camera.bearingDeg;
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
    if (turned) {
        emit bearingChanged();
    }
    emit changed();
}

Camera MapCamera::zoomed(double zoom, QPointF anchor) const
{
    Camera camera = m_camera;
    camera.zoom = std::clamp(zoom, lowestZoom(), maxZoom);
    const QPointF off = camera.toGround(anchor - middle());
    const double change = 1 / m_camera.pixelsPerUnit() - 1 / camera.pixelsPerUnit();
    camera.x += off.x() * change;
    camera.y += off.y() * change;
    return camera;
}

Camera MapCamera::turned(double bearingDeg, QPointF anchor) const
{
    Camera camera = m_camera;
    camera.bearingDeg = wrappedBearing(bearingDeg);
    const QPointF off = anchor - middle();
    const QPointF change = (m_camera.toGround(off) - camera.toGround(off)) / camera.pixelsPerUnit();
    camera.x += change.x();
    camera.y += change.y();
    return camera;
}

QPointF MapCamera::middle() const
{
    return {m_camera.size.width() / 2, m_camera.size.height() / 2};
}

void MapCamera::start()
{
    if (m_ticker.state() != QAbstractAnimation::Running) {
        m_ticker.start();
    }
}

void MapCamera::fly(const Camera& to)
{
    const std::optional<double> turn = m_turn; // goes on
    halt();
    m_turn = turn;
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
    m_turn.reset();
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
    const QPointF way = camera.toGround(pixels) / camera.pixelsPerUnit();
    camera.x -= way.x();
    camera.y -= way.y();
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

void MapCamera::setTurning(bool held, QPointF at)
{
    if (held) {
        halt();
        m_twist = 0;
        m_turnedFrom = at;
    } else if (turned() && std::abs(std::remainder(m_camera.bearingDeg, 360.0)) < kNearlyNorth) {
        turnNorth();
    }
}

void MapCamera::turnHeld(QPointF to)
{
    const QPointF a = std::exchange(m_turnedFrom, to) - middle();
    const QPointF b = to - middle();
    if (std::min(std::hypot(a.x(), a.y()), std::hypot(b.x(), b.y())) < kLeastTurnRadius) {
        return;
    }
    const double clockwise =
        std::atan2(a.x() * b.y() - a.y() * b.x(), a.x() * b.x() + a.y() * b.y());
    setBearing(m_camera.bearingDeg - clockwise * 180 / std::numbers::pi);
}

void MapCamera::twist(double degrees, QPointF at)
{
    m_twist += degrees;
    if (std::abs(m_twist) >= kLeastTwist || turned()) {
        m_turn.reset();
        set(turned(m_camera.bearingDeg - degrees, at));
    }
}

void MapCamera::turnStep(int steps)
{
    const double from = (m_turn ? *m_turn : m_camera.bearingDeg) / kTurnStep;
    constexpr double there = 1e-6; // of a step
    turnTo((steps > 0 ? std::floor(from + there) : std::ceil(from - there)) * kTurnStep +
           steps * kTurnStep);
}

void MapCamera::turnNorth()
{
    turnTo(0);
}

void MapCamera::turnTo(double bearingDeg)
{
    m_glide.reset();
    // Whole turns away from that of now: the goal itself stays exact.
    m_turn = bearingDeg + std::round((m_camera.bearingDeg - bearingDeg) / 360) * 360;
    start();
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
    const QPointF way = to.toGround({right * to.size.width() / 4, down * to.size.height() / 4}) /
                        to.pixelsPerUnit();
    to.x += way.x();
    to.y += way.y();
    fly(to);
}

void MapCamera::centreOn(QPointF pixel)
{
    const QPointF middle = QRectF(QPointF(), m_camera.size).marginsRemoved(covered()).center();
    Camera to = m_camera;
    const QPointF way = to.toGround(pixel - middle) / to.pixelsPerUnit();
    to.x += way.x();
    to.y += way.y();
    fly(to);
}

void MapCamera::dragBox(bool held, QPointF from)
{
    constexpr double least = 6; // pixels: less is a click that slipped
    if (!held && box().width() > least && box().height() > least) {
        Camera camera = m_camera;
        const QPointF way = camera.toGround(box().center() - middle()) / camera.pixelsPerUnit();
        camera.x += way.x();
        camera.y += way.y();
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
    Camera to = cameraFor(box, {width, height}, m_camera.pixelRatio, std::min(48.0, height / 6),
                          nearest, m_camera.bearingDeg);
    to.size = m_camera.size;
    to.zoom = std::clamp(to.zoom, lowestZoom(), maxZoom);
    // The free part's centre is to show the box's centre.
    const QPointF aside =
        to.toGround({(m_coveredLeft - m_coveredRight) / 2, (m_coveredTop - m_coveredBottom) / 2}) /
        to.pixelsPerUnit();
    to.x -= aside.x();
    to.y -= aside.y();
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
    if (m_turn) {
        const double left = (*m_turn - m_camera.bearingDeg) * std::exp(-seconds / kTurnSeconds);
        const bool there = std::abs(left) < 0.05;
        const double goal = *m_turn;
        setBearing(there ? goal : goal - left);
        // Past north the bearing starts again; the goal goes with it.
        const double around = std::round((m_camera.bearingDeg - (goal - left)) / 360) * 360;
        m_turn = there ? std::nullopt : std::optional(goal + around);
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
