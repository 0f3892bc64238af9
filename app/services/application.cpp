// SPDX-License-Identifier: Apache-2.0
#include "app/services/application.hpp"

#include "app/map/fonts.hpp"
#include "app/services/language.hpp"

#include <QFont>
#include <QGuiApplication>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QSettings>
#include <QSurfaceFormat>

#include <cstdio>

namespace masar::app {

void prepareGraphics()
{
    // The canvas reads integers a vertex: that takes a 3.3 core context.
    QSurfaceFormat format = QSurfaceFormat::defaultFormat();
    format.setVersion(3, 3);
    format.setProfile(QSurfaceFormat::CoreProfile);
    QSurfaceFormat::setDefaultFormat(format);
    // Where pixels are software, a depth buffer costs more than the hidden parts of a few panes
    // that it saves.
    qputenv("QSG_NO_DEPTH_BUFFER", "1");
    // Qt waits 5 ms before each frame for events to join; here none would.
    if (!qEnvironmentVariableIsSet("QT_QPA_UPDATE_IDLE_TIME")) {
        qputenv("QT_QPA_UPDATE_IDLE_TIME", "0");
    }
    QQuickWindow::setGraphicsApi(QSGRendererInterface::OpenGL);
    QQuickWindow::setTextRenderType(QQuickWindow::NativeTextRendering);
    QQuickStyle::setStyle(QStringLiteral("Basic"));
}

void prepareApplication()
{
    QGuiApplication::setApplicationName(QStringLiteral("masar"));
    QGuiApplication::setOrganizationName(QStringLiteral("masar"));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Masar"));
    QGuiApplication::setApplicationVersion(QStringLiteral(MASAR_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.masar.Masar"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    speak(readerOf(Language::english)); // until the settings or the command line say otherwise
    if (const QString missing = loadFonts(); !missing.isEmpty()) {
        std::fprintf(stderr, "masar: %s\n", qUtf8Printable(missing));
    }
    QGuiApplication::setFont(mapFont(13));
}

} // namespace masar::app
