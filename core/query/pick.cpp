// SPDX-License-Identifier: Apache-2.0
#include "core/query/chunk_index.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace masar::core {

namespace {

/// Coordinates relative to the pointer, so that doubles are exact near it.
struct Offset {
    double x = 0;
    double y = 0;
};

Offset offsetOf(MercatorPoint point, MercatorPoint from)
{
    return {static_cast<double>(point.x) - from.x, static_cast<double>(point.y) - from.y};
}

/// Distance of the origin from a segment.
double distanceToSegment(Offset a, Offset b)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double square = dx * dx + dy * dy;
    const double t = square == 0 ? 0 : std::clamp(-(a.x * dx + a.y * dy) / square, 0.0, 1.0);
    return std::hypot(a.x + t * dx, a.y + t * dy);
}

/// Whether a ray from the origin to the east crosses an edge: counted over all rings, odd is
/// inside.
bool crosses(Offset a, Offset b)
{
    if ((a.y > 0) == (b.y > 0)) {
        return false;
    }
    return a.x + (0 - a.y) / (b.y - a.y) * (b.x - a.x) > 0;
}

/// How near a feature is, and the size of the polygon that contains the pointer.
struct Nearness {
    double distance = std::numeric_limits<double>::infinity();
    bool inside = false;
    double area = 0; ///< of the feature's box, where inside
};

Nearness nearnessOf(const GeometryTable& geometry, std::uint32_t row, MercatorPoint at)
{
    Nearness result;
    bool odd = false;
    for (const GeometryPart& part : geometry.partsOf(row)) {
        const auto vertices = geometry.verticesOf(part);
        const bool ring = part.kind == PartKind::outerRing || part.kind == PartKind::innerRing;
        for (std::size_t i = 0; i < vertices.size(); ++i) {
            const Offset a = offsetOf(vertices[i], at);
            if (part.kind == PartKind::point || vertices.size() == 1) {
                result.distance = std::min(result.distance, std::hypot(a.x, a.y));
                continue;
            }
            if (i + 1 == vertices.size() && !ring) {
                break;
            }
            const Offset b = offsetOf(vertices[(i + 1) % vertices.size()], at);
            result.distance = std::min(result.distance, distanceToSegment(a, b));
            odd ^= ring && crosses(a, b);
        }
    }
    if (odd) {
        const MercatorBox box = geometry.boxOfFeature(row);
        result.inside = true;
        result.distance = 0;
        result.area =
            (static_cast<double>(box.maxX) - box.minX) * (static_cast<double>(box.maxY) - box.minY);
    }
    return result;
}

MercatorBox around(MercatorPoint at, double tolerance)
{
    const auto clamped = [](double value) {
        return static_cast<std::uint32_t>(std::clamp(value, 0.0, kMercatorWorld - 1));
    };
    return {clamped(at.x - tolerance), clamped(at.y - tolerance), clamped(at.x + tolerance),
            clamped(at.y + tolerance)};
}

} // namespace

std::vector<Hit> pick(const Layer& layer, const ChunkIndex& index, MercatorPoint at,
                      double tolerance, const Window& window, bool withUndated)
{
    struct Found {
        Hit hit;
        Nearness nearness;
    };
    std::vector<Found> found;
    const MercatorBox reach = around(at, tolerance);
    for (const Chunk& chunk : index.chunks) {
        const bool timely =
            presence(chunk.time, window) != Presence::absent || (withUndated && chunk.undated > 0);
        if (!timely || !chunk.box.intersects(reach)) {
            continue;
        }
        for (std::uint32_t i = 0; i < chunk.count; ++i) {
            const std::uint32_t row = index.order[chunk.first + i];
            const Span& span = layer.spans[row];
            const bool shown =
                span.dated() ? presence(span, window) != Presence::absent : withUndated;
            if (!shown || !layer.geometry.boxOfFeature(row).intersects(reach)) {
                continue;
            }
            const Nearness nearness = nearnessOf(layer.geometry, row, at);
            if (nearness.distance <= tolerance) {
                found.push_back({{row, nearness.distance}, nearness});
            }
        }
    }
    std::ranges::stable_sort(found, [](const Found& a, const Found& b) {
        const auto key = [](const Found& f) {
            return std::tuple(f.nearness.inside, f.nearness.area, f.hit.distance, f.hit.row);
        };
        return key(a) < key(b);
    });
    std::vector<Hit> hits;
    for (const Found& f : found) {
        hits.push_back(f.hit);
    }
    return hits;
}

} // namespace masar::core
