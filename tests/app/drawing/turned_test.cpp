// SPDX-License-Identifier: Apache-2.0
// The map with something else than north up, against the same map with north up.
#include "app/map/basemap.hpp"
#include "app/map/fonts.hpp"
#include "app/map/map_canvas.hpp"
#include "app/map/map_theme.hpp"
#include "tests/app/drawing/scenes.hpp"

#include <catch2/catch_test_macros.hpp>

#include <QPainter>
#include <QTransform>

#include <cmath>

using namespace masar;
using namespace masar::test;

namespace {

/// The part of pixels that differ by more than a little.
double differing(const QImage& a, const QImage& b)
{
    REQUIRE(a.size() == b.size());
    int off = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            off += !alike(a.pixelColor(x, y), b.pixelColor(x, y), 12);
        }
    }
    return static_cast<double>(off) / (a.width() * a.height());
}

app::Scene namelessBasemap()
{
    REQUIRE(app::loadFonts().isEmpty());
    const auto file = app::loadBasemap(QStringLiteral(MASAR_BASEMAP_FILE));
    if (!file) {
        SKIP("no basemap was built: " MASAR_BASEMAP_FILE);
    }
    const auto basemap = std::const_pointer_cast<app::Basemap>(*file);
    basemap->labels.clear();
    basemap->rivers.clear();
    app::Scene scene;
    scene.basemap = basemap;
    scene.graticule = std::nullopt;
    return scene;
}

} // namespace

TEST_CASE("A turned map is the map with north up, turned")
{
    const app::Scene scene = namelessBasemap();
    for (const double zoom : {3.0, 8.0}) {
        app::Camera camera = testCamera({480, 480}, zoom);
        const QImage north = drawn(scene, camera);
        for (const double bearing : {90.0, 180.0, 270.0}) {
            camera.bearingDeg = bearing;
            // What is up is so far clockwise from north: the map goes the other way.
            const QImage expected = north.transformed(QTransform().rotate(-bearing));
            CHECK(differing(drawn(scene, camera), expected) < 0.01);
        }
        // A test that cannot fail would pass this too.
        CHECK(differing(drawn(scene, camera), north) > 0.05);
    }
}

TEST_CASE("Everything in view of a turned map is drawn, into its corners")
{
    const app::Scene scene = namelessBasemap();
    app::Camera camera = testCamera({600, 300}, 8.4);
    app::Camera wide = testCamera({700, 700}, 8.4);
    const QImage north = drawn(scene, wide);
    for (const double bearing : {37.0, 141.0, 305.0}) {
        camera.bearingDeg = bearing;
        QImage expected(600, 300, QImage::Format_RGB32);
        QPainter painter(&expected);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.translate(300, 150);
        painter.rotate(-bearing);
        painter.drawImage(QPointF(-350, -350), north);
        painter.end();
        // Lines are drawn anew, not turned as pixels: their edges differ.
        CHECK(differing(drawn(scene, camera), expected) < 0.12);
    }
}

TEST_CASE("Symbols stay upright on a turned map, where the camera says")
{
    const core::Span always{core::kOpenPast, core::kOpenPast, core::kOpenFuture, core::kOpenFuture};
    app::Camera camera = testCamera({200, 200}, 8);
    const app::Scene scene = sceneOf(
        testLayer({{core::PartKind::point, {{150, 60}}, always, {{"status", "vacated"}}}}, camera),
        {0, 1});
    const core::MercatorPoint place = core::toMercator(camera.placeAt({150, 60}));
    const QImage north = drawn(scene, camera);
    const QRect symbol(-14, -14, 28, 28);
    const QImage upright = north.copy(symbol.translated(150, 60));
    for (const double bearing : {90.0, 180.0, 270.0}) {
        camera.bearingDeg = bearing;
        const QPoint at = camera.toPixel(place).toPoint();
        CHECK(QLineF(at, QPointF(150, 60)).length() > 40);
        CHECK(differing(drawn(scene, camera).copy(symbol.translated(at)), upright) < 0.02);
    }
}

TEST_CASE("A pointer finds on a turned map what is drawn under it")
{
    const core::Span always{core::kOpenPast, core::kOpenPast, core::kOpenFuture, core::kOpenFuture};
    app::Camera camera = testCamera({400, 300}, 8);
    app::MapScene scene;
    scene.setLayers({{testLayer({{core::PartKind::point, {{300, 60}}, always, {}},
                                 {core::PartKind::line, {{60, 40}, {60, 260}}, always, {}}},
                                camera),
                      true, 0}});
    scene.setWindow({0, 1});
    const core::MercatorPoint point = core::toMercator(camera.placeAt({300, 60}));
    const core::MercatorPoint onLine = core::toMercator(camera.placeAt({60, 200}));
    app::MapCanvas canvas;
    canvas.setScene(&scene);
    canvas.setSize(camera.size);
    canvas.setZoomLevel(camera.zoom);
    canvas.setCenter({camera.centre().latDeg, camera.centre().lonDeg});
    for (const double bearing : {0.0, 33.0, 90.0, 200.0, 359.0}) {
        canvas.setBearing(bearing);
        camera.bearingDeg = bearing;
        const auto atPoint = canvas.featuresAt(camera.toPixel(point));
        REQUIRE(atPoint.size() == 1);
        CHECK(atPoint[0].row == 0);
        const auto atLine = canvas.featuresAt(camera.toPixel(onLine));
        REQUIRE(atLine.size() == 1);
        CHECK(atLine[0].row == 1);
        CHECK(canvas.featuresAt(camera.toPixel(point) + QPointF(25, 0)).empty());
        // And the way back.
        const QGeoCoordinate place = canvas.toCoordinate({17, 250});
        const QPointF back = canvas.fromCoordinate(place);
        CHECK(std::hypot(back.x() - 17, back.y() - 250) < 0.01);
    }
}
