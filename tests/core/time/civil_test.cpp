// SPDX-License-Identifier: Apache-2.0
#include "core/time/zone.hpp"

#include <catch2/catch_test_macros.hpp>

#include <chrono>
#include <cstdint>
#include <limits>

using namespace masar::core;

namespace {

/// The day after `date`, by the plain rules of the calendar.
CivilDate dayAfter(CivilDate date)
{
    if (++date.day > daysInMonth(date.year, date.month)) {
        date.day = 1;
        if (++date.month > 12) {
            date.month = 1;
            ++date.year;
        }
    }
    return date;
}

} // namespace

TEST_CASE("Day numbers agree with std::chrono over all the years that it has")
{
    using namespace std::chrono;
    for (int day = -12'000'000; day <= 11'200'000; day += 37) {
        const year_month_day expected{sys_days{days{day}}};
        const CivilDate date = civilFromDays(day);
        const bool same = date.year == int{expected.year()} &&
                          date.month == unsigned{expected.month()} &&
                          date.day == unsigned{expected.day()};
        if (!same || daysFromCivil(date) != day) {
            FAIL("day " << day);
        }
    }
}

TEST_CASE("Days follow one another through a whole cycle of the calendar on both sides of year 0")
{
    CivilDate date{-400, 1, 1};
    std::int64_t day = daysFromCivil(date);
    while (date.year < 400) {
        if (civilFromDays(day) != date || daysFromCivil(date) != day) {
            FAIL("day " << day);
        }
        date = dayAfter(date);
        ++day;
    }
    CHECK(day - daysFromCivil({-400, 1, 1}) == 2 * 146'097);
}

TEST_CASE("Days survive the way to a date and back over a million years either way")
{
    constexpr std::int64_t reach = 365'242'500;
    std::int64_t last = std::numeric_limits<std::int64_t>::min();
    for (std::int64_t day = -reach; day <= reach; day += 9'973) {
        const CivilDate date = civilFromDays(day);
        const bool proper = date.month >= 1 && date.month <= 12 && date.day >= 1 &&
                            date.day <= daysInMonth(date.year, date.month);
        const std::int64_t order = date.year * 400 + date.month * 32 + date.day;
        if (daysFromCivil(date) != day || !proper || order <= last) {
            FAIL("day " << day);
        }
        last = order;
    }
    CHECK(civilFromDays(daysFromCivil({-1'000'000, 2, 29})) == CivilDate{-1'000'000, 2, 29});
    CHECK(civilFromDays(daysFromCivil({1'000'000, 12, 31})) == CivilDate{1'000'000, 12, 31});
}

TEST_CASE("Known days have their known numbers")
{
    CHECK(daysFromCivil({1970, 1, 1}) == 0);
    CHECK(daysFromCivil({2000, 3, 1}) == 11'017);
    CHECK(daysFromCivil({2026, 2, 11}) == 20'495);
    CHECK(daysFromCivil({1969, 12, 31}) == -1);
    CHECK(daysFromCivil({0, 3, 1}) == -719'468);
    CHECK(daysFromCivil({-4713, 11, 24}) == -2'440'588); // the Julian day 0
}

TEST_CASE("February has 29 days in leap years only, before year 1 too")
{
    CHECK(daysInMonth(2024, 2) == 29);
    CHECK(daysInMonth(2023, 2) == 28);
    CHECK(daysInMonth(1900, 2) == 28);
    CHECK(daysInMonth(2000, 2) == 29);
    CHECK(daysInMonth(0, 2) == 29);
    CHECK(daysInMonth(-4, 2) == 29);
    CHECK(daysInMonth(-100, 2) == 28);
    CHECK(daysInMonth(2026, 4) == 30);
    CHECK(daysInMonth(2026, 12) == 31);
}

TEST_CASE("The most extreme numbers of days do not overflow")
{
    const auto least = std::numeric_limits<std::int64_t>::min();
    const auto most = std::numeric_limits<std::int64_t>::max();
    CHECK(civilFromDays(least).year < -25'000'000'000'000'000);
    CHECK(civilFromDays(most).year > 25'000'000'000'000'000);
    CHECK(daysFromCivil({least, 1, 1}) < daysFromCivil({-1'000'000, 1, 1}));
    CHECK(daysFromCivil({most, 12, 31}) > daysFromCivil({1'000'000, 1, 1}));
}
