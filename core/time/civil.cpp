// SPDX-License-Identifier: Apache-2.0
#include "core/time/calendar.hpp"
#include "core/time/zone.hpp"

#include <algorithm>
#include <array>
#include <limits>

// Day numbers of the proleptic Gregorian calendar by eras of 400 years (146,097 days) that begin on
// 1 March, so that the leap day is the last of its year. The method is Howard Hinnant's,
// "chrono-Compatible Low-Level Date Algorithms".

namespace masar::core {

namespace {

/// Days from 1 March of year 0 to 1970-01-01: four eras and this.
constexpr std::int64_t kEpochEra = 4;
constexpr std::int64_t kEpochDayOfEra = 135'080;
/// Years past this would not fit in 64 bits of days.
constexpr std::int64_t kYearLimit = std::numeric_limits<std::int64_t>::max() / 400;

} // namespace

std::int64_t daysFromCivil(CivilDate date)
{
    const std::int64_t limited = std::clamp(date.year, -kYearLimit, kYearLimit);
    const std::int64_t year = date.month <= 2 ? limited - 1 : limited;
    const std::int64_t era = floorDiv(year, 400);
    const std::int64_t yearOfEra = floorMod(year, 400);
    const std::int64_t monthFromMarch = date.month > 2 ? date.month - 3 : date.month + 9;
    const std::int64_t dayOfYear = (153 * monthFromMarch + 2) / 5 + date.day - 1;
    const std::int64_t dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return (era - kEpochEra) * kCycleDays + dayOfEra - kEpochDayOfEra;
}

CivilDate civilFromDays(std::int64_t days)
{
    std::int64_t era = floorDiv(days, kCycleDays);
    std::int64_t dayOfEra = floorMod(days, kCycleDays) + kEpochDayOfEra;
    era += kEpochEra;
    if (dayOfEra >= kCycleDays) {
        dayOfEra -= kCycleDays;
        ++era;
    }
    const std::int64_t yearOfEra =
        (dayOfEra - dayOfEra / 1460 + dayOfEra / 36'524 - dayOfEra / 146'096) / 365;
    const std::int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const std::int64_t monthFromMarch = (5 * dayOfYear + 2) / 153;
    const auto day = static_cast<unsigned>(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1);
    const auto month =
        static_cast<unsigned>(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9);
    return {yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day};
}

unsigned daysInMonth(std::int64_t year, unsigned month)
{
    constexpr std::array<unsigned, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeap(year) ? 29 : days[(month - 1) % 12];
}

} // namespace masar::core
