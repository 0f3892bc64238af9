// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/time/span.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace masar::core {

/// A day of the proleptic Gregorian calendar, years before 1 included (0 is 1 BC). std::chrono's
/// year stops at +-32767; this does not.
struct CivilDate {
    std::int64_t year = 1970;
    unsigned month = 1; ///< 1 to 12
    unsigned day = 1;   ///< 1 to 31

    bool operator==(const CivilDate&) const = default;
};

[[nodiscard]] std::int64_t daysFromCivil(CivilDate date); ///< days since 1970-01-01
[[nodiscard]] CivilDate civilFromDays(std::int64_t days);
[[nodiscard]] unsigned daysInMonth(std::int64_t year, unsigned month);

/// A time zone: an IANA name of the system's database, or a fixed offset ("UTC", "+03:00"). A
/// value: copies share one immutable table of clock changes, so a Zone may be used from several
/// threads at once.
class Zone {
public:
    Zone() = default; ///< UTC
    /// Reads the zone's table (about 0.1 ms: once a layer, not once a row). ErrorCode::notFound for
    /// a name that is no zone, unreadable if the system lacks its file.
    [[nodiscard]] static Result<Zone> named(std::string_view name);

    [[nodiscard]] const std::string& name() const { return m_name; }
    /// A local time to an instant. In the gap of a clock change the instant of the change, in the
    /// repeated hour the earlier one.
    [[nodiscard]] Instant toInstant(std::int64_t day, std::int32_t secondOfDay) const;
    /// Offset from UTC in seconds at an instant.
    [[nodiscard]] std::int32_t offsetAt(Instant instant) const;

private:
    struct Changes;

    std::string m_name = "UTC";
    std::shared_ptr<const Changes> m_changes; ///< null: m_fixed
    std::int32_t m_fixed = 0;
};

/// What a clock in `zone` shows at an instant.
struct LocalTime {
    CivilDate date;
    std::int32_t secondOfDay = 0;
    std::int32_t offsetSeconds = 0;

    bool operator==(const LocalTime&) const = default;
};
[[nodiscard]] LocalTime toLocal(Instant instant, const Zone& zone);

/// "2026-02-11". Years outside 0 to 9999 as ISO 8601 expanded years.
[[nodiscard]] std::string isoDay(CivilDate date);
/// "2026-02-11T08:30:00+03:00"; in UTC if the zone's offset then is no whole minute, which ISO 8601
/// cannot write.
[[nodiscard]] std::string isoInstant(Instant instant, const Zone& zone);

} // namespace masar::core
