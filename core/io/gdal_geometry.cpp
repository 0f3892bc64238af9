// SPDX-License-Identifier: Apache-2.0
#include "core/io/gdal_geometry.hpp"

#include <ogr_geometry.h>

#include <format>
#include <memory>

namespace masar::core {

namespace {

/// As deep as a collection may hold collections: GDAL's own readers stop at 32.
constexpr int kMaxDepth = 64;

std::string appendPoints(const OGRSimpleCurve& curve, PartKind kind, RawGeometry& to)
{
    int count = curve.getNumPoints();
    const bool ring = kind != PartKind::line;
    if (ring && count > 1 && curve.getX(0) == curve.getX(count - 1) &&
        curve.getY(0) == curve.getY(count - 1)) {
        --count;
    }
    if (count < (ring ? 3 : 2)) {
        return std::format("a {} of {} position{}", ring ? "ring" : "line", curve.getNumPoints(),
                           curve.getNumPoints() == 1 ? "" : "s");
    }
    const bool measured = !ring && curve.IsMeasured() != 0;
    for (int i = 0; i < count; ++i) {
        if (measured) {
            to.addVertex(curve.getX(i), curve.getY(i), curve.getM(i));
        } else {
            to.addVertex(curve.getX(i), curve.getY(i));
        }
    }
    to.endPart(kind);
    return {};
}

std::string appendPolygon(const OGRPolygon& polygon, RawGeometry& to)
{
    PartKind kind = PartKind::outerRing;
    for (const auto* ring : polygon) {
        if (auto problem = appendPoints(*ring, kind, to); !problem.empty()) {
            return problem;
        }
        kind = PartKind::innerRing;
    }
    return {};
}

std::string append(const OGRGeometry& geometry, RawGeometry& to, int depth)
{
    if (geometry.IsEmpty()) {
        return {};
    }
    if (depth > kMaxDepth) {
        return "a collection nested too deep";
    }
    const auto members = [&](const auto& collection) {
        for (const auto* member : collection) {
            if (auto problem = append(*member, to, depth + 1); !problem.empty()) {
                return problem;
            }
        }
        return std::string{};
    };
    switch (wkbFlatten(geometry.getGeometryType())) {
    case wkbPoint:
        to.addVertex(geometry.toPoint()->getX(), geometry.toPoint()->getY());
        to.endPart(PartKind::point);
        return {};
    case wkbLineString:
    case wkbLinearRing:
        return appendPoints(*geometry.toSimpleCurve(), PartKind::line, to);
    case wkbPolygon:
    case wkbTriangle:
        return appendPolygon(*geometry.toPolygon(), to);
    case wkbMultiPoint:
    case wkbMultiLineString:
    case wkbMultiPolygon:
    case wkbGeometryCollection:
        return members(*geometry.toGeometryCollection());
    case wkbPolyhedralSurface:
    case wkbTIN:
        return members(*geometry.toPolyhedralSurface());
    default:
        break;
    }
    if (!geometry.hasCurveGeometry()) {
        return std::format("a geometry of a kind Masar does not draw ({})",
                           geometry.getGeometryName());
    }
    const std::unique_ptr<OGRGeometry> linear(geometry.getLinearGeometry());
    return linear == nullptr ? "a curve that cannot be drawn as lines"
                             : append(*linear, to, depth + 1);
}

GeometryClass classOf(const OGRGeometry& geometry)
{
    switch (wkbFlatten(geometry.getGeometryType())) {
    case wkbPoint:
    case wkbMultiPoint:
        return GeometryClass::point;
    case wkbLineString:
    case wkbLinearRing:
    case wkbMultiLineString:
    case wkbCircularString:
    case wkbCompoundCurve:
    case wkbMultiCurve:
        return GeometryClass::line;
    case wkbGeometryCollection:
        return GeometryClass::collection;
    default:
        return GeometryClass::polygon;
    }
}

} // namespace

std::string appendGeometry(const OGRGeometry& geometry, RawGeometry& to)
{
    to.written = classOf(geometry);
    return append(geometry, to, 0);
}

} // namespace masar::core
