// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geometry/mercator.hpp"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace masar::app {

/// Logical pixels for a fixed-point unit at a zoom: 256 pixels hold the world at zoom 0.
[[nodiscard]] double pixelsPerUnitAt(double zoom);

/// Where the map is looked at: Qt Location's convention (256 logical pixels hold the world at zoom
/// 0; the bearing is what is up, clockwise from north).
struct Camera {
    double x =
        core::kMercatorWorld / 2; ///< centre, fixed-point Mercator units; may lie outside 0..2^32
    double y = core::kMercatorWorld / 2;
    double zoom = 2;
    double bearingDeg = 0;  ///< 0 (north is up) to 360
    QSizeF size{1280, 800}; ///< of the picture, logical pixels
    double pixelRatio = 1;  ///< device pixels for one logical pixel

    bool operator==(const Camera&) const = default;

    [[nodiscard]] double pixelsPerUnit() const; ///< logical pixels
    [[nodiscard]] QPointF toPixel(core::MercatorPoint point, int worldCopy = 0) const;
    [[nodiscard]] bool turned() const { return bearingDeg != 0; }
    /// A way on the ground (x east, y south) as the picture shows it (x right, y down), and back.
    [[nodiscard]] QPointF toPicture(QPointF way) const;
    [[nodiscard]] QPointF toGround(QPointF way) const;
    /// The size of the upright box around a turned box of this size: of what the picture
    /// covers on the ground, or of how much of the picture something on the ground takes.
    [[nodiscard]] QSizeF around(QSizeF box) const;
    [[nodiscard]] core::LonLat centre() const;
    void setCentre(core::LonLat place);
    /// The place under a pixel; longitudes wrap, latitudes stop at the edge of the map.
    [[nodiscard]] core::LonLat placeAt(QPointF pixel) const;
    /// The box, north up, around what the picture covers, in units (x may lie outside 0..2^32).
    [[nodiscard]] QRectF view() const;
    /// Whether the picture, so many logical pixels wider on all sides, shows some of a box of units
    /// that meets view().
    [[nodiscard]] bool sees(const QRectF& units, double marginPx = 0) const;
    /// Ground metres for one logical pixel at the centre's latitude.
    [[nodiscard]] double metresPerPixel() const;
};

/// Degrees within 0 to 360, 360 itself left out.
[[nodiscard]] double wrappedBearing(double degrees);

/// The camera that shows a box whole with a margin on all sides, no nearer than `maxZoom`.
[[nodiscard]] Camera cameraFor(const core::MercatorBox& box, QSizeF size, double pixelRatio,
                               double marginPx = 48, double maxZoom = 12, double bearingDeg = 0);

} // namespace masar::app
