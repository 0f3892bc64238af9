// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/span.hpp"
#include "core/time/zone.hpp"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace masar::core {

/// One of the four bounds as EDTF gives it: a whole day, an instant to the second, or open.
struct EdtfBound {
    enum class Kind : std::uint8_t {
        open,    ///< of a begin: since always; of an end: for ever
        day,     ///< a whole local day
        instant, ///< one second
        unknown  ///< the other way round: a beginMax without limit, an endMin as early as one likes
    };
    Kind kind = Kind::open;
    std::int64_t day = 0; ///< day, instant: days since 1970-01-01, proleptic Gregorian, local
    std::int32_t secondOfDay = 0; ///< instant: local second of that day, 0 to 86,399
    /// instant: offset from UTC as written; none: the layer's zone
    std::optional<std::int32_t> offsetSeconds = std::nullopt;

    bool operator==(const EdtfBound&) const = default;
};

/// What EDTF's ?, ~ and % say, of any part of the date on that side.
struct EdtfQualifiers {
    bool uncertain = false;   ///< "?" or "%"
    bool approximate = false; ///< "~" or "%"
    bool unspecified = false; ///< an X digit

    bool operator==(const EdtfQualifiers&) const = default;
};

/// A date or interval read from EDTF (ISO 8601-2:2019): levels 0 and 1 whole, and of level 2
/// unspecified digits anywhere, one-of and all-of sets, qualified parts, seasons and sub-year
/// groupings, exponential and long years. Bounds are inclusive: 2026-02 begins between the days
/// 2026-02-01 and 2026-02-28 and ends between the same two. What the standard leaves to the reader
/// is written in core/time/README.md.
struct Edtf {
    std::string text; ///< as written
    EdtfBound beginMin, beginMax, endMin, endMax;
    EdtfQualifiers begin, end; ///< the same for a single date
    bool interval = false;     ///< written with "/"

    bool operator==(const Edtf&) const = default;
};

/// Why a text is not EDTF, and the byte in it (from 0) where that shows.
struct EdtfError {
    std::size_t at = 0;
    std::string text;

    bool operator==(const EdtfError&) const = default;
};

/// Reads one text, whole; blanks around it are not taken. Any bytes may be given, up to 10,000.
[[nodiscard]] std::expected<Edtf, EdtfError> parseEdtf(std::string_view text);

/// The span of one EDTF text: days become local days of `zone`, ends exclusive (see Span). A single
/// date is a thing that happened at some whole day (or second) within it; an interval lasts from
/// its begin to its end.
[[nodiscard]] Span toSpan(const Edtf& date, const Zone& zone);

/// The span that begins as `begin` says and ends as `end` says (either may be an interval: its near
/// side counts). A missing side is open; if both are missing the result is undated. An end before
/// its begin is repaired by nobody: the result is undated.
[[nodiscard]] Span toSpan(const std::optional<Edtf>& begin, const std::optional<Edtf>& end,
                          const Zone& zone);

/// The window that shows everything the text may mean: from its earliest begin to its latest end.
/// nullopt if a side is open or the date is undated in this zone.
[[nodiscard]] std::optional<Window> toWindow(const Edtf& date, const Zone& zone);

/// A bound in ISO 8601: "2026-02-11", "2026-02-11T08:30:00+03:00", "-0044-03-15"; nullopt if open
/// or unknown.
[[nodiscard]] std::optional<std::string> toIso(const EdtfBound& bound);

} // namespace masar::core
