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

// Clock changes are listed from the beginning to the end of the year 2500. The irregular ones end
// before 2100 and the rules after them repeat with the calendar, so the last 400 years listed stand
// for all later ones.
constexpr std::int64_t kYearAfterList = 2501;
constexpr std::int64_t kStart1800 = -62'091 * kDaySeconds;
constexpr std::int64_t kStart2500 = 193'579 * kDaySeconds;
constexpr std::int64_t kCycle = kCycleDays * kDaySeconds;

/// Days beyond this are clamped: some 2 * 10^11 years, and in seconds still far from the open ends.
constexpr std::int64_t kDayLimit = 80'000'000'000'000;

/// What to take off a time so that it falls within the list.
std::int64_t cyclesPast(std::int64_t seconds)
{
    return seconds < kStart2500 ? 0 : ((seconds - kStart2500) / kCycle + 1) * kCycle;
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

/// Finds, on a scale of seconds, which of the entries holds at a time; the first holds since
/// always.
class ChangeScale {
public:
    explicit ChangeScale(std::vector<std::int64_t> starts);

    [[nodiscard]] std::int64_t start(std::size_t i) const { return m_starts[i]; }
    [[nodiscard]] std::size_t at(std::int64_t seconds) const
    {
        if (seconds < kStart1800 || seconds >= kStart2500) {
            return search(seconds);
        }
        std::size_t i = m_entries[static_cast<std::size_t>((seconds - kStart1800) / kStride)];
        while (i + 1 < m_starts.size() && m_starts[i + 1] <= seconds) {
            ++i;
        }
        return i;
    }

private:
    [[nodiscard]] std::size_t search(std::int64_t seconds) const
    {
        const auto after = std::upper_bound(m_starts.begin() + 1, m_starts.end(), seconds);
        return static_cast<std::size_t>(after - m_starts.begin()) - 1;
    }

    static constexpr std::int64_t kStride = 1 << 23; ///< 97 days: seldom more than one change

    std::vector<std::int64_t> m_starts;
    std::vector<std::uint32_t> m_entries; ///< which entry holds at each stride from 1800 to 2500
};

ChangeScale::ChangeScale(std::vector<std::int64_t> starts) : m_starts(std::move(starts))
{
    for (std::int64_t seconds = kStart1800; seconds < kStart2500; seconds += kStride) {
        m_entries.push_back(static_cast<std::uint32_t>(search(seconds)));
    }
}

} // namespace

/// Every change of a zone's offset: offsets[i] holds from the i-th start on.
struct Zone::Changes {
    ChangeScale utc;  ///< starts as instants
    ChangeScale wall; ///< starts as the clock shows them just before it is changed
    std::vector<std::int32_t> offsets;

    static std::shared_ptr<const Changes> of(const std::vector<OffsetChange>& changes);
};

std::shared_ptr<const Zone::Changes> Zone::Changes::of(const std::vector<OffsetChange>& changes)
{
    std::vector<std::int64_t> utc;
    std::vector<std::int64_t> wall;
    std::vector<std::int32_t> offsets;
    for (const OffsetChange& change : changes) {
        utc.push_back(change.begin);
        wall.push_back(offsets.empty() ? change.begin : change.begin + offsets.back());
        offsets.push_back(change.offset);
    }
    return std::make_shared<const Changes>(ChangeScale(std::move(utc)),
                                           ChangeScale(std::move(wall)), std::move(offsets));
}

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
    const auto changes = readTzif(bytes.view(), kYearAfterList);
    if (!changes) {
        return fail(ErrorCode::unreadable, "The system's file for this time zone cannot be read",
                    std::string(kZoneFolder) + *canonical);
    }
    zone.m_name = name;
    zone.m_changes = Changes::of(*changes);
    return zone;
}

Instant Zone::toInstant(std::int64_t day, std::int32_t secondOfDay) const
{
    const std::int64_t local = std::clamp(day, -kDayLimit, kDayLimit) * kDaySeconds + secondOfDay;
    if (!m_changes) {
        return local - m_fixed;
    }
    const std::int64_t shift = cyclesPast(local);
    const std::size_t i = m_changes->wall.at(local - shift);
    // In a gap the new offset would lead to before the change.
    return std::max(local - shift - m_changes->offsets[i], m_changes->utc.start(i)) + shift;
}

std::int32_t Zone::offsetAt(Instant instant) const
{
    if (!m_changes) {
        return m_fixed;
    }
    return m_changes->offsets[m_changes->utc.at(instant - cyclesPast(instant))];
}

LocalTime toLocal(Instant instant, const Zone& zone)
{
    constexpr Instant limit = kDayLimit * kDaySeconds;
    const std::int32_t offset = zone.offsetAt(instant);
    const std::int64_t local = std::clamp(instant, -limit, limit) + offset;
    const std::int64_t day = floorDiv(local, kDaySeconds);
    return {civilFromDays(day), static_cast<std::int32_t>(floorMod(local, kDaySeconds)), offset};
}

} // namespace masar::core
