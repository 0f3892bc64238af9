// SPDX-License-Identifier: Apache-2.0
#include "core/geometry/simplify.hpp"

#include <catch2/catch_test_macros.hpp>

#include <cmath>
#include <random>

using namespace masar::core;

TEST_CASE("A simplified line stays within its tolerance and keeps its ends")
{
    std::mt19937 random(7);
    std::uniform_int_distribution<int> step(-900, 1000);
    for (const double tolerance : {0.0, 50.0, 700.0, 20'000.0}) {
        std::vector<MercatorPoint> line{{1'000'000, 1'000'000}};
        for (int i = 0; i < 400; ++i) {
            const MercatorPoint last = line.back();
            line.push_back({last.x + static_cast<std::uint32_t>(step(random)),
                            last.y + static_cast<std::uint32_t>(step(random))});
        }
        const std::vector<MercatorPoint> simple = simplified(line, tolerance);
        CHECK(simple.front() == line.front());
        CHECK(simple.back() == line.back());
        CHECK(simple.size() <= line.size());
        for (const MercatorPoint point : line) {
            double nearest = 1e18;
            for (std::size_t i = 0; i + 1 < simple.size(); ++i) {
                const double ax = simple[i].x, ay = simple[i].y;
                const double dx = simple[i + 1].x - ax, dy = simple[i + 1].y - ay;
                const double length = dx * dx + dy * dy;
                const double part =
                    length > 0
                        ? std::min(1.0, std::max(0.0, ((point.x - ax) * dx + (point.y - ay) * dy) /
                                                          length))
                        : 0;
                nearest = std::min(nearest,
                                   std::hypot(point.x - ax - part * dx, point.y - ay - part * dy));
            }
            CHECK(nearest <= tolerance + 1e-6);
        }
    }
}

TEST_CASE("A straight line becomes its ends, and a closed one keeps its shape")
{
    CHECK(simplified(std::vector<MercatorPoint>{{0, 0}, {5, 5}, {10, 10}}, 1).size() == 2);
    const std::vector<MercatorPoint> square{{0, 0}, {100, 0}, {100, 100}, {0, 100}, {0, 0}};
    CHECK(simplified(square, 10).size() == 5);
    CHECK(simplified(std::vector<MercatorPoint>{{3, 4}}, 10).size() == 1);
}
