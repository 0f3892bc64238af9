// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/track_table.hpp"
#include "core/time/zone.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace masar::core {

/// When a fix was taken, as far as its source says.
struct FixTime {
    std::optional<Instant> at;
    bool approximate = false; ///< the middle of the time that the source gives
    Instant either = 0;       ///< how far off it may be, earlier or later, in seconds
};

/// The time that a span of a feature gives a fix: nothing if a side is open.
[[nodiscard]] FixTime fixTimeOf(const Span& span);

/// A count from 1970, of seconds or milliseconds by its size (see core/io/README.md).
[[nodiscard]] FixTime fixTimeOf(double count);

/// A text as dates are written; one of digits alone may also be a count from 1970.
[[nodiscard]] FixTime fixTimeOf(std::string_view text, const Zone& zone);

/// The fixes of one thing in the order of their source; all three are of one length.
struct SourceFixes {
    std::vector<MercatorPoint> places;
    std::vector<FixTime> times;
    std::vector<std::uint8_t> marks;

    void clear();
    void add(MercatorPoint place, const FixTime& time, std::uint8_t mark = 0);
};

/// What the making of a track left out or took with care, in fixes.
struct FixLosses {
    std::size_t all = 0;
    std::size_t withoutTime = 0; ///< no date, or none that can be read
    std::size_t backwards = 0;   ///< earlier than the fix before
    std::size_t approximate = 0; ///< kept: known to the day or less

    /// A diagnostic of each kind of loss.
    struct Note {
        std::string code, text;
    };
    [[nodiscard]] std::vector<Note> notes() const;
};

/// Adds a row's track of the fixes that have a time. Where times go backwards, the most fixes that
/// are in order are kept. No track is added if fewer than `least` fixes are left.
[[nodiscard]] FixLosses addTrack(TrackTable& to, std::uint32_t row, const SourceFixes& fixes,
                                 std::size_t least = 2);

} // namespace masar::core
