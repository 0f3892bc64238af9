// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geometry/mercator.hpp"

#include <string>

namespace masar::core {

/// How a place is written out.
enum class CoordinateFormat { decimal, degreesMinutesSeconds, utm, mgrs };

/// "36.70624 N, 40.51196 E"; "36°42′22.5″N 40°30′43.0″E"; "37S 635061 4063422"; "37SFV 35061
/// 63422". Latitude first, as people write it. UTM and MGRS only within 80 S..84 N, decimal
/// outside.
[[nodiscard]] std::string coordinateText(LonLat place, CoordinateFormat format);

} // namespace masar::core
