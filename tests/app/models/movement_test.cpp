// SPDX-License-Identifier: Apache-2.0
#include "app/models/movement.hpp"

#include "app/models/duration_text.hpp"
#include "app/models/layer_list_model.hpp"
#include "app/models/legend.hpp"
#include "app/models/record_model.hpp"
#include "tests/app/support/layers.hpp"
#include "tests/app/support/tracks.hpp"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace masar;
using namespace masar::app;
using namespace masar::test;

namespace {

constexpr core::Instant kHour = 3600;

/// Half an hour of driving, fourteen hours and a half of nothing, one more fix.
core::Layer drive()
{
    std::vector<TestFix> fixes;
    for (int i = 0; i < 4; ++i) {
        fixes.push_back({core::toMercator({40 + i * 0.1, 36}), i * 600});
    }
    fixes.push_back({core::toMercator({40.5, 36}), 15 * kHour});
    return trackLayerOf({fixes});
}

QString valueOf(const std::vector<RecordRow>& rows, const QString& name)
{
    const auto found = std::ranges::find(rows, name, &RecordRow::name);
    return found == rows.end() ? QStringLiteral("(no such row)") : found->value;
}

/// Over a line, a convoy that begins and ends on days.
core::Layer convoy()
{
    core::Layer layer = drive();
    layer.tracks = {};
    layer.properties.columns.push_back(
        {"kind", core::FieldType::text,
         std::vector<core::StringPool::Id>{layer.properties.strings->add("convoy")}});
    layer.spans[0] = {0, 0, 24 * kHour, 24 * kHour};
    return layer;
}

} // namespace

TEST_CASE("Lengths of time are told in their two largest units")
{
    const QLocale numbers = QLocale::c();
    CHECK(durationText(0, numbers) == QStringLiteral("0 s"));
    CHECK(durationText(59, numbers) == QStringLiteral("59 s"));
    CHECK(durationText(90, numbers) == QStringLiteral("1 min 30 s"));
    CHECK(durationText(14 * 3600, numbers) == QStringLiteral("14 h"));
    CHECK(durationText(14 * 3600 + 1800, numbers) == QStringLiteral("14 h"));
    CHECK(durationText(2 * 86'400 + 3 * 3600 + 5, numbers) == QStringLiteral("2 d 3 h"));
    CHECK(trailSeconds(QStringLiteral("PT6H")) == 6 * kHour);
    CHECK(trailSeconds(QStringLiteral("none")) == 0);
    CHECK(trailSeconds(QStringLiteral("all")) == core::kOpenFuture);
    CHECK_FALSE(trailSeconds(QStringLiteral("6 hours")));
    CHECK_FALSE(trailSeconds(QString()));
}

TEST_CASE("It is said where a thing is and how that is known")
{
    const core::Layer layer = drive();
    const Reader reader;
    const auto at = [&](core::Instant moment) {
        return whereabouts(layer, 0, {{moment, moment + 1}, {}, LengthUnits::metric}, reader);
    };
    CHECK_FALSE(at(-5));
    CHECK(at(600) == QStringLiteral("At a fix of this moment"));
    CHECK(at(700) == QStringLiteral("Between two fixes 10 min apart"));
    CHECK(at(1800 + 14 * kHour) == QStringLiteral("Last seen 14 h earlier"));
    Movement patient{{1800 + kHour, 1801 + kHour}, {}, LengthUnits::metric};
    patient.limits.gapSeconds = 1e6;
    CHECK(whereabouts(layer, 0, patient, reader) ==
          QStringLiteral("Interpolated between two fixes 14 h apart"));
}

TEST_CASE("The record of a track tells its fixes, length, speed and gaps")
{
    const core::Layer layer = drive();
    const auto rows = movementRows(layer, 0, {{700, 701}, {}, LengthUnits::metric}, {});
    CHECK(rows.front().name == QStringLiteral("Now"));
    CHECK(valueOf(rows, QStringLiteral("Fixes")) == QStringLiteral("5"));
    CHECK(valueOf(rows, QStringLiteral("Duration")) == QStringLiteral("15 h"));
    CHECK(valueOf(rows, QStringLiteral("Gaps")) == QStringLiteral("1, the longest of 14 h"));
    // 0.1 degree of longitude at 36 N is 9,014 m: 54 km/h in ten minutes.
    CHECK(valueOf(rows, QStringLiteral("Greatest implied speed")) == QStringLiteral("54 km/h"));
    CHECK(valueOf(rows, QStringLiteral("Length")).startsWith(QStringLiteral("45.0")));
    CHECK(valueOf(rows, QStringLiteral("Impossible speeds")) == QStringLiteral("(no such row)"));
    const Movement slow{{700, 701}, {.maxMetresPerSecond = 10}, LengthUnits::metric};
    CHECK(valueOf(movementRows(layer, 0, slow, {}), QStringLiteral("Impossible speeds"))
              .startsWith(QLatin1Char('3')));
    CHECK(movementRows(layerOf("points", {{{40, 36}, "2025", "", {}}}), 0, {}, {}).empty());
}

TEST_CASE("A convoy of which only begin and end are known is told as inferred")
{
    const core::Layer layer = convoy();
    const Movement noon{{12 * kHour, 12 * kHour + 1}, {}, LengthUnits::metric};
    const auto rows = movementRows(layer, 0, noon, {});
    CHECK(rows.front().value.startsWith(QStringLiteral("Inferred: about 22.5")));
    CHECK(valueOf(rows, QStringLiteral("Fixes")) == QStringLiteral("none"));
    const Movement later{{48 * kHour, 48 * kHour + 1}, {}, LengthUnits::metric};
    CHECK(movementRows(layer, 0, later, {}).front().value == QStringLiteral("Not under way"));
}

TEST_CASE("An open record follows the clock and keeps the other rows")
{
    const auto layer = makeMapLayer(drive());
    RecordModel record;
    const QAbstractItemModelTester tester(&record);
    record.setMovement({{600, 601}, {}, LengthUnits::metric});
    record.show({{layer, 0, QStringLiteral("tracks")}});
    CHECK(record.title() == QStringLiteral("Track 1"));
    const auto now = [&record] {
        return record.data(record.index(0), RecordModel::ValueRole).toString();
    };
    CHECK(now() == QStringLiteral("At a fix of this moment"));
    const QSignalSpy reset(&record, &QAbstractItemModel::modelReset);
    const QSignalSpy changed(&record, &QAbstractItemModel::dataChanged);
    record.setMovement({{700, 701}, {}, LengthUnits::metric});
    CHECK(now() == QStringLiteral("Between two fixes 10 min apart"));
    CHECK(reset.isEmpty());
    CHECK(changed.size() == 1);
}

TEST_CASE("The legend counts the things that move, and the speeds that cannot be")
{
    Scene scene;
    scene.layers.push_back({makeMapLayer(drive()), true, 0});
    scene.window = {600, 601};
    Camera camera;
    camera.size = {800, 600};
    camera.zoom = 8;
    camera.setCentre({40.2, 36});
    const auto legend = [&] { return legendOf(scene, camera, [](quint64) { return QString(); }); };
    REQUIRE(legend().size() == 1);
    CHECK(legend()[0].kind == LegendEntry::Kind::mover);
    CHECK(legend()[0].certain == 1);
    scene.tracks.limits.maxMetresPerSecond = 10;
    REQUIRE(legend().size() == 2);
    CHECK(legend()[1].certain == 3);
}

TEST_CASE(
    "Tracks made of points stand above them, hide them, and are asked for again with the file")
{
    std::vector<Feature> features;
    for (int i = 0; i < 8; ++i) {
        features.push_back({{40.0 + i, 36},
                            "2026-02-1" + std::to_string(i),
                            "2026-02-1" + std::to_string(i),
                            {{"vehicle", i % 2 == 0 ? "a" : "b"}, {"note", std::to_string(i)}}});
    }
    const auto points = mapLayerOf("points", features);
    LayerListModel list;
    const QAbstractItemModelTester tester(&list);
    const int loading = list.addLoading(QStringLiteral("/data/points.geojson"));
    list.finish(loading, {{points, QStringLiteral("points")}});
    const auto value = [&list](int row, int role) { return list.data(list.index(row), role); };
    CHECK(value(0, LayerListModel::TrackFieldsRole).toStringList() ==
          QStringList{QStringLiteral("vehicle")});

    const QSignalSpy asked(&list, &LayerListModel::tracksRequested);
    const int key = value(0, LayerListModel::KeyRole).toInt();
    list.makeTracks(key, QStringLiteral("vehicle"));
    REQUIRE(asked.size() == 1);
    const auto tracks = makeMapLayer(drive());
    list.addTracks(key, QStringLiteral("vehicle"), tracks);
    REQUIRE(list.count() == 2);
    CHECK(value(0, Qt::DisplayRole) == QStringLiteral("points by vehicle"));
    CHECK(value(0, LayerListModel::TracksRole).toBool());
    CHECK(value(1, LayerListModel::TracksOfRole) == QStringLiteral("vehicle"));
    CHECK_FALSE(value(1, LayerListModel::VisibleRole).toBool());
    list.addTracks(key, QStringLiteral("vehicle"), tracks); // again: in place of the others
    CHECK(list.count() == 2);

    list.makeTracks(key, QString());
    CHECK(list.count() == 1);
    CHECK(value(0, LayerListModel::VisibleRole).toBool());

    list.addTracks(key, QStringLiteral("vehicle"), tracks);
    list.finish(list.addLoading(QStringLiteral("/data/points.geojson")),
                {{points, QStringLiteral("points")}});
    CHECK(asked.size() == 2);
}
