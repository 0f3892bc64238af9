// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/layer.hpp"

#include <cstdint>
#include <vector>

namespace masar::app {

/// Something that travels a line of a layer at the moment shown. Only its begin and end are known,
/// so the place is inferred.
struct UnderWay {
    core::MercatorPoint at;
    double headingDeg = 0; ///< clockwise from north
    std::uint32_t row = 0;
};

/// The lines whose `kind` is "convoy" and whose dates pass in the window. Nothing for layers
/// without that field.
[[nodiscard]] std::vector<UnderWay> underWay(const core::Layer& layer, const core::Window& window);

} // namespace masar::app
