// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/io/local_file.hpp"
#include "core/io/reader.hpp"
#include "core/io/zip_archive.hpp"

#include <vector>

namespace masar::core {

/// Reads the placemarks of a KML file as one layer, with their times, styles and folders as fields
/// (see core/io/README.md). Nothing that the file refers to is opened.
[[nodiscard]] Result<Layer> readKml(const LocalFile& file, const ReadOptions& options);

/// The same of each document in a KMZ archive that has placemarks: documents link to each other
/// there.
[[nodiscard]] Result<std::vector<Layer>> readKmz(const LocalFile& file, const ZipArchive& archive,
                                                 const ReadOptions& options);

} // namespace masar::core
