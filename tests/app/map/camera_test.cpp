// SPDX-License-Identifier: Apache-2.0
#include "app/map/camera.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

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
