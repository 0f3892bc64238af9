// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/camera.hpp"
#include "app/map/map_theme.hpp"
#include "app/models/change_groups.hpp"

#include <QPainter>
#include <QPointF>

#include <optional>

namespace masar::app {

/// What is marked of an update: the difference, and the change that is looked at.
struct ShownChanges {
    LayerDifferencePtr difference; ///< none: nothing is marked
    std::optional<std::size_t> current;

    bool operator==(const ShownChanges&) const = default;
};

/// The mark of one change, each kind in its own way: a ring with a plus for what is added, a pale
/// cross for what is gone, a thin line from a ghost at the old place for what moved, a badge for
/// other dates or words. A side without a place is none.
void paintChange(QPainter& painter, std::uint8_t kinds, const std::optional<QPointF>& from,
                 const std::optional<QPointF>& to, const MapTheme& theme);

/// Draws the marks of an update over a picture of the map, for the window and for pictures alike.
/// Many near each other are one disc with their number, ringed in the colours of their kinds.
class ChangePainter {
public:
    void paint(QPainter& painter, const Camera& camera, const ShownChanges& shown, bool dark);

private:
    LayerDifferencePtr m_grouped;
    int m_level = 0;
    std::vector<ChangeGroup> m_groups; ///< of it at this level
};

} // namespace masar::app
