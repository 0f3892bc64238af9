// SPDX-License-Identifier: Apache-2.0
#include "core/time/calendar.hpp"
#include "core/time/edtf.hpp"
#include "core/time/zone.hpp"

#include <cstdlib>
#include <format>

namespace masar::core {

namespace {

std::string isoOffset(std::int32_t seconds)
{
    if (seconds == 0) {
        return "Z";
    }
    const std::int32_t minutes = std::abs(seconds) / 60;
    return std::format("{}{:02}:{:02}", seconds < 0 ? '-' : '+', minutes / 60, minutes % 60);
}

std::string isoDayTime(CivilDate date, std::int32_t secondOfDay)
{
    return std::format("{}T{:02}:{:02}:{:02}", isoDay(date), secondOfDay / 3600,
                       secondOfDay / 60 % 60, secondOfDay % 60);
}

} // namespace

std::string isoDay(CivilDate date)
{
    const char* sign = date.year < 0 ? "-" : date.year > 9999 ? "+" : "";
    return std::format("{}{:04}-{:02}-{:02}", sign, std::abs(date.year), date.month, date.day);
}

std::string isoInstant(Instant instant, const Zone& zone)
{
    const LocalTime local = toLocal(instant, zone);
    if (local.offsetSeconds % 60 != 0) {
        return isoInstant(instant, Zone{});
    }
    return isoDayTime(local.date, local.secondOfDay) + isoOffset(local.offsetSeconds);
}

std::optional<std::string> toIso(const EdtfBound& bound)
{
    switch (bound.kind) {
    case EdtfBound::Kind::day:
        return isoDay(civilFromDays(bound.day));
    case EdtfBound::Kind::instant:
        return isoDayTime(civilFromDays(bound.day), bound.secondOfDay) +
               (bound.offsetSeconds ? isoOffset(*bound.offsetSeconds) : "");
    case EdtfBound::Kind::open:
    case EdtfBound::Kind::unknown:
        break;
    }
    return std::nullopt;
}

} // namespace masar::core
