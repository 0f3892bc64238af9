// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geometry/mercator.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace masar::core {

/// One run of vertices. An inner ring belongs to the nearest outer ring before it. Rings are stored
/// without the repeated closing vertex.
enum class PartKind : std::uint8_t { point, line, outerRing, innerRing };

struct GeometryPart {
    std::uint32_t firstVertex = 0;
    std::uint32_t vertexCount = 0;
    PartKind kind = PartKind::point;
};

/// The geometry of all features of a layer in flat arrays: feature -> parts -> vertices. A feature
/// may have parts of several kinds (a collection) or none (no place). Feature f owns parts
/// [firstPart[f], firstPart[f + 1]).
struct GeometryTable {
    std::vector<MercatorPoint> vertices;
    std::vector<GeometryPart> parts;
    std::vector<std::uint32_t> firstPart{0};

    [[nodiscard]] std::size_t featureCount() const { return firstPart.size() - 1; }
    [[nodiscard]] std::span<const GeometryPart> partsOf(std::size_t feature) const
    {
        return std::span(parts).subspan(firstPart[feature],
                                        firstPart[feature + 1] - firstPart[feature]);
    }
    [[nodiscard]] std::span<const MercatorPoint> verticesOf(const GeometryPart& part) const
    {
        return std::span(vertices).subspan(part.firstVertex, part.vertexCount);
    }
    /// Appends a part to the feature being built; endFeature() closes that feature (with or without
    /// parts). A ring may come with or without its closing vertex.
    void addPart(PartKind kind, std::span<const MercatorPoint> points);
    void endFeature() { firstPart.push_back(static_cast<std::uint32_t>(parts.size())); }

    [[nodiscard]] MercatorBox boxOfFeature(std::size_t feature) const;
};

} // namespace masar::core
