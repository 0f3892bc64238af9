// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"

#include <QString>

namespace masar::app {

/// An error for a person: what happened, where, and what can be done about it.
[[nodiscard]] QString errorText(const core::Error& error);

} // namespace masar::app
