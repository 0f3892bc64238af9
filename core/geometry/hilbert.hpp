// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geometry/mercator.hpp"

namespace masar::core {

/// The place of a point on the Hilbert curve through all 2^64 fixed-point positions: neighbours on
/// the curve are neighbours on the map. A bijection.
[[nodiscard]] std::uint64_t hilbertIndex(MercatorPoint point);

} // namespace masar::core
