// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geometry/mercator.hpp"
#include "core/time/span.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace masar::core {

/// What is to be known of a fix beside its place and time: bits of TrackTable::marks.
namespace fix_marks {
/// The source gives a day or longer; the time is the middle of that.
inline constexpr std::uint8_t approximate = 1;
/// The source says that nothing is known between the fix before and this one (a new segment of a
/// track).
inline constexpr std::uint8_t afterBreak = 2;
} // namespace fix_marks

/// A row that moved: fixes [firstFix, firstFix + fixCount), at least one.
struct Track {
    std::uint32_t row = 0;
    std::uint32_t firstFix = 0;
    std::uint32_t fixCount = 0;
    Instant firstEither = 0; ///< how far off the time of the first fix may be, in seconds,
    Instant lastEither = 0;  ///< and that of the last
};

/// The fixes of one track, in order of time.
struct TrackFixes {
    std::span<const MercatorPoint> places;
    std::span<const Instant> times;
    std::span<const std::uint8_t> marks;
    Instant firstEither = 0, lastEither = 0; ///< as Track has them

    [[nodiscard]] std::size_t size() const { return times.size(); }
    /// From the first fix to the last, whose second counts; as uncertain as these two are.
    [[nodiscard]] Span span() const
    {
        return {times.front() - firstEither, times.front() + firstEither,
                times.back() - lastEither + 1, times.back() + lastEither + 1};
    }
};

/// The tracks of a layer, in order of their rows, and their fixes in flat arrays of one length.
/// Fixes are as the source gives them: a line that the geometry has cut at the antimeridian is
/// whole here.
struct TrackTable {
    std::vector<Track> tracks;
    std::vector<MercatorPoint> places;
    std::vector<Instant> times; ///< never falls within a track
    std::vector<std::uint8_t> marks;

    [[nodiscard]] bool empty() const { return tracks.empty(); }
    /// The index of the track of a row.
    [[nodiscard]] std::optional<std::size_t> find(std::size_t row) const;
    [[nodiscard]] TrackFixes fixesOf(const Track& track) const
    {
        return {std::span(places).subspan(track.firstFix, track.fixCount),
                std::span(times).subspan(track.firstFix, track.fixCount),
                std::span(marks).subspan(track.firstFix, track.fixCount), track.firstEither,
                track.lastEither};
    }
    /// The fixes of a row; none if it is no track.
    [[nodiscard]] TrackFixes fixesOf(std::size_t row) const;
};

} // namespace masar::core
