// SPDX-License-Identifier: Apache-2.0
#include "core/geometry/geometry_table.hpp"

namespace masar::core {

void GeometryTable::addPart(PartKind kind, std::span<const MercatorPoint> points)
{
    if (kind == PartKind::outerRing || kind == PartKind::innerRing) {
        while (points.size() > 1 && points.front() == points.back()) {
            points = points.first(points.size() - 1);
        }
    }
    parts.push_back({static_cast<std::uint32_t>(vertices.size()),
                     static_cast<std::uint32_t>(points.size()), kind});
    vertices.insert(vertices.end(), points.begin(), points.end());
}

MercatorBox GeometryTable::boxOfFeature(std::size_t feature) const
{
    MercatorBox box;
    for (const GeometryPart& part : partsOf(feature)) {
        box.add(boxOf(verticesOf(part)));
    }
    return box;
}

} // namespace masar::core
