// SPDX-License-Identifier: Apache-2.0
#include "core/time/edtf.hpp"
#include "core/time/zone.hpp"

#include "tests/core/time/times.hpp"

#include <catch2/catch_test_macros.hpp>

#include <limits>

using namespace masar::core;

TEST_CASE("Days are written in ISO 8601, with a sign outside the years 0 to 9999")
{
    CHECK(isoDay({2026, 2, 11}) == "2026-02-11");
    CHECK(isoDay({44, 3, 15}) == "0044-03-15");
    CHECK(isoDay({0, 1, 1}) == "0000-01-01");
    CHECK(isoDay({-44, 3, 15}) == "-0044-03-15");
    CHECK(isoDay({9999, 12, 31}) == "9999-12-31");
    CHECK(isoDay({10'000, 1, 1}) == "+10000-01-01");
    CHECK(isoDay({-170'000'000, 1, 1}) == "-170000000-01-01");
}

TEST_CASE("Instants are written in local time with the offset of that moment")
{
    const Instant winter = 1'770'798'600; // 2026-02-11T08:30:00Z
    CHECK(isoInstant(winter, Zone{}) == "2026-02-11T08:30:00Z");
    CHECK(isoInstant(winter, zone("Asia/Damascus")) == "2026-02-11T11:30:00+03:00");
    CHECK(isoInstant(winter, zone("America/New_York")) == "2026-02-11T03:30:00-05:00");
    CHECK(isoInstant(winter + 181 * 86'400, zone("America/New_York")) ==
          "2026-08-11T04:30:00-04:00");
    CHECK(isoInstant(winter, zone("America/St_Johns")) == "2026-02-11T05:00:00-03:30");
    CHECK(isoInstant(winter, zone("-00:30")) == "2026-02-11T08:00:00-00:30");
    CHECK(isoInstant(-1, Zone{}) == "1969-12-31T23:59:59Z");
}

TEST_CASE("An instant whose offset is no whole minute is written in UTC")
{
    // Damascus kept 2:25:12 until 1920.
    CHECK(isoInstant(-2'000'000'000, zone("Asia/Damascus")) == "1906-08-16T20:26:40Z");
}

TEST_CASE("The open ends and other extremes are written without harm")
{
    for (const Instant extreme : {std::numeric_limits<Instant>::min(),
                                  std::numeric_limits<Instant>::max(), Instant{1} << 61}) {
        CHECK_FALSE(isoInstant(extreme, Zone{}).empty());
        CHECK_FALSE(isoInstant(extreme, zone("Asia/Damascus")).empty());
    }
}

TEST_CASE("Bounds are written as they were read, and open ones not at all")
{
    using Kind = EdtfBound::Kind;
    CHECK(toIso({Kind::day, 20'495}) == "2026-02-11");
    CHECK(toIso({Kind::instant, 20'495, 30'600, std::nullopt}) == "2026-02-11T08:30:00");
    CHECK(toIso({Kind::instant, 20'495, 30'600, 0}) == "2026-02-11T08:30:00Z");
    CHECK(toIso({Kind::instant, 20'495, 30'600, 10'800}) == "2026-02-11T08:30:00+03:00");
    CHECK(toIso({Kind::instant, 20'495, 30'600, -1'800}) == "2026-02-11T08:30:00-00:30");
    CHECK(toIso({Kind::day, -719'529}) == "-0001-12-31");
    CHECK_FALSE(toIso({Kind::open}).has_value());
    CHECK_FALSE(toIso({Kind::unknown}).has_value());
}
