// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

// Small arithmetic shared inside core/time.

namespace masar::core {

inline constexpr std::int64_t kDaySeconds = 86'400;
/// The Gregorian calendar repeats after 400 years, weekdays included.
inline constexpr std::int64_t kCycleDays = 146'097;

[[nodiscard]] constexpr std::int64_t floorDiv(std::int64_t value, std::int64_t by)
{
    const std::int64_t quotient = value / by;
    return value % by < 0 ? quotient - 1 : quotient;
}

/// What floorDiv leaves over, from 0 to by - 1.
[[nodiscard]] constexpr std::int64_t floorMod(std::int64_t value, std::int64_t by)
{
    const std::int64_t rest = value % by;
    return rest < 0 ? rest + by : rest;
}

[[nodiscard]] constexpr bool isLeap(std::int64_t year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

[[nodiscard]] constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace masar::core
