// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/placed_name.hpp"

#include <tuple>
#include <vector>

namespace masar::app {

/// A layer of more rows than this is not labelled, unless the user names a field.
inline constexpr std::size_t kMostNamedRows = 2000;
/// One of more rows than this never is.
inline constexpr std::size_t kMostLabelledRows = 50'000;

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
    /// Takes up another scene. What has changed: nothing, which of the sites are there, the sites.
    Change update(const Scene& scene);

    /// The names that are there now.
    [[nodiscard]] const std::vector<PlacedName>& names() const { return m_present; }
    /// What these names and their symbols take, for names that go behind them.
    [[nodiscard]] const LabelSolver& taken() const { return m_taken; }
    /// The same over all times.
    [[nodiscard]] const LabelSolver& always() const { return m_always; }

private:
    /// Rows with one name at one point: the states of a site.
    struct Site {
        PlacedName name;
        std::vector<std::pair<std::uint32_t, std::uint32_t>> rows; ///< layer of the scene, row
    };
    /// A point with a symbol.
    struct Mark {
        core::MercatorPoint at;
        LabelShape shape;
        std::vector<std::pair<std::uint32_t, std::uint32_t>> rows;
    };
    using Subject = std::tuple<quint64, bool, std::optional<std::string>>;

    void collect(const Scene& scene);
    void collectLayer(const Scene& scene, std::uint32_t layer);
    void chooseSides();
    void solve();

    std::vector<Subject> m_subject;
    MapLanguage m_language = MapLanguage::english;
    std::vector<Site> m_sites;
    std::vector<Mark> m_marks;
    std::vector<NameBlock> m_blocks; ///< of the sites, until their sides are chosen
    std::vector<bool> m_shown;       ///< the marks, then the sites, that are there
    std::vector<PlacedName> m_present;
    LabelSolver m_taken, m_always;
};

} // namespace masar::app
