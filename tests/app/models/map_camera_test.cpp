// SPDX-License-Identifier: Apache-2.0
#include "app/models/map_camera.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace masar;
using app::MapCamera;
using Catch::Approx;

namespace {

/// Lets what is under way come to rest.
void settle(MapCamera& camera)
{
    for (int frame = 0; frame < 1000 && camera.moving(); ++frame) {
        camera.advanceBy(1.0 / 60);
    }
    REQUIRE_FALSE(camera.moving());
}

MapCamera& prepared(MapCamera& camera)
{
    camera.setSize({1280, 800});
    camera.setZoomLevel(7);
    camera.setCenter({35.5, 40.0});
    return camera;
}

} // namespace

TEST_CASE("Panning moves what is under the pointer with the pointer")
{
    MapCamera camera;
    prepared(camera);
    const core::MercatorPoint place = core::toMercator(camera.camera().placeAt({500, 300}));
    camera.pan({120, -45});
    const QPointF now = camera.camera().toPixel(place);
    CHECK(now.x() == Approx(620).margin(0.01));
    CHECK(now.y() == Approx(255).margin(0.01));
}

TEST_CASE("A wheel zooms about the pointer: the place under it stays there all the way")
{
    MapCamera camera;
    prepared(camera);
    const QPointF at(900, 200);
    const core::MercatorPoint place = core::toMercator(camera.camera().placeAt(at));
    camera.wheel(120, at);
    for (int frame = 0; frame < 60 && camera.moving(); ++frame) {
        camera.advanceBy(1.0 / 60);
        const QPointF now = camera.camera().toPixel(place);
        REQUIRE(now.x() == Approx(at.x()).margin(0.05));
        REQUIRE(now.y() == Approx(at.y()).margin(0.05));
    }
    CHECK(camera.zoomLevel() == Approx(7.5));
}

TEST_CASE("Notches that come faster than the zoom add up")
{
    MapCamera camera;
    prepared(camera);
    camera.wheel(120, {640, 400});
    camera.wheel(120, {640, 400});
    camera.wheel(-120, {640, 400});
    settle(camera);
    CHECK(camera.zoomLevel() == Approx(7.5));
}

TEST_CASE("The view never leaves the world, and zoom keeps its limits")
{
    MapCamera camera;
    prepared(camera);
    for (int i = 0; i < 60; ++i) {
        camera.zoomIn();
    }
    settle(camera);
    CHECK(camera.zoomLevel() == MapCamera::maxZoom);
    CHECK_FALSE(camera.canZoomIn());
    for (int i = 0; i < 60; ++i) {
        camera.zoomOut();
    }
    settle(camera);
    CHECK(camera.zoomLevel() >= MapCamera::minZoom);
    CHECK_FALSE(camera.canZoomOut());
    camera.pan({0, 100'000});
    CHECK(camera.camera().view().top() >= -1);
    camera.pan({0, -200'000});
    CHECK(camera.camera().view().bottom() <= core::kMercatorWorld + 1);
}

TEST_CASE("A fit shows the whole box in the part that no pane covers")
{
    MapCamera camera;
    prepared(camera);
    camera.setProperty("coveredLeft", 280.0);
    camera.setProperty("coveredRight", 340.0);
    core::MercatorBox box;
    box.add(core::toMercator({37.9, 33.0}));
    box.add(core::toMercator({42.7, 37.4}));
    camera.fit(box, false);
    const QPointF topLeft = camera.camera().toPixel({box.minX, box.minY});
    const QPointF bottomRight = camera.camera().toPixel({box.maxX, box.maxY});
    CHECK(topLeft.x() >= 280);
    CHECK(bottomRight.x() <= 1280 - 340);
    CHECK(topLeft.y() >= 0);
    CHECK(bottomRight.y() <= 800);
    CHECK((topLeft.x() + bottomRight.x()) / 2 == Approx(280 + (1280 - 620) / 2.0).margin(0.5));
}

TEST_CASE("A flight ends where it was sent")
{
    MapCamera flying;
    MapCamera jumping;
    core::MercatorBox box;
    box.add(core::toMercator({40.4, 36.6}));
    box.add(core::toMercator({40.9, 36.9}));
    prepared(flying).fit(box, true);
    prepared(jumping).fit(box, false);
    settle(flying);
    CHECK(flying.zoomLevel() == Approx(jumping.zoomLevel()));
    CHECK(flying.center().distanceTo(jumping.center()) < 1);
}

TEST_CASE("A throw glides on and comes to rest; a stop is no throw")
{
    MapCamera camera;
    prepared(camera);
    const QGeoCoordinate before = camera.center();
    camera.flick({800, 0});
    settle(camera);
    CHECK(camera.center().longitude() < before.longitude());
    const QGeoCoordinate rest = camera.center();
    camera.flick({10, 5});
    CHECK_FALSE(camera.moving());
    CHECK(camera.center() == rest);
}

TEST_CASE("A box drawn by the user fills the view when it is let go, and a slip does nothing")
{
    MapCamera camera;
    prepared(camera);
    camera.dragBox(true, {100, 100});
    camera.stretchBox({420, 300});
    const core::LonLat middle = camera.camera().placeAt({260, 200});
    camera.dragBox(false, {});
    settle(camera);
    CHECK(camera.zoomLevel() == Approx(9));
    CHECK(camera.center().longitude() == Approx(middle.lonDeg).margin(1e-6));
    camera.dragBox(true, {100, 100});
    camera.stretchBox({103, 102});
    camera.dragBox(false, {});
    CHECK_FALSE(camera.moving());
}

TEST_CASE("Zoom is announced before the centre on the way in, after it on the way out")
{
    MapCamera camera;
    prepared(camera);
    QStringList order;
    QObject::connect(&camera, &MapCamera::centerChanged,
                     [&order] { order << QStringLiteral("centre"); });
    QObject::connect(&camera, &MapCamera::zoomLevelChanged,
                     [&order] { order << QStringLiteral("zoom"); });
    camera.pinch(2, {100, 100});
    CHECK(order == QStringList{"zoom", "centre"});
    order.clear();
    camera.pinch(0.5, {100, 100});
    CHECK(order == QStringList{"centre", "zoom"});
}
