// SPDX-License-Identifier: Apache-2.0
#include "app/services/load.hpp"

namespace masar::app {

core::Result<std::vector<MapLayerPtr>> loadLayers(const std::string& path,
                                                  const core::ReadOptions& options)
{
    auto file = core::readVector(path, options);
    if (!file) {
        return std::unexpected(std::move(file.error()));
    }
    std::vector<MapLayerPtr> layers;
    layers.reserve(file->layers.size());
    for (core::Layer& layer : file->layers) {
        if (options.stop.stop_requested()) {
            return core::fail(core::ErrorCode::cancelled, "The reading was cancelled", path);
        }
        layers.push_back(makeMapLayer(std::move(layer)));
    }
    return layers;
}

} // namespace masar::app
