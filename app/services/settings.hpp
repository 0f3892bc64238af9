// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/map_scene.hpp"
#include "app/models/reader.hpp"

#include "app/models/length_text.hpp"
#include "core/crs/coordinate_text.hpp"

#include <QObject>
#include <QSettings>
#include <QUrl>
#include <QtQmlIntegration>

namespace masar::app {

/// What the window remembers from one time to the next, written as it changes.
class Settings : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Session")
    Q_PROPERTY(Appearance appearance READ appearance WRITE setAppearance NOTIFY appearanceChanged)
    /// "en", "ar"; empty follows the system.
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
    /// Names on the map: "en", "ar", "both"; empty is the window's language.
    Q_PROPERTY(QString mapLanguage READ mapLanguage WRITE setMapLanguage NOTIFY languageChanged)
    /// In Arabic: 0123 rather than ٠١٢٣; فبراير rather than شباط.
    Q_PROPERTY(
        bool europeanDigits READ europeanDigits WRITE setEuropeanDigits NOTIFY languageChanged)
    Q_PROPERTY(bool internationalMonths READ internationalMonths WRITE setInternationalMonths NOTIFY
                   languageChanged)
    /// The ground of the map: empty is the bundled one; "none", "file:PATH" or "online:NAME".
    Q_PROPERTY(QString basemap READ basemap WRITE setBasemap NOTIFY basemapChanged)
    Q_PROPERTY(
        double basemapOpacity READ basemapOpacity WRITE setBasemapOpacity NOTIFY basemapLookChanged)
    /// The bundled names and borders show over another basemap.
    Q_PROPERTY(
        bool namesOnBasemap READ namesOnBasemap WRITE setNamesOnBasemap NOTIFY basemapLookChanged)
    /// The zone that dates are shown in: an IANA name; empty is that of the data.
    Q_PROPERTY(QString zone READ zone WRITE setZone NOTIFY zoneChanged)
    /// Whether features without a date are on the map at every date.
    Q_PROPERTY(bool showUndated READ showUndated WRITE setShowUndated NOTIFY showUndatedChanged)
    /// The trail behind what moves: "none", "all" or an ISO 8601 duration.
    Q_PROPERTY(QString trail READ trail WRITE setTrail NOTIFY tracksChanged)
    /// From how long a time between two fixes on nothing is drawn, as a duration, and which speed
    /// is impossible, in km/h.
    Q_PROPERTY(QString trackGap READ trackGap WRITE setTrackGap NOTIFY tracksChanged)
    Q_PROPERTY(double topSpeed READ topSpeed WRITE setTopSpeed NOTIFY tracksChanged)
    /// The window as it was left.
    Q_PROPERTY(int windowWidth READ windowWidth CONSTANT)
    Q_PROPERTY(int windowHeight READ windowHeight CONSTANT)
    Q_PROPERTY(bool maximized READ maximized CONSTANT)
    Q_PROPERTY(bool layersOpen READ layersOpen WRITE setLayersOpen NOTIFY panesChanged)
    Q_PROPERTY(bool legendOpen READ legendOpen WRITE setLegendOpen NOTIFY panesChanged)
    Q_PROPERTY(int layersWidth READ layersWidth WRITE setLayersWidth NOTIFY panesChanged)
    Q_PROPERTY(int recordWidth READ recordWidth WRITE setRecordWidth NOTIFY panesChanged)
    Q_PROPERTY(bool storyAtStart READ storyAtStart WRITE setStoryAtStart NOTIFY storyAtStartChanged)
    /// How places and lengths are told, and whether meridians and parallels are drawn.
    Q_PROPERTY(Coordinates coordinates READ coordinates WRITE setCoordinates NOTIFY mapTextChanged)
    Q_PROPERTY(Units units READ units WRITE setUnits NOTIFY mapTextChanged)
    Q_PROPERTY(bool graticule READ graticule WRITE setGraticule NOTIFY graticuleChanged)
    Q_PROPERTY(QUrl lastFolder READ lastFolder WRITE setLastFolder NOTIFY lastFolderChanged)
    /// Layers are updated when their files change, without being asked; unless the user decided for
    /// a file.
    Q_PROPERTY(bool followFiles READ followFiles WRITE setFollowFiles NOTIFY followFilesChanged)
    /// Files opened before, the newest first.
    Q_PROPERTY(QStringList recentFiles READ recentFiles NOTIFY recentFilesChanged)

public:
    enum class Appearance { System, Light, Dark };
    Q_ENUM(Appearance)
    enum class Coordinates { Decimal, DegreesMinutesSeconds, Utm, Mgrs };
    Q_ENUM(Coordinates)
    enum class Units { Metric, Imperial, Nautical };
    Q_ENUM(Units)

    static constexpr int mostRecentFiles = 8;
    static constexpr int mostRecentRasters = 6;
    static constexpr int mostFollowedFiles = 50;

    explicit Settings(QObject* parent = nullptr);

    Appearance appearance() const;
    void setAppearance(Appearance appearance);
    QString language() const { return value("language", QString()).toString(); }
    void setLanguage(const QString& language);
    QString mapLanguage() const { return value("mapLanguage", QString()).toString(); }
    void setMapLanguage(const QString& language);
    bool europeanDigits() const { return value("europeanDigits", false).toBool(); }
    void setEuropeanDigits(bool european);
    bool internationalMonths() const { return value("internationalMonths", false).toBool(); }
    void setInternationalMonths(bool international);
    /// What these say together.
    [[nodiscard]] Reader reader() const;
    [[nodiscard]] MapLanguage namesOnMap() const;
    QString basemap() const { return value("basemap/shown", QString()).toString(); }
    void setBasemap(const QString& basemap);
    double basemapOpacity() const { return value("basemap/opacity", 1.0).toDouble(); }
    void setBasemapOpacity(double opacity);
    bool namesOnBasemap() const { return value("basemap/names", true).toBool(); }
    void setNamesOnBasemap(bool show);
    /// Raster files shown before, the newest first.
    QStringList recentRasters() const;
    void setRecentRasters(const QStringList& paths);
    /// The online maps that the user named.
    QVariantList onlineMaps() const { return value("basemap/online", QVariantList()).toList(); }
    void setOnlineMaps(const QVariantList& maps);
    QString zone() const { return value("zone", QString()).toString(); }
    void setZone(const QString& zone);
    bool showUndated() const { return value("showUndated", true).toBool(); }
    void setShowUndated(bool show);
    QString trail() const { return value("tracks/trail", QStringLiteral("P1D")).toString(); }
    void setTrail(const QString& trail);
    QString trackGap() const { return value("tracks/gap", QStringLiteral("PT6H")).toString(); }
    void setTrackGap(const QString& gap);
    double topSpeed() const { return value("tracks/topSpeed", 250.0).toDouble(); }
    void setTopSpeed(double kilometresPerHour);
    /// The same as typed; false, with nothing changed, if it cannot be read.
    Q_INVOKABLE bool enterTrail(const QString& text);
    Q_INVOKABLE bool enterTrackGap(const QString& text);
    Q_INVOKABLE bool enterTopSpeed(const QString& text);
    [[nodiscard]] TrackLook trackLook() const;
    int windowWidth() const { return value("window/width", 1280).toInt(); }
    int windowHeight() const { return value("window/height", 800).toInt(); }
    bool maximized() const { return value("window/maximized", false).toBool(); }
    /// Keeps the window's size for the next time; a maximized window's is not its own.
    Q_INVOKABLE void rememberWindow(int width, int height, bool maximized);
    bool layersOpen() const { return value("panes/layers", true).toBool(); }
    void setLayersOpen(bool open);
    bool legendOpen() const { return value("panes/legend", true).toBool(); }
    void setLegendOpen(bool open);
    /// Widens or narrows a pane within what suits it.
    Q_INVOKABLE void widenLayers(double by)
    {
        setLayersWidth(layersWidth() + static_cast<int>(by));
    }
    Q_INVOKABLE void widenRecord(double by)
    {
        setRecordWidth(recordWidth() + static_cast<int>(by));
    }
    int layersWidth() const { return value("panes/layersWidth", 264).toInt(); }
    void setLayersWidth(int width);
    int recordWidth() const { return value("panes/recordWidth", 328).toInt(); }
    void setRecordWidth(int width);
    bool storyAtStart() const { return value("storyAtStart", true).toBool(); }
    void setStoryAtStart(bool open);
    Coordinates coordinates() const;
    void setCoordinates(Coordinates coordinates);
    Units units() const;
    void setUnits(Units units);
    bool graticule() const { return value("graticule", false).toBool(); }
    void setGraticule(bool shown);
    /// The same as the rest of the program has them.
    [[nodiscard]] core::CoordinateFormat coordinateFormat() const;
    [[nodiscard]] LengthUnits lengthUnits() const;
    QUrl lastFolder() const { return value("lastFolder", QUrl()).toUrl(); }
    void setLastFolder(const QUrl& folder);
    bool followFiles() const { return value("files/follow", false).toBool(); }
    void setFollowFiles(bool follow);
    /// The same for one file, and what the user decides for it.
    [[nodiscard]] bool followsFile(const QString& path) const;
    void setFollowsFile(const QString& path, bool follow);
    QStringList recentFiles() const { return value("recentFiles", QStringList()).toStringList(); }

    void addRecentFile(const QString& path);
    Q_INVOKABLE void clearRecentFiles();
    /// The files opened before, each with `path`, `name`, `folder` and whether it is still there.
    Q_INVOKABLE QVariantList lookAtRecentFiles() const;

signals:
    void appearanceChanged();
    void languageChanged();
    void basemapChanged();
    void basemapLookChanged();
    void zoneChanged();
    void showUndatedChanged();
    void tracksChanged();
    void panesChanged();
    void storyAtStartChanged();
    void mapTextChanged();
    void graticuleChanged();
    void lastFolderChanged();
    void followFilesChanged();
    void recentFilesChanged();

private:
    [[nodiscard]] QVariant value(const char* key, const QVariant& fallback) const;
    /// Stores a value; false if it was that already.
    bool store(const char* key, const QVariant& value, const QVariant& before);

    QSettings m_store;
};

} // namespace masar::app
