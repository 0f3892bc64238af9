// SPDX-License-Identifier: Apache-2.0
#include "app/services/incoming.hpp"
#include "tests/app/support/tile_server.hpp"

#include <catch2/catch_test_macros.hpp>

#include <QClipboard>
#include <QDirIterator>
#include <QFile>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace masar;
using app::Incoming;
using test::httpAnswer;
using test::TileServer;

namespace {

constexpr const char* kPointText = R"({"type":"Point","coordinates":[40.5,36.7]})";

QByteArray contentOfFile(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

int filesUnder(const QTemporaryDir& folder)
{
    int count = 0;
    QDirIterator files(folder.path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        ++count;
    }
    return count;
}

void finish(Incoming& incoming)
{
    REQUIRE(QTest::qWaitFor([&] { return !incoming.running(); }, 10'000));
}

} // namespace

TEST_CASE("GeoJSON is pasted as a file of the program's own, and other text is refused with words")
{
    const QTemporaryDir folder;
    app::NoticeModel notices;
    Incoming incoming(notices, folder.path());
    const QSignalSpy ready(&incoming, &Incoming::fileReady);
    QGuiApplication::clipboard()->setText(QStringLiteral("hello"));
    incoming.paste();
    CHECK(ready.isEmpty());
    CHECK(notices.rowCount() == 1);
    QGuiApplication::clipboard()->setText(QLatin1StringView(kPointText));
    incoming.paste();
    REQUIRE(ready.size() == 1);
    CHECK(ready[0][0].toString().startsWith(folder.path()));
    CHECK(contentOfFile(ready[0][0].toString()) == kPointText);
    // An address is not fetched, but asked about.
    QGuiApplication::clipboard()->setText(QStringLiteral("https://example.org/data.geojson"));
    incoming.paste();
    CHECK(incoming.shown());
    CHECK(incoming.host() == QStringLiteral("example.org"));
    CHECK_FALSE(incoming.running());
}

TEST_CASE("An address is fetched once the user says so, through redirections that are shown")
{
    const QTemporaryDir folder;
    app::NoticeModel notices;
    Incoming incoming(notices, folder.path());
    const QSignalSpy ready(&incoming, &Incoming::fileReady);
    TileServer server([](const TileServer::Request& request) {
        return request.path == "/a"
                   ? httpAnswer(302, {}, "Location: /sites?x=1\r\n")
                   : httpAnswer(200, "lon,lat\n40,36\n", "Content-Type: text/csv\r\n");
    });
    incoming.setAddress(server.address(QStringLiteral("/a")));
    incoming.ask();
    CHECK(server.requests().empty());
    incoming.fetch();
    CHECK(incoming.running());
    CHECK(incoming.progressText().contains(incoming.host()));
    finish(incoming);
    CHECK(incoming.problem().toStdString().empty());
    REQUIRE(ready.size() == 1);
    CHECK(ready[0][0].toString().endsWith(QStringLiteral("/sites.csv")));
    CHECK(contentOfFile(ready[0][0].toString()) == "lon,lat\n40,36\n");
    CHECK_FALSE(incoming.shown());
    REQUIRE(server.requests().size() == 2);
    CHECK_FALSE(server.requests()[0].headers.contains("cookie"));
}

TEST_CASE("Names that lead elsewhere stay names, and nothing is left of what fails")
{
    const QTemporaryDir folder;
    app::NoticeModel notices;
    Incoming incoming(notices, folder.path(), {.bytes = 1000, .silenceMs = 300});
    const QSignalSpy ready(&incoming, &Incoming::fileReady);
    TileServer server([](const TileServer::Request& request) {
        return request.path.contains("large")  ? httpAnswer(200, QByteArray(5000, 'x'))
               : request.path.contains("gone") ? httpAnswer(404, "no")
               : request.path.contains("mute") ? QByteArray()
               : request.path.contains("away")
                   ? httpAnswer(302, {}, "Location: file:///etc/passwd\r\n")
                   : httpAnswer(200, kPointText);
    });
    for (const char* path : {"/large", "/gone", "/mute", "/away"}) {
        INFO(path);
        incoming.setAddress(server.address(QLatin1StringView(path)));
        incoming.fetch();
        finish(incoming);
        CHECK_FALSE(incoming.problem().isEmpty());
        CHECK(ready.isEmpty());
        CHECK(filesUnder(folder) == 0);
    }
    incoming.setAddress(server.address(QStringLiteral("/..%2F..%2Fevil%00.geojson")));
    incoming.fetch();
    finish(incoming);
    REQUIRE(ready.size() == 1);
    CHECK(QDir::cleanPath(ready[0][0].toString()).startsWith(folder.path()));
    CHECK(filesUnder(folder) == 1);

    for (const char* address : {"file:///etc/passwd", "ftp://example.org/x", "hello", "",
                                "https://name:word@example.org/x"}) {
        INFO(address);
        incoming.setAddress(QLatin1StringView(address));
        incoming.fetch();
        CHECK_FALSE(incoming.running());
        CHECK_FALSE(incoming.problem().isEmpty());
    }
}

TEST_CASE("What is being fetched is broken off by cancelling; a second time closes the dialog")
{
    const QTemporaryDir folder;
    app::NoticeModel notices;
    Incoming incoming(notices, folder.path());
    TileServer server([](const TileServer::Request&) { return QByteArray(); });
    incoming.setAddress(server.address(QStringLiteral("/x")));
    incoming.ask();
    incoming.fetch();
    incoming.cancel();
    finish(incoming);
    CHECK(incoming.shown());
    CHECK_FALSE(incoming.problem().isEmpty());
    incoming.cancel();
    CHECK_FALSE(incoming.shown());
}
