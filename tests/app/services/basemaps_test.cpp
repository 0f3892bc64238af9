// SPDX-License-Identifier: Apache-2.0
#include "app/map/basemap.hpp"
#include "app/map/raster_tiles.hpp"
#include "app/services/basemaps.hpp"
#include "app/services/session.hpp"
#include "tests/app/support/rasters.hpp"
#include "tests/app/support/tile_server.hpp"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractItemModelTester>
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace masar;
using namespace masar::test;
using app::Basemaps;
using app::Session;

namespace {

constexpr int kLongMs = 20'000;

/// Settings as nobody has changed them.
void forgetBasemaps()
{
    app::Settings settings;
    settings.setBasemap({});
    settings.setBasemapOpacity(1);
    settings.setNamesOnBasemap(true);
    settings.setRecentRasters({});
    settings.setOnlineMaps({});
}

/// What Basemaps works on, without a session.
struct Chooser {
    Chooser() : basemaps(settings, scene, {})
    {
        basemaps.setBundled(bundled());
        QObject::connect(&basemaps, &Basemaps::problem, &basemaps,
                         [this](const QString& title, const QString& detail) {
                             problems << title + QLatin1Char('|') + detail;
                         });
    }
    static std::shared_ptr<const app::Basemap> bundled()
    {
        auto basemap = std::make_shared<app::Basemap>();
        basemap->attribution = QStringLiteral("Bundled makers");
        return basemap;
    }
    void open(const QString& path)
    {
        basemaps.openFile(QUrl::fromLocalFile(path));
        REQUIRE(QTest::qWaitFor([this] { return !basemaps.opening(); }, kLongMs));
    }
    QVariant at(int row, Basemaps::Role role) const
    {
        return basemaps.data(basemaps.index(row), role);
    }

    app::Settings settings;
    app::MapScene scene;
    Basemaps basemaps;
    QStringList problems;
};

} // namespace

TEST_CASE("The bundled map shows at first, and nothing is fetched or opened for it")
{
    forgetBasemaps();
    Chooser c;
    const QAbstractItemModelTester tester(&c.basemaps);
    c.basemaps.restore();
    CHECK(c.basemaps.rowCount() == 2);
    CHECK(c.at(0, Basemaps::ShownRole).toBool());
    CHECK(c.scene.scene().basemap != nullptr);
    CHECK(c.scene.scene().tiles == nullptr);
    CHECK_FALSE(c.basemaps.laidOver());
    CHECK(c.basemaps.attribution() == QStringLiteral("Bundled makers"));
    CHECK(c.basemaps.settled());
}

TEST_CASE("No basemap leaves plain ground without an attribution, and is remembered")
{
    forgetBasemaps();
    {
        Chooser c;
        c.basemaps.choose(1);
        CHECK(c.scene.scene().basemap == nullptr);
        CHECK(c.basemaps.attribution().isEmpty());
        CHECK(c.basemaps.bundled() != nullptr); // its places can still be found
    }
    Chooser again;
    again.basemaps.restore();
    CHECK(again.scene.scene().basemap == nullptr);
    CHECK(again.at(1, Basemaps::ShownRole).toBool());
    again.basemaps.choose(0);
    CHECK(again.scene.scene().basemap != nullptr);
}

TEST_CASE("A raster file lies over the bundled map with its look, and is remembered")
{
    forgetBasemaps();
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("map.tif"));
    writeRaster(path, {.copyright = "Surveyed by <b>someone</b>"});
    {
        Chooser c;
        const QAbstractItemModelTester tester(&c.basemaps);
        QSignalSpy opened(&c.basemaps, &Basemaps::opened);
        c.open(path);
        CHECK(c.problems.isEmpty());
        REQUIRE(opened.size() == 1);
        CHECK(c.basemaps.laidOver());
        CHECK(c.scene.scene().tiles != nullptr);
        CHECK(c.scene.scene().basemap != nullptr);
        CHECK(c.basemaps.title() == QStringLiteral("map.tif"));
        CHECK(c.basemaps.detail().contains(QStringLiteral("UTM zone 37N")));
        CHECK(c.basemaps.attribution() == QStringLiteral("Surveyed by someone; Bundled makers"));
        c.settings.setBasemapOpacity(0.4);
        c.settings.setNamesOnBasemap(false);
        CHECK(c.scene.scene().tilesOpacity == 0.4);
        CHECK_FALSE(c.scene.scene().namesShown());
    }
    Chooser again;
    again.basemaps.restore();
    REQUIRE(QTest::qWaitFor([&] { return again.scene.scene().tiles != nullptr; }, kLongMs));
    CHECK(again.basemaps.rowCount() == 3);
    CHECK(again.at(2, Basemaps::ShownRole).toBool());
    CHECK(again.scene.scene().tilesOpacity == 0.4);
    again.basemaps.remove(2);
    CHECK(again.basemaps.rowCount() == 2);
    CHECK(again.scene.scene().tiles == nullptr);
    CHECK(again.at(0, Basemaps::ShownRole).toBool());
    again.basemaps.remove(0); // the bundled one stays
    CHECK(again.basemaps.rowCount() == 2);
}

TEST_CASE("A raster that cannot be used says why, and what showed before stays")
{
    forgetBasemaps();
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("nowhere.tif"));
    writeRaster(path, {.epsg = 0});
    Chooser c;
    c.basemaps.choose(1);
    c.open(path);
    REQUIRE(c.problems.size() == 1);
    CHECK(c.problems.first().contains(QStringLiteral("reference system")));
    CHECK(c.problems.first().contains(path));
    CHECK(c.basemaps.rowCount() == 2);
    CHECK(c.at(1, Basemaps::ShownRole).toBool());
    CHECK(c.scene.scene().tiles == nullptr);
    c.basemaps.openFile(QUrl(QStringLiteral("https://a.test/a.tif")));
    CHECK(c.problems.size() == 2);
    CHECK_FALSE(c.basemaps.opening());
}

TEST_CASE("Choosing another map while a file is being opened leaves the file aside")
{
    forgetBasemaps();
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("map.tif"));
    writeRaster(path, {});
    Chooser c;
    c.basemaps.openFile(QUrl::fromLocalFile(path));
    c.basemaps.choose(1);
    CHECK_FALSE(c.basemaps.opening());
    QTest::qWait(0);
    QSignalSpy opened(&c.basemaps, &Basemaps::opened);
    CHECK_FALSE(opened.wait(100));
    CHECK(c.scene.scene().tiles == nullptr);
}

TEST_CASE("An online map is asked for nothing until it is chosen and drawn")
{
    forgetBasemaps();
    TileServer server([](const auto&) { return httpAnswer(200, pngTile()); });
    {
        Chooser c;
        CHECK_FALSE(c.basemaps.addOnline(QStringLiteral("Mine"), server.address(), QString(), 12)
                        .isEmpty()); // no attribution
        CHECK(c.basemaps.rowCount() == 2);
        CHECK(c.basemaps
                  .addOnline(QStringLiteral("Mine"), server.address(), QStringLiteral("By me"), 12)
                  .isEmpty());
        CHECK(c.basemaps.rowCount() == 3);
        CHECK(c.basemaps.title() == QStringLiteral("Mine"));
        CHECK(c.basemaps.attribution() == QStringLiteral("By me; Bundled makers"));
        // The same name again changes it.
        CHECK(c.basemaps
                  .addOnline(QStringLiteral("Mine"), server.address(), QStringLiteral("By us"), 9)
                  .isEmpty());
        CHECK(c.basemaps.rowCount() == 3);
        CHECK(c.basemaps.attribution().startsWith(QStringLiteral("By us")));
        c.basemaps.choose(0);
    }
    Chooser again;
    again.basemaps.restore(); // the bundled one was chosen last
    CHECK(again.basemaps.rowCount() == 3);
    CHECK(again.scene.scene().tiles == nullptr);
    QTest::qWait(0);
    CHECK(server.requests().empty());
    again.basemaps.choose(2);
    const auto store = again.scene.scene().tiles;
    REQUIRE(store != nullptr);
    CHECK(store->scheme().maxZoom == 9);
    const quint64 client = store->newClient();
    store->want(client, {{0, 0, 0}});
    REQUIRE(QTest::qWaitFor([&] { return store->tally({{0, 0, 0}}).ready == 1; }, kLongMs));
    CHECK(server.requests().size() == 1);
}

TEST_CASE("However many tiles fail, the user is told once, with the server and the reason")
{
    forgetBasemaps();
    TileServer server([](const auto&) { return httpAnswer(404, "no"); });
    Chooser c;
    REQUIRE(
        c.basemaps.addOnline(QStringLiteral("Mine"), server.address(), QStringLiteral("By me"), 12)
            .isEmpty());
    const auto store = c.scene.scene().tiles;
    const quint64 client = store->newClient();
    const std::vector<core::TileId> tiles{{2, 0, 0}, {2, 1, 0}, {2, 2, 0}, {2, 3, 0}};
    store->want(client, tiles);
    REQUIRE(
        QTest::qWaitFor([&] { return c.basemaps.settled() && c.basemaps.incomplete(); }, kLongMs));
    REQUIRE(c.problems.size() == 1);
    CHECK(c.problems.first().contains(QStringLiteral("127.0.0.1")));
    CHECK(c.problems.first().contains(QStringLiteral("404")));
    server.setAnswer([](const auto&) { return httpAnswer(200, pngTile()); });
    c.basemaps.retry();
    REQUIRE(
        QTest::qWaitFor([&] { return c.basemaps.settled() && !c.basemaps.incomplete(); }, kLongMs));
    CHECK(store->tally(tiles).ready == 4);
    CHECK(c.problems.size() == 1);
}

TEST_CASE("Without the bundled map the window says so and shows a plain map with the data")
{
    forgetBasemaps();
    const QTemporaryDir folder; // holds the story, but no basemap
    REQUIRE(QFile::link(QStringLiteral(MASAR_SOURCE_DIR "/data/withdrawal"),
                        folder.filePath(QStringLiteral("withdrawal"))));
    qputenv("MASAR_DATA_DIR", folder.path().toUtf8());
    Session session;
    session.start({}, true);
    qputenv("MASAR_DATA_DIR", MASAR_SOURCE_DIR "/data");
    REQUIRE(QTest::qWaitFor([&] { return !session.busy(); }, kLongMs));
    REQUIRE(session.notices()->rowCount() == 1);
    const auto notice = session.notices()->index(0);
    CHECK(session.notices()->data(notice, app::NoticeModel::TitleRole).toString() ==
          QStringLiteral("The bundled map was not found"));
    CHECK(session.notices()
              ->data(notice, app::NoticeModel::DetailRole)
              .toString()
              .contains(QStringLiteral("MASAR_DATA_DIR")));
    CHECK(session.scene()->scene().basemap == nullptr);
    CHECK(session.layers()->readyCount() >= 4);
    CHECK(session.basemaps()
              ->data(session.basemaps()->index(0), Basemaps::DetailRole)
              .toString()
              .contains(QStringLiteral("Not found")));
}

TEST_CASE("A raster opened like any file becomes the basemap, and the map goes there")
{
    forgetBasemaps();
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("map.tif"));
    writeRaster(path, {});
    Session session;
    session.camera()->setSize({800, 600});
    session.camera()->setZoomLevel(6);
    session.camera()->setCenter(QGeoCoordinate(-30, -60));
    session.openFiles({QUrl::fromLocalFile(path)});
    REQUIRE(QTest::qWaitFor([&] { return !session.busy(); }, kLongMs));
    CHECK(session.layers()->count() == 0);
    CHECK(session.basemaps()->title() == QStringLiteral("map.tif"));
    for (int i = 0; i < 200 && session.camera()->moving(); ++i) {
        session.camera()->advanceBy(0.05);
    }
    CHECK(std::abs(session.camera()->center().longitude() - 40.1) < 1);
    forgetBasemaps();
}
