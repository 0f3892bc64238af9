// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/io/local_file.hpp"
#include "core/io/reader.hpp"

#include <string>
#include <vector>

namespace masar::core {

/// Reads the layers of a file with one GDAL driver, without dates yet. What GDAL says in passing
/// becomes diagnostics of the layer it was reading.
[[nodiscard]] Result<std::vector<Layer>>
readWithGdal(const LocalFile& file, const std::string& driver, const ReadOptions& options);

} // namespace masar::core
