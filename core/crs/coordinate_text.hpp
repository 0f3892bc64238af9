// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geometry/mercator.hpp"

#include <string>

namespace masar::core {

/// How a place is written out.
enum class CoordinateFormat { decimal, degreesMinutesSeconds, utm, mgrs };

/// "36.70624 N, 40.51196 E"; "36°42′22.5″N 40°30′43.1″E"; "37S 635049 4063351" (whole metres,
/// rounded); "37SFA 35048 63350" (cut off, as the grid has it). Latitude first, as people write it.
/// UTM and MGRS only within 80 S..84 N, decimal outside. Empty for what is no place.
[[nodiscard]] std::string coordinateText(LonLat place, CoordinateFormat format);

} // namespace masar::core
