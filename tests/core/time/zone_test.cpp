// SPDX-License-Identifier: Apache-2.0
#include "core/time/zone.hpp"

#include "core/time/edtf.hpp"

#include "tests/core/time/times.hpp"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <cstdlib>
#include <ctime>
#include <limits>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

using namespace masar::core;

namespace {

constexpr std::int64_t kCycleDays = 146'097; // 400 years

std::int64_t day(std::int64_t year, unsigned month, unsigned dayOfMonth)
{
    return daysFromCivil({year, month, dayOfMonth});
}

/// The changes of offset that the zone shows between two instants, found by looking every 15
/// minutes.
std::vector<Instant> changesBetween(const Zone& where, Instant from, Instant to)
{
    std::vector<Instant> changes;
    for (Instant at = from + 900; at < to; at += 900) {
        if (where.offsetAt(at) != where.offsetAt(at - 900)) {
            changes.push_back(at);
        }
    }
    return changes;
}

} // namespace

TEST_CASE("UTC and fixed offsets are zones")
{
    CHECK(Zone{}.name() == "UTC");
    CHECK(zone("UTC").name() == "UTC");
    CHECK(zone("Z").name() == "UTC");
    CHECK(zone("+03:00").name() == "+03:00");
    CHECK(zone("+03").name() == "+03:00");
    CHECK(zone("-09:30").offsetAt(0) == -34'200);
    CHECK(zone("-09:30").toInstant(0, 0) == 34'200);
    CHECK(zone("+05:45").toInstant(0, 0) == -20'700);
    CHECK(Zone{}.toInstant(1, 1) == 86'401);
}

TEST_CASE("A name that is no zone is an error and nothing is read for it")
{
    for (const std::string_view name :
         {"", " ", "Atlantis", "asia/damascus", "Asia/Damascus ", "Asia", "+3", "+24:00", "+03:60",
          "+0300", "03:00", "+ab:00", "../../etc/passwd", "/etc/localtime", "localtime",
          "tzdata.zi", "Asia/../Asia/Damascus", "+03:00:00"}) {
        INFO(name);
        const auto found = Zone::named(name);
        REQUIRE_FALSE(found.has_value());
        CHECK(found.error().code == ErrorCode::notFound);
        CHECK(found.error().where == name);
    }
    CHECK_FALSE(Zone::named(std::string("Asia/Damascus\0x", 15)).has_value());
    CHECK_FALSE(Zone::named(std::string(100'000, 'A')).has_value());
}

TEST_CASE("An old name of a zone still names it")
{
    const Zone old = zone("Asia/Calcutta");
    CHECK(old.name() == "Asia/Calcutta");
    CHECK(old.offsetAt(0) == 5 * kHour + kHour / 2);
}

TEST_CASE("Damascus changes its clocks at midnight until 2022 and never again")
{
    const Zone damascus = zone("Asia/Damascus");
    CHECK(changesBetween(damascus, utc(2021, 1, 1), utc(2030, 1, 1)) ==
          std::vector<Instant>{utc(2021, 3, 25, 22), utc(2021, 10, 28, 21), utc(2022, 3, 24, 22)});
    CHECK(damascus.offsetAt(utc(2026, 2, 11)) == 3 * kHour);
    CHECK(damascus.offsetAt(utc(2026, 8, 11)) == 3 * kHour);

    // 25 March 2022 had no 00:00 to 00:59; the day begins at the change.
    CHECK(damascus.toInstant(day(2022, 3, 25), 0) == utc(2022, 3, 24, 22));
    CHECK(damascus.toInstant(day(2022, 3, 25), 1800) == utc(2022, 3, 24, 22));
    CHECK(damascus.toInstant(day(2022, 3, 25), 3600) == utc(2022, 3, 24, 22));
    CHECK(damascus.toInstant(day(2022, 3, 25), 3601) == utc(2022, 3, 24, 22) + 1);

    // 28 October 2021 had 23:00 to 23:59 twice.
    CHECK(damascus.toInstant(day(2021, 10, 28), 23 * 3600) == utc(2021, 10, 28, 20));
    CHECK(damascus.toInstant(day(2021, 10, 28), 23 * 3600 + 1800) == utc(2021, 10, 28, 20, 30));
    CHECK(damascus.toInstant(day(2021, 10, 29), 0) == utc(2021, 10, 28, 22));
}

TEST_CASE("New York skips an hour in spring and repeats one in autumn")
{
    const Zone york = zone("America/New_York");
    CHECK(york.toInstant(day(2026, 3, 8), 7199) == utc(2026, 3, 8, 7) - 1);
    CHECK(york.toInstant(day(2026, 3, 8), 7200) == utc(2026, 3, 8, 7));
    CHECK(york.toInstant(day(2026, 3, 8), 9000) == utc(2026, 3, 8, 7));
    CHECK(york.toInstant(day(2026, 3, 8), 10'800) == utc(2026, 3, 8, 7));
    CHECK(york.toInstant(day(2026, 11, 1), 3600) == utc(2026, 11, 1, 5));
    CHECK(york.toInstant(day(2026, 11, 1), 5400) == utc(2026, 11, 1, 5, 30));
    CHECK(york.toInstant(day(2026, 11, 1), 7200) == utc(2026, 11, 1, 7));
}

TEST_CASE("Zones off the whole hour keep their minutes, on both sides of Greenwich")
{
    CHECK(zone("Asia/Kolkata").offsetAt(utc(2026, 2, 11)) == 19'800);
    CHECK(zone("Asia/Kathmandu").offsetAt(utc(2026, 2, 11)) == 20'700);
    CHECK(zone("America/St_Johns").offsetAt(utc(2026, 2, 11)) == -12'600);
    CHECK(zone("America/St_Johns").offsetAt(utc(2026, 7, 11)) == -9'000);
    CHECK(zone("Pacific/Marquesas").offsetAt(utc(2026, 2, 11)) == -34'200);
    CHECK(zone("Australia/Lord_Howe").offsetAt(utc(2026, 1, 1)) == 39'600);
    CHECK(zone("Australia/Lord_Howe").offsetAt(utc(2026, 7, 1)) == 37'800);
    CHECK(changesBetween(zone("Asia/Kolkata"), utc(1941, 1, 1), utc(1946, 1, 1)) ==
          std::vector<Instant>{utc(1941, 9, 30, 18, 30), utc(1942, 5, 14, 17, 30),
                               utc(1942, 8, 31, 18, 30), utc(1945, 10, 14, 17, 30)});
}

TEST_CASE("Before standard time a zone has the local mean time of its place")
{
    CHECK(zone("America/New_York").offsetAt(utc(1883, 11, 18, 16)) == -(4 * 3600 + 56 * 60 + 2));
    CHECK(zone("America/New_York").offsetAt(utc(1883, 11, 18, 18)) == -5 * kHour);
    CHECK(zone("Asia/Damascus").offsetAt(utc(1900, 1, 1)) == 2 * 3600 + 25 * 60 + 12);
    CHECK(zone("Asia/Damascus").offsetAt(utc(-5000, 1, 1)) == 2 * 3600 + 25 * 60 + 12);
    CHECK(zone("Asia/Kolkata").offsetAt(utc(1850, 1, 1)) == 5 * 3600 + 53 * 60 + 28);
    CHECK(zone("Asia/Damascus").toInstant(day(1900, 1, 1), 0) ==
          utc(1900, 1, 1) - (2 * 3600 + 25 * 60 + 12));
}

TEST_CASE("The rules of today hold in all years to come")
{
    const Zone york = zone("America/New_York");
    for (const std::int64_t cycles : {1, 2, 25, 1'000, 1'000'000}) {
        const std::int64_t shift = cycles * kCycleDays;
        for (std::int64_t d = day(2100, 1, 1); d < day(2101, 1, 1); ++d) {
            REQUIRE(york.offsetAt((d + shift) * kDay) == york.offsetAt(d * kDay));
            REQUIRE(york.toInstant(d + shift, 7200) == york.toInstant(d, 7200) + shift * kDay);
        }
    }
    // The second Sunday of March and the first of November in 2099, 2400 and 2800.
    CHECK(york.toInstant(day(2099, 3, 8), 9000) == utc(2099, 3, 8, 7));
    CHECK(york.toInstant(day(2400, 3, 12), 9000) == utc(2400, 3, 12, 7));
    CHECK(york.toInstant(day(2800, 3, 12), 9000) == utc(2800, 3, 12, 7));
    CHECK(york.offsetAt(utc(2499, 12, 31, 23)) == -5 * kHour);
    CHECK(york.offsetAt(utc(2500, 1, 1, 1)) == -5 * kHour);
    CHECK(york.offsetAt(utc(2500, 7, 1)) == -4 * kHour);
}

TEST_CASE("Local times lead back to the same local times except in a gap")
{
    for (const std::string_view name :
         {"Asia/Damascus", "Asia/Kolkata", "America/New_York", "America/St_Johns", "Pacific/Apia",
          "Australia/Lord_Howe", "Africa/Casablanca", "Europe/Dublin"}) {
        INFO(name);
        const Zone where = zone(name);
        Instant last = kOpenPast;
        for (std::int64_t half = day(1850, 1, 1) * 48; half < day(2110, 1, 1) * 48; half += 23) {
            const std::int64_t d = half >= 0 ? half / 48 : -((-half + 47) / 48);
            const auto second = static_cast<std::int32_t>((half - d * 48) * 1800);
            const Instant at = where.toInstant(d, second);
            const LocalTime back = toLocal(at, where);
            const bool same = daysFromCivil(back.date) == d && back.secondOfDay == second;
            // In a gap the answer is the change itself: one second earlier another offset held.
            const bool gap = where.offsetAt(at - 1) < where.offsetAt(at);
            // Of two readings the earlier one: no earlier instant shows this local time.
            const std::int64_t wall = d * kDay + second;
            const Instant other = wall - where.offsetAt(at - 4 * kHour);
            const bool earlier = other < at && where.offsetAt(other) == wall - other;
            if (!(same || gap) || at < last || (same && earlier)) {
                FAIL_CHECK("day " << d << ", second " << second << ", instant " << at);
            }
            last = at;
        }
    }
}

TEST_CASE("The most extreme times do not overflow")
{
    const auto least = std::numeric_limits<std::int64_t>::min();
    const auto most = std::numeric_limits<std::int64_t>::max();
    for (const std::string_view name :
         {"UTC", "+23:59", "-23:59", "Asia/Damascus", "America/New_York"}) {
        const Zone where = zone(name);
        CHECK(where.toInstant(least, 0) < where.toInstant(-1'000'000'000'000, 0));
        CHECK(where.toInstant(most, 86'400) > where.toInstant(1'000'000'000'000, 0));
        CHECK(where.toInstant(least, 0) > kOpenPast);
        CHECK(where.toInstant(most, 86'400) < kOpenFuture);
        CHECK(where.offsetAt(kOpenPast) == where.offsetAt(kOpenPast + 1));
        CHECK(toLocal(kOpenPast, where).date.year < -100'000'000'000);
        CHECK(toLocal(kOpenFuture, where).date.year > 100'000'000'000);
    }
}

TEST_CASE("What the machine's own zone is does not matter")
{
    const char* before = std::getenv("TZ");
    const std::string kept = before == nullptr ? "" : before;
    std::vector<std::string> results;
    for (const char* machine : {"UTC", "Asia/Damascus", "America/New_York", "Pacific/Kiritimati"}) {
        REQUIRE(setenv("TZ", machine, 1) == 0);
        tzset();
        std::string result;
        for (const std::string_view name : {"UTC", "Asia/Damascus", "America/New_York"}) {
            for (const std::string_view text :
                 {"2026-02-11", "2026-03-08T02:30:00", "1900/2100", "2022-03-25"}) {
                const Window window = *toWindow(*parseEdtf(text), zone(name));
                result += isoInstant(window.begin, zone(name)) + ' ';
                result += std::to_string(window.begin) + ' ' + std::to_string(window.end) + '\n';
            }
        }
        results.push_back(result);
    }
    before == nullptr ? unsetenv("TZ") : setenv("TZ", kept.c_str(), 1);
    tzset();
    for (const std::string& result : results) {
        CHECK(result == results.front());
    }
}

TEST_CASE("One zone serves several threads at once")
{
    const Zone york = zone("America/New_York");
    std::array<Instant, 4> sums{};
    {
        std::vector<std::jthread> threads;
        for (Instant& sum : sums) {
            threads.emplace_back([&york, &sum] {
                const Zone copy = york;
                for (std::int64_t d = -20'000; d < 40'000; ++d) {
                    sum += york.toInstant(d, 0) + copy.offsetAt(d * kDay);
                }
            });
        }
    }
    for (const Instant sum : sums) {
        CHECK(sum == sums.front());
    }
}
