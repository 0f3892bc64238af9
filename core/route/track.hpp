// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/track_table.hpp"
#include "core/route/route.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace masar::core {

/// How it is known where something is.
enum class PositionBasis : std::uint8_t {
    fix,          ///< a fix of that very second
    betweenFixes, ///< on the straight way between two fixes close in time
    interpolated, ///< the same between fixes far apart in time
    lastSeen      ///< not known: where it was last
};

/// Where something is at a moment.
struct TrackPosition {
    PositionBasis basis = PositionBasis::fix;
    MercatorPoint at;
    double headingDeg = 0; ///< clockwise from north, on the way to the next fix; 0 where not moving
    std::size_t fix = 0;   ///< the last fix by then
};

/// The position at a moment, on the straight line of the map (a rhumb line) between fixes; nullopt
/// before the first. Over a gap, a leg of impossible speed and after the last fix it is that where
/// the thing was last seen.
[[nodiscard]] std::optional<TrackPosition> positionAt(const TrackFixes& fixes, Instant moment,
                                                      const LegLimits& limits = {});

/// The legs between the fixes of a track.
[[nodiscard]] std::vector<Leg> legsOf(const TrackFixes& fixes, const LegLimits& limits = {});

/// What a track amounts to.
struct TrackSummary {
    std::size_t fixes = 0;
    double seconds = 0;                 ///< from the first fix to the last
    double metres = 0;                  ///< along the fixes, what is over gaps included
    double greatestMetresPerSecond = 0; ///< implied, impossible ones included
    std::size_t interpolated = 0, gaps = 0, impossibleSpeeds = 0; ///< legs
    double longestGapSeconds = 0;
};

[[nodiscard]] TrackSummary summaryOf(const TrackFixes& fixes, const LegLimits& limits = {});

/// A straight piece of a trail, from the older end.
struct TrailPiece {
    MercatorPoint from, to;

    bool operator==(const TrailPiece&) const = default;
};

/// What the map draws of a track in a window: its way up to the last moment, as far back as the
/// trail goes; nothing over gaps, and an impossible leg only once it is behind.
[[nodiscard]] std::vector<TrailPiece> trailOf(const TrackFixes& fixes, const Window& window,
                                              Instant trailSeconds, const LegLimits& limits = {});

/// The tracks within `tolerance` fixed-point units of a point, nearest first, as the map shows them
/// in a window: where each is at its last moment, and the legs of the trail behind it that are
/// drawn.
struct TrackHit {
    std::uint32_t row = 0;
    double distance = 0;
};
[[nodiscard]] std::vector<TrackHit> pickTracks(const TrackTable& tracks, MercatorPoint at,
                                               double tolerance, const Window& window,
                                               Instant trailSeconds, const LegLimits& limits = {});

} // namespace masar::core
