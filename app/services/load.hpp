// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/map_layer.hpp"
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

} // namespace masar::app
