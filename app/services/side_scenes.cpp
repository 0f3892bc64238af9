// SPDX-License-Identifier: Apache-2.0
#include "app/services/side_scenes.hpp"

#include <algorithm>

namespace masar::app {

namespace {

/// The scene with another version of a layer in it, labelled by the same field.
Scene withVersion(Scene scene, quint64 layerId, const MapLayerPtr& version)
{
    const auto layer = std::ranges::find_if(
        scene.layers, [layerId](const SceneLayer& item) { return item.data->id == layerId; });
    if (layer == scene.layers.end()) {
        return scene;
    }
    if (layer->labelColumn >= 0) {
        const auto& columns = layer->data->layer.properties.columns;
        const auto column = version->layer.properties.find(
            columns[static_cast<std::size_t>(layer->labelColumn)].name);
        layer->labelColumn = column ? static_cast<int>(*column) : SceneLayer::labelNone;
    }
    layer->data = version;
    return scene;
}

} // namespace

SideScenes::SideScenes(const MapScene& map, const ChangesModel& changes, QObject* parent)
    : QObject(parent), m_map(map), m_changes(changes)
{
    connect(&m_map, &MapScene::changed, this, &SideScenes::follow);
    connect(&m_changes, &ChangesModel::differenceChanged, this, [this] {
        if (!m_changes.shown()) {
            setShown(false);
        } else if (m_shown) {
            follow();
            emit shownChanged();
        }
    });
}

bool SideScenes::afterNeeded() const
{
    return m_shown && m_changes.difference()->after->id != m_changes.layerId();
}

void SideScenes::setShown(bool shown)
{
    if (shown == m_shown || (shown && !m_changes.shown())) {
        return;
    }
    m_shown = shown;
    if (shown) {
        follow();
    } else {
        m_before.copy({});
        m_after.copy({});
    }
    emit shownChanged();
}

void SideScenes::follow()
{
    if (!m_shown) {
        return;
    }
    const LayerDifferencePtr& difference = m_changes.difference();
    m_before.copy(withVersion(m_map.scene(), m_changes.layerId(), difference->before));
    if (afterNeeded()) {
        m_after.copy(withVersion(m_map.scene(), m_changes.layerId(), difference->after));
    }
}

} // namespace masar::app
