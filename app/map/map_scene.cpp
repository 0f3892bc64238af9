// SPDX-License-Identifier: Apache-2.0
#include "app/map/map_scene.hpp"

#include "app/map/tile_store.hpp"

namespace masar::app {

template <class T> void MapScene::assign(T& member, T value)
{
    if (member == value) {
        return;
    }
    member = std::move(value);
    emit changed();
}

void MapScene::copy(Scene scene)
{
    m_scene = std::move(scene);
    emit changed();
}

void MapScene::setLayers(std::vector<SceneLayer> layers)
{
    assign(m_scene.layers, std::move(layers));
}

void MapScene::setBasemap(std::shared_ptr<const Basemap> basemap)
{
    assign(m_scene.basemap, std::move(basemap));
}

MapScene::~MapScene()
{
    if (m_listening) {
        m_scene.tiles->setListener({}); // quietly: who listens to this may be gone
    }
}

void MapScene::setTiles(std::shared_ptr<TileStore> tiles)
{
    if (m_scene.tiles == tiles) {
        return;
    }
    if (m_scene.tiles) {
        m_scene.tiles->setListener({});
    }
    m_scene.tiles = std::move(tiles);
    m_listening = m_scene.tiles != nullptr;
    if (m_listening) {
        m_scene.tiles->setListener([this] {
            if (!m_tilesNoted.exchange(true)) {
                QMetaObject::invokeMethod(this, &MapScene::noteTiles, Qt::QueuedConnection);
            }
        });
    }
    emit changed();
}

void MapScene::noteTiles()
{
    m_tilesNoted = false;
    emit changed();
    emit tilesChanged();
}

void MapScene::setTilesOpacity(double opacity)
{
    assign(m_scene.tilesOpacity, opacity);
}

void MapScene::setLinesOnTiles(bool show)
{
    assign(m_scene.linesOnTiles, show);
}

void MapScene::setWindow(const core::Window& window)
{
    assign(m_scene.window, window);
}

void MapScene::setTracks(const TrackLook& look)
{
    assign(m_scene.tracks, look);
}

void MapScene::setShowUndated(bool show)
{
    assign(m_scene.showUndated, show);
}

void MapScene::setDark(bool dark)
{
    assign(m_scene.dark, dark);
}

void MapScene::setLanguage(MapLanguage language)
{
    assign(m_scene.language, language);
}

void MapScene::setSelected(std::optional<FeatureRef> feature)
{
    assign(m_scene.selected, feature);
}

void MapScene::setHovered(std::optional<FeatureRef> feature)
{
    assign(m_scene.hovered, feature);
}

void MapScene::setGraticule(std::optional<GraticuleLook> look)
{
    assign(m_scene.graticule, std::move(look));
}

void MapScene::setRuler(Ruler ruler)
{
    assign(m_scene.ruler, std::move(ruler));
}

} // namespace masar::app
