// SPDX-License-Identifier: Apache-2.0
#include "app/models/layer_list_model.hpp"

#include "app/map/map_theme.hpp"
#include "app/map/site_names.hpp"
#include "core/io/point_tracks.hpp"

#include <QFileInfo>

#include <algorithm>
#include <ranges>

namespace masar::app {

namespace {

/// The fields by which features can be labelled; none where they are too many.
QStringList fieldsOf(const core::Layer& layer)
{
    QStringList fields;
    if (layer.rowCount() <= kMostLabelledRows) {
        for (const core::Column& column : layer.properties.columns) {
            fields << QString::fromStdString(column.name);
        }
    }
    return fields;
}

} // namespace

int LayerListModel::readyCount() const
{
    return static_cast<int>(std::ranges::count(m_entries, State::Ready, &Entry::state));
}

std::size_t LayerListModel::rowOf(int key) const
{
    return static_cast<std::size_t>(std::ranges::find(m_entries, key, &Entry::key) -
                                    m_entries.begin());
}

int LayerListModel::addLoading(const QString& path, bool beside)
{
    beginInsertRows({}, 0, 0);
    Entry entry;
    entry.key = ++m_lastKey;
    entry.state = State::Loading;
    entry.name = QFileInfo(path).fileName();
    entry.path = path;
    entry.beside = beside;
    m_entries.insert(m_entries.begin(), std::move(entry));
    endInsertRows();
    emit countChanged();
    return m_lastKey;
}

void LayerListModel::setProgress(int key, double progress)
{
    const std::size_t row = rowOf(key);
    if (row < m_entries.size()) {
        m_entries[row].progress = progress;
        announce(row, ProgressRole);
    }
}

void LayerListModel::insert(std::size_t row, const Addition& addition, bool visible, int colour)
{
    beginInsertRows({}, static_cast<int>(row), static_cast<int>(row));
    Entry entry;
    entry.key = ++m_lastKey;
    entry.name = addition.name;
    entry.path = QString::fromStdString(addition.data->layer.path);
    entry.data = addition.data;
    entry.visible = visible;
    entry.colour = colour;
    entry.bundled = addition.bundled;
    entry.follows = addition.follows;
    for (const std::string& field : core::trackFieldCandidates(addition.data->layer)) {
        entry.trackFields << QString::fromStdString(field);
    }
    m_entries.insert(m_entries.begin() + static_cast<std::ptrdiff_t>(row), std::move(entry));
    endInsertRows();
}

void LayerListModel::finish(int key, const std::vector<Addition>& layers)
{
    std::size_t row = rowOf(key);
    if (row >= m_entries.size()) {
        return;
    }
    const QString path = m_entries[row].path;
    const bool beside = m_entries[row].beside;
    const bool follows = !beside || layersOf(path).empty();
    removeRow(row);
    // The same file again replaces what it gave before, in its place, with its colours and labels.
    std::vector<Entry> before;
    std::vector<std::pair<int, QString>> asked; // to be grouped into tracks anew
    for (std::size_t i = m_entries.size(); i-- > 0;) {
        if (!beside && isOf(m_entries[i], path)) {
            before.push_back(m_entries[i]);
            removeRow(i);
            row = i;
        }
    }
    for (const Addition& addition : layers) {
        const auto same = std::ranges::find(before, addition.name, &Entry::name);
        const bool known = same != before.end();
        insert(row, addition, known ? same->visible : !addition.data->layer.shownAsTracks,
               known ? same->colour : m_nextColour++);
        m_entries[row].follows = follows;
        m_entries[row].labelField = known ? same->labelField : std::nullopt;
        if (known && !same->tracksOf.isEmpty()) {
            asked.emplace_back(m_entries[row].key, same->tracksOf);
        }
    }
    emit countChanged();
    emit layersChanged();
    for (const auto& [points, field] : asked) {
        makeTracks(points, field);
    }
}

void LayerListModel::fail(int key, const QString& why)
{
    const std::size_t row = rowOf(key);
    if (row >= m_entries.size()) {
        return;
    }
    m_entries[row].state = State::Failed;
    m_entries[row].error = why;
    emit dataChanged(index(static_cast<int>(row)), index(static_cast<int>(row)));
    emit countChanged();
}

void LayerListModel::addLayers(const std::vector<Addition>& layers)
{
    for (const Addition& addition : layers) {
        insert(0, addition, true, m_nextColour++);
    }
    emit countChanged();
    emit layersChanged();
}

void LayerListModel::makeTracks(int key, const QString& field)
{
    const std::size_t row = rowOf(key);
    if (row >= m_entries.size() || !m_entries[row].data) {
        return;
    }
    if (!field.isEmpty()) {
        emit tracksRequested(key, m_entries[row].data, field);
        return;
    }
    m_entries[row].tracksOf.clear();
    m_entries[row].visible = true;
    emit dataChanged(index(static_cast<int>(row)), index(static_cast<int>(row)));
    removeTracksOf(key);
    emit countChanged();
    emit layersChanged();
}

bool LayerListModel::makeTracksOf(quint64 id, const QString& field)
{
    const auto entry = std::ranges::find_if(
        m_entries, [id](const Entry& e) { return e.data && e.data->id == id; });
    if (entry == m_entries.end() || !entry->trackFields.contains(field)) {
        return false;
    }
    makeTracks(entry->key, field);
    return true;
}

void LayerListModel::removeTracksOf(int key)
{
    for (std::size_t i = m_entries.size(); i-- > 0;) {
        if (m_entries[i].madeOfKey == key) {
            removeRow(i);
        }
    }
}

void LayerListModel::addTracks(int key, const QString& field, const MapLayerPtr& tracks)
{
    removeTracksOf(key);
    const std::size_t row = rowOf(key);
    if (row >= m_entries.size()) {
        return;
    }
    Entry& points = m_entries[row];
    points.tracksOf = field;
    points.visible = false;
    const QString name =
        tr("%1 by %2", "points by the field that groups them").arg(points.name, field);
    const int colour = points.colour;
    emit dataChanged(index(static_cast<int>(row)), index(static_cast<int>(row)));
    insert(row, {tracks, name, false}, true, colour);
    m_entries[row].madeOfKey = key;
    emit countChanged();
    emit layersChanged();
}

void LayerListModel::replace(quint64 layerId, const MapLayerPtr& data)
{
    const auto entry = std::ranges::find_if(
        m_entries, [layerId](const Entry& e) { return e.data && e.data->id == layerId; });
    if (entry == m_entries.end()) {
        return;
    }
    entry->data = data;
    entry->path = QString::fromStdString(data->layer.path);
    entry->trackFields.clear();
    for (const std::string& field : core::trackFieldCandidates(data->layer)) {
        entry->trackFields << QString::fromStdString(field);
    }
    const int key = entry->key;
    const QString tracksOf = entry->tracksOf;
    const int row = static_cast<int>(entry - m_entries.begin());
    emit dataChanged(index(row), index(row));
    emit layersChanged();
    if (!tracksOf.isEmpty()) {
        makeTracks(key, tracksOf);
    }
}

MapLayerPtr LayerListModel::layerOf(int key) const
{
    const std::size_t row = rowOf(key);
    return row < m_entries.size() ? m_entries[row].data : nullptr;
}

int LayerListModel::keyOf(quint64 id) const
{
    const auto entry = std::ranges::find_if(
        m_entries, [id](const Entry& e) { return e.data && e.data->id == id; });
    return entry == m_entries.end() ? 0 : entry->key;
}

/// A layer of a file, whether it shows as it is or grouped into tracks.
bool LayerListModel::isOf(const Entry& entry, const QString& path)
{
    return entry.state == State::Ready && entry.follows && entry.path == path;
}

QStringList LayerListModel::files() const
{
    QStringList files;
    for (const Entry& entry : m_entries) {
        if (isOf(entry, entry.path) && !files.contains(entry.path)) {
            files << entry.path;
        }
    }
    return files;
}

std::vector<MapLayerPtr> LayerListModel::layersOf(const QString& path) const
{
    std::vector<MapLayerPtr> layers;
    for (const Entry& entry : m_entries) {
        if (isOf(entry, path) && entry.madeOfKey == 0) {
            layers.push_back(entry.data);
        }
    }
    return layers;
}

void LayerListModel::rename(quint64 layerId, const QString& name)
{
    for (std::size_t row = 0; row < m_entries.size(); ++row) {
        if (m_entries[row].data && m_entries[row].data->id == layerId &&
            m_entries[row].name != name) {
            m_entries[row].name = name;
            announce(row, NameRole);
        }
    }
}

void LayerListModel::setFileStatus(const QString& path, const FileStatus& status)
{
    for (std::size_t row = 0; row < m_entries.size(); ++row) {
        Entry& entry = m_entries[row];
        if (isOf(entry, path) && entry.madeOfKey == 0 && entry.file != status) {
            entry.file = status;
            const QModelIndex changed = index(static_cast<int>(row));
            emit dataChanged(changed, changed,
                             {AloneRole, NewerRole, FileNoteRole, FileProblemRole});
        }
    }
}

void LayerListModel::clear()
{
    while (!m_entries.empty()) {
        remove(m_entries.back().key);
    }
}

void LayerListModel::setVisible(int key, bool visible)
{
    const std::size_t row = rowOf(key);
    if (row < m_entries.size() && m_entries[row].visible != visible) {
        m_entries[row].visible = visible;
        announce(row, VisibleRole);
        emit layersChanged();
    }
}

void LayerListModel::show(quint64 id)
{
    const auto entry = std::ranges::find_if(
        m_entries, [id](const Entry& e) { return e.data && e.data->id == id; });
    if (entry != m_entries.end()) {
        setVisible(entry->key, true);
    }
}

bool LayerListModel::isVisible(quint64 id) const
{
    return std::ranges::any_of(m_entries, [id](const Entry& entry) {
        return entry.data && entry.data->id == id && entry.visible;
    });
}

void LayerListModel::removeRow(std::size_t row)
{
    beginRemoveRows({}, static_cast<int>(row), static_cast<int>(row));
    m_entries.erase(m_entries.begin() + static_cast<std::ptrdiff_t>(row));
    endRemoveRows();
}

void LayerListModel::remove(int key)
{
    const std::size_t row = rowOf(key);
    if (row >= m_entries.size()) {
        return;
    }
    const State was = m_entries[row].state;
    removeRow(row);
    removeTracksOf(key);
    if (was == State::Loading) {
        emit cancelRequested(key);
    }
    emit countChanged();
    if (was == State::Ready) {
        emit layersChanged();
    }
}

void LayerListModel::moveUp(int key)
{
    move(key, -1);
}

void LayerListModel::moveDown(int key)
{
    move(key, 1);
}

void LayerListModel::move(int key, int by)
{
    const int from = static_cast<int>(rowOf(key));
    const int to = from + by;
    if (from >= count() || to < 0 || to >= count()) {
        return;
    }
    beginMoveRows({}, from, from, {}, by > 0 ? to + 1 : to);
    std::swap(m_entries[static_cast<std::size_t>(from)], m_entries[static_cast<std::size_t>(to)]);
    endMoveRows();
    emit layersChanged();
}

void LayerListModel::zoomTo(int key)
{
    const std::size_t row = rowOf(key);
    if (row < m_entries.size() && m_entries[row].data) {
        emit zoomRequested(m_entries[row].data);
    }
}

void LayerListModel::showTime(int key)
{
    const std::size_t row = rowOf(key);
    if (row < m_entries.size() && m_entries[row].data) {
        emit timeRequested(m_entries[row].data);
    }
}

void LayerListModel::setLabelField(int key, const QString& field)
{
    const std::size_t row = rowOf(key);
    if (row < m_entries.size() && m_entries[row].data) {
        m_entries[row].labelField = field.toStdString();
        announce(row, LabelFieldRole);
        emit layersChanged();
    }
}

void LayerListModel::setDark(bool dark)
{
    if (dark != m_dark) {
        m_dark = dark;
        if (!m_entries.empty()) {
            emit dataChanged(index(0), index(count() - 1), {ColourRole});
        }
    }
}

void LayerListModel::retranslate()
{
    if (!m_entries.empty()) {
        emit dataChanged(index(0), index(count() - 1), {DetailRole});
    }
}

SceneLayer LayerListModel::sceneLayer(const Entry& entry)
{
    SceneLayer layer{entry.data, entry.visible, entry.colour};
    if (entry.labelField) {
        const auto column = entry.data->layer.properties.find(*entry.labelField);
        layer.labelColumn = column ? static_cast<int>(*column) : SceneLayer::labelNone;
    }
    return layer;
}

std::vector<SceneLayer> LayerListModel::sceneLayers() const
{
    std::vector<SceneLayer> layers;
    for (const Entry& entry : m_entries | std::views::reverse) {
        if (entry.state == State::Ready) {
            layers.push_back(sceneLayer(entry));
        }
    }
    return layers;
}

MapLayerPtr LayerListModel::layer(quint64 id) const
{
    for (const Entry& entry : m_entries) {
        if (entry.data && entry.data->id == id) {
            return entry.data;
        }
    }
    return nullptr;
}

QString LayerListModel::nameOf(quint64 id) const
{
    for (const Entry& entry : m_entries) {
        if (entry.data && entry.data->id == id) {
            return entry.name;
        }
    }
    return {};
}

void LayerListModel::announce(std::size_t row, Role role)
{
    const QModelIndex changed = index(static_cast<int>(row));
    emit dataChanged(changed, changed, {role});
}

QString LayerListModel::detailOf(const Entry& entry) const
{
    switch (entry.state) {
    case State::Loading:
        return tr("Reading…");
    case State::Failed:
        return entry.error;
    case State::Ready:
        break;
    }
    const core::LayerCounts& counts = entry.data->layer.counts;
    QStringList parts{tr("%Ln feature(s)", nullptr, static_cast<int>(counts.features))};
    if (counts.rejected > 0) {
        parts << tr("%Ln rejected", nullptr, static_cast<int>(counts.rejected));
    }
    if (!entry.data->layer.tracks.empty()) {
        parts << tr("%Ln fix(es)", nullptr,
                    static_cast<int>(entry.data->layer.tracks.times.size()));
    }
    if (counts.noPlace > 0) {
        parts << tr("%Ln without place", nullptr, static_cast<int>(counts.noPlace));
    }
    const core::ReadNeeds& needs = entry.data->layer.needs;
    if (needs.crs) {
        parts << tr("reference system not known");
    }
    if (needs.dateOrder) {
        parts << tr("day or month first not known");
    }
    return parts.join(tr(", ", "between parts of a list"));
}

QVariant LayerListModel::colourOf(const Entry& entry) const
{
    if (!entry.data || entry.data->layer.properties.find("status")) {
        return QColor(Qt::transparent);
    }
    return layerColour(entry.colour, m_dark);
}

int LayerListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant LayerListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Entry& entry = m_entries[static_cast<std::size_t>(index.row())];
    switch (role) {
    case KeyRole:
        return entry.key;
    case Qt::DisplayRole:
    case NameRole:
        return entry.name;
    case DetailRole:
        return detailOf(entry);
    case StateRole:
        return QVariant::fromValue(entry.state);
    case VisibleRole:
        return entry.visible;
    case ColourRole:
        return colourOf(entry);
    case ProgressRole:
        return entry.progress;
    case PathRole:
        return entry.path;
    case FollowsRole:
        return isOf(entry, entry.path) && entry.madeOfKey == 0;
    case AloneRole:
        return entry.file.alone;
    case NewerRole:
        return entry.file.newer;
    case FileNoteRole:
        return entry.file.note;
    case FileProblemRole:
        return entry.file.problem;
    case TrackFieldsRole:
        return entry.trackFields;
    case TracksOfRole:
        return entry.tracksOf;
    case TracksRole:
        return entry.data && !entry.data->layer.tracks.empty();
    case BundledRole:
        return entry.bundled;
    case TimedRole:
        return entry.data && entry.data->layer.timeFields.convention != core::TimeConvention::none;
    case LabelFieldRole:
        return entry.data ? QString::fromStdString(labelFieldOf(sceneLayer(entry))) : QString();
    case LabelFieldsRole:
        return entry.data ? fieldsOf(entry.data->layer) : QStringList();
    default:
        return {};
    }
}

QHash<int, QByteArray> LayerListModel::roleNames() const
{
    return {{KeyRole, "key"},
            {NameRole, "name"},
            {DetailRole, "detail"},
            {StateRole, "layerState"},
            {VisibleRole, "shown"},
            {ColourRole, "colour"},
            {ProgressRole, "progress"},
            {PathRole, "path"},
            {BundledRole, "bundled"},
            {TrackFieldsRole, "trackFields"},
            {TracksOfRole, "tracksOf"},
            {TracksRole, "hasTracks"},
            {TimedRole, "timed"},
            {FollowsRole, "follows"},
            {AloneRole, "updatesAlone"},
            {NewerRole, "newer"},
            {FileNoteRole, "fileNote"},
            {FileProblemRole, "fileProblem"},
            {LabelFieldRole, "labelField"},
            {LabelFieldsRole, "labelFields"}};
}

} // namespace masar::app
