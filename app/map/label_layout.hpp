// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/camera.hpp"
#include "app/map/label_atlas.hpp"
#include "app/map/site_names.hpp"

#include <array>
#include <optional>
#include <vector>

namespace masar::app {

/// A piece of the atlas on the picture.
struct LabelQuad {
    std::array<QPointF, 4>
        corners;   ///< top left, top right, bottom left, bottom right; device pixels
    QRectF source; ///< of the atlas, device pixels
};

/// The names of a scene as a camera sees them. Which name stands where, and from which zoom on, is
/// worked out when the scene changes; a frame only takes what is in view. The same camera always
/// gives the same picture.
class LabelLayout {
public:
    /// A name that shows.
    struct Shown {
        const PlacedName* name = nullptr;
        QPointF at; ///< its place, logical pixels
    };

    /// Works out what a change of the scene means; nothing if names stay as they are.
    void update(const Scene& scene);
    /// The names that show, those that matter most first.
    [[nodiscard]] std::vector<Shown> shown(const Camera& camera);
    /// Their pieces, drawn into the atlas where they are new; those that matter most last.
    [[nodiscard]] std::vector<LabelQuad> layOut(const Camera& camera, LabelAtlas& atlas);

private:
    /// A name of a turned map, and the box it takes around its place.
    struct Standing {
        const PlacedName* name = nullptr;
        QRectF bounds;
    };
    /// Those of the whole world at a zoom and a bearing.
    struct Turned {
        double zoom, bearingDeg;
        std::vector<Standing> names;
    };
    void chooseSides();
    void chooseZooms();
    void chooseTurned(const Camera& camera);

    std::shared_ptr<const Basemap> m_basemap;
    MapLanguage m_language = MapLanguage::english;
    std::vector<PlacedName> m_basemapNames; ///< those that matter most first
    std::size_t m_majorCount = 0;           ///< of these, those that go before the sites
    std::vector<double> m_from; ///< the zooms of these, later where sites are in the way
    SiteNames m_sites;
    std::optional<Turned> m_turned; ///< as the last camera that was turned saw them
};

} // namespace masar::app
