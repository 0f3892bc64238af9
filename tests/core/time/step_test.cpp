// SPDX-License-Identifier: Apache-2.0
#include "core/time/step.hpp"

#include "tests/core/time/times.hpp"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <limits>
#include <string>
#include <string_view>

using namespace masar::core;

namespace {

Step step(std::string_view text)
{
    const auto read = parseStep(text);
    INFO(text);
    REQUIRE(read.has_value());
    return *read;
}

std::string after(std::string_view duration, std::int64_t count, Instant from, const Zone& where)
{
    return isoInstant(advance(from, step(duration), count, where), where);
}

} // namespace

TEST_CASE("Steps are read from ISO 8601 durations")
{
    CHECK(step("P1D") == Step{.days = 1});
    CHECK(step("P7D") == step("P1W"));
    CHECK(step("P1M") == Step{.months = 1});
    CHECK(step("PT1M") == Step{.seconds = 60});
    CHECK(step("P1Y6M") == Step{.years = 1, .months = 6});
    CHECK(step("PT6H") == Step{.seconds = 21'600});
    CHECK(step("PT36H30M5S") == Step{.seconds = 131'405});
    CHECK(step("P1Y2M3W4DT5H6M7S") == Step{1, 2, 25, 18'367});
    CHECK(step("P0Y1D") == Step{.days = 1});
    CHECK(step("P0001D") == Step{.days = 1});
}

TEST_CASE("What is no positive duration of whole units is refused")
{
    for (const std::string_view text : {"",
                                        "P",
                                        "PT",
                                        "P1",
                                        "1D",
                                        "P1DT",
                                        "PT1",
                                        "P0D",
                                        "PT0S",
                                        "P-1D",
                                        "-P1D",
                                        "+P1D",
                                        "P1.5D",
                                        "PT0.5S",
                                        "P1D1Y",
                                        "P1D1D",
                                        "PT1S1M",
                                        "P1H",
                                        "PT1D",
                                        "PT1Y",
                                        "p1d",
                                        "P1D ",
                                        " P1D",
                                        "P1DT1HT1M",
                                        "P1X",
                                        "P99999999999999D",
                                        "P9999999999999999999999Y",
                                        "PTT1S",
                                        "P1M1M"}) {
        INFO(text);
        CHECK_FALSE(parseStep(text).has_value());
    }
    CHECK(parseStep("P1.5D").error().code == ErrorCode::malformed);
    CHECK(parseStep("P1.5D").error().where == "P1.5D");
    CHECK(parseStep("P0D").error().code == ErrorCode::invalidArgument);
}

TEST_CASE("Steps are written so that they read back the same")
{
    CHECK(toIso(step("P1W")) == "P7D");
    CHECK(toIso(step("PT90S")) == "PT1M30S");
    CHECK(toIso(step("PT36H")) == "PT36H");
    for (const std::string_view text :
         {"P1D", "P1M", "PT6H", "P1Y6M", "PT1S", "P1Y2M3DT4H5M6S", "P10000D", "PT1M", "P1DT1S"}) {
        CHECK(toIso(step(text)) == text);
    }
}

TEST_CASE("Months end where months end and never drift")
{
    const Instant from = utc(2026, 1, 31);
    constexpr std::array ends{"2026-01-31T00:00:00Z", "2026-02-28T00:00:00Z",
                              "2026-03-31T00:00:00Z", "2026-04-30T00:00:00Z",
                              "2026-05-31T00:00:00Z", "2026-06-30T00:00:00Z"};
    for (std::size_t i = 0; i < ends.size(); ++i) {
        CHECK(after("P1M", static_cast<std::int64_t>(i), from, Zone{}) == ends[i]);
    }
    CHECK(after("P1M", 25, from, Zone{}) == "2028-02-29T00:00:00Z");
    CHECK(after("P1M", -2, from, Zone{}) == "2025-11-30T00:00:00Z");
    CHECK(after("P1M", -11, from, Zone{}) == "2025-02-28T00:00:00Z");
    CHECK(after("P1Y", 1, utc(2024, 2, 29), Zone{}) == "2025-02-28T00:00:00Z");
    CHECK(after("P1Y", 4, utc(2024, 2, 29), Zone{}) == "2028-02-29T00:00:00Z");
    CHECK(after("P1Y", -2025, utc(2024, 2, 29), Zone{}) == "-0001-02-28T00:00:00Z");
    CHECK(after("P1Y6M", 2, utc(2026, 1, 31), Zone{}) == "2029-01-31T00:00:00Z");
    CHECK(after("P1M1D", 1, utc(2026, 1, 31), Zone{}) == "2026-03-01T00:00:00Z");
}

TEST_CASE("A month forth and back from the same origin agree with counting years")
{
    const Instant from = utc(2000, 2, 29) + 12 * 3600;
    for (std::int64_t years = -500; years <= 500; ++years) {
        REQUIRE(advance(from, step("P1M"), 12 * years, Zone{}) ==
                advance(from, step("P1Y"), years, Zone{}));
    }
}

TEST_CASE("A day is a local day when the clock changes, and hours are hours")
{
    const Zone york = zone("America/New_York");
    const Instant noon = utc(2026, 3, 7) + 17 * 3600;
    CHECK(after("P1D", 1, noon, york) == "2026-03-08T12:00:00-04:00");
    CHECK(after("PT24H", 1, noon, york) == "2026-03-08T13:00:00-04:00");
    CHECK(after("P1D", -1, noon + 2 * kDay - 3600, york) == "2026-03-08T12:00:00-04:00");
    CHECK(after("P1D", -2, noon + 2 * kDay - 3600, york) == "2026-03-07T12:00:00-05:00");
    // 02:30 does not exist on the 8th: the change itself, and 02:30 again on the 9th.
    const Instant early = utc(2026, 3, 7) + 7 * 3600 + 1800;
    CHECK(after("P1D", 1, early, york) == "2026-03-08T03:00:00-04:00");
    CHECK(after("P1D", 2, early, york) == "2026-03-09T02:30:00-04:00");
    CHECK(after("P1DT6H", 1, noon, york) == "2026-03-08T18:00:00-04:00");
    // Midnight that Damascus left out.
    const Zone damascus = zone("Asia/Damascus");
    CHECK(after("P1D", 1, utc(2022, 3, 24) - 2 * 3600, damascus) == "2022-03-25T01:00:00+03:00");
    CHECK(after("P1D", 2, utc(2022, 3, 24) - 2 * 3600, damascus) == "2022-03-26T00:00:00+03:00");
}

TEST_CASE("No step at all leaves the instant where it is, in the repeated hour too")
{
    const Zone york = zone("America/New_York");
    const Instant second = utc(2026, 11, 1) + 6 * 3600 + 1800; // 01:30 for the second time
    CHECK(advance(second, step("P1D"), 0, york) == second);
    CHECK(advance(second, step("PT1H"), 1, york) == second + 3600);
    CHECK(advance(second, step("P1D"), 1, york) == utc(2026, 11, 2) + 6 * 3600 + 1800);
}

TEST_CASE("Steps go forward for positive counts and back for negative ones")
{
    for (const std::string_view name : {"UTC", "America/New_York", "Asia/Damascus"}) {
        const Zone where = zone(name);
        for (const std::string_view text : {"PT6H", "P1D", "P7D", "P1M", "P1Y"}) {
            const Instant from = utc(2021, 10, 31);
            Instant last = advance(from, step(text), -101, where);
            for (std::int64_t count = -100; count <= 100; ++count) {
                const Instant next = advance(from, step(text), count, where);
                REQUIRE(next > last);
                last = next;
            }
        }
    }
}

TEST_CASE("Steps of any number stay within what an instant can hold")
{
    const auto most = std::numeric_limits<std::int64_t>::max();
    const auto least = std::numeric_limits<std::int64_t>::min();
    for (const std::string_view text : {"PT1S", "P1D", "P1M", "P1000000000000Y", "P1Y1M1DT1S"}) {
        for (const std::string_view name : {"UTC", "America/New_York"}) {
            INFO(text << ' ' << name);
            for (const Instant from : {Instant{0}, utc(2026, 2, 11)}) {
                CHECK(advance(from, step(text), most, zone(name)) > 3'000'000'000'000'000'000);
                CHECK(advance(from, step(text), least, zone(name)) < -3'000'000'000'000'000'000);
            }
            for (const Instant from : {kOpenPast + 1, Instant{0}, kOpenFuture - 1}) {
                for (const std::int64_t count : {least, std::int64_t{-1}, std::int64_t{1}, most}) {
                    const Instant to = advance(from, step(text), count, zone(name));
                    CHECK(kOpenPast < to);
                    CHECK(to < kOpenFuture);
                }
            }
        }
    }
    CHECK(advance(kOpenPast, step("P1D"), 3, Zone{}) == kOpenPast);
    CHECK(advance(kOpenFuture, step("P1D"), -3, Zone{}) == kOpenFuture);
}
