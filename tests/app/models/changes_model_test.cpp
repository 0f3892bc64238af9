// SPDX-License-Identifier: Apache-2.0
#include "app/models/changes_model.hpp"

#include "core/io/reader.hpp"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractItemModelTester>
#include <QFile>
#include <QTemporaryDir>

using namespace masar;
using app::ChangesModel;
using Which = app::ChangesModel::Which;

namespace {

app::MapLayerPtr layerOf(const QTemporaryDir& folder, const QByteArray& features)
{
    QFile file(folder.filePath(QStringLiteral("layer.geojson")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(R"({"type":"FeatureCollection","features":[)" + features + "]}");
    file.close();
    auto read = core::readVector(file.fileName().toStdString());
    REQUIRE(read);
    return app::makeMapLayer(std::move(read->layers.front()));
}

QByteArray feature(const char* id, const char* name, const char* start, double lonDeg)
{
    return QStringLiteral(R"({"type":"Feature","id":"%1","properties":{"name":"%2","start":"%3"},)"
                          R"("geometry":{"type":"Point","coordinates":[%4,36]}})")
        .arg(QLatin1String(id), QLatin1String(name), QLatin1String(start))
        .arg(lonDeg)
        .toUtf8();
}

/// Of four features one stays, one goes, one moves by a degree and is renamed, one is re-dated; one
/// comes.
app::LayerDifferencePtr fiveChanges()
{
    const QTemporaryDir folder;
    const auto before = layerOf(folder, feature("a", "Stays", "2026-01-01", 40) + ',' +
                                            feature("b", "Goes", "2026-01-01", 41) + ',' +
                                            feature("c", "Moves", "2026-01-01", 42) + ',' +
                                            feature("d", "Dated", "2026-01-01", 43));
    const auto after = layerOf(folder, feature("e", "Comes", "2026-01-01", 44) + ',' +
                                           feature("c", "Moved", "2026-01-01", 43) + ',' +
                                           feature("d", "Dated", "2026-02", 43) + ',' +
                                           feature("a", "Stays", "2026-01-01", 40));
    auto diff = core::diffOf(before->layer, after->layer);
    REQUIRE(diff);
    return std::make_shared<const app::LayerDifference>(before, after, *std::move(diff));
}

struct Shown {
    ChangesModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};

    Shown()
    {
        model.setReader(app::readerOf(app::Language::english), app::LengthUnits::metric);
        model.show(fiveChanges(), QStringLiteral("sites"));
    }
    QStringList all(ChangesModel::Role role) const
    {
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row) {
            texts << model.data(model.index(row), role).toString();
        }
        return texts;
    }
};

} // namespace

TEST_CASE("The changes of an update are listed with what happened to each")
{
    const Shown shown;
    CHECK(shown.all(ChangesModel::TitleRole) == QStringList{"Comes", "Moved", "Dated", "Goes"});
    const QStringList details = shown.all(ChangesModel::DetailRole);
    CHECK(details[0] == "Added");
    CHECK(details[1].startsWith(QLatin1String("Moved by 90."))); // a degree at 36 N, in km
    CHECK(details[1].endsWith(QLatin1String("Re-worded")));
    CHECK(details[2] == "Re-dated");
    CHECK(details[3] == "Removed");
    CHECK(shown.model.summary().startsWith(QLatin1String("4 change")));
    QStringList kinds;
    for (const QVariant& kind : shown.model.kinds()) {
        kinds << kind.toMap()[QStringLiteral("text")].toString();
    }
    CHECK(kinds ==
          QStringList{"All 4", "Added 1", "Removed 1", "Moved 1", "Re-dated 1", "Re-worded 1"});
}

TEST_CASE("A kind of change lists its own, and stepping goes round among them")
{
    Shown shown;
    ChangesModel& model = shown.model;
    CHECK(model.current() == -1);
    model.previous();
    CHECK(model.position() == "4 of 4");
    model.next();
    CHECK(model.position() == "1 of 4");
    model.setWhich(Which::Moved);
    CHECK(shown.all(ChangesModel::TitleRole) == QStringList{"Moved"});
    CHECK(model.current() == -1);
    model.next();
    model.next();
    CHECK(model.position() == "1 of 1");
    CHECK(model.values() ==
          QVariantList{QVariantMap{{QStringLiteral("field"), "Place (the middle of it)"},
                                   {QStringLiteral("before"), "36.00000 N, 42.00000 E"},
                                   {QStringLiteral("after"), "36.00000 N, 43.00000 E"}},
                       QVariantMap{{QStringLiteral("field"), "name"},
                                   {QStringLiteral("before"), "Moves"},
                                   {QStringLiteral("after"), "Moved"}}});
    model.setWhich(Which::Removed);
    model.next(); // all that was known of it
    CHECK(model.values() ==
          QVariantList{
              QVariantMap{{QStringLiteral("field"), "id"}, {QStringLiteral("before"), "b"}},
              QVariantMap{{QStringLiteral("field"), "name"}, {QStringLiteral("before"), "Goes"}},
              QVariantMap{{QStringLiteral("field"), "start"},
                          {QStringLiteral("before"), "2026-01-01"}}});
}

TEST_CASE("Versions are matched by a field of both that the reader chooses")
{
    Shown shown;
    CHECK(shown.model.keys().mid(1) == QStringList{"id", "name", "start"});
    CHECK(shown.model.key() == 0);
    QStringList wanted;
    QObject::connect(&shown.model, &ChangesModel::keyWanted, &shown.model,
                     [&wanted](const QString& field) { wanted << field; });
    shown.model.matchBy(0);
    shown.model.matchBy(2);
    CHECK(wanted == QStringList{"name"});
    const auto automatic = shown.model.difference();
    auto diff =
        core::diffOf(automatic->before->layer, automatic->after->layer, {.keyField = "name"});
    REQUIRE(diff);
    shown.model.show(std::make_shared<const app::LayerDifference>(
                         automatic->before, automatic->after, *std::move(diff), "name"),
                     QStringLiteral("sites"));
    CHECK(shown.model.key() == 2);
    CHECK(shown.all(ChangesModel::TitleRole) ==
          QStringList{"Comes", "Moved", "Dated", "Goes", "Moves"}); // another name, another thing
    shown.model.matchBy(0);
    CHECK(wanted == QStringList{"name", ""});
}

TEST_CASE("An accepted difference is gone, and so is one whose layer is gone")
{
    Shown shown;
    shown.model.accept();
    CHECK_FALSE(shown.model.shown());
    CHECK(shown.model.rowCount() == 0);
    Shown other;
    other.model.keepOnly([](quint64) { return true; });
    CHECK(other.model.shown());
    other.model.keepOnly([](quint64) { return false; });
    CHECK_FALSE(other.model.shown());
}

TEST_CASE("The row that a row became is found, changed or not, unless it is gone")
{
    const auto difference = fiveChanges();
    CHECK(difference->newRowOf(0) == 3U);
    CHECK_FALSE(difference->newRowOf(1));
    CHECK(difference->newRowOf(2) == 1U);
    CHECK(difference->newRowOf(3) == 2U);
}
