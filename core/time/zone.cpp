// SPDX-License-Identifier: Apache-2.0
#include "core/time/zone.hpp"

#include "core/time/calendar.hpp"
#include "core/time/tzif.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <exception>
#include <format>
#include <fstream>
#include <optional>
#include <sstream>
#include <vector>

namespace masar::core {

namespace {

/// Where every Unix keeps the compiled time zones.
constexpr std::string_view kZoneFolder = "/usr/share/zoneinfo/";
/// Clock changes are listed up to here. The explicit ones end before 2100 and the rules after them
/// repeat with the calendar, so the last 400 years listed stand for all later ones.
constexpr std::int64_t kLastYear = 2501;
/// Days beyond this are clamped: some 2 * 10^11 years, and in seconds still far from the open ends.
constexpr std::int64_t kDayLimit = 80'000'000'000'000;

/// Whole cycles of 400 years to take off a time (in seconds) so that it falls within the listed
/// years.
std::int64_t cyclesPast(std::int64_t seconds)
{
    static const std::int64_t last = daysFromCivil({kLastYear - 1, 1, 1}) * kDaySeconds;
    return seconds < last ? 0 : (seconds - last) / (kCycleDays * kDaySeconds) + 1;
}

int twoDigits(std::string_view text)
{
    return isDigit(text[0]) && isDigit(text[1]) ? (text[0] - '0') * 10 + (text[1] - '0') : -1;
}

/// "+03:00", "-03": seconds ahead of UTC; nullopt if it is something else.
std::optional<std::int32_t> fixedOffset(std::string_view name)
{
    const bool minutes = name.size() == 6 && name[3] == ':';
    if ((name.size() != 3 && !minutes) || (name[0] != '+' && name[0] != '-')) {
        return std::nullopt;
    }
    const int hour = twoDigits(name.substr(1, 2));
    const int minute = minutes ? twoDigits(name.substr(4, 2)) : 0;
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59) {
        return std::nullopt;
    }
    const int seconds = hour * 3600 + minute * 60;
    return name[0] == '-' ? -seconds : seconds;
}

std::string offsetName(std::int32_t seconds)
{
    const std::int32_t minutes = std::abs(seconds) / 60;
    return std::format("{}{:02}:{:02}", seconds < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

/// The name under which the zone is kept ("Asia/Calcutta" is a link to "Asia/Kolkata"); nullopt if
/// unknown.
std::optional<std::string> canonicalName(std::string_view name)
{
    try {
        return std::string(std::chrono::locate_zone(name)->name());
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

} // namespace

/// Every change of a zone's offset: `offset[i]` holds from begin[i] until begin[i + 1], the first
/// since always.
struct Zone::Changes {
    std::vector<Instant> begin;
    std::vector<std::int64_t> wall; ///< what the clock shows at begin[i] just before it is changed
    std::vector<std::int32_t> offset;

    explicit Changes(const std::vector<OffsetChange>& changes)
    {
        for (const OffsetChange& change : changes) {
            begin.push_back(change.begin);
            wall.push_back(offset.empty() ? change.begin : change.begin + offset.back());
            offset.push_back(change.offset);
        }
    }

    /// The entry that holds at `value` on the scale of `starts` (begin or wall).
    [[nodiscard]] static std::size_t at(const std::vector<std::int64_t>& starts, std::int64_t value)
    {
        const auto after = std::upper_bound(starts.begin() + 1, starts.end(), value);
        return static_cast<std::size_t>(after - starts.begin()) - 1;
    }
};

Result<Zone> Zone::named(std::string_view name)
{
    Zone zone;
    if (name == "UTC" || name == "Z") {
        return zone;
    }
    if (const auto offset = fixedOffset(name)) {
        zone.m_name = offsetName(*offset);
        zone.m_fixed = *offset;
        return zone;
    }
    const auto canonical = canonicalName(name);
    if (!canonical) {
        return fail(ErrorCode::notFound,
                    "There is no time zone of this name; an IANA name such as Asia/Damascus, an "
                    "offset such as +03:00, or UTC is needed",
                    std::string(name));
    }
    std::ifstream file(std::string(kZoneFolder) + *canonical, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    const auto changes = readTzif(bytes.view(), kLastYear);
    if (!changes) {
        return fail(ErrorCode::unreadable, "The system's file for this time zone cannot be read",
                    std::string(kZoneFolder) + *canonical);
    }
    zone.m_name = name;
    zone.m_changes = std::make_shared<const Changes>(*changes);
    return zone;
}

Instant Zone::toInstant(std::int64_t day, std::int32_t secondOfDay) const
{
    const std::int64_t local = std::clamp(day, -kDayLimit, kDayLimit) * kDaySeconds + secondOfDay;
    if (!m_changes) {
        return local - m_fixed;
    }
    const std::int64_t shift = cyclesPast(local) * kCycleDays * kDaySeconds;
    const std::size_t i = Changes::at(m_changes->wall, local - shift);
    // In a gap the new offset would lead to before the change.
    return std::max(local - shift - m_changes->offset[i], m_changes->begin[i]) + shift;
}

std::int32_t Zone::offsetAt(Instant instant) const
{
    if (!m_changes) {
        return m_fixed;
    }
    const std::int64_t shift = cyclesPast(instant) * kCycleDays * kDaySeconds;
    return m_changes->offset[Changes::at(m_changes->begin, instant - shift)];
}

LocalTime toLocal(Instant instant, const Zone& zone)
{
    constexpr Instant limit = kDayLimit * kDaySeconds;
    const std::int32_t offset = zone.offsetAt(instant);
    const std::int64_t local = std::clamp(instant, -limit, limit) + offset;
    const std::int64_t day = floorDiv(local, kDaySeconds);
    return {civilFromDays(day), static_cast<std::int32_t>(local - day * kDaySeconds), offset};
}

} // namespace masar::core
