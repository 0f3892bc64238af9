// SPDX-License-Identifier: Apache-2.0
#include "app/models/legend.hpp"

#include "app/models/legend_model.hpp"
#include "tests/app/support/layers.hpp"
#include "tests/app/support/tracks.hpp"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractItemModelTester>

using namespace masar;
using app::LegendEntry;

namespace {

core::Window dayWindow(std::int64_t year, unsigned month, unsigned day)
{
    const core::Instant begin = core::daysFromCivil({year, month, day}) * 86'400;
    return {begin, begin + 1};
}

app::Scene sceneAt(const core::Window& window)
{
    app::Scene scene;
    scene.layers.push_back(
        {test::mapLayerOf("sites",
                          {{{40, 35}, "2025-01-01", "2026-02-10", {{"status", "active"}}},
                           {{40, 35}, "2026-02-11", "", {{"status", "handed over"}}},
                           {{41, 35}, "2025", "2026-02-20", {{"status", "active"}}},
                           {{41, 36}, "", "", {{"status", "reference"}, {"kind", "crossing"}}}}),
         true, 0});
    scene.window = window;
    return scene;
}

app::Camera everything()
{
    app::Camera camera;
    camera.setCentre({40.5, 35.5});
    camera.zoom = 6;
    return camera;
}

const auto noName = [](quint64) { return QStringLiteral("the layer"); };

} // namespace

TEST_CASE("An area without a kind is named by its status in the legend")
{
    core::Layer areas = test::layerOf("areas", {{{40, 35}, "", "", {{"status", "vacated"}}}});
    const std::vector<core::MercatorPoint> ring{
        core::toMercator({40, 35}), core::toMercator({41, 35}), core::toMercator({41, 36})};
    areas.geometry = core::GeometryTable();
    areas.geometry.addPart(core::PartKind::outerRing, ring);
    areas.geometry.endFeature();
    areas.counts.point = 0;
    areas.counts.polygon = 1;
    app::Scene scene;
    scene.layers.push_back({app::makeMapLayer(std::move(areas)), true, 0});
    const auto legend = app::legendOf(scene, everything(), noName);
    REQUIRE(legend.size() == 1);
    CHECK(legend[0].label == QStringLiteral("Vacated"));
    CHECK(legend[0].kind == LegendEntry::Kind::area);
}

TEST_CASE("The legend has what the map shows now and nothing else")
{
    const auto before = app::legendOf(sceneAt(dayWindow(2026, 2, 10)), everything(), noName);
    REQUIRE(before.size() == 2);
    CHECK(before[0].label == QStringLiteral("Active"));
    CHECK(before[0].certain == 2);
    CHECK(before[1].label == QStringLiteral("Border crossing"));

    const auto after = app::legendOf(sceneAt(dayWindow(2026, 2, 21)), everything(), noName);
    REQUIRE(after.size() == 2);
    CHECK(after[0].label == QStringLiteral("Handed over"));
}

TEST_CASE("What is only possible is counted apart")
{
    const auto entries = app::legendOf(sceneAt(dayWindow(2025, 6, 1)), everything(), noName);
    CHECK(entries[0].certain == 1);
    CHECK(entries[0].possible == 1);
}

TEST_CASE("A layer without statuses has one line with its name")
{
    app::Scene scene;
    scene.layers.push_back(
        {test::mapLayerOf("plain", {{{40, 35}, "2025", "2025", {}}, {{41, 35}, "", "", {}}}), true,
         2});
    scene.window = dayWindow(2024, 1, 1);
    const auto entries = app::legendOf(scene, everything(), noName);
    REQUIRE(entries.size() == 1);
    CHECK(entries[0].label == QStringLiteral("the layer"));
    CHECK(entries[0].certain == 1); // the undated one
    scene.layers.front().visible = false;
    CHECK(app::legendOf(scene, everything(), noName).empty());
}

TEST_CASE("The legend's model passes the model tester as it changes")
{
    app::LegendModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setEntries(app::legendOf(sceneAt(dayWindow(2026, 2, 10)), everything(), noName));
    model.setEntries(app::legendOf(sceneAt(dayWindow(2026, 2, 21)), everything(), noName));
    CHECK_FALSE(model.hasPossible());
    model.setEntries({});
    CHECK(model.rowCount() == 0);
}

TEST_CASE("The legend tells what is in view, and kinds apart from statuses")
{
    app::Scene scene;
    scene.layers.push_back(
        {test::mapLayerOf("sites",
                          {{{40, 35}, "2025", "", {{"status", "active"}, {"kind", "base"}}},
                           {{41, 35}, "2025", "", {{"status", "active"}, {"kind", "airfield"}}},
                           {{45, 35}, "2025", "", {{"status", "vacated"}, {"kind", "oil-gas"}}}}),
         true, 0});
    scene.layers.push_back({test::mapLayerOf("far", {{{100, 10}, "", "", {}}}), true, 0});
    scene.window = dayWindow(2026, 2, 10);
    const auto labels = [&](double zoom) {
        app::Camera camera = everything();
        camera.zoom = zoom;
        QStringList all;
        for (const LegendEntry& entry : app::legendOf(scene, camera, noName)) {
            all << entry.label;
        }
        return all;
    };
    CHECK(labels(8) == QStringList{"Active", "Base", "Airfield"});
    CHECK(labels(6) == QStringList{"Active", "Vacated", "Base", "Airfield", "Oil or gas field"});
    CHECK(labels(2).contains("the layer"));
}

TEST_CASE("The legend explains the symbol of a site with several states while one is in view")
{
    app::Scene scene;
    const auto state = [](double lon, const char* start, const char* end,
                          const char* status) -> test::Feature {
        return {{lon, 35}, start, end, {{"site", std::to_string(lon)}, {"status", status}}};
    };
    scene.layers.push_back({test::mapLayerOf("sites", {state(40, "2014", "2025", "active"),
                                                       state(40, "2025", "..", "vacated"),
                                                       state(41, "2014", "2026-01-31", "active"),
                                                       state(41, "2025", "..", "handed over")}),
                            true, 0});
    const auto entriesAt = [&scene](const core::Window& window) {
        scene.window = window;
        std::vector<LegendEntry> sites;
        for (const LegendEntry& entry : app::legendOf(scene, everything(), noName)) {
            if (entry.kind == LegendEntry::Kind::sectors || entry.kind == LegendEntry::Kind::arc) {
                sites.push_back(entry);
            }
        }
        return sites;
    };
    CHECK(entriesAt(dayWindow(2024, 6, 1)).empty());
    const auto either = entriesAt(dayWindow(2025, 6, 1));
    REQUIRE(either.size() == 2);
    CHECK(either[0].label == QStringLiteral("One state or the other"));
    CHECK(either[0].possible == 1);
    CHECK(either[1].label == QStringLiteral("Perhaps another state"));
    CHECK(either[1].possible == 1);
    const auto change = entriesAt({dayWindow(2024, 6, 1).begin, dayWindow(2026, 6, 1).end});
    REQUIRE(change.size() == 1);
    CHECK(change[0].label == QStringLiteral("Several states in this time"));
    CHECK(change[0].certain == 2);
}

TEST_CASE("What was last seen is counted apart from what moves")
{
    const auto fix = [](double lon, core::Instant at) -> test::TestFix {
        return {core::toMercator({lon, 35}), at, 0};
    };
    app::Scene scene;
    scene.layers.push_back(
        {app::makeMapLayer(test::trackLayerOf({{fix(40, 0), fix(40.01, 600)},
                                               {fix(40.1, 0), fix(40.11, 500), fix(40.12, 1000)},
                                               {fix(40.2, 100), fix(40.21, 86'400)}})),
         true, 0});
    const auto countsAt = [&scene](core::Instant moment) {
        scene.window = {0, moment + 1};
        std::pair<quint64, quint64> counts;
        for (const LegendEntry& entry : app::legendOf(scene, everything(), noName)) {
            if (entry.kind == LegendEntry::Kind::mover) {
                CHECK(entry.label == QStringLiteral("the layer"));
                counts.first = entry.certain;
            } else if (entry.kind == LegendEntry::Kind::lastSeen) {
                CHECK(entry.label == QStringLiteral("the layer: last seen"));
                counts.second = entry.certain;
            }
        }
        return counts;
    };
    using Counts = std::pair<quint64, quint64>;
    CHECK(countsAt(300) == Counts{2, 1}); // the third has a gap of a day before it
    CHECK(countsAt(800) == Counts{1, 2}); // the first has arrived
    scene.tracks.limits.gapSeconds = 100'000;
    CHECK(countsAt(800) == Counts{2, 1});
}
