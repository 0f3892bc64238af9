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

    /// Where it is now, else where it was.
    [[nodiscard]] std::optional<core::MercatorPoint> shown() const { return to ? to : from; }
};

/// Two versions of a layer and all that differs: immutable, made on a worker thread.
struct LayerDifference {
    LayerDifference(MapLayerPtr oldLayer, MapLayerPtr newLayer, core::LayerDiff difference,
                    std::string key = {});

    MapLayerPtr before, after;
    std::string askedKey; ///< the field that features were to be matched by; empty: found best
    core::LayerDiff diff;
    core::RowComparison rows;
    std::vector<ChangeSpot> spots; ///< of each change

    /// Fields that both versions have, in the order of the new one.
    [[nodiscard]] std::vector<std::string> commonFields() const;
    /// The row that a row of the old layer became; none if it is gone or cannot be told.
    [[nodiscard]] std::optional<quint32> newRowOf(quint32 oldRow) const;
};

using LayerDifferencePtr = std::shared_ptr<const LayerDifference>;

} // namespace masar::app
