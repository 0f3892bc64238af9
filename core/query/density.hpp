// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/layer.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace masar::core {

/// How many features of a layer are present over time: `range` cut into bins of `binSeconds` (the
/// last may reach beyond its end), counted apart by category.
struct Density {
    Window range;
    std::int64_t binSeconds = 1;
    std::size_t bins = 0;
    std::size_t categories = 0;
    /// bins x categories, a category's bins together: features certainly, and only possibly,
    /// present in the window that the bin is (see presence()).
    std::vector<std::uint32_t> certain, possible;

    [[nodiscard]] std::uint32_t certainAt(std::size_t category, std::size_t bin) const
    {
        return certain[category * bins + bin];
    }
    [[nodiscard]] std::uint32_t possibleAt(std::size_t category, std::size_t bin) const
    {
        return possible[category * bins + bin];
    }
};

/// Counts the dated rows that have a place, over at most `mostBins` bins of whole seconds.
/// `categoryOf` has a category below `categories` for each row; empty: all are category 0. One
/// pass over the rows, whatever the bins.
[[nodiscard]] Density densityOf(const Layer& layer, const Window& range, std::size_t mostBins,
                                std::span<const std::uint8_t> categoryOf = {},
                                std::size_t categories = 1);

/// The next finite bound of a date of the layer after an instant, or the last one before it:
/// where something begins or ends, or may do so. nullopt if there is none.
[[nodiscard]] std::optional<Instant> nextDate(const Layer& layer, Instant after);
[[nodiscard]] std::optional<Instant> previousDate(const Layer& layer, Instant before);

} // namespace masar::core
