// SPDX-License-Identifier: Apache-2.0
#include "app/map/raster_tiles.hpp"
#include "app/services/online_tiles.hpp"
#include "tests/app/support/tile_server.hpp"

#include <catch2/catch_test_macros.hpp>

#include <QTemporaryDir>
#include <QTest>

#include <regex>
#include <set>

using namespace masar;
using namespace masar::test;
using core::TileId;
using State = app::TileStore::State;

namespace {

constexpr int kPatienceMs = 20'000;

app::FetchLimits quick()
{
    app::FetchLimits limits;
    limits.timeoutMs = 5'000;
    limits.backoffMs = 5;
    return limits;
}

/// The tiles of a server on this machine, and one who looks at them.
struct Online {
    explicit Online(const QString& address, const app::FetchLimits& limits = quick())
        : store(std::make_unique<app::OnlineTiles>(
              app::OnlineMap{QStringLiteral("Test"), address, QStringLiteral("By the test"), 12},
              limits)),
          client(store.newClient())
    {
    }
    /// Wants tiles until each has come or failed.
    app::TileStore::Tally look(const std::vector<TileId>& tiles)
    {
        store.want(client, tiles);
        REQUIRE(QTest::qWaitFor([&] { return store.tally(tiles).missing == 0; }, kPatienceMs));
        return store.tally(tiles);
    }
    app::TileStore store;
    quint64 client;
};

std::set<std::string> pathsOf(const TileServer& server)
{
    std::set<std::string> paths;
    for (const TileServer::Request& request : server.requests()) {
        paths.insert(request.path);
    }
    return paths;
}

std::string why(Online& online)
{
    const auto tally = online.look({{3, 1, 2}});
    CHECK(tally.failed == 1);
    CHECK(tally.error.where == "127.0.0.1");
    return tally.error.detail;
}

} // namespace

TEST_CASE("Tiles arrive from the address named, asked for by who Masar is and nothing more")
{
    TileServer server([](const auto&) { return httpAnswer(200, pngTile()); });
    Online online(server.address());
    CHECK(server.requests().empty()); // not before a tile is wanted
    CHECK(online.look({{5, 19, 12}}).ready == 1);
    const auto tile = online.store.find({5, 19, 12});
    CHECK(tile.image.size() == QSize(256, 256));
    CHECK(tile.image.pixelColor(7, 7) == QColor(Qt::darkGreen));
    CHECK(tile.opaque);
    REQUIRE(server.requests().size() == 1);
    const TileServer::Request& request = server.requests().front();
    CHECK(request.path == "/5/19/12.png");
    static const std::regex name(R"(Masar/\d+\.\d+\.\d+ \(.+\))");
    CHECK(std::regex_match(request.headers.at("user-agent"), name));
    CHECK_FALSE(request.headers.contains("cookie"));
    CHECK_FALSE(request.headers.contains("referer"));
    CHECK_FALSE(request.headers.contains("authorization"));
}

TEST_CASE("Rows may be counted from the south")
{
    TileServer server([](const auto&) { return httpAnswer(200, pngTile()); });
    Online online(server.address(QStringLiteral("/{z}/{x}/{-y}")));
    CHECK(online.look({{5, 19, 12}}).ready == 1);
    CHECK(pathsOf(server) == std::set<std::string>{"/5/19/19"});
}

TEST_CASE("Only the tiles in view are asked for, each once, six at a time at most")
{
    TileServer server([](const auto&) { return httpAnswer(200, pngTile()); });
    Online online(server.address());
    app::Camera camera;
    camera.setCentre({40.5, 36.5});
    camera.zoom = 8.4;
    const auto tiles = tilesFor(online.store.scheme(), camera);
    REQUIRE(tiles.size() > 12);
    CHECK(online.look(tiles).ready == static_cast<int>(tiles.size()));
    std::set<std::string> wanted;
    for (const TileId& id : tiles) {
        wanted.insert("/" + std::to_string(id.z) + "/" + std::to_string(id.x) + "/" +
                      std::to_string(id.y) + ".png");
    }
    CHECK(pathsOf(server) == wanted);
    CHECK(server.requests().size() == tiles.size());
    CHECK(server.mostAtOnce() <= 6);
    CHECK(server.mostAtOnce() > 1);
    // Looking again asks for nothing.
    CHECK(online.look(tiles).ready == static_cast<int>(tiles.size()));
    CHECK(server.requests().size() == tiles.size());
}

TEST_CASE("A second session takes from the cache what is fresh and asks whether the rest changed")
{
    const QTemporaryDir folder;
    app::FetchLimits limits = quick();
    limits.cacheFolder = folder.path();
    int changes = 0;
    TileServer server([&](const TileServer::Request& request) {
        if (request.headers.contains("if-none-match")) {
            CHECK(request.headers.at("if-none-match") == "\"one\"");
            return httpAnswer(304, {}, "ETag: \"one\"\r\n");
        }
        ++changes;
        const bool fresh = request.path.starts_with("/1/");
        return httpAnswer(
            200, pngTile(),
            QByteArray("ETag: \"one\"\r\nContent-Type: image/png\r\n") +
                (fresh ? "Cache-Control: max-age=3600\r\n" : "Cache-Control: no-cache\r\n"));
    });
    {
        Online first(server.address(), limits);
        CHECK(first.look({{1, 0, 0}, {2, 0, 0}}).ready == 2);
    }
    CHECK(changes == 2);
    server.forget();
    Online second(server.address(), limits);
    CHECK(second.look({{1, 0, 0}, {2, 0, 0}}).ready == 2);
    CHECK(second.store.find({2, 0, 0}).image.pixelColor(7, 7) == QColor(Qt::darkGreen));
    CHECK(pathsOf(server) == std::set<std::string>{"/2/0/0.png"});
    CHECK(server.requests().front().headers.contains("if-none-match"));
    CHECK(changes == 2);
}

TEST_CASE("What a server forbids to keep is not kept")
{
    const QTemporaryDir folder;
    app::FetchLimits limits = quick();
    limits.cacheFolder = folder.path();
    TileServer server(
        [](const auto&) { return httpAnswer(200, pngTile(), "Cache-Control: no-store\r\n"); });
    for (int i = 0; i < 2; ++i) {
        Online online(server.address(), limits);
        CHECK(online.look({{1, 0, 0}}).ready == 1);
    }
    CHECK(server.requests().size() == 2);
}

TEST_CASE("A tile that is not there fails at once, one that a server stumbles over is retried")
{
    TileServer server([](const auto&) { return httpAnswer(404, "no"); });
    Online online(server.address());
    CHECK(why(online).contains("404"));
    CHECK(server.requests().size() == 1);

    TileServer stumbling([](const auto&) { return httpAnswer(500, "oh"); });
    Online other(stumbling.address());
    CHECK(why(other).contains("500"));
    CHECK(stumbling.requests().size() == 3);

    int left = 2;
    TileServer recovering([&left](const auto&) {
        return left-- > 0 ? httpAnswer(503, "") : httpAnswer(200, pngTile());
    });
    Online patient(recovering.address());
    CHECK(patient.look({{3, 1, 2}}).ready == 1);
    CHECK(recovering.requests().size() == 3);

    TileServer busy([](const auto&) { return httpAnswer(429, "", "Retry-After: 3600\r\n"); });
    Online modest(busy.address());
    CHECK(why(modest).contains("429"));
    CHECK(busy.requests().size() == 1); // an hour is not waited for, nor cut short
}

TEST_CASE("A server that does not answer in time, or is not there, is named")
{
    TileServer silent([](const auto&) { return QByteArray(); });
    app::FetchLimits limits = quick();
    limits.timeoutMs = 60;
    limits.attempts = 2;
    Online online(silent.address(), limits);
    CHECK(why(online).contains("in time"));
    CHECK(silent.requests().size() == 2);

    QString gone;
    {
        const TileServer closing([](const auto&) { return QByteArray(); });
        gone = closing.address();
    }
    Online nobody(gone);
    CHECK_FALSE(why(nobody).empty());
}

TEST_CASE("Answers that are no pictures, broken, too long or too large are refused")
{
    const auto refusal = [](const QByteArray& answer) {
        TileServer server([&](const auto&) { return answer; });
        app::FetchLimits limits = quick();
        limits.tileBytes = 100'000;
        Online online(server.address(), limits);
        const std::string detail = why(online);
        CHECK(server.requests().size() == 1); // asking again would not help
        return detail;
    };
    CHECK(refusal(httpAnswer(200, "<html>Sign in</html>", "Content-Type: image/png\r\n"))
              .contains("no picture"));
    CHECK(refusal(httpAnswer(200, "")).contains("no picture"));
    CHECK(refusal(httpAnswer(200, pngTile().left(60))).contains("damaged"));
    CHECK(refusal(httpAnswer(200, pngTile(1025))).contains("too large"));
    CHECK(refusal(httpAnswer(200, "\x89PNG" + QByteArray(200'000, 'x'))).contains("too large"));
    // Without saying how long it is.
    CHECK(
        refusal("HTTP/1.1 200 Said\r\nConnection: close\r\n\r\n\x89PNG" + QByteArray(300'000, 'x'))
            .contains("too large"));
    // A vector picture names files and pages: it is none of ours.
    CHECK(refusal(httpAnswer(200, "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"))
              .contains("no picture"));
}

TEST_CASE("The largest picture allowed is taken, and an empty answer where nothing is")
{
    TileServer server([](const TileServer::Request& request) {
        return request.path.starts_with("/1/") ? httpAnswer(200, pngTile(1024))
                                               : httpAnswer(204, {});
    });
    Online online(server.address());
    CHECK(online.look({{1, 0, 0}, {2, 0, 0}}).ready == 2);
    CHECK(online.store.find({1, 0, 0}).image.width() == 1024);
    CHECK(online.store.find({2, 0, 0}).image.isNull());
}

TEST_CASE("Redirects are followed to the web and nowhere else")
{
    const QTemporaryDir folder;
    QFile secret(folder.filePath(QStringLiteral("secret.png")));
    REQUIRE(secret.open(QIODevice::WriteOnly));
    secret.write(pngTile());
    secret.close();
    TileServer server([&](const TileServer::Request& request) {
        if (request.path == "/moved.png") {
            return httpAnswer(200, pngTile());
        }
        const QByteArray target =
            request.path.starts_with("/1/")   ? "/moved.png"
            : request.path.starts_with("/2/") ? "file://" + secret.fileName().toUtf8()
            : request.path.starts_with("/3/") ? "ftp://127.0.0.1/x.png"
                                              : QByteArray(request.path.c_str());
        return httpAnswer(302, {}, "Location: " + target + "\r\n");
    });
    Online online(server.address());
    CHECK(online.look({{1, 0, 0}}).ready == 1);
    CHECK(online.look({{2, 0, 0}}).failed == 1);
    CHECK(online.look({{3, 0, 0}}).failed == 1);
    CHECK(online.look({{4, 0, 0}}).failed == 1); // around in a circle
    CHECK(server.requests().size() < 20);
}

TEST_CASE("Looking elsewhere breaks off what is under way, and ending waits for nothing")
{
    TileServer server([](const auto&) { return QByteArray(); });
    {
        Online online(server.address());
        online.store.want(online.client, {{3, 0, 0}, {3, 1, 0}});
        REQUIRE(QTest::qWaitFor([&] { return server.requests().size() == 2; }, kPatienceMs));
        online.store.want(online.client, {{3, 2, 0}});
        REQUIRE(QTest::qWaitFor([&] { return server.requests().size() == 3; }, kPatienceMs));
        CHECK(online.store.find({3, 0, 0}).state == State::absent);
    }
    SUCCEED();
}

TEST_CASE("An online map is taken only with an address of the web and an attribution")
{
    const app::OnlineMap good{QStringLiteral("A"), QStringLiteral("https://a.test/{z}/{x}/{y}.png"),
                              QStringLiteral("By A"), 19};
    CHECK(problemOf(good).isEmpty());
    const auto with = [&](auto change) {
        app::OnlineMap map = good;
        change(map);
        return problemOf(map);
    };
    for (const char* address :
         {"", "https://a.test/", "https://a.test/{z}/{x}", "file:///{z}/{x}/{y}.png",
          "ftp://a.test/{z}/{x}/{y}", "/data/{z}/{x}/{y}.png", "javascript:{z}{x}{y}",
          "https://{s}.a.test/{z}/{x}/{y}.png", "https:///{z}/{x}/{y}.png",
          "https://me:secret@a.test/{z}/{x}/{y}.png", "https://a.test/{z}/{x}/{y}.png?k={key}"}) {
        INFO(address);
        CHECK_FALSE(
            with([&](app::OnlineMap& map) { map.address = QLatin1StringView(address); }).isEmpty());
    }
    CHECK(with([](app::OnlineMap& map) {
              map.address = QStringLiteral("http://127.0.0.1:8080/{z}/{x}/{-y}?key=a%20b");
          }).isEmpty());
    CHECK_FALSE(
        with([](app::OnlineMap& map) { map.attribution = QStringLiteral("  "); }).isEmpty());
    CHECK_FALSE(with([](app::OnlineMap& map) { map.name.clear(); }).isEmpty());
    CHECK_FALSE(with([](app::OnlineMap& map) { map.maxZoom = 0; }).isEmpty());
    CHECK_FALSE(with([](app::OnlineMap& map) { map.maxZoom = 30; }).isEmpty());
    CHECK(app::toOnlineMap(toVariant(good)) == good);
}
