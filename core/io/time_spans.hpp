// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/model/layer.hpp"

#include <stop_token>

namespace masar::core {

/// applyTimeFields() for a reader, which can be stopped: it fails with `cancelled` and the layer is
/// unchanged.
[[nodiscard]] Result<void> applyTimeFields(Layer& layer, const TimeFields& choice,
                                           const std::stop_token& stop);

} // namespace masar::core
