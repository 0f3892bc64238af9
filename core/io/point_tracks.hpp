// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/model/layer.hpp"

#include <stop_token>
#include <string>
#include <vector>

namespace masar::core {

/// The fields of a layer of dated points that may say which thing each row is a fix of: those whose
/// values repeat. Empty for layers that are not such points.
[[nodiscard]] std::vector<std::string> trackFieldCandidates(const Layer& points);

/// A new layer with a track for each value of a field, of the dated points that have that value, in
/// order of their dates. A track has the fields that are the same in all its rows. Rows that are no
/// fix (no value, no place, no date) are named in its diagnostics. Fails if there is no such field,
/// or no row that could be a fix.
[[nodiscard]] Result<Layer> tracksOfPoints(const Layer& points, const std::string& field,
                                           const std::stop_token& stop = {});

} // namespace masar::core
