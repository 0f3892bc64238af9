// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"

namespace masar::core {

/// Registers GDAL once for the process with the hardening profile: drivers allowed by name, the
/// network shut inside GDAL and PROJ, no plugins, nothing written beside the user's data. Every
/// function of core/io calls it first; calling it again is free.
void guardGdal();

/// Opens one canary of each kind in memory (a GeoJSON whose crs is a URL, an OGR VRT, a WFS
/// description, a raw VRT band) and fails, naming it, if any was not refused or could have made a
/// request.
[[nodiscard]] Result<void> checkGdalGuard();

} // namespace masar::core
