// SPDX-License-Identifier: Apache-2.0
// The names of the basemap and of sites as a window shows them. Where no basemap was built, its
// part is skipped.
#include "app/map/label_layout.hpp"

#include "app/map/fonts.hpp"
#include "app/map/river_names.hpp"
#include "tests/app/support/layers.hpp"

#include <catch2/catch_test_macros.hpp>

#include <QFileInfo>
#include <QLineF>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace masar;
using app::LabelLayout;
using app::MapLanguage;

namespace {

std::shared_ptr<const app::Basemap> basemap()
{
    static const auto loaded = []() -> std::shared_ptr<const app::Basemap> {
        CHECK(app::loadFonts().isEmpty());
        const auto file = app::loadBasemap(QStringLiteral(MASAR_BASEMAP_FILE));
        return file ? *file : nullptr;
    }();
    if (!loaded) {
        SKIP("no basemap was built: " MASAR_BASEMAP_FILE);
    }
    return loaded;
}

app::Camera cameraAt(double lonDeg, double latDeg, double zoom)
{
    app::Camera camera;
    camera.size = QSizeF(1280, 800);
    camera.zoom = zoom;
    camera.setCentre({lonDeg, latDeg});
    return camera;
}

app::Scene sceneWithSites(MapLanguage language)
{
    app::Scene scene;
    scene.basemap = basemap();
    scene.language = language;
    scene.window = {core::daysFromCivil({2026, 2, 21}) * 86'400,
                    core::daysFromCivil({2026, 2, 22}) * 86'400};
    const auto sites = test::mapLayerOf(
        "sites", {{{40.511955, 36.706242},
                   "2020",
                   "2026-02-20",
                   {{"name", "Qasrak base"}, {"status", "active"}}},
                  {{40.511955, 36.706242},
                   "2026-02-21",
                   "",
                   {{"name", "Qasrak base"}, {"status", "withdrawing"}}},
                  {{41.16003, 37.04723}, "2020", "", {{"name", "Himo base"}, {"status", "active"}}},
                  {{41.2, 37.05}, "2020", "2025", {{"name", "Gone before"}, {"status", "active"}}},
                  {{38.61, 33.5}, "", "", {{"name", "Tanf"}, {"status", "reference"}}}});
    scene.layers.push_back({sites, true, 0});
    return scene;
}

std::vector<QRectF> boxesOf(const LabelLayout::Shown& shown)
{
    std::vector<QRectF> boxes;
    for (const QRectF& box : shown.name->shape.all()) {
        boxes.push_back(box.translated(shown.at));
    }
    return boxes;
}

int overlapsIn(const std::vector<LabelLayout::Shown>& shown)
{
    int overlaps = 0;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            for (const QRectF& a : boxesOf(shown[i])) {
                for (const QRectF& b : boxesOf(shown[j])) {
                    const QRectF common = a & b;
                    overlaps += common.width() > 1e-6 && common.height() > 1e-6 ? 1 : 0;
                }
            }
        }
    }
    return overlaps;
}

/// The names whose boxes lie wholly in a rectangle of the picture.
std::set<const app::PlacedName*> within(const std::vector<LabelLayout::Shown>& shown,
                                        const QRectF& frame)
{
    std::set<const app::PlacedName*> names;
    for (const LabelLayout::Shown& one : shown) {
        if (frame.contains(one.name->shape.bounds().translated(one.at))) {
            names.insert(one.name);
        }
    }
    return names;
}

} // namespace

TEST_CASE("No names overlap anywhere at any zoom, in any language")
{
    for (const MapLanguage language :
         {MapLanguage::english, MapLanguage::arabic, MapLanguage::both}) {
        LabelLayout layout;
        layout.update(sceneWithSites(language));
        int overlaps = 0;
        std::size_t most = 0;
        for (double zoom = 1.3; zoom < 13; zoom += 0.61) {
            for (const double lon : {36.5, 40.5, 44.3}) {
                const auto shown = layout.shown(cameraAt(lon, 35.2, zoom));
                overlaps += overlapsIn(shown);
                most = std::max(most, shown.size());
            }
        }
        CHECK(overlaps == 0);
        CHECK(most > 60);
    }
}

TEST_CASE("Panning brings and takes no name that stays in view")
{
    LabelLayout layout;
    layout.update(sceneWithSites(MapLanguage::both));
    for (const double zoom : {3.2, 5.7, 7.0, 8.45, 10.1}) {
        const app::Camera start = cameraAt(40, 36, zoom);
        const auto before = layout.shown(start);
        for (const QPointF step : {QPointF(37, -11), QPointF(-211, 150), QPointF(404, 303)}) {
            app::Camera moved = start;
            moved.x += step.x() / start.pixelsPerUnit();
            moved.y += step.y() / start.pixelsPerUnit();
            const QRectF common =
                QRectF(QPointF(0, 0), start.size) & QRectF(-step, start.size).translated(step * 2);
            const auto after = layout.shown(moved);
            CHECK(within(before, common) == within(after, common.translated(-step)));
            CHECK_FALSE(within(before, common).empty());
        }
    }
}

TEST_CASE("Zooming in, a name that has come stays until names of its kind end")
{
    LabelLayout layout;
    layout.update(sceneWithSites(MapLanguage::english));
    // The picture shrinks to its middle, so what is in the middle of the last is in all.
    std::set<const app::PlacedName*> seen;
    for (double zoom = 4; zoom < 12; zoom += 0.13) {
        const auto shown = layout.shown(cameraAt(40.9, 36.6, zoom));
        std::set<const app::PlacedName*> now;
        for (const auto& one : shown) {
            now.insert(one.name);
        }
        for (const app::PlacedName* name : seen) {
            const QPointF at = cameraAt(40.9, 36.6, zoom).toPixel(name->at);
            if (QRectF(200, 100, 880, 600).contains(at) && zoom < name->maxZoom - 0.001) {
                INFO(name->lines[0].text.toStdString() << " at " << zoom);
                CHECK(now.contains(name));
            }
        }
        seen = now;
    }
}

TEST_CASE("The clock moves no name, and a name's states are one")
{
    app::Scene scene = sceneWithSites(MapLanguage::english);
    LabelLayout layout;
    layout.update(scene);
    const auto starts = [&] {
        std::map<QString, QPointF> found;
        for (const auto& one : layout.shown(cameraAt(40.9, 36.9, 9))) {
            found[one.name->lines[0].text] = one.name->lines[0].start;
        }
        return found;
    };
    const QString himo = QStringLiteral("Himo base");
    const auto now = starts();
    CHECK(now.contains(himo));
    CHECK(now.contains(QStringLiteral("Qasrak base")));
    CHECK_FALSE(now.contains(QStringLiteral("Gone before")));
    scene.window = {core::daysFromCivil({2024, 1, 1}) * 86'400,
                    core::daysFromCivil({2024, 1, 2}) * 86'400};
    layout.update(scene);
    const auto before = starts();
    CHECK(before.contains(QStringLiteral("Gone before")));
    REQUIRE(before.contains(himo));
    CHECK(before.at(himo) == now.at(himo));
}

TEST_CASE("What a layer is labelled by is its name, a field, or nothing")
{
    app::Scene scene;
    scene.layers.push_back(
        {test::mapLayerOf("l", {{{40, 36}, "", "", {{"name", "A"}, {"code", "7"}}}}), true, 0});
    const auto textOf = [&]() -> QString {
        LabelLayout layout;
        layout.update(scene);
        const auto shown = layout.shown(cameraAt(40, 36, 8));
        return shown.empty() ? QString() : shown.front().name->lines[0].text;
    };
    CHECK(textOf() == QStringLiteral("A"));
    scene.layers[0].labelColumn = 1;
    CHECK(textOf() == QStringLiteral("7"));
    scene.layers[0].labelColumn = 99;
    CHECK(textOf().isEmpty());
    scene.layers[0].labelColumn = app::SceneLayer::labelNone;
    CHECK(textOf().isEmpty());
}

TEST_CASE("Both languages stand one above the other, and one stands in for the other")
{
    using app::NameBlock;
    const QString arabic = QStringLiteral("الحسكة");
    const auto lines = [&](const char* name, const QString& second, MapLanguage language) {
        const NameBlock block(QString::fromUtf8(name), second, language, app::LabelKind::city);
        return block.lines({NameBlock::Side::right, 5});
    };
    CHECK(lines("Al-Hasakah", arabic, MapLanguage::english).size() == 1);
    const auto both = lines("Al-Hasakah", arabic, MapLanguage::both);
    REQUIRE(both.size() == 2);
    CHECK(both[0].text == QStringLiteral("Al-Hasakah"));
    CHECK(both[1].text.endsWith(arabic));
    CHECK(both[1].start.y() > both[0].start.y() + 8);
    CHECK(both[1].start.x() == both[0].start.x()); // both begin beside the dot
    CHECK(lines("Qasrak", {}, MapLanguage::arabic).at(0).text == QStringLiteral("Qasrak"));
    CHECK(lines("", arabic, MapLanguage::english).at(0).text.endsWith(arabic));
    CHECK(lines("", arabic, MapLanguage::both).size() == 1);
}

TEST_CASE("Every name's letters keep to the room that was measured for them")
{
    const auto map = basemap();
    int beyond = 0;
    for (const app::BasemapLabel& label : map->labels) {
        for (const QString& text : {label.name, app::rightToLeft(label.arabic)}) {
            const app::TextStyle style{label.kind, false};
            const app::TextExtent room = app::textExtent(text, style);
            const QRectF ink = app::textOutline(text, style).path.boundingRect();
            if (text.isEmpty() || ink.isEmpty()) {
                continue;
            }
            // Marks above capitals and below the last letters may reach a little further.
            const QRectF box(-1.5, -room.ascent - 2.5, room.advance + 3, room.height() + 4.5);
            if (!box.contains(ink)) {
                ++beyond;
                UNSCOPED_INFO(text.toStdString()
                              << ": " << ink.left() << " " << ink.top() << " "
                              << ink.right() - room.advance << " " << ink.bottom() - room.descent);
            }
        }
    }
    CHECK(beyond == 0);
}

TEST_CASE("Names of rivers lie along them, gently bent and never on their heads")
{
    for (const MapLanguage language : {MapLanguage::english, MapLanguage::both}) {
        LabelLayout layout;
        layout.update(sceneWithSites(language));
        std::set<QString> rivers;
        for (double zoom = 6; zoom < 12; zoom += 0.37) {
            for (const double lon : {38.5, 40.5, 43.5}) {
                for (const auto& one : layout.shown(cameraAt(lon, 35.4, zoom))) {
                    if (!one.name->river) {
                        continue;
                    }
                    rivers.insert(one.name->lines[0].text);
                    const auto course = app::courseUnder(*one.name, zoom);
                    REQUIRE(course);
                    CHECK((course->back() - course->front()).x() > 0);
                    // The text is as long as its course, and its shape covers it.
                    double length = 0;
                    for (std::size_t i = 1; i < course->size(); ++i) {
                        const QPointF on = (*course)[i] - (*course)[i - 1];
                        length += std::hypot(on.x(), on.y());
                    }
                    CHECK(std::abs(length - one.name->length) < 0.5);
                    CHECK(one.name->shape.bounds()
                              .adjusted(-20, -20, 20, 20)
                              .contains(course->front()));
                }
            }
        }
        CHECK(rivers.size() >= 8);
        CHECK(rivers.contains(QStringLiteral("Euphrates")));
        CHECK(rivers.contains(QStringLiteral("Tigris")));
    }
}

TEST_CASE("Pieces of a river that touch become one course")
{
    using P = core::MercatorPoint;
    const auto joined =
        app::joinPieces({{P{2, 0}, P{3, 0}}, {P{0, 0}, P{1, 0}, P{2, 0}}, {P{9, 9}, P{8, 8}}});
    REQUIRE(joined.size() == 2);
    const auto& longest = joined[0].size() > joined[1].size() ? joined[0] : joined[1];
    CHECK(longest.size() == 4);
    CHECK(longest.front() == P{0, 0});
    CHECK(longest.back() == P{3, 0});
}

TEST_CASE("Twenty thousand features can be labelled by a field")
{
    std::vector<test::Feature> features;
    for (int i = 0; i < 20'000; ++i) {
        // Dense in the middle, as events around a city are.
        const double turn = i * 2.399963;
        const double far = 3 * std::pow(i / 20'000.0, 2);
        features.push_back({{40 + far * std::cos(turn), 36 + far * std::sin(turn)},
                            "",
                            "",
                            {{"code", "event " + std::to_string(i)}}});
    }
    app::Scene scene;
    scene.layers.push_back({test::mapLayerOf("events", features), true, 0, 0});
    LabelLayout layout;
    layout.update(scene);
    for (const double zoom : {4.0, 7.3, 9.9, 12.0, 15.5}) {
        const auto shown = layout.shown(cameraAt(40.02, 36.01, zoom));
        CHECK(overlapsIn(shown) == 0);
        CHECK(shown.size() > 4);
    }
}

namespace {

/// The boxes of a name on a turned map, its course turned with it.
std::vector<QRectF> turnedBoxesOf(const LabelLayout::Shown& shown, const app::Camera& camera)
{
    app::LabelShape shape = shown.name->shape;
    if (shown.name->river) {
        shape = app::shapeAlong(*shown.name, *app::courseUnder(*shown.name, camera));
    }
    std::vector<QRectF> boxes;
    for (const QRectF& box : shape.all()) {
        boxes.push_back(box.translated(shown.at));
    }
    return boxes;
}

} // namespace

TEST_CASE("On a turned map no names overlap, none hides a symbol, and most are still there")
{
    LabelLayout layout;
    const app::Scene scene = sceneWithSites(MapLanguage::both);
    layout.update(scene);
    for (const double bearing : {30.0, 90.0, 200.0}) {
        for (double zoom = 2.3; zoom < 13; zoom += 0.93) {
            app::Camera camera = cameraAt(40.5, 36.2, zoom);
            const std::size_t north = layout.shown(camera).size();
            camera.bearingDeg = bearing;
            const auto shown = layout.shown(camera);
            int overlaps = 0;
            for (std::size_t i = 0; i < shown.size(); ++i) {
                for (std::size_t j = 0; j < i; ++j) {
                    for (const QRectF& a : turnedBoxesOf(shown[i], camera)) {
                        for (const QRectF& b : turnedBoxesOf(shown[j], camera)) {
                            overlaps += a.intersects(b) ? 1 : 0;
                        }
                    }
                }
                const QPointF symbol = camera.toPixel(core::toMercator({41.16003, 37.04723}));
                for (const QRectF& box : turnedBoxesOf(shown[i], camera)) {
                    CHECK_FALSE(box.contains(symbol));
                }
            }
            CHECK(overlaps == 0);
            CHECK(shown.size() * 2 >= (north > 12 ? north : 0));
        }
    }
}

TEST_CASE("Panning a turned map brings and takes no name that stays in view")
{
    LabelLayout layout;
    layout.update(sceneWithSites(MapLanguage::english));
    for (const double zoom : {3.2, 7.0, 10.1}) {
        app::Camera start = cameraAt(40, 36, zoom);
        start.bearingDeg = 52;
        const auto idsOf = [&](const app::Camera& camera, const QRectF& frame) {
            std::set<const app::PlacedName*> names;
            for (const LabelLayout::Shown& one : layout.shown(camera)) {
                const auto boxes = turnedBoxesOf(one, camera);
                if (std::ranges::all_of(boxes,
                                        [&](const QRectF& b) { return frame.contains(b); })) {
                    names.insert(one.name);
                }
            }
            return names;
        };
        for (const QPointF step : {QPointF(37, -11), QPointF(-211, 150), QPointF(404, 303)}) {
            app::Camera moved = start;
            const QPointF way = start.toGround(step) / start.pixelsPerUnit();
            moved.x += way.x();
            moved.y += way.y();
            const QRectF picture(QPointF(0, 0), start.size);
            const QRectF common = picture & picture.translated(step);
            const auto before = idsOf(start, common);
            CHECK(before == idsOf(moved, common.translated(-step)));
            CHECK_FALSE(before.empty());
        }
    }
}

TEST_CASE("Names of rivers are read from left to right however the map is turned")
{
    LabelLayout layout;
    layout.update(sceneWithSites(MapLanguage::both));
    std::size_t rivers = 0;
    for (double bearing = 15; bearing < 360; bearing += 30) {
        app::Camera camera = cameraAt(40.5, 35.4, 8.2);
        camera.bearingDeg = bearing;
        for (const auto& one : layout.shown(camera)) {
            if (one.name->river) {
                const auto course = app::courseUnder(*one.name, camera);
                REQUIRE(course);
                CHECK((course->back() - course->front()).x() > 0);
                // It is the river's own course: each of its points lies on the one with north up,
                // turned.
                const auto north = app::courseUnder(*one.name, camera.zoom);
                const QPointF first = camera.toPicture(north->front());
                CHECK(std::min(QLineF(first, course->front()).length(),
                               QLineF(first, course->back()).length()) < 1e-6);
                ++rivers;
            }
        }
    }
    CHECK(rivers > 12);
}

TEST_CASE("A town under a symbol keeps its name, beyond the symbol; its dot comes when it is free")
{
    app::Scene scene;
    scene.basemap = basemap();
    scene.window = {0, 1};
    const auto town = std::ranges::find_if(scene.basemap->labels, [](const auto& label) {
        return label.name == QStringLiteral("Al-Hasakah") && app::dotRadius(label.kind) > 0;
    });
    REQUIRE(town != scene.basemap->labels.end());
    core::LonLat beside = core::toLonLat(town->at);
    beside.lonDeg += 0.01; // two pixels at zoom 8
    scene.layers.push_back(
        {test::mapLayerOf("sites", {{beside, "", "", {{"name", ""}, {"status", "active"}}}}), true,
         0});
    LabelLayout layout;
    layout.update(scene);
    const auto nameAt = [&](double zoom) -> const app::PlacedName* {
        const app::Camera camera = cameraAt(beside.lonDeg, beside.latDeg, zoom);
        for (const auto& one : layout.shown(camera)) {
            if (one.name->at == town->at) {
                const QPointF symbol = camera.toPixel(core::toMercator(beside));
                const QRectF marked(symbol - QPointF(9, 9), QSizeF(18, 18));
                CHECK_FALSE(boxesOf(one)[0].intersects(marked));
                return one.name;
            }
        }
        return nullptr;
    };
    const app::PlacedName* name = nameAt(8);
    REQUIRE(name);
    CHECK(name->dotFrom > 8);
    CHECK(nameAt(13) == name);
    CHECK(name->dotFrom < 13);
}
