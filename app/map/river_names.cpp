// SPDX-License-Identifier: Apache-2.0
#include "app/map/river_names.hpp"

#include "app/map/camera.hpp"

#include <algorithm>
#include <cmath>

namespace masar::app {

namespace {

constexpr double kOfferApart = 40; ///< pixels at zoom 8 between two places where a name could stand
constexpr double kZoomStep = 0.75;
constexpr double kNearestZoom = 13; ///< nearer, every course is straight
constexpr double kGap = 3.5;        ///< pixels between the river and its name

/// The zoom from which rivers of a rank are named at all.
double wantedZoom(double rank)
{
    return rank < 1 ? 5.2 : rank < 2 ? 6.3 : rank < 3 ? 7.3 : 8.3;
}

/// Enlarges the boxes, each of a part of the text, by what a name along a path covers.
void cover(LabelShape& shape, const std::vector<QPointF>& path, const PlacedName& name)
{
    constexpr std::size_t around = 2;
    const std::size_t part = path.size() / LabelShape::most + 1;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const QPointF on =
            path[std::min(i + around, path.size() - 1)] - path[i > around ? i - around : 0];
        const QPointF across =
            QPointF(-on.y(), on.x()) / std::max(std::hypot(on.x(), on.y()), 1e-9);
        const QRectF band =
            QRectF(path[i] + across * name.top, path[i] + across * name.bottom).normalized();
        shape.boxes[i / part] |= band.adjusted(-1.5, -1.5, 1.5, 1.5);
    }
    shape.count = LabelShape::most;
}

/// Puts in the zooms at which the name fits, and what it covers there: the longest run of them.
/// False if it is too short.
bool fit(PlacedName& name, double wanted)
{
    constexpr double shortest = 1.5;
    LabelShape shape;
    double until = LabelSolver::never;
    double longest = 0;
    for (double zoom = kNearestZoom; zoom >= wanted; zoom -= kZoomStep) {
        const auto path = courseUnder(name, zoom);
        // Text must not stand on its head, or nearly.
        if (!path || (path->back() - path->front()).x() < 0.1 * name.length ||
            !name.river->gentle(*path, name.along, pixelsPerUnitAt(zoom))) {
            shape = {};
            until = zoom - kZoomStep / 2;
            continue;
        }
        cover(shape, *path, name);
        if (std::min(until, kNearestZoom) - zoom >= longest) {
            longest = std::min(until, kNearestZoom) - zoom;
            name.shape = shape;
            name.minZoom = zoom;
            name.maxZoom = until;
        }
    }
    return longest >= shortest;
}

} // namespace

std::optional<std::vector<QPointF>> courseUnder(const PlacedName& name, double zoom)
{
    auto path = name.river->stretch(name.along, name.length, pixelsPerUnitAt(zoom));
    if (path && name.upstream) {
        std::ranges::reverse(*path);
    }
    return path;
}

std::optional<std::vector<QPointF>> courseUnder(const PlacedName& name, const Camera& camera)
{
    auto path = courseUnder(name, camera.zoom);
    if (path && camera.turned()) {
        std::ranges::transform(*path, path->begin(),
                               [&](QPointF point) { return camera.toPicture(point); });
        if (path->back().x() < path->front().x()) {
            std::ranges::reverse(*path); // never on its head
        }
    }
    return path;
}

LabelShape shapeAlong(const PlacedName& name, const std::vector<QPointF>& path)
{
    LabelShape shape;
    cover(shape, path, name);
    return shape;
}

void offerRiverNames(const NamedRiver& river, MapLanguage language, std::vector<PlacedName>& out)
{
    const NameBlock block(river.name, river.arabic, language, LabelKind::river);
    if (block.empty()) {
        return;
    }
    PlacedName offer;
    offer.kind = LabelKind::river;
    offer.lines = block.lines({});
    // The first line above the river, a second below it.
    for (std::size_t i = 0; i < offer.lines.size(); ++i) {
        NameLine& line = offer.lines[i];
        const TextExtent extent = textExtent(line.text, line.style);
        line.start = {-extent.advance / 2,
                      i == 0 ? -kGap - extent.descent * 0.6 : kGap + extent.ascent * 0.85};
        offer.length = std::max(offer.length, extent.advance);
        offer.top = std::min(offer.top, line.start.y() - extent.ascent);
        offer.bottom = std::max(offer.bottom, line.start.y() + extent.descent);
    }
    offer.river = &river.course;
    offer.rank = river.rank;
    const double wanted = wantedZoom(river.rank);
    const double step = kOfferApart / pixelsPerUnitAt(8);
    const auto count = static_cast<int>(river.course.length() / step);
    const std::size_t first = out.size();
    for (int i = 0; i <= count; ++i) {
        PlacedName name = offer;
        name.along = river.course.length() * (i + 0.5) / (count + 1);
        name.at = river.course.at(name.along);
        const auto near =
            name.river->stretch(name.along, name.length, pixelsPerUnitAt(kNearestZoom));
        if (!near) {
            continue;
        }
        name.upstream = near->back().x() < near->front().x();
        if (fit(name, wanted)) {
            out.push_back(std::move(name));
        }
    }
    std::sort(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(),
              [&](const PlacedName& a, const PlacedName& b) {
                  const double middle = river.course.length() / 2;
                  return std::abs(a.along - middle) < std::abs(b.along - middle);
              });
}

} // namespace masar::app
