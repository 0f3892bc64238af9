// SPDX-License-Identifier: Apache-2.0
#include "app/map/under_way.hpp"

#include <algorithm>

namespace masar::app {

namespace {

/// A layer with more rows than this is not searched for convoys in every frame.
constexpr std::size_t kMostRows = 2000;

} // namespace

std::optional<core::Route> convoyRoute(const core::Layer& layer, std::uint32_t row)
{
    const auto parts = layer.geometry.partsOf(row);
    if (parts.size() != 1 || parts[0].kind != core::PartKind::line || layer.tracks.find(row) ||
        layer.properties.text("kind", row) != "convoy") {
        return std::nullopt;
    }
    std::vector<core::LonLat> vertices;
    for (const core::MercatorPoint point : layer.geometry.verticesOf(parts[0])) {
        vertices.push_back(core::toLonLat(point));
    }
    return core::makeRoute(vertices);
}

std::vector<UnderWay> underWay(const core::Layer& layer, const core::Window& window,
                               double clearMetres)
{
    std::vector<UnderWay> result;
    if (!layer.properties.find("kind") || layer.rowCount() > kMostRows) {
        return result;
    }
    for (std::uint32_t row = 0; row < layer.rowCount(); ++row) {
        if (core::presence(layer.spans[row], window) == core::Presence::absent) {
            continue;
        }
        const auto route = convoyRoute(layer, row);
        const auto progress =
            route ? core::progressAt(*route, layer.spans[row], window) : std::nullopt;
        if (!progress) {
            continue;
        }
        const double clear = std::min(clearMetres, route->lengthMetres() / 3);
        const double metres =
            std::clamp(progress->likelyMetres, clear, route->lengthMetres() - clear);
        if (const auto position = core::positionAt(*route, metres)) {
            result.push_back({core::toMercator(position->place), position->headingDeg, row});
        }
    }
    return result;
}

} // namespace masar::app
