// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/io/json_walk.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace masar::core {

/// What the root members of a document say, without reading the features.
struct GeoJsonOutline {
    std::string type;        ///< "FeatureCollection", "Feature" or a geometry type
    std::string name;        ///< of the collection, as GDAL and QGIS write it
    std::string crsName;     ///< "EPSG:32637", if the file states a system by name
    std::string crsCode;     ///< diagnostic code of crsProblem
    std::string crsProblem;  ///< why the stated system is not used
    std::string otherDriver; ///< set if the document is of another JSON format that GDAL reads
    std::string problem;     ///< set if the document is not GeoJSON at all
};

/// Looks over a root object; nullopt if it is not JSON (members that are passed over are not
/// checked).
[[nodiscard]] std::optional<GeoJsonOutline> readOutline(JsonObject root);

/// The records of a text that is a sequence of JSON documents, RS-delimited (RFC 8142) or one a
/// line; empty if the text is a single document.
[[nodiscard]] std::vector<std::string_view> splitRecords(std::string_view text);

} // namespace masar::core
