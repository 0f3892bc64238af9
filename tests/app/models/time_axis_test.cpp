// SPDX-License-Identifier: Apache-2.0
#include "app/models/time_axis.hpp"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractItemModelTester>

#include <cmath>

using namespace masar;
using app::TimeAxis;

namespace {

constexpr core::Instant kDay = 86'400;

struct Ticks {
    app::Clock clock;
    TimeAxis axis;
    QAbstractItemModelTester tester{&axis, QAbstractItemModelTester::FailureReportingMode::Fatal};

    Ticks(core::Instant begin, core::Instant end, double width)
    {
        axis.setClock(&clock);
        axis.setWidth(width);
        clock.setRange(core::Window{begin, end});
    }
    double place(int row) const
    {
        return axis.data(axis.index(row), TimeAxis::PlaceRole).toDouble();
    }
    QString label(int row) const
    {
        return axis.data(axis.index(row), TimeAxis::LabelRole).toString();
    }
};

} // namespace

TEST_CASE("Ticks never crowd, whatever the range")
{
    for (const double years : {0.001, 0.01, 0.1, 0.5, 1.4, 3.0, 12.0, 100.0, 2500.0}) {
        const Ticks ticks(0, static_cast<core::Instant>(years * 365.25 * kDay) + 3600, 700);
        const int count = ticks.axis.rowCount();
        INFO("years: " << years << ", ticks: " << count);
        CHECK(count <= 13);
        CHECK(count >= 1);
        for (int row = 1; row < count; ++row) {
            CHECK(ticks.place(row) - ticks.place(row - 1) >= 30);
        }
    }
}

TEST_CASE("A year and a half is cut into months, and January is the year")
{
    const Ticks ticks(core::daysFromCivil({2025, 1, 1}) * kDay,
                      core::daysFromCivil({2026, 6, 1}) * kDay, 900);
    CHECK(ticks.label(0) == QStringLiteral("2025"));
    CHECK(ticks.place(0) == 0);
    bool found = false;
    for (int row = 0; row < ticks.axis.rowCount(); ++row) {
        found = found || ticks.label(row) == QStringLiteral("2026");
    }
    CHECK(found);
}

TEST_CASE("A clock without data has no ticks")
{
    app::Clock clock;
    TimeAxis axis;
    axis.setClock(&clock);
    axis.setWidth(500);
    CHECK(axis.rowCount() == 0);
}

TEST_CASE("Zooming keeps what is under the pointer, from centuries down to minutes")
{
    Ticks ticks(core::daysFromCivil({1800, 1, 1}) * kDay, core::daysFromCivil({2100, 1, 1}) * kDay,
                800);
    const double under = ticks.axis.timeAt(300);
    int zooms = 0;
    double before = 0;
    do {
        before = ticks.axis.viewEnd() - ticks.axis.viewBegin();
        ticks.axis.zoomAt(2, 300);
        CHECK(std::abs(ticks.axis.timeAt(300) - under) < 1);
        CHECK(ticks.axis.rowCount() >= 1);
        CHECK(ticks.axis.rowCount() <= 15);
    } while (ticks.axis.viewEnd() - ticks.axis.viewBegin() < before && ++zooms < 100);
    CHECK(ticks.axis.viewEnd() - ticks.axis.viewBegin() <= 600);
    CHECK(ticks.label(0).contains(QLatin1Char(':'))); // minutes
    CHECK_FALSE(ticks.axis.context().isEmpty());
    ticks.axis.showAll();
    CHECK_FALSE(ticks.axis.zoomed());
}

TEST_CASE(
    "An hour says of which day it is, and a year that begins with its January needs no more words")
{
    const core::Instant day = core::daysFromCivil({2026, 2, 21}) * kDay;
    CHECK(Ticks(day + 36'000, day + 39'600, 800).axis.context() ==
          QStringLiteral("21 February 2026"));
    const core::Instant year = core::daysFromCivil({2025, 1, 1}) * kDay;
    CHECK(Ticks(year, year + 400 * kDay, 800).axis.context().isEmpty());
    CHECK(Ticks(year + 40 * kDay, year + 400 * kDay, 800).axis.context() == QStringLiteral("2025"));
    // Days of April, though the axis begins on the last of March.
    CHECK(Ticks(year + 89 * kDay, year + 150 * kDay, 800).axis.context() ==
          QStringLiteral("April 2025"));
    CHECK(Ticks(0, 100 * 366 * kDay, 800).axis.context().isEmpty());
}

TEST_CASE("The view never leaves the data's time")
{
    Ticks ticks(0, 1000 * kDay, 500);
    ticks.axis.zoomAt(4, 0);
    ticks.axis.panBy(-1e6);
    CHECK(ticks.axis.viewBegin() == 0);
    ticks.axis.panBy(1e6);
    CHECK(ticks.axis.viewEnd() == 1000.0 * kDay);
    ticks.axis.zoomAt(0.001, 250);
    CHECK(ticks.axis.viewBegin() == 0);
    CHECK(ticks.axis.viewEnd() == 1000.0 * kDay);
    CHECK(std::abs(ticks.axis.placeOf(ticks.axis.timeAt(123)) - 123) < 1e-6);
}

TEST_CASE("While it plays, the moment stays in a zoomed view")
{
    Ticks ticks(0, 1000 * kDay, 500);
    ticks.axis.show(0, 10.0 * kDay);
    ticks.clock.setPosition(0);
    ticks.clock.setPlaying(true);
    for (int frame = 0; frame < 200; ++frame) {
        ticks.clock.advanceBy(0.1);
        REQUIRE(ticks.clock.position() >= ticks.axis.viewBegin());
        REQUIRE(ticks.clock.position() <= ticks.axis.viewEnd());
    }
    CHECK(ticks.axis.viewEnd() - ticks.axis.viewBegin() < 20.0 * kDay);
}
