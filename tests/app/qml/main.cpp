// SPDX-License-Identifier: Apache-2.0
// Runs the Qt Quick tests in a real window on a private display: the canvas needs OpenGL.
#include "app/services/application.hpp"
#include "app/services/headless_display.hpp"

#include <QSettings>
#include <QTemporaryDir>
#include <QtQuickTest>

#include <cstdio>

class Setup : public QObject {
    Q_OBJECT

public slots:
    void applicationAvailable() // NOLINT: the name that Qt Quick Test calls
    {
        masar::app::prepareApplication();
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }

private:
    QTemporaryDir m_settings;
};

int main(int argc, char** argv)
{
    auto display = masar::app::HeadlessDisplay::start({1280, 800});
    if (!display) {
        std::fprintf(stderr, "%s\n", display.error().detail.c_str());
        return 1;
    }
    qputenv("LIBGL_ALWAYS_SOFTWARE", "1");
    qputenv("MASAR_DATA_DIR", MASAR_SOURCE_DIR "/data");
    masar::app::prepareGraphics();
    Setup setup;
    return quick_test_main_with_setup(argc, argv, "masar", MASAR_SOURCE_DIR "/tests/app/qml",
                                      &setup);
}

#include "main.moc"
