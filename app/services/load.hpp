// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/map_layer.hpp"
#include "app/models/layer_difference.hpp"
#include "app/services/file_state.hpp"
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

/// What to read of a newer version of a file, for the layers that are on the map.
struct VersionRequest {
    QString path;
    std::vector<MapLayerPtr> before;
    std::vector<std::string> keys; ///< the field to match features by, of each; empty: found best
    QByteArray knownHash;          ///< of the version that is on the map; empty: not known
};

/// A version of a file, and what differs in it.
struct FileVersion {
    QString path;
    QByteArray hash; ///< SHA-256, in hexadecimal
    FileState state;
    bool known = false; ///< it is the version on the map: nothing else was read
    std::vector<LayerDifferencePtr> differences;
    std::vector<MapLayerPtr> added;   ///< layers that are new in it
    std::vector<MapLayerPtr> missing; ///< layers that it has no more
};

/// Reads a version of a file and compares each layer with that of the same name, or with the one
/// that is left. Fails if the file changes while it is read: what was read may be half of it.
[[nodiscard]] core::Result<FileVersion> loadVersion(const VersionRequest& request,
                                                    const std::stop_token& stop = {});

/// All that differs between two versions of a layer.
[[nodiscard]] core::Result<LayerDifferencePtr> compare(const MapLayerPtr& before,
                                                       const MapLayerPtr& after,
                                                       const std::string& key,
                                                       const std::stop_token& stop = {});

} // namespace masar::app
