// SPDX-License-Identifier: Apache-2.0
#include "app/map/map_theme.hpp"
#include "core/crs/geodesic.hpp"
#include "tests/app/drawing/scenes.hpp"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <cmath>

using namespace masar;
using namespace masar::test;
using core::kOpenFuture;
using core::kOpenPast;

namespace {

constexpr core::Instant kDay = 86'400;

/// Whether two colours are the same but for rounding.
/// Pixels of a colour in a square around a place.
int pixelsOf(const QImage& picture, QColor colour, QPoint at, int radius)
{
    int count = 0;
    for (int y = at.y() - radius; y <= at.y() + radius; ++y) {
        for (int x = at.x() - radius; x <= at.x() + radius; ++x) {
            if (picture.valid(x, y) && alike(picture.pixelColor(x, y), colour, 12)) {
                ++count;
            }
        }
    }
    return count;
}

} // namespace

TEST_CASE("The shader decides certain, possible and absent as core does")
{
    // Every order of the four bounds around the window, and the open ends.
    const std::array<core::Instant, 7> days{kOpenPast, 0,         10 * kDay,  20 * kDay,
                                            30 * kDay, 40 * kDay, kOpenFuture};
    std::vector<core::Span> spans;
    for (const core::Instant beginMin : days) {
        for (const core::Instant beginMax : days) {
            for (const core::Instant endMin : days) {
                for (const core::Instant endMax : days) {
                    if (beginMin <= beginMax && endMin <= endMax && beginMin < endMax &&
                        beginMin <= endMin && beginMax <= endMax) {
                        spans.push_back({beginMin, beginMax, endMin, endMax});
                    }
                }
            }
        }
    }
    REQUIRE(spans.size() > 100);
    constexpr int step = 14;
    constexpr int columns = 30;
    const app::Camera camera =
        testCamera({columns * step, (static_cast<int>(spans.size()) / columns + 1) * step});
    std::vector<TestFeature> features;
    const auto placeOf = [&](std::size_t i) {
        return QPoint(static_cast<int>(i) % columns * step + step / 2,
                      static_cast<int>(i) / columns * step + step / 2);
    };
    for (std::size_t i = 0; i < spans.size(); ++i) {
        features.push_back(
            {core::PartKind::point, {QPointF(placeOf(i)) + QPointF(0.5, 0.5)}, spans[i], {}});
    }
    const app::MapLayerPtr layer = testLayer(features, camera);
    const QColor colour = app::layerColour(0, false);
    const QColor background = app::mapTheme(false).sea;

    for (const core::Window window :
         {core::Window{20 * kDay, 21 * kDay}, core::Window{20 * kDay - 1, 20 * kDay},
          core::Window{5 * kDay, 35 * kDay}, core::Window{10 * kDay, 10 * kDay + 1},
          core::Window{50 * kDay, 51 * kDay}}) {
        const QImage picture = drawn(sceneOf(layer, window), camera);
        int wrong = 0;
        for (std::size_t i = 0; i < spans.size(); ++i) {
            const bool centre = alike(picture.pixelColor(placeOf(i)), colour, 12);
            const bool empty = pixelsOf(picture, background, placeOf(i), 5) == 11 * 11;
            const bool hollow = alike(picture.pixelColor(placeOf(i)), background) && !empty;
            switch (core::presence(spans[i], window)) {
            case core::Presence::certain:
                wrong += !centre; // solid
                break;
            case core::Presence::possible:
                wrong += !hollow;
                break;
            case core::Presence::absent:
                wrong += !empty;
                break;
            }
        }
        CHECK(wrong == 0);
    }
}

TEST_CASE("Undated features are drawn or left out as asked, at any moment")
{
    const app::Camera camera = testCamera({100, 100});
    app::Scene scene =
        sceneOf(testLayer({{core::PartKind::point, {{50.5, 50.5}}, {}, {}}}, camera), {0, 1});
    const QColor colour = app::layerColour(0, false);
    CHECK(alike(drawn(scene, camera).pixelColor(50, 50), colour, 12));
    scene.showUndated = false;
    CHECK(pixelsOf(drawn(scene, camera), colour, {50, 50}, 10) == 0);
}

TEST_CASE("A point stays where it is from the whole world to the last zoom")
{
    for (const double zoom : {2.0, 6.37, 12.0, 19.0, 22.0}) {
        for (const core::LonLat place :
             {core::LonLat{40.511955, 36.706242}, {-179.9999, -60.123456}, {0, 0}}) {
            const app::Camera camera = testCamera({201, 201}, zoom, place);
            const app::MapLayerPtr layer =
                testLayer({{core::PartKind::point, {{100.5, 100.5}}, {}, {}}}, camera);
            const QImage picture = drawn(sceneOf(layer, {0, 1}), camera);
            INFO(zoom << " at " << place.lonDeg);
            CHECK(alike(picture.pixelColor(100, 100), app::layerColour(0, false), 12));
            CHECK(pixelsOf(picture, app::layerColour(0, false), {100, 100}, 2) == 25);
        }
    }
}

TEST_CASE("What lies on both sides of the antimeridian is drawn side by side")
{
    const app::Camera camera = testCamera({400, 100}, 6, {180, 10});
    std::vector<TestFeature> features;
    for (const double x : {150.5, 250.5}) {
        features.push_back({core::PartKind::point, {{x, 50.5}}, {}, {}});
    }
    const QImage picture = drawn(sceneOf(testLayer(features, camera), {0, 1}), camera);
    CHECK(alike(picture.pixelColor(150, 50), app::layerColour(0, false), 12));
    CHECK(alike(picture.pixelColor(250, 50), app::layerColour(0, false), 12));
    CHECK(pixelsOf(picture, app::layerColour(0, false), {200, 50}, 30) == 0);
}

TEST_CASE("A small world is repeated to both sides, and a polygon across it leaves no streak")
{
    const app::Camera camera = testCamera({1200, 300}, 1, {0, 0});
    const std::vector<TestFeature> features{
        {core::PartKind::outerRing, {{400, 100}, {500, 100}, {500, 200}, {400, 200}}, {}, {}}};
    const QImage picture = drawn(sceneOf(testLayer(features, camera), {0, 1}), camera);
    const QColor inside = picture.pixelColor(450, 150);
    CHECK_FALSE(alike(inside, app::mapTheme(false).sea));
    CHECK(alike(picture.pixelColor(962, 150), inside)); // one world of 512 pixels to the east
    CHECK(alike(picture.pixelColor(600, 150), app::mapTheme(false).sea));
    CHECK(alike(picture.pixelColor(700, 150), app::mapTheme(false).sea));
}

TEST_CASE("An area that is only possible is hatched, a certain one is even")
{
    const app::Camera camera = testCamera({120, 120});
    const auto picture = [&](core::Span span) {
        const std::vector<TestFeature> features{
            {core::PartKind::outerRing, {{10, 10}, {110, 10}, {110, 110}, {10, 110}}, span, {}}};
        return drawn(sceneOf(testLayer(features, camera), {5 * kDay, 6 * kDay}), camera);
    };
    const auto shades = [](const QImage& image) {
        QList<QRgb> found;
        for (int x = 40; x < 80; ++x) {
            if (!found.contains(image.pixel(x, 60))) {
                found << image.pixel(x, 60);
            }
        }
        return found.size();
    };
    CHECK(shades(picture({0, 0, 10 * kDay, 10 * kDay})) == 1);
    CHECK(shades(picture({0, 8 * kDay, 10 * kDay, 10 * kDay})) > 1);
}

TEST_CASE("An inferred line is dashed, a stated one is not")
{
    const app::Camera camera = testCamera({200, 60});
    const auto covered = [&](const char* basis) {
        const std::vector<TestFeature> features{{core::PartKind::line,
                                                 {{10, 30.5}, {190, 30.5}},
                                                 {},
                                                 {{"status", "convoy"}, {"basis", basis}}}};
        const QImage picture = drawn(sceneOf(testLayer(features, camera), {0, 1}), camera);
        int count = 0;
        for (int x = 20; x < 180; ++x) {
            count += alike(picture.pixelColor(x, 30), app::mapTheme(false).status[7], 20) ? 1 : 0;
        }
        return count;
    };
    CHECK(covered("stated") == 160);
    CHECK(covered("inferred") > 60);
    CHECK(covered("inferred") < 130);
}

TEST_CASE("The ring of a place's precision has its true radius on the ground, at any latitude")
{
    constexpr double metres = 20'000;
    for (const double lat : {33.0, 60.0, -45.0}) {
        const core::LonLat centre{40, lat};
        const app::Camera camera = testCamera({401, 401}, 9, centre);
        const std::vector<TestFeature> features{
            {core::PartKind::point,
             {{200.5, 200.5}},
             {},
             {{"status", "reference"}, {"precision_m", std::to_string(metres)}}}};
        const QImage picture = drawn(sceneOf(testLayer(features, camera), {0, 1}), camera);
        const QColor colour =
            app::mapTheme(false).status[app::paletteIndex(app::Status::reference)];
        QRect ring;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                const bool far = std::hypot(x - 200, y - 200) > 20;
                if (far && alike(picture.pixelColor(x, y), colour, 90)) {
                    ring |= QRect(x, y, 1, 1);
                }
            }
        }
        // Where PROJ's geodesics of that length end.
        const auto end = [&](double azimuth) {
            return camera.toPixel(core::toMercator(core::geodesicFrom(centre, azimuth, metres)));
        };
        INFO(lat);
        CHECK(std::abs(ring.right() - end(90).x()) < 2);
        CHECK(std::abs(ring.left() - end(270).x()) < 2);
        CHECK(std::abs(ring.top() - end(0).y()) < 2);
        CHECK(std::abs(ring.bottom() - end(180).y()) < 2);
    }
}

TEST_CASE("A symbol fades where its place is not known so near, and not else")
{
    const app::Camera camera = testCamera({101, 101}, 9);
    const auto centre = [&](const char* precision) {
        const std::vector<TestFeature> features{
            {core::PartKind::point,
             {{50.5, 50.5}},
             {},
             {{"status", "vacated"}, {"precision_m", precision}}}};
        const QImage picture = drawn(sceneOf(testLayer(features, camera), {0, 1}), camera);
        int darkest = 255;
        for (int x = 38; x < 63; ++x) {
            darkest = std::min(darkest, qGray(picture.pixel(x, 50)));
        }
        return darkest;
    };
    CHECK(centre("200") < 150);
    CHECK(centre("30000") > centre("200") + 25);
}

TEST_CASE("The same scene makes the same picture twice, at scale 1 and 2")
{
    for (const double ratio : {1.0, 2.0}) {
        app::Camera camera = testCamera({150, 100});
        camera.pixelRatio = ratio;
        const std::vector<TestFeature> features{
            {core::PartKind::point,
             {{50, 50}},
             {},
             {{"status", "active"}, {"name", "Qasrak قسرك"}}},
            {core::PartKind::line, {{0, 0}, {150, 100}}, {}, {{"status", "convoy"}}}};
        const app::Scene scene = sceneOf(testLayer(features, camera), {0, 1});
        const QImage picture = drawn(scene, camera);
        CHECK(picture.size() == QSize(150, 100) * ratio);
        CHECK(picture == drawn(scene, camera));
    }
}

TEST_CASE("A picture larger than the graphics can do is refused in words")
{
    auto painter = app::PicturePainter::create();
    REQUIRE(painter);
    const app::Camera camera = testCamera({1'000'000, 10});
    const auto picture = painter->paint({}, camera);
    REQUIRE_FALSE(picture);
    CHECK(picture.error().detail.contains("1000000x10"));
}

TEST_CASE("A measured area is tinted lightly, one that is open or reaches over 180 degrees is not")
{
    const app::Camera camera = testCamera({200, 200});
    app::Scene scene;
    const auto at = [&](double x, double y) { return core::toMercator(camera.placeAt({x, y})); };
    scene.ruler.line = {at(40, 40), at(160, 40), at(100, 160), at(40, 40)};
    const QColor sea = app::mapTheme(false).sea;
    CHECK(alike(drawn(scene, camera).pixelColor(100, 80), sea));
    scene.ruler.area = scene.ruler.line;
    const QImage picture = drawn(scene, camera);
    const QColor inside = picture.pixelColor(100, 80);
    CHECK_FALSE(alike(inside, sea, 8));
    CHECK(alike(inside, sea, 40)); // the map shows through
    CHECK(alike(picture.pixelColor(40, 120), sea));
    app::Camera far = testCamera({200, 200}, 2, {180, 0});
    scene.ruler.area = {core::toMercator({170, -10}), core::toMercator({-170, -10}),
                        core::toMercator({-170, 10}), core::toMercator({170, 10})};
    scene.ruler.line.clear();
    CHECK(alike(drawn(scene, far).pixelColor(100, 100), sea));
}
