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
    /// The lines and areas of a large layer, nowhere further than half a pixel from the true ones
    /// where a pixel is no smaller than `coarseUnits`, and the rings of its points: vertices and an
    /// id of their own and nothing else. Null for others.
    std::shared_ptr<const MapLayer> coarse;
    double coarseUnits = 0; ///< fixed-point units for one device pixel

    /// Whose lines and areas to draw where a device pixel has so many units.
    [[nodiscard]] const MapLayer& at(double unitsPerPixel) const
    {
        return coarse && unitsPerPixel >= coarseUnits ? *coarse : *this;
    }
};

using MapLayerPtr = std::shared_ptr<const MapLayer>;

/// Indexes a layer and makes its vertices, those of a large one twice: work for a worker thread
/// (about 0.2 s for a million points).
[[nodiscard]] MapLayerPtr makeMapLayer(core::Layer layer);
/// The same with a look of the caller's choice.
[[nodiscard]] MapLayerPtr makeMapLayer(core::Layer layer, const MeshOptions& options);

/// A layer of vertices alone, to be drawn and nothing else.
[[nodiscard]] MapLayerPtr makeMapLayer(LayerMesh mesh);

} // namespace masar::app
