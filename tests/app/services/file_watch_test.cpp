// SPDX-License-Identifier: Apache-2.0
#include "app/services/file_watch.hpp"

#include <catch2/catch_test_macros.hpp>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>

using masar::app::FileWatch;

namespace {

/// A watched file, a clock that only the test moves, and what was told.
struct Watching {
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("a.geojson"));
    qint64 now = 0;
    FileWatch watch{[this] { return now; }};
    QStringList told;

    Watching()
    {
        write("first");
        QObject::connect(&watch, &FileWatch::settled, &watch,
                         [this](const QString&) { told << QStringLiteral("settled"); });
        QObject::connect(&watch, &FileWatch::lost, &watch,
                         [this](const QString&) { told << QStringLiteral("lost"); });
        watch.setFiles({path});
    }
    void write(const QByteArray& text) { write(path, text); }
    static void write(const QString& name, const QByteArray& text)
    {
        QFile file(name);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    /// Looks at once and after so long; what was told.
    QStringList after(qint64 milliseconds)
    {
        told.clear();
        watch.look();
        now += milliseconds;
        watch.look();
        return told;
    }
};

const QStringList kSettled{"settled"};
const QStringList kLost{"lost"};

} // namespace

TEST_CASE("A file that nobody writes to is never told of")
{
    Watching w;
    CHECK(w.after(10'000).isEmpty());
    QFile file(w.path);
    REQUIRE(file.open(QIODevice::ReadOnly)); // reading is no change
    (void)file.readAll();
    CHECK(w.after(10'000).isEmpty());
}

TEST_CASE("A file written in place is told of once, when it has rested")
{
    Watching w;
    w.write("second");
    CHECK(w.after(FileWatch::settleMs - 1).isEmpty());
    CHECK(w.after(1) == kSettled);
    CHECK(w.after(10'000).isEmpty());
}

TEST_CASE("A slow writer is waited for as long as it has the file open")
{
    Watching w;
    QFile file(w.path);
    REQUIRE(file.open(QIODevice::WriteOnly)); // truncated: nothing to be read, for a moment
    file.write("{\"type\":");
    file.flush();
    CHECK(w.after(FileWatch::settleMs).isEmpty());
    CHECK(w.after(2'000).isEmpty());
    file.write("1}");
    file.flush();
    CHECK(w.after(FileWatch::mostWaitMs - 1).isEmpty());
    file.close();
    CHECK(w.after(FileWatch::settleMs) == kSettled);
}

TEST_CASE("Who keeps a file open for ever does not keep it from being read")
{
    Watching w;
    QFile file(w.path);
    REQUIRE(file.open(QIODevice::Append));
    file.write("more");
    file.flush();
    CHECK(w.after(FileWatch::mostWaitMs) == kSettled);
    CHECK(w.after(10'000).isEmpty());
}

TEST_CASE("Writes that follow each other quickly are one change")
{
    Watching w;
    for (int i = 0; i < 100; ++i) {
        w.write(QByteArray::number(i));
        CHECK(w.after(10).isEmpty());
    }
    CHECK(w.after(FileWatch::settleMs) == kSettled);
}

TEST_CASE("A file renamed onto another is told of, time and again")
{
    Watching w;
    const QString other = w.folder.filePath(QStringLiteral("a.tmp"));
    for (int i = 0; i < 3; ++i) {
        Watching::write(other, "again");
        REQUIRE(std::rename(qPrintable(other), qPrintable(w.path)) == 0);
        CHECK(w.after(FileWatch::settleMs) == kSettled);
    }
}

TEST_CASE("The same size and the same time of change hide nothing")
{
    Watching w;
    struct stat info{};
    REQUIRE(stat(qPrintable(w.path), &info) == 0);
    w.write("thirf"); // five letters as before
    const timespec times[] = {info.st_atim, info.st_mtim};
    REQUIRE(utimensat(AT_FDCWD, qPrintable(w.path), times, 0) == 0);
    CHECK(w.after(FileWatch::settleMs) == kSettled);
}

TEST_CASE("A file deleted and made anew is lost and told of")
{
    Watching w;
    REQUIRE(QFile::remove(w.path));
    CHECK(w.after(FileWatch::settleMs - 1).isEmpty()); // it may come back at once
    CHECK(w.after(1) == kLost);
    CHECK(w.after(5'000).isEmpty());
    w.write("second");
    CHECK(w.after(FileWatch::settleMs) == kSettled);
    w.write("third");
    CHECK(w.after(FileWatch::settleMs) == kSettled);
}

TEST_CASE("A file that goes away and comes back as it was is told of")
{
    Watching w;
    const QString aside = w.folder.filePath(QStringLiteral("aside"));
    REQUIRE(QFile::rename(w.path, aside));
    CHECK(w.after(FileWatch::settleMs) == kLost);
    REQUIRE(QFile::rename(aside, w.path));
    CHECK(w.after(FileWatch::settleMs) == kSettled);
}

TEST_CASE("A link that points to another file is told of")
{
    Watching w;
    const QString one = w.folder.filePath(QStringLiteral("one"));
    const QString two = w.folder.filePath(QStringLiteral("two"));
    const QString link = w.folder.filePath(QStringLiteral("link.geojson"));
    Watching::write(one, "one");
    Watching::write(two, "two");
    REQUIRE(QFile::link(one, link));
    w.watch.setFiles({link});
    CHECK(w.after(10'000).isEmpty());
    const QString next = w.folder.filePath(QStringLiteral("next"));
    REQUIRE(QFile::link(two, next));
    REQUIRE(std::rename(qPrintable(next), qPrintable(link)) == 0);
    CHECK(w.after(FileWatch::settleMs) == kSettled);
}

TEST_CASE("What is a folder, or empty, is lost until it is a file again")
{
    Watching w;
    REQUIRE(QFile::remove(w.path));
    REQUIRE(QDir().mkdir(w.path));
    CHECK(w.after(FileWatch::settleMs) == kLost);
    REQUIRE(QDir().rmdir(w.path));
    w.write("second");
    CHECK(w.after(FileWatch::settleMs) == kSettled);
    w.write("");
    CHECK(w.after(FileWatch::settleMs) == kLost);
    w.write("third");
    CHECK(w.after(FileWatch::settleMs) == kSettled);
}

TEST_CASE("A Shapefile changes with any of its parts")
{
    Watching w;
    const QString shp = w.folder.filePath(QStringLiteral("a.shp"));
    const QString dbf = w.folder.filePath(QStringLiteral("a.dbf"));
    Watching::write(shp, "shapes");
    Watching::write(dbf, "values");
    w.watch.setFiles({shp});
    CHECK(w.after(10'000).isEmpty());
    const QByteArray hash = masar::app::hashOf(shp);
    Watching::write(dbf, "others");
    CHECK(w.after(FileWatch::settleMs) == kSettled);
    CHECK(masar::app::hashOf(shp) != hash);
}

TEST_CASE("What is read meanwhile is known and not told of")
{
    Watching w;
    w.write("second");
    w.watch.know(w.path, masar::app::fileStateOf(w.path));
    CHECK(w.after(10'000).isEmpty());
}

TEST_CASE("The watch looks by itself when the system tells of a change")
{
    Watching w;
    FileWatch real;
    real.setFiles({w.path});
    int settled = 0;
    QObject::connect(&real, &FileWatch::settled, &real, [&settled](const QString&) { ++settled; });
    for (int i = 1; i <= 3; ++i) {
        const QString other = w.folder.filePath(QStringLiteral("b"));
        Watching::write(other, "again");
        REQUIRE(std::rename(qPrintable(other), qPrintable(w.path)) == 0);
        // Well before it would look without being told.
        CHECK(
            QTest::qWaitFor([&settled, i] { return settled == i; }, FileWatch::lookEveryMs - 200));
    }
}

TEST_CASE("The hash of a file is its SHA-256")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("abc"));
    Watching::write(path, "abc");
    CHECK(masar::app::hashOf(path) == // FIPS 180-2, appendix B.1
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(masar::app::hashOf(folder.filePath(QStringLiteral("missing"))).isEmpty());
}
