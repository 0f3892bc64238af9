// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

namespace masar::core {

/// Called now and then from the working thread with the part done, 0 to 1. May be empty.
using Progress = std::function<void(double done)>;

} // namespace masar::core
