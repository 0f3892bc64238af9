// SPDX-License-Identifier: Apache-2.0
#include "app/map/river_course.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace masar::app {

namespace {

constexpr double kStep = 3;       ///< pixels between the points of a stretch
constexpr double kSmoothing = 24; ///< pixels to each side over which the course is averaged
/// What text can follow: the river's bends beside it, and its own.
constexpr double kMostAside = 7;                               ///< pixels
constexpr double kMostBend = 75 * std::numbers::pi / 180;      ///< from one end to the other
constexpr double kMostLocalBend = 26 * std::numbers::pi / 180; ///< within 15 pixels

double turn(QPointF a, QPointF b)
{
    return std::atan2(a.x() * b.y() - a.y() * b.x(), a.x() * b.x() + a.y() * b.y());
}

bool bendsGently(const std::vector<QPointF>& path)
{
    constexpr std::size_t span = 5;
    if (path.size() <= 2 * span) {
        return true;
    }
    double all = 0;
    double least = 0;
    double most = 0;
    for (std::size_t i = span; i + span < path.size(); i += span) {
        const double bend = turn(path[i] - path[i - span], path[i + span] - path[i]);
        if (std::abs(bend) > kMostLocalBend) {
            return false;
        }
        all += bend;
        least = std::min(least, all);
        most = std::max(most, all);
    }
    return most - least < kMostBend;
}

} // namespace

RiverCourse::RiverCourse(std::vector<core::MercatorPoint> points) : m_points(std::move(points))
{
    m_along.reserve(m_points.size());
    m_sums.reserve(m_points.size());
    double along = 0;
    Spot sum{0, 0};
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        if (i > 0) {
            const core::MercatorPoint a = m_points[i - 1];
            const core::MercatorPoint b = m_points[i];
            const double piece =
                std::hypot(static_cast<double>(b.x) - a.x, static_cast<double>(b.y) - a.y);
            along += piece;
            sum.x += piece * (static_cast<double>(a.x) + b.x) / 2;
            sum.y += piece * (static_cast<double>(a.y) + b.y) / 2;
        }
        m_along.push_back(along);
        m_sums.push_back(sum);
    }
}

std::size_t RiverCourse::pieceAt(double along, std::size_t near) const
{
    const std::size_t last = m_along.size() - 2;
    near = std::min(near, last);
    while (near < last && along > m_along[near + 1]) {
        ++near;
    }
    while (near > 0 && along < m_along[near]) {
        --near;
    }
    return near;
}

RiverCourse::Spot RiverCourse::spotOn(std::size_t piece, double along) const
{
    const double length = m_along[piece + 1] - m_along[piece];
    const double part = length > 0 ? std::clamp((along - m_along[piece]) / length, 0.0, 1.0) : 0.0;
    const core::MercatorPoint a = m_points[piece];
    const core::MercatorPoint b = m_points[piece + 1];
    return {a.x + part * (static_cast<double>(b.x) - a.x),
            a.y + part * (static_cast<double>(b.y) - a.y)};
}

RiverCourse::Spot RiverCourse::spotAt(double along) const
{
    const auto next = std::ranges::upper_bound(m_along, along) - m_along.begin();
    return spotOn(pieceAt(along, static_cast<std::size_t>(std::max<std::ptrdiff_t>(next - 1, 0))),
                  along);
}

core::MercatorPoint RiverCourse::at(double along) const
{
    const Spot spot = spotAt(along);
    return {static_cast<std::uint32_t>(std::lround(spot.x)),
            static_cast<std::uint32_t>(std::lround(spot.y))};
}

RiverCourse::Spot RiverCourse::integral(double until, std::size_t& piece) const
{
    piece = pieceAt(until, piece);
    const double rest = until - m_along[piece];
    const Spot end = spotOn(piece, until);
    return {m_sums[piece].x + rest * (m_points[piece].x + end.x) / 2,
            m_sums[piece].y + rest * (m_points[piece].y + end.y) / 2};
}

std::optional<std::vector<QPointF>> RiverCourse::stretch(double along, double length,
                                                         double scale) const
{
    const core::MercatorPoint middle = at(along);
    const double step = kStep / scale;
    const double reach = kSmoothing / scale;
    const auto start = static_cast<std::size_t>(std::max<std::ptrdiff_t>(
        std::ranges::upper_bound(m_along, along) - m_along.begin() - 1, 0));
    // The mean of the course over the reach to both sides, by integrals that move on step by step.
    std::size_t before = start;
    std::size_t after = start;
    const auto smoothed = [&](double here) {
        const double from = std::max(here - reach, 0.0);
        const double to = std::min(here + reach, this->length());
        const Spot a = integral(from, before);
        const Spot b = integral(to, after);
        return QPointF(((b.x - a.x) / (to - from) - middle.x) * scale,
                       ((b.y - a.y) / (to - from) - middle.y) * scale);
    };
    // From the middle to each side until half the length is reached.
    const auto half = [&](double direction) -> std::optional<std::vector<QPointF>> {
        std::vector<QPointF> path{smoothed(along)};
        double done = 0;
        const auto most = static_cast<int>(length / kStep); // the course may be twice as long
        for (int i = 1; done < length / 2; ++i) {
            const double here = along + direction * i * step;
            if (i > most || here < reach || here > this->length() - reach) {
                return std::nullopt;
            }
            const QPointF next = smoothed(here);
            const QPointF on = next - path.back();
            const double piece = std::hypot(on.x(), on.y());
            const double rest = length / 2 - done;
            path.push_back(piece > rest ? path.back() + on * (rest / piece) : next);
            done += piece;
        }
        return path;
    };
    auto back = half(-1);
    auto onward = half(1);
    if (!back || !onward) {
        return std::nullopt;
    }
    std::ranges::reverse(*back);
    back->insert(back->end(), onward->begin() + 1, onward->end());
    return back;
}

bool RiverCourse::gentle(const std::vector<QPointF>& stretch, double along, double scale) const
{
    const core::MercatorPoint middle = at(along);
    const double step = 2 * kStep / scale;
    const auto steps = static_cast<int>(static_cast<double>(stretch.size()) * 0.4);
    // How far from the smoothed course is the river itself, near the text?
    for (int i = -steps; i <= steps; ++i) {
        const Spot spot = spotAt(along + i * step);
        const QPointF place((spot.x - middle.x) * scale, (spot.y - middle.y) * scale);
        const auto nearest = std::ranges::min_element(stretch, {}, [&](QPointF on) {
            return std::hypot(place.x() - on.x(), place.y() - on.y());
        });
        const bool beyond = nearest == stretch.begin() || nearest == stretch.end() - 1;
        const QPointF aside = place - *nearest;
        if (!beyond && std::hypot(aside.x(), aside.y()) > kMostAside) {
            return false;
        }
    }
    return bendsGently(stretch);
}

std::vector<std::vector<core::MercatorPoint>>
joinPieces(std::vector<std::vector<core::MercatorPoint>> pieces)
{
    bool joined = true;
    while (joined) {
        joined = false;
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            for (std::size_t j = 0; j < pieces.size(); ++j) {
                if (i != j && !pieces[i].empty() && !pieces[j].empty() &&
                    pieces[i].back() == pieces[j].front()) {
                    pieces[i].insert(pieces[i].end(), pieces[j].begin() + 1, pieces[j].end());
                    pieces[j].clear();
                    joined = true;
                }
            }
        }
    }
    std::erase_if(pieces, [](const auto& piece) { return piece.size() < 2; });
    return pieces;
}

} // namespace masar::app
