// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/map_layer.hpp"
#include "core/query/diff.hpp"
#include "core/query/row_comparison.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace masar::app {

/// Where a change shows on the map; a side without a place is none.
struct ChangeSpot {
    std::optional<core::MercatorPoint> from, to;
};

/// Two versions of a layer and all that differs: immutable, made on a worker thread.
struct LayerDifference {
    LayerDifference(MapLayerPtr oldLayer, MapLayerPtr newLayer, core::LayerDiff difference);

    MapLayerPtr before, after;
    core::LayerDiff diff;
    core::RowComparison rows;
    std::vector<ChangeSpot> spots; ///< of each change

    /// The row that a row of the old layer became; none if it is gone or cannot be told.
    [[nodiscard]] std::optional<quint32> newRowOf(quint32 oldRow) const;
};

using LayerDifferencePtr = std::shared_ptr<const LayerDifference>;

} // namespace masar::app
