// SPDX-License-Identifier: Apache-2.0
#include "app/models/scale_bar.hpp"

#include "core/crs/geodesic.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <cmath>

using namespace masar;
using Catch::Approx;

TEST_CASE("A scale bar is the longest round length that fits")
{
    for (double metresPerPixel = 0.05; metresPerPixel < 200'000; metresPerPixel *= 1.37) {
        const app::ScaleLength length =
            app::scaleLength(metresPerPixel, 120, app::LengthUnits::metric);
        CHECK(length.pixels <= 120 + 1e-9);
        CHECK(length.pixels * 2.5 > 120 - 1e-9);
        CHECK(length.pixels * metresPerPixel == Approx(length.metres));
        const double mantissa =
            length.metres / std::pow(10, std::floor(std::log10(length.metres) + 1e-9));
        CHECK((mantissa == Approx(1) || mantissa == Approx(2) || mantissa == Approx(5)));
    }
}

TEST_CASE("The same pixels are fewer metres nearer to a pole")
{
    app::MapCamera camera;
    camera.setSize({1280, 800});
    camera.setZoomLevel(8);
    camera.setCenter({0, 0});
    const double equator = camera.camera().metresPerPixel();
    camera.setCenter({60, 0});
    CHECK(camera.camera().metresPerPixel() == Approx(equator / 2).epsilon(0.001));
}

TEST_CASE("A scale bar is round in the unit it names, metric, imperial or nautical")
{
    for (const app::LengthUnits units :
         {app::LengthUnits::metric, app::LengthUnits::imperial, app::LengthUnits::nautical}) {
        for (double metresPerPixel = 0.05; metresPerPixel < 200'000; metresPerPixel *= 1.37) {
            const app::ScaleLength length = app::scaleLength(metresPerPixel, 120, units);
            CHECK(length.pixels <= 120 + 1e-9);
            CHECK(length.pixels * 6 > 120); // a mile that does not fit leaves 2,000 feet
            const double value =
                length.metres / app::unitFor(length.metres * (1 + 1e-9), units).metres;
            const double mantissa = value / std::pow(10, std::floor(std::log10(value) + 1e-9));
            CHECK((mantissa == Approx(1) || mantissa == Approx(2) || mantissa == Approx(5)));
        }
    }
}

TEST_CASE("The bar is as long on the ground as it says, at any latitude")
{
    for (const double lat : {0.0, 36.0, 60.0, -75.0}) {
        app::MapCamera camera;
        camera.setSize({1280, 800});
        camera.setZoomLevel(9);
        camera.setCenter({lat, 40});
        app::ScaleBarModel bar;
        bar.setCamera(&camera);
        const double half = bar.pixels() / 2;
        const double metres = core::geodesicBetween(camera.camera().placeAt({640 - half, 400}),
                                                    camera.camera().placeAt({640 + half, 400}))
                                  .metres;
        INFO(lat << ": " << bar.text().toStdString());
        CHECK(metres ==
              Approx(bar.text().section(QLatin1Char(' '), 0, 0).toDouble() * 1000).epsilon(0.004));
    }
}

TEST_CASE("Nonsense has no scale")
{
    CHECK(app::scaleLength(0, 120, app::LengthUnits::metric).pixels == 0);
    CHECK(app::scaleLength(std::nan(""), 120, app::LengthUnits::metric).pixels == 0);
}
