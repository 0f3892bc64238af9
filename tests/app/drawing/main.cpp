// SPDX-License-Identifier: Apache-2.0
// Runs the drawing tests on a private display, so that the picture is the same on every machine.
#include "app/services/application.hpp"
#include "app/services/headless_display.hpp"

#include <QGuiApplication>

#include <catch2/catch_session.hpp>

#include <cstdio>

int main(int argc, char** argv)
{
    auto display = masar::app::HeadlessDisplay::start({640, 480});
    if (!display) {
        std::fprintf(stderr, "%s\n", display.error().detail.c_str());
        return 1;
    }
    qputenv("LIBGL_ALWAYS_SOFTWARE", "1");
    masar::app::prepareGraphics();
    const QGuiApplication application(argc, argv);
    masar::app::prepareApplication();
    return Catch::Session().run(argc, argv);
}
