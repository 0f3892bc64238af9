// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/layer_mesh.hpp"
#include "core/model/layer.hpp"
#include "core/query/chunk_index.hpp"

#include <QtTypes>

#include <memory>

namespace masar::app {

/// A layer as loaded, with its index and its vertices: immutable, shared between the loader, the
/// models and the renderer.
struct MapLayer {
    quint64 id = 0; ///< unique in the process, never used again
    core::Layer layer;
    core::ChunkIndex index;
    LayerMesh mesh;
};

using MapLayerPtr = std::shared_ptr<const MapLayer>;

/// Indexes a layer and makes its vertices: work for a worker thread (about 0.2 s for a million
/// points).
[[nodiscard]] MapLayerPtr makeMapLayer(core::Layer layer);
/// The same with a look of the caller's choice.
[[nodiscard]] MapLayerPtr makeMapLayer(core::Layer layer, const MeshOptions& options);

} // namespace masar::app
