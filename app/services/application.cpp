// SPDX-License-Identifier: Apache-2.0
#include "app/services/application.hpp"

#include <QFont>
#include <QGuiApplication>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QSettings>
#include <QSurfaceFormat>
#include <QTranslator>

namespace masar::app {

void prepareGraphics()
{
    // The canvas reads integers a vertex: that takes a 3.3 core context.
    QSurfaceFormat format = QSurfaceFormat::defaultFormat();
    format.setVersion(3, 3);
    format.setProfile(QSurfaceFormat::CoreProfile);
    QSurfaceFormat::setDefaultFormat(format);
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
    auto* translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(QStringLiteral(":/masar/translations/masar_en.qm"))) {
        QCoreApplication::installTranslator(translator);
    }
    QFont font;
    font.setFamilies({QStringLiteral("Noto Sans"), QStringLiteral("Noto Sans Arabic")});
    font.setPixelSize(13);
    QGuiApplication::setFont(font);
}

} // namespace masar::app
