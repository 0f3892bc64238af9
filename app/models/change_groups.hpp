// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/models/layer_difference.hpp"

#include <array>
#include <vector>

namespace masar::app {

/// What marks on the map tell apart, by what matters most; what is neither added nor removed nor
/// moved was edited.
enum class ChangeMark { added, removed, moved, edited };
inline constexpr std::size_t kChangeMarks = 4;
[[nodiscard]] ChangeMark markOf(std::uint8_t kinds);

/// Changes that lie so near to each other that one mark stands for them.
struct ChangeGroup {
    core::MercatorPoint at;                           ///< the middle of their places
    std::uint32_t first = 0;                          ///< one of them, by its index
    std::uint32_t count = 0;                          ///< how many
    std::array<std::uint32_t, kChangeMarks> counts{}; ///< by ChangeMark
};

/// Up to so many changes have a mark each at every zoom.
inline constexpr std::size_t kMostSingleChanges = 300;

/// The marks of a difference at whole zoom `level`: groups lie on the ground and not in the view,
/// so that panning changes none. Changes without a place are in none. 100,000 changes take some
/// milliseconds.
[[nodiscard]] std::vector<ChangeGroup> groupChanges(const LayerDifference& difference, int level);

} // namespace masar::app
