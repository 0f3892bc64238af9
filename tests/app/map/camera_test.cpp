// SPDX-License-Identifier: Apache-2.0
#include "app/map/camera.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <QTransform>

#include <cmath>
#include <numbers>

using namespace masar;
using Catch::Approx;

TEST_CASE("A pixel's place lies at that pixel again")
{
    app::Camera camera;
    camera.setCentre({40.5, 36.7});
    camera.zoom = 8.37;
    camera.size = {1280, 800};
    for (const QPointF pixel : {QPointF(0, 0), QPointF(640, 400), QPointF(1279, 3)}) {
        const QPointF back = camera.toPixel(core::toMercator(camera.placeAt(pixel)));
        CHECK(back.x() == Approx(pixel.x()).margin(0.01));
        CHECK(back.y() == Approx(pixel.y()).margin(0.01));
    }
}

TEST_CASE("The world is 256 pixels wide at zoom 0, as Qt Location has it")
{
    app::Camera camera;
    camera.zoom = 0;
    CHECK(camera.pixelsPerUnit() * core::kMercatorWorld == Approx(256));
    camera.zoom = 3;
    CHECK(camera.view().width() / core::kMercatorWorld == Approx(1280.0 / 2048));
}

TEST_CASE("A fitted box lies whole inside the margin and touches it on one side")
{
    core::MercatorBox box;
    box.add(core::toMercator({38.0, 33.0}));
    box.add(core::toMercator({43.0, 37.5}));
    const app::Camera camera = app::cameraFor(box, {1280, 800}, 1, 50);
    const QPointF topLeft = camera.toPixel({box.minX, box.minY});
    const QPointF bottomRight = camera.toPixel({box.maxX, box.maxY});
    CHECK(topLeft.x() >= 50 - 1e-6);
    CHECK(bottomRight.x() <= 1230 + 1e-6);
    CHECK(topLeft.y() == Approx(50));
    CHECK(bottomRight.y() == Approx(750));
}

TEST_CASE("A single point is fitted no nearer than the limit")
{
    core::MercatorBox box;
    box.add(core::toMercator({38.0, 33.0}));
    CHECK(app::cameraFor(box, {1280, 800}, 1, 50, 12).zoom == 12);
}

TEST_CASE("A camera beyond the antimeridian still names longitudes of this world")
{
    app::Camera camera;
    camera.x = core::kMercatorWorld * 1.25; // 90 W, one world on
    CHECK(camera.centre().lonDeg == Approx(-90).margin(1e-6));
}

TEST_CASE("A turned camera shows what Qt turns the other way about the middle of the picture")
{
    app::Camera north;
    north.setCentre({40.5, 36.7});
    north.zoom = 8.37;
    north.size = {1280, 800};
    for (const double bearing : {0.0, 17.0, 90.0, 133.3, 180.0, 270.0, 359.5}) {
        app::Camera camera = north;
        camera.bearingDeg = bearing;
        const QTransform turn =
            QTransform().translate(640, 400).rotate(-bearing).translate(-640, -400);
        for (const QPointF pixel :
             {QPointF(0, 0), QPointF(640, 400), QPointF(1279, 3), QPointF(100, 790)}) {
            const core::MercatorPoint place = core::toMercator(camera.placeAt(pixel));
            const QPointF back = camera.toPixel(place);
            CHECK(back.x() == Approx(pixel.x()).margin(0.01));
            CHECK(back.y() == Approx(pixel.y()).margin(0.01));
            const QPointF expected = turn.map(north.toPixel(place));
            CHECK(expected.x() == Approx(pixel.x()).margin(0.01));
            CHECK(expected.y() == Approx(pixel.y()).margin(0.01));
        }
    }
}

TEST_CASE("The direction that the bearing names is up")
{
    app::Camera camera;
    camera.setCentre({40, 36});
    camera.bearingDeg = 90;
    const QPointF east = camera.toPixel(core::toMercator({41, 36}));
    CHECK(east.x() == Approx(640).margin(0.01));
    CHECK(east.y() < 400);
}

TEST_CASE("The view of a turned camera is the box around its corners, and all of it is seen")
{
    app::Camera camera;
    camera.setCentre({40, 36});
    camera.zoom = 7;
    for (const double bearing : {0.0, 30.0, 90.0, 211.0}) {
        camera.bearingDeg = bearing;
        const QRectF view = camera.view();
        double left = 1e300, right = -1e300, top = 1e300, bottom = -1e300;
        for (const QPointF corner :
             {QPointF(0, 0), QPointF(1280, 0), QPointF(0, 800), QPointF(1280, 800)}) {
            const core::MercatorPoint place = core::toMercator(camera.placeAt(corner));
            left = std::min(left, double(place.x));
            right = std::max(right, double(place.x));
            top = std::min(top, double(place.y));
            bottom = std::max(bottom, double(place.y));
            CHECK(camera.sees(QRectF(place.x, place.y, 1, 1), 0.1));
        }
        const double unit = 1 / camera.pixelsPerUnit() / 100;
        CHECK(view.left() == Approx(left).margin(unit));
        CHECK(view.right() == Approx(right).margin(unit));
        CHECK(view.top() == Approx(top).margin(unit));
        CHECK(view.bottom() == Approx(bottom).margin(unit));
    }
    // A corner of the view that the turned picture leaves out.
    camera.bearingDeg = 30;
    CHECK_FALSE(camera.sees(QRectF(camera.view().topLeft(), QSizeF(1, 1))));
    CHECK(camera.sees(QRectF(camera.view().topLeft(), QSizeF(1, 1)), 600));
}

TEST_CASE("A box fitted under a bearing lies whole inside the margin, its corners touching it")
{
    core::MercatorBox box;
    box.add(core::toMercator({38.0, 33.0}));
    box.add(core::toMercator({43.0, 37.5}));
    for (const double bearing : {45.0, 90.0, 200.0}) {
        const app::Camera camera = app::cameraFor(box, {1280, 800}, 1, 50, 12, bearing);
        double least = 1e9;
        for (const core::MercatorPoint corner : {core::MercatorPoint{box.minX, box.minY},
                                                 {box.maxX, box.minY},
                                                 {box.minX, box.maxY},
                                                 {box.maxX, box.maxY}}) {
            const QPointF at = camera.toPixel(corner);
            least = std::min({least, at.x(), at.y(), 1280 - at.x(), 800 - at.y()});
        }
        CHECK(least == Approx(50).margin(0.01));
    }
}

TEST_CASE("Bearings are kept from 0 to 360")
{
    CHECK(app::wrappedBearing(360) == 0);
    CHECK(app::wrappedBearing(-90) == 270);
    CHECK(app::wrappedBearing(725) == 5);
    CHECK(app::wrappedBearing(-1e-20) == 0);
}
