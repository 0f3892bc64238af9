// SPDX-License-Identifier: Apache-2.0
#include "app/services/settings.hpp"

#include <catch2/catch_test_macros.hpp>

#include <QSignalSpy>

using masar::app::Settings;

TEST_CASE("What one window sets, the next one finds")
{
    {
        Settings settings;
        settings.setAppearance(Settings::Appearance::Dark);
        settings.setLayersOpen(false);
        settings.rememberWindow(1000, 650, false);
        settings.addRecentFile(QStringLiteral("/data/a.geojson"));
    }
    const Settings settings;
    CHECK(settings.appearance() == Settings::Appearance::Dark);
    CHECK_FALSE(settings.layersOpen());
    CHECK(settings.windowWidth() == 1000);
    CHECK(settings.recentFiles().contains(QStringLiteral("/data/a.geojson")));
}

TEST_CASE("A maximized window leaves the size it had before")
{
    Settings settings;
    settings.rememberWindow(1100, 700, false);
    settings.rememberWindow(3840, 2160, true);
    CHECK(settings.maximized());
    CHECK(settings.windowWidth() == 1100);
    settings.rememberWindow(1100, 700, false);
}

TEST_CASE("Recent files are few, newest first, and none twice")
{
    Settings settings;
    settings.clearRecentFiles();
    for (int i = 0; i < Settings::mostRecentFiles + 3; ++i) {
        settings.addRecentFile(QStringLiteral("/data/%1.json").arg(i));
    }
    settings.addRecentFile(QStringLiteral("/data/5.json"));
    const QStringList files = settings.recentFiles();
    CHECK(files.size() == Settings::mostRecentFiles);
    CHECK(files.first() == QStringLiteral("/data/5.json"));
    CHECK(files.count(QStringLiteral("/data/5.json")) == 1);
}

TEST_CASE("Panes keep to widths that suit them, and only changes are announced")
{
    Settings settings;
    settings.setRecordWidth(10'000);
    CHECK(settings.recordWidth() == 520);
    const QSignalSpy changes(&settings, &Settings::panesChanged);
    settings.widenRecord(50);
    CHECK(changes.count() == 0);
    settings.widenRecord(-50);
    CHECK(settings.recordWidth() == 470);
    CHECK(changes.count() == 1);
}

TEST_CASE("Whether a file updates its layers is decided for all, or for one")
{
    Settings settings;
    const QString one = QStringLiteral("/a/one.geojson");
    CHECK_FALSE(settings.followsFile(one));
    settings.setFollowsFile(one, true);
    CHECK(settings.followsFile(one));
    settings.setFollowFiles(true);
    CHECK(settings.followsFile(QStringLiteral("/a/two.geojson")));
    settings.setFollowsFile(one, false);
    CHECK_FALSE(Settings().followsFile(one)); // remembered
    settings.setFollowFiles(false);
    for (int i = 0; i <= Settings::mostFollowedFiles; ++i) {
        settings.setFollowsFile(QString::number(i), true);
    }
    CHECK_FALSE(settings.followsFile(QStringLiteral("0"))); // the oldest is forgotten
    CHECK(settings.followsFile(QStringLiteral("1")));
}
