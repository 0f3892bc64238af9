// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/progress.hpp"
#include "core/base/result.hpp"
#include "core/geometry/mercator.hpp"
#include "core/model/layer.hpp"

#include <cstdint>
#include <limits>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace masar::core {

/// What became of a feature: bits, for it may have been moved, re-dated and re-worded at once.
namespace change_kinds {
inline constexpr std::uint8_t added = 1;
inline constexpr std::uint8_t removed = 2;
inline constexpr std::uint8_t moved = 4;     ///< another place or shape, or none any more
inline constexpr std::uint8_t redated = 8;   ///< other dates, as written or as read
inline constexpr std::uint8_t reworded = 16; ///< another value in a field that is no date
/// Several features share its key (or its place and dates, or have no key), and which of them it
/// was cannot be told.
inline constexpr std::uint8_t ambiguous = 32;
} // namespace change_kinds

inline constexpr std::uint32_t kNoRow = std::numeric_limits<std::uint32_t>::max();

/// A feature that is not as it was. What is added has no old row, what is removed no new one, and
/// what is ambiguous only one of them.
struct Change {
    std::uint32_t oldRow = kNoRow;
    std::uint32_t newRow = kNoRow;
    std::uint8_t kinds = 0;

    bool operator==(const Change&) const = default;
};

/// Features by what became of them; one that is moved and re-dated counts in both. Rows of the old
/// layer = same + changed + removed + ambiguousOld, of the new = same + changed + added +
/// ambiguousNew.
struct ChangeCounts {
    std::uint32_t same = 0;
    std::uint32_t changed = 0; ///< moved, re-dated or re-worded
    std::uint32_t added = 0, removed = 0;
    std::uint32_t moved = 0, redated = 0, reworded = 0;
    std::uint32_t ambiguousOld = 0, ambiguousNew = 0;
    std::uint32_t withoutKeyOld = 0, withoutKeyNew = 0; ///< of all rows

    bool operator==(const ChangeCounts&) const = default;
};

/// What tells two layers apart. It holds no text: RowComparison and moveOf() say what a change is.
struct LayerDiff {
    std::string keyField; ///< features are the same by this; empty: by their place and dates
    ChangeCounts counts;
    /// In the order of the new layer, then what is gone in the order of the old one.
    std::vector<Change> changes;
};

struct DiffOptions {
    /// Empty: "id" or "@id", if most features of both layers have one of their own there.
    std::string keyField{};
    std::stop_token stop{};
    Progress progress{};
};

/// The difference of two versions of a layer. Features are the same if their keys are; those that
/// share a key, or have none, are matched in order where everything about them is identical, and
/// what is left of them on both sides is ambiguous. Without a key features are the same by place
/// and dates, so that what moved is removed here and added there. Places are compared to the unit
/// of MercatorPoint; where a ring starts and which way it turns does not count. Fails if the key
/// field is missing in either layer, or if stopped.
[[nodiscard]] Result<LayerDiff> diffOf(const Layer& before, const Layer& after,
                                       const DiffOptions& options = {});

/// How a feature moved.
struct Move {
    std::optional<LonLat> from, to; ///< the middle of its box; none without a place
    /// On the ellipsoid: by how far the vertex moved that moved farthest; between the middles if
    /// the shape has other vertices now. None if it had or has no place.
    std::optional<double> metres;
    bool reshaped = false; ///< other parts, or another count of vertices
};
[[nodiscard]] Move moveOf(const Layer& before, const Layer& after, const Change& change);

} // namespace masar::core
