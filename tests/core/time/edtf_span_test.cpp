// SPDX-License-Identifier: Apache-2.0
#include "core/time/edtf.hpp"

#include "tests/core/time/times.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <string_view>

using namespace masar::core;

namespace {

Window onDay(std::int64_t year, unsigned month, unsigned day)
{
    return {utc(year, month, day), utc(year, month, day) + kDay};
}

Presence presenceOn(std::string_view text, const Window& window)
{
    return presence(toSpan(parsed(text), Zone{}), window);
}

} // namespace

TEST_CASE("A whole day spans local midnight to local midnight")
{
    CHECK(toSpan(parsed("2026-02-11"), Zone{}) ==
          Span{utc(2026, 2, 11), utc(2026, 2, 11), utc(2026, 2, 12), utc(2026, 2, 12)});
    const Instant damascus = utc(2026, 2, 11) - 3 * 3600;
    CHECK(toSpan(parsed("2026-02-11"), zone("Asia/Damascus")) ==
          Span{damascus, damascus, damascus + kDay, damascus + kDay});
}

TEST_CASE("A month is one unknown day in it")
{
    CHECK(toSpan(parsed("2026-02"), Zone{}) ==
          Span{utc(2026, 2, 1), utc(2026, 2, 28), utc(2026, 2, 2), utc(2026, 3, 1)});
    CHECK(presenceOn("2026-02", onDay(2026, 1, 31)) == Presence::absent);
    CHECK(presenceOn("2026-02", onDay(2026, 2, 1)) == Presence::possible);
    CHECK(presenceOn("2026-02", onDay(2026, 2, 28)) == Presence::possible);
    CHECK(presenceOn("2026-02", onDay(2026, 3, 1)) == Presence::absent);
    CHECK(presenceOn("2026-02", {utc(2026, 2, 1), utc(2026, 3, 1)}) == Presence::certain);
    CHECK(presenceOn("2026-02", {utc(2026, 2, 2), utc(2026, 3, 1)}) == Presence::possible);
}

TEST_CASE("An interval lasts from its begin to its end")
{
    CHECK(toSpan(parsed("2026-02-11/2026-02-15"), Zone{}) ==
          Span{utc(2026, 2, 11), utc(2026, 2, 11), utc(2026, 2, 16), utc(2026, 2, 16)});
    CHECK(presenceOn("2026-02-11/2026-02-15", onDay(2026, 2, 10)) == Presence::absent);
    CHECK(presenceOn("2026-02-11/2026-02-15", onDay(2026, 2, 11)) == Presence::certain);
    CHECK(presenceOn("2026-02-11/2026-02-15", onDay(2026, 2, 13)) == Presence::certain);
    CHECK(presenceOn("2026-02-11/2026-02-15", onDay(2026, 2, 15)) == Presence::certain);
    CHECK(presenceOn("2026-02-11/2026-02-15", onDay(2026, 2, 16)) == Presence::absent);
    CHECK(presenceOn("2025/2026-02-15", onDay(2025, 6, 1)) == Presence::possible);
    CHECK(presenceOn("2025/2026-02-15", onDay(2026, 1, 1)) == Presence::certain);
}

TEST_CASE("An instant is present for its second")
{
    const Instant at = utc(2026, 2, 11) + 8 * 3600 + 1800;
    CHECK(toSpan(parsed("2026-02-11T08:30:00Z"), Zone{}) == Span{at, at, at + 1, at + 1});
    CHECK(toSpan(parsed("2026-02-11T11:30:00+03:00"), zone("America/New_York")) ==
          Span{at, at, at + 1, at + 1});
    CHECK(toSpan(parsed("2026-02-11T11:30:00"), zone("Asia/Damascus")) ==
          Span{at, at, at + 1, at + 1});
    CHECK(toSpan(parsed("2026-02-11T08:30Z"), Zone{}) == Span{at, at + 59, at + 1, at + 60});
    CHECK(toSpan(parsed("2026-02-10T24:00:00Z"), Zone{}).beginMin == utc(2026, 2, 11));
}

TEST_CASE("Open sides are certain and unknown sides are possible")
{
    const Window longAgo = onDay(-5000, 1, 1);
    const Window farAhead = onDay(9000, 1, 1);
    CHECK(presenceOn("../1985", longAgo) == Presence::certain);
    CHECK(presenceOn("/1985", longAgo) == Presence::possible);
    CHECK(presenceOn("../1985", onDay(1984, 12, 31)) == Presence::certain);
    CHECK(presenceOn("/1985", onDay(1984, 12, 31)) == Presence::possible);
    CHECK(presenceOn("../1985", onDay(1985, 6, 1)) == Presence::possible);
    CHECK(presenceOn("../1985", onDay(1986, 1, 1)) == Presence::absent);
    CHECK(presenceOn("/1985", onDay(1986, 1, 1)) == Presence::absent);
    CHECK(presenceOn("1985/..", onDay(1984, 12, 31)) == Presence::absent);
    CHECK(presenceOn("1985/..", onDay(1985, 6, 1)) == Presence::possible);
    CHECK(presenceOn("1985/..", onDay(1986, 1, 1)) == Presence::certain);
    CHECK(presenceOn("1985/..", farAhead) == Presence::certain);
    CHECK(presenceOn("1985/", onDay(1984, 12, 31)) == Presence::absent);
    CHECK(presenceOn("1985/", {utc(1985, 1, 1), utc(1986, 1, 1)}) == Presence::certain);
    CHECK(presenceOn("1985/", farAhead) == Presence::possible);
    CHECK(presenceOn("../..", longAgo) == Presence::certain);
    CHECK(presenceOn("../..", farAhead) == Presence::certain);
    CHECK(presenceOn("/..", longAgo) == Presence::possible);
    CHECK(presenceOn("/..", farAhead) == Presence::possible);
    CHECK(presenceOn("../", longAgo) == Presence::possible);
    CHECK(presenceOn("../", farAhead) == Presence::possible);
}

TEST_CASE("One of a set is possible at each of its times and certain at none")
{
    const Window longAgo = onDay(-5000, 1, 1);
    const Window farAhead = onDay(9000, 1, 1);
    CHECK(presenceOn("[..1760-12-03]", longAgo) == Presence::possible);
    CHECK(presenceOn("[..1760-12-03]", onDay(1760, 12, 3)) == Presence::possible);
    CHECK(presenceOn("[..1760-12-03]", onDay(1760, 12, 4)) == Presence::absent);
    CHECK(presenceOn("[1760-12..]", onDay(1760, 11, 30)) == Presence::absent);
    CHECK(presenceOn("[1760-12..]", onDay(1760, 12, 1)) == Presence::possible);
    CHECK(presenceOn("[1760-12..]", farAhead) == Presence::possible);
    CHECK(presenceOn("[..1760,1800..]", longAgo) == Presence::possible);
    CHECK(presenceOn("[..1760,1800..]", farAhead) == Presence::possible);
    CHECK(presenceOn("[2026-02-11,2026-02-15]", onDay(2026, 2, 11)) == Presence::possible);
    CHECK(presenceOn("[2026-02-11,2026-02-15]", {utc(2026, 2, 11), utc(2026, 2, 16)}) ==
          Presence::certain);
    CHECK(presenceOn("{2026-02-11,2026-02-15}", onDay(2026, 2, 11)) == Presence::certain);
    CHECK(presenceOn("{2026-02-11,2026-02-15}", onDay(2026, 2, 15)) == Presence::certain);
    CHECK(presenceOn("{2026-02-11,2026-02-15}", onDay(2026, 2, 16)) == Presence::absent);
    CHECK(presenceOn("{..1984}", longAgo) == Presence::certain);
    CHECK(presenceOn("{..1984,1990..}", farAhead) == Presence::certain);
}

TEST_CASE("A day that the zone left out still has a place in time")
{
    const Zone apia = zone("Pacific/Apia"); // went from 29 to 31 December 2011
    const Span left = toSpan(parsed("2011-12-30"), apia);
    CHECK(left.dated());
    CHECK(left.beginMin == utc(2011, 12, 30) + 10 * 3600);
    CHECK(left.endMax == left.beginMin + 1);
    CHECK(toSpan(parsed("2011-12-29/2011-12-31"), apia).dated());
}

TEST_CASE("Days with a clock change have 23 or 25 hours")
{
    const Span spring = toSpan(parsed("2026-03-08"), zone("America/New_York"));
    CHECK(spring.endMax - spring.beginMin == 23 * 3600);
    const Span autumn = toSpan(parsed("2026-11-01"), zone("America/New_York"));
    CHECK(autumn.endMax - autumn.beginMin == 25 * 3600);
}

TEST_CASE("Two texts make a span from the begin of the one to the end of the other")
{
    const auto span = [](std::string_view begin, std::string_view end) {
        return toSpan(begin.empty() ? std::optional<Edtf>() : parsed(begin),
                      end.empty() ? std::optional<Edtf>() : parsed(end), Zone{});
    };
    CHECK(span("2026-02-11", "2026-02-15") == toSpan(parsed("2026-02-11/2026-02-15"), Zone{}));
    CHECK(span("2026-02", "2026-02") == toSpan(parsed("2026-02"), Zone{}));
    CHECK(span("2026", "2026-02") == toSpan(parsed("2026/2026-02"), Zone{}));
    CHECK(span("2026-02-11", "") == toSpan(parsed("2026-02-11/.."), Zone{}));
    CHECK(span("", "2026-02-11") == toSpan(parsed("../2026-02-11"), Zone{}));
    CHECK(span("2024/2025", "2026/2027") == toSpan(parsed("2024/2027"), Zone{}));
    CHECK(span("[..2024]", "2026") ==
          Span{kOpenPast, utc(2024, 12, 31), utc(2026, 1, 2), utc(2027, 1, 1)});
    CHECK_FALSE(span("", "").dated());
    CHECK_FALSE(span("2026-02-15", "2026-02-11").dated());
    CHECK_FALSE(span("2026-02-11T08:30:00Z", "2026-02-11T08:29:59Z").dated());
    CHECK(span("2026-02-11T08:30:00Z", "2026-02-11T08:30:00Z").dated());
}

TEST_CASE("Bounds of a local day and of an instant in UTC are brought together in the zone")
{
    // In New York the day begins five hours after that instant, in Damascus three hours before the
    // UTC day.
    const Edtf date = parsed("2026-02-12/2026-02-12T01:00:00Z");
    CHECK_FALSE(toSpan(date, zone("America/New_York")).dated());
    const Span damascus = toSpan(date, zone("Asia/Damascus"));
    CHECK(damascus.dated());
    CHECK(damascus.endMax - damascus.beginMin == 4 * 3600 + 1);

    const Span month = toSpan(parsed("2026-02/2026-02-11T00:00:00Z"), Zone{});
    CHECK(month.beginMax < month.endMax);
    const Span since = toSpan(parsed("2026-02-11T00:00:00Z/2026-02"), Zone{});
    CHECK(since.endMin > since.beginMin);
}

TEST_CASE("A window shows everything that a date may mean, and an open date has none")
{
    CHECK(toWindow(parsed("2026-02"), Zone{}) == Window{utc(2026, 2, 1), utc(2026, 3, 1)});
    CHECK(toWindow(parsed("2026-02-11"), Zone{}) == onDay(2026, 2, 11));
    CHECK(toWindow(parsed("2025/2026-02"), Zone{}) == Window{utc(2025, 1, 1), utc(2026, 3, 1)});
    CHECK(toWindow(parsed("2026-02-11T08:30:00Z"), Zone{}) ==
          Window{utc(2026, 2, 11) + 30'600, utc(2026, 2, 11) + 30'601});
    CHECK(toWindow(parsed("{1960,1961-12}"), Zone{}) == Window{utc(1960, 1, 1), utc(1962, 1, 1)});
    for (const std::string_view open :
         {"../1985", "/1985", "1985/..", "1985/", "../..", "[..1985]", "[1985..]", "{1985..}"}) {
        CHECK_FALSE(toWindow(parsed(open), Zone{}).has_value());
    }
}

TEST_CASE("The furthest years stay between the open ends and in order")
{
    for (const std::string_view name : {"UTC", "Asia/Damascus", "America/New_York", "-23:59"}) {
        const Zone where = zone(name);
        for (const std::string_view text :
             {"Y-1E11", "Y1E11", "Y-1E11/Y1E11", "Y1E11S1", "Y-1E11S1", "Y-17E7", "Y170000002"}) {
            INFO(name << " " << text);
            const Span span = toSpan(parsed(text), where);
            CHECK(span.dated());
            CHECK(kOpenPast < span.beginMin);
            CHECK(span.beginMin <= span.beginMax);
            CHECK(span.beginMax < span.endMax);
            CHECK(span.beginMin < span.endMin);
            CHECK(span.endMin <= span.endMax);
            CHECK(span.endMax < kOpenFuture);
        }
    }
}
