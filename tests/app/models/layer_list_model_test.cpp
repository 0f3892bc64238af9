// SPDX-License-Identifier: Apache-2.0
#include "app/models/layer_list_model.hpp"

#include "tests/app/support/layers.hpp"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace masar;
using app::LayerListModel;
using State = app::LayerListModel::State;

namespace {

struct Fixture {
    LayerListModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};

    QVariant at(int row, LayerListModel::Role role) const
    {
        return model.data(model.index(row), role);
    }
    int key(int row) const { return at(row, LayerListModel::KeyRole).toInt(); }
    State state(int row) const { return at(row, LayerListModel::StateRole).value<State>(); }
    QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row) {
            names << at(row, LayerListModel::NameRole).toString();
        }
        return names;
    }
    void add(const std::vector<std::string>& layers)
    {
        std::vector<LayerListModel::Addition> additions;
        for (const std::string& name : layers) {
            additions.push_back({test::mapLayerOf(name, {{{40, 35}, "2026", "2026", {}}}),
                                 QString::fromStdString(name), false});
        }
        model.addLayers(additions);
    }
};

} // namespace

TEST_CASE("The list shows the top of the map first, the scene draws it last")
{
    Fixture fixture;
    fixture.add({"zones", "routes", "sites"});
    CHECK(fixture.names() == QStringList{"sites", "routes", "zones"});
    const auto scene = fixture.model.sceneLayers();
    REQUIRE(scene.size() == 3);
    CHECK(scene.front().data->layer.name == "zones");
    CHECK(scene.back().data->layer.name == "sites");
}

TEST_CASE("Layers move up and down and stay put at the ends")
{
    Fixture fixture;
    fixture.add({"a", "b", "c"});
    fixture.model.moveDown(fixture.key(0));
    CHECK(fixture.names() == QStringList{"b", "c", "a"});
    fixture.model.moveUp(fixture.key(2));
    CHECK(fixture.names() == QStringList{"b", "a", "c"});
    fixture.model.moveUp(fixture.key(0));
    fixture.model.moveDown(fixture.key(2));
    CHECK(fixture.names() == QStringList{"b", "a", "c"});
}

TEST_CASE("A hidden layer stays in the scene as hidden")
{
    Fixture fixture;
    fixture.add({"a"});
    const QSignalSpy changes(&fixture.model, &LayerListModel::layersChanged);
    fixture.model.setVisible(fixture.key(0), false);
    fixture.model.setVisible(fixture.key(0), false);
    CHECK(changes.count() == 1);
    CHECK_FALSE(fixture.model.sceneLayers().front().visible);
}

TEST_CASE("A file being read has a row with progress until its layers take its place")
{
    Fixture fixture;
    fixture.add({"below"});
    const int key = fixture.model.addLoading(QStringLiteral("/data/new.geojson"));
    fixture.model.setProgress(key, 0.5);
    CHECK(fixture.state(0) == State::Loading);
    CHECK(fixture.at(0, LayerListModel::ProgressRole).toDouble() == 0.5);
    CHECK(fixture.model.sceneLayers().size() == 1);

    fixture.model.finish(
        key, {{test::mapLayerOf("new", {{{40, 35}, "", "", {}}}), QStringLiteral("new"), false}});
    CHECK(fixture.names() == QStringList{"new", "below"});
    CHECK(fixture.state(0) == State::Ready);
}

TEST_CASE("Opening a file again replaces its layers in place, hidden ones stay hidden")
{
    Fixture fixture;
    fixture.add({"first", "second"});
    fixture.model.setVisible(fixture.key(1), false);
    const quint64 before = fixture.model.sceneLayers().front().data->id;
    const int key = fixture.model.addLoading(QStringLiteral("/data/first.geojson"));
    fixture.model.finish(key, {{test::mapLayerOf("first", {}), QStringLiteral("first"), false}});
    CHECK(fixture.names() == QStringList{"second", "first"});
    CHECK_FALSE(fixture.model.sceneLayers().front().visible);
    CHECK(fixture.model.sceneLayers().front().data->id != before);
}

TEST_CASE("A file that fails says why and can be dismissed; one being read is cancelled")
{
    Fixture fixture;
    const int failed = fixture.model.addLoading(QStringLiteral("/data/broken.json"));
    fixture.model.fail(failed, QStringLiteral("Not JSON"));
    CHECK(fixture.state(0) == State::Failed);
    CHECK(fixture.at(0, LayerListModel::DetailRole).toString() == QStringLiteral("Not JSON"));
    const QSignalSpy cancels(&fixture.model, &LayerListModel::cancelRequested);
    fixture.model.remove(failed);
    CHECK(fixture.model.rowCount() == 0);
    CHECK(cancels.count() == 0);
    fixture.model.remove(fixture.model.addLoading(QStringLiteral("/data/slow.json")));
    CHECK(cancels.count() == 1);
}

TEST_CASE("A layer is labelled by its name unless the user says otherwise")
{
    Fixture fixture;
    fixture.model.addLayers(
        {{test::mapLayerOf("l", {{{40, 35}, "", "", {{"name", "A"}, {"code", "7"}}}}), "l",
          false}});
    CHECK(fixture.at(0, LayerListModel::LabelFieldRole) == QStringLiteral("name"));
    CHECK(fixture.at(0, LayerListModel::LabelFieldsRole).toStringList() ==
          QStringList{"name", "code"});
    CHECK(fixture.model.sceneLayers()[0].labelColumn == app::SceneLayer::labelByName);
    QSignalSpy changed(&fixture.model, &LayerListModel::layersChanged);
    fixture.model.setLabelField(fixture.key(0), QStringLiteral("code"));
    CHECK(changed.count() == 1);
    CHECK(fixture.at(0, LayerListModel::LabelFieldRole) == QStringLiteral("code"));
    CHECK(fixture.model.sceneLayers()[0].labelColumn == 1);
    fixture.model.setLabelField(fixture.key(0), QString());
    CHECK(fixture.at(0, LayerListModel::LabelFieldRole) == QString());
    CHECK(fixture.model.sceneLayers()[0].labelColumn == app::SceneLayer::labelNone);
}
