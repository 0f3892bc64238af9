// SPDX-License-Identifier: Apache-2.0
#include "core/route/route.hpp"

#include "core/crs/geodesic.hpp"

#include <algorithm>
#include <cmath>

namespace masar::core {

namespace {

bool bounded(const Span& span)
{
    return isFinite(span.beginMin) && isFinite(span.beginMax) && isFinite(span.endMin) &&
           isFinite(span.endMax);
}

/// The middle of two instants without overflow.
double middle(Instant a, Instant b)
{
    return static_cast<double>(a) / 2 + static_cast<double>(b) / 2;
}

/// The part of the way done at `at` by something that goes evenly from `begin` to `end`.
double partDone(double at, double begin, double end)
{
    if (end <= begin) {
        return at < begin ? 0 : 1;
    }
    return std::clamp((at - begin) / (end - begin), 0.0, 1.0);
}

} // namespace

Route makeRoute(std::span<const LonLat> vertices)
{
    Route route;
    route.vertices.assign(vertices.begin(), vertices.end());
    route.metres.reserve(vertices.size());
    double metres = 0;
    for (std::size_t i = 0; i < vertices.size(); ++i) {
        if (i > 0) {
            metres += geodesicBetween(vertices[i - 1], vertices[i]).metres;
        }
        route.metres.push_back(metres);
    }
    return route;
}

std::optional<RoutePosition> positionAt(const Route& route, double metres)
{
    if (route.vertices.empty()) {
        return std::nullopt;
    }
    if (route.vertices.size() == 1) {
        return RoutePosition{route.vertices.front(), 0, 0};
    }
    const double at = std::clamp(metres, 0.0, route.lengthMetres());
    // The leg that holds the place: the first whose end is not before it.
    const auto end = std::lower_bound(route.metres.begin() + 1, route.metres.end() - 1, at);
    const auto leg = static_cast<std::size_t>(end - route.metres.begin());
    const LonLat from = route.vertices[leg - 1];
    const double along = at - route.metres[leg - 1];
    const Geodesic line = geodesicBetween(from, route.vertices[leg]);
    RoutePosition position{geodesicFrom(from, line.azimuthDeg, along), at, line.azimuthDeg};
    if (line.metres > 0) {
        // On a long leg the heading turns with the geodesic.
        position.headingDeg = along < line.metres
                                  ? geodesicBetween(position.place, route.vertices[leg]).azimuthDeg
                                  : line.endAzimuthDeg;
    }
    position.headingDeg = std::fmod(position.headingDeg + 360, 360);
    return position;
}

std::optional<RouteProgress> progressAt(const Route& route, const Span& span, const Window& window)
{
    if (route.vertices.empty() || !span.dated() || !bounded(span) ||
        presence(span, window) == Presence::absent) {
        return std::nullopt;
    }
    const auto number = [](Instant instant) { return static_cast<double>(instant); };
    // The part done falls as the begin or the end is put later, so the extremes are at the corners.
    const double earliest =
        partDone(number(window.begin), number(span.beginMax), number(span.endMax));
    const double latest = partDone(number(window.end), number(span.beginMin), number(span.endMin));
    // The mean over the window's two ends is the middle of that part of it in which the way is
    // made.
    const double begin = middle(span.beginMin, span.beginMax);
    const double end = middle(span.endMin, span.endMax);
    const double likely =
        (partDone(number(window.begin), begin, end) + partDone(number(window.end), begin, end)) / 2;
    const double length = route.lengthMetres();
    return RouteProgress{earliest * length, likely * length, latest * length};
}

std::vector<Leg> legsOf(std::span<const Fix> fixes, const LegLimits& limits)
{
    std::vector<Leg> legs;
    for (std::size_t i = 1; i < fixes.size(); ++i) {
        Leg leg;
        leg.metres = geodesicBetween(fixes[i - 1].place, fixes[i].place).metres;
        leg.seconds = static_cast<double>(fixes[i].at) - static_cast<double>(fixes[i - 1].at);
        // Instants are whole seconds: two in the same one may be nearly a second apart.
        leg.metresPerSecond = leg.metres / std::max(leg.seconds, 1.0);
        if (leg.metresPerSecond > limits.maxMetresPerSecond) {
            leg.kind = LegKind::impossibleSpeed;
        } else if (leg.seconds >= limits.gapSeconds || fixes[i].afterBreak) {
            leg.kind = LegKind::gap;
        } else if (leg.seconds > limits.plausibleSeconds || fixes[i - 1].approximate ||
                   fixes[i].approximate) {
            leg.kind = LegKind::interpolated;
        }
        legs.push_back(leg);
    }
    return legs;
}

} // namespace masar::core
