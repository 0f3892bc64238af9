// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/camera.hpp"
#include "app/map/label_layout.hpp"

#include <vector>

namespace masar::app {

/// The meridians and parallels that a camera's picture shows, at steps that suit its zoom.
struct Graticule {
    double stepDeg = 10;
    std::vector<double> lonsDeg; ///< from west to east; may lie outside -180..180 where the picture
                                 ///< shows copies of the world
    std::vector<double> latsDeg; ///< from south to north
};

/// The smallest round step (degrees, minutes, seconds) at which meridians stand at least so many
/// logical pixels apart.
[[nodiscard]] double graticuleStep(const Camera& camera, double leastPixels = 110);
[[nodiscard]] Graticule graticuleOf(const Camera& camera);

/// Where a meridian or a parallel meets an edge of the picture, for its label.
struct GraticuleMark {
    double degrees = 0; ///< wrapped to -180..180
    bool meridian = false;
    QPointF at;         ///< on the edge
    bool above = false; ///< on the top edge, else on the one at the side
};

/// The marks along the top and the right (or left) edge of a part of the picture, those too near
/// its corners left out. Meridians are marked at the top, parallels at the side; where the map is
/// turned so far that they change places, the other way round.
[[nodiscard]] std::vector<GraticuleMark> graticuleMarks(const Camera& camera, const QRectF& free,
                                                        bool leftEdge);

/// The labels of the marks, drawn into the atlas where they are new.
[[nodiscard]] std::vector<LabelQuad> graticuleLabels(const GraticuleLook& look,
                                                     const Camera& camera, LabelAtlas& atlas);

} // namespace masar::app
