// SPDX-License-Identifier: Apache-2.0
#include "tests/core/data/story_files.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>
#include <string>

using namespace masar::test;
using simdjson::dom::element;

namespace {

using Words = std::set<std::string>;

const Words kKinds = {"base",  "airfield", "oil-gas", "crossing", "camp",
                      "point", "zone",     "convoy",  "road"};
const Words kStatuses = {"active",   "withdrawing", "vacated",  "handed over",
                         "expected", "convoy",      "reference"};
const Words kBases = {"stated", "inferred", "estimated"};
const Words kConfidences = {"high", "high-medium", "medium", "low-medium", "low"};
const Words kRequired = {"id",     "site",  "name",     "name_ar",    "kind",
                         "status", "claim", "claim_ar", "confidence", "basis"};
const Words kOptional = {"name_ku",
                         "start",
                         "end",
                         "date_note",
                         "date_note_ar",
                         "count_qualifier",
                         "direction_note",
                         "direction_note_ar",
                         "note",
                         "note_ar"};
const Words kInPairs = {"date_note", "direction_note", "note"};

Words sourceIds()
{
    const StoryTable table("sources.json");
    Words ids;
    for (const element source : table.root["sources"].get_array()) {
        CHECK(ids.insert(textOf(source["id"])).second);
    }
    return ids;
}

Words siteIds()
{
    Words ids;
    for (const StoryFeature& feature : storyFeatures()) {
        ids.insert(feature.at("site"));
    }
    return ids;
}

void checkSources(element record, const Words& known, Words& used)
{
    for (const element source : record["sources"].get_array()) {
        CHECK(known.contains(textOf(source)));
        used.insert(textOf(source));
    }
}

bool isEdtf(element text)
{
    return masar::core::parseEdtf(textOf(text)).has_value();
}

} // namespace

TEST_CASE("Every feature of the story has the properties that the format asks for, and no others")
{
    REQUIRE(storyFeatures().size() == 38);
    for (const StoryFeature& feature : storyFeatures()) {
        INFO(feature.file << " " << feature.id);
        for (const std::string& property : kRequired) {
            CHECK((feature.has(property) && !feature.at(property).empty()));
        }
        for (const auto& [property, text] : feature.text) {
            CHECK((kRequired.contains(property) || kOptional.contains(property)));
        }
        for (const std::string& property : kInPairs) {
            CHECK(feature.has(property) == feature.has(property + "_ar"));
        }
        for (const std::string& property : feature.nulls) {
            CHECK((property == "start" || property == "end"));
        }
        CHECK(feature.id == feature.text.at("id"));
        CHECK(kKinds.contains(feature.at("kind")));
        CHECK(kStatuses.contains(feature.at("status")));
        CHECK(kBases.contains(feature.at("basis")));
        CHECK(kConfidences.contains(feature.at("confidence")));
        CHECK(feature.precisionMetres > 0);
        CHECK_FALSE(feature.sources.empty());
    }
}

TEST_CASE("No two features of the story share an id")
{
    Words ids;
    for (const StoryFeature& feature : storyFeatures()) {
        INFO(feature.id);
        CHECK(ids.insert(feature.id).second);
    }
}

TEST_CASE("The states of a site agree in name, kind, precision and place")
{
    for (const std::string& site : siteIds()) {
        const auto states = statesOf(site);
        for (const StoryFeature& state : states) {
            INFO(state.id);
            CHECK(state.at("name") == states.front().at("name"));
            CHECK(state.at("name_ar") == states.front().at("name_ar"));
            CHECK(state.at("kind") == states.front().at("kind"));
            CHECK(state.precisionMetres == states.front().precisionMetres);
            CHECK(state.points == states.front().points);
            CHECK(state.file == states.front().file);
        }
    }
}

TEST_CASE("Convoys carry a number of vehicles and a direction, and nothing else does")
{
    for (const StoryFeature& feature : storyFeatures()) {
        INFO(feature.id);
        const bool convoy = feature.at("kind") == "convoy";
        CHECK((feature.at("status") == "convoy") == convoy);
        CHECK(feature.count.has_value() == convoy);
        CHECK(feature.has("count_qualifier") == convoy);
        CHECK(feature.has("direction_note") == convoy);
        if (convoy) {
            CHECK(feature.count == 100);
            CHECK(feature.at("count_qualifier") == "about");
            CHECK(feature.at("basis") == "inferred");
        }
    }
}

TEST_CASE("What is there for reference has no dates, and everything else has both")
{
    for (const StoryFeature& feature : storyFeatures()) {
        INFO(feature.id);
        const bool reference = feature.at("status") == "reference";
        CHECK(feature.has("start") != reference);
        CHECK(feature.has("end") != reference);
        CHECK(feature.nulls.size() == (reference ? 2U : 0U));
    }
}

TEST_CASE("Every source that the story cites is listed, and every listed one is cited")
{
    const Words known = sourceIds();
    Words used;
    for (const StoryFeature& feature : storyFeatures()) {
        INFO(feature.id);
        for (const std::string& source : feature.sources) {
            CHECK(known.contains(source));
            used.insert(source);
        }
    }
    const StoryTable events("events.json");
    for (const element event : events.root["events"].get_array()) {
        checkSources(event, known, used);
    }
    const StoryTable troops("troops.json");
    for (const element step : troops.root["steps"].get_array()) {
        checkSources(step, known, used);
    }
    for (const element count : troops.root["counts"].get_array()) {
        if (count["sources"].error() == simdjson::SUCCESS) {
            checkSources(count, known, used);
        }
    }
    CHECK(used == known);
}

TEST_CASE(
    "A source has a publisher, a date in EDTF and an address only where it is the source's own")
{
    const Words kinds = {"article", "wiki", "gazetteer", "map data", "announcement"};
    const StoryTable table("sources.json");
    for (const element source : table.root["sources"].get_array()) {
        INFO(textOf(source["id"]));
        CHECK(kinds.contains(textOf(source["kind"])));
        CHECK_FALSE(textOf(source["publisher"]).empty());
        CHECK_FALSE(textOf(source["title"]).empty());
        CHECK((source["date"].is_null() || isEdtf(source["date"])));
        CHECK((source["licence"].is_null() || !textOf(source["licence"]).empty()));
        if (!source["url"].is_null()) {
            const std::string url = textOf(source["url"]);
            const auto own = {"https://english.iswnews.com/", "https://en.wikipedia.org/wiki/",
                              "https://github.com/whosonfirst-data/",
                              "https://www.naturalearthdata.com/"};
            CHECK(std::ranges::any_of(own, [&](const char* p) { return url.starts_with(p); }));
        }
    }
    for (const element source : table.root["sources"].get_array()) {
        if (textOf(source["id"]) == "A1") {
            CHECK(source["url"].is_null());
            CHECK(textOf(source["date"]) == "2026-02-23");
        }
    }
}

TEST_CASE("The events of the story are E0 to E16, each dated in EDTF or not at all")
{
    const StoryTable table("events.json");
    const Words sites = siteIds();
    Words ids;
    for (const element event : table.root["events"].get_array()) {
        const std::string id = textOf(event["id"]);
        INFO(id);
        CHECK(ids.insert(id).second);
        CHECK((event["date"].is_null() || isEdtf(event["date"])));
        CHECK(event["date"].is_null() == (id == "E5" || id == "E16"));
        CHECK(kBases.contains(textOf(event["basis"])));
        const std::string kind = textOf(event["kind"]);
        CHECK((kind == "report" || kind == "publication" || kind == "forecast"));
        CHECK((kind == "forecast") == (id == "E14"));
        for (const element site : event["sites"].get_array()) {
            CHECK(sites.contains(textOf(site)));
        }
    }
    CHECK(ids.size() == 17);
    for (int number = 0; number <= 16; ++number) {
        CHECK(ids.contains("E" + std::to_string(number)));
    }
}

TEST_CASE(
    "The counts keep the article's own inconsistency: 28 is 13 and 15, and the 15 are listed as 14")
{
    const StoryTable table("troops.json");
    std::map<std::string, std::int64_t> value;
    std::map<std::string, std::int64_t> sumOfParts;
    std::map<std::string, std::int64_t> listed;
    for (const element count : table.root["counts"].get_array()) {
        const std::string id = textOf(count["id"]);
        value[id] = count["value"].get_int64();
        if (!count["of"].is_null()) {
            sumOfParts[textOf(count["of"])] += value[id];
        }
        if (count["listed"].error() == simdjson::SUCCESS) {
            listed[id] = count["listed"].get_int64();
        }
    }
    CHECK(value.at("given-up") == 28);
    CHECK(value.at("given-up-sdf") == 13);
    CHECK(value.at("given-up-government") == 15);
    CHECK(sumOfParts.at("given-up") == 28);
    CHECK(sumOfParts.at("given-up-government") == 14);
    CHECK(listed == std::map<std::string, std::int64_t>{{"given-up-government", 14}});
}

TEST_CASE("The numbers of troops are about 2,000 in late 2025 and fewer than 1,000 at publication")
{
    const StoryTable table("troops.json");
    const simdjson::dom::array steps = table.root["steps"].get_array();
    REQUIRE(steps.size() == 2);
    CHECK(steps.at(0)["value"].get_int64().value() == 2000);
    CHECK(textOf(steps.at(0)["qualifier"]) == "about");
    CHECK(textOf(steps.at(0)["date"]) == "2025-10~/2025-12~");
    CHECK(steps.at(1)["value"].get_int64().value() == 1000);
    CHECK(textOf(steps.at(1)["qualifier"]) == "fewer than");
    CHECK(textOf(steps.at(1)["date"]) == "2026-02-23~");
    CHECK((isEdtf(steps.at(0)["date"]) && isEdtf(steps.at(1)["date"])));
}

TEST_CASE("The story names its layers from the bottom up and opens on a view that holds every site")
{
    const StoryTable story("story.json");
    std::vector<std::string> files;
    for (const element layer : story.root["layers"].get_array()) {
        files.push_back(textOf(layer["file"]));
    }
    CHECK(files == std::vector<std::string>(std::begin(kStoryLayers), std::end(kStoryLayers)));
    CHECK(textOf(story.root["sources"]) == "sources.json");
    CHECK(textOf(story.root["numbers"]) == "troops.json");
    CHECK(textOf(story.root["events"]) == "events.json");

    const masar::core::Window from = dayOf(textOf(story.root["from"]));
    const masar::core::Window at = dayOf(textOf(story.root["at"]));
    const masar::core::Window to = dayOf(textOf(story.root["to"]));
    CHECK((from.begin < at.begin && at.end < to.end));

    const simdjson::dom::array extent = story.root["extent"].get_array();
    REQUIRE(extent.size() == 4);
    for (const StoryFeature& feature : storyFeatures()) {
        if (feature.at("kind") == "road") {
            continue; // context that leads out of the view
        }
        INFO(feature.id);
        for (const masar::core::LonLat& p : feature.points) {
            CHECK((p.lonDeg > extent.at(0).get_double() && p.lonDeg < extent.at(2).get_double()));
            CHECK((p.latDeg > extent.at(1).get_double() && p.latDeg < extent.at(3).get_double()));
        }
    }
}
