// SPDX-License-Identifier: Apache-2.0
#include "app/map/graticule.hpp"

#include "app/map/place_text.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <cmath>

using namespace masar;
using app::Camera;
using Catch::Approx;

namespace {

Camera cameraAt(core::LonLat place, double zoom)
{
    Camera camera;
    camera.size = {1280, 800};
    camera.setCentre(place);
    camera.zoom = zoom;
    return camera;
}

} // namespace

TEST_CASE("Meridians stand far enough apart to be read, and never farther than they must")
{
    for (double zoom = 2; zoom < 19; zoom += 0.21) {
        const Camera camera = cameraAt({40, 36}, zoom);
        const double step = app::graticuleStep(camera);
        const double pixels = step / 360 * core::kMercatorWorld * camera.pixelsPerUnit();
        INFO("zoom " << zoom << ", step " << step);
        CHECK(pixels >= 110);
        CHECK(pixels <= 110 * 3.01);
        const double seconds = step * 3600;
        CHECK(seconds == Approx(std::round(seconds)));
    }
}

TEST_CASE(
    "The lines are those of the view, multiples of the step, and none lies beyond the map's poles")
{
    const Camera camera = cameraAt({40, 36}, 6);
    const app::Graticule graticule = app::graticuleOf(camera);
    REQUIRE(graticule.lonsDeg.size() > 2);
    const core::LonLat corner = camera.placeAt({0, 800});
    CHECK(graticule.lonsDeg.front() >= corner.lonDeg);
    CHECK(graticule.lonsDeg.front() < corner.lonDeg + graticule.stepDeg);
    for (const double lon : graticule.lonsDeg) {
        CHECK(std::remainder(lon, graticule.stepDeg) == Approx(0).margin(1e-9));
    }
    for (const double lat : app::graticuleOf(cameraAt({0, 84}, 2)).latsDeg) {
        CHECK(std::abs(lat) <= core::kMercatorMaxLatDeg);
    }
}

TEST_CASE("Across 180 degrees the meridians go on, labelled by the side they lie on")
{
    const Camera camera = cameraAt({179, 0}, 5);
    const auto marks = app::graticuleMarks(camera, QRectF(QPointF(), camera.size), false);
    bool east = false, line = false, west = false;
    double lastX = -1;
    for (const app::GraticuleMark& mark : marks) {
        if (mark.meridian) {
            CHECK(mark.at.x() > lastX);
            lastX = mark.at.x();
            east = east || (mark.degrees > 0 && mark.degrees < 180);
            line = line || std::abs(mark.degrees) == 180;
            west = west || (mark.degrees < 0 && mark.degrees > -180);
        }
    }
    CHECK((east && line && west));
}

TEST_CASE("A label stands where its line meets the edge that nothing covers")
{
    const Camera camera = cameraAt({40, 36}, 7);
    const QRectF free(280, 0, 600, 700);
    for (const app::GraticuleMark& mark : app::graticuleMarks(camera, free, false)) {
        const core::LonLat place = camera.placeAt(mark.at);
        CHECK((mark.meridian ? place.lonDeg : place.latDeg) == Approx(mark.degrees).margin(0.01));
        CHECK((mark.meridian ? mark.at.y() == 0 : mark.at.x() == free.right()));
        CHECK(free.adjusted(-1, -1, 1, 1).contains(mark.at));
    }
}

TEST_CASE("Degrees are as short as their step allows, in the digits of the reader")
{
    using enum core::CoordinateFormat;
    const QLocale english = QLocale::c();
    CHECK(app::degreesText(36, false, 1, degreesMinutesSeconds, english) == QStringLiteral("36°N"));
    CHECK(app::degreesText(-36.5, false, 0.5, degreesMinutesSeconds, english) ==
          QStringLiteral("36°30′S"));
    CHECK(app::degreesText(40.5 + 1.0 / 360, true, 1.0 / 360, degreesMinutesSeconds, english) ==
          QStringLiteral("40°30′10″E"));
    CHECK(app::degreesText(40.5, true, 0.5, decimal, english) == QStringLiteral("40.5°E"));
    CHECK(app::degreesText(41, true, 0.5, decimal, english) == QStringLiteral("41°E"));
    CHECK(app::degreesText(1.0 / 12, true, 1.0 / 12, decimal, english) ==
          QStringLiteral("0.083°E"));
    CHECK(app::degreesText(0, false, 10, decimal, english) == QStringLiteral("0°"));
    CHECK(app::degreesText(-180, true, 10, decimal, english) == QStringLiteral("180°"));
    const QLocale arabic(QLocale::Arabic, QLocale::Egypt);
    CHECK(app::degreesText(36.5, false, 0.5, degreesMinutesSeconds, arabic) ==
          QStringLiteral("٣٦°٣٠′ش"));
}

TEST_CASE("A place is written for the reader; references of a grid are alike everywhere")
{
    const core::LonLat place{40.51196, 36.70624};
    const QLocale arabic(QLocale::Arabic, QLocale::Egypt);
    CHECK(app::placeText(place, core::CoordinateFormat::decimal, QLocale::c()) ==
          QStringLiteral("36.70624 N, 40.51196 E"));
    CHECK(app::placeText(place, core::CoordinateFormat::decimal, arabic) ==
          QStringLiteral("٣٦٫٧٠٦٢٤ ش، ٤٠٫٥١١٩٦ ق"));
    CHECK(app::placeText(place, core::CoordinateFormat::mgrs, arabic) ==
          QStringLiteral("37SFA 35048 63350"));
}

TEST_CASE("On a turned map labels still stand where their lines meet the edge")
{
    Camera camera = cameraAt({40, 36}, 7);
    const QRectF free(280, 0, 600, 700);
    for (const double bearing : {20.0, 70.0, 90.0, 160.0, 250.0}) {
        camera.bearingDeg = bearing;
        const auto marks = app::graticuleMarks(camera, free, true);
        CHECK(marks.size() > 4);
        for (const app::GraticuleMark& mark : marks) {
            const core::LonLat place = camera.placeAt(mark.at);
            CHECK((mark.meridian ? place.lonDeg : place.latDeg) ==
                  Approx(mark.degrees).margin(0.01));
            CHECK((mark.above ? mark.at.y() == 0 : mark.at.x() == free.left()));
            CHECK(free.adjusted(-1, -1, 1, 1).contains(mark.at));
        }
        // East is up or down: the meridians lie across.
        const bool across = bearing == 70 || bearing == 90 || bearing == 250;
        for (const app::GraticuleMark& mark : marks) {
            CHECK((mark.meridian == across) == !mark.above);
        }
    }
}
