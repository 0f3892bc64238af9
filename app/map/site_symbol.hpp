// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/layer_mesh.hpp"
#include "app/map/map_scene.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace masar::app {

/// The one symbol of a site of which several states may hold at a moment. What holds for certain
/// has its inside, parted in sectors if it is more than one state; what only may hold is a broken
/// arc around it, and has the inside where nothing is certain. What is expected lies around, as
/// ever. States that look the same share a part.
struct SiteSymbol {
    std::vector<std::uint32_t> inside; ///< which of the site's states, in the order of time
    std::vector<std::uint32_t> around; ///< what may hold instead, and what is expected
    std::vector<std::uint32_t> arcs;   ///< those around that may hold
    bool certain = false;              ///< what is inside

    /// Whether more than one state shows, so that the symbol is none of a state alone.
    [[nodiscard]] bool several() const { return inside.size() + around.size() > 1; }

    /// As point.frag reads it.
    [[nodiscard]] MeshVertex marker(const MeshSite& site) const;
};

/// nullopt if the site is not there at the moment of the scene.
[[nodiscard]] std::optional<SiteSymbol> siteSymbol(const MeshSite& site, const core::Layer& layer,
                                                   const Scene& scene);

} // namespace masar::app
