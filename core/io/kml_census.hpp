// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/io/local_file.hpp"
#include "core/model/layer.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace masar::core {

/// How often each element of an XML text begins, by name without prefix; what stands in comments
/// and CDATA is not counted.
[[nodiscard]] std::map<std::string, std::uint64_t, std::less<>> countElements(std::string_view xml);

/// Sets a KML file's elements against what GDAL's driver made of them. Placemarks that it passed
/// over (no geometry, a model, a gx:Track) are counted as rejected in the first layer
/// ("kml-not-read"); dates, which the driver does not read, and overlays, network links and tours
/// are named in notes ("kml-time-not-read", "kml-not-supported").
[[nodiscard]] Result<void> settleKml(const LocalFile& file, std::vector<Layer>& layers);

} // namespace masar::core
