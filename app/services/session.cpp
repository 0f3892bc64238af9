// SPDX-License-Identifier: Apache-2.0
#include "app/services/session.hpp"

#include "app/map/place_text.hpp"
#include "app/services/data_dir.hpp"
#include "app/services/error_text.hpp"
#include "app/services/language.hpp"
#include "app/services/picture_furniture.hpp"
#include "core/query/density.hpp"

#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPalette>
#include <QQmlEngine>
#include <QStandardPaths>

#include <algorithm>
#include <array>

namespace masar::app {

namespace {

/// Legend and counts follow the clock this often while it moves: they are read, not watched.
constexpr int kRefreshMilliseconds = 80;

core::MercatorBox boxOf(const MapLayer& layer)
{
    core::MercatorBox box;
    for (const core::Chunk& chunk : layer.index.chunks) {
        box.add(chunk.box);
    }
    return box;
}

} // namespace

Session::Session(QObject* parent)
    : QObject(parent), m_basemaps(m_settings, m_scene,
                                  QStandardPaths::writableLocation(QStandardPaths::CacheLocation) +
                                      QStringLiteral("/tiles")),
      m_incoming(m_notices, QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
                                QStringLiteral("/received"))
{
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(kRefreshMilliseconds);
    connectParts();
    m_ruler.setUnits(m_settings.lengthUnits());
    applyLanguage();
}

Session::~Session() = default;

void Session::connectParts()
{
    connect(&m_settings, &Settings::languageChanged, this, &Session::applyLanguage);
    connect(&m_refresh, &QTimer::timeout, this, &Session::refresh);
    const auto refreshSoon = [this] {
        if (!m_refresh.isActive()) {
            m_refresh.start();
        }
    };
    connect(&m_scene, &MapScene::changed, this, refreshSoon);
    connect(&m_camera, &MapCamera::changed, this, refreshSoon);
    connect(&m_settings, &Settings::mapTextChanged, this, &Session::updateGraticule);
    connect(&m_settings, &Settings::mapTextChanged, this, &Session::placeChanged);
    connect(&m_settings, &Settings::graticuleChanged, this, &Session::updateGraticule);
    connect(&m_camera, &MapCamera::coverChanged, this, &Session::updateGraticule);
    connect(&m_camera, &MapCamera::bearingChanged, this, &Session::updateGraticule);
    connect(&m_camera, &MapCamera::changed, this, &Session::placeChanged);
    connect(this, &Session::placeChanged, this, &Session::onPlaceChanged);
    connect(&m_settings, &Settings::mapTextChanged, this, [this] {
        m_ruler.setUnits(m_settings.lengthUnits());
        m_changes.setReader(m_reader, m_settings.lengthUnits(), m_settings.coordinateFormat());
    });
    connect(&m_ruler, &RulerModel::changed, this, [this] { m_scene.setRuler(m_ruler.ruler()); });
    connect(&m_clock, &Clock::windowChanged, this, [this] {
        m_scene.setWindow(m_clock.window());
        m_search.setWindow(m_clock.window());
    });
    connect(&m_clock, &Clock::textChanged, this, &Session::snapshotUrlChanged);
    connect(&m_settings, &Settings::zoneChanged, this, &Session::applyZone);
    connect(&m_settings, &Settings::showUndatedChanged, this,
            [this] { m_scene.setShowUndated(m_settings.showUndated()); });
    connect(&m_listed, &FeatureListModel::whichChanged, this, &Session::refresh);
    m_scene.setShowUndated(m_settings.showUndated());
    connect(&m_settings, &Settings::tracksChanged, this,
            [this] { m_scene.setTracks(m_settings.trackLook()); });
    m_scene.setTracks(m_settings.trackLook());
    connect(&m_layers, &LayerListModel::tracksRequested, this,
            [this](int key, const MapLayerPtr& points, const QString& field) {
                setReading(1);
                m_loader.makeTracks(key, points, field);
            });
    connect(&m_loader, &Loader::tracksMade, this,
            [this](int key, const QString& field, const MapLayerPtr& tracks) {
                setReading(-1);
                m_layers.addTracks(key, field, tracks);
                reportLosses(tracks->layer);
            });
    connect(&m_loader, &Loader::tracksFailed, this, [this](const core::Error& error) {
        setReading(-1);
        m_notices.add(NoticeModel::Kind::Error, tr("No tracks could be made"), errorText(error));
    });
    m_clock.setDateFinder([this](core::Instant at, bool forwards) {
        std::optional<core::Instant> found;
        for (const SceneLayer& layer : m_scene.scene().layers) {
            const auto date = !layer.visible ? std::nullopt
                              : forwards     ? core::nextDate(layer.data->layer, at)
                                             : core::previousDate(layer.data->layer, at);
            if (date && (!found || (forwards ? *date < *found : *date > *found))) {
                found = date;
            }
        }
        return found;
    });
    connect(&m_layers, &LayerListModel::layersChanged, this, &Session::onLayersChanged);
    connect(&m_layers, &LayerListModel::cancelRequested, &m_loader, &Loader::cancel);
    connect(&m_layers, &LayerListModel::zoomRequested, this,
            [this](const MapLayerPtr& layer) { m_camera.fit(boxOf(*layer)); });
    connect(&m_layers, &LayerListModel::timeRequested, this, [this](const MapLayerPtr& layer) {
        if (const auto extent = core::timeExtent(layer->layer)) {
            m_timeline.show(*extent);
        }
    });
    connect(&m_updates, &LayerUpdates::reading, this, &Session::setReading);
    connect(&m_updates, &LayerUpdates::replacing, this, &Session::onReplacing);
    connect(&m_updates, &LayerUpdates::openWanted, this,
            [this](const QString& path) { open(path, true); });
    connect(&m_incoming, &Incoming::fileReady, this, &Session::openPath);
    connect(&m_fileReading, &FileReading::reading, this, &Session::setReading);
    connect(&m_fileReading, &FileReading::replacing, this, &Session::onReplacing);
    connect(&m_fileReading, &FileReading::placed, this,
            [this](const std::vector<MapLayerPtr>& layers) {
                core::MercatorBox box;
                for (const MapLayerPtr& layer : layers) {
                    box.add(boxOf(*layer));
                }
                m_camera.fit(box);
            });
    connect(&m_record, &RecordModel::changed, this,
            [this] { m_scene.setSelected(m_record.current()); });
    connect(&m_search, &SearchModel::textChanged, this,
            [this] { m_searcher.search(searchSpace(), m_search.text()); });
    connect(&m_searcher, &Searcher::answered, &m_search, &SearchModel::setAnswer);
    connect(&m_snapshots, &SnapshotTaker::saved, this, &Session::onSnapshotSaved);
    connect(&m_snapshots, &SnapshotTaker::failed, this, [this](const core::Error& error) {
        m_notices.add(NoticeModel::Kind::Error, tr("The snapshot was not saved"), errorText(error));
    });
    connect(&m_loader, &Loader::progressed, &m_layers, &LayerListModel::setProgress);
    connect(&m_loader, &Loader::fileRead, this, &Session::onFileRead);
    connect(&m_loader, &Loader::fileFailed, this, &Session::onFileFailed);
    connect(&m_loader, &Loader::storyRead, this, &Session::onStoryRead);
    connect(&m_loader, &Loader::basemapRead, this, [this](const auto& basemap) {
        setReading(-1);
        m_basemaps.setBundled(basemap);
    });
    connect(&m_basemaps, &Basemaps::shownChanged, this, &Session::attributionChanged);
    connect(&m_basemaps, &Basemaps::opened, this, &Session::onBasemapOpened);
    connect(&m_basemaps, &Basemaps::openingChanged, this,
            [this] { setReading(m_basemaps.opening() ? 1 : -1); });
    connect(&m_basemaps, &Basemaps::problem, this,
            [this](const QString& title, const QString& detail) {
                m_notices.add(NoticeModel::Kind::Error, title, detail);
            });
    connect(&m_loader, &Loader::failed, this, [this](const core::Error& error) {
        setReading(-1);
        m_notices.add(NoticeModel::Kind::Error, tr("The bundled data could not be read"),
                      errorText(error));
    });
}

void Session::applyLanguage()
{
    m_reader = m_settings.reader();
    speak(m_reader);
    m_scene.setLanguage(m_settings.namesOnMap());
    m_clock.setReader(m_reader);
    m_record.setReader(m_reader);
    m_fileReading.setReader(m_reader);
    m_incoming.setReader(m_reader);
    m_changes.setReader(m_reader, m_settings.lengthUnits(), m_settings.coordinateFormat());
    m_timeline.setStory(m_story ? &*m_story : nullptr, m_reader, m_clock.words());
    updateGraticule();
    m_layers.retranslate();
    m_updates.retranslate();
    m_legend.retranslate();
    m_basemaps.retranslate();
    if (m_story) {
        for (const StoryLayer& layer : m_story->layers) {
            m_layers.rename(layer.data->id, layer.name.in(m_reader.language));
        }
    }
    refresh();
    emit languageChanged();
    emit placeChanged();
    emit storyChanged();
    if (QQmlEngine* engine = qmlEngine(this)) {
        engine->retranslate();
    }
}

void Session::setReading(int change)
{
    m_reading += change;
    m_search.setReading(busy());
    emit busyChanged();
}

void Session::start(const QStringList& files, bool withStory, const QString& tracksBy)
{
    m_tracksBy = tracksBy;
    m_tracksFiles = tracksBy.isEmpty() ? QStringList() : files;
    const QString data = dataDir();
    const QString basemap = data + QStringLiteral("/basemap/basemap.gpkg");
    if (!data.isEmpty() && QFileInfo::exists(basemap)) {
        setReading(1);
        m_loader.readBasemap(basemap, m_settings.namesOnMap());
    } else {
        m_basemaps.setBundled(nullptr);
        m_notices.add(NoticeModel::Kind::Warning, tr("The bundled map was not found"),
                      tr("The ground stays plain. Masar looks for basemap/basemap.gpkg in "
                         "share/masar beside the program, and where MASAR_DATA_DIR says."));
    }
    m_basemaps.restore();
    if (withStory && m_settings.storyAtStart()) {
        openStory();
    }
    for (const QString& file : files) {
        openPath(file);
    }
}

void Session::openStory()
{
    if (m_story) {
        fitAll();
        return;
    }
    const QString data = dataDir();
    if (data.isEmpty()) {
        m_notices.add(NoticeModel::Kind::Error, tr("The bundled story was not found"),
                      tr("Masar looks for it in share/masar beside the program, and where "
                         "MASAR_DATA_DIR says."));
        return;
    }
    setReading(1);
    m_loader.readStory(data + QStringLiteral("/withdrawal"));
}

void Session::openFiles(const QList<QUrl>& files)
{
    for (const QUrl& url : files) {
        if (!url.isLocalFile()) {
            m_notices.add(NoticeModel::Kind::Error, tr("Only files on this computer can be opened"),
                          url.toDisplayString());
            continue;
        }
        const QFileInfo file(url.toLocalFile());
        m_settings.setLastFolder(QUrl::fromLocalFile(file.absolutePath()));
        if (!m_updates.offer(file.absoluteFilePath())) {
            openPath(file.filePath());
        }
    }
}

void Session::openPath(const QString& path)
{
    if (!m_updates.readAgain(QFileInfo(path).absoluteFilePath())) {
        open(path, false);
    }
}

void Session::open(const QString& path, bool beside)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (core::looksLikeRaster(QFile::encodeName(absolute).toStdString())) {
        m_basemaps.openFile(QUrl::fromLocalFile(absolute));
        return;
    }
    setReading(1);
    m_loader.readFile(m_layers.addLoading(absolute, beside), absolute);
}

void Session::onFileRead(int key, const std::vector<MapLayerPtr>& layers)
{
    setReading(-1);
    std::vector<LayerListModel::Addition> additions;
    core::MercatorBox box;
    for (const MapLayerPtr& layer : layers) {
        additions.push_back({layer, QString::fromStdString(layer->layer.name), false});
        box.add(boxOf(*layer));
        reportLosses(layer->layer);
    }
    if (!layers.empty()) {
        m_settings.addRecentFile(QString::fromStdString(layers.front()->layer.path));
    }
    m_layers.finish(key, additions);
    m_camera.fit(box);
    m_fileReading.consider(layers);
    for (const QString& file : m_tracksFiles) {
        if (!layers.empty() && QFileInfo(file).absoluteFilePath() ==
                                   QString::fromStdString(layers.front()->layer.path)) {
            m_tracksFiles.removeOne(QString(file));
            return makeTracksOf(layers);
        }
    }
}

/// Groups the points of a file of the start into tracks, as the command line said.
void Session::makeTracksOf(const std::vector<MapLayerPtr>& layers)
{
    bool asked = false;
    for (const MapLayerPtr& layer : layers) {
        asked = m_layers.makeTracksOf(layer->id, m_tracksBy) || asked;
    }
    if (!asked && !layers.empty()) {
        m_notices.add(NoticeModel::Kind::Warning, tr("No tracks could be made"),
                      tr("%1 has no dated points with a field “%2” whose values repeat.")
                          .arg(QString::fromStdString(layers.front()->layer.path), m_tracksBy));
    }
}

void Session::onFileFailed(int key, const core::Error& error)
{
    setReading(-1);
    if (error.code == core::ErrorCode::cancelled) {
        m_layers.remove(key);
        return;
    }
    m_layers.fail(key, QString::fromStdString(error.detail));
    m_notices.add(NoticeModel::Kind::Error, tr("A file could not be opened"), errorText(error));
}

void Session::reportLosses(const core::Layer& layer)
{
    const QString name = QString::fromStdString(layer.name);
    if (layer.counts.rejected > 0 && !layer.needs.crs) { // else that is asked
        QString detail = tr("%Ln of its features could not be used.", nullptr,
                            static_cast<int>(layer.counts.rejected));
        if (!layer.diagnostics.kept().empty()) {
            const core::Diagnostic& first = layer.diagnostics.kept().front();
            detail += QStringLiteral(" ") +
                      tr("The first: %1 (%2)", "what, where")
                          .arg(QString::fromStdString(first.text),
                               first.feature ? tr("feature %1")
                                                   .arg(m_reader.numbers.toString(
                                                       static_cast<qulonglong>(*first.feature) + 1))
                                             : QString::fromStdString(first.where));
        }
        m_notices.add(NoticeModel::Kind::Warning, name, detail);
    }
    static constexpr std::array fixLosses{"times-mismatch", "fix-without-time",
                                          "fix-time-backwards", "fix-without-track",
                                          "fix-without-place"};
    for (const core::Diagnostic& diagnostic : layer.diagnostics.kept()) {
        if (std::ranges::contains(fixLosses, diagnostic.code)) {
            m_notices.add(NoticeModel::Kind::Warning, name,
                          tr("Not every fix is part of a movement. The first: %1")
                              .arg(QString::fromStdString(diagnostic.text)));
            break;
        }
    }
    if (layer.timeFields.convention == core::TimeConvention::none && layer.rowCount() > 0) {
        m_notices.add(NoticeModel::Kind::Information, name,
                      tr("No field with dates was found: its features show at every date."));
    }
}

/// A layer of the story stays part of it when it is updated: with its title and its time.
void Session::onReplacing(const MapLayerPtr& before, const MapLayerPtr& after)
{
    if (m_story) {
        const auto layer = std::ranges::find(m_story->layers, before, &StoryLayer::data);
        if (layer != m_story->layers.end()) {
            layer->data = after;
        }
    }
    reportLosses(after->layer);
}

void Session::onStoryRead(const Story& story)
{
    setReading(-1);
    const bool first = m_layers.readyCount() == 0;
    m_story = story;
    m_record.setSources(story.sources);
    std::vector<LayerListModel::Addition> additions;
    for (const StoryLayer& layer : story.layers) {
        additions.push_back({layer.data, layer.name.in(m_reader.language), true});
    }
    m_layers.addLayers(additions);
    if (story.at) {
        m_clock.setPosition(static_cast<double>(*story.at));
    }
    m_camera.fit(story.extent, !first);
    m_timeline.setStory(&*m_story, m_reader, m_clock.words());
    emit storyChanged();
    emit attributionChanged();
}

void Session::closeAll()
{
    m_layers.clear();
}

void Session::onLayersChanged()
{
    const std::vector<SceneLayer> layers = m_layers.sceneLayers();
    m_record.keepOnly([this](quint64 id) { return m_layers.layer(id) != nullptr; });
    const bool storyLeft =
        m_story && std::ranges::any_of(m_story->layers, [this](const StoryLayer& layer) {
            return m_layers.layer(layer.data->id) != nullptr;
        });
    if (m_story && !storyLeft) {
        m_story.reset();
        m_timeline.setStory(nullptr, m_reader, m_clock.words());
        emit storyChanged();
        emit attributionChanged();
    }
    m_changes.keepOnly([this](quint64 id) { return m_layers.layer(id) != nullptr; });
    m_search.keepOnly([this](quint64 id) { return m_layers.layer(id) != nullptr; });
    m_scene.setLayers(layers);
    m_timeline.density()->setLayers(layers);
    applyZone();
    updateClock();
    if (!m_search.text().isEmpty()) {
        m_searcher.search(searchSpace(), m_search.text());
    }
}

void Session::refresh()
{
    const Scene& scene = m_scene.scene();
    m_legend.setEntries(
        legendOf(scene, m_camera.camera(), [this](quint64 id) { return m_layers.nameOf(id); }));
    m_record.setMovement(movement());
    m_listed.setScene(scene.layers, scene.window, m_reader.language);
    const core::Tally tally = tallyOf(scene);
    const QString text = scene.layers.empty() ? QString() : tallyText(tally, m_reader.numbers);
    if (text != m_tally) {
        m_tally = text;
        m_tallyParts.clear();
        m_undatedText.clear();
        for (const TallyPart& part : partsOf(tally, m_reader.numbers)) {
            m_tallyParts << QVariantMap{{QStringLiteral("which"), QVariant::fromValue(part.which)},
                                        {QStringLiteral("text"), part.text}};
            if (part.which == FeatureListModel::Which::Undated) {
                m_undatedText = part.text;
            }
        }
        emit tallyChanged();
    }
}

QString Session::attribution() const
{
    return m_basemaps.attribution();
}

/// Goes to a raster that is nowhere in view.
void Session::onBasemapOpened(const core::MercatorBox& box)
{
    const Camera& camera = m_camera.camera();
    const QRectF units(QPointF(box.minX, box.minY), QPointF(box.maxX, box.maxY));
    if (!camera.view().intersects(units) || !camera.sees(units)) {
        m_camera.fit(box);
    }
}

QString Session::dataSources() const
{
    QFile file(QStringLiteral(":/masar/SOURCES.md"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QColor Session::linkColour() const
{
    return QGuiApplication::palette().color(QPalette::Link);
}

void Session::setLinkColour(const QColor& colour)
{
    if (colour != linkColour()) {
        QPalette palette = QGuiApplication::palette();
        palette.setColor(QPalette::Link, colour);
        QGuiApplication::setPalette(palette);
        emit linkColourChanged();
    }
}

void Session::setDark(bool dark)
{
    if (dark == this->dark()) {
        return;
    }
    m_scene.setDark(dark);
    m_layers.setDark(dark);
    m_record.setDark(dark);
    emit darkChanged();
}

core::MercatorBox Session::dataBox() const
{
    core::MercatorBox box;
    for (const SceneLayer& item : m_layers.sceneLayers()) {
        if (item.visible) {
            box.add(boxOf(*item.data));
        }
    }
    return box;
}

void Session::fitAll()
{
    m_camera.fit(dataBox());
}

void Session::tapAt(MapCanvas* canvas, QPointF position)
{
    if (m_ruler.measuring()) {
        m_ruler.add(m_camera.camera().placeAt(position));
    } else {
        selectAt(canvas, position);
    }
}

void Session::doubleTapAt(QPointF position)
{
    if (m_ruler.measuring()) {
        m_ruler.finish();
    } else {
        m_camera.zoomAt(1, position);
    }
}

void Session::measureFrom(QPointF position)
{
    m_ruler.begin();
    m_ruler.add(m_camera.camera().placeAt(position));
}

void Session::measureMiddle()
{
    m_pointer.reset(); // the keyboard has taken over
    m_ruler.add(m_camera.camera().placeAt(pointerOrMiddle()));
    emit placeChanged();
}

void Session::copyMeasurement()
{
    QGuiApplication::clipboard()->setText(m_ruler.text(m_settings.coordinateFormat()));
    m_notices.add(NoticeModel::Kind::Information, tr("Measurement copied"), m_ruler.length());
}

void Session::onPlaceChanged()
{
    m_ruler.pointAt(m_camera.camera().placeAt(pointerOrMiddle()));
}

Movement Session::movement() const
{
    const Scene& scene = m_scene.scene();
    return {scene.window, scene.tracks.limits, m_settings.lengthUnits()};
}

void Session::selectAt(MapCanvas* canvas, QPointF position)
{
    std::vector<RecordModel::Subject> subjects;
    for (const FeatureRef& feature : canvas->featuresAt(position)) {
        if (const MapLayerPtr layer = m_layers.layer(feature.layer)) {
            subjects.push_back({layer, feature.row, m_layers.nameOf(feature.layer)});
        }
    }
    m_record.show(std::move(subjects));
}

void Session::pointAt(MapCanvas* canvas, QPointF position)
{
    m_pointer = position;
    const std::vector<FeatureRef> features = canvas->featuresAt(position);
    const MapLayerPtr layer = features.empty() ? nullptr : m_layers.layer(features.front().layer);
    if (layer) {
        const quint32 row = features.front().row;
        m_hoverTitle = titleOf(layer->layer, row, m_reader.language);
        const auto status = layer->layer.properties.text("status", row);
        m_hoverDetail = status ? statusText(*status) : m_layers.nameOf(layer->id);
        if (const auto where = whereabouts(layer->layer, row, movement(), m_reader)) {
            m_hoverDetail += QStringLiteral("  ·  ") + *where;
        }
        m_scene.setHovered(features.front());
    } else {
        m_hoverTitle.clear();
        m_hoverDetail.clear();
        m_scene.setHovered(std::nullopt);
    }
    emit pointerChanged();
    emit placeChanged();
}

void Session::pointNowhere()
{
    m_hoverTitle.clear();
    m_hoverDetail.clear();
    m_pointer.reset();
    m_scene.setHovered(std::nullopt);
    emit pointerChanged();
    emit placeChanged();
}

QPointF Session::pointerOrMiddle() const
{
    const QSizeF size = m_camera.size();
    return m_pointer.value_or(QPointF(size.width() / 2, size.height() / 2));
}

QString Session::pointerText() const
{
    const core::LonLat place = m_camera.camera().placeAt(pointerOrMiddle());
    const QString text = placeText(place, m_settings.coordinateFormat(), m_reader.numbers);
    return m_pointer ? text : tr("Middle: %1", "of the map, its coordinates").arg(text);
}

void Session::copyPlace()
{
    copyPlaceAt(pointerOrMiddle());
}

void Session::copyPlaceAt(QPointF position)
{
    const QString text = QString::fromStdString(
        core::coordinateText(m_camera.camera().placeAt(position), m_settings.coordinateFormat()));
    QGuiApplication::clipboard()->setText(text);
    m_notices.add(NoticeModel::Kind::Information, tr("Coordinates copied"), text);
}

void Session::updateGraticule()
{
    constexpr double zoomButtons = 160; // and what stands around them
    constexpr double northArrow = 42;
    std::optional<GraticuleLook> look;
    if (m_settings.graticule()) {
        look = GraticuleLook{m_settings.coordinateFormat(), m_reader.numbers, rightToLeft(),
                             m_camera.covered()};
        look->covered.setTop(0);
        look->covered.setBottom(zoomButtons + (m_camera.turned() ? northArrow : 0));
    }
    m_scene.setGraticule(std::move(look));
}

SearchSpace Session::searchSpace() const
{
    SearchSpace space;
    space.basemap = m_basemaps.bundled(); // its places are found even while it does not show
    for (const SceneLayer& item : m_layers.sceneLayers()) {
        const bool story =
            m_story && std::ranges::any_of(m_story->layers, [&item](const StoryLayer& layer) {
                return layer.data == item.data;
            });
        space.layers.push_back({item.data, m_layers.nameOf(item.data->id), story});
    }
    space.near = core::toMercator(m_camera.camera().centre());
    space.language = m_reader.language;
    space.format = m_settings.coordinateFormat();
    return space;
}

void Session::prepareSearch()
{
    m_searcher.prepare(searchSpace());
}

void Session::goToHit(int row)
{
    const SearchHit* hit = m_search.hit(row);
    if (hit == nullptr) {
        return;
    }
    FoundPlace found;
    found.title = hit->title;
    m_followFound = {};
    if (hit->box) {
        const core::LonLat place =
            core::toLonLat({hit->box->minX + (hit->box->maxX - hit->box->minX) / 2,
                            hit->box->minY + (hit->box->maxY - hit->box->minY) / 2});
        found.place = {place.latDeg, place.lonDeg};
    }
    if (hit->kind == SearchHit::Kind::feature) {
        goToFeature(*hit, found);
    } else {
        m_record.close();
    }
    if (hit->box) {
        m_camera.flyTo(*hit->box, hit->zoom); // after the record has taken its room
    }
    m_search.setFound(std::move(found));
}

/// Opens the feature's record; says what keeps it from being seen, and how that can be changed.
void Session::goToFeature(const SearchHit& hit, FoundPlace& found)
{
    const quint64 id = hit.layer->id;
    const auto present = presentRow(hit, m_clock.window());
    const auto moment = nearestMoment(hit, m_clock.window());
    const quint32 row = present ? *present : moment ? moment->row : hit.rows.front();
    m_record.show({{hit.layer, row, m_layers.nameOf(id)}});
    if (!hit.box) {
        found.note = tr("It has no place on the map.");
    } else if (!m_layers.isVisible(id)) {
        found.note = tr("Its layer is hidden.");
        found.action = tr("Show the layer");
        m_followFound = [this, id] { m_layers.show(id); };
    } else if (present) {
        found.title.clear(); // the map and the record name it
    } else if (moment) {
        // The beginning of that day, if the feature is there by then.
        const core::LocalTime local = core::toLocal(moment->at, m_clock.words().zone());
        const core::Instant day = moment->at - local.secondOfDay;
        const bool wholeDay = core::presence(hit.layer->layer.spans[moment->row], {day, day + 1}) !=
                              core::Presence::absent;
        const core::Instant at = wholeDay ? day : moment->at;
        found.note = tr("Not on the map at this date.");
        found.action = tr("Go to %1")
                           .arg(wholeDay ? m_clock.words().day(local.date)
                                         : m_clock.words().window({at, at + 1}));
        m_followFound = [this, at] { m_clock.setPosition(static_cast<double>(at)); };
    }
}

void Session::followFound()
{
    if (const auto follow = std::exchange(m_followFound, {})) {
        m_search.dismissFound();
        follow();
    }
}

void Session::dismiss()
{
    if (m_ruler.measuring() || (!m_search.foundShown() && !m_record.shown())) {
        m_ruler.dismiss();
        return;
    }
    m_search.dismissFound();
    m_record.close();
}

QUrl Session::snapshotUrl() const
{
    const QUrl last = m_settings.lastFolder();
    const QString folder = last.isLocalFile() && QDir(last.toLocalFile()).exists()
                               ? last.toLocalFile()
                               : QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    const QString date = m_clock.hasRange() ? QStringLiteral("-") + m_clock.isoText() : QString();
    return QUrl::fromLocalFile(QStringLiteral("%1/masar%2.png").arg(folder, date));
}

void Session::saveSnapshot(MapCanvas* canvas, const QUrl& file)
{
    Scene scene = m_scene.scene();
    if (scene.graticule) {
        scene.graticule->covered = {}; // no panes there
    }
    refresh();
    Furniture furniture;
    furniture.title = storyTitle();
    furniture.date = m_clock.dateText();
    furniture.zone = m_clock.hasRange() ? m_clock.zone() : QString();
    furniture.tally = m_tally;
    furniture.attribution = attribution();
    furniture.legend = m_legend.entries();
    furniture.dark = dark();
    furniture.rightToLeft = rightToLeft();
    furniture.units = m_settings.lengthUnits();
    m_snapshots.take({std::move(scene), canvas->camera(), std::move(furniture), file.toLocalFile(),
                      m_changes.marked()});
}

void Session::onSnapshotSaved(const QString& path, int missingTiles)
{
    m_settings.setLastFolder(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
    if (missingTiles > 0) {
        m_notices.add(
            NoticeModel::Kind::Warning, tr("Snapshot saved, with gaps in its basemap"),
            tr("%Ln tile(s) could not be had: hatching marks where.", nullptr, missingTiles) +
                QLatin1Char('\n') + path);
        return;
    }
    m_notices.add(NoticeModel::Kind::Information, tr("Snapshot saved"), path);
}

} // namespace masar::app
