// SPDX-License-Identifier: Apache-2.0
#include "app/models/event_lane.hpp"

#include "tests/app/support/layers.hpp"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractItemModelTester>

using namespace masar;
using app::EventLane;

namespace {

constexpr core::Instant kDay = 86'400;

struct Lane {
    app::Clock clock;
    app::TimeAxis axis;
    EventLane lane;
    QAbstractItemModelTester tester{&lane, QAbstractItemModelTester::FailureReportingMode::Fatal};

    explicit Lane(const QList<app::TimelineEvent>& events)
    {
        axis.setClock(&clock);
        axis.setWidth(900);
        clock.setRange(core::Window{core::daysFromCivil({2025, 1, 1}) * kDay,
                                    core::daysFromCivil({2026, 7, 1}) * kDay});
        lane.setAxis(&axis);
        lane.setEvents(events);
    }
    double real(int row, EventLane::Role role) const
    {
        return lane.data(lane.index(row), role).toDouble();
    }
    int whole(int row, EventLane::Role role) const
    {
        return lane.data(lane.index(row), role).toInt();
    }
};

app::TimelineEvent eventOn(const QString& title, const std::string& date, bool forecast = false)
{
    const auto edtf = core::parseEdtf(date);
    return {title, {}, edtf ? core::toSpan(*edtf, core::Zone()) : core::Span{}, forecast, {}};
}

} // namespace

TEST_CASE("A mark is as wide as its date is uncertain, and solid only where it is certain")
{
    const Lane lane({eventOn("day", "2026-02-11"), eventOn("year", "2025"),
                     eventOn("some day", "[2026-02-15..2026-02-22]"),
                     eventOn("long", "2025-03-01/2025-06-30")});
    const double day = 900.0 / 546;
    CHECK(lane.real(0, EventLane::ExtentRole) == EventLane::leastExtent);
    CHECK(lane.real(0, EventLane::CoreExtentRole) > 0);
    CHECK(std::abs(lane.real(1, EventLane::ExtentRole) - 365 * day) < 1);
    CHECK(lane.real(1, EventLane::CoreExtentRole) == 0); // some day of the year: none for certain
    CHECK(std::abs(lane.real(2, EventLane::ExtentRole) - 8 * day) < 1);
    CHECK(lane.real(2, EventLane::CoreExtentRole) == 0);
    CHECK(std::abs(lane.real(3, EventLane::CoreExtentRole) - 122 * day) < day);
}

TEST_CASE("Labels never overlap, and an event without a date has neither mark nor label")
{
    QList<app::TimelineEvent> events{eventOn("without a date", "")};
    for (int i = 1; i <= 60; ++i) {
        events << eventOn(QStringLiteral("The event of number %1").arg(i),
                          QStringLiteral("2025-%1-%2")
                              .arg(1 + i % 12, 2, 10, QLatin1Char('0'))
                              .arg(1 + i % 28, 2, 10, QLatin1Char('0'))
                              .toStdString());
    }
    Lane lane(events);
    for (const double zoom : {1.0, 3.0, 3.0, 0.5}) {
        lane.axis.zoomAt(zoom, 300);
        CHECK_FALSE(lane.lane.data(lane.lane.index(0), EventLane::DatedRole).toBool());
        CHECK(lane.whole(0, EventLane::LabelRowRole) == -1);
        int labels = 0;
        for (int a = 0; a < lane.lane.rowCount(); ++a) {
            for (int b = a + 1; b < lane.lane.rowCount(); ++b) {
                const int row = lane.whole(a, EventLane::LabelRowRole);
                if (row < 0 || row != lane.whole(b, EventLane::LabelRowRole)) {
                    continue;
                }
                const double first = lane.real(a, EventLane::LabelPlaceRole);
                const double second = lane.real(b, EventLane::LabelPlaceRole);
                const bool apart = first + lane.real(a, EventLane::LabelWidthRole) <= second ||
                                   second + lane.real(b, EventLane::LabelWidthRole) <= first;
                CHECK(apart);
            }
            labels += lane.whole(a, EventLane::LabelRowRole) >= 0;
        }
        CHECK(labels > 3);
    }
}

TEST_CASE("A report has its label before a forecast has")
{
    Lane lane({eventOn("A forecast with a rather long name", "2026-02-11", true),
               eventOn("A report with a rather long name", "2026-02-11")});
    lane.lane.setProperty("rows", 1);
    CHECK(lane.whole(0, EventLane::LabelRowRole) == -1);
    CHECK(lane.whole(1, EventLane::LabelRowRole) == 0);
}
