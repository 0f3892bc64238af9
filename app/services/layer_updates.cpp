// SPDX-License-Identifier: Apache-2.0
#include "app/services/layer_updates.hpp"

#include "app/services/error_text.hpp"

#include <QFileInfo>

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
    connect(&m_parts.changes, &ChangesModel::keyWanted, this, &LayerUpdates::matchBy);
    connect(&m_parts.changes, &ChangesModel::currentChanged, this, &LayerUpdates::showChange);
}

void LayerUpdates::read(const QString& path, const std::vector<MapLayerPtr>& before)
{
    VersionRequest request;
    request.path = path;
    request.before = before;
    for (const MapLayerPtr& layer : before) {
        request.keys.push_back(m_keys[m_parts.layers.keyOf(layer->id)]);
    }
    emit reading(1);
    m_parts.loader.readVersion(++m_lastJob, request);
}

bool LayerUpdates::readAgain(const QString& path)
{
    const std::vector<MapLayerPtr> layers = m_parts.layers.layersOf(path);
    if (!layers.empty()) {
        read(path, layers);
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
        {{tr("Update"), [this, path, open] { read(path, m_parts.layers.layersOf(open)); }},
         {tr("Open beside"), [this, path] { emit openWanted(path); }}});
    return true;
}

void LayerUpdates::updateFrom(int key, const QUrl& file)
{
    if (const MapLayerPtr layer = m_parts.layers.layerOf(key)) {
        read(file.toLocalFile(), {layer});
    }
}

void LayerUpdates::onVersionFailed(int /*job*/, const core::Error& error)
{
    emit reading(-1);
    m_parts.notices.add(NoticeModel::Kind::Error, tr("The layer could not be updated"),
                        errorText(error));
}

void LayerUpdates::onVersionRead(int /*job*/, const FileVersion& version)
{
    emit reading(-1);
    if (version.differences.empty()) {
        m_parts.notices.add(NoticeModel::Kind::Error, tr("The layer could not be updated"),
                            tr("%1 has no layer of its name.").arg(version.path));
        return;
    }
    apply(version);
}

void LayerUpdates::apply(const FileVersion& version)
{
    const auto selected = m_parts.record.current();
    LayerDifferencePtr shown; // the first in which something changed
    for (const LayerDifferencePtr& difference : version.differences) {
        const quint64 id = difference->before->id;
        if (!m_parts.layers.layer(id)) {
            continue; // it was removed meanwhile
        }
        emit replacing(difference->before, difference->after);
        m_parts.layers.replace(id, difference->after);
        if (selected && selected->layer == id) {
            if (const auto row = difference->newRowOf(selected->row)) {
                m_parts.record.show(
                    {{difference->after, *row, m_parts.layers.nameOf(difference->after->id)}});
            }
        }
        if (!shown && !difference->diff.changes.empty()) {
            shown = difference;
        }
    }
    if (shown) {
        m_parts.changes.show(shown, m_parts.layers.nameOf(shown->after->id));
    } else {
        m_parts.notices.add(NoticeModel::Kind::Information, tr("Nothing changed"),
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
        const quint64 id = difference->after->id;
        m_parts.record.show({{difference->after, change.newRow, m_parts.layers.nameOf(id)}});
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
    const std::string key = field.toStdString();
    m_keys[m_parts.layers.keyOf(difference->after->id)] = key;
    emit reading(1);
    m_parts.loader.compareVersions(difference->before, difference->after, key);
}

void LayerUpdates::onCompared(const LayerDifferencePtr& difference)
{
    emit reading(-1);
    const LayerDifferencePtr& shown = m_parts.changes.difference();
    if (shown && shown->before == difference->before && shown->after == difference->after) {
        m_parts.changes.show(difference, m_parts.layers.nameOf(difference->after->id));
    }
}

void LayerUpdates::keepBoth()
{
    if (!m_parts.changes.shown()) {
        return;
    }
    const LayerDifferencePtr difference = m_parts.changes.difference();
    m_parts.changes.accept();
    m_parts.layers.addLayers({{.data = difference->before,
                               .name = tr("%1 (before)", "the old version of a layer")
                                           .arg(m_parts.layers.nameOf(difference->after->id)),
                               .follows = false}});
}

} // namespace masar::app
