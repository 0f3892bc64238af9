// SPDX-License-Identifier: Apache-2.0
#include "tests/app/support/session.hpp"

#include <catch2/catch_test_macros.hpp>

#include <QSignalSpy>

using namespace masar;
using app::Session;
using support::kThree;
using support::settle;
using support::written;
using State = app::LayerListModel::State;

namespace {

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
