// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/layer.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace masar::core {

/// The field that the states of one thing have in common (data/README.md).
inline constexpr std::string_view kSiteField = "site";

/// The rows that are states of the same thing as `row`, that row among them, in the order of time.
/// Only the row itself where the layer has no such field or the row no value in it.
[[nodiscard]] std::vector<std::uint32_t> statesOf(const Layer& layer, std::uint32_t row);

/// The states of everything that has several, each in the order of time; in no order of their own.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> allStates(const Layer& layer);

/// For how many seconds both spans are there for certain; kOpenFuture without an end.
[[nodiscard]] Instant certainOverlap(const Span& a, const Span& b);

} // namespace masar::core
