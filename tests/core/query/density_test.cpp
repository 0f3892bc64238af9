// SPDX-License-Identifier: Apache-2.0
#include "core/query/density.hpp"

#include "tests/core/query/layers.hpp"

#include <catch2/benchmark/catch_benchmark.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <array>

using namespace masar::core;
using masar::test::randomLayer;

namespace {

std::vector<std::uint8_t> categoriesOf(const Layer& layer)
{
    std::vector<std::uint8_t> categories;
    for (std::uint32_t row = 0; row < layer.rowCount(); ++row) {
        categories.push_back(static_cast<std::uint8_t>(row % 3));
    }
    return categories;
}

} // namespace

TEST_CASE("A bin of the density counts what is present in the window that it is")
{
    const Layer layer = randomLayer(3000, 4);
    const std::vector<std::uint8_t> categories = categoriesOf(layer);
    const Window range = GENERATE(Window{0, 1400}, Window{-500, 3000}, Window{317, 402},
                                  Window{600, 601}, Window{5000, 6000});
    const std::size_t most =
        GENERATE(std::size_t{1}, std::size_t{7}, std::size_t{100}, std::size_t{5000});
    const Density density = densityOf(layer, range, most, categories, 3);
    REQUIRE(density.bins <= most);
    REQUIRE(density.certain.size() == 3 * density.bins);
    for (std::size_t bin = 0; bin < density.bins; ++bin) {
        const Instant begin = range.begin + static_cast<Instant>(bin) * density.binSeconds;
        const Window window{begin, begin + density.binSeconds};
        REQUIRE(window.begin < range.end); // no bin lies wholly beyond the range
        std::array<std::uint32_t, 3> certain{};
        std::array<std::uint32_t, 3> possible{};
        for (std::uint32_t row = 0; row < layer.rowCount(); ++row) {
            if (layer.spans[row].dated() && !layer.geometry.partsOf(row).empty()) {
                const Presence now = presence(layer.spans[row], window);
                certain[categories[row]] += now == Presence::certain;
                possible[categories[row]] += now == Presence::possible;
            }
        }
        for (std::size_t category = 0; category < 3; ++category) {
            REQUIRE(density.certainAt(category, bin) == certain[category]);
            REQUIRE(density.possibleAt(category, bin) == possible[category]);
        }
    }
}

TEST_CASE("A range without length has no density")
{
    CHECK(densityOf(randomLayer(10, 1), {5, 5}, 100).bins == 0);
    CHECK(densityOf(randomLayer(10, 1), {5, 9}, 0).bins == 0);
}

TEST_CASE("Dates follow each other both ways through all that a layer states")
{
    const Layer layer = randomLayer(500, 9);
    std::vector<Instant> forwards;
    for (auto at = nextDate(layer, -1000); at; at = nextDate(layer, *at)) {
        forwards.push_back(*at);
    }
    REQUIRE(forwards.size() > 300);
    CHECK(std::ranges::is_sorted(forwards));
    std::vector<Instant> back;
    for (auto at = previousDate(layer, 5000); at; at = previousDate(layer, *at)) {
        back.push_back(*at);
    }
    std::ranges::reverse(back);
    CHECK(back == forwards);
    for (const Span& span : layer.spans) {
        if (span.beginMin != kOpenPast && span.beginMin != kOpenFuture) {
            CHECK(std::ranges::binary_search(forwards, span.beginMin));
        }
    }
}

TEST_CASE("Density of a million features", "[!benchmark]")
{
    const Layer layer = randomLayer(1'000'000, 1);
    const std::vector<std::uint8_t> categories = categoriesOf(layer);
    BENCHMARK("400 bins, 3 categories")
    {
        return densityOf(layer, {0, 1400}, 400, categories, 3).certain.front();
    };
    BENCHMARK("next date")
    {
        return nextDate(layer, 700);
    };
}
