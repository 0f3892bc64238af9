// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/camera.hpp"
#include "app/map/layer_look.hpp"
#include "app/map/map_scene.hpp"

#include <QColor>
#include <QString>

#include <functional>
#include <string_view>
#include <vector>

namespace masar::app {

/// One line of the legend: a symbol of the map, what it stands for, and how many are there now.
struct LegendEntry {
    enum class Kind {
        point,
        line,
        area,
        mover,
        lastSeen, ///< something that moved and of which nothing newer is known
        sectors,  ///< a site's symbol with several states inside
        arc       ///< one with a state inside and another that may hold instead
    };
    Kind kind = Kind::point;
    Shape shape = Shape::dot;              ///< of a point
    Pictogram pictogram = Pictogram::none; ///< on it; alone where the shape is a dot
    Status status = Status::none;
    bool dashed = false; ///< a line that is inferred or estimated
    QColor colour;
    QString label;
    quint64 certain = 0;
    quint64 possible = 0;

    bool operator==(const LegendEntry&) const = default;
};

/// What the camera sees of the scene at its moment: one entry for each status where a layer has a
/// `status`, and one for each kind of thing; for other layers one entry each (named by `nameOf`).
/// What shows nothing now has no entry. Sites of which several states show in one symbol are
/// counted once more, under what that means.
[[nodiscard]] std::vector<LegendEntry>
legendOf(const Scene& scene, const Camera& camera,
         const std::function<QString(quint64 layerId)>& nameOf);

/// A status in words: "Handed over"; the word itself for one of the user's own.
[[nodiscard]] QString statusText(std::string_view status);
/// A kind of feature in words: "Base", "Crossing", "Convoy"; the word itself for others.
[[nodiscard]] QString kindText(std::string_view kind);

} // namespace masar::app
