// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/map_layer.hpp"
#include "app/models/layer_difference.hpp"
#include "core/io/reader.hpp"

#include <string>
#include <vector>

namespace masar::app {

/// Reads a file and indexes its layers: what the window does on a worker thread and the command
/// line does at once.
[[nodiscard]] core::Result<std::vector<MapLayerPtr>>
loadLayers(const std::string& path, const core::ReadOptions& options = {});

/// Tracks of those layers that are dated points with a field, grouped by it; other layers give
/// none. Fails if none of them can be grouped.
[[nodiscard]] core::Result<std::vector<MapLayerPtr>>
tracksOf(const std::vector<MapLayerPtr>& layers, const std::string& field);

/// Reads a newer version of a layer from a file, that of the same name or the only one, and
/// compares.
[[nodiscard]] core::Result<LayerDifferencePtr>
loadUpdate(const MapLayerPtr& before, const std::string& path, const std::stop_token& stop = {});

} // namespace masar::app
