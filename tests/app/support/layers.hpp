// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/map_layer.hpp"
#include "core/time/edtf.hpp"

#include <initializer_list>
#include <string>
#include <vector>

namespace masar::test {

/// One feature to be put into a layer: a point with dates as EDTF and text fields.
struct Feature {
    core::LonLat place;
    std::string start;
    std::string end;
    std::vector<std::pair<std::string, std::string>> fields;
};

inline core::Span spanOf(const std::string& start, const std::string& end)
{
    const auto read = [](const std::string& text) -> std::optional<core::Edtf> {
        if (text.empty()) {
            return std::nullopt;
        }
        const auto date = core::parseEdtf(text);
        return date ? std::optional(*date) : std::nullopt;
    };
    const auto begin = read(start);
    const auto finish = read(end);
    return begin || finish ? core::toSpan(begin, finish, core::Zone()) : core::Span();
}

/// A layer of points with `start` and `end` fields, as the reader would give it.
inline core::Layer layerOf(const std::string& name, const std::vector<Feature>& features)
{
    core::Layer layer;
    layer.name = name;
    layer.path = "/data/" + name + ".geojson";
    layer.timeFields.convention = core::TimeConvention::range;
    layer.timeFields.startField = "start";
    layer.timeFields.endField = "end";
    core::PropertyTable& table = layer.properties;
    const auto columnOf = [&table, &features](const std::string& field) {
        if (const auto found = table.find(field)) {
            return *found;
        }
        core::Column column;
        column.name = field;
        column.values = std::vector<core::StringPool::Id>(features.size(), core::StringPool::none);
        table.columns.push_back(std::move(column));
        return table.columns.size() - 1;
    };
    const auto put = [&](const std::string& field, std::size_t row, const std::string& value) {
        const std::size_t column = columnOf(field);
        std::get<std::vector<core::StringPool::Id>>(table.columns[column].values)[row] =
            table.strings->add(value);
    };
    for (std::size_t row = 0; row < features.size(); ++row) {
        const Feature& feature = features[row];
        const std::vector<core::MercatorPoint> place{core::toMercator(feature.place)};
        layer.geometry.addPart(core::PartKind::point, place);
        layer.geometry.endFeature();
        layer.spans.push_back(spanOf(feature.start, feature.end));
        layer.sourceIndex.push_back(static_cast<std::uint32_t>(row));
        if (!feature.start.empty()) {
            put("start", row, feature.start);
        }
        if (!feature.end.empty()) {
            put("end", row, feature.end);
        }
        for (const auto& [field, value] : feature.fields) {
            put(field, row, value);
        }
        layer.counts.noDate += layer.spans.back().dated() ? 0U : 1U;
    }
    layer.counts.features = layer.counts.drawn = layer.counts.point = features.size();
    return layer;
}

inline app::MapLayerPtr mapLayerOf(const std::string& name, const std::vector<Feature>& features)
{
    return app::makeMapLayer(layerOf(name, features));
}

} // namespace masar::test
