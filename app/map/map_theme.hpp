// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/layer_look.hpp"

#include <QColor>

#include <array>

namespace masar::app {

/// The colours of the map, light or dark. Status colours differ in lightness too, so they part in
/// grey.
struct MapTheme {
    QColor sea, land, ground; ///< ground: halo of symbols and labels
    QColor coast, lake, lakeShore, river, border, disputed, admin;
    QColor town, townText, countryText, adminText, waterText, siteText;
    std::array<QColor, kStatuses.size()> status;
    QColor selection;
    QColor graticule, ruler;
    QColor impossible; ///< what moves faster than it can
    /// Marks of an update: added, removed, moved, otherwise changed.
    std::array<QColor, 4> changes;
    double reliefOpacity = 0.5;
};

[[nodiscard]] const MapTheme& mapTheme(bool dark);

/// Colours of layers without a status field, in the order they are handed out.
[[nodiscard]] QColor layerColour(int index, bool dark);

} // namespace masar::app
