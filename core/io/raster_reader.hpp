// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace masar::core {

/// A grey picture that lies on the map: rows from north to south, one byte a pixel, edges in
/// fixed-point Mercator units.
struct GreyRaster {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;
    double left = 0, top = 0, right = 0, bottom = 0;
};

/// Reads the first band of a north-up GeoTIFF in Web Mercator (EPSG:3857), such as the basemap's
/// relief. Other systems and rotated rasters are refused.
[[nodiscard]] Result<GreyRaster> readGreyRaster(const std::string& path);

} // namespace masar::core
