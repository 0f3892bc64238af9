// SPDX-License-Identifier: Apache-2.0
#include "core/io/reader.hpp"
#include "test_file.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <format>

using namespace masar::core;
using masar::test::TestFolder;

namespace {

ReadOptions optionsFor(const std::string& layer)
{
    ReadOptions options;
    options.layerNames = {layer};
    return options;
}

std::string manyPoints(int count)
{
    std::string text = R"({"type":"FeatureCollection","features":[)";
    for (int i = 0; i < count; ++i) {
        text += std::format(
            R"({}{{"type":"Feature","properties":{{"n":{}}},"geometry":{{"type":"Point","coordinates":[{},{}]}}}})",
            i == 0 ? "" : ",\n", i, i % 180, i % 80);
    }
    return text + "]}";
}

std::string manyTrackPoints(int count)
{
    std::string text =
        R"(<gpx version="1.1" creator="test" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>)";
    for (int i = 0; i < count; ++i) {
        text += std::format("<trkpt lat=\"{}\" lon=\"{}\"><ele>1</ele></trkpt>\n", i % 80, i % 180);
    }
    return text + "</trkseg></trk></gpx>";
}

std::string manyRows(int count)
{
    std::string text = "n,lon,lat\n";
    for (int i = 0; i < count; ++i) {
        text += std::format("{},{},{}\n", i, i % 180, i % 80);
    }
    return text;
}

Layer readOne(const TestFolder& folder, std::string_view geojson, const ReadOptions& options = {})
{
    auto read = readVector(folder.write("x.geojson", geojson), options);
    REQUIRE(read.has_value());
    return std::move(read->layers.at(0));
}

constexpr std::string_view kDates =
    R"({"type":"FeatureCollection","features":[)"
    R"({"type":"Feature","properties":{"start":"2026-02-11","end":"2026-02-12","seen":"2026-03-01","name":"a"},"geometry":null},)"
    R"({"type":"Feature","properties":{"start":"2026-02-13","end":null,"seen":"soon","name":"b"},"geometry":null}]})";

} // namespace

TEST_CASE("Progress rises from 0 to 1, and a stop ends the reading soon, in each reader")
{
    const TestFolder folder;
    const std::vector<std::string> paths{folder.write("x.geojson", manyPoints(60000)),
                                         folder.write("x.gpx", manyTrackPoints(60000)),
                                         folder.write("x.csv", manyRows(60000))};
    for (const auto& path : paths) {
        INFO(path);
        std::vector<double> seen;
        ReadOptions options;
        options.progress = [&](double done) { seen.push_back(done); };
        REQUIRE(readVector(path, options).has_value());
        REQUIRE(seen.size() > 3);
        CHECK(std::ranges::is_sorted(seen));
        CHECK(seen.front() < 0.5);
        CHECK(seen.back() == 1.0);

        std::stop_source stop;
        std::size_t calls = 0;
        options.stop = stop.get_token();
        options.progress = [&](double) {
            ++calls;
            stop.request_stop();
        };
        const auto read = readVector(path, options);
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().code == ErrorCode::cancelled);
        CHECK(calls <= 2);
    }
}

TEST_CASE("A stop that was asked for before is obeyed at once")
{
    const TestFolder folder;
    std::stop_source stop;
    stop.request_stop();
    ReadOptions options;
    options.stop = stop.get_token();
    for (const auto& path :
         {folder.write("x.geojson", manyPoints(5)), folder.write("x.gpx", manyTrackPoints(5)),
          folder.write("x.geojsonl", R"({"type":"Feature","properties":{},"geometry":null})")}) {
        const auto read = readVector(path, options);
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().code == ErrorCode::cancelled);
    }
}

TEST_CASE("Only the layer that is asked for is returned")
{
    const TestFolder folder;
    const auto path = folder.write(
        "x.gpx", R"(<gpx version="1.1" creator="t" xmlns="http://www.topografix.com/GPX/1/1">)"
                 R"(<wpt lat="1" lon="2"/><trk><trkseg><trkpt lat="1" lon="2"/>)"
                 R"(<trkpt lat="3" lon="4"/></trkseg></trk></gpx>)");
    CHECK(readVector(path)->layers.size() == 3);
    const auto tracks = readVector(path, optionsFor("tracks"));
    REQUIRE(tracks.has_value());
    REQUIRE(tracks->layers.size() == 1);
    CHECK(tracks->layers[0].name == "tracks");
    const auto none = readVector(path, optionsFor("nothing"));
    REQUIRE_FALSE(none.has_value());
    CHECK(none.error().code == ErrorCode::notFound);
}

TEST_CASE("The date fields can be chosen otherwise, and chosen again")
{
    const TestFolder folder;
    auto layer = readOne(folder, kDates);
    CHECK(layer.timeFields.convention == TimeConvention::range);
    CHECK(layer.counts.noDate == 0);

    const TimeFields seen{.convention = TimeConvention::single, .startField = "seen"};
    REQUIRE(applyTimeFields(layer, seen).has_value());
    CHECK(layer.timeFields.startField == "seen");
    CHECK(layer.counts.noDate == 1);
    CHECK(layer.diagnostics.count("unreadable-date") == 1);

    // Again: counted anew, not added up.
    REQUIRE(applyTimeFields(layer, seen).has_value());
    CHECK(layer.diagnostics.count("unreadable-date") == 1);

    const auto before = layer.spans;
    const auto missing =
        applyTimeFields(layer, {.convention = TimeConvention::single, .startField = "nothing"});
    REQUIRE_FALSE(missing.has_value());
    CHECK(missing.error().code == ErrorCode::notFound);
    CHECK_FALSE(applyTimeFields(layer, {.convention = TimeConvention::none, .zone = "Mars/Olympus"})
                    .has_value());
    CHECK(layer.spans == before);
    CHECK(layer.timeFields.startField == "seen");

    REQUIRE(applyTimeFields(layer, {}).has_value());
    CHECK(layer.counts.noDate == 2);
    CHECK(layer.diagnostics.count("unreadable-date") == 0);

    ReadOptions options;
    options.choices.timeFields = seen;
    CHECK(readOne(folder, kDates, options).timeFields.startField == "seen");
    options.choices.timeFields->startField = "nothing";
    CHECK(readVector(folder.write("x.geojson", kDates), options).error().code ==
          ErrorCode::notFound);
}

TEST_CASE("A date without a time is a whole day of the layer's zone")
{
    const TestFolder folder;
    ReadOptions options;
    options.zone = "Asia/Damascus";
    const auto layer = readOne(folder, kDates, options);
    CHECK(layer.timeFields.zone == "Asia/Damascus");
    // 2026-02-11T00:00+03:00
    CHECK(layer.spans[0].beginMin == 1770757200);
    CHECK(layer.spans[0].endMax == 1770757200 + 2 * 86400);
    options.zone = "Mars/Olympus";
    CHECK_FALSE(readVector(folder.write("x.geojson", kDates), options).has_value());
}

TEST_CASE("The candidates for the date fields come best first")
{
    const TestFolder folder;
    const auto layer = readOne(folder, kDates);
    const auto candidates = timeFieldCandidates(layer.properties, "UTC");
    REQUIRE(candidates.size() >= 3);
    CHECK(candidates[0].convention == TimeConvention::range);
    CHECK(candidates[0].startField == "start");
    CHECK(candidates[0].endField == "end");
    CHECK(std::ranges::any_of(candidates, [](const auto& choice) {
        return choice.convention == TimeConvention::startOnly && choice.startField == "start";
    }));
    CHECK(timeFieldCandidates(PropertyTable{}, "UTC").empty());
    const auto plain = readOne(
        folder,
        R"({"type":"Feature","properties":{"population":2000,"name":"2001"},"geometry":null})");
    CHECK(timeFieldCandidates(plain.properties, "UTC").empty());
}
