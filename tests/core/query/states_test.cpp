// SPDX-License-Identifier: Apache-2.0
#include "core/query/states.hpp"

#include "core/io/reader.hpp"
#include "core/query/chunk_index.hpp"

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace masar::core;

TEST_CASE("The states of each site of the bundled story follow each other, each in one history")
{
    const auto file = readVector(MASAR_SOURCE_DIR "/data/withdrawal/sites.geojson", {});
    REQUIRE(file);
    const Layer& layer = file->layers.front();
    std::set<std::uint32_t> seen;
    for (std::uint32_t row = 0; row < layer.rowCount(); ++row) {
        const std::vector<std::uint32_t> states = statesOf(layer, row);
        CHECK(std::ranges::find(states, row) != states.end());
        for (std::size_t i = 1; i < states.size(); ++i) {
            CHECK(layer.spans[states[i - 1]].beginMin <= layer.spans[states[i]].beginMin);
            CHECK(layer.properties.text("site", states[i - 1]) ==
                  layer.properties.text("site", states[i]));
            CHECK(statesOf(layer, states[i]) == states);
        }
        seen.insert(states.begin(), states.end());
    }
    CHECK(seen.size() == layer.rowCount());
}

TEST_CASE(
    "All sites with several states are found at once, each as it is found from one of its rows")
{
    const auto file = readVector(MASAR_SOURCE_DIR "/data/withdrawal/sites.geojson", {});
    REQUIRE(file);
    const Layer& layer = file->layers.front();
    std::set<std::vector<std::uint32_t>> expected;
    for (std::uint32_t row = 0; row < layer.rowCount(); ++row) {
        if (auto states = statesOf(layer, row); states.size() > 1) {
            expected.insert(std::move(states));
        }
    }
    const auto all = allStates(layer);
    CHECK(all.size() > 5);
    CHECK(std::set(all.begin(), all.end()) == expected);
    CHECK(all.size() == expected.size());
}

TEST_CASE("Without a site a row is a thing of its own")
{
    Layer layer;
    layer.spans.resize(3);
    CHECK(statesOf(layer, 1) == std::vector<std::uint32_t>{1});
}

TEST_CASE("What two spans share for certain is counted in seconds")
{
    const Span early{0, 10, 100, 120};
    const Span late{90, 95, 200, 300};
    CHECK(certainOverlap(early, late) == 5);
    CHECK(certainOverlap(late, early) == 5);
    CHECK(certainOverlap(early, {100, 100, 200, 200}) == 0);
    CHECK(certainOverlap(early, {50, 110, 200, 200}) == 0); // only possibly
    CHECK(certainOverlap({0, 0, kOpenFuture, kOpenFuture}, {5, 5, kOpenFuture, kOpenFuture}) ==
          kOpenFuture);
}

TEST_CASE("Of some rows the time is that of these rows, and of none there is none")
{
    Layer layer;
    layer.spans = {
        {0, 10, 20, 30}, {kOpenPast, kOpenPast, 90, 100}, {50, 50, kOpenFuture, kOpenFuture}, {}};
    using Rows = std::vector<std::uint32_t>;
    CHECK(timeExtent(layer, Rows{0}) == Window{0, 30});
    CHECK(timeExtent(layer, Rows{0, 2}) == Window{0, 51});
    CHECK(timeExtent(layer, Rows{1}) == Window{90, 100});
    CHECK(timeExtent(layer, Rows{3}) == std::nullopt);
    CHECK(timeExtent(layer, Rows{}) == std::nullopt);
    CHECK(timeExtent(layer, Rows{0, 1, 2, 3}) == timeExtent(layer));
}
