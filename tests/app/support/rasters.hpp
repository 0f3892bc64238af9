// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace masar::test {

/// A small GeoTIFF of one grey in the south-east of Turkey, as a test wants it.
struct SmallRaster {
    int epsg = 32637; ///< 0: it does not say in which system its coordinates are
    const char* copyright = nullptr;
};

void writeRaster(const QString& path, const SmallRaster& raster);

} // namespace masar::test
