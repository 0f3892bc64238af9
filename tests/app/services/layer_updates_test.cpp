// SPDX-License-Identifier: Apache-2.0
#include "tests/app/support/session.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace masar;
using app::LayerListModel;
using app::NoticeModel;
using app::Session;
using support::kThree;
using support::settle;
using support::written;

namespace {

/// A session with a file in it that others write to.
struct Watched {
    QTemporaryDir folder;
    Session session;
    QString path;
    int key = 0;

    Watched()
    {
        session.settings()->setFollowFiles(false);
        path = written(folder, QStringLiteral("three.geojson"), kThree);
        session.openPath(path);
        settle(session);
        key = at(LayerListModel::KeyRole).toInt();
    }
    QVariant at(LayerListModel::Role role)
    {
        return session.layers()->data(session.layers()->index(0), role);
    }
    QVariant notice(NoticeModel::Role role)
    {
        const auto* notices = session.notices();
        return notices->rowCount() == 0 ? QVariant() : notices->data(notices->index(0), role);
    }
    void act(int action)
    {
        session.notices()->act(notice(NoticeModel::NoticeIdRole).toInt(), action);
    }
    /// Puts a file in its place, as careful programs do.
    void rename(const QByteArray& text)
    {
        const QString other = written(folder, QStringLiteral("three.tmp"), text);
        REQUIRE(std::rename(qPrintable(other), qPrintable(path)) == 0);
    }
    static QByteArray moved(const char* to)
    {
        QByteArray text = kThree;
        text.replace("[41,36]", to);
        return text;
    }
    core::LonLat placeOfB()
    {
        const core::Layer& layer = session.layers()->layerOf(key)->layer;
        return core::toLonLat(layer.geometry.verticesOf(layer.geometry.partsOf(1).front())[0]);
    }
};

bool comes(const std::function<bool()>& condition)
{
    return QTest::qWaitFor(condition, 10'000);
}

} // namespace

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

TEST_CASE(
    "A file that changes on disk is offered with what is different, and taken on the user's word")
{
    Watched w;
    auto* notices = w.session.notices();
    w.session.record()->show({{w.session.layers()->layerOf(w.key), 1, QStringLiteral("three")}});
    QByteArray text = Watched::moved("[41.5,36]");
    text.replace(R"("a","start":"2024-01-01")", R"("a","start":"2024-01-05")");
    w.rename(text);
    REQUIRE(comes([&] { return notices->rowCount() == 1; }));
    CHECK(w.notice(NoticeModel::TitleRole) == "“three.geojson” changed on disk");
    // Without a key what moved or got another date is another feature.
    CHECK(w.notice(NoticeModel::DetailRole) == "2 added, 2 removed");
    CHECK(w.at(LayerListModel::NewerRole).toBool());
    CHECK(w.at(LayerListModel::FileNoteRole) == "Newer on disk: 2 added, 2 removed");
    CHECK(w.placeOfB().lonDeg < 41.1); // nothing happened yet
    CHECK_FALSE(w.session.changes()->shown());

    w.act(0);
    CHECK(w.placeOfB().lonDeg > 41.4);
    CHECK(w.session.changes()->shown());
    CHECK(notices->rowCount() == 0);
    CHECK(w.at(LayerListModel::FileNoteRole) == "");
    CHECK_FALSE(w.session.record()->current()); // which feature it became cannot be told
}

TEST_CASE("Of several changes on disk the last is offered; one that is taken back is not")
{
    Watched w;
    auto* notices = w.session.notices();
    for (const char* place : {"[41.5,36]", "[41.6,36]"}) {
        w.rename(Watched::moved(place));
        const auto id = w.notice(NoticeModel::NoticeIdRole);
        REQUIRE(comes(
            [&] { return notices->rowCount() == 1 && w.notice(NoticeModel::NoticeIdRole) != id; }));
    }
    w.rename(kThree);
    CHECK(comes([&] { return notices->rowCount() == 0; }));
    CHECK_FALSE(w.at(LayerListModel::NewerRole).toBool());
}

TEST_CASE("A layer that may is updated by itself, and the file of each is decided for itself")
{
    Watched w;
    auto* updates = w.session.updates();
    updates->setAlone(w.key, true);
    CHECK(w.at(LayerListModel::AloneRole).toBool());
    CHECK_FALSE(w.session.settings()->followFiles());
    w.rename(Watched::moved("[41.5,36]"));
    REQUIRE(comes([&] { return w.placeOfB().lonDeg > 41.4; }));
    CHECK_FALSE(w.session.changes()->shown()); // it does not push itself forward
    REQUIRE(w.session.notices()->rowCount() == 1);
    CHECK(w.notice(NoticeModel::TitleRole) == "“three.geojson” was updated");
    w.act(0);
    CHECK(w.session.changes()->shown());

    w.session.settings()->setFollowFiles(true);
    updates->setAlone(w.key, false);
    CHECK_FALSE(w.at(LayerListModel::AloneRole).toBool());
    w.rename(Watched::moved("[41.7,36]"));
    REQUIRE(comes([&] { return w.at(LayerListModel::NewerRole).toBool(); }));
    updates->setAlone(w.key, true); // takes what waits
    CHECK(w.placeOfB().lonDeg > 41.6);
    w.session.settings()->setFollowFiles(false);
}

TEST_CASE("What cannot be read leaves the last good version, with a mark until it can again")
{
    Watched w;
    const auto marked = [&w](bool is) {
        return comes(
            [&w, is] { return w.at(LayerListModel::FileProblemRole).toString().isEmpty() != is; });
    };
    const auto layer = w.session.layers()->layerOf(w.key);
    const int how = GENERATE(0, 1, 2);
    CAPTURE(how);
    if (how == 0) { // the beginning of it
        w.rename(R"({"type":"FeatureCollection","features":[)");
    } else if (how == 1) {
        REQUIRE(QFile::remove(w.path));
    } else {
        w.rename("");
    }
    REQUIRE(marked(true));
    CHECK(w.at(LayerListModel::FileNoteRole)
              .toString()
              .startsWith(QStringLiteral("Not readable since")));
    CHECK(w.session.layers()->layerOf(w.key) == layer);
    CHECK(w.session.notices()->rowCount() == 0);
    w.rename(kThree);
    CHECK(marked(false));
    CHECK(w.placeOfB().lonDeg < 41.1);
    w.rename(Watched::moved("[41.5,36]"));
    CHECK(comes([&] { return w.session.notices()->rowCount() == 1; }));
}

TEST_CASE("A file that is written anew with the same in it is not read again")
{
    Watched w;
    const auto layer = w.session.layers()->layerOf(w.key);
    QByteArray other = kThree;
    other.replace("\n", "\n\n"); // written otherwise, the same features
    w.rename(other);
    REQUIRE(comes([&] { return w.session.layers()->layerOf(w.key) != layer; }));
    CHECK(w.session.notices()->rowCount() == 0); // nobody is asked about nothing
    CHECK(w.at(LayerListModel::NameRole) == "three");
}

TEST_CASE("Layers that are gone are not watched any more, and an old version kept follows no file")
{
    Watched w;
    w.session.updates()->updateFrom(
        w.key, QUrl::fromLocalFile(written(w.folder, QStringLiteral("other.geojson"),
                                           Watched::moved("[41.5,36]"))));
    settle(w.session);
    w.session.updates()->keepBoth();
    CHECK(w.at(LayerListModel::NameRole) == "three (before)");
    CHECK_FALSE(w.at(LayerListModel::FollowsRole).toBool());
    CHECK(w.session.layers()->files() ==
          QStringList{w.folder.filePath(QStringLiteral("other.geojson"))});
    w.session.closeAll();
    CHECK(w.session.layers()->files().isEmpty());
}

TEST_CASE("Every version read is part of the history of its layer, and any two are compared")
{
    Watched w;
    app::LayerVersions& versions = *w.session.updates()->versions();
    auto* notices = w.session.notices();
    for (const char* place : {"[41.5,36]", "[41.6,36]"}) { // offered, and not taken
        w.rename(Watched::moved(place));
        const auto id = w.notice(NoticeModel::NoticeIdRole);
        REQUIRE(comes(
            [&] { return notices->rowCount() == 1 && w.notice(NoticeModel::NoticeIdRole) != id; }));
    }
    w.session.updates()->showVersions(w.key);
    REQUIRE(versions.rowCount() == 3);
    CHECK(versions.layerName() == "three");
    const auto hash = [&versions](int row) {
        return versions.data(versions.index(row), app::LayerVersions::FullHashRole).toString();
    };
    CHECK(hash(0) == app::hashOf(w.path));
    CHECK(hash(1).size() == 64);
    CHECK(hash(1) != hash(0));
    CHECK(versions.data(versions.index(2), app::LayerVersions::OnMapRole).toBool());

    versions.setBefore(1);
    versions.setAfter(0);
    w.session.updates()->compareVersions();
    settle(w.session);
    REQUIRE(w.session.changes()->shown());
    CHECK(w.session.changes()->layerName() == "three");
    CHECK(w.session.changes()->difference()->diff.counts ==
          core::ChangeCounts{.same = 2, .added = 1, .removed = 1});

    // Side by side: neither of them is on the map.
    app::SideScenes& sides = *w.session.sides();
    sides.setShown(true);
    CHECK(sides.afterNeeded());
    const auto shown = [](app::MapScene* scene) { return scene->scene().layers.front().data; };
    CHECK(shown(sides.before()) == versions.chosen(false));
    CHECK(shown(sides.after()) == versions.chosen(true));
    CHECK(shown(w.session.scene()) == w.session.layers()->layerOf(w.key));
    w.session.scene()->setDark(true); // both are the map in all else
    CHECK(sides.before()->scene().dark);
    w.session.layers()->setLabelField(w.key, QStringLiteral("start"));
    CHECK(sides.before()->scene().layers.front().labelColumn >= 0);
    w.session.changes()->accept();
    CHECK_FALSE(sides.shown());
    CHECK(sides.before()->scene().layers.empty());
}
