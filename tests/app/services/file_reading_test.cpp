// SPDX-License-Identifier: Apache-2.0
#include "app/services/reading_memory.hpp"
#include "app/services/session.hpp"

#include <catch2/catch_test_macros.hpp>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace masar;
using app::FileReading;
using app::Session;

namespace {

constexpr const char* kMetres = "name,x,y,date\na,500000,0,21/4/2026\nb,600000,0,3/4/2026\n";

QString writtenTable(const QTemporaryDir& folder, const QString& name, const QByteArray& text)
{
    QFile file(folder.filePath(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(text);
    return file.fileName();
}

void settleDown(Session& session)
{
    REQUIRE(QTest::qWaitFor([&session] { return !session.busy(); }, 20'000));
}

const core::Layer& layerIn(Session& session, std::size_t index = 0)
{
    return session.scene()->scene().layers.at(index).data->layer;
}

int keyIn(Session& session, int row)
{
    const auto* layers = session.layers();
    return layers->data(layers->index(row), app::LayerListModel::KeyRole).toInt();
}

} // namespace

TEST_CASE("A file without a reference system is asked about, read as chosen, and so the next time")
{
    const QTemporaryDir folder;
    const QString path = writtenTable(folder, QStringLiteral("metres.csv"), kMetres);
    {
        Session session;
        session.openPath(path);
        settleDown(session);
        FileReading& reading = *session.fileReading();
        REQUIRE(reading.shown());
        CHECK(reading.fileName() == QStringLiteral("metres.csv"));
        CHECK(reading.asksCrs());
        CHECK_FALSE(reading.question().isEmpty());
        CHECK_FALSE(reading.canApply());
        CHECK(session.notices()->rowCount() == 0); // what is asked is not complained about too

        reading.setCrsQuery(QStringLiteral("utm 37n"));
        REQUIRE_FALSE(reading.crsHits().isEmpty());
        reading.chooseCrs(QStringLiteral("EPSG:32637"));
        CHECK(reading.canApply());
        session.layers()->rename(session.scene()->scene().layers[0].data->id,
                                 QStringLiteral("mine"));
        const int key = keyIn(session, 0);
        reading.apply();
        CHECK_FALSE(reading.shown());
        settleDown(session);
        REQUIRE(layerIn(session).counts.drawn == 2);
        CHECK(layerIn(session).crs == "EPSG:32637");
        CHECK(std::abs(layerIn(session).extent->west - 39) < 1e-6);
        CHECK(keyIn(session, 0) == key);
        CHECK(session.layers()->nameOf(session.scene()->scene().layers[0].data->id) ==
              QStringLiteral("mine"));
        CHECK_FALSE(reading.shown());
    }
    Session again;
    again.openPath(path);
    settleDown(again);
    CHECK_FALSE(again.fileReading()->shown());
    CHECK(layerIn(again).counts.drawn == 2);
    // It is shown from the layer's menu, and can be taken back.
    again.fileReading()->show(keyIn(again, 0));
    REQUIRE(again.fileReading()->shown());
    CHECK(again.fileReading()->crs() == QStringLiteral("EPSG:32637"));
    again.fileReading()->chooseCrs({});
    again.fileReading()->apply();
    settleDown(again);
    CHECK(layerIn(again).counts.drawn == 0);
    CHECK(again.fileReading()->asksCrs());
}

TEST_CASE("Columns, dates and their order are chosen, with the first values as they are read")
{
    const QTemporaryDir folder;
    Session session;
    session.openPath(writtenTable(folder, QStringLiteral("table.csv"),
                                  "name,north_of,east_of,seen,gone\na,36.7,40.5,3/4/2026,soon\n"
                                  "b,36.1,40.2,5/4/2026,6/4/2026\n"));
    settleDown(session);
    FileReading& reading = *session.fileReading();
    REQUIRE(reading.shown());
    CHECK(reading.table());
    const QStringList fields = reading.fields();
    const auto at = [&](const char* name) {
        return static_cast<int>(fields.indexOf(QLatin1StringView(name)));
    };
    reading.choosePlace(FileReading::Place::Lon, at("east_of"));
    CHECK_FALSE(reading.canApply()); // one alone is no place
    reading.choosePlace(FileReading::Place::Lat, at("north_of"));
    CHECK(reading.canApply());

    reading.chooseConvention(2);
    reading.chooseStart(at("seen"));
    CHECK(reading.ordered());
    CHECK(reading.dateOrder() == 0);
    reading.chooseOrder(2);
    REQUIRE(reading.samples().size() == 2);
    CHECK(reading.samples()[0].toMap()[QStringLiteral("meant")].toString() ==
          QStringLiteral("On 4 March 2026"));
    CHECK_FALSE(reading.chooseZone(QStringLiteral("Nowhere/None")));
    CHECK(reading.chooseZone(QStringLiteral("Asia/Damascus")));
    reading.apply();
    settleDown(session);
    const core::Layer& layer = layerIn(session);
    CHECK(layer.counts.drawn == 2);
    CHECK(layer.timeFields.startEncoding == core::DateEncoding::monthDay);
    CHECK(layer.timeFields.zone == "Asia/Damascus");
    CHECK_FALSE(layer.needs.any());
    CHECK_FALSE(reading.shown());
}

TEST_CASE("The clock stays where it was when a layer's dates are read otherwise")
{
    const QTemporaryDir folder;
    Session session;
    session.openPath(writtenTable(folder, QStringLiteral("days.csv"),
                                  "lon,lat,date\n40,36,2026-02-01\n40,36,2026-06-01\n"));
    settleDown(session);
    REQUIRE(session.clock()->goTo(QStringLiteral("2026-03-04")));
    FileReading& reading = *session.fileReading();
    CHECK_FALSE(reading.shown());
    reading.show(keyIn(session, 0));
    reading.chooseConvention(3);
    reading.apply();
    settleDown(session);
    CHECK(layerIn(session).timeFields.convention == core::TimeConvention::startOnly);
    CHECK(session.clock()->isoText() == QStringLiteral("2026-03-04"));
}

TEST_CASE("Layers of a file are left out and taken in again")
{
    const QTemporaryDir folder;
    Session session;
    const QString path = writtenTable(
        folder, QStringLiteral("two.gpx"),
        R"(<gpx version="1.1" creator="t"><wpt lat="36" lon="40"><name>a</name></wpt>)"
        R"(<rte><name>r</name><rtept lat="36" lon="40"/><rtept lat="37" lon="41"/></rte></gpx>)");
    session.openPath(path);
    settleDown(session);
    const int before = session.layers()->readyCount();
    REQUIRE(before >= 2);
    FileReading& reading = *session.fileReading();
    reading.show(keyIn(session, 0));
    REQUIRE(reading.layers().size() == before);
    CHECK_FALSE(reading.canApply());
    reading.setWanted(0, false);
    reading.apply();
    settleDown(session);
    CHECK(session.layers()->readyCount() == before - 1);
    reading.show(keyIn(session, 0));
    REQUIRE(reading.layers().size() == before);
    for (int i = 0; i < before; ++i) {
        reading.setWanted(i, true);
    }
    reading.apply();
    settleDown(session);
    CHECK(session.layers()->readyCount() == before);
}

TEST_CASE("A layer updated from another file is read as its own file was")
{
    const QTemporaryDir folder;
    Session session;
    session.openPath(writtenTable(folder, QStringLiteral("monday.csv"), kMetres));
    settleDown(session);
    session.fileReading()->chooseCrs(QStringLiteral("EPSG:32637"));
    session.fileReading()->apply();
    settleDown(session);
    const QString newer = writtenTable(folder, QStringLiteral("tuesday.csv"),
                                       QByteArray(kMetres) + "c,500000,10000,5/4/2026\n");
    session.updates()->updateFrom(keyIn(session, 0), QUrl::fromLocalFile(newer));
    settleDown(session);
    CHECK(layerIn(session).counts.drawn == 3);
    CHECK(layerIn(session).crs == "EPSG:32637");
}

TEST_CASE("What was said of a file is remembered by its path, of the last hundred files")
{
    app::RememberedReading reading;
    reading.layers = {QStringLiteral("a"), QStringLiteral("b")};
    reading.options.layerNames = {"a"};
    reading.options.layerChoices["a"] = {
        .timeFields = core::TimeFields{.convention = core::TimeConvention::range,
                                       .startField = "s",
                                       .endField = "e",
                                       .startEncoding = core::DateEncoding::dayMonth,
                                       .zone = "Asia/Baghdad"},
        .placeFields = core::PlaceFields{.lonField = "x", .latField = "y"},
        .crs = "EPSG:32637"};
    app::rememberReading(QStringLiteral("/data/first.csv"), reading);
    const auto got = app::rememberedReading(QStringLiteral("/data/first.csv"));
    CHECK(got.layers == reading.layers);
    CHECK(got.options.layerNames == reading.options.layerNames);
    CHECK(got.options.layerChoices == reading.options.layerChoices);
    CHECK(app::rememberedReading(QStringLiteral("/data/other.csv")).layers.isEmpty());
    for (int i = 0; i < 100; ++i) {
        app::rememberReading(QStringLiteral("/data/%1.csv").arg(i), {});
    }
    CHECK(app::rememberedReading(QStringLiteral("/data/first.csv")).layers.isEmpty());
}
