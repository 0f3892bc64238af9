// SPDX-License-Identifier: Apache-2.0
#include "app/services/layer_updates.hpp"

#include "app/services/error_text.hpp"

#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace masar::app {

LayerUpdates::LayerUpdates(const Parts& parts, QObject* parent) : QObject(parent), m_parts(parts)
{
    connect(&m_parts.loader, &Loader::versionRead, this, &LayerUpdates::onVersionRead);
    connect(&m_parts.loader, &Loader::versionFailed, this, &LayerUpdates::onVersionFailed);
    connect(&m_parts.loader, &Loader::compared, this, &LayerUpdates::onCompared);
    connect(&m_parts.loader, &Loader::compareFailed, this, [this](const core::Error& error) {
        emit reading(-1);
        m_parts.notices.add(NoticeModel::Kind::Error, tr("The versions could not be compared"),
                            errorText(error));
    });
    connect(&m_parts.loader, &Loader::fileSeen, &m_watch, &FileWatch::know);
    connect(&m_parts.loader, &Loader::hashRead, this, &LayerUpdates::onHashRead);
    connect(&m_parts.layers, &LayerListModel::layersChanged, this, &LayerUpdates::onLayersChanged);
    connect(&m_watch, &FileWatch::settled, this, &LayerUpdates::onSettled);
    connect(&m_watch, &FileWatch::lost, this, [this](const QString& path) {
        onUnreadable(path, tr("There is no file with something in it any more."));
    });
    connect(&m_parts.settings, &Settings::followFilesChanged, this, &LayerUpdates::retranslate);
    connect(&m_parts.changes, &ChangesModel::keyWanted, this, &LayerUpdates::matchBy);
    connect(&m_parts.changes, &ChangesModel::currentChanged, this, &LayerUpdates::showChange);
}

void LayerUpdates::read(const QString& path, const std::vector<MapLayerPtr>& before, Job job)
{
    VersionRequest request;
    request.path = path;
    request.before = before;
    for (const MapLayerPtr& layer : before) {
        request.keys.push_back(m_keys[m_parts.layers.keyOf(layer->id)]);
    }
    m_jobs[++m_lastJob] = job;
    if (job.watched) {
        request.knownHash = m_files[path].hash;
        m_files[path].job = m_lastJob;
    } else {
        emit reading(1);
    }
    m_parts.loader.readVersion(m_lastJob, request);
}

bool LayerUpdates::readAgain(const QString& path)
{
    const std::vector<MapLayerPtr> layers = m_parts.layers.layersOf(path);
    if (!layers.empty()) {
        read(path, layers, {});
    }
    return !layers.empty();
}

bool LayerUpdates::offer(const QString& path)
{
    const QString name = QFileInfo(path).fileName();
    QString open; // the file whose layers it may update
    for (const QString& file : m_parts.layers.files()) {
        if (file == path || (open.isEmpty() && QFileInfo(file).fileName() == name)) {
            open = file;
        }
    }
    if (open.isEmpty()) {
        return false;
    }
    const QString detail =
        open == path ? tr("Update its layers and see what changed, or open it once more?")
                     : tr("The map shows another file of this name. Update its layers and see what "
                          "changed, or open this one beside them?");
    m_parts.notices.add(
        NoticeModel::Kind::Information, tr("“%1” is open already").arg(name), detail,
        {{tr("Update"), [this, path, open] { read(path, m_parts.layers.layersOf(open), {}); }},
         {tr("Open beside"), [this, path] { emit openWanted(path); }}});
    return true;
}

void LayerUpdates::updateFrom(int key, const QUrl& file)
{
    if (const MapLayerPtr layer = m_parts.layers.layerOf(key)) {
        read(file.toLocalFile(), {layer}, {.single = true});
    }
}

/// The files of the layers on the map are watched, and no others.
void LayerUpdates::onLayersChanged()
{
    const QStringList files = m_parts.layers.files();
    std::erase_if(m_files, [&](const auto& file) { return !files.contains(file.first); });
    m_watch.setFiles(files);
    for (const QString& path : files) {
        if (m_files.try_emplace(path).second) {
            m_parts.loader.readHash(path);
        }
        for (const MapLayerPtr& layer : m_parts.layers.layersOf(path)) {
            const int key = m_parts.layers.keyOf(layer->id);
            if (!m_versions.contains(key)) {
                m_versions.add(key, {.hash = m_files[path].hash,
                                     .read = QDateTime::currentDateTime(),
                                     .data = layer,
                                     .counts = {}});
                m_versions.setOnMap(key, layer);
            }
            m_versions.reread(key, layer);
        }
        tellStatus(path);
    }
    m_versions.keepOnly([this](int key) { return m_parts.layers.layerOf(key) != nullptr; });
}

void LayerUpdates::onHashRead(const QString& path, const FileState& state, const QByteArray& hash)
{
    const auto file = m_files.find(path);
    if (file != m_files.end() && file->second.hash.isEmpty() && state == m_watch.known(path)) {
        file->second.hash = hash;
        for (const MapLayerPtr& layer : m_parts.layers.layersOf(path)) {
            m_versions.setHash(m_parts.layers.keyOf(layer->id), hash);
        }
    }
}

/// What was read of a file is part of the history of its layers, whether it is taken or not.
void LayerUpdates::noteVersion(const FileVersion& version)
{
    for (const LayerDifferencePtr& difference : version.differences) {
        if (const int key = m_parts.layers.keyOf(difference->before->id); key != 0) {
            m_versions.add(key, {.hash = version.hash,
                                 .read = QDateTime::currentDateTime(),
                                 .data = difference->after,
                                 .counts = difference->diff.counts});
        }
    }
}

void LayerUpdates::showVersions(int key)
{
    if (const MapLayerPtr layer = m_parts.layers.layerOf(key)) {
        m_versions.show(key, m_parts.layers.nameOf(layer->id));
    }
}

void LayerUpdates::compareVersions()
{
    if (m_versions.comparable()) {
        m_comparedKey = m_versions.shownKey();
        emit reading(1);
        m_parts.loader.compareVersions(m_versions.chosen(false), m_versions.chosen(true),
                                       m_keys[m_comparedKey]);
    }
}

void LayerUpdates::onSettled(const QString& path)
{
    read(path, m_parts.layers.layersOf(path), {.watched = true});
}

void LayerUpdates::onUnreadable(const QString& path, const QString& why)
{
    const auto file = m_files.find(path);
    if (file != m_files.end()) {
        if (file->second.problem.isEmpty()) {
            file->second.unreadableSince = QDateTime::currentDateTime();
        }
        file->second.problem = why;
        tellStatus(path);
    }
}

void LayerUpdates::tellStatus(const QString& path)
{
    const File& file = m_files[path];
    LayerListModel::FileStatus status;
    status.alone = m_parts.settings.followsFile(path);
    status.newer = file.newer.has_value();
    status.problem = file.problem;
    if (!file.problem.isEmpty()) {
        status.note =
            tr("Not readable since %1", "a file, a time of day")
                .arg(QLocale().toString(file.unreadableSince.time(), QLocale::ShortFormat));
    } else if (file.newer) {
        status.note =
            tr("Newer on disk: %1", "a file, the counts of its changes").arg(countsOf(*file.newer));
    }
    m_parts.layers.setFileStatus(path, status);
}

void LayerUpdates::retranslate()
{
    for (const auto& [path, file] : m_files) {
        tellStatus(path);
    }
    m_versions.retranslate();
}

void LayerUpdates::onVersionFailed(int number, const QString& path, const core::Error& error)
{
    if (m_jobs.extract(number).mapped().watched) {
        const bool stillSo = fileStateOf(path) == m_watch.known(path); // else it is read again
        if (stillSo && m_files.contains(path) && m_files[path].job == number) {
            onUnreadable(path, errorText(error));
        }
        return;
    }
    emit reading(-1);
    m_parts.notices.add(NoticeModel::Kind::Error, tr("The layer could not be updated"),
                        errorText(error));
}

void LayerUpdates::onVersionRead(int number, const FileVersion& version)
{
    const Job job = m_jobs.extract(number).mapped();
    const bool found = version.known || !version.differences.empty();
    if (job.watched) {
        const auto file = m_files.find(version.path);
        if (file == m_files.end() || file->second.job != number) {
            return; // nobody wants it any more, or another is on its way
        }
        if (!found) {
            onUnreadable(version.path, tr("It has none of the layers on the map."));
        } else if (isOutdated(version)) {
            onSettled(version.path);
        } else {
            onNewer(version);
        }
        return;
    }
    emit reading(-1);
    if (!found) {
        m_parts.notices.add(NoticeModel::Kind::Error, tr("The layer could not be updated"),
                            tr("%1 has no layer of its name.").arg(version.path));
        return;
    }
    FileVersion taken = version;
    if (job.single) {
        taken.added.clear();
    }
    apply(taken, Show::changes);
}

/// The map came to show another version while this one was compared with the one before.
bool LayerUpdates::isOutdated(const FileVersion& version) const
{
    return version.known
               ? version.hash != m_files.at(version.path).hash
               : std::ranges::none_of(version.differences, [this](const auto& difference) {
                     return m_parts.layers.layer(difference->before->id) != nullptr;
                 });
}

/// A version that came by itself: what is the same needs nobody's consent.
void LayerUpdates::onNewer(const FileVersion& version)
{
    File& file = m_files[version.path];
    m_parts.notices.dismiss(file.notice);
    file.notice = 0;
    file.problem.clear();
    file.newer.reset();
    const QString counts = countsOf(version);
    if (version.known || counts.isEmpty()) {
        if (!version.known) {
            apply(version, Show::nothing);
        }
    } else if (m_parts.settings.followsFile(version.path)) {
        apply(version, Show::nothing);
        const LayerDifferencePtr changed = version.differences.front();
        tell(version.path, tr("“%1” was updated").arg(QFileInfo(version.path).fileName()), counts,
             {{tr("Show changes"), [this, changed] {
                   m_parts.changes.show(changed, m_parts.layers.nameOf(changed->after->id));
               }}});
    } else {
        offerNewer(version);
    }
    if (m_files.contains(version.path)) {
        tellStatus(version.path);
    }
}

void LayerUpdates::offerNewer(const FileVersion& version)
{
    const QString path = version.path;
    noteVersion(version);
    m_files[path].newer = version;
    const auto take = [this, path] { this->take(path); };
    tell(path, tr("“%1” changed on disk").arg(QFileInfo(path).fileName()), countsOf(version),
         {{tr("Update"), take}, {tr("Always update"), [this, path, take] {
                                     m_parts.settings.setFollowsFile(path, true);
                                     take();
                                 }}});
}

/// One message a file: the newest.
void LayerUpdates::tell(const QString& path, const QString& title, const QString& detail,
                        std::vector<NoticeModel::Action> actions)
{
    const int notice =
        m_parts.notices.add(NoticeModel::Kind::Information, title, detail, std::move(actions));
    if (const auto file = m_files.find(path); file != m_files.end()) {
        file->second.notice = notice;
    }
}

QString LayerUpdates::countsOf(const FileVersion& version) const
{
    core::ChangeCounts sum;
    for (const LayerDifferencePtr& difference : version.differences) {
        const core::ChangeCounts& counts = difference->diff.counts;
        sum.added += counts.added;
        sum.removed += counts.removed;
        sum.moved += counts.moved;
        sum.redated += counts.redated;
        sum.reworded += counts.reworded;
        sum.ambiguousOld += counts.ambiguousOld;
        sum.ambiguousNew += counts.ambiguousNew;
    }
    QStringList parts;
    if (const QString counts = changeCountsText(sum, QLocale()); !counts.isEmpty()) {
        parts << counts;
    }
    for (const MapLayerPtr& layer : version.added) {
        parts << tr("a new layer, %1").arg(QString::fromStdString(layer->layer.name));
    }
    for (const MapLayerPtr& layer : version.missing) {
        parts
            << tr("no layer %1 any more, it stays as it was").arg(m_parts.layers.nameOf(layer->id));
    }
    return parts.join(tr(", ", "between parts of a list"));
}

/// Puts the version that was offered on the map; it is read anew if the layers were meanwhile.
void LayerUpdates::take(const QString& path)
{
    const auto file = m_files.find(path);
    if (file == m_files.end() || !file->second.newer) {
        return;
    }
    const FileVersion version = *file->second.newer;
    if (isOutdated(version)) {
        readAgain(path);
    } else {
        apply(version, Show::changes);
    }
}

void LayerUpdates::takeNewer(int key)
{
    if (const MapLayerPtr layer = m_parts.layers.layerOf(key)) {
        take(QString::fromStdString(layer->layer.path));
    }
}

void LayerUpdates::setAlone(int key, bool alone)
{
    if (const MapLayerPtr layer = m_parts.layers.layerOf(key)) {
        m_parts.settings.setFollowsFile(QString::fromStdString(layer->layer.path), alone);
        if (alone) {
            takeNewer(key);
        }
    }
}

void LayerUpdates::apply(const FileVersion& version, Show show)
{
    const auto selected = m_parts.record.current();
    LayerDifferencePtr shown; // the first in which something changed
    m_watch.know(version.path, version.state);
    File& file = m_files[version.path];
    const int notice = std::exchange(file.notice, 0);
    file.hash = version.hash;
    file.newer.reset();
    file.problem.clear();
    m_parts.notices.dismiss(notice);
    noteVersion(version);
    for (const LayerDifferencePtr& difference : version.differences) {
        const quint64 id = difference->before->id;
        if (!m_parts.layers.layer(id)) {
            continue; // it was removed meanwhile
        }
        const bool looking =
            m_parts.changes.shown() && m_parts.changes.difference()->after->id == id;
        emit replacing(difference->before, difference->after);
        m_versions.setOnMap(m_parts.layers.keyOf(id), difference->after);
        m_parts.layers.replace(id, difference->after);
        if (selected && selected->layer == id) {
            if (const auto row = difference->newRowOf(selected->row)) {
                m_parts.record.show(
                    {{difference->after, *row, m_parts.layers.nameOf(difference->after->id)}});
            }
        }
        if (!shown && !difference->diff.changes.empty() && (show == Show::changes || looking)) {
            shown = difference;
        }
    }
    std::vector<LayerListModel::Addition> added;
    for (const MapLayerPtr& layer : version.added) {
        added.push_back({.data = layer, .name = QString::fromStdString(layer->layer.name)});
    }
    if (!added.empty()) {
        m_parts.layers.addLayers(added);
    }
    if (shown) {
        m_parts.changes.show(shown, m_parts.layers.nameOf(shown->after->id));
    } else if (show == Show::changes) {
        const QString counts = countsOf(version); // of layers, then
        m_parts.notices.add(NoticeModel::Kind::Information,
                            counts.isEmpty() ? tr("Nothing changed") : counts,
                            tr("All features are as they were in %1.").arg(version.path));
    }
}

/// Goes to the change that is looked at: its record as it is now, and its place.
void LayerUpdates::showChange()
{
    const auto current = m_parts.changes.currentChange();
    if (!current) {
        return;
    }
    const LayerDifferencePtr& difference = m_parts.changes.difference();
    const core::Change& change = difference->diff.changes[*current];
    if (change.newRow != core::kNoRow) {
        m_parts.record.show({{difference->after, change.newRow, m_parts.changes.layerName()}});
    } else {
        m_parts.record.close();
    }
    const ChangeSpot& spot = difference->spots[*current];
    core::MercatorBox box;
    for (const auto& place : {spot.from, spot.to}) {
        if (place) {
            box.add(*place);
        }
    }
    if (!box.empty()) {
        m_parts.camera.flyTo(box, m_parts.camera.zoomLevel());
    }
}

void LayerUpdates::matchBy(const QString& field)
{
    const LayerDifferencePtr& difference = m_parts.changes.difference();
    m_comparedKey = m_parts.layers.keyOf(m_parts.changes.layerId());
    m_keys[m_comparedKey] = field.toStdString();
    emit reading(1);
    m_parts.loader.compareVersions(difference->before, difference->after, m_keys[m_comparedKey]);
}

void LayerUpdates::onCompared(const LayerDifferencePtr& difference)
{
    emit reading(-1);
    if (const MapLayerPtr layer = m_parts.layers.layerOf(m_comparedKey)) {
        m_parts.changes.show(difference, m_parts.layers.nameOf(layer->id), layer->id);
    }
}

void LayerUpdates::keepBoth()
{
    if (!m_parts.changes.shown()) {
        return;
    }
    const LayerDifferencePtr difference = m_parts.changes.difference();
    const QString name = m_parts.changes.layerName();
    m_parts.changes.accept();
    m_parts.layers.addLayers({{.data = difference->before,
                               .name = tr("%1 (before)", "the old version of a layer").arg(name),
                               .follows = false}});
}

} // namespace masar::app
