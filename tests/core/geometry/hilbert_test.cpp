// SPDX-License-Identifier: Apache-2.0
#include "core/geometry/hilbert.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <set>
#include <utility>
#include <vector>

using namespace masar::core;

TEST_CASE("The Hilbert curve steps from square to neighbouring square and misses none")
{
    constexpr std::uint32_t side = 64;
    constexpr int shift = 26;
    std::vector<std::pair<std::uint64_t, std::pair<int, int>>> squares;
    for (std::uint32_t x = 0; x < side; ++x) {
        for (std::uint32_t y = 0; y < side; ++y) {
            squares.push_back({hilbertIndex({x << shift, y << shift}), {x, y}});
        }
    }
    std::ranges::sort(squares);
    int far = 0;
    for (std::size_t i = 1; i < squares.size(); ++i) {
        const auto [ax, ay] = squares[i - 1].second;
        const auto [bx, by] = squares[i].second;
        far +=
            std::abs(ax - bx) + std::abs(ay - by) != 1 || squares[i].first == squares[i - 1].first;
    }
    CHECK(far == 0);
}

TEST_CASE("The last bits count on the Hilbert curve")
{
    std::mt19937 random(1);
    std::set<std::uint64_t> seen;
    const std::uint32_t x = random() & ~7U;
    const std::uint32_t y = random() & ~7U;
    for (std::uint32_t i = 0; i < 64; ++i) {
        seen.insert(hilbertIndex({x + i % 8, y + i / 8}));
    }
    CHECK(seen.size() == 64);
    CHECK(*seen.rbegin() - *seen.begin() == 63);
    CHECK(hilbertIndex({0, 0}) == 0);
    CHECK(hilbertIndex({UINT32_MAX, 0}) == UINT64_MAX);
}
