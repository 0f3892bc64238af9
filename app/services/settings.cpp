// SPDX-License-Identifier: Apache-2.0
#include "app/services/settings.hpp"

#include "app/models/duration_text.hpp"
#include "app/services/language.hpp"

#include <QFileInfo>

#include <algorithm>

namespace masar::app {

Settings::Settings(QObject* parent) : QObject(parent) {}

QVariant Settings::value(const char* key, const QVariant& fallback) const
{
    return m_store.value(QLatin1StringView(key), fallback);
}

bool Settings::store(const char* key, const QVariant& value, const QVariant& before)
{
    if (value == before) {
        return false;
    }
    m_store.setValue(QLatin1StringView(key), value);
    return true;
}

Settings::Appearance Settings::appearance() const
{
    const int stored = value("appearance", 0).toInt();
    return stored == 1 ? Appearance::Light : stored == 2 ? Appearance::Dark : Appearance::System;
}

void Settings::setAppearance(Appearance appearance)
{
    if (store("appearance", static_cast<int>(appearance), static_cast<int>(this->appearance()))) {
        emit appearanceChanged();
    }
}

void Settings::setLanguage(const QString& language)
{
    if (store("language", language, this->language())) {
        emit languageChanged();
    }
}

void Settings::setMapLanguage(const QString& language)
{
    if (store("mapLanguage", language, mapLanguage())) {
        emit languageChanged();
    }
}

void Settings::setEuropeanDigits(bool european)
{
    if (store("europeanDigits", european, europeanDigits())) {
        emit languageChanged();
    }
}

void Settings::setInternationalMonths(bool international)
{
    if (store("internationalMonths", international, internationalMonths())) {
        emit languageChanged();
    }
}

Reader Settings::reader() const
{
    return readerOf(languageOf(language()),
                    europeanDigits() ? Digits::european : Digits::arabicIndic,
                    internationalMonths() ? MonthNames::international : MonthNames::levantine);
}

MapLanguage Settings::namesOnMap() const
{
    const QString names = mapLanguage();
    if (names == QLatin1StringView("both")) {
        return MapLanguage::both;
    }
    const bool arabic = names == QLatin1StringView("ar") ||
                        (names.isEmpty() && languageOf(language()) == Language::arabic);
    return arabic ? MapLanguage::arabic : MapLanguage::english;
}

void Settings::setBasemap(const QString& basemap)
{
    if (store("basemap/shown", basemap, this->basemap())) {
        emit basemapChanged();
    }
}

void Settings::setBasemapOpacity(double opacity)
{
    if (store("basemap/opacity", std::clamp(opacity, 0.1, 1.0), basemapOpacity())) {
        emit basemapLookChanged();
    }
}

void Settings::setNamesOnBasemap(bool show)
{
    if (store("basemap/names", show, namesOnBasemap())) {
        emit basemapLookChanged();
    }
}

QStringList Settings::recentRasters() const
{
    return value("basemap/recent", QStringList()).toStringList();
}

void Settings::setRecentRasters(const QStringList& paths)
{
    store("basemap/recent", paths.mid(0, mostRecentRasters), recentRasters());
}

void Settings::setOnlineMaps(const QVariantList& maps)
{
    store("basemap/online", maps, onlineMaps());
}

void Settings::setZone(const QString& zone)
{
    if (store("zone", zone, this->zone())) {
        emit zoneChanged();
    }
}

void Settings::setShowUndated(bool show)
{
    if (store("showUndated", show, showUndated())) {
        emit showUndatedChanged();
    }
}

void Settings::setTrail(const QString& trail)
{
    if (trailSeconds(trail) && store("tracks/trail", trail, this->trail())) {
        emit tracksChanged();
    }
}

void Settings::setTrackGap(const QString& gap)
{
    if (durationSeconds(gap) && store("tracks/gap", gap, trackGap())) {
        emit tracksChanged();
    }
}

void Settings::setTopSpeed(double kilometresPerHour)
{
    if (kilometresPerHour > 0 && store("tracks/topSpeed", kilometresPerHour, topSpeed())) {
        emit tracksChanged();
    }
}

bool Settings::enterTrail(const QString& text)
{
    setTrail(text.trimmed().toUpper());
    return durationSeconds(text).has_value();
}

bool Settings::enterTrackGap(const QString& text)
{
    setTrackGap(text.trimmed().toUpper());
    return durationSeconds(text).has_value();
}

bool Settings::enterTopSpeed(const QString& text)
{
    bool read = false;
    const double speed = reader().numbers.toDouble(text.trimmed(), &read);
    if (read) {
        setTopSpeed(speed);
    }
    return read && speed > 0;
}

TrackLook Settings::trackLook() const
{
    TrackLook look;
    look.trailSeconds = trailSeconds(trail()).value_or(look.trailSeconds);
    look.limits.gapSeconds = static_cast<double>(
        durationSeconds(trackGap()).value_or(static_cast<core::Instant>(look.limits.gapSeconds)));
    look.limits.maxMetresPerSecond = topSpeed() / 3.6;
    return look;
}

void Settings::rememberWindow(int width, int height, bool maximized)
{
    store("window/maximized", maximized, this->maximized());
    if (!maximized) {
        store("window/width", width, windowWidth());
        store("window/height", height, windowHeight());
    }
}

void Settings::setLayersOpen(bool open)
{
    if (store("panes/layers", open, layersOpen())) {
        emit panesChanged();
    }
}

void Settings::setLegendOpen(bool open)
{
    if (store("panes/legend", open, legendOpen())) {
        emit panesChanged();
    }
}

void Settings::setLayersWidth(int width)
{
    if (store("panes/layersWidth", std::clamp(width, 220, 420), layersWidth())) {
        emit panesChanged();
    }
}

void Settings::setRecordWidth(int width)
{
    if (store("panes/recordWidth", std::clamp(width, 280, 520), recordWidth())) {
        emit panesChanged();
    }
}

void Settings::setStoryAtStart(bool open)
{
    if (store("storyAtStart", open, storyAtStart())) {
        emit storyAtStartChanged();
    }
}

Settings::Coordinates Settings::coordinates() const
{
    const int stored = value("coordinates", 0).toInt();
    return static_cast<Coordinates>(stored >= 0 && stored <= 3 ? stored : 0);
}

void Settings::setCoordinates(Coordinates coordinates)
{
    if (store("coordinates", static_cast<int>(coordinates),
              static_cast<int>(this->coordinates()))) {
        emit mapTextChanged();
    }
}

Settings::Units Settings::units() const
{
    const int stored = value("units", 0).toInt();
    return static_cast<Units>(stored >= 0 && stored <= 2 ? stored : 0);
}

void Settings::setUnits(Units units)
{
    if (store("units", static_cast<int>(units), static_cast<int>(this->units()))) {
        emit mapTextChanged();
    }
}

core::CoordinateFormat Settings::coordinateFormat() const
{
    switch (coordinates()) {
    case Coordinates::Decimal:
        break;
    case Coordinates::DegreesMinutesSeconds:
        return core::CoordinateFormat::degreesMinutesSeconds;
    case Coordinates::Utm:
        return core::CoordinateFormat::utm;
    case Coordinates::Mgrs:
        return core::CoordinateFormat::mgrs;
    }
    return core::CoordinateFormat::decimal;
}

LengthUnits Settings::lengthUnits() const
{
    return static_cast<LengthUnits>(units());
}

void Settings::setGraticule(bool shown)
{
    if (store("graticule", shown, graticule())) {
        emit graticuleChanged();
    }
}

void Settings::setLastFolder(const QUrl& folder)
{
    if (store("lastFolder", folder, lastFolder())) {
        emit lastFolderChanged();
    }
}

void Settings::setFollowFiles(bool follow)
{
    if (store("files/follow", follow, followFiles())) {
        emit followFilesChanged();
    }
}

bool Settings::followsFile(const QString& path) const
{
    return value("files/followed", QStringList()).toStringList().contains(path) ||
           (followFiles() && !value("files/asked", QStringList()).toStringList().contains(path));
}

void Settings::setFollowsFile(const QString& path, bool follow)
{
    for (const bool followed : {true, false}) {
        const char* key = followed ? "files/followed" : "files/asked";
        const QStringList before = value(key, QStringList()).toStringList();
        QStringList files = before;
        files.removeAll(path);
        if (followed == follow) {
            files.prepend(path);
        }
        store(key, files.mid(0, mostFollowedFiles), before);
    }
    emit followFilesChanged();
}

void Settings::addRecentFile(const QString& path)
{
    const QStringList before = recentFiles();
    QStringList files = before;
    files.removeAll(path);
    files.prepend(path);
    files = files.mid(0, mostRecentFiles);
    if (store("recentFiles", files, before)) {
        emit recentFilesChanged();
    }
}

QVariantList Settings::lookAtRecentFiles() const
{
    QVariantList files;
    for (const QString& path : recentFiles()) {
        const QFileInfo file(path);
        files << QVariantMap{{QStringLiteral("path"), path},
                             {QStringLiteral("name"), file.fileName()},
                             {QStringLiteral("folder"), file.absolutePath()},
                             {QStringLiteral("there"), file.isFile()}};
    }
    return files;
}

void Settings::clearRecentFiles()
{
    if (store("recentFiles", QStringList(), recentFiles())) {
        emit recentFilesChanged();
    }
}

} // namespace masar::app
