// SPDX-License-Identifier: Apache-2.0
#include "app/map/map_layer.hpp"

#include "app/map/layer_look.hpp"

#include <atomic>

namespace masar::app {

namespace {

MapLayerPtr make(core::Layer&& layer, const MeshOptions* options)
{
    static std::atomic<quint64> lastId{0};
    auto result = std::make_shared<MapLayer>();
    result->id = ++lastId;
    result->layer = std::move(layer);
    result->index = core::buildChunkIndex(result->layer);
    result->mesh =
        buildMesh(result->layer, result->index, options ? *options : lookOf(result->layer));
    return result;
}

} // namespace

MapLayerPtr makeMapLayer(core::Layer layer)
{
    return make(std::move(layer), nullptr);
}

MapLayerPtr makeMapLayer(core::Layer layer, const MeshOptions& options)
{
    return make(std::move(layer), &options);
}

} // namespace masar::app
