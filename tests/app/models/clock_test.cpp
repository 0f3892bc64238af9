// SPDX-License-Identifier: Apache-2.0
#include "app/models/clock.hpp"

#include <catch2/catch_test_macros.hpp>

#include <QSignalSpy>

#include <cmath>

using namespace masar;
using app::Clock;

namespace {

constexpr core::Instant kDay = 86'400;

core::Instant dayOf(std::int64_t year, unsigned month, unsigned day)
{
    return core::daysFromCivil({year, month, day}) * kDay;
}

core::Window year2026()
{
    return {dayOf(2026, 1, 1), dayOf(2027, 1, 1)};
}

} // namespace

TEST_CASE("A clock without data shows no date and does not play")
{
    Clock clock;
    clock.setPlaying(true);
    CHECK_FALSE(clock.playing());
    CHECK_FALSE(clock.hasRange());
    CHECK(clock.text().isEmpty());
    CHECK_FALSE(clock.goTo(QStringLiteral("2026-02-21")));
}

TEST_CASE("The clock says its date in full with its zone")
{
    Clock clock;
    clock.setRange(year2026());
    REQUIRE(clock.goTo(QStringLiteral("2026-02-21")));
    CHECK(clock.text() == QStringLiteral("Saturday 21 February 2026 (UTC)"));
    CHECK(clock.isoText() == QStringLiteral("2026-02-21"));
}

TEST_CASE("The position never leaves the range of the data")
{
    Clock clock;
    clock.setRange(year2026());
    clock.setPosition(-1e12);
    CHECK(clock.position() == clock.begin());
    clock.setPosition(1e12);
    CHECK(clock.position() < clock.end());
    CHECK(clock.isoText() == QStringLiteral("2026-12-31"));
    clock.setFraction(0.5);
    CHECK(clock.fraction() == 0.5);
}

TEST_CASE("Steps land on the beginnings of days, weeks, months and years")
{
    Clock clock;
    clock.setRange(core::Window{dayOf(2025, 1, 1), dayOf(2027, 1, 1)});
    const auto at = [&clock] { return clock.isoText(); };
    clock.setPosition(static_cast<double>(dayOf(2026, 1, 30) + 3600));

    clock.setUnit(Clock::Unit::Day);
    clock.stepForward();
    CHECK(at() == QStringLiteral("2026-01-31"));
    clock.setUnit(Clock::Unit::Month);
    clock.stepForward();
    CHECK(at() == QStringLiteral("2026-02-01"));
    clock.stepForward();
    CHECK(at() == QStringLiteral("2026-03-01"));
    clock.setUnit(Clock::Unit::Week);
    clock.stepForward();
    CHECK(at() == QStringLiteral("2026-03-02")); // a Monday
    clock.setUnit(Clock::Unit::Year);
    clock.stepBack();
    CHECK(at() == QStringLiteral("2026-01-01"));
    clock.stepBack();
    CHECK(at() == QStringLiteral("2025-01-01"));
    clock.stepBack();
    CHECK(at() == QStringLiteral("2025-01-01"));
}

TEST_CASE("A step back within a unit goes to its beginning first")
{
    Clock clock;
    clock.setRange(year2026());
    clock.setPosition(static_cast<double>(dayOf(2026, 5, 4) + 7200));
    clock.stepBack();
    CHECK(clock.position() == static_cast<double>(dayOf(2026, 5, 4)));
    clock.stepBack();
    CHECK(clock.position() == static_cast<double>(dayOf(2026, 5, 3)));
}

TEST_CASE("Playing moves by real time and speed")
{
    Clock clock;
    clock.setRange(year2026());
    clock.setSpeed(2);
    clock.advanceBy(0.25);
    CHECK(clock.position() == clock.begin() + 0.5 * kDay);
}

TEST_CASE("However slow the frames, time runs on and no moment is passed over")
{
    Clock clock;
    clock.setRange(year2026());
    clock.setSpeed(50);
    core::Instant shownUntil = clock.window().end;
    double seconds = 0;
    while (clock.position() < clock.end() - 1) {
        clock.advanceBy(0.8); // a very slow frame
        seconds += 0.8;
        const core::Window window = clock.window();
        REQUIRE(window.begin <= shownUntil); // no gap to what was shown before
        shownUntil = window.end;
        if (clock.position() < clock.end() - 1) {
            REQUIRE(std::abs(clock.position() - clock.begin() - seconds * 50 * kDay) < 2);
        }
    }
    CHECK(seconds < 8.1); // 365 days at 50 a second
}

TEST_CASE("What was swept over is shown by its dates, and only while playing")
{
    Clock clock;
    clock.setRange(year2026());
    clock.setPlaying(true);
    clock.setSpeed(10);
    clock.advanceBy(1);
    CHECK(clock.window().end - clock.window().begin > 9 * kDay);
    CHECK(clock.dateText().contains(QStringLiteral("–")));
    clock.setPlaying(false);
    CHECK(clock.window().end - clock.window().begin == 1);
    CHECK(clock.dateText() == QStringLiteral("Sunday 11 January 2026"));
}

TEST_CASE("Played backwards the clock stops at the beginning, loops or turns round")
{
    Clock clock;
    clock.setRange(core::Window{0, 3 * kDay});
    clock.setSpeed(1);
    clock.setBackwards(true);
    clock.setPlaying(true);
    CHECK(clock.position() == clock.end() - 1); // from the end
    clock.advanceBy(1);
    CHECK(clock.position() == clock.end() - 1 - kDay);
    for (int i = 0; i < 5; ++i) {
        clock.advanceBy(1);
    }
    CHECK_FALSE(clock.playing());
    CHECK(clock.position() == clock.begin());

    clock.setBackwards(false);
    clock.setAtEnd(Clock::AtEnd::Loop);
    clock.setPlaying(true);
    for (int i = 0; i < 3; ++i) {
        clock.advanceBy(1);
    }
    CHECK(clock.playing());
    CHECK(clock.position() == clock.begin());

    clock.setAtEnd(Clock::AtEnd::Bounce);
    for (int i = 0; i < 3; ++i) {
        clock.advanceBy(1);
    }
    CHECK(clock.playing());
    CHECK(clock.backwards());
    CHECK(clock.position() == clock.end() - 1);
    clock.advanceBy(1);
    CHECK(clock.position() == clock.end() - 1 - kDay);
}

TEST_CASE("A range of time keeps its length when it is moved, and either end can be dragged")
{
    Clock clock;
    clock.setRange(year2026());
    clock.setMode(Clock::Mode::Range);
    clock.setPosition(static_cast<double>(dayOf(2026, 2, 1)));
    clock.dragEnd(static_cast<double>(dayOf(2026, 2, 11)));
    CHECK(clock.window() == core::Window{dayOf(2026, 2, 1), dayOf(2026, 2, 11)});
    CHECK(clock.dateText() == QStringLiteral("1 February 2026 – 10 February 2026"));
    CHECK(clock.isoText() == QStringLiteral("2026-02-01/2026-02-10"));
    clock.dragTo(static_cast<double>(dayOf(2026, 3, 1)));
    CHECK(clock.window() == core::Window{dayOf(2026, 3, 1), dayOf(2026, 3, 11)});
    clock.dragBegin(static_cast<double>(dayOf(2026, 3, 5)));
    CHECK(clock.window() == core::Window{dayOf(2026, 3, 5), dayOf(2026, 3, 11)});
    clock.dragBegin(static_cast<double>(dayOf(2026, 6, 1))); // not past its end
    CHECK(clock.window().end == dayOf(2026, 3, 11));
    CHECK(clock.window().end > clock.window().begin);
    REQUIRE(clock.goTo(QStringLiteral("2026-04/2026-05")));
    CHECK(clock.window() == core::Window{dayOf(2026, 4, 1), dayOf(2026, 6, 1)});
    clock.stepForward();
    CHECK(clock.window().begin == dayOf(2026, 4, 2));
    CHECK(clock.window().end - clock.window().begin == 61 * kDay);
}

TEST_CASE("Up to and from take in all of the data's time on that side")
{
    Clock clock;
    clock.setRange(year2026());
    REQUIRE(clock.goTo(QStringLiteral("2026-02-21")));
    clock.setMode(Clock::Mode::UpTo);
    CHECK(clock.window() == core::Window{dayOf(2026, 1, 1), dayOf(2026, 2, 21) + 1});
    CHECK(clock.dateText() == QStringLiteral("Until Saturday 21 February 2026"));
    clock.setMode(Clock::Mode::From);
    CHECK(clock.window() == core::Window{dayOf(2026, 2, 21), dayOf(2027, 1, 1)});
    CHECK(clock.dateText() == QStringLiteral("From Saturday 21 February 2026 on"));
}

TEST_CASE("Steps and drags go from date to date of the data where that is wanted")
{
    Clock clock;
    clock.setRange(year2026());
    const std::vector<core::Instant> dates{dayOf(2026, 2, 11), dayOf(2026, 2, 15),
                                           dayOf(2026, 7, 1)};
    clock.setDateFinder([&dates](core::Instant at, bool forwards) -> std::optional<core::Instant> {
        std::optional<core::Instant> found;
        for (const core::Instant date : dates) {
            if (forwards && date > at) {
                return date;
            }
            if (!forwards && date < at) {
                found = date;
            }
        }
        return found;
    });
    clock.setUnit(Clock::Unit::DataDate);
    clock.stepForward();
    CHECK(clock.isoText() == QStringLiteral("2026-02-11"));
    clock.stepForward();
    clock.stepForward();
    CHECK(clock.isoText() == QStringLiteral("2026-07-01"));
    clock.stepForward(); // there is no further one
    CHECK(clock.isoText() == QStringLiteral("2026-07-01"));
    clock.stepBack();
    CHECK(clock.isoText() == QStringLiteral("2026-02-15"));
    clock.setSnapping(true);
    clock.dragTo(static_cast<double>(dayOf(2026, 2, 12) + 3600));
    CHECK(clock.position() == static_cast<double>(dayOf(2026, 2, 11)));
    clock.dragTo(static_cast<double>(dayOf(2026, 2, 14)));
    CHECK(clock.position() == static_cast<double>(dayOf(2026, 2, 15)));
    clock.setPosition(clock.begin());
    clock.setPlaying(true);
    clock.setSpeed(1);
    clock.advanceBy(0.6);
    CHECK(clock.position() == clock.begin());
    clock.advanceBy(0.6);
    CHECK(clock.isoText() == QStringLiteral("2026-02-11"));
}

TEST_CASE("What is typed wrongly is explained")
{
    Clock clock;
    clock.setRange(year2026());
    CHECK_FALSE(clock.goTo(QStringLiteral("yesterday")));
    CHECK(clock.typedError().contains(QStringLiteral("2026-02-21"))); // how it should look
    CHECK_FALSE(clock.goTo(QStringLiteral("1999")));
    CHECK(clock.typedError() ==
          QStringLiteral("Outside the data, which goes from 1 January 2026 to 31 December 2026."));
    CHECK(clock.goTo(QStringLiteral("2026-05")));
    CHECK(clock.typedError().isEmpty());
}

TEST_CASE("Dates are shown in the zone that was chosen")
{
    Clock clock;
    clock.setRange(year2026());
    clock.setPosition(static_cast<double>(dayOf(2026, 2, 21) + 22 * 3600));
    CHECK(clock.dateText() == QStringLiteral("Saturday 21 February 2026"));
    clock.setZone(*core::Zone::named("Asia/Damascus"));
    CHECK(clock.text() == QStringLiteral("Sunday 22 February 2026 (Asia/Damascus)"));
    clock.setUnit(Clock::Unit::Hour);
    CHECK(clock.dateText() == QStringLiteral("Sunday 22 February 2026, 01:00"));
}

TEST_CASE("Playing stops at the end and starts again from the beginning")
{
    Clock clock;
    clock.setRange(core::Window{0, 3 * kDay});
    clock.setPlaying(true);
    for (int i = 0; i < 10; ++i) {
        clock.advanceBy(1);
    }
    CHECK_FALSE(clock.playing());
    CHECK(clock.position() == clock.end() - 1);
    clock.setPlaying(true);
    CHECK(clock.playing());
    CHECK(clock.position() == clock.begin());
}

TEST_CASE("The window is an instant while the data knows nothing finer than days")
{
    Clock clock;
    clock.setRange(year2026());
    clock.setPosition(static_cast<double>(dayOf(2026, 2, 21) + 43'200));
    CHECK(clock.window() == core::Window{dayOf(2026, 2, 21) + 43'200, dayOf(2026, 2, 21) + 43'201});
}

TEST_CASE("With finer data the window is the whole step, so that a short event shows all that time")
{
    Clock clock;
    clock.setRange(year2026());
    clock.setSubDay(true);
    clock.setPosition(static_cast<double>(dayOf(2026, 2, 21) + 50'000));
    CHECK(clock.window() == core::Window{dayOf(2026, 2, 21), dayOf(2026, 2, 22)});
    clock.setUnit(Clock::Unit::Hour);
    CHECK(clock.window() == core::Window{dayOf(2026, 2, 21) + 46'800, dayOf(2026, 2, 21) + 50'400});
    CHECK(clock.dateText() == QStringLiteral("Saturday 21 February 2026, 13:00"));
    clock.setUnit(Clock::Unit::Month);
    CHECK(clock.window() == core::Window{dayOf(2026, 2, 1), dayOf(2026, 3, 1)});
    CHECK(clock.dateText() == QStringLiteral("February 2026"));
}

TEST_CASE("The window is announced when it changes and not otherwise")
{
    Clock clock;
    clock.setRange(year2026());
    const QSignalSpy windows(&clock, &Clock::windowChanged);
    clock.setPosition(clock.position());
    CHECK(windows.count() == 0);
    clock.setPosition(clock.position() + 60);
    CHECK(windows.count() == 1);
}

TEST_CASE("Typed dates go to their earliest moment, and nonsense changes nothing")
{
    Clock clock;
    clock.setRange(core::Window{dayOf(2025, 1, 1), dayOf(2027, 1, 1)});
    CHECK(clock.goTo(QStringLiteral(" 2025-06 ")));
    CHECK(clock.isoText() == QStringLiteral("2025-06-01"));
    for (const char* wrong : {"", "yesterday", "2026-13-01", "../2026"}) {
        CHECK_FALSE(clock.goTo(QString::fromLatin1(wrong)));
        CHECK(clock.isoText() == QStringLiteral("2025-06-01"));
    }
}

TEST_CASE("A new range keeps the moment that is shown where it can")
{
    Clock clock;
    clock.setRange(year2026());
    clock.goTo(QStringLiteral("2026-02-21"));
    clock.setRange(core::Window{dayOf(1990, 1, 1), dayOf(2027, 1, 1)});
    CHECK(clock.isoText() == QStringLiteral("2026-02-21"));
    clock.setRange(core::Window{dayOf(1990, 1, 1), dayOf(2000, 1, 1)});
    CHECK(clock.isoText() == QStringLiteral("1999-12-31"));
    clock.setRange(std::nullopt);
    CHECK_FALSE(clock.hasRange());
}
