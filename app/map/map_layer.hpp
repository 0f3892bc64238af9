// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/layer.hpp"
#include "core/query/chunk_index.hpp"

#include <QString>

#include <memory>

namespace masar::app {

/// A layer as loaded, with its index: immutable, shared between the loader, the models and the renderer.
struct MapLayer {
    quint64 id = 0; ///< unique in the process, never used again
    core::Layer layer;
    core::ChunkIndex index;
};

using MapLayerPtr = std::shared_ptr<const MapLayer>;

} // namespace masar::app
