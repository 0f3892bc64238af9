// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace masar::core {

/// True if a shapefile says how its texts are written: in a .cpg beside it, or in the language byte
/// of its .dbf. The path is one that GDAL opens.
[[nodiscard]] bool statesEncoding(const std::string& path);

} // namespace masar::core
