// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/io/local_file.hpp"
#include "core/io/reader.hpp"
#include "core/io/zip_archive.hpp"

#include <string>
#include <vector>

namespace masar::core {

/// Reads the layers of a file with one GDAL driver, without dates yet. What GDAL says in passing
/// becomes diagnostics of the layer it was reading.
[[nodiscard]] Result<std::vector<Layer>>
readWithGdal(const LocalFile& file, const std::string& driver, const ReadOptions& options);

/// Reads each shapefile of an archive as a layer, unpacked in memory within the archive's limits.
[[nodiscard]] Result<std::vector<Layer>>
readZippedShapefiles(const LocalFile& file, const ZipArchive& archive, const ReadOptions& options);

} // namespace masar::core
