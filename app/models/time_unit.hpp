// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/span.hpp"
#include "core/time/step.hpp"

namespace masar::app {

/// The lengths that a clock steps by. Weeks begin on Monday, decades and centuries with the years
/// that are multiples of 10 and 100.
enum class TimeUnit { minute, hour, day, week, month, year, decade, century };

[[nodiscard]] core::Step stepOf(TimeUnit unit);

/// The beginning of the unit that an instant lies in, in a zone's calendar.
[[nodiscard]] core::Instant floorTo(TimeUnit unit, core::Instant instant, const core::Zone& zone);

/// The greatest multiple of `step` that is not above `value`.
[[nodiscard]] std::int64_t multipleBelow(std::int64_t value, std::int64_t step);

/// The unit that suits a range: some hundred steps from end to end.
[[nodiscard]] TimeUnit unitFor(const core::Window& range);

} // namespace masar::app
