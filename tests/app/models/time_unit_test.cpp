// SPDX-License-Identifier: Apache-2.0
#include "app/models/time_unit.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace masar;
using app::TimeUnit;

namespace {

core::Instant at(std::int64_t year, unsigned month, unsigned day, std::int32_t second = 0,
                 const core::Zone& zone = {})
{
    return zone.toInstant(core::daysFromCivil({year, month, day}), second);
}

} // namespace

TEST_CASE("Every unit begins where people say that it does")
{
    const core::Zone utc;
    const core::Instant moment = at(2026, 2, 21, 13 * 3600 + 42 * 60 + 17);
    CHECK(floorTo(TimeUnit::minute, moment, utc) == at(2026, 2, 21, 13 * 3600 + 42 * 60));
    CHECK(floorTo(TimeUnit::hour, moment, utc) == at(2026, 2, 21, 13 * 3600));
    CHECK(floorTo(TimeUnit::day, moment, utc) == at(2026, 2, 21));
    CHECK(floorTo(TimeUnit::week, moment, utc) == at(2026, 2, 16)); // a Monday
    CHECK(floorTo(TimeUnit::month, moment, utc) == at(2026, 2, 1));
    CHECK(floorTo(TimeUnit::year, moment, utc) == at(2026, 1, 1));
    CHECK(floorTo(TimeUnit::decade, moment, utc) == at(2020, 1, 1));
    CHECK(floorTo(TimeUnit::century, moment, utc) == at(2000, 1, 1));
    CHECK(floorTo(TimeUnit::century, at(-1, 5, 5), utc) == at(-100, 1, 1));
}

TEST_CASE("In the hour that a clock change repeats, minutes and hours do not jump")
{
    // On 25 October 2026 at 03:00 the clocks of Berlin go back to 02:00.
    const core::Zone berlin = *core::Zone::named("Europe/Berlin");
    const core::Instant second = at(2026, 10, 25) + 3600 + 1800; // 02:30, the second time
    CHECK(core::toLocal(second, berlin).secondOfDay == 2 * 3600 + 1800);
    CHECK(floorTo(TimeUnit::hour, second, berlin) == second - 1800);
    CHECK(floorTo(TimeUnit::minute, second + 7, berlin) == second);
    const core::Instant first = second - 3600;
    CHECK(core::toLocal(first, berlin).secondOfDay == 2 * 3600 + 1800);
    CHECK(floorTo(TimeUnit::hour, first, berlin) == first - 1800);
}

TEST_CASE("The unit at the start suits the length of the data")
{
    constexpr std::int64_t day = 86'400;
    CHECK(app::unitFor({0, 3600}) == TimeUnit::minute);
    CHECK(app::unitFor({0, 2 * day}) == TimeUnit::hour);
    CHECK(app::unitFor({0, 500 * day}) == TimeUnit::day);
    CHECK(app::unitFor({0, 20 * 366 * day}) == TimeUnit::month);
    CHECK(app::unitFor({0, 300 * 366 * day}) == TimeUnit::year);
}
