// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/map_scene.hpp"
#include "app/models/length_text.hpp"
#include "app/models/reader.hpp"
#include "app/models/record.hpp"

#include <QString>

#include <optional>
#include <vector>

namespace masar::app {

/// The moment and the rules by which movements are told.
struct Movement {
    core::Window window;
    core::LegLimits limits;
    LengthUnits units = LengthUnits::metric;

    bool operator==(const Movement&) const = default;
};

/// Where something that moves is at the last moment of the window and how that is known: a fix,
/// interpolated, "Last seen 14 h earlier", or inferred from its begin and end alone. nullopt for
/// what does not move or has not begun to.
[[nodiscard]] std::optional<QString> whereabouts(const core::Layer& layer, std::size_t row,
                                                 const Movement& movement, const Reader& reader);

/// The rows of a record about a movement: where it is now first, then what it amounts to. Empty for
/// what does not move.
[[nodiscard]] std::vector<RecordRow> movementRows(const core::Layer& layer, std::size_t row,
                                                  const Movement& movement, const Reader& reader);

} // namespace masar::app
