// SPDX-License-Identifier: Apache-2.0
#include "app/map/layer_look.hpp"

#include <charconv>
#include <optional>

namespace masar::app {

namespace {

/// Rings of precision cost 72 segments a point: drawn for layers that a person reads, not for
/// millions of dots.
constexpr std::size_t kMostRings = 20'000;

double numberIn(const std::optional<std::string>& text)
{
    double value = 0;
    if (text) {
        std::from_chars(text->data(), text->data() + text->size(), value);
    }
    return value;
}

} // namespace

Status statusFrom(std::string_view text)
{
    constexpr std::array<std::pair<std::string_view, Status>, 7> names{
        {{"active", Status::active},
         {"withdrawing", Status::withdrawing},
         {"vacated", Status::vacated},
         {"handed over", Status::handedOver},
         {"expected", Status::expected},
         {"reference", Status::reference},
         {"convoy", Status::convoy}}};
    for (const auto& [name, status] : names) {
        if (name == text) {
            return status;
        }
    }
    return Status::none;
}

Shape shapeOf(Status status, Pictogram pictogram)
{
    switch (status) {
    case Status::active:
        return Shape::active;
    case Status::withdrawing:
        return Shape::withdrawing;
    case Status::vacated:
        return Shape::vacated;
    case Status::handedOver:
        return Shape::handedOver;
    case Status::expected:
        return Shape::expected;
    case Status::reference:
        return Shape::square;
    case Status::none:
    case Status::convoy:
        break;
    }
    return pictogram == Pictogram::none ? Shape::dot : Shape::active;
}

MeshOptions lookOf(const core::Layer& layer)
{
    const auto& fields = layer.properties;
    const auto status = fields.find("status");
    const auto kind = fields.find("kind");
    const auto basis = fields.find("basis");
    const auto precision = fields.find("precision_m");
    if (!status && !kind && !basis && !precision) {
        return {};
    }
    const bool rings = precision && layer.rowCount() <= kMostRings;
    const auto look = [&layer, status, kind, basis, precision, rings](std::uint32_t row) {
        const auto text = [&](const std::optional<std::size_t>& column) {
            return column ? layer.properties.text(*column, row).value_or(std::string())
                          : std::string();
        };
        const Status is = statusFrom(text(status));
        const std::string what = text(kind);
        const Pictogram pictogram = pictogramOf(what);
        RowLook result{
            paletteIndex(is) | shapeFlags(shapeOf(is, pictogram)) | pictogramFlags(pictogram), 0};
        const std::string known = text(basis);
        if (known == "inferred" || known == "estimated") {
            result.flags |= mesh_flags::inferred;
        }
        if (is == Status::reference) {
            result.flags |= mesh_flags::context;
        }
        if (what == "convoy") {
            result.flags |= mesh_flags::arrows;
        }
        if (rings) {
            result.precisionMetres = numberIn(layer.properties.text(*precision, row));
        }
        return result;
    };
    return {look, true};
}

} // namespace masar::app
