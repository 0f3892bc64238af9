// SPDX-License-Identifier: Apache-2.0
#include "core/route/track.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace masar::core {

namespace {

/// From one place to another the short way round, in fixed-point units.
struct Way {
    double x = 0, y = 0;
};

Way wayTo(MercatorPoint from, MercatorPoint to)
{
    return {static_cast<double>(static_cast<std::int32_t>(to.x - from.x)),
            static_cast<double>(to.y) - static_cast<double>(from.y)};
}

MercatorPoint along(MercatorPoint from, const Way& way, double part)
{
    return {from.x + static_cast<std::uint32_t>(std::llround(way.x * part)),
            from.y + static_cast<std::uint32_t>(std::llround(way.y * part))};
}

Fix fixOf(const TrackFixes& fixes, std::size_t i)
{
    return {toLonLat(fixes.places[i]), fixes.times[i],
            (fixes.marks[i] & fix_marks::approximate) != 0,
            (fixes.marks[i] & fix_marks::afterBreak) != 0};
}

Leg legAfter(const TrackFixes& fixes, std::size_t i, const LegLimits& limits)
{
    return legsOf(std::array{fixOf(fixes, i), fixOf(fixes, i + 1)}, limits).front();
}

/// When the trail begins that is drawn in a window.
Instant oldestOf(const Window& window, Instant trailSeconds)
{
    return trailSeconds < kOpenFuture && window.begin > kOpenPast + trailSeconds
               ? window.begin - trailSeconds
               : kOpenPast;
}

/// The leg after a fix, as far as the trail between two moments holds it; nullopt where nothing is
/// drawn.
std::optional<TrailPiece> pieceAfter(const TrackFixes& fixes, std::size_t i, Instant oldest,
                                     Instant moment, const LegLimits& limits)
{
    const LegKind kind = legAfter(fixes, i, limits).kind;
    if (kind == LegKind::gap || (kind == LegKind::impossibleSpeed && fixes.times[i + 1] > moment)) {
        return std::nullopt;
    }
    const MercatorPoint from = fixes.places[i];
    const MercatorPoint to = fixes.places[i + 1];
    if (fixes.times[i + 1] <= fixes.times[i]) {
        return TrailPiece{from, to};
    }
    const auto part = [&](Instant when) {
        return std::clamp(static_cast<double>(when - fixes.times[i]) /
                              static_cast<double>(fixes.times[i + 1] - fixes.times[i]),
                          0.0, 1.0);
    };
    const Way way = wayTo(from, to);
    return TrailPiece{oldest == kOpenPast ? from : along(from, way, part(oldest)),
                      along(from, way, part(moment))};
}

/// The first fix whose leg may lie in a trail from `oldest` on.
std::size_t firstOfTrail(const TrackFixes& fixes, Instant oldest)
{
    const auto first = std::ranges::upper_bound(fixes.times, oldest);
    const auto i = static_cast<std::size_t>(first - fixes.times.begin());
    return i > 0 ? i - 1 : 0;
}

/// The distance of a point from the part of a leg between two moments.
double distanceFrom(MercatorPoint point, MercatorPoint a, MercatorPoint b)
{
    const Way way = wayTo(a, b);
    const Way to = wayTo(a, point);
    const double square = way.x * way.x + way.y * way.y;
    const double part =
        square == 0 ? 0 : std::clamp((to.x * way.x + to.y * way.y) / square, 0.0, 1.0);
    return std::hypot(to.x - part * way.x, to.y - part * way.y);
}

} // namespace

std::optional<TrackPosition> positionAt(const TrackFixes& fixes, Instant moment,
                                        const LegLimits& limits)
{
    const auto next = std::ranges::upper_bound(fixes.times, moment);
    if (next == fixes.times.begin()) {
        return std::nullopt;
    }
    const auto last = static_cast<std::size_t>(next - fixes.times.begin()) - 1;
    TrackPosition position{PositionBasis::lastSeen, fixes.places[last], 0, last};
    if (fixes.times[last] == moment) {
        position.basis = PositionBasis::fix;
    }
    if (next == fixes.times.end()) {
        return position;
    }
    const Leg leg = legAfter(fixes, last, limits);
    if (leg.kind == LegKind::gap || leg.kind == LegKind::impossibleSpeed) {
        return position;
    }
    const Way way = wayTo(fixes.places[last], fixes.places[last + 1]);
    const double part = static_cast<double>(moment - fixes.times[last]) / leg.seconds;
    position.at = along(fixes.places[last], way, part);
    if (way.x != 0 || way.y != 0) {
        position.headingDeg =
            std::fmod(std::atan2(way.x, -way.y) * 180 / std::numbers::pi + 360, 360);
    }
    if (position.basis != PositionBasis::fix) {
        position.basis = leg.kind == LegKind::plausible ? PositionBasis::betweenFixes
                                                        : PositionBasis::interpolated;
    }
    return position;
}

std::vector<Leg> legsOf(const TrackFixes& fixes, const LegLimits& limits)
{
    std::vector<Fix> all;
    all.reserve(fixes.size());
    for (std::size_t i = 0; i < fixes.size(); ++i) {
        all.push_back(fixOf(fixes, i));
    }
    return legsOf(all, limits);
}

TrackSummary summaryOf(const TrackFixes& fixes, const LegLimits& limits)
{
    TrackSummary sum{.fixes = fixes.size()};
    for (const Leg& leg : legsOf(fixes, limits)) {
        sum.seconds += leg.seconds;
        sum.metres += leg.metres;
        sum.greatestMetresPerSecond = std::max(sum.greatestMetresPerSecond, leg.metresPerSecond);
        sum.interpolated += leg.kind == LegKind::interpolated ? 1U : 0U;
        sum.impossibleSpeeds += leg.kind == LegKind::impossibleSpeed ? 1U : 0U;
        if (leg.kind == LegKind::gap) {
            ++sum.gaps;
            sum.longestGapSeconds = std::max(sum.longestGapSeconds, leg.seconds);
        }
    }
    return sum;
}

std::vector<TrailPiece> trailOf(const TrackFixes& fixes, const Window& window, Instant trailSeconds,
                                const LegLimits& limits)
{
    const Instant moment = window.end - 1;
    const Instant oldest = oldestOf(window, trailSeconds);
    std::vector<TrailPiece> trail;
    for (std::size_t i = firstOfTrail(fixes, oldest);
         i + 1 < fixes.size() && fixes.times[i] <= moment && fixes.times.back() >= oldest; ++i) {
        if (const auto piece = pieceAfter(fixes, i, oldest, moment, limits);
            piece && !(piece->from == piece->to)) {
            trail.push_back(*piece);
        }
    }
    return trail;
}

std::vector<TrackHit> pickTracks(const TrackTable& tracks, MercatorPoint at, double tolerance,
                                 const Window& window, Instant trailSeconds,
                                 const LegLimits& limits)
{
    const Instant moment = window.end - 1;
    const Instant oldest = oldestOf(window, trailSeconds);
    std::vector<TrackHit> hits;
    for (const Track& track : tracks.tracks) {
        const TrackFixes fixes = tracks.fixesOf(track);
        if (fixes.times.front() > moment || fixes.times.back() < oldest) {
            continue;
        }
        double nearest = tolerance + 1;
        const auto next = std::ranges::upper_bound(fixes.times, moment);
        const auto last = static_cast<std::size_t>(next - fixes.times.begin()) - 1;
        const std::size_t ahead = std::min(last + 1, fixes.size() - 1);
        if (fixes.times.back() >= window.begin &&
            distanceFrom(at, fixes.places[last], fixes.places[ahead]) <= tolerance) {
            const MercatorPoint head = positionAt(fixes, moment, limits)->at;
            const Way way = wayTo(head, at);
            nearest = std::hypot(way.x, way.y);
        }
        for (std::size_t i = firstOfTrail(fixes, oldest);
             i + 1 < fixes.size() && fixes.times[i] <= moment; ++i) {
            if (distanceFrom(at, fixes.places[i], fixes.places[i + 1]) > tolerance) {
                continue; // the exact answer only where near
            }
            if (const auto piece = pieceAfter(fixes, i, oldest, moment, limits)) {
                nearest = std::min(nearest, distanceFrom(at, piece->from, piece->to));
            }
        }
        if (nearest <= tolerance) {
            hits.push_back({track.row, nearest});
        }
    }
    std::ranges::stable_sort(hits, {}, &TrackHit::distance);
    return hits;
}

} // namespace masar::core
