// SPDX-License-Identifier: Apache-2.0
#include "core/time/span.hpp"

#include <catch2/catch_test_macros.hpp>

#include <vector>

using namespace masar::core;

namespace {

/// Presence by trying every begin and every end that the span allows.
Presence presenceByTrying(const Span& span, const Window& window)
{
    bool some = false;
    bool all = true;
    for (Instant begin = span.beginMin; begin <= span.beginMax; ++begin) {
        for (Instant end = span.endMin; end <= span.endMax; ++end) {
            if (end <= begin) {
                continue;
            }
            const bool overlaps = begin < window.end && end > window.begin;
            some |= overlaps;
            all &= overlaps;
        }
    }
    return !some ? Presence::absent : all ? Presence::certain : Presence::possible;
}

} // namespace

TEST_CASE("Presence is what trying every reading of the dates gives")
{
    constexpr Instant reach = 6;
    std::size_t tried = 0;
    for (Instant beginMin = 0; beginMin < reach; ++beginMin) {
        for (Instant beginMax = beginMin; beginMax < reach; ++beginMax) {
            for (Instant endMin = beginMin + 1; endMin <= reach; ++endMin) {
                for (Instant endMax = endMin; endMax <= reach; ++endMax) {
                    if (endMax <= beginMax) {
                        continue; // not tight: the begin is not bounded by its own latest end
                    }
                    const Span span{beginMin, beginMax, endMin, endMax};
                    for (Instant from = -1; from <= reach; ++from) {
                        for (Instant to = from + 1; to <= reach + 1; ++to) {
                            const Window window{from, to};
                            REQUIRE(presence(span, window) == presenceByTrying(span, window));
                            ++tried;
                        }
                    }
                }
            }
        }
    }
    CHECK(tried > 5'000);
}

TEST_CASE("The truth table of presence")
{
    struct Case {
        const char* what;
        Span span;
        Window window;
        Presence expected;
    };
    const Span day{100, 100, 200, 200};     // begin and end known
    const Span someDay{100, 300, 200, 400}; // one of three days of 100 seconds
    const Span always{kOpenPast, kOpenPast, kOpenFuture, kOpenFuture};
    const Span since{100, 150, kOpenFuture, kOpenFuture};
    const Span until{kOpenPast, kOpenPast, 150, 200};
    const Span onceUpTo{kOpenPast, 100, kOpenPast, 200};
    const Span onceFrom{100, kOpenFuture, 200, kOpenFuture};
    const Span undated{};
    const std::vector<Case> cases{
        {"before", day, {0, 100}, Presence::absent},
        {"touching the begin", day, {0, 101}, Presence::certain},
        {"within", day, {140, 160}, Presence::certain},
        {"touching the end", day, {199, 300}, Presence::certain},
        {"after", day, {200, 300}, Presence::absent},
        {"around", day, {0, 1000}, Presence::certain},
        {"before some day", someDay, {0, 100}, Presence::absent},
        {"within some day", someDay, {150, 160}, Presence::possible},
        {"most of some day", someDay, {100, 300}, Presence::possible},
        {"all of some day", someDay, {100, 400}, Presence::certain},
        {"one second of each end", someDay, {199, 301}, Presence::certain},
        {"after some day", someDay, {400, 500}, Presence::absent},
        {"always, long ago", always, {-1'000'000'000'000, -999'999'999'999}, Presence::certain},
        {"always, far ahead", always, {1'000'000'000'000, 1'000'000'000'001}, Presence::certain},
        {"before the open begin", since, {0, 100}, Presence::absent},
        {"while it may have begun", since, {100, 150}, Presence::possible},
        {"once it has begun", since, {100, 151}, Presence::certain},
        {"for ever after", since, {1'000'000'000'000, 1'000'000'000'001}, Presence::certain},
        {"since always", until, {-1'000'000, -999'999}, Presence::certain},
        {"until it may end", until, {149, 150}, Presence::certain},
        {"while it may have ended", until, {150, 160}, Presence::possible},
        {"once it has ended", until, {200, 210}, Presence::absent},
        {"one day up to: long ago", onceUpTo, {-1'000'000, -999'999}, Presence::possible},
        {"one day up to: whole", onceUpTo, {-1'000'000, 1'000'000}, Presence::possible},
        {"one day up to: after", onceUpTo, {200, 300}, Presence::absent},
        {"one day from: before", onceFrom, {0, 100}, Presence::absent},
        {"one day from: later", onceFrom, {1'000, 2'000}, Presence::possible},
        {"no date", undated, {-1'000'000, 1'000'000}, Presence::absent},
    };
    for (const Case& row : cases) {
        INFO(row.what);
        CHECK(presence(row.span, row.window) == row.expected);
    }
    CHECK_FALSE(undated.dated());
    CHECK(always.dated());
    CHECK(day.dated());
}
