// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/io/local_file.hpp"

namespace masar::core {

/// True if a shapefile says how its texts are written: in a .cpg beside it, or in the language byte
/// of its .dbf.
[[nodiscard]] bool statesEncoding(const LocalFile& file);

} // namespace masar::core
