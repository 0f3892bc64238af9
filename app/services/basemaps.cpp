// SPDX-License-Identifier: Apache-2.0
#include "app/services/basemaps.hpp"

#include "app/map/basemap.hpp"

#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QTextDocumentFragment>
#include <QtConcurrent>

#include <algorithm>

namespace masar::app {

namespace {

constexpr QLatin1StringView kNone("none");
constexpr QLatin1StringView kFile("file:");
constexpr QLatin1StringView kOnline("online:");

core::MercatorBox coveredBy(const core::RasterInfo& info)
{
    const auto unit = [](double value) {
        return static_cast<std::uint32_t>(std::clamp(value, 0.0, core::kMercatorWorld - 1));
    };
    return {unit(info.left), unit(info.top), unit(info.right), unit(info.bottom)};
}

} // namespace

Basemaps::Basemaps(Settings& settings, MapScene& scene, const QString& cacheFolder)
    : m_settings(settings), m_scene(scene), m_cacheFolder(cacheFolder)
{
    m_pool.setMaxThreadCount(1);
    connect(&m_settings, &Settings::basemapLookChanged, this, &Basemaps::applyLook);
    connect(&m_scene, &MapScene::tilesChanged, this, &Basemaps::onTiles);
    rebuild();
    applyLook();
}

Basemaps::~Basemaps()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

/// Makes the list anew from what is remembered.
void Basemaps::rebuild()
{
    beginResetModel();
    m_choices = {{Kind::Bundled, {}, {}}, {Kind::None, {}, {}}};
    for (const QString& path : m_settings.recentRasters()) {
        m_choices.push_back({Kind::File, path, {}});
    }
    for (const QVariant& map : m_settings.onlineMaps()) {
        m_choices.push_back({Kind::Online, {}, toOnlineMap(map.toMap())});
    }
    endResetModel();
}

QString Basemaps::keyOf(const Choice& choice)
{
    switch (choice.kind) {
    case Kind::None:
        return kNone;
    case Kind::File:
        return kFile + choice.path;
    case Kind::Online:
        return kOnline + choice.map.name;
    case Kind::Bundled:
        break;
    }
    return {};
}

void Basemaps::restore()
{
    const QString key = m_settings.basemap();
    const auto found = std::ranges::find(m_choices, key, &Basemaps::keyOf);
    if (found == m_choices.end()) {
        return;
    }
    const Choice choice = *found;
    if (choice.kind == Kind::File) {
        openRasterOf(choice, false);
    } else {
        show(choice);
    }
}

void Basemaps::choose(int row)
{
    if (row < 0 || row >= rowCount()) {
        return;
    }
    const Choice choice = m_choices[static_cast<std::size_t>(row)];
    if (choice.kind == Kind::File) {
        openRasterOf(choice, true);
    } else {
        show(choice);
    }
}

void Basemaps::openFile(const QUrl& file)
{
    if (!file.isLocalFile()) {
        emit problem(tr("Only files on this computer can be opened"), file.toDisplayString());
        return;
    }
    const QString path = QFileInfo(file.toLocalFile()).absoluteFilePath();
    openRasterOf({Kind::File, path, {}}, true);
}

void Basemaps::openRasterOf(const Choice& choice, bool fit)
{
    m_stop.request_stop();
    m_stop = {};
    setOpening(true);
    QtConcurrent::run(&m_pool, [path = QFile::encodeName(choice.path).toStdString(),
                                stop = m_stop] {
        return openRaster(path, stop);
    }).then(this, [this, job = ++m_job, choice, fit](const core::Result<OpenRaster>& raster) {
        if (job == m_job) {
            m_stop = {}; // what is open now is not stopped by what is opened next
            setOpening(false);
            onOpened(choice, raster, fit);
        }
    });
}

void Basemaps::onOpened(const Choice& choice, const core::Result<OpenRaster>& raster, bool fit)
{
    if (!raster) {
        emit problem(tr("The basemap could not be opened"),
                     QString::fromStdString(raster.error().detail) + QLatin1Char('\n') +
                         choice.path);
        return;
    }
    QStringList recent = m_settings.recentRasters();
    if (!recent.contains(choice.path)) {
        recent.prepend(choice.path);
        m_settings.setRecentRasters(recent);
        rebuild();
    }
    show(choice);
    m_info = raster->info;
    m_tiles = raster->tiles;
    m_scene.setTiles(m_tiles);
    emit shownChanged();
    if (fit) {
        emit opened(coveredBy(*m_info));
    }
}

QString Basemaps::addOnline(const QString& name, const QString& address, const QString& attribution,
                            int maxZoom)
{
    const OnlineMap map{name.trimmed(), address.trimmed(), attribution.trimmed(), maxZoom};
    if (const QString why = problemOf(map); !why.isEmpty()) {
        return why;
    }
    QVariantList maps = m_settings.onlineMaps();
    const auto same = std::ranges::find_if(
        maps, [&](const QVariant& other) { return toOnlineMap(other.toMap()).name == map.name; });
    if (same != maps.end()) {
        *same = toVariant(map);
    } else {
        maps.append(toVariant(map));
    }
    m_settings.setOnlineMaps(maps);
    rebuild();
    show({Kind::Online, {}, map});
    return {};
}

void Basemaps::remove(int row)
{
    if (row < 0 || row >= rowCount()) {
        return;
    }
    const Choice choice = m_choices[static_cast<std::size_t>(row)];
    if (choice.kind == Kind::File) {
        QStringList recent = m_settings.recentRasters();
        recent.removeAll(choice.path);
        m_settings.setRecentRasters(recent);
    } else if (choice.kind == Kind::Online) {
        QVariantList maps = m_settings.onlineMaps();
        maps.removeIf([&](const QVariant& map) { return toOnlineMap(map.toMap()) == choice.map; });
        m_settings.setOnlineMaps(maps);
    } else {
        return;
    }
    rebuild();
    if (choice == m_shown) {
        show({});
    }
}

/// Shows a choice; the tiles of a file follow by themselves.
void Basemaps::show(const Choice& choice)
{
    if (choice.kind != Kind::File && m_opening) {
        m_stop.request_stop(); // another one was being opened
        ++m_job;
        setOpening(false);
    }
    m_shown = choice;
    m_info.reset();
    m_told.clear();
    m_tiles.reset();
    if (choice.kind == Kind::Online) {
        FetchLimits limits;
        limits.cacheFolder = m_cacheFolder;
        m_tiles = std::make_shared<TileStore>(std::make_unique<OnlineTiles>(choice.map, limits));
    }
    m_settings.setBasemap(keyOf(choice));
    setIncomplete(false);
    m_scene.setBasemap(choice.kind == Kind::None ? nullptr : m_bundled);
    m_scene.setTiles(m_tiles);
    emit shownChanged();
    emit dataChanged(index(0), index(rowCount() - 1), {ShownRole});
}

void Basemaps::setBundled(std::shared_ptr<const Basemap> basemap)
{
    m_bundled = std::move(basemap);
    m_bundledMissing = m_bundled == nullptr;
    m_scene.setBasemap(m_shown.kind == Kind::None ? nullptr : m_bundled);
    retranslate();
}

void Basemaps::applyLook()
{
    m_scene.setTilesOpacity(m_settings.basemapOpacity());
    m_scene.setLinesOnTiles(m_settings.namesOnBasemap());
}

/// Tells once of each problem, however many tiles have it.
void Basemaps::onTiles()
{
    if (!m_tiles) {
        return;
    }
    const TileStore::Tally tally = m_tiles->inView();
    setIncomplete(tally.failed > 0);
    if (tally.failed > 0 && m_told.insert(tally.error.detail).second) {
        const QString what = QString::fromStdString(tally.error.detail);
        const QString where = QString::fromStdString(tally.error.where);
        emit problem(tr("Part of the basemap is missing"),
                     m_shown.kind == Kind::Online
                         ? tr("%1: %2", "a server, what is wrong with it").arg(where, what)
                         : what + QLatin1Char('\n') + where);
    }
}

void Basemaps::retry()
{
    if (m_tiles) {
        m_told.clear();
        m_tiles->retry();
    }
}

void Basemaps::setOpening(bool opening)
{
    if (m_opening != opening) {
        m_opening = opening;
        emit openingChanged();
    }
}

void Basemaps::setIncomplete(bool incomplete)
{
    if (m_incomplete != incomplete) {
        m_incomplete = incomplete;
        emit incompleteChanged();
    }
}

QString Basemaps::attributionOfOwn() const
{
    if (m_shown.kind == Kind::Online) {
        return m_shown.map.attribution;
    }
    // Some files state it as a piece of a web page.
    return m_info ? QTextDocumentFragment::fromHtml(QString::fromStdString(m_info->attribution))
                        .toPlainText()
                        .simplified()
                  : QString();
}

QString Basemaps::attribution() const
{
    QStringList parts;
    if (const QString own = attributionOfOwn(); !own.isEmpty()) {
        parts << own;
    }
    if (m_shown.kind != Kind::None && m_bundled) {
        parts << m_bundled->attribution;
    }
    return parts.join(QStringLiteral("; "));
}

QString Basemaps::titleOf(const Choice& choice) const
{
    switch (choice.kind) {
    case Kind::Bundled:
        return tr("Bundled map");
    case Kind::None:
        return tr("No basemap");
    case Kind::File:
        return QFileInfo(choice.path).fileName();
    case Kind::Online:
        break;
    }
    return choice.map.name;
}

QString Basemaps::detailOf(const Choice& choice) const
{
    switch (choice.kind) {
    case Kind::Bundled:
        return m_bundledMissing ? tr("Not found on this computer") : tr("Works without a network");
    case Kind::None:
        return tr("A plain ground with the data alone");
    case Kind::File:
        return QFileInfo(choice.path).absolutePath();
    case Kind::Online:
        break;
    }
    return tr("Online, from %1").arg(addressOf(choice.map, {}).host());
}

QString Basemaps::title() const
{
    return titleOf(m_shown);
}

QString Basemaps::detail() const
{
    if (!m_info) {
        return detailOf(m_shown);
    }
    const QLocale locale;
    QStringList parts{
        tr("%1 × %2 pixels").arg(locale.toString(m_info->width), locale.toString(m_info->height)),
        QString::fromStdString(m_info->system)};
    if (m_info->stretch) {
        parts << tr("values %1 to %2 shown dark to light")
                     .arg(locale.toString(m_info->stretch->first, 'g', 4),
                          locale.toString(m_info->stretch->second, 'g', 4));
    }
    return parts.join(tr(", "));
}

void Basemaps::retranslate()
{
    emit shownChanged();
    emit dataChanged(index(0), index(rowCount() - 1), {TitleRole, DetailRole});
}

int Basemaps::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_choices.size());
}

QVariant Basemaps::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Choice& choice = m_choices[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return titleOf(choice);
    case DetailRole:
        return detailOf(choice);
    case KindRole:
        return QVariant::fromValue(choice.kind);
    case ShownRole:
        return choice == m_shown;
    default:
        return {};
    }
}

QHash<int, QByteArray> Basemaps::roleNames() const
{
    return {{TitleRole, "title"}, {DetailRole, "detail"}, {KindRole, "kind"}, {ShownRole, "shown"}};
}

} // namespace masar::app
