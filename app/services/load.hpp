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

} // namespace masar::app
