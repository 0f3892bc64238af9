// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>

namespace masar::core {

/// Seconds since 1970-01-01T00:00:00Z in the proleptic Gregorian calendar, leap seconds ignored.
using Instant = std::int64_t;

/// "Since always" and "for ever": the open ends.
inline constexpr Instant kOpenPast = std::numeric_limits<Instant>::min();
inline constexpr Instant kOpenFuture = std::numeric_limits<Instant>::max();

/// Neither of the open ends.
[[nodiscard]] constexpr bool isFinite(Instant bound)
{
    return bound != kOpenPast && bound != kOpenFuture;
}

/// When a feature is there, as far as it is known: it begins at some instant in [beginMin,
/// beginMax] and has ended by some instant in [endMin, endMax]. Ends are exclusive: the day
/// 2026-02-11 in UTC is begin 2026-02-11T00:00:00Z (both) and end 2026-02-12T00:00:00Z (both). The
/// default has no date at all.
struct Span {
    Instant beginMin = kOpenFuture;
    Instant beginMax = kOpenFuture;
    Instant endMin = kOpenPast;
    Instant endMax = kOpenPast;

    bool operator==(const Span&) const = default;

    /// False for a feature without a date.
    [[nodiscard]] bool dated() const { return beginMin < endMax; }
};

/// What the clock shows: [begin, end), end after begin.
struct Window {
    Instant begin = 0;
    Instant end = 1;

    bool operator==(const Window&) const = default;
};

enum class Presence : std::uint8_t { absent, possible, certain };

/// Whether a dated span is present in the window: certain if every reading of its dates overlaps
/// the window, possible if some reading does, else absent. An undated span is absent (callers show
/// it by choice).
[[nodiscard]] constexpr Presence presence(const Span& span, const Window& window)
{
    if (!(span.beginMin < window.end && span.endMax > window.begin)) {
        return Presence::absent;
    }
    return span.beginMax < window.end && span.endMin > window.begin ? Presence::certain
                                                                    : Presence::possible;
}

} // namespace masar::core
