// SPDX-License-Identifier: Apache-2.0
#include "app/models/layer_versions.hpp"

#include "app/models/changes_model.hpp"

#include <QLocale>

#include <algorithm>

namespace masar::app {

namespace {

constexpr int kHashBegin = 12; ///< digits that tell versions apart for people

std::size_t weightOf(const MapLayer& layer)
{
    return layer.layer.rowCount() + layer.layer.geometry.vertices.size();
}

} // namespace

void LayerVersions::add(int key, const Version& version)
{
    History& history = m_versions[key];
    if (std::ranges::contains(history.versions, version.data, &Version::data)) {
        return;
    }
    if (key == m_key) {
        beginInsertRows({}, 0, 0);
    }
    history.versions.push_back(version);
    history.versions.back().features = version.data->layer.counts.features;
    if (key == m_key) {
        m_before += m_before < 0 ? 0 : 1;
        m_after += m_after < 0 ? 0 : 1;
        endInsertRows();
        emit chosenChanged();
    }
    forgetSome();
}

void LayerVersions::setOnMap(int key, const MapLayerPtr& data)
{
    m_versions[key].onMap = data->id;
    forgetSome();
    changed(key);
}

void LayerVersions::reread(int key, const MapLayerPtr& data)
{
    History& history = m_versions[key];
    if (history.onMap == data->id) {
        return;
    }
    for (Version& version : history.versions) {
        if (version.data && version.data->id == history.onMap) {
            version.data = data;
            version.features = data->layer.counts.features;
        }
    }
    setOnMap(key, data);
}

void LayerVersions::setHash(int key, const QByteArray& hash)
{
    if (const auto history = m_versions.find(key); history != m_versions.end()) {
        for (Version& version : history->second.versions) {
            if (version.data && version.data->id == history->second.onMap) {
                version.hash = hash;
            }
        }
        changed(key);
    }
}

/// The oldest of all that are not on the map go first.
void LayerVersions::forgetSome()
{
    std::vector<std::pair<int, Version*>> kept;
    std::size_t weight = 0;
    for (auto& [key, history] : m_versions) {
        for (Version& version : history.versions) {
            if (version.data && version.data->id != history.onMap) {
                kept.emplace_back(key, &version);
                weight += weightOf(*version.data);
            }
        }
    }
    std::ranges::stable_sort(kept, {}, [](const auto& item) { return item.second->read; });
    for (const auto& [key, version] : kept) {
        if (weight <= mostKept) {
            break;
        }
        weight -= weightOf(*version->data);
        version->data = nullptr;
        changed(key);
    }
}

void LayerVersions::keepOnly(const std::function<bool(int key)>& exists)
{
    if (m_key != 0 && !exists(m_key)) {
        show(0, {});
    }
    std::erase_if(m_versions, [&exists](const auto& item) { return !exists(item.first); });
}

void LayerVersions::show(int key, const QString& layerName)
{
    beginResetModel();
    m_key = key;
    m_layerName = layerName;
    m_before = -1;
    m_after = -1;
    endResetModel();
    const auto history = m_versions.find(key);
    for (int row = 0; row < rowCount(); ++row) {
        const Version* version = versionAt(row);
        if (m_after >= 0 && version->data) {
            m_before = row;
            break;
        }
        if (version->data && version->data->id == history->second.onMap) {
            m_after = row;
        }
    }
    emit shownChanged();
    emit chosenChanged();
}

void LayerVersions::setBefore(int row)
{
    if (row != m_before) {
        m_before = row;
        emit chosenChanged();
    }
}

void LayerVersions::setAfter(int row)
{
    if (row != m_after) {
        m_after = row;
        emit chosenChanged();
    }
}

bool LayerVersions::comparable() const
{
    return m_before != m_after && chosen(false) && chosen(true);
}

MapLayerPtr LayerVersions::chosen(bool after) const
{
    const Version* version = versionAt(after ? m_after : m_before);
    return version != nullptr ? version->data : nullptr;
}

const LayerVersions::Version* LayerVersions::versionAt(int row) const
{
    return row < 0 || row >= rowCount()
               ? nullptr
               : &m_versions.at(m_key).versions[static_cast<std::size_t>(rowCount() - 1 - row)];
}

void LayerVersions::changed(int key)
{
    if (key == m_key && rowCount() > 0) {
        emit dataChanged(index(0), index(rowCount() - 1));
        emit chosenChanged();
    }
}

void LayerVersions::retranslate()
{
    changed(m_key);
}

int LayerVersions::rowCount(const QModelIndex& parent) const
{
    const auto history = m_versions.find(m_key);
    return parent.isValid() || history == m_versions.end()
               ? 0
               : static_cast<int>(history->second.versions.size());
}

QVariant LayerVersions::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Version& version = *versionAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case TimeRole:
        return QLocale().toString(version.read.time(), QStringLiteral("HH:mm:ss"));
    case HashRole:
        return QString::fromLatin1(version.hash.left(kHashBegin));
    case FullHashRole:
        return QString::fromLatin1(version.hash);
    case FeaturesRole:
        return tr("%Ln feature(s)", nullptr, static_cast<int>(version.features));
    case ChangesRole: {
        const QString counts =
            version.counts ? changeCountsText(*version.counts, QLocale()) : QString();
        return !version.counts    ? tr("The first version seen")
               : counts.isEmpty() ? tr("The same features, written otherwise")
                                  : counts;
    }
    case KeptRole:
        return version.data != nullptr;
    case OnMapRole:
        return version.data && version.data->id == m_versions.at(m_key).onMap;
    default:
        return {};
    }
}

QHash<int, QByteArray> LayerVersions::roleNames() const
{
    return {{TimeRole, "time"},         {HashRole, "hash"},       {FullHashRole, "fullHash"},
            {FeaturesRole, "features"}, {ChangesRole, "changes"}, {KeptRole, "kept"},
            {OnMapRole, "onMap"}};
}

} // namespace masar::app
