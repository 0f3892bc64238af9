// SPDX-License-Identifier: Apache-2.0
#include "app/map/layer_mesh.hpp"

#include "core/crs/geodesic.hpp"
#include "core/geometry/triangulate.hpp"
#include "core/query/states.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <map>
#include <unordered_map>
#include <utility>

namespace masar::app {

using core::Instant;
using core::MercatorPoint;
using core::PartKind;

namespace {

constexpr std::int32_t kFirstTick = std::numeric_limits<std::int32_t>::min();
constexpr std::int32_t kLastTick = std::numeric_limits<std::int32_t>::max();

std::int32_t clampTick(std::int64_t tick)
{
    return static_cast<std::int32_t>(std::clamp<std::int64_t>(tick, kFirstTick + 1, kLastTick - 1));
}

/// The difference of two finite instants without overflow.
std::int64_t difference(Instant a, Instant b)
{
    constexpr std::int64_t limit = std::numeric_limits<std::int64_t>::max() / 4;
    return std::clamp(a, -limit, limit) - std::clamp(b, -limit, limit);
}

} // namespace

std::int32_t TimeTicks::floor(Instant instant) const
{
    if (instant == core::kOpenPast || instant == core::kOpenFuture) {
        return instant == core::kOpenPast ? kFirstTick : kLastTick;
    }
    const std::int64_t seconds = difference(instant, origin);
    const std::int64_t tick = seconds / secondsPerTick - (seconds % secondsPerTick < 0 ? 1 : 0);
    return clampTick(tick);
}

std::int32_t TimeTicks::ceil(Instant instant) const
{
    if (instant == core::kOpenPast || instant == core::kOpenFuture) {
        return instant == core::kOpenPast ? kFirstTick : kLastTick;
    }
    const std::int64_t seconds = difference(instant, origin);
    const std::int64_t tick = seconds / secondsPerTick + (seconds % secondsPerTick > 0 ? 1 : 0);
    return clampTick(tick);
}

TimeTicks ticksFor(std::span<const core::Span> spans)
{
    Instant first = core::kOpenFuture;
    Instant last = core::kOpenPast;
    for (const core::Span& span : spans) {
        if (!span.dated()) {
            continue;
        }
        for (const Instant bound : {span.beginMin, span.beginMax, span.endMin, span.endMax}) {
            if (core::isFinite(bound)) {
                first = std::min(first, bound);
                last = std::max(last, bound);
            }
        }
    }
    if (first > last) {
        return {};
    }
    const std::int64_t range = difference(last, first);
    constexpr std::int64_t ticks = 2'000'000'000;
    return {first + range / 2, std::max<std::int64_t>(1, range / ticks + 1)};
}

namespace {

std::uint32_t precisionFlags(double metres)
{
    const double steps = metres > 1 ? std::clamp(8 * std::log2(metres), 1.0, 255.0) : 0;
    return static_cast<std::uint32_t>(std::lround(steps)) << mesh_flags::precisionShift;
}

void setTime(std::int32_t (&time)[4], const TimeTicks& ticks, const core::Span& span)
{
    time[0] = ticks.floor(span.beginMin);
    time[1] = ticks.floor(span.beginMax);
    time[2] = ticks.ceil(span.endMin);
    time[3] = ticks.ceil(span.endMax);
}

/// Collects the vertices of the rows in chunk order.
class MeshBuilder {
public:
    MeshBuilder(const core::Layer& layer, const MeshOptions& options)
        : m_layer(layer), m_options(options)
    {
        m_mesh.ticks = ticksFor(layer.spans);
        if (layer.rowCount() <= kMostSymbols) {
            addSites();
        }
    }

    void addChunk(const core::ChunkIndex& index, const core::Chunk& chunk)
    {
        MeshChunk out{chunk.box, chunk.time, chunk.undated > 0, {}, {}, {}};
        out.points.first = count(m_mesh.points);
        out.segments.first = count(m_mesh.segments);
        out.triangles.first = count(m_mesh.indices);
        for (std::uint32_t i = 0; i < chunk.count; ++i) {
            addRow(index.order[chunk.first + i]);
        }
        out.points.count = count(m_mesh.points) - out.points.first;
        out.segments.count = count(m_mesh.segments) - out.segments.first;
        out.triangles.count = count(m_mesh.indices) - out.triangles.first;
        m_mesh.chunks.push_back(out);
    }

    void addTracks()
    {
        for (const core::Track& track : m_layer.tracks.tracks) {
            addLegs(track);
        }
        const auto order = [](const MeshLeg& leg) {
            return std::pair(durationClass(leg), leg.begin);
        };
        std::ranges::sort(m_mesh.legs, {}, order);
        for (std::uint32_t i = 0; i < m_mesh.legs.size(); ++i) {
            const MeshLeg& leg = m_mesh.legs[i];
            if (i == 0 || durationClass(leg) != durationClass(m_mesh.legs[i - 1])) {
                m_mesh.legChunks.push_back({{i, 0}, 0});
            }
            LegChunk& chunk = m_mesh.legChunks.back();
            ++chunk.legs.count;
            chunk.longestTicks = std::max(chunk.longestTicks, ticksOf(leg));
        }
        m_mesh.legBox = core::boxOf(m_layer.tracks.places);
        const auto first = std::ranges::min_element(m_mesh.legs, {}, &MeshLeg::begin);
        m_mesh.firstLegTick = first == m_mesh.legs.end() ? 0 : first->begin;
    }

    LayerMesh take() { return std::move(m_mesh); }

private:
    /// Finds the sites with several states at one place.
    void addSites()
    {
        for (const auto& states : core::allStates(m_layer)) {
            std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>> places;
            for (const std::uint32_t row : states) {
                const auto parts = m_layer.geometry.partsOf(row);
                if (parts.size() == 1 && parts[0].kind == PartKind::point &&
                    parts[0].vertexCount == 1 && !m_layer.tracks.find(row)) {
                    const MercatorPoint at = m_layer.geometry.verticesOf(parts[0]).front();
                    places[{at.x, at.y}].push_back(row);
                }
            }
            for (auto& [at, rows] : places) {
                if (rows.size() < 2) {
                    continue;
                }
                for (std::uint32_t i = 0; i < rows.size(); ++i) {
                    m_siteOf[rows[i]] = {count(m_mesh.sites), i};
                }
                std::vector<MeshVertex> vertices(rows.size());
                m_mesh.sites.push_back({std::move(rows), std::move(vertices)});
            }
        }
    }

    template <class T> static std::uint32_t count(const std::vector<T>& items)
    {
        return static_cast<std::uint32_t>(items.size());
    }

    static std::int64_t ticksOf(const MeshLeg& leg)
    {
        return static_cast<std::int64_t>(leg.end) - leg.begin;
    }
    /// Durations of one class differ by less than the half.
    static int durationClass(const MeshLeg& leg)
    {
        return static_cast<int>(std::bit_width(static_cast<std::uint64_t>(ticksOf(leg))));
    }

    void addLegs(const core::Track& track)
    {
        const core::TrackFixes fixes = m_layer.tracks.fixesOf(track);
        const RowLook look = m_options.look ? m_options.look(track.row) : RowLook{};
        const std::size_t legs = std::max<std::size_t>(fixes.size(), 2) - 1;
        for (std::size_t i = 0; i < legs; ++i) {
            const std::size_t next = std::min(i + 1, fixes.size() - 1);
            const MercatorPoint a = fixes.places[i];
            const MercatorPoint b = fixes.places[next];
            std::uint32_t flags = look.flags & mesh_flags::paletteMask;
            flags |= i + 1 == legs ? leg_flags::last : 0;
            flags |= ((fixes.marks[i] | fixes.marks[next]) & core::fix_marks::approximate) != 0
                         ? leg_flags::approximate
                         : 0;
            flags |=
                (fixes.marks[next] & core::fix_marks::afterBreak) != 0 ? leg_flags::afterBreak : 0;
            const double metres =
                a == b ? 0 : core::geodesicBetween(core::toLonLat(a), core::toLonLat(b)).metres;
            m_mesh.legs.push_back({a.x, a.y, b.x, b.y, m_mesh.ticks.floor(fixes.times[i]),
                                   m_mesh.ticks.floor(fixes.times[next]),
                                   static_cast<float>(metres), flags});
        }
    }

    void addRow(std::uint32_t row)
    {
        if (m_layer.tracks.find(row)) {
            return; // drawn as far as it has come, not as a line
        }
        const core::Span& span = m_layer.spans[row];
        const RowLook look = m_options.look ? m_options.look(row) : RowLook{};
        m_flags = look.flags | (span.dated() ? 0 : mesh_flags::undated) |
                  precisionFlags(look.precisionMetres);
        setTime(m_time, m_mesh.ticks, span);

        const auto parts = m_layer.geometry.partsOf(row);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const auto vertices = m_layer.geometry.verticesOf(parts[i]);
            if (parts[i].kind == PartKind::point) {
                addPoints(row, vertices, look.precisionMetres);
            } else if (parts[i].kind == PartKind::line) {
                appendSegments(m_mesh.segments, vertices, false, like());
            } else if (parts[i].kind == PartKind::outerRing) {
                std::size_t last = i + 1;
                while (last < parts.size() && parts[last].kind == PartKind::innerRing) {
                    ++last;
                }
                addPolygon(parts.subspan(i, last - i));
                i = last - 1;
            }
        }
    }

    MeshVertex vertex(MercatorPoint point) const
    {
        return {point.x, point.y, {m_time[0], m_time[1], m_time[2], m_time[3]}, m_flags};
    }
    /// What the segments of the row have in common.
    MeshVertex like(std::uint32_t extraFlags = 0) const
    {
        return {0, 0, {m_time[0], m_time[1], m_time[2], m_time[3]}, m_flags | extraFlags};
    }

    void addPoints(std::uint32_t row, std::span<const MercatorPoint> points, double precisionMetres)
    {
        const auto site = m_siteOf.find(row);
        for (const MercatorPoint point : points) {
            if (site != m_siteOf.end()) {
                m_mesh.sites[site->second.first].states[site->second.second] = vertex(point);
            } else {
                m_mesh.points.push_back(vertex(point));
            }
            if (precisionMetres > 0) {
                addRing(point, precisionMetres);
            }
        }
    }

    void addRing(MercatorPoint centre, double radiusMetres)
    {
        constexpr int corners = 72; // line.vert counts on it
        std::vector<MercatorPoint> ring;
        for (const core::LonLat place :
             core::geodesicCircle(core::toLonLat(centre), radiusMetres, corners)) {
            ring.push_back(core::toMercator(place));
        }
        appendSegments(m_mesh.segments, ring, true, like(mesh_flags::ring));
    }

    void addPolygon(std::span<const core::GeometryPart> rings)
    {
        const std::uint32_t source = rings.front().firstVertex;
        const std::uint32_t target = count(m_mesh.vertices);
        for (const core::GeometryPart& ring : rings) {
            for (const MercatorPoint point : m_layer.geometry.verticesOf(ring)) {
                m_mesh.vertices.push_back(vertex(point));
            }
            if (m_options.outlines) {
                appendSegments(m_mesh.segments, m_layer.geometry.verticesOf(ring), true, like());
            }
        }
        m_triangles.clear();
        core::triangulate(m_layer.geometry, rings, m_triangles);
        for (const std::uint32_t index : m_triangles) {
            m_mesh.indices.push_back(index - source + target);
        }
    }

    const core::Layer& m_layer;
    const MeshOptions& m_options;
    LayerMesh m_mesh;
    /// Rows that are a state of a site: which of the sites, and which of its states.
    std::unordered_map<std::uint32_t, std::pair<std::uint32_t, std::uint32_t>> m_siteOf;
    std::uint32_t m_flags = 0;
    std::int32_t m_time[4] = {};
    std::vector<std::uint32_t> m_triangles;
};

} // namespace

MeshVertex undatedVertex(std::uint32_t flags)
{
    MeshVertex vertex;
    setTime(vertex.time, {}, {});
    vertex.flags = flags | mesh_flags::undated;
    return vertex;
}

void appendSegments(std::vector<MeshSegment>& to, std::span<const MercatorPoint> points,
                    bool closed, const MeshVertex& like)
{
    const auto& time = like.time;
    double along = 0;
    const std::size_t segments = points.empty() ? 0 : points.size() - (closed ? 0 : 1);
    for (std::size_t i = 0; i < segments; ++i) {
        const MercatorPoint a = points[i];
        const MercatorPoint b = points[i + 1 < points.size() ? i + 1 : 0];
        const bool seam = a.x == b.x && (a.x == 0 || a.x == UINT32_MAX);
        if (!(closed && seam)) {
            to.push_back({a.x,
                          a.y,
                          b.x,
                          b.y,
                          {time[0], time[1], time[2], time[3]},
                          like.flags,
                          static_cast<float>(along)});
        }
        along += std::hypot(static_cast<double>(b.x) - a.x, static_cast<double>(b.y) - a.y);
    }
}

LayerMesh buildMesh(const core::Layer& layer, const core::ChunkIndex& index,
                    const MeshOptions& options)
{
    MeshBuilder builder(layer, options);
    for (const core::Chunk& chunk : index.chunks) {
        builder.addChunk(index, chunk);
    }
    builder.addTracks();
    return builder.take();
}

std::vector<MeshRange> LayerMesh::legsWithin(std::int32_t from, std::int32_t to) const
{
    std::vector<MeshRange> ranges;
    for (const LegChunk& chunk : legChunks) {
        const auto all = std::span(legs).subspan(chunk.legs.first, chunk.legs.count);
        // What began earlier than the longest of them before `from` is over by then.
        const std::int64_t earliest = from - chunk.longestTicks;
        const auto first = std::ranges::lower_bound(all, earliest, {}, [](const MeshLeg& leg) {
            return static_cast<std::int64_t>(leg.begin);
        });
        const auto last = std::ranges::upper_bound(first, all.end(), to, {}, &MeshLeg::begin);
        if (first != last) {
            ranges.push_back({chunk.legs.first + static_cast<std::uint32_t>(first - all.begin()),
                              static_cast<std::uint32_t>(last - first)});
        }
    }
    return ranges;
}

} // namespace masar::app
