// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/io/local_file.hpp"
#include "core/io/reader.hpp"

#include <optional>
#include <string>

namespace masar::core {

/// What came of a JSON file: its layer, without dates yet, or the GDAL driver that should read it
/// instead (TopoJSON, ESRIJSON).
struct JsonRead {
    std::optional<Layer> layer;
    std::string otherDriver;
};

/// Reads GeoJSON (RFC 7946, and the older "crs" member): a FeatureCollection, a Feature, a
/// geometry, or a sequence of them, one a line or RS-delimited (RFC 8142). Every member of
/// "features" is accounted for. A document that is not JSON throughout is refused with line:column,
/// but of a sequence only the record is.
[[nodiscard]] Result<JsonRead> readGeoJson(const LocalFile& file, const ReadOptions& options);

} // namespace masar::core
