// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geometry/mercator.hpp"

#include <span>
#include <vector>

namespace masar::core {

/// A line with fewer vertices that is nowhere further than `tolerance` units from the given one
/// (Douglas and Peucker, 1973). The first and the last vertex stay, so lines that touch still do.
[[nodiscard]] std::vector<MercatorPoint> simplified(std::span<const MercatorPoint> line,
                                                    double tolerance);

} // namespace masar::core
