// SPDX-License-Identifier: Apache-2.0
#include "app/models/layer_difference.hpp"

#include <algorithm>

namespace masar::app {

namespace {

/// A vertex in the middle of a line, the middle of the box of anything else.
std::optional<core::MercatorPoint> spotOf(const core::GeometryTable& geometry, std::uint32_t row)
{
    if (row == core::kNoRow || geometry.partsOf(row).empty()) {
        return std::nullopt;
    }
    const core::GeometryPart& first = geometry.partsOf(row).front();
    if (first.kind == core::PartKind::line) {
        return geometry.verticesOf(first)[first.vertexCount / 2];
    }
    const core::MercatorBox box = geometry.boxOfFeature(row);
    return core::MercatorPoint{box.minX + (box.maxX - box.minX) / 2,
                               box.minY + (box.maxY - box.minY) / 2};
}

} // namespace

LayerDifference::LayerDifference(MapLayerPtr oldLayer, MapLayerPtr newLayer,
                                 core::LayerDiff difference, std::string key)
    : before(std::move(oldLayer)), after(std::move(newLayer)), askedKey(std::move(key)),
      diff(std::move(difference)), rows(before->layer, after->layer)
{
    spots.reserve(diff.changes.size());
    for (const core::Change& change : diff.changes) {
        spots.push_back({spotOf(before->layer.geometry, change.oldRow),
                         spotOf(after->layer.geometry, change.newRow)});
    }
}

std::vector<std::string> LayerDifference::commonFields() const
{
    std::vector<std::string> fields;
    for (const core::Column& column : after->layer.properties.columns) {
        if (before->layer.properties.find(column.name)) {
            fields.push_back(column.name);
        }
    }
    return fields;
}

std::optional<quint32> LayerDifference::newRowOf(quint32 oldRow) const
{
    const auto change = std::ranges::find(diff.changes, oldRow, &core::Change::oldRow);
    if (change != diff.changes.end()) {
        return change->newRow == core::kNoRow ? std::nullopt : std::optional(change->newRow);
    }
    for (quint32 row = 0; row < after->layer.rowCount(); ++row) {
        if (rows.samePlace(oldRow, row) && rows.sameDates(oldRow, row) &&
            rows.sameWords(oldRow, row)) {
            return row;
        }
    }
    return std::nullopt;
}

} // namespace masar::app
