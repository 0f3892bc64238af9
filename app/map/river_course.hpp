// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geometry/mercator.hpp"

#include <QPointF>

#include <optional>
#include <span>
#include <vector>

namespace masar::app {

/// The course of a river as a name may follow it: smoothed to what a line of text can bend with, at
/// any zoom.
class RiverCourse {
public:
    explicit RiverCourse(std::vector<core::MercatorPoint> points);

    [[nodiscard]] const std::vector<core::MercatorPoint>& points() const { return m_points; }
    [[nodiscard]] double length() const { return m_along.back(); } ///< units
    [[nodiscard]] core::MercatorPoint at(double along) const;

    /// A stretch of smoothed course, `length` pixels long with its middle over at(along): points
    /// about 3 pixels apart, in pixels from there, y down. `scale` is pixels a unit. nullopt where
    /// the river ends before.
    [[nodiscard]] std::optional<std::vector<QPointF>> stretch(double along, double length,
                                                              double scale) const;
    /// Whether text can follow such a stretch: it bends gently, and the river stays beside it.
    [[nodiscard]] bool gentle(const std::vector<QPointF>& stretch, double along,
                              double scale) const;

private:
    struct Spot {
        double x, y;
    };
    [[nodiscard]] Spot spotAt(double along) const;
    /// The piece between two points that holds a place, looked for from another on.
    [[nodiscard]] std::size_t pieceAt(double along, std::size_t near) const;
    [[nodiscard]] Spot spotOn(std::size_t piece, double along) const;
    /// The course summed up along itself until a place; `piece` is where the last one ended.
    [[nodiscard]] Spot integral(double until, std::size_t& piece) const;

    std::vector<core::MercatorPoint> m_points;
    std::vector<double> m_along; ///< of each point, units from the beginning
    std::vector<Spot> m_sums;    ///< integral of the course along itself, for means over any reach
};

/// Joins pieces that touch at their ends into courses as long as possible.
[[nodiscard]] std::vector<std::vector<core::MercatorPoint>>
joinPieces(std::vector<std::vector<core::MercatorPoint>> pieces);

} // namespace masar::app
