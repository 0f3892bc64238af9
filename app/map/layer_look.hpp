// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/layer_mesh.hpp"
#include "app/map/pictograms.hpp"
#include "core/model/layer.hpp"

#include <array>
#include <string_view>

namespace masar::app {

/// What a feature's `status` says (data/README.md). `none`: no such field, or a word of the user's
/// own.
enum class Status { none, active, withdrawing, vacated, handedOver, expected, reference, convoy };

inline constexpr std::array kStatuses{Status::none,      Status::active,     Status::withdrawing,
                                      Status::vacated,   Status::handedOver, Status::expected,
                                      Status::reference, Status::convoy};

[[nodiscard]] Status statusFrom(std::string_view text);

/// Index of a status in the shaders' palette; `none` is the layer's own colour.
[[nodiscard]] constexpr std::uint32_t paletteIndex(Status status)
{
    return static_cast<std::uint32_t>(status);
}

/// The symbols of point.frag.
enum class Shape : std::uint8_t {
    dot,
    active,
    withdrawing,
    vacated,
    handedOver,
    expected, ///< a ring around what is there
    square,   ///< there for reference
    underWay,
    selection,
    states ///< of one site (site_symbol.hpp)
};

[[nodiscard]] constexpr std::uint32_t shapeFlags(Shape shape)
{
    return static_cast<std::uint32_t>(shape) << mesh_flags::shapeShift;
}

[[nodiscard]] constexpr std::uint32_t pictogramFlags(Pictogram pictogram)
{
    return static_cast<std::uint32_t>(pictogram) << mesh_flags::pictogramShift;
}

/// The symbol of a status where the feature is a place: the status shows in the shape, what it is
/// in the pictogram on it.
[[nodiscard]] Shape shapeOf(Status status, Pictogram pictogram);

/// How a layer's rows look, from its fields `status`, `kind`, `basis` and `precision_m` where it
/// has them.
[[nodiscard]] MeshOptions lookOf(const core::Layer& layer);

} // namespace masar::app
