// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/layer.hpp"

namespace masar::test {

/// Points with random places, and dates between 0 and about 1350; about one in ten without a date,
/// one in twenty without a place.
[[nodiscard]] core::Layer randomLayer(std::size_t rows, unsigned seed);

} // namespace masar::test
