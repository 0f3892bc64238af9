// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geometry/mercator.hpp"
#include "core/time/span.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace masar::core {

/// A line on the ellipsoid with the geodesic distance of each vertex from the first, in metres (WGS
/// 84, PROJ).
struct Route {
    std::vector<LonLat> vertices;
    std::vector<double> metres; ///< same length; metres[0] is 0

    [[nodiscard]] double lengthMetres() const { return metres.empty() ? 0 : metres.back(); }
};

[[nodiscard]] Route makeRoute(std::span<const LonLat> vertices);

/// A place on a route.
struct RoutePosition {
    LonLat place;
    double metres = 0;     ///< from the start
    double headingDeg = 0; ///< clockwise from true north, along the route
};

/// The place `metres` from the start (clamped to the route), on the geodesic between its vertices.
/// nullopt for a route without vertices.
[[nodiscard]] std::optional<RoutePosition> positionAt(const Route& route, double metres);

/// Where something that travels the route within `span` may be in the window. Only the begin and
/// end are known, so between them the position is inferred: `earliest` and `latest` bound it by the
/// uncertain dates and the window's two ends, `likely` is the middle at even speed of that part of
/// the window in which the way is made. nullopt when it is not under way, or when the span is open
/// (then no position can be told).
struct RouteProgress {
    double earliestMetres = 0, likelyMetres = 0, latestMetres = 0;
};
[[nodiscard]] std::optional<RouteProgress> progressAt(const Route& route, const Span& span,
                                                      const Window& window);

/// A timed position.
struct Fix {
    LonLat place;
    Instant at = 0;
    bool approximate =
        false;               ///< `at` is the middle of a longer time: a leg is interpolated at best
    bool afterBreak = false; ///< nothing is known of the leg that ends here: a gap
};

/// What may be drawn between two fixes: nothing over a gap, dashed where interpolated, solid where
/// plausible.
enum class LegKind : std::uint8_t { plausible, interpolated, gap, impossibleSpeed };

struct LegLimits {
    double plausibleSeconds = 600;  ///< solid up to here
    double gapSeconds = 6 * 3600;   ///< nothing from here on
    double maxMetresPerSecond = 70; ///< faster than that is flagged

    bool operator==(const LegLimits&) const = default;
};

struct Leg {
    double metres = 0;
    double seconds = 0;
    double metresPerSecond = 0; ///< implied; over one second where both are in the same
    LegKind kind = LegKind::plausible;
};

/// The legs between consecutive fixes, which must be in order of time.
[[nodiscard]] std::vector<Leg> legsOf(std::span<const Fix> fixes, const LegLimits& limits = {});

} // namespace masar::core
