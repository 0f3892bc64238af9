// SPDX-License-Identifier: Apache-2.0
#include "core/io/fix_times.hpp"
#include "core/io/point_tracks.hpp"
#include "core/io/reader.hpp"
#include "test_file.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <limits>
#include <random>

using namespace masar::core;
using namespace masar::test;

namespace {

SourceFixes fixesAt(const std::vector<std::optional<Instant>>& times)
{
    SourceFixes fixes;
    for (const auto& at : times) {
        fixes.add({static_cast<std::uint32_t>(fixes.places.size()), 0}, {at, false});
    }
    return fixes;
}

/// The longest sequence that never falls, by trying all.
std::size_t mostInOrder(const std::vector<Instant>& times)
{
    std::size_t best = 0;
    for (std::uint32_t chosen = 0; chosen < 1U << times.size(); ++chosen) {
        std::vector<Instant> kept;
        for (std::size_t i = 0; i < times.size(); ++i) {
            if (chosen >> i & 1U) {
                kept.push_back(times[i]);
            }
        }
        if (std::ranges::is_sorted(kept)) {
            best = std::max(best, kept.size());
        }
    }
    return best;
}

} // namespace

TEST_CASE(
    "Of times that go backwards as many fixes stay as can be in order, and all are accounted for")
{
    std::mt19937 random(3);
    for (int round = 0; round < 200; ++round) {
        std::vector<Instant> times;
        std::vector<std::optional<Instant>> stated;
        const std::size_t count = 2 + random() % 9;
        while (stated.size() < count) {
            if (random() % 5 == 0) {
                stated.emplace_back();
            } else {
                times.push_back(static_cast<Instant>(random() % 12));
                stated.emplace_back(times.back());
            }
        }
        TrackTable table;
        const FixLosses losses = addTrack(table, 7, fixesAt(stated), 1);
        const std::size_t kept = table.times.size();
        CHECK(kept == mostInOrder(times));
        CHECK(kept + losses.withoutTime + losses.backwards == losses.all);
        CHECK(losses.all == count);
        CHECK(std::ranges::is_sorted(table.times));
        for (std::size_t i = 0; i < kept; ++i) {
            CHECK(stated[table.places[i].x] == table.times[i]);
        }
        CHECK(table.find(7).has_value() == (kept > 0));
    }
}

TEST_CASE("One wild time does not cost a track the fixes after it")
{
    TrackTable table;
    const FixLosses losses = addTrack(table, 0, fixesAt({10, 20, 900'000, 30, 40, 50}));
    CHECK(losses.backwards == 1);
    CHECK(table.times == std::vector<Instant>{10, 20, 30, 40, 50});
}

TEST_CASE("A break of a track stays where a fix beside it is left out")
{
    SourceFixes fixes;
    fixes.add({0, 0}, {0, false});
    fixes.add({1, 0}, {std::nullopt, false}, fix_marks::afterBreak);
    fixes.add({2, 0}, {20, false});
    TrackTable table;
    (void)addTrack(table, 0, fixes);
    REQUIRE(table.marks.size() == 2);
    CHECK(table.marks[1] == fix_marks::afterBreak);
}

TEST_CASE("Counts from 1970 are seconds or milliseconds by their size, and small numbers no times")
{
    CHECK(fixTimeOf(1'771'653'600.0).at == 1'771'653'600);
    CHECK(fixTimeOf(1'771'653'600'999.0).at == 1'771'653'600);
    CHECK_FALSE(fixTimeOf(120.5).at);
    CHECK_FALSE(fixTimeOf(0.0).at);
    CHECK_FALSE(fixTimeOf(std::numeric_limits<double>::quiet_NaN()).at);
    CHECK(fixTimeOf("1771653600", Zone()).at == 1'771'653'600);
    CHECK(fixTimeOf("2026-02-21T09:00:00+03:00", Zone()).at == 1'771'653'600);
    CHECK(fixTimeOf("2026-02-21T06:00:00", Zone()).at == 1'771'653'600);
    const FixTime day = fixTimeOf("2026-02-21", Zone());
    CHECK(day.approximate);
    CHECK(day.at == 1'771'632'000 + 43'200);
    CHECK_FALSE(fixTimeOf("2026-02-21/..", Zone()).at);
    CHECK_FALSE(fixTimeOf("dawn", Zone()).at);
}

TEST_CASE("Times without a zone are those of the layer's zone")
{
    const TestFolder folder;
    const std::string path =
        folder.write("zone.geojson",
                     R"({"type":"Feature","properties":{"coordTimes":["2026-02-21T09:00:00",
                           "2026-02-21T10:00:00"]},"geometry":{"type":"LineString",
                           "coordinates":[[40,36],[41,36]]}})");
    ReadOptions options;
    options.zone = "Asia/Damascus";
    const auto read = readVector(path, options);
    REQUIRE(read);
    REQUIRE(read->layers[0].tracks.times.size() == 2);
    CHECK(read->layers[0].tracks.times[0] == 1'771'653'600);
    CHECK(read->layers[0].timeFields.convention == TimeConvention::fixes);
}

TEST_CASE("A track is there from its first fix to its last, whatever its date fields say")
{
    const TestFolder folder;
    const std::string path =
        folder.write("span.geojson", R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"date":"2020-01-01","coordTimes":[1771653600,1771657200]},
         "geometry":{"type":"LineString","coordinates":[[40,36],[41,36]]}},
        {"type":"Feature","properties":{"date":"2020-01-01"},
         "geometry":{"type":"LineString","coordinates":[[40,36],[41,36]]}}]})");
    auto read = readVector(path);
    REQUIRE(read);
    Layer& layer = read->layers[0];
    CHECK(layer.timeFields.convention == TimeConvention::single);
    const Span moved{1'771'653'600, 1'771'653'600, 1'771'657'201, 1'771'657'201};
    CHECK(layer.spans[0] == moved);
    CHECK(layer.spans[1].beginMin == 1'577'836'800);
    REQUIRE(applyTimeFields(layer, {})); // another choice by the user
    CHECK(layer.spans[0] == moved);
    CHECK_FALSE(layer.spans[1].dated());
    CHECK(layer.counts.noDate == 1);
}

TEST_CASE(
    "Dated points grouped by a field are tracks in order of time, and every row is accounted for")
{
    const TestFolder folder;
    const std::string path = folder.write("points.csv", "vehicle,kind,date,lon,lat\n"
                                                        "a,truck,2026-02-21T08:00:00Z,40.2,36\n"
                                                        "b,car,2026-02-21T06:00:00Z,41,36\n"
                                                        "a,truck,2026-02-21T06:00:00Z,40,36\n"
                                                        "a,truck,2026-02-21T07:00:00Z,40.1,36\n"
                                                        ",car,2026-02-21T07:00:00Z,40.1,36\n"
                                                        "b,bus,,40.1,36\n"
                                                        "b,bus,2026-02-22,41.5,36\n");
    const auto read = readVector(path);
    REQUIRE(read);
    const Layer& points = read->layers[0];
    const auto candidates = trackFieldCandidates(points);
    CHECK(std::ranges::contains(candidates, "vehicle"));
    CHECK_FALSE(std::ranges::contains(candidates, "date"));

    const auto made = tracksOfPoints(points, "vehicle");
    REQUIRE(made);
    REQUIRE(made->tracks.tracks.size() == 2);
    CHECK(made->rowCount() == 2);
    CHECK(made->properties.text("vehicle", 0) == "a");
    CHECK(made->properties.text("kind", 0) == "truck");
    CHECK_FALSE(made->properties.text("kind", 1)); // not the same in all its rows
    CHECK(made->tracks.fixesOf(std::size_t{0}).size() == 3);
    CHECK(std::ranges::is_sorted(made->tracks.fixesOf(std::size_t{0}).times));
    CHECK(made->tracks.marks.back() == fix_marks::approximate);
    CHECK(made->diagnostics.count("fix-without-track") == 1);
    CHECK(made->diagnostics.count("fix-without-time") == 1);
    CHECK(made->diagnostics.count("fix-time-approximate") == 1);
    const std::size_t left = 2; // one row without a vehicle, one without a date
    CHECK(made->tracks.times.size() + left == points.rowCount());
    CHECK(made->titleField == "vehicle");
    CHECK_FALSE(tracksOfPoints(points, "nothing"));
    CHECK(tracksOfPoints(points, "date").has_value()); // odd, but every row has a value
}
