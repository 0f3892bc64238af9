// SPDX-License-Identifier: Apache-2.0
#include "app/services/load.hpp"

#include "app/services/reading_memory.hpp"
#include "core/io/point_tracks.hpp"

#include <QFile>

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

core::Result<LayerDifferencePtr> compare(const MapLayerPtr& before, const MapLayerPtr& after,
                                         const std::string& key, const std::stop_token& stop)
{
    auto diff = core::diffOf(before->layer, after->layer, {.keyField = key, .stop = stop});
    if (!diff) {
        return std::unexpected(std::move(diff.error()));
    }
    return std::make_shared<const LayerDifference>(before, after, *std::move(diff), key);
}

namespace {

/// How a file is to be read that takes the place of layers: as was said of it, else as of theirs.
core::ReadOptions optionsFor(const VersionRequest& request)
{
    RememberedReading remembered = rememberedReading(request.path);
    if (!remembered.layers.isEmpty() || request.before.empty()) {
        return remembered.options;
    }
    remembered = rememberedReading(QString::fromStdString(request.before.front()->layer.path));
    if (remembered.options.layerChoices.size() == 1) { // its layer is called otherwise there
        remembered.options.choices = remembered.options.layerChoices.begin()->second;
        remembered.options.layerNames.clear();
    }
    return remembered.options;
}

} // namespace

core::Result<FileVersion> loadVersion(const VersionRequest& request, const std::stop_token& stop)
{
    FileVersion version;
    version.path = request.path;
    version.state = fileStateOf(request.path);
    version.hash = hashOf(request.path, stop);
    const std::string name = QFile::encodeName(request.path).toStdString();
    const auto halfWritten = [&name] {
        return core::fail(core::ErrorCode::unreadable, "it changed while it was read", name);
    };
    version.known = !version.hash.isEmpty() && version.hash == request.knownHash;
    if (version.known) {
        return version.state == fileStateOf(request.path) ? core::Result<FileVersion>(version)
                                                          : halfWritten();
    }
    core::ReadOptions options = optionsFor(request);
    options.stop = stop;
    auto layers = loadLayers(name, options);
    if (!layers) {
        return std::unexpected(std::move(layers.error()));
    }
    if (version.state != fileStateOf(request.path)) {
        return halfWritten();
    }
    version.added = *std::move(layers);
    std::vector<std::size_t> left; // layers on the map that have no namesake
    const auto pair = [&](std::size_t old, std::vector<MapLayerPtr>::iterator with) {
        auto difference = compare(request.before[old], *with, request.keys[old], stop);
        if (!difference && difference.error().code == core::ErrorCode::notFound) { // no such key
            difference = compare(request.before[old], *with, {}, stop);
        }
        if (!difference) {
            return false;
        }
        version.differences.push_back(*std::move(difference));
        version.added.erase(with);
        return true;
    };
    const auto cancelled = [&name] {
        return core::fail(core::ErrorCode::cancelled, "The reading was cancelled", name);
    };
    for (std::size_t old = 0; old < request.before.size(); ++old) {
        const auto named = std::ranges::find_if(version.added, [&](const MapLayerPtr& layer) {
            return layer->layer.name == request.before[old]->layer.name;
        });
        if (named == version.added.end()) {
            left.push_back(old);
        } else if (!pair(old, named)) {
            return cancelled();
        }
    }
    if (left.size() == 1 && version.added.size() == 1) {
        if (!pair(left.front(), version.added.begin())) {
            return cancelled();
        }
        left.clear();
    }
    for (const std::size_t old : left) {
        version.missing.push_back(request.before[old]);
    }
    return version;
}

} // namespace masar::app
