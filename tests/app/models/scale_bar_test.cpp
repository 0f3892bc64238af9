// SPDX-License-Identifier: Apache-2.0
#include "app/models/scale_bar.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <cmath>

using namespace masar;
using Catch::Approx;

TEST_CASE("A scale bar is the longest round length that fits")
{
    for (double metresPerPixel = 0.05; metresPerPixel < 200'000; metresPerPixel *= 1.37) {
        const app::ScaleLength length = app::scaleLength(metresPerPixel, 120);
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

TEST_CASE("Lengths are written in metres below a kilometre")
{
    CHECK(app::scaleText(200) == QStringLiteral("200 m"));
    CHECK(app::scaleText(0.5) == QStringLiteral("0.5 m"));
    CHECK(app::scaleText(5000) == QStringLiteral("5 km"));
}

TEST_CASE("Nonsense has no scale")
{
    CHECK(app::scaleLength(0, 120).pixels == 0);
    CHECK(app::scaleLength(std::nan(""), 120).pixels == 0);
}
