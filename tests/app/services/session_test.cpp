// SPDX-License-Identifier: Apache-2.0
#include "app/services/session.hpp"

#include <catch2/catch_test_macros.hpp>

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace masar;
using app::Session;
using State = app::LayerListModel::State;

namespace {

constexpr const char* kThree = R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"name":"a","start":"2024-01-01","end":"2024-03-01"},"geometry":{"type":"Point","coordinates":[40,35]}},
{"type":"Feature","properties":{"name":"b","start":"2024","end":null},"geometry":{"type":"Point","coordinates":[41,36]}},
{"type":"Feature","properties":{"name":"c","start":null,"end":null},"geometry":{"type":"Point","coordinates":[42,36]}}]})";

QString written(const QTemporaryDir& folder, const QString& name, const QByteArray& text)
{
    QFile file(folder.filePath(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(text);
    return file.fileName();
}

void settle(Session& session)
{
    REQUIRE(QTest::qWaitFor([&session] { return !session.busy(); }, 20'000));
}

State stateOf(Session& session, int row)
{
    const auto* layers = session.layers();
    return layers->data(layers->index(row), app::LayerListModel::StateRole).value<State>();
}

} // namespace

TEST_CASE("Opening a file puts its layer on the map and gives the clock its dates")
{
    const QTemporaryDir folder;
    Session session;
    session.openFiles(
        {QUrl::fromLocalFile(written(folder, QStringLiteral("three.geojson"), kThree))});
    CHECK(session.busy());
    settle(session);
    CHECK(session.layers()->readyCount() == 1);
    CHECK(session.scene()->scene().layers.size() == 1);
    REQUIRE(session.clock()->hasRange());
    CHECK(session.clock()->goTo(QStringLiteral("2024-02-01")));
    CHECK(session.scene()->scene().window == session.clock()->window());
    CHECK(session.settings()->recentFiles().first().endsWith(QStringLiteral("three.geojson")));
}

TEST_CASE("The tally accounts for every feature of the visible layers")
{
    const QTemporaryDir folder;
    Session session;
    session.openPath(written(folder, QStringLiteral("three.geojson"), kThree));
    settle(session);
    session.clock()->goTo(QStringLiteral("2024-02-01"));
    REQUIRE(QTest::qWaitFor(
        [&session] { return session.tally().contains(QStringLiteral("1 undated")); }, 5000));
    CHECK(session.tally() == QStringLiteral("1 certain, 1 possible, 1 undated"));
    CHECK(session.undatedText() == QStringLiteral("1 undated"));
    session.settings()->setShowUndated(false); // counted whether it is on the map or not
    QCoreApplication::processEvents();
    CHECK(session.undatedText() == QStringLiteral("1 undated"));
    session.settings()->setShowUndated(true);
}

TEST_CASE("A file that cannot be read is named with what to do, and nothing else is lost")
{
    const QTemporaryDir folder;
    Session session;
    session.openPath(written(folder, QStringLiteral("three.geojson"), kThree));
    session.openPath(folder.filePath(QStringLiteral("missing.geojson")));
    session.openFiles({QUrl(QStringLiteral("https://example.org/x.geojson"))});
    settle(session);
    CHECK(session.layers()->readyCount() == 1);
    CHECK(session.layers()->count() == 2);
    CHECK(session.notices()->rowCount() == 2);
    CHECK(stateOf(session, 0) == State::Failed);
}

TEST_CASE("Closing everything leaves an empty map and a clock at rest")
{
    const QTemporaryDir folder;
    Session session;
    session.openPath(written(folder, QStringLiteral("three.geojson"), kThree));
    settle(session);
    session.clock()->setPlaying(true);
    session.closeAll();
    CHECK(session.layers()->count() == 0);
    CHECK(session.scene()->scene().layers.empty());
    CHECK_FALSE(session.clock()->hasRange());
    CHECK_FALSE(session.clock()->playing());
}

TEST_CASE("The bundled story opens at its moment with its title, and closing its layers ends it")
{
    qputenv("MASAR_DATA_DIR", MASAR_SOURCE_DIR "/data");
    Session session;
    session.openStory();
    settle(session);
    CHECK_FALSE(session.storyTitle().isEmpty());
    CHECK(session.clock()->isoText() == QStringLiteral("2026-02-21"));
    CHECK(session.layers()->readyCount() >= 4);
    session.closeAll();
    CHECK(session.storyTitle().isEmpty());
}

TEST_CASE(
    "Destroying a session while it reads waits for nothing but the worker and crashes nothing")
{
    const QTemporaryDir folder;
    const QString path = written(folder, QStringLiteral("three.geojson"), kThree);
    for (int i = 0; i < 20; ++i) {
        Session session;
        session.openPath(path);
    }
    SUCCEED();
}

TEST_CASE(
    "Going to an answer opens its record, and what is not there at the moment offers its date")
{
    const QTemporaryDir folder;
    Session session;
    session.openPath(written(folder, QStringLiteral("three.geojson"), kThree));
    settle(session);
    REQUIRE(session.clock()->goTo(QStringLiteral("2024-06-01")));
    session.search()->setText(QStringLiteral("a"));
    REQUIRE(QTest::qWaitFor([&session] { return session.search()->count() == 1; }, 5000));
    session.goToHit(0);
    CHECK(session.record()->shown());
    CHECK(session.search()->foundNote() == QStringLiteral("Not on the map at this date."));
    CHECK(session.search()->foundAction() == QStringLiteral("Go to 1 March 2024"));
    CHECK(std::abs(session.search()->foundPlace().longitude() - 40) < 1e-6);
    session.followFound();
    CHECK(session.clock()->isoText() == QStringLiteral("2024-03-01"));
    CHECK_FALSE(session.search()->foundShown());
    session.goToHit(0);
    CHECK(session.search()->foundNote().isEmpty());
    session.goToHit(7);
    session.dismiss();
    CHECK_FALSE(session.search()->foundShown());
    CHECK_FALSE(session.record()->shown());
}

TEST_CASE("Going to a feature of a hidden layer offers to show it")
{
    const QTemporaryDir folder;
    Session session;
    session.openPath(written(folder, QStringLiteral("three.geojson"), kThree));
    settle(session);
    const auto* layers = session.layers();
    session.layers()->setVisible(
        layers->data(layers->index(0), app::LayerListModel::KeyRole).toInt(), false);
    session.search()->setText(QStringLiteral("c"));
    REQUIRE(QTest::qWaitFor([&session] { return session.search()->count() == 1; }, 5000));
    session.goToHit(0);
    CHECK(session.search()->foundNote() == QStringLiteral("Its layer is hidden."));
    session.followFound();
    CHECK(session.scene()->scene().layers.front().visible);
}

TEST_CASE(
    "The timeline is asked for the time of a layer, and of a selected site with all its states")
{
    constexpr const char* states = R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"site":"s","start":"2020-01-01","end":"2021-12-31"},"geometry":{"type":"Point","coordinates":[40,35]}},
{"type":"Feature","properties":{"site":"s","start":"2022-01-01","end":"2022-12-31"},"geometry":{"type":"Point","coordinates":[40,35]}},
{"type":"Feature","properties":{"site":"t","start":"1999-01-01","end":"2030-12-31"},"geometry":{"type":"Point","coordinates":[42,36]}}]})";
    const auto day = [](std::int64_t year) {
        return static_cast<double>(core::daysFromCivil({year, 1, 1}) * 86'400);
    };
    const QTemporaryDir folder;
    Session session;
    session.openFiles(
        {QUrl::fromLocalFile(written(folder, QStringLiteral("states.geojson"), states))});
    settle(session);
    QSignalSpy wanted(session.timeline(), &app::Timeline::rangeWanted);
    session.showSelectedTime();
    CHECK(wanted.isEmpty()); // nothing is selected
    auto* layers = session.layers();
    CHECK(layers->data(layers->index(0), app::LayerListModel::TimedRole).toBool());
    layers->showTime(layers->data(layers->index(0), app::LayerListModel::KeyRole).toInt());
    REQUIRE(wanted.size() == 1);
    CHECK(wanted[0] == QList<QVariant>{day(1999), day(2031)});
    const app::MapLayerPtr layer = session.scene()->scene().layers.front().data;
    session.record()->show({{layer, 1, QString()}});
    session.showSelectedTime();
    REQUIRE(wanted.size() == 2);
    CHECK(wanted[1] == QList<QVariant>{day(2020), day(2023)});
}

TEST_CASE("The command line makes tracks of points by a field, or says that there is none")
{
    QByteArray points = R"({"type":"FeatureCollection","features":[)";
    for (int i = 0; i < 8; ++i) {
        points +=
            QStringLiteral("%1{\"type\":\"Feature\",\"properties\":{\"vehicle\":\"v%2\","
                           "\"date\":\"2026-01-01T0%3:00:00Z\"},\"geometry\":{\"type\":\"Point\","
                           "\"coordinates\":[4%3,35]}}")
                .arg(i == 0 ? QString() : QStringLiteral(","))
                .arg(i % 2)
                .arg(i)
                .toUtf8();
    }
    points += "]}";
    const QTemporaryDir folder;
    const QString path = written(folder, QStringLiteral("points.geojson"), points);
    Session session;
    session.start({path}, false, QStringLiteral("vehicle"));
    settle(session);
    REQUIRE(session.scene()->scene().layers.size() == 2);
    const auto& tracks = session.scene()->scene().layers.back();
    CHECK(tracks.visible);
    CHECK(tracks.data->layer.tracks.tracks.size() == 2);
    CHECK_FALSE(session.scene()->scene().layers.front().visible);

    Session other;
    other.start({path}, false, QStringLiteral("ship"));
    settle(other);
    CHECK(other.scene()->scene().layers.size() == 1);
    bool said = false;
    for (int row = 0; row < other.notices()->rowCount(); ++row) {
        const QModelIndex index = other.notices()->index(row);
        for (const int role : other.notices()->roleNames().keys()) {
            said = said ||
                   other.notices()->data(index, role).toString().contains(QStringLiteral("“ship”"));
        }
    }
    CHECK(said);
}

TEST_CASE("A layer updated from a file stays where and as it was, and shows what is different")
{
    const QTemporaryDir folder;
    Session session;
    session.openPath(written(folder, QStringLiteral("other.geojson"), kThree));
    settle(session);
    QByteArray old = kThree;
    for (const char* name : {"a", "b", "c"}) {
        const QByteArray properties = QByteArray(R"("properties":{"name":")") + name;
        old.replace(properties, QByteArray(R"("id":"f-)") + name + R"(",)" + properties);
    }
    session.openPath(written(folder, QStringLiteral("three.geojson"), old));
    settle(session);
    auto* layers = session.layers();
    const auto at = [layers](int row, app::LayerListModel::Role role) {
        return layers->data(layers->index(row), role);
    };
    const int key = at(0, app::LayerListModel::KeyRole).toInt();
    layers->setLabelField(key, QStringLiteral("start"));
    layers->moveDown(key);
    REQUIRE(session.clock()->goTo(QStringLiteral("2024-02-01")));
    const auto window = session.clock()->window();
    const QVariant colour = at(1, app::LayerListModel::ColourRole);
    const auto before = layers->layerOf(key);
    QByteArray edited = old;
    edited.replace("[41,36]", "[41.5,36]");
    edited.replace("2024-03-01", "2024-04-01");

    session.updates()->updateFrom(
        key, QUrl::fromLocalFile(written(folder, QStringLiteral("new.geojson"), edited)));
    settle(session);
    const auto after = layers->layerOf(key);
    REQUIRE(after != before);
    CHECK(at(1, app::LayerListModel::KeyRole).toInt() == key);
    CHECK(at(1, app::LayerListModel::NameRole) == "three");
    CHECK(at(1, app::LayerListModel::LabelFieldRole) == "start");
    CHECK(at(1, app::LayerListModel::ColourRole) == colour);
    CHECK(session.clock()->window() == window);
    CHECK(layers->readyCount() == 2);
    REQUIRE(session.changes()->shown());
    CHECK(session.changes()->difference()->diff.counts ==
          core::ChangeCounts{.same = 1, .changed = 2, .moved = 1, .redated = 1});

    session.changes()
        ->next(); // the first that changed is selected, and stays so when updated again
    REQUIRE(session.record()->current());
    CHECK(session.record()->current()->layer == after->id);
    session.updates()->updateFrom(
        key, QUrl::fromLocalFile(folder.filePath(QStringLiteral("three.geojson"))));
    settle(session);
    REQUIRE(session.record()->current());
    CHECK(session.record()->current()->layer == layers->layerOf(key)->id);

    session.updates()->keepBoth();
    CHECK_FALSE(session.changes()->shown());
    CHECK(layers->readyCount() == 3);
    CHECK(at(0, app::LayerListModel::NameRole) == "three (before)");

    session.updates()->updateFrom(
        key, QUrl::fromLocalFile(folder.filePath(QStringLiteral("missing.geojson"))));
    settle(session);
    CHECK(layers->readyCount() == 3); // the layer is as it was
    CHECK(session.notices()->rowCount() > 0);
}

TEST_CASE("Opening a file that is open updates its layer, and what is selected stays so")
{
    const QTemporaryDir folder;
    Session session;
    const QString path = written(folder, QStringLiteral("three.geojson"), kThree);
    session.openPath(path);
    settle(session);
    auto* layers = session.layers();
    const int key = layers->data(layers->index(0), app::LayerListModel::KeyRole).toInt();
    const auto before = layers->layerOf(key);
    session.record()->show({{before, 2, QStringLiteral("three")}});
    QByteArray edited = kThree; // the last feature comes first now
    const qsizetype last = edited.lastIndexOf(R"({"type":"Feature")");
    const QByteArray c = edited.mid(last).chopped(2);
    edited = edited.left(edited.lastIndexOf(",\n")) + "]}";
    edited.replace(R"("features":[)", R"("features":[)" + c + ",");
    written(folder, QStringLiteral("three.geojson"), edited);

    session.openPath(path);
    settle(session);
    CHECK(layers->count() == 1);
    REQUIRE(layers->layerOf(key) != before);
    REQUIRE(session.record()->current());
    CHECK(session.record()->current()->row == 0);
    CHECK(session.record()->title() == "c");
    CHECK_FALSE(session.changes()->shown()); // another order is no change
    CHECK(session.notices()->rowCount() == 1);
}

TEST_CASE(
    "A file dropped whose path or name is open asks whether it updates that or opens beside it")
{
    const QTemporaryDir folder;
    const QTemporaryDir other;
    Session session;
    auto* layers = session.layers();
    auto* notices = session.notices();
    const auto drop = [&session](const QString& path) {
        session.openFiles({QUrl::fromLocalFile(path)});
        settle(session);
    };
    const auto answer = [&](int action) {
        const int id = notices->data(notices->index(0), app::NoticeModel::NoticeIdRole).toInt();
        notices->act(id, action);
        settle(session);
    };
    const QString path = written(folder, QStringLiteral("three.geojson"), kThree);
    drop(path);
    REQUIRE(layers->readyCount() == 1);
    drop(path);
    REQUIRE(notices->rowCount() == 1);
    CHECK(layers->count() == 1);
    answer(1); // beside
    CHECK(layers->readyCount() == 2);

    QByteArray edited = kThree;
    edited.replace("[41,36]", "[41.5,36]");
    drop(written(other, QStringLiteral("three.geojson"), edited));
    CHECK(layers->readyCount() == 2);
    REQUIRE(notices->rowCount() == 1);
    answer(0); // the second stays as it is
    CHECK(layers->readyCount() == 2);
    CHECK(session.changes()->shown());
    CHECK(layers->files() == QStringList{other.filePath(QStringLiteral("three.geojson"))});
}
