// SPDX-License-Identifier: Apache-2.0
#include "core/query/chunk_index.hpp"

#include "core/geometry/hilbert.hpp"

#include <algorithm>
#include <span>

namespace masar::core {

namespace {

/// A row and its place on the Hilbert curve.
struct Key {
    std::uint64_t curve = 0;
    std::uint32_t row = 0;
};

/// Sorts by the curve, some bits at a time from the low end; equal keys keep the file's order.
void radixSort(std::vector<Key>& keys)
{
    constexpr unsigned bits = 11;
    constexpr std::uint64_t mask = (1U << bits) - 1;
    std::vector<Key> other(keys.size());
    for (unsigned shift = 0; shift < 64; shift += bits) {
        std::array<std::size_t, mask + 2> starts{};
        for (const Key& key : keys) {
            ++starts[(key.curve >> shift & mask) + 1];
        }
        if (std::ranges::find(starts, keys.size()) != starts.end()) {
            continue; // all alike in these bits
        }
        for (std::size_t i = 1; i < starts.size(); ++i) {
            starts[i] += starts[i - 1];
        }
        for (const Key& key : keys) {
            other[starts[key.curve >> shift & mask]++] = key;
        }
        keys.swap(other);
    }
}

std::size_t vertexCount(const GeometryTable& geometry, std::uint32_t row)
{
    std::size_t count = 0;
    for (const GeometryPart& part : geometry.partsOf(row)) {
        count += part.vertexCount;
    }
    return count;
}

std::uint32_t middle(std::uint32_t low, std::uint32_t high)
{
    return low + (high - low) / 2;
}

/// Takes one more row into what a chunk says of itself.
void addRow(Chunk& chunk, const MercatorBox& box, const Span& span)
{
    ++chunk.count;
    chunk.box.add(box);
    if (!span.dated()) {
        ++chunk.undated;
        return;
    }
    Span& time = chunk.time;
    const bool first = chunk.count - chunk.undated == 1;
    time.beginMin = first ? span.beginMin : std::min(time.beginMin, span.beginMin);
    time.beginMax = first ? span.beginMax : std::max(time.beginMax, span.beginMax);
    time.endMin = first ? span.endMin : std::min(time.endMin, span.endMin);
    time.endMax = first ? span.endMax : std::max(time.endMax, span.endMax);
}

} // namespace

ChunkIndex buildChunkIndex(const Layer& layer)
{
    ChunkIndex index;
    const std::size_t rows = layer.rowCount();
    std::vector<MercatorBox> boxes(rows);
    std::vector<Key> keys;
    keys.reserve(rows);
    for (std::uint32_t row = 0; row < rows; ++row) {
        const MercatorBox& box = boxes[row] = layer.geometry.boxOfFeature(row);
        if (box.empty()) {
            index.placeless.push_back(row);
        } else {
            keys.push_back(
                {hilbertIndex({middle(box.minX, box.maxX), middle(box.minY, box.maxY)}), row});
        }
    }
    radixSort(keys);
    for (std::size_t first = 0; first < keys.size(); first += ChunkIndex::rowsPerNeighbourhood) {
        const std::size_t count =
            std::min<std::size_t>(ChunkIndex::rowsPerNeighbourhood, keys.size() - first);
        std::ranges::stable_sort(std::span(keys).subspan(first, count), {},
                                 [&](const Key& key) { return layer.spans[key.row].beginMin; });
    }
    index.order.reserve(keys.size());
    index.spans.reserve(keys.size());
    std::size_t vertices = 0;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const std::uint32_t row = keys[i].row;
        const std::size_t more = vertexCount(layer.geometry, row);
        if (i % ChunkIndex::rowsPerNeighbourhood == 0 ||
            index.chunks.back().count == ChunkIndex::rowsPerChunk ||
            vertices + more > ChunkIndex::verticesPerChunk) {
            Chunk chunk;
            chunk.first = static_cast<std::uint32_t>(i);
            index.chunks.push_back(chunk);
            vertices = 0;
        }
        vertices += more;
        index.order.push_back(row);
        index.spans.push_back(layer.spans[row]);
        addRow(index.chunks.back(), boxes[row], layer.spans[row]);
    }
    return index;
}

Tally tally(const Layer& layer, const ChunkIndex& index, const Window& window)
{
    Tally sum;
    for (const Chunk& chunk : index.chunks) {
        const std::uint64_t dated = chunk.count - chunk.undated;
        sum.undated += chunk.undated;
        if (dated == 0) {
            continue;
        }
        const Presence whole = presence(chunk.time, window);
        if (whole == Presence::absent) {
            sum.outside += dated;
            continue;
        }
        if (whole == Presence::certain) {
            sum.certain += dated;
            continue;
        }
        for (std::uint32_t i = 0; i < chunk.count; ++i) {
            const Span& span = index.spans[chunk.first + i];
            if (!span.dated()) {
                continue;
            }
            const Presence now = presence(span, window);
            sum.certain += now == Presence::certain;
            sum.possible += now == Presence::possible;
            sum.outside += now == Presence::absent;
        }
    }
    sum.noPlace = index.placeless.size();
    sum.rejected = layer.counts.rejected;
    return sum;
}

namespace {

/// Grows by the spans of features to the window that all their finite bounds lie in.
class TimeExtent {
public:
    void add(const Span& span)
    {
        if (!span.dated()) {
            return;
        }
        for (const Instant begin : {span.beginMin, span.beginMax}) {
            if (isFinite(begin)) {
                extend(begin,
                       begin + 1); // something that goes on from then is there in that second
            }
        }
        for (const Instant end : {span.endMin, span.endMax}) {
            if (isFinite(end)) {
                extend(end, end);
            }
        }
    }

    [[nodiscard]] std::optional<Window> window() const
    {
        if (m_begin > m_end) {
            return std::nullopt;
        }
        return Window{std::min(m_begin, m_end - 1), m_end}; // one end alone
    }

private:
    void extend(Instant begin, Instant end)
    {
        m_begin = std::min(m_begin, begin);
        m_end = std::max(m_end, end);
    }

    Instant m_begin = kOpenFuture;
    Instant m_end = kOpenPast;
};

} // namespace

std::optional<Window> timeExtent(const Layer& layer)
{
    TimeExtent extent;
    for (const Span& span : layer.spans) {
        extent.add(span);
    }
    return extent.window();
}

std::optional<Window> timeExtent(const Layer& layer, std::span<const std::uint32_t> rows)
{
    TimeExtent extent;
    for (const std::uint32_t row : rows) {
        extent.add(layer.spans[row]);
    }
    return extent.window();
}

} // namespace masar::core
