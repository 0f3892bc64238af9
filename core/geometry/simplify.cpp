// SPDX-License-Identifier: Apache-2.0
#include "core/geometry/simplify.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace masar::core {

namespace {

/// The distance of a point from a segment, units.
double distanceFrom(MercatorPoint point, MercatorPoint a, MercatorPoint b)
{
    const double dx = static_cast<double>(b.x) - a.x;
    const double dy = static_cast<double>(b.y) - a.y;
    const double px = static_cast<double>(point.x) - a.x;
    const double py = static_cast<double>(point.y) - a.y;
    const double length = dx * dx + dy * dy;
    const double part = length > 0 ? std::clamp((px * dx + py * dy) / length, 0.0, 1.0) : 0.0;
    return std::hypot(px - part * dx, py - part * dy);
}

} // namespace

std::vector<MercatorPoint> simplified(std::span<const MercatorPoint> line, double tolerance)
{
    if (line.size() < 3) {
        return {line.begin(), line.end()};
    }
    std::vector<bool> kept(line.size());
    kept.front() = kept.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> stretches{{0, line.size() - 1}};
    while (!stretches.empty()) {
        const auto [first, last] = stretches.back();
        stretches.pop_back();
        double farthest = tolerance;
        std::size_t at = first;
        for (std::size_t i = first + 1; i < last; ++i) {
            if (const double far = distanceFrom(line[i], line[first], line[last]); far > farthest) {
                farthest = far;
                at = i;
            }
        }
        if (at != first) {
            kept[at] = true;
            stretches.emplace_back(first, at);
            stretches.emplace_back(at, last);
        }
    }
    std::vector<MercatorPoint> result;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (kept[i]) {
            result.push_back(line[i]);
        }
    }
    return result;
}

} // namespace masar::core
