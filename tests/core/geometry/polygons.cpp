// SPDX-License-Identifier: Apache-2.0
#include "tests/core/geometry/polygons.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>
#include <set>
#include <tuple>

namespace masar::tests {

using namespace masar::core;

GeometryTable tableOf(const Rings& rings)
{
    GeometryTable table;
    for (std::size_t i = 0; i < rings.size(); ++i) {
        table.addPart(i == 0 ? PartKind::outerRing : PartKind::innerRing, rings[i]);
    }
    table.endFeature();
    return table;
}

Int128 polygonArea2(const Rings& rings)
{
    Int128 sum = 0;
    for (std::size_t i = 0; i < rings.size(); ++i) {
        const Int128 area = doubleArea(rings[i]);
        const Int128 size = area < 0 ? -area : area;
        sum += i == 0 ? size : -size;
    }
    return sum;
}

bool isInside(const Rings& rings, double x, double y)
{
    bool inside = false;
    for (const Ring& ring : rings) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const MercatorPoint a = ring[i];
            const MercatorPoint b = ring[(i + 1) % ring.size()];
            if ((a.y > y) != (b.y > y) && x < a.x + (y - a.y) * (static_cast<double>(b.x) - a.x) /
                                                        (static_cast<double>(b.y) - a.y)) {
                inside = !inside;
            }
        }
    }
    return inside;
}

std::uint32_t below(Random& random, std::uint32_t end)
{
    return std::uniform_int_distribution<std::uint32_t>(0, end - 1)(random);
}

Ring starRing(Random& random, MercatorPoint centre, double minRadius, double maxRadius, int count)
{
    std::uniform_real_distribution<double> radius(minRadius, maxRadius);
    Ring ring;
    for (int i = 0; i < count; ++i) {
        const double angle = 2 * std::numbers::pi * i / count;
        const double r = radius(random);
        ring.push_back({static_cast<std::uint32_t>(centre.x + r * std::cos(angle)),
                        static_cast<std::uint32_t>(centre.y + r * std::sin(angle))});
    }
    return ring;
}

Rings starPolygon(Random& random, int count, int holes)
{
    constexpr MercatorPoint centre{2'000'000'000, 1'500'000'000};
    Rings rings{starRing(random, centre, 8e8, 1.4e9, count)};
    // One hole a cell of a grid within the circle that all radii leave free.
    const int side = static_cast<int>(std::ceil(std::sqrt(holes)));
    const double cell = 1.0e9 / side;
    for (int i = 0; i < holes; ++i) {
        const MercatorPoint middle{
            static_cast<std::uint32_t>(centre.x - 5e8 + (i % side + 0.5) * cell),
            static_cast<std::uint32_t>(centre.y - 5e8 + (i / side + 0.5) * cell)};
        rings.push_back(starRing(random, middle, 0.1 * cell, 0.49 * cell, 3 + i % 9));
    }
    return rings;
}

namespace {

using Cell = std::pair<int, int>;
constexpr std::array<Cell, 4> kSteps{{{1, 0}, {0, 1}, {-1, 0}, {0, -1}}};

using Cells = std::set<Cell>;

Cells randomCells(Random& random, int width, double filled)
{
    Cells cells;
    for (int x = 0; x < width; ++x) {
        for (int y = 0; y < width; ++y) {
            if (below(random, 1000) < filled * 1000) {
                cells.insert({x, y});
            }
        }
    }
    return cells;
}

// Takes the squares connected by their sides with one of them out of a set.
Cells takeConnected(Cells& open, Cell from)
{
    open.erase(from);
    Cells taken{from};
    std::vector<Cell> ahead{from};
    while (!ahead.empty()) {
        const Cell cell = ahead.back();
        ahead.pop_back();
        for (const Cell& step : kSteps) {
            const Cell next{cell.first + step.first, cell.second + step.second};
            if (open.erase(next) > 0) {
                taken.insert(next);
                ahead.push_back(next);
            }
        }
    }
    return taken;
}

// Squares sheared, so that few edges run along the axes.
MercatorPoint cornerAt(int x, int y)
{
    return {static_cast<std::uint32_t>(5000 + 7 * x - 2 * y),
            static_cast<std::uint32_t>(5000 + 3 * x + 11 * y)};
}

// The rings round connected squares, the outer one first; every corner of a square is a vertex.
Rings outlines(const Cells& cells)
{
    const auto isFilled = [&](int x, int y) { return cells.contains({x, y}); };
    // Sides with nothing beyond, run with the square on the left, known by (square, direction).
    std::set<std::tuple<int, int, int>> sides;
    for (const auto& [x, y] : cells) {
        for (int d = 0; d < 4; ++d) {
            const Cell right = kSteps[static_cast<std::size_t>((d + 3) % 4)];
            if (!isFilled(x + right.first, y + right.second)) {
                sides.insert({x, y, d});
            }
        }
    }
    Rings rings;
    while (!sides.empty()) {
        Ring ring;
        auto [x, y, d] = *sides.begin();
        while (sides.erase({x, y, d}) > 0) {
            ring.push_back(
                cornerAt(x + (d == 1 || d == 2 ? 1 : 0), y + (d == 2 || d == 3 ? 1 : 0)));
            const Cell ahead = kSteps[static_cast<std::size_t>(d)];
            const Cell right = kSteps[static_cast<std::size_t>((d + 3) % 4)];
            if (!isFilled(x + ahead.first, y + ahead.second)) {
                d = (d + 1) % 4; // round the square's corner
            } else if (isFilled(x + ahead.first + right.first, y + ahead.second + right.second)) {
                x += ahead.first + right.first;
                y += ahead.second + right.second;
                d = (d + 3) % 4;
            } else {
                x += ahead.first;
                y += ahead.second;
            }
        }
        rings.push_back(std::move(ring));
    }
    std::ranges::partition(rings, [](const Ring& ring) { return doubleArea(ring) > 0; });
    return rings;
}

} // namespace

Rings patchPolygon(Random& random, int width, double filled)
{
    Cells cells = randomCells(random, width, filled);
    return outlines(takeConnected(cells, {width / 2, width / 2}));
}

Rings mosaicPolygon(Random& random, int width, double filled)
{
    Rings rings{{cornerAt(0, 0), cornerAt(width, 0), cornerAt(width, width), cornerAt(0, width)}};
    Cells black = randomCells(random, width, filled);
    Cells white;
    for (int i = 0; i < width * width; ++i) {
        if (const Cell cell{i % width, i / width}; !black.contains(cell) && below(random, 2) == 0) {
            white.insert(cell);
        }
    }
    for (Cells* cells : {&black, &white}) {
        while (!cells->empty()) {
            const Rings hole = outlines(takeConnected(*cells, *cells->begin()));
            if (hole.size() == 1) {
                rings.push_back(hole.front());
            }
        }
    }
    std::shuffle(rings.begin() + 1, rings.end(), random);
    return rings;
}

Ring tangledRing(Random& random, std::uint32_t range, int count)
{
    std::set<std::pair<std::uint32_t, std::uint32_t>> distinct;
    while (static_cast<int>(distinct.size()) < count) {
        distinct.insert({below(random, range), below(random, range)});
    }
    Ring ring;
    for (const auto& [x, y] : distinct) {
        ring.push_back({x, y});
    }
    std::ranges::shuffle(ring, random);
    const auto length = [](MercatorPoint a, MercatorPoint b) {
        return std::hypot(static_cast<double>(a.x) - b.x, static_cast<double>(a.y) - b.y);
    };
    // Turning a stretch round wherever that makes the ring shorter ends in a ring without
    // crossings.
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t i = 0; i + 2 < ring.size(); ++i) {
            for (std::size_t j = i + 2; j < ring.size(); ++j) {
                const MercatorPoint a = ring[i], b = ring[i + 1], c = ring[j],
                                    d = ring[(j + 1) % ring.size()];
                if (length(a, c) + length(b, d) < length(a, b) + length(c, d) - 1e-6) {
                    std::reverse(ring.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                                 ring.begin() + static_cast<std::ptrdiff_t>(j) + 1);
                    changed = true;
                }
            }
        }
    }
    return ring;
}

} // namespace masar::tests
