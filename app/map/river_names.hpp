// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/camera.hpp"
#include "app/map/placed_name.hpp"

#include <vector>

namespace masar::app {

/// Adds the places where a river's name could follow its course, those in its middle first, with
/// the zooms at which the course is gentle enough there.
void offerRiverNames(const NamedRiver& river, MapLanguage language, std::vector<PlacedName>& out);

/// The course under a name at a zoom, from the text's left end to its right: points in pixels from
/// the name's place. nullopt where it does not fit.
[[nodiscard]] std::optional<std::vector<QPointF>> courseUnder(const PlacedName& name, double zoom);
/// The same as a camera sees it: turned, and still read from left to right.
[[nodiscard]] std::optional<std::vector<QPointF>> courseUnder(const PlacedName& name,
                                                              const Camera& camera);
/// What a name along such a course covers.
[[nodiscard]] LabelShape shapeAlong(const PlacedName& name, const std::vector<QPointF>& path);

} // namespace masar::app
