// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/layer.hpp"
#include "core/route/route.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace masar::app {

/// Something that travels a line of a layer at the moment shown. Only its begin and end are known,
/// so the place is inferred.
struct UnderWay {
    core::MercatorPoint at;
    double headingDeg = 0; ///< clockwise from north
    std::uint32_t row = 0;
};

/// The line of a row whose `kind` is "convoy" and of whose movement no fixes are known.
[[nodiscard]] std::optional<core::Route> convoyRoute(const core::Layer& layer, std::uint32_t row);

/// The lines whose `kind` is "convoy" and whose dates pass in the window. Nothing for layers
/// without that field. Its mark stays `clearMetres` from the line's ends, where the symbols of
/// places are, so that both are seen.
[[nodiscard]] std::vector<UnderWay> underWay(const core::Layer& layer, const core::Window& window,
                                             double clearMetres);

} // namespace masar::app
