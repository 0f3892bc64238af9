// SPDX-License-Identifier: Apache-2.0
#include "app/models/time_axis.hpp"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractItemModelTester>

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
    double fraction(int row) const
    {
        return axis.data(axis.index(row), TimeAxis::FractionRole).toDouble();
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
            CHECK((ticks.fraction(row) - ticks.fraction(row - 1)) * 700 >= 30);
        }
    }
}

TEST_CASE("A year and a half is cut into months, and January is the year")
{
    const Ticks ticks(core::daysFromCivil({2025, 1, 1}) * kDay,
                      core::daysFromCivil({2026, 6, 1}) * kDay, 900);
    CHECK(ticks.label(0) == QStringLiteral("2025"));
    CHECK(ticks.fraction(0) == 0);
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
