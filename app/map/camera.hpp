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
/// 0), north up.
struct Camera {
    double x =
        core::kMercatorWorld / 2; ///< centre, fixed-point Mercator units; may lie outside 0..2^32
    double y = core::kMercatorWorld / 2;
    double zoom = 2;
    QSizeF size{1280, 800}; ///< of the picture, logical pixels
    double pixelRatio = 1;  ///< device pixels for one logical pixel

    bool operator==(const Camera&) const = default;

    [[nodiscard]] double pixelsPerUnit() const; ///< logical pixels
    [[nodiscard]] QPointF toPixel(core::MercatorPoint point, int worldCopy = 0) const;
    [[nodiscard]] core::LonLat centre() const;
    void setCentre(core::LonLat place);
    /// The place under a pixel; longitudes wrap, latitudes stop at the edge of the map.
    [[nodiscard]] core::LonLat placeAt(QPointF pixel) const;
    /// What the picture covers, in units (x may lie outside 0..2^32).
    [[nodiscard]] QRectF view() const;
    /// Ground metres for one logical pixel at the centre's latitude.
    [[nodiscard]] double metresPerPixel() const;
};

/// The camera that shows a box whole with a margin on all sides, no nearer than `maxZoom`.
[[nodiscard]] Camera cameraFor(const core::MercatorBox& box, QSizeF size, double pixelRatio,
                               double marginPx = 48, double maxZoom = 12);

} // namespace masar::app
