// SPDX-License-Identifier: Apache-2.0
#include "app/services/load.hpp"

#include "core/io/point_tracks.hpp"

#include <algorithm>
#include <format>

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

core::Result<std::vector<MapLayerPtr>> tracksOf(const std::vector<MapLayerPtr>& layers,
                                                const std::string& field)
{
    std::vector<MapLayerPtr> tracks;
    for (const MapLayerPtr& layer : layers) {
        if (!std::ranges::contains(core::trackFieldCandidates(layer->layer), field)) {
            continue;
        }
        auto made = core::tracksOfPoints(layer->layer, field);
        if (!made) {
            return std::unexpected(std::move(made.error()));
        }
        tracks.push_back(makeMapLayer(*std::move(made)));
    }
    if (tracks.empty()) {
        return core::fail(core::ErrorCode::notFound,
                          std::format("no layer of dated points has a field \"{}\" whose values "
                                      "repeat, to make tracks by",
                                      field));
    }
    return tracks;
}

core::Result<LayerDifferencePtr> loadUpdate(const MapLayerPtr& before, const std::string& path,
                                            const std::stop_token& stop)
{
    core::ReadOptions options;
    options.stop = stop;
    auto layers = loadLayers(path, options);
    if (!layers) {
        return std::unexpected(std::move(layers.error()));
    }
    const auto named = std::ranges::find_if(*layers, [&before](const MapLayerPtr& layer) {
        return layer->layer.name == before->layer.name;
    });
    if (named == layers->end() && layers->size() != 1) {
        return core::fail(core::ErrorCode::notFound,
                          std::format("it has no layer \"{}\"", before->layer.name), path);
    }
    const MapLayerPtr after = named != layers->end() ? *named : layers->front();
    auto diff = core::diffOf(before->layer, after->layer, {.stop = stop});
    if (!diff) {
        return std::unexpected(std::move(diff.error()));
    }
    return std::make_shared<const LayerDifference>(before, after, *std::move(diff));
}

} // namespace masar::app
