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

TEST_CASE("On a turned map what is under the pointer still follows it, in panning and in zooming")
{
    MapCamera camera;
    prepared(camera).setBearing(70);
    const core::MercatorPoint place = core::toMercator(camera.camera().placeAt({500, 300}));
    camera.pan({120, -45});
    const QPointF moved = camera.camera().toPixel(place);
    CHECK(moved.x() == Approx(620).margin(0.01));
    CHECK(moved.y() == Approx(255).margin(0.01));
    camera.pinch(1.7, moved);
    const QPointF zoomed = camera.camera().toPixel(place);
    CHECK(zoomed.x() == Approx(620).margin(0.05));
    CHECK(zoomed.y() == Approx(255).margin(0.05));
    camera.panStep(1, 0); // the arrow keys go by the picture, not by the compass
    settle(camera);
    CHECK(camera.camera().toPixel(place).x() == Approx(620 - 320).margin(0.1));
    CHECK(camera.camera().toPixel(place).y() == Approx(255).margin(0.1));
}

TEST_CASE("A hand that goes round the middle turns the map with it")
{
    MapCamera camera;
    prepared(camera);
    const core::MercatorPoint place = core::toMercator(camera.camera().placeAt({640, 100}));
    const QGeoCoordinate centre = camera.center();
    camera.setTurning(true, {640, 100});
    camera.turnHeld({800, 150});
    camera.turnHeld({940, 400});
    CHECK(camera.bearing() == Approx(270)); // the top went to the right: west is up
    CHECK(camera.camera().toPixel(place).x() == Approx(940).margin(0.01));
    CHECK(camera.camera().toPixel(place).y() == Approx(400).margin(0.01));
    CHECK(camera.center().distanceTo(centre) < 0.1);
    camera.setTurning(false, {940, 400});
    CHECK_FALSE(camera.moving());
    // What is let go nearly north ends at north.
    camera.setTurning(true, {640, 100});
    camera.setBearing(357);
    camera.setTurning(false, {640, 100});
    settle(camera);
    CHECK(camera.bearing() == 0);
    CHECK_FALSE(camera.turned());
}

TEST_CASE("Fingers turn the map about themselves, once they mean it")
{
    MapCamera camera;
    prepared(camera);
    const QPointF at(300, 600);
    camera.setTurning(true, at);
    camera.twist(5, at);
    CHECK_FALSE(camera.turned());
    const core::MercatorPoint place = core::toMercator(camera.camera().placeAt(at));
    camera.twist(30, at);
    CHECK(camera.bearing() == Approx(330));
    CHECK(camera.camera().toPixel(place).x() == Approx(300).margin(0.01));
    CHECK(camera.camera().toPixel(place).y() == Approx(600).margin(0.01));
}

TEST_CASE("Keys turn in round steps, and north is reached the short way and exactly")
{
    MapCamera camera;
    prepared(camera);
    camera.turnStep(1);
    camera.turnStep(1); // faster than the map turns: they add up
    settle(camera);
    CHECK(camera.bearing() == Approx(30));
    camera.setBearing(307.3);
    camera.turnStep(-1);
    settle(camera);
    CHECK(camera.bearing() == Approx(300));
    double last = camera.bearing();
    camera.turnNorth();
    while (camera.moving()) {
        camera.advanceBy(1.0 / 60);
        const bool clockwise = camera.bearing() > last || camera.bearing() == 0;
        CHECK(clockwise);
        last = camera.bearing();
    }
    CHECK(camera.bearing() == 0);
    // A flight on the way does not stop the turn.
    camera.setBearing(120);
    camera.turnNorth();
    camera.advanceBy(1.0 / 60);
    camera.panStep(0, 1);
    settle(camera);
    CHECK(camera.bearing() == 0);
}

TEST_CASE("A turned view never leaves the world either")
{
    MapCamera camera;
    prepared(camera);
    camera.setZoomLevel(0);
    for (double bearing = 0; bearing < 360; bearing += 29) {
        camera.setBearing(bearing);
        camera.pan({0, 100'000});
        camera.pan({100'000, 0});
        CHECK(camera.camera().view().top() >= -1);
        camera.pan({0, -200'000});
        camera.pan({-200'000, 0});
        CHECK(camera.camera().view().bottom() <= core::kMercatorWorld + 1);
    }
}

TEST_CASE("A fit on a turned map keeps clear of the panes")
{
    MapCamera camera;
    prepared(camera).setBearing(130);
    camera.setProperty("coveredLeft", 280.0);
    camera.setProperty("coveredTop", 56.0);
    core::MercatorBox box;
    box.add(core::toMercator({37.9, 33.0}));
    box.add(core::toMercator({42.7, 37.4}));
    camera.fit(box, false);
    const QRectF free(280, 56, 1000, 744);
    for (const core::MercatorPoint corner : {core::MercatorPoint{box.minX, box.minY},
                                             {box.maxX, box.minY},
                                             {box.minX, box.maxY},
                                             {box.maxX, box.maxY}}) {
        CHECK(free.contains(camera.camera().toPixel(corner)));
    }
}
