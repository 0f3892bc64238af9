// SPDX-License-Identifier: Apache-2.0
#include "app/map/graticule.hpp"

#include "app/map/place_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace masar::app {

using core::kMercatorWorld;

namespace {

/// Round steps in seconds of arc.
constexpr std::array kSteps{1,         2,         5,        10,        15,        30,
                            60,        2 * 60,    5 * 60,   10 * 60,   15 * 60,   30 * 60,
                            3600,      2 * 3600,  5 * 3600, 10 * 3600, 15 * 3600, 30 * 3600,
                            45 * 3600, 60 * 3600, 90 * 3600};

double lonAt(double x)
{
    return x / kMercatorWorld * 360 - 180;
}

double xAt(double lonDeg)
{
    return (lonDeg + 180) / 360 * kMercatorWorld;
}

double latAt(double y)
{
    const auto unit = static_cast<std::uint32_t>(std::clamp(y, 0.0, kMercatorWorld - 1));
    return core::toLonLat({0, unit}).latDeg;
}

/// The multiples of a step within [from, to], counted so that no rounding adds up.
std::vector<double> multiples(double from, double to, double step)
{
    std::vector<double> result;
    for (double n = std::ceil(from / step); n * step <= to; ++n) {
        result.push_back(n * step);
    }
    return result;
}

} // namespace

double graticuleStep(const Camera& camera, double leastPixels)
{
    const double least = leastPixels / camera.pixelsPerUnit() / kMercatorWorld * 360;
    const auto step =
        std::ranges::find_if(kSteps, [least](int seconds) { return seconds / 3600.0 >= least; });
    return (step == kSteps.end() ? kSteps.back() : *step) / 3600.0;
}

Graticule graticuleOf(const Camera& camera)
{
    const QRectF view = camera.view();
    const double step = graticuleStep(camera);
    return {step, multiples(lonAt(view.left()), lonAt(view.right()), step),
            multiples(latAt(view.bottom()), latAt(view.top()), step)};
}

std::vector<GraticuleMark> graticuleMarks(const Camera& camera, const QRectF& free, bool leftEdge)
{
    constexpr double corner = 34;
    const Graticule graticule = graticuleOf(camera);
    const double scale = camera.pixelsPerUnit();
    const QPointF middle(camera.size.width() / 2, camera.size.height() / 2);
    const double side = leftEdge ? free.left() : free.right();
    std::vector<GraticuleMark> marks;
    // From a place on a line along it to the edge.
    const auto add = [&](double degrees, bool meridian, QPointF on) {
        const QPointF along = camera.toPicture(meridian ? QPointF(0, 1) : QPointF(1, 0));
        const bool above = std::abs(along.y()) >= std::abs(along.x());
        const QPointF from = middle + camera.toPicture(on);
        const double way =
            above ? (free.top() - from.y()) / along.y() : (side - from.x()) / along.x();
        const QPointF at = above ? QPointF(from.x() + along.x() * way, free.top())
                                 : QPointF(side, from.y() + along.y() * way);
        if (above ? at.x() > free.left() + corner && at.x() < free.right() - corner
                  : at.y() > free.top() + corner && at.y() < free.bottom() - corner) {
            marks.push_back({std::remainder(degrees, 360.0), meridian, at, above});
        }
    };
    for (const double lon : graticule.lonsDeg) {
        add(lon, true, {(xAt(lon) - camera.x) * scale, 0});
    }
    for (const double lat : graticule.latsDeg) {
        add(lat, false, {0, (core::toMercator({0, lat}).y - camera.y) * scale});
    }
    return marks;
}

std::vector<LabelQuad> graticuleLabels(const GraticuleLook& look, const Camera& camera,
                                       LabelAtlas& atlas)
{
    constexpr TextStyle style{LabelKind::village};
    constexpr double gap = 4;
    const double step = graticuleStep(camera);
    const double ratio = camera.pixelRatio;
    const QRectF free = QRectF(QPointF(), camera.size).marginsRemoved(look.covered);
    std::vector<LabelQuad> labels;
    for (const GraticuleMark& mark : graticuleMarks(camera, free, look.rightToLeft)) {
        const QString text =
            degreesText(mark.degrees, mark.meridian, step, look.format, look.digits);
        const auto piece = atlas.find(text, style);
        if (!piece) {
            break; // the atlas is full of names: they matter more
        }
        const TextExtent extent = textExtent(text, style);
        const QPointF baseline =
            mark.above ? mark.at + QPointF(-extent.advance / 2, extent.ascent + 1)
                       : mark.at + QPointF(look.rightToLeft ? gap : -extent.advance - gap, -gap);
        const QPointF corner = ((baseline + piece->offset) * ratio).toPoint();
        const QRectF target(corner, QSizeF(piece->pixels.size()));
        labels.push_back(
            {{target.topLeft(), target.topRight(), target.bottomLeft(), target.bottomRight()},
             QRectF(piece->pixels)});
    }
    return labels;
}

} // namespace masar::app
