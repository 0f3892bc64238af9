// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/map_layer.hpp"
#include "core/crs/coordinate_reader.hpp"

#include <QString>

#include <optional>
#include <vector>

namespace masar::app {

/// One answer of the search.
struct SearchHit {
    enum class Kind { coordinates, place, feature };
    Kind kind = Kind::place;
    QString title;
    QString match;  ///< the other name that answered; empty if it was the title
    QString detail; ///< what it is, and where: a country, a layer; a text that answered
    std::optional<core::MercatorBox> box; ///< nullopt: it has no place
    double zoom = 12;                     ///< at which it shows with its surroundings
    MapLayerPtr layer;                    ///< of a feature
    std::vector<quint32>
        rows; ///< the feature; several if one site has a row for each of its states
};

/// What a search found.
struct SearchAnswer {
    std::vector<SearchHit> hits; ///< the best first
    bool more = false;           ///< there were too many to list
    bool complete = true;        ///< false: some layers are still being indexed
    core::CoordinateFault fault = core::CoordinateFault::none; ///< of what was meant as coordinates
};

/// A feature's row at a window of time: the certain one before the possible one before one without
/// a date. nullopt if none is there.
[[nodiscard]] std::optional<quint32> presentRow(const SearchHit& feature,
                                                const core::Window& window);

/// A row and a moment at which it is on the map.
struct RowMoment {
    quint32 row = 0;
    core::Instant at = 0;
};

/// The moment nearest to a window at which a feature is there: certainly if it ever is, else
/// possibly.
[[nodiscard]] std::optional<RowMoment> nearestMoment(const SearchHit& feature,
                                                     const core::Window& window);

} // namespace masar::app
