// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/camera.hpp"
#include "app/models/frame_ticker.hpp"

#include <QElapsedTimer>
#include <QGeoCoordinate>
#include <QMarginsF>
#include <QObject>
#include <QVector2D>
#include <QtQmlIntegration>

#include <optional>

namespace masar::app {

/// Where the map is looked at and how that moves: panned with a throw, zoomed about a point,
/// turned, fitted to a box. The view never leaves the world. The Map and the canvas follow
/// `center`, `zoomLevel` and `bearing`.
class MapCamera : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QGeoCoordinate center READ center WRITE setCenter NOTIFY centerChanged)
    Q_PROPERTY(double zoomLevel READ zoomLevel WRITE setZoomLevel NOTIFY zoomLevelChanged)
    /// What is up on the picture, in degrees clockwise from north; 0 to 360.
    Q_PROPERTY(double bearing READ bearing WRITE setBearing NOTIFY bearingChanged)
    /// Whether something else than north is up.
    Q_PROPERTY(bool turned READ turned NOTIFY bearingChanged)
    Q_PROPERTY(QSizeF size READ size WRITE setSize NOTIFY sizeChanged)
    /// What lies over the edges of the map (panes), in logical pixels: a fit keeps clear of it.
    Q_PROPERTY(double coveredLeft MEMBER m_coveredLeft NOTIFY coverChanged)
    Q_PROPERTY(double coveredRight MEMBER m_coveredRight NOTIFY coverChanged)
    Q_PROPERTY(double coveredTop MEMBER m_coveredTop NOTIFY coverChanged)
    Q_PROPERTY(double coveredBottom MEMBER m_coveredBottom NOTIFY coverChanged)
    /// The box being drawn, in pixels.
    Q_PROPERTY(QRectF box READ box NOTIFY boxChanged)
    Q_PROPERTY(bool canZoomIn READ canZoomIn NOTIFY zoomLevelChanged)
    Q_PROPERTY(bool canZoomOut READ canZoomOut NOTIFY zoomLevelChanged)

public:
    static constexpr double minZoom = 2;
    static constexpr double maxZoom = 19;
    /// A fit to something small stops here: nearer, its surroundings would say nothing.
    static constexpr double maxFitZoom = 12;

    explicit MapCamera(QObject* parent = nullptr);

    QGeoCoordinate center() const;
    void setCenter(const QGeoCoordinate& center);
    double zoomLevel() const { return m_camera.zoom; }
    void setZoomLevel(double zoom);
    double bearing() const { return m_camera.bearingDeg; }
    void setBearing(double degrees);
    bool turned() const { return m_camera.turned(); }
    QSizeF size() const { return m_camera.size; }
    void setSize(QSizeF size);
    QRectF box() const { return QRectF(m_boxFrom, m_boxTo).normalized(); }
    bool canZoomIn() const { return m_camera.zoom < maxZoom - 1e-9; }
    bool canZoomOut() const { return m_camera.zoom > lowestZoom() + 1e-9; }
    [[nodiscard]] const Camera& camera() const { return m_camera; }
    /// What lies over the edges, as above.
    [[nodiscard]] QMarginsF covered() const
    {
        return {m_coveredLeft, m_coveredTop, m_coveredRight, m_coveredBottom};
    }

    /// The pointer takes hold of the map, moves what is under it by so many pixels, and lets go:
    /// then the map glides on as fast as it was moved last.
    Q_INVOKABLE void setHeld(bool held);
    Q_INVOKABLE void pan(QVector2D pixels);
    /// Lets the map glide, in pixels a second, until it comes to rest.
    void flick(QPointF velocity);
    /// Stops any movement.
    Q_INVOKABLE void halt();
    /// A wheel turned by an angle in eighths of a degree (120 a notch): zooms smoothly about a
    /// point.
    Q_INVOKABLE void wheel(double angle, QPointF at);
    /// Fingers spread by a factor about a point, at once.
    Q_INVOKABLE void pinch(double factor, QPointF at);
    /// The pointer takes hold of the map to turn it, and lets go: what is nearly north becomes
    /// north.
    Q_INVOKABLE void setTurning(bool held, QPointF at);
    /// Turns the map about the middle of the picture, as a hand does that holds it and moves on.
    Q_INVOKABLE void turnHeld(QPointF to);
    /// Fingers turned clockwise by so many degrees about a point. Fingers that spread turn a little
    /// too: the map follows once they mean it.
    Q_INVOKABLE void twist(double degrees, QPointF at);
    /// Turns to the next of the round bearings, clockwise or not (keys).
    Q_INVOKABLE void turnStep(int steps);
    /// Turns until north is up.
    Q_INVOKABLE void turnNorth();
    /// One zoom level about a point (double click).
    Q_INVOKABLE void zoomAt(double levels, QPointF at);
    Q_INVOKABLE void zoomIn();
    Q_INVOKABLE void zoomOut();
    /// A quarter of the view in a direction (arrow keys).
    Q_INVOKABLE void panStep(int right, int down);
    /// Brings what is at a pixel to the middle of the part that nothing covers.
    Q_INVOKABLE void centreOn(QPointF pixel);
    /// A box drawn by the user: begun at a pixel, stretched to another, and shown when it is let
    /// go.
    Q_INVOKABLE void dragBox(bool held, QPointF from);
    Q_INVOKABLE void stretchBox(QPointF to);

    /// Shows a box whole, clear of what covers the edges; flies there if asked to.
    void fit(const core::MercatorBox& box, bool flying = true);
    /// Flies to a box, at least as near as a zoom unless the box is too large for it; whoever is
    /// already somewhat nearer stays so near.
    void flyTo(const core::MercatorBox& box, double zoom);

    /// Moves on by real time, as each frame does while something is under way.
    void advanceBy(double seconds);
    [[nodiscard]] bool moving() const { return m_glide || m_zoom || m_flight || m_turn; }

signals:
    void changed();
    void centerChanged();
    void zoomLevelChanged();
    void bearingChanged();
    void sizeChanged();
    void coverChanged();
    void boxChanged();

private:
    struct Zooming {
        double target = 0;
        QPointF anchor;
    };
    struct Flight {
        Camera from, to;
        double seconds = 0;
    };
    [[nodiscard]] double lowestZoom() const { return lowestZoom(m_camera); }
    [[nodiscard]] static double lowestZoom(const Camera& camera);
    [[nodiscard]] Camera clamped(Camera camera) const;
    /// The camera with another bearing; what is at a pixel stays there.
    [[nodiscard]] Camera turned(double bearingDeg, QPointF anchor) const;
    void turnTo(double bearingDeg);
    [[nodiscard]] QPointF middle() const;
    [[nodiscard]] Camera zoomed(double zoom, QPointF anchor) const;
    /// Shows a box whole, clear of what covers the edges.
    [[nodiscard]] Camera framed(const core::MercatorBox& box, double nearest) const;
    void set(const Camera& camera);
    void shift(QPointF pixels);
    void fly(const Camera& to);
    void start();

    Camera m_camera;
    double m_coveredLeft = 0, m_coveredRight = 0, m_coveredTop = 0, m_coveredBottom = 0;
    std::optional<QPointF> m_glide; ///< pixels a second
    std::optional<Zooming> m_zoom;
    std::optional<Flight> m_flight;
    std::optional<double> m_turn; ///< the bearing it ends at, the short way from that of now
    QPointF m_turnedFrom;         ///< where the hand that turns the map was
    double m_twist = 0;           ///< what fingers turned before they meant it
    FrameTicker m_ticker;
    QElapsedTimer m_sincePan;
    QPointF m_boxFrom, m_boxTo;
    QPointF m_velocity; ///< of the pointer that holds the map
};

} // namespace masar::app
