// SPDX-License-Identifier: Apache-2.0
#include "app/models/record_model.hpp"

#include "tests/app/support/layers.hpp"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractItemModelTester>

using namespace masar;
using app::RecordModel;

namespace {

app::MapLayerPtr threeSites()
{
    return test::mapLayerOf("sites", {{{40, 35}, "2025", "2026", {{"name", "one"}}},
                                      {{40, 35}, "2025", "2026", {{"name", "two"}}},
                                      {{40, 35}, "2025", "2026", {{"name", "three"}}}});
}

} // namespace

TEST_CASE("The features at one spot follow each other in a ring")
{
    RecordModel record;
    const QAbstractItemModelTester tester(&record,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto layer = threeSites();
    record.show({{layer, 0, "Sites"}, {layer, 1, "Sites"}, {layer, 2, "Sites"}});
    CHECK(record.spotCount() == 3);
    CHECK(record.title() == QStringLiteral("one"));
    record.previous();
    CHECK(record.title() == QStringLiteral("three"));
    CHECK(record.spotIndex() == 3);
    record.next();
    record.next();
    CHECK(record.title() == QStringLiteral("two"));
    CHECK(record.current() == app::FeatureRef{layer->id, 1});
}

TEST_CASE("A record closes when its layer is gone")
{
    RecordModel record;
    const QAbstractItemModelTester tester(&record,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto layer = threeSites();
    record.show({{layer, 0, "Sites"}});
    CHECK(record.rowCount() > 0);
    record.keepOnly([](quint64) { return true; });
    CHECK(record.shown());
    record.keepOnly([](quint64) { return false; });
    CHECK_FALSE(record.shown());
    CHECK(record.rowCount() == 0);
    CHECK_FALSE(record.current().has_value());
}

TEST_CASE("Each section of a record is headed once")
{
    RecordModel record;
    record.show({{threeSites(), 0, "Sites"}});
    QStringList headings;
    for (int row = 0; row < record.rowCount(); ++row) {
        const QString heading = record.data(record.index(row), RecordModel::HeadingRole).toString();
        if (!heading.isEmpty()) {
            headings << heading;
        }
    }
    CHECK_FALSE(headings.isEmpty());
    CHECK(headings.removeDuplicates() == 0);
}
