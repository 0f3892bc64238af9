// SPDX-License-Identifier: Apache-2.0
#include "app/models/time_unit.hpp"

namespace masar::app {

std::int64_t multipleBelow(std::int64_t value, std::int64_t step)
{
    const std::int64_t rest = value % step;
    return value - (rest < 0 ? rest + step : rest);
}

core::Step stepOf(TimeUnit unit)
{
    switch (unit) {
    case TimeUnit::minute:
        return {.seconds = 60};
    case TimeUnit::hour:
        return {.seconds = 3600};
    case TimeUnit::day:
        return {.days = 1};
    case TimeUnit::week:
        return {.days = 7};
    case TimeUnit::month:
        return {.months = 1};
    case TimeUnit::year:
        return {.years = 1};
    case TimeUnit::decade:
        return {.years = 10};
    case TimeUnit::century:
        return {.years = 100};
    }
    return {.days = 1};
}

core::Instant floorTo(TimeUnit unit, core::Instant instant, const core::Zone& zone)
{
    const core::LocalTime local = core::toLocal(instant, zone);
    const std::int64_t day = core::daysFromCivil(local.date);
    const auto firstOf = [&zone](std::int64_t year, unsigned month) {
        return zone.toInstant(core::daysFromCivil({year, month, 1}), 0);
    };
    switch (unit) {
    case TimeUnit::minute: // counted back from the instant: right in both hours of a clock change
        return instant - local.secondOfDay % 60;
    case TimeUnit::hour:
        return instant - local.secondOfDay % 3600;
    case TimeUnit::day:
        return zone.toInstant(day, 0);
    case TimeUnit::week: // day 0 was a Thursday
        return zone.toInstant(multipleBelow(day + 3, 7) - 3, 0);
    case TimeUnit::month:
        return firstOf(local.date.year, local.date.month);
    case TimeUnit::year:
        return firstOf(local.date.year, 1);
    case TimeUnit::decade:
        return firstOf(multipleBelow(local.date.year, 10), 1);
    case TimeUnit::century:
        return firstOf(multipleBelow(local.date.year, 100), 1);
    }
    return instant;
}

TimeUnit unitFor(const core::Window& range)
{
    constexpr std::int64_t day = 86'400;
    const std::int64_t length = range.end - range.begin;
    return length <= day / 4         ? TimeUnit::minute
           : length <= 4 * day       ? TimeUnit::hour
           : length <= 1100 * day    ? TimeUnit::day
           : length <= 14'600 * day  ? TimeUnit::month
           : length <= 400'000 * day ? TimeUnit::year
                                     : TimeUnit::decade;
}

} // namespace masar::app
