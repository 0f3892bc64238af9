// SPDX-License-Identifier: Apache-2.0
#include "app/models/feature_list_model.hpp"

#include "app/services/picture_furniture.hpp"
#include "tests/app/support/layers.hpp"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractItemModelTester>

using namespace masar;
using app::FeatureListModel;
using Which = FeatureListModel::Which;

TEST_CASE("Behind every number of the counts stand as many features")
{
    core::Layer data =
        test::layerOf("sites", {{{40, 36}, "2026-01-01", "2026-03-01", {{"name", "A"}}},
                                {{40, 35}, "2026", "", {{"name", "B"}}},
                                {{41, 35}, "2020-01-01", "2020-02-01", {}},
                                {{42, 35}, "", "", {{"name", "D"}}}});
    data.geometry.endFeature(); // without a place
    data.spans.push_back(test::spanOf("2026-01-01", ""));
    data.sourceIndex.push_back(4);
    for (core::Column& column : data.properties.columns) {
        std::get<std::vector<core::StringPool::Id>>(column.values)
            .push_back(core::StringPool::none);
    }
    data.counts.noPlace = 1;
    data.counts.rejected = 3;
    data.diagnostics.add({core::Severity::warning, "broken-geometry", 5, "9:1", "a ring of 2"});
    data.diagnostics.add(
        {core::Severity::warning, "not-a-date", 2, "4:1", "no date: soon"}); // has a row
    data.diagnostics.add({core::Severity::note, "unclosed-ring", 0, "2:1", "closed"});
    const std::vector<app::SceneLayer> layers{{app::makeMapLayer(std::move(data)), true, 0}};
    const core::Instant moment = core::daysFromCivil({2026, 2, 1}) * 86'400;
    app::Scene scene;
    scene.layers = layers;
    scene.window = {moment, moment + 1};
    const core::Tally tally = app::tallyOf(scene);

    FeatureListModel list;
    const QAbstractItemModelTester tester(&list,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    list.setScene(layers, scene.window, app::Language::english);
    CHECK(list.count() == 0); // nothing was asked for
    const auto count = [&list](Which which) {
        list.setWhich(which);
        return static_cast<std::uint64_t>(list.count());
    };
    CHECK(count(Which::Certain) == tally.certain);
    CHECK(count(Which::Possible) == tally.possible);
    CHECK(count(Which::Outside) == tally.outside);
    CHECK(count(Which::Undated) == tally.undated);
    CHECK(count(Which::NoPlace) == tally.noPlace);
    CHECK(tally.certain == 1);
    CHECK(tally.possible == 1);

    // Of the unreadable it tells those that it knows, and how many more there are.
    CHECK(count(Which::Rejected) == 1);
    CHECK(list.data(list.index(0), FeatureListModel::TitleRole) == QStringLiteral("a ring of 2"));
    CHECK(list.moreText() == QStringLiteral("and 2 more"));

    list.setWhich(Which::Certain);
    CHECK(list.moreText().isEmpty());
    CHECK(list.data(list.index(0), FeatureListModel::TitleRole) == QStringLiteral("A"));
    CHECK(list.featureAt(0) == app::FeatureRef{layers[0].data->id, 0});
    CHECK_FALSE(list.featureAt(7).has_value());
    list.setScene(layers, {moment - 400 * 86'400, moment - 399 * 86'400}, app::Language::english);
    CHECK(list.count() == 0); // it follows the clock
}
