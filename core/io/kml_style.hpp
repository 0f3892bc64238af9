// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/io/kml_walk.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace masar::core {

/// What a KML style says of points, lines and areas, in the words of simplestyle. Icons are
/// addresses, which nothing opens.
struct KmlStyle {
    std::optional<std::string> icon, markerColour, stroke, fill; ///< colours "#rrggbb"
    std::optional<double> strokeOpacity, strokeWidth, fillOpacity;
    std::optional<bool> outlined; ///< an area's border is drawn

    /// Takes over what the other says.
    void overlay(const KmlStyle& other);
    /// Takes in a text element of a Style by the elements around it. False if it should say
    /// something and does not.
    bool take(KmlTag tag, KmlTag parent, KmlTag grandparent, std::string_view text);
};

} // namespace masar::core
