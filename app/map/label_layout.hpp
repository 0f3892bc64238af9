// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/camera.hpp"
#include "app/map/label_atlas.hpp"
#include "app/map/map_scene.hpp"

#include <vector>

namespace masar::app {

/// A label on the picture: where, and which part of the atlas.
struct PlacedLabel {
    QRectF target; ///< logical pixels of the picture
    QRect source;  ///< of the atlas
};

/// The names of one frame, and the towns whose dots belong to them.
struct LabelLayout {
    std::vector<PlacedLabel> labels;
    std::vector<core::MercatorPoint> towns;
};

/// Chooses and places names without overlaps: sites first, then by kind and rank; the same camera
/// always gives the same picture.
[[nodiscard]] LabelLayout layOutLabels(const Scene& scene, const Camera& camera, LabelAtlas& atlas);

} // namespace masar::app
