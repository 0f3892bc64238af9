// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/time/zone.hpp"

#include <string>
#include <string_view>

namespace masar::core {

/// A calendar step of the clock: ISO 8601 duration, one kind of unit or several ("P1D", "P1M",
/// "PT6H", "P1Y6M").
struct Step {
    std::int64_t years = 0, months = 0, days = 0, seconds = 0; ///< weeks are 7 days

    bool operator==(const Step&) const = default;
};

/// Reads an ISO 8601 duration; must be positive as a whole.
[[nodiscard]] Result<Step> parseStep(std::string_view iso8601);
[[nodiscard]] std::string toIso(const Step& step);

/// `count` steps (may be negative) from an instant, in the calendar of `zone`: months end where
/// months end (31 January + P1M is 28 or 29 February), a day is a local day even when the clock
/// changes. Counting from one origin with `count` never drifts: 31 January + 2 x P1M is 31 March.
[[nodiscard]] Instant advance(Instant from, const Step& step, std::int64_t count, const Zone& zone);

} // namespace masar::core
