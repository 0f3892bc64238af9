// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geometry/mercator.hpp"

#include <span>
#include <vector>

namespace masar::core {

/// A run of places: a line, or a ring (with or without its closing place on the way in, without it
/// on the way out).
using LonLatRun = std::vector<LonLat>;

/// A polygon: its outer ring, then its holes.
using LonLatPolygon = std::vector<LonLatRun>;

/// The cheap question to ask first: true if a longitude lies outside -180..180 or two neighbours
/// (of a ring also the last and the first) are more than 180 degrees apart, which is taken as the
/// short way across the antimeridian.
[[nodiscard]] bool crossesAntimeridian(std::span<const LonLat> run, bool ring);

/// The parts of a line on either side of the antimeridian, in order, each within -180..180 and
/// ending on it.
[[nodiscard]] std::vector<LonLatRun> cutLine(std::span<const LonLat> line);

/// The pieces of a polygon, each within -180..180 and closed along the antimeridian. A ring that
/// winds round a pole is closed over the nearer one. A hole that crosses is cut too, and its pieces
/// stay holes (with a side on the antimeridian) of the piece they lie in. A ring that has no width
/// but for jumps of 360 degrees (the corners of a box round the world) is taken as written. No
/// pieces if the outer ring has less than three places.
[[nodiscard]] std::vector<LonLatPolygon> cutPolygon(const LonLatPolygon& polygon);

} // namespace masar::core
