// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_session.hpp>

#include <QGuiApplication>
#include <QSettings>
#include <QTemporaryDir>

int main(int argc, char* argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen"); // also when CTest asks for the list of tests
    const QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("masar-tests"));
    // The settings of a test are its own, never those of whoever runs it.
    const QTemporaryDir settings;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    return Catch::Session().run(argc, argv);
}
