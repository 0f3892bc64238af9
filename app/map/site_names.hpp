// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/placed_name.hpp"

#include <functional>
#include <tuple>
#include <vector>

namespace masar::app {

/// A layer of more rows than this is not labelled, unless the user names a field.
inline constexpr std::size_t kMostNamedRows = 2000;
/// One of more rows than this never is.
inline constexpr std::size_t kMostLabelledRows = 50'000;

/// The field by which a layer's features are labelled: as it says, or `name`; empty if by none.
[[nodiscard]] std::string labelFieldOf(const SceneLayer& layer);

/// The point of a row that a label names: of a line its middle, of an area a point inside it.
/// nullopt for a row without a place.
[[nodiscard]] std::optional<core::MercatorPoint> labelPoint(const core::GeometryTable& geometry,
                                                            std::size_t row);

/// The names of the user's layers. The side on which a name stands is decided once, over all rows,
/// so that no name jumps as the clock runs; the zoom from which it shows, among those that are
/// there in the window.
class SiteNames {
public:
    enum class Change { none, present, sites };
    /// Takes up another scene. What has changed: nothing, which of the sites are there, or the
    /// sites: then they need sides.
    Change update(const Scene& scene);

    /// The symbols of all times.
    void placeAllMarks(LabelSolver& solver) const;
    /// Chooses a side for every name; what is in the solver goes first, and `yieldTo` should stay
    /// free where it can. The names of all times take their room.
    void chooseSides(LabelSolver& solver, const LabelSolver& yieldTo);

    /// The symbols that are there now.
    void
    forEachMark(const std::function<void(core::MercatorPoint, const LabelShape&)>& visit) const;
    /// The names that are there now, from the zooms that the solver leaves.
    void placeNames(LabelSolver& solver);
    [[nodiscard]] const std::vector<PlacedName>& names() const { return m_present; }

private:
    /// A layer of the scene and its row.
    using Place = std::pair<std::uint32_t, std::uint32_t>;
    /// Rows with one name at one point: the states of a site.
    struct Site {
        PlacedName name;
        NameBlock block;
        bool reference = false; ///< there for orientation: after the others
        std::vector<Place> rows;
    };
    /// A point with a symbol.
    struct Mark {
        core::MercatorPoint at;
        LabelShape shape;
        std::vector<Place> rows;
    };
    using Subject = std::tuple<quint64, bool, int>; ///< of a layer: id, visible, label

    void collect(const Scene& scene);
    void collectLayer(const Scene& scene, std::uint32_t layer);

    std::vector<Subject> m_subject;
    MapLanguage m_language = MapLanguage::english;
    std::vector<Site> m_sites;
    std::vector<Mark> m_marks;
    std::vector<bool> m_shown; ///< the marks, then the sites, that are there
    std::vector<PlacedName> m_present;
};

} // namespace masar::app
