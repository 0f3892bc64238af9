// SPDX-License-Identifier: Apache-2.0
#include "app/map/site_symbol.hpp"

#include "app/map/layer_look.hpp"

#include <algorithm>

namespace masar::app {

namespace {

/// Colour and shape in eight bits, as point.frag unpacks them.
constexpr std::uint32_t kNoState = 0xff;

std::uint32_t lookOfState(const MeshVertex& state)
{
    return (state.flags & 0xfU) | (state.flags >> mesh_flags::shapeShift & 0xfU) << 4U;
}

bool isExpected(const MeshVertex& state)
{
    return (state.flags >> mesh_flags::shapeShift & 0xfU) ==
           static_cast<std::uint32_t>(Shape::expected);
}

/// The looks around a symbol, clockwise from below: one arc alone takes the side of its time, left
/// before what is inside and right after it; an expectation alone goes all around.
std::vector<std::uint32_t> slotsAround(const SiteSymbol& symbol, const MeshSite& site)
{
    std::vector<std::uint32_t> ring;
    for (const std::uint32_t state : symbol.around) {
        ring.push_back(lookOfState(site.states[state]));
    }
    if (ring.size() == 1 && !symbol.arcs.empty()) {
        const bool before = !symbol.inside.empty() && symbol.around[0] < symbol.inside[0];
        ring.insert(before ? ring.end() : ring.begin(), kNoState);
    }
    return ring;
}

} // namespace

std::optional<SiteSymbol> siteSymbol(const MeshSite& site, const core::Layer& layer,
                                     const Scene& scene)
{
    std::vector<core::Presence> present;
    SiteSymbol symbol;
    for (std::uint32_t i = 0; i < site.rows.size(); ++i) {
        present.push_back(scene.presenceOf(layer.spans[site.rows[i]]));
        symbol.certain = symbol.certain ||
                         (present.back() == core::Presence::certain && !isExpected(site.states[i]));
    }
    const auto addTo = [&site](std::vector<std::uint32_t>& part, std::uint32_t state) {
        const std::uint32_t look = lookOfState(site.states[state]);
        const bool known = std::ranges::any_of(
            part, [&](std::uint32_t other) { return lookOfState(site.states[other]) == look; });
        if (!known) {
            part.push_back(state);
        }
        return !known;
    };
    const auto wanted = symbol.certain ? core::Presence::certain : core::Presence::possible;
    for (std::uint32_t i = 0; i < site.rows.size(); ++i) {
        if (present[i] == wanted && !isExpected(site.states[i])) {
            addTo(symbol.inside, i);
        }
    }
    for (std::uint32_t i = 0; i < site.rows.size(); ++i) {
        if (present[i] == core::Presence::absent || std::ranges::contains(symbol.inside, i)) {
            continue;
        }
        std::vector<std::uint32_t> all = symbol.inside;
        const bool expected = isExpected(site.states[i]);
        if ((expected || addTo(all, i)) && addTo(symbol.around, i) && !expected) {
            symbol.arcs.push_back(i);
        }
    }
    return symbol.inside.empty() && symbol.around.empty() ? std::nullopt : std::optional(symbol);
}

MeshVertex SiteSymbol::marker(const MeshSite& site) const
{
    MeshVertex vertex = site.states[inside.empty() ? around.front() : inside.front()];
    if (!several()) {
        return vertex;
    }
    std::vector<std::uint32_t> looks;
    for (const std::uint32_t state : inside) {
        looks.push_back(lookOfState(site.states[state]));
    }
    const std::vector<std::uint32_t> outer = slotsAround(*this, site);
    looks.insert(looks.end(), outer.begin(), outer.end());
    // There are fewer statuses than places for them.
    std::uint32_t packed[3] = {};
    for (std::size_t i = 0; i < std::min<std::size_t>(looks.size(), 12); ++i) {
        packed[i / 4] |= looks[i] << 8 * (i % 4);
    }
    for (std::size_t i = 0; i < 3; ++i) {
        vertex.time[i] = static_cast<std::int32_t>(packed[i]);
    }
    vertex.time[3] =
        static_cast<std::int32_t>(inside.size() | outer.size() << 4 | (certain ? 0x100U : 0U));
    vertex.flags &= ~(0xfU << mesh_flags::shapeShift);
    vertex.flags |= shapeFlags(Shape::states) | mesh_flags::undated; // its time is no time
    return vertex;
}

} // namespace masar::app
