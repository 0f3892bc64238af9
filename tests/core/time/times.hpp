// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/edtf.hpp"
#include "core/time/zone.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string_view>

/// What the tests of this folder say times with. A text that cannot be read fails the test.
namespace masar::core {

inline constexpr Instant kHour = 3600;
inline constexpr Instant kDay = 86'400;

inline Edtf parsed(std::string_view text)
{
    const auto date = parseEdtf(text);
    INFO(text);
    REQUIRE(date.has_value());
    return *date;
}

inline Zone zone(std::string_view name)
{
    const auto found = Zone::named(name);
    INFO(name);
    REQUIRE(found.has_value());
    return *found;
}

/// A time in UTC.
inline Instant utc(std::int64_t year, unsigned month, unsigned day, Instant hour = 0,
                   Instant minute = 0)
{
    return daysFromCivil({year, month, day}) * kDay + hour * kHour + minute * 60;
}

} // namespace masar::core
