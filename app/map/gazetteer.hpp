// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geometry/mercator.hpp"
#include "core/io/reader.hpp"

#include <QString>

#include <vector>

namespace masar::app {

/// What a place of the basemap is.
enum class PlaceKind {
    country,
    governorate,
    sea,
    lake,
    river,
    capital,
    seat,
    town,
    smallTown,
    village
};

/// A place of the basemap with all its names, for search.
struct GazetteerPlace {
    PlaceKind kind = PlaceKind::town;
    int rank = 0; ///< 0 is the most important, 6 the least
    core::MercatorPoint at;
    core::MercatorBox box; ///< of a river; empty for others
    QString name;          ///< English or Latin
    QString arabic;
    QString others;      ///< Kurdish and former names, parted by ";"
    QString country;     ///< two letters (ISO 3166), empty for waters
    QString governorate; ///< of a settlement, by the name of one in `country`; empty if unknown
};

/// The places of a basemap's file, with their names (data/basemap/README.md).
[[nodiscard]] std::vector<GazetteerPlace> gazetteerOf(const core::VectorFile& basemap);

/// The zoom at which a place shows with what surrounds it.
[[nodiscard]] double zoomFor(const GazetteerPlace& place);

} // namespace masar::app
