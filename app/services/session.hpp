// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/map_canvas.hpp"
#include "app/models/changes_model.hpp"
#include "app/models/clock.hpp"
#include "app/models/feature_list_model.hpp"
#include "app/models/layer_list_model.hpp"
#include "app/models/legend_model.hpp"
#include "app/models/map_camera.hpp"
#include "app/models/movement.hpp"
#include "app/models/notice_model.hpp"
#include "app/models/record_model.hpp"
#include "app/models/ruler_model.hpp"
#include "app/models/search_model.hpp"
#include "app/services/basemaps.hpp"
#include "app/services/file_reading.hpp"
#include "app/services/incoming.hpp"
#include "app/services/layer_updates.hpp"
#include "app/services/loader.hpp"
#include "app/services/searcher.hpp"
#include "app/services/settings.hpp"
#include "app/services/side_scenes.hpp"
#include "app/services/snapshot_taker.hpp"
#include "app/services/timeline.hpp"

#include <QObject>
#include <QTimer>
#include <QUrl>
#include <QtQmlIntegration>

namespace masar::app {

/// What one window is about: the scene and its clock and camera, the layers, what is selected, and
/// what is being read.
class Session : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(masar::app::MapScene* scene READ scene CONSTANT)
    Q_PROPERTY(masar::app::MapCamera* camera READ camera CONSTANT)
    Q_PROPERTY(masar::app::Clock* clock READ clock CONSTANT)
    Q_PROPERTY(masar::app::LayerListModel* layers READ layers CONSTANT)
    Q_PROPERTY(masar::app::RecordModel* record READ record CONSTANT)
    Q_PROPERTY(masar::app::LegendModel* legend READ legend CONSTANT)
    Q_PROPERTY(masar::app::NoticeModel* notices READ notices CONSTANT)
    Q_PROPERTY(masar::app::SearchModel* search READ search CONSTANT)
    Q_PROPERTY(masar::app::RulerModel* ruler READ ruler CONSTANT)
    Q_PROPERTY(masar::app::Timeline* timeline READ timeline CONSTANT)
    /// The features behind one of the counts.
    Q_PROPERTY(masar::app::FeatureListModel* listed READ listed CONSTANT)
    /// What the last update of a layer changed.
    Q_PROPERTY(masar::app::ChangesModel* changes READ changes CONSTANT)
    Q_PROPERTY(masar::app::LayerUpdates* updates READ updates CONSTANT)
    /// How a file was read, and is to be read instead.
    Q_PROPERTY(masar::app::FileReading* fileReading READ fileReading CONSTANT)
    /// What comes not as a file.
    Q_PROPERTY(masar::app::Incoming* incoming READ incoming CONSTANT)
    Q_PROPERTY(masar::app::SideScenes* sides READ sides CONSTANT)
    Q_PROPERTY(masar::app::Settings* settings READ settings CONSTANT)
    Q_PROPERTY(masar::app::Basemaps* basemaps READ basemaps CONSTANT)
    /// Of the bundled story while any of its layers is open.
    Q_PROPERTY(QString storyTitle READ storyTitle NOTIFY storyChanged)
    Q_PROPERTY(QString storySummary READ storySummary NOTIFY storyChanged)
    /// Where every feature of the visible layers is now: "41 certain, 9 possible, 12 outside".
    Q_PROPERTY(QString tally READ tally NOTIFY tallyChanged)
    /// The same in parts, each with `which` list stands behind it and its `text`.
    Q_PROPERTY(QVariantList tallyParts READ tallyParts NOTIFY tallyChanged)
    /// "3 undated"; empty if there are none.
    Q_PROPERTY(QString undatedText READ undatedText NOTIFY tallyChanged)
    /// Zones to choose from: those of the data, the system's, and UTC.
    Q_PROPERTY(QStringList zones READ zones NOTIFY zonesChanged)
    Q_PROPERTY(QString attribution READ attribution NOTIFY attributionChanged)
    /// The window reads from right to left, as in Arabic.
    Q_PROPERTY(bool rightToLeft READ rightToLeft NOTIFY languageChanged)
    /// Of links in pages of text, which Qt takes from the application.
    Q_PROPERTY(QColor linkColour READ linkColour WRITE setLinkColour NOTIFY linkColourChanged)
    /// data/SOURCES.md: where the data that comes with the program is from.
    Q_PROPERTY(QString dataSources READ dataSources CONSTANT)
    Q_PROPERTY(bool dark READ dark WRITE setDark NOTIFY darkChanged)
    /// Something is being read.
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)
    /// Where a snapshot would be saved: "masar-2026-02-21.png" in the folder used last.
    Q_PROPERTY(QUrl snapshotUrl READ snapshotUrl NOTIFY snapshotUrlChanged)
    /// What is under the pointer, and where that is.
    Q_PROPERTY(QString hoverTitle READ hoverTitle NOTIFY pointerChanged)
    Q_PROPERTY(QString hoverDetail READ hoverDetail NOTIFY pointerChanged)
    /// The coordinates under the pointer, in the chosen format; of the middle of the map while the
    /// pointer is elsewhere.
    Q_PROPERTY(QString pointerText READ pointerText NOTIFY placeChanged)

public:
    explicit Session(QObject* parent = nullptr);
    ~Session() override;

    MapScene* scene() { return &m_scene; }
    MapCamera* camera() { return &m_camera; }
    Clock* clock() { return &m_clock; }
    LayerListModel* layers() { return &m_layers; }
    RecordModel* record() { return &m_record; }
    LegendModel* legend() { return &m_legend; }
    NoticeModel* notices() { return &m_notices; }
    SearchModel* search() { return &m_search; }
    RulerModel* ruler() { return &m_ruler; }
    Timeline* timeline() { return &m_timeline; }
    ChangesModel* changes() { return &m_changes; }
    LayerUpdates* updates() { return &m_updates; }
    FileReading* fileReading() { return &m_fileReading; }
    Incoming* incoming() { return &m_incoming; }
    SideScenes* sides() { return &m_sides; }
    FeatureListModel* listed() { return &m_listed; }
    Settings* settings() { return &m_settings; }
    Basemaps* basemaps() { return &m_basemaps; }
    QVariantList tallyParts() const { return m_tallyParts; }
    QString undatedText() const { return m_undatedText; }
    QStringList zones() const;
    QString storyTitle() const
    {
        return m_story ? m_story->title.in(m_reader.language) : QString();
    }
    QString storySummary() const
    {
        return m_story ? m_story->summary.in(m_reader.language) : QString();
    }
    QString tally() const { return m_tally; }
    QString attribution() const;
    QString dataSources() const;
    QColor linkColour() const;
    void setLinkColour(const QColor& colour);
    bool rightToLeft() const { return m_reader.language == Language::arabic; }
    bool dark() const { return m_scene.scene().dark; }
    void setDark(bool dark);
    bool busy() const { return m_reading > 0; }
    QString hoverTitle() const { return m_hoverTitle; }
    QString hoverDetail() const { return m_hoverDetail; }
    QString pointerText() const;

    /// Reads the basemap, then the story (if the settings and `withStory` say so) and the files,
    /// whose points become tracks by a field if one is named.
    Q_INVOKABLE void start(const QStringList& files, bool withStory, const QString& tracksBy = {});
    Q_INVOKABLE void openFiles(const QList<QUrl>& files);
    Q_INVOKABLE void openPath(const QString& path);
    Q_INVOKABLE void openStory();
    Q_INVOKABLE void closeAll();

    /// Shows everything that is on the map.
    Q_INVOKABLE void fitAll();

    /// Goes to the moment of an event of the timeline, and to the sites that it is about.
    Q_INVOKABLE void showEvent(int event);
    /// Shows on the timeline when what is selected is there: a site in all its states.
    Q_INVOKABLE void showSelectedTime();
    /// Opens the record of a feature in the list, and shows it on the map if it has a place.
    Q_INVOKABLE void showListed(int item);
    /// Shows dates in a zone from now on; false if there is no zone of that name.
    Q_INVOKABLE bool setZone(const QString& name);
    /// Puts the command line that draws what is shown now on the clipboard.
    Q_INVOKABLE void copyMoment(masar::app::MapCanvas* canvas);
    /// A click on the map: selects what is there; while measuring it adds a corner.
    Q_INVOKABLE void tapAt(masar::app::MapCanvas* canvas, QPointF position);
    /// A double click: zooms in; while measuring it ends the path.
    Q_INVOKABLE void doubleTapAt(QPointF position);
    Q_INVOKABLE void selectAt(masar::app::MapCanvas* canvas, QPointF position);
    Q_INVOKABLE void pointAt(masar::app::MapCanvas* canvas, QPointF position);
    Q_INVOKABLE void pointNowhere();
    /// Puts coordinates on the clipboard, as programs read them: of the pointer (else the middle of
    /// the map), of a pixel.
    Q_INVOKABLE void copyPlace();
    Q_INVOKABLE void copyPlaceAt(QPointF position);
    /// Begins a path at a pixel; adds the middle of the map to it; puts the result on the
    /// clipboard.
    Q_INVOKABLE void measureFrom(QPointF position);
    Q_INVOKABLE void measureMiddle();
    Q_INVOKABLE void copyMeasurement();

    /// The search is about to be used.
    Q_INVOKABLE void prepareSearch();
    /// Goes to an answer of the search: flies there, opens a feature's record, marks the place.
    Q_INVOKABLE void goToHit(int row);
    /// Does what the note on the place found offers: goes to a date, shows a hidden layer.
    Q_INVOKABLE void followFound();
    /// Leaves what is under way or lies over the map: measuring, then the mark of the search and
    /// the record, then what was measured.
    Q_INVOKABLE void dismiss();

    /// The map as a canvas shows it, with its date, scale, legend and attribution, as an image
    /// file.
    Q_INVOKABLE void saveSnapshot(masar::app::MapCanvas* canvas, const QUrl& file);
    QUrl snapshotUrl() const;

signals:
    void languageChanged();
    void storyChanged();
    void tallyChanged();
    void zonesChanged();
    void attributionChanged();
    void darkChanged();
    void linkColourChanged();
    void busyChanged();
    void pointerChanged();
    void placeChanged();
    void snapshotUrlChanged();

private:
    void connectParts();
    void applyLanguage();
    void onFileRead(int key, const std::vector<MapLayerPtr>& layers);
    void makeTracksOf(const std::vector<MapLayerPtr>& layers);
    void onFileFailed(int key, const core::Error& error);
    void open(const QString& path, bool beside);
    void onReplacing(const MapLayerPtr& before, const MapLayerPtr& after);
    void onStoryRead(const Story& story);
    void onLayersChanged();
    void updateClock();
    void applyZone();
    void showFeatures(const std::vector<FeatureRef>& features);
    void refresh();
    [[nodiscard]] Movement movement() const;
    void reportLosses(const core::Layer& layer);
    void onSnapshotSaved(const QString& path, int missingTiles);
    void onBasemapOpened(const core::MercatorBox& box);
    void setReading(int change);
    [[nodiscard]] core::MercatorBox dataBox() const;
    [[nodiscard]] SearchSpace searchSpace() const;
    void updateGraticule();
    void onPlaceChanged();
    [[nodiscard]] QPointF pointerOrMiddle() const;
    void goToFeature(const SearchHit& hit, FoundPlace& found);

    Settings m_settings;
    MapScene m_scene;
    Basemaps m_basemaps;
    MapCamera m_camera;
    Clock m_clock;
    LayerListModel m_layers;
    RecordModel m_record;
    LegendModel m_legend;
    NoticeModel m_notices;
    SearchModel m_search;
    RulerModel m_ruler;
    std::function<void()> m_followFound; ///< what the note on the place found offers
    std::optional<Story> m_story;
    Timeline m_timeline;
    FeatureListModel m_listed;
    ChangesModel m_changes;
    SideScenes m_sides{m_scene, m_changes};
    QVariantList m_tallyParts;
    QString m_undatedText;
    QString m_tracksBy;        ///< the field by which points become tracks,
    QStringList m_tracksFiles; ///< in these files of the start
    SnapshotTaker m_snapshots;
    QString m_tally;
    QString m_hoverTitle, m_hoverDetail;
    std::optional<QPointF> m_pointer; ///< on the map
    QTimer m_refresh;
    Reader m_reader;
    int m_reading = 0;
    Searcher m_searcher;
    Loader m_loader; ///< nearly last: it goes early, and nothing reports to what is gone
    LayerUpdates m_updates{
        {m_loader, m_layers, m_record, m_changes, m_notices, m_camera, m_settings}};
    FileReading m_fileReading{m_loader, m_layers, m_notices};
    Incoming m_incoming;
};

} // namespace masar::app
