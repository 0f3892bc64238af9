// SPDX-License-Identifier: Apache-2.0
#include "core/io/point_tracks.hpp"

#include "core/io/fix_times.hpp"
#include "core/io/layer_builder.hpp"
#include "core/io/time_spans.hpp"

#include <algorithm>
#include <format>
#include <set>
#include <unordered_map>

namespace masar::core {

namespace {

constexpr std::size_t kSampledRows = 2000;

using Rows = std::vector<std::uint32_t>;

/// The rows by the value of a column, groups in the order in which they first appear.
struct Groups {
    std::vector<Rows> groups;
    std::uint64_t withoutValue = 0, withoutPlace = 0, withoutTime = 0;
};

bool isPoint(const Layer& layer, std::uint32_t row)
{
    const auto parts = layer.geometry.partsOf(row);
    return parts.size() == 1 && parts.front().kind == PartKind::point;
}

Groups groupsOf(const Layer& points, std::size_t column)
{
    Groups result;
    std::unordered_map<std::string, std::size_t> byValue;
    for (std::uint32_t row = 0; row < points.rowCount(); ++row) {
        auto value = points.properties.text(column, row);
        if (!value || value->empty()) {
            ++result.withoutValue;
        } else if (!isPoint(points, row)) {
            ++result.withoutPlace;
        } else if (!fixTimeOf(points.spans[row]).at) {
            ++result.withoutTime;
        } else {
            const auto [found, isNew] = byValue.try_emplace(*std::move(value), byValue.size());
            if (isNew) {
                result.groups.emplace_back();
            }
            result.groups[found->second].push_back(row);
        }
    }
    for (auto& rows : result.groups) {
        std::ranges::stable_sort(
            rows, {}, [&](std::uint32_t row) { return *fixTimeOf(points.spans[row]).at; });
    }
    return result;
}

/// The value that all rows of a group have in a column.
std::optional<std::string> commonValue(const PropertyTable& table, std::size_t column,
                                       const Rows& rows)
{
    const bool common = std::visit(
        [&](const auto& values) {
            return std::ranges::all_of(
                rows, [&](std::uint32_t row) { return values[row] == values[rows.front()]; });
        },
        table.columns[column].values);
    return common ? table.text(column, rows.front()) : std::nullopt;
}

void noteLosses(const Groups& groups, const std::string& field, Diagnostics& to)
{
    const auto note = [&](std::uint64_t count, const char* code, const char* why) {
        if (count > 0) {
            to.add({Severity::warning, code, std::nullopt, field,
                    std::format("{} rows are part of no track: {}", count, why)});
        }
    };
    note(groups.withoutValue, "fix-without-track", "the field is empty");
    note(groups.withoutPlace, "fix-without-place", "they have no place, or are not points");
    note(groups.withoutTime, "fix-without-time", "they have no date, or one that is open");
}

} // namespace

std::vector<std::string> trackFieldCandidates(const Layer& points)
{
    std::vector<std::string> fields;
    const auto& time = points.timeFields;
    const std::size_t rows = points.rowCount();
    if (points.counts.point * 2 <= rows || points.counts.noDate == rows || !points.tracks.empty()) {
        return fields;
    }
    const std::size_t stride = rows / kSampledRows + 1;
    for (std::size_t column = 0; column < points.properties.columns.size(); ++column) {
        const auto& [name, type, values] = points.properties.columns[column];
        if ((type != FieldType::text && type != FieldType::integer) || name == time.startField ||
            name == time.endField || name == time.precisionField) {
            continue;
        }
        // The first rows and some from afar: either alone may hide that values repeat.
        std::set<std::string> different;
        std::size_t sampled = 0;
        for (std::size_t row = 0; row < rows; row += row < kSampledRows ? 1 : stride) {
            if (auto value = points.properties.text(column, row)) {
                ++sampled;
                different.insert(*std::move(value));
            }
        }
        if (sampled > 0 && different.size() * 2 <= sampled) {
            fields.push_back(name);
        }
    }
    return fields;
}

Result<Layer> tracksOfPoints(const Layer& points, const std::string& field,
                             const std::stop_token& stop)
{
    const auto column = points.properties.find(field);
    if (!column) {
        return fail(ErrorCode::notFound, std::format("there is no field \"{}\"", field),
                    points.name);
    }
    const Groups groups = groupsOf(points, *column);
    if (groups.groups.empty()) {
        return fail(ErrorCode::unsupported,
                    std::format("no row has a value of \"{}\", a place and a date", field),
                    points.name);
    }
    LayerBuilder builder(points.name, {.path = points.path, .name = {}, .stem = {}, .bytes = 0},
                         points.driver);
    const auto& columns = points.properties.columns;
    for (const Rows& rows : groups.groups) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::cancelled, "cancelled", points.name);
        }
        auto& geometry = builder.geometry();
        for (const std::uint32_t row : rows) {
            const auto part = points.geometry.partsOf(row).front();
            const LonLat place = toLonLat(points.geometry.verticesOf(part).front());
            geometry.addVertex(place.lonDeg, place.latDeg);
            geometry.times.push_back(fixTimeOf(points.spans[row]));
        }
        geometry.written = GeometryClass::line;
        geometry.endPart(PartKind::line);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (const auto value = commonValue(points.properties, i, rows)) {
                auto& table = builder.table();
                table.setText(table.column(columns[i].name), *value);
            }
        }
        builder.accept();
    }
    noteLosses(groups, field, builder.diagnostics());
    Layer layer = builder.finish(TableBuilder::Infer::numbers);
    layer.crs = points.crs;
    layer.titleField = field;
    if (auto applied = applyTimeFields(
            layer, {.convention = TimeConvention::fixes, .zone = points.timeFields.zone}, stop);
        !applied) {
        return std::unexpected(applied.error());
    }
    return layer;
}

} // namespace masar::core
