// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/layer.hpp"
#include "core/query/chunk_index.hpp"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace masar::app {

/// A layer's clock on the GPU: 32-bit ticks from an origin near the data. One tick is a second
/// unless the data spans more than 68 years; then begins are rounded down and ends up, so nothing
/// disappears early.
struct TimeTicks {
    core::Instant origin = 0;
    std::int64_t secondsPerTick = 1;

    [[nodiscard]] std::int32_t
    floor(core::Instant instant) const; ///< open past: the least, future: the most
    [[nodiscard]] std::int32_t ceil(core::Instant instant) const;
};

[[nodiscard]] TimeTicks ticksFor(std::span<const core::Span> spans);

/// Bits of `flags` in the vertex data; the shaders read the same.
namespace mesh_flags {
inline constexpr std::uint32_t paletteMask = 0xff;
inline constexpr std::uint32_t shapeShift = 8;
inline constexpr std::uint32_t pictogramShift = 12;
inline constexpr std::uint32_t undated = 1U << 16;
inline constexpr std::uint32_t inferred = 1U << 17; ///< lines: dashed
inline constexpr std::uint32_t arrows = 1U << 18;   ///< lines: direction of travel
inline constexpr std::uint32_t ring = 1U << 19;     ///< lines: the circle of a point's precision
inline constexpr std::uint32_t context = 1U << 20;  ///< lines: thin, without casing
inline constexpr std::uint32_t headingShift = 24;   ///< things under way: heading in 1/256 turns
/// Other points: eight times the binary logarithm of the precision in metres, 0 if none is given.
inline constexpr std::uint32_t precisionShift = 24;
} // namespace mesh_flags

/// What the shader needs of a vertex or a point: 28 bytes as they lie in the GPU buffer.
struct MeshVertex {
    std::uint32_t x = 0, y = 0;
    std::int32_t time[4] = {};
    std::uint32_t flags = 0;
};

/// A segment of a line or an outline: 40 bytes as they lie in the GPU buffer.
struct MeshSegment {
    std::uint32_t ax = 0, ay = 0, bx = 0, by = 0;
    std::int32_t time[4] = {};
    std::uint32_t flags = 0;
    float along = 0; ///< units from the line's start
};

/// Bits of `flags` of a leg beside its colour; the shaders read the same.
namespace leg_flags {
inline constexpr std::uint32_t last = 1U << 16; ///< nothing follows
inline constexpr std::uint32_t approximate = 1U << 17;
inline constexpr std::uint32_t afterBreak = 1U << 18;
inline constexpr std::uint32_t laterEnd = 1U << 31; ///< of the two vertices of a hair (hair.vert)
} // namespace leg_flags

/// The way of a track from one fix to the next: 32 bytes as they lie in the GPU buffer. A track of
/// one fix is one leg from there to there.
struct MeshLeg {
    std::uint32_t ax = 0, ay = 0, bx = 0, by = 0;
    std::int32_t begin = 0, end = 0; ///< the times of both fixes in ticks
    float metres = 0;                ///< on the ground
    std::uint32_t flags = 0;
};

/// How a vertex or a segment of a feature without a date begins: all but its place.
[[nodiscard]] MeshVertex undatedVertex(std::uint32_t flags);

/// Appends the segments of a line, or of a closed ring, with the time and flags of `like`. A ring
/// gets no stroke where it was cut at the antimeridian.
void appendSegments(std::vector<MeshSegment>& to, std::span<const core::MercatorPoint> points,
                    bool closed, const MeshVertex& like);

struct MeshRange {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

/// The vertices of one chunk of rows and when and where they can be seen.
struct MeshChunk {
    core::MercatorBox box;
    core::Span time;
    bool undated = false;
    MeshRange points, segments, triangles; ///< triangles: of indices
};

/// A layer of more points than this shows dots instead of symbols.
inline constexpr std::size_t kMostSymbols = 3000;

/// The states of a site at one place, in the order of time: points that share a symbol
/// (site_symbol.hpp).
struct MeshSite {
    std::vector<std::uint32_t> rows;
    std::vector<MeshVertex> states; ///< how each would be drawn alone
};

/// Legs of like duration, in order of their begin.
struct LegChunk {
    MeshRange legs;
    std::int64_t longestTicks = 0;
};

/// A layer as the GPU draws it, made once: in chunk order, so that a run of chunks is a run of
/// vertices.
struct LayerMesh {
    TimeTicks ticks;
    std::vector<MeshVertex> points; ///< but those of `sites`
    std::vector<MeshSite> sites;    ///< of layers small enough to show symbols
    std::vector<MeshSegment> segments;
    std::vector<MeshVertex> vertices; ///< of polygons
    std::vector<std::uint32_t> indices;
    std::vector<MeshChunk> chunks;
    /// Of the tracks: short and long ones apart, so that a moment needs few that are not under way.
    std::vector<MeshLeg> legs;
    std::vector<LegChunk> legChunks;
    core::MercatorBox legBox;
    std::int32_t firstLegTick = 0;

    /// The runs of legs that may have some part in [from, to], in ticks; their begin and end count.
    [[nodiscard]] std::vector<MeshRange> legsWithin(std::int32_t from, std::int32_t to) const;
};

/// How the rows of a layer are to look, asked once a row while the mesh is made.
struct RowLook {
    std::uint32_t flags = 0;    ///< palette, shape, inferred, arrows
    double precisionMetres = 0; ///< > 0: a ring of that ground radius around points
};

struct MeshOptions {
    std::function<RowLook(std::uint32_t row)> look; ///< empty: all plain
    bool outlines = true;                           ///< stroke polygons
};

[[nodiscard]] LayerMesh buildMesh(const core::Layer& layer, const core::ChunkIndex& index,
                                  const MeshOptions& options);

} // namespace masar::app
