// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/layer.hpp"
#include "core/time/zone.hpp"

#include <vector>

namespace masar::core {

/// Makes tracks of the lines of a GPX file. GDAL gives the times only in its layer "track_points",
/// whose rows name the line and the segment; that layer is then marked `shownAsTracks`. A line
/// without any time stays a line. `zone` is that of times that state none.
void addGpxTracks(std::vector<Layer>& layers, const Zone& zone);

} // namespace masar::core
