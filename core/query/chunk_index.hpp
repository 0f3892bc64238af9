// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/layer.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace masar::core {

/// A run of rows that lie close together, with what they cover: enough to skip all of them at once.
struct Chunk {
    std::uint32_t first = 0; ///< into ChunkIndex::order
    std::uint32_t count = 0;
    MercatorBox box; ///< of all vertices
    Span time; ///< beginMin/endMax: the union; beginMax/endMin: within which all rows are certain
    std::uint32_t undated = 0;
};

/// The rows of a layer that have a place, in Hilbert order of their boxes' centres; neighbours by
/// the thousand are put in order of their begin and cut into chunks, so that a chunk is small in
/// space and in time. It culls drawing and answers picks and counts. Rows without a place are in no
/// chunk: `placeless` lists them.
struct ChunkIndex {
    static constexpr std::uint32_t rowsPerNeighbourhood = 4096;
    /// A chunk is full with so many rows, or with so many vertices (one row may have more).
    static constexpr std::uint32_t rowsPerChunk = 512;
    static constexpr std::uint32_t verticesPerChunk = 4096;

    std::vector<std::uint32_t> order; ///< rows
    std::vector<Span> spans;          ///< of those rows, so that a pass over chunks reads in order
    std::vector<Chunk> chunks;
    std::vector<std::uint32_t> placeless;
};

[[nodiscard]] ChunkIndex buildChunkIndex(const Layer& layer);

/// Where every feature of a layer is at a moment: the six always add up to the file's count.
struct Tally {
    std::uint64_t certain = 0;
    std::uint64_t possible = 0;
    std::uint64_t outside = 0; ///< dated, placed, not in the window
    std::uint64_t undated = 0; ///< placed, no date
    std::uint64_t noPlace = 0;
    std::uint64_t rejected = 0;

    bool operator==(const Tally&) const = default;
    [[nodiscard]] std::uint64_t sum() const
    {
        return certain + possible + outside + undated + noPlace + rejected;
    }
};

[[nodiscard]] Tally tally(const Layer& layer, const ChunkIndex& index, const Window& window);

/// One feature under the pointer.
struct Hit {
    std::uint32_t row = 0;
    double distance = 0; ///< in fixed-point units; 0 inside a polygon
};

/// The rows within `tolerance` fixed-point units of a point, present in the window (undated ones if
/// asked for), nearest first; points and lines before the polygons that contain the point, small
/// polygons before large.
[[nodiscard]] std::vector<Hit> pick(const Layer& layer, const ChunkIndex& index, MercatorPoint at,
                                    double tolerance, const Window& window, bool withUndated);

/// The window that all finite bounds of a layer's dates lie in: from the earliest of them to the
/// latest, so that what begins last is present at the end of it. nullopt if there is no finite
/// bound.
[[nodiscard]] std::optional<Window> timeExtent(const Layer& layer);
/// The same of some of its rows.
[[nodiscard]] std::optional<Window> timeExtent(const Layer& layer,
                                               std::span<const std::uint32_t> rows);

} // namespace masar::core
