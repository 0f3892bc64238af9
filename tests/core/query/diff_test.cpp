// SPDX-License-Identifier: Apache-2.0
#include "core/query/diff.hpp"

#include "core/io/reader.hpp"
#include "core/query/row_comparison.hpp"
#include "core/time/edtf.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <set>
#include <tuple>

using namespace masar::core;
using namespace masar::core::change_kinds;

namespace {

/// A feature as a person would write it down; an empty id is none.
struct Feature {
    std::string id;
    std::vector<MercatorPoint> place;
    std::string start;
    std::string name;
    std::int64_t size = 0;

    bool operator==(const Feature&) const = default;
};

/// `stranger` texts are put into the pool first, so that equal texts have other numbers in each
/// layer.
Layer layerOf(const std::vector<Feature>& features, int strangers = 0,
              PartKind kind = PartKind::point)
{
    Layer layer;
    layer.timeFields.convention = TimeConvention::single;
    layer.timeFields.startField = "start";
    StringPool& pool = *layer.properties.strings;
    for (int i = 0; i < strangers; ++i) {
        static_cast<void>(pool.add("stranger " + std::to_string(i)));
    }
    std::vector<StringPool::Id> ids;
    std::vector<StringPool::Id> starts;
    std::vector<StringPool::Id> names;
    std::vector<std::int64_t> sizes;
    const Zone utc;
    for (const Feature& feature : features) {
        if (!feature.place.empty()) {
            layer.geometry.addPart(kind, feature.place);
        }
        layer.geometry.endFeature();
        const auto date = parseEdtf(feature.start);
        layer.spans.push_back(date ? toSpan(*date, utc) : Span{});
        ids.push_back(feature.id.empty() ? StringPool::none : pool.add(feature.id));
        starts.push_back(feature.start.empty() ? StringPool::none : pool.add(feature.start));
        names.push_back(pool.add(feature.name));
        sizes.push_back(feature.size);
    }
    layer.properties.columns = {{"id", FieldType::text, ids},
                                {"start", FieldType::date, starts},
                                {"name", FieldType::text, names},
                                {"size", FieldType::integer, sizes}};
    return layer;
}

LayerDiff differenceOf(const Layer& before, const Layer& after, const std::string& key = "id")
{
    const auto diff = diffOf(before, after, {.keyField = key});
    REQUIRE(diff);
    return *diff;
}

MercatorPoint at(double lonDeg, double latDeg)
{
    return toMercator({lonDeg, latDeg});
}

const Feature kBase{"a", {at(40, 36)}, "2026-02-11", "Base", 5};
const Feature kDepot{"b", {at(41, 37)}, "2025", "Depot", 6};

void requireSums(const LayerDiff& diff, const Layer& before, const Layer& after)
{
    const ChangeCounts& counts = diff.counts;
    REQUIRE(counts.same + counts.changed + counts.removed + counts.ambiguousOld ==
            before.rowCount());
    REQUIRE(counts.same + counts.changed + counts.added + counts.ambiguousNew == after.rowCount());
    REQUIRE(diff.changes.size() == counts.changed + counts.removed + counts.ambiguousOld +
                                       counts.added + counts.ambiguousNew);
}

} // namespace

TEST_CASE("Two layers that say the same differ in nothing, whatever the order of their rows")
{
    const Layer before = layerOf({kBase, kDepot});
    const Layer after = layerOf({kDepot, kBase}, 7);
    for (const std::string& key : {std::string("id"), std::string()}) {
        const LayerDiff diff = differenceOf(before, after, key);
        CHECK(diff.keyField == "id");
        CHECK(diff.changes.empty());
        CHECK(diff.counts == ChangeCounts{.same = 2});
    }
}

TEST_CASE("What came and what went is found by its key")
{
    const Layer before = layerOf({kBase, kDepot});
    Feature newcomer = kBase;
    newcomer.id = "c";
    const Layer after = layerOf({newcomer, kDepot}, 3);
    const LayerDiff diff = differenceOf(before, after);
    CHECK(diff.changes == std::vector<Change>{{kNoRow, 0, added}, {0, kNoRow, removed}});
    CHECK(diff.counts == ChangeCounts{.same = 1, .added = 1, .removed = 1});
}

TEST_CASE("A feature is moved by so many metres on the ellipsoid")
{
    Feature there = kBase;
    there.place = {at(0, 0)};
    Feature here = kBase;
    here.place = {at(1, 0)};
    const Layer before = layerOf({there});
    const Layer after = layerOf({here});
    const LayerDiff diff = differenceOf(before, after);
    REQUIRE(diff.changes == std::vector<Change>{{0, 0, moved}});
    const Move move = moveOf(before, after, diff.changes[0]);
    // a degree of the equator: its radius of 6,378,137 m times pi / 180
    CHECK(move.metres.value() == Catch::Approx(111319.4908).margin(0.03));
    CHECK_FALSE(move.reshaped);
    CHECK(move.from->lonDeg == Catch::Approx(0).margin(1e-6));
    CHECK(move.to->lonDeg == Catch::Approx(1).margin(1e-6));
}

TEST_CASE("A feature that lost its place has moved, by nobody knows how much")
{
    Feature nowhere = kBase;
    nowhere.place = {};
    const Layer before = layerOf({kBase});
    const Layer after = layerOf({nowhere});
    const LayerDiff diff = differenceOf(before, after);
    REQUIRE(diff.changes == std::vector<Change>{{0, 0, moved}});
    const Move move = moveOf(before, after, diff.changes[0]);
    CHECK_FALSE(move.metres);
    CHECK(move.from);
    CHECK_FALSE(move.to);
}

TEST_CASE("A ring that starts elsewhere or turns the other way has not moved")
{
    Feature square = kBase;
    square.place = {at(0, 0), at(0, 1), at(1, 1), at(1, 0)};
    Feature turned = square;
    std::ranges::rotate(turned.place, turned.place.begin() + 1);
    Feature reversed = turned;
    std::ranges::reverse(reversed.place);
    Feature crossed = square;
    std::swap(crossed.place[0], crossed.place[1]);
    Feature pulled = square;
    pulled.place[2] = at(1.5, 1);
    Feature cut = square;
    cut.place.pop_back();
    const Layer before = layerOf({square}, 0, PartKind::outerRing);
    for (const Feature& same : {turned, reversed}) {
        const Layer after = layerOf({same}, 0, PartKind::outerRing);
        CHECK(differenceOf(before, after).changes.empty());
    }
    for (const Feature& other : {crossed, pulled, cut}) {
        const Layer after = layerOf({other}, 0, PartKind::outerRing);
        CHECK(differenceOf(before, after).changes == std::vector<Change>{{0, 0, moved}});
    }
    // of a line, its direction is part of what it says
    CHECK(differenceOf(layerOf({square}, 0, PartKind::line), layerOf({reversed}, 0, PartKind::line))
              .counts.moved == 1);
    const Layer reshaped = layerOf({cut}, 0, PartKind::outerRing);
    CHECK(moveOf(before, reshaped, {0, 0, moved}).reshaped);
    // half a degree along the parallel of 1 degree
    const Layer stretched = layerOf({pulled}, 0, PartKind::outerRing);
    CHECK(moveOf(before, stretched, {0, 0, moved}).metres.value() ==
          Catch::Approx(55651).margin(2));
}

TEST_CASE("A changed date is told as it was written and as it is now")
{
    Feature later = kBase;
    later.start = "2026-02";
    const Layer before = layerOf({kBase});
    const Layer after = layerOf({later});
    CHECK(differenceOf(before, after).changes == std::vector<Change>{{0, 0, redated}});
    const RowComparison rows(before, after);
    CHECK(rows.dates(0, 0) ==
          std::vector<ValueChange>{{"start", std::string("2026-02-11"), std::string("2026-02")}});
    CHECK(rows.words(0, 0).empty());
}

TEST_CASE("A date in a field of another name is the same date")
{
    const Layer before = layerOf({kBase});
    Layer after = layerOf({kBase});
    after.properties.columns[1].name = "begin";
    after.timeFields.startField = "begin";
    CHECK(differenceOf(before, after).changes.empty());
}

TEST_CASE("A date that is read only now is a new date with its old text")
{
    Layer before = layerOf({kBase});
    before.timeFields = {};
    before.spans[0] = {};
    const Layer after = layerOf({kBase});
    CHECK(differenceOf(before, after).changes == std::vector<Change>{{0, 0, redated}});
    CHECK(RowComparison(before, after).dates(0, 0).empty());
}

TEST_CASE("The times of a track's fixes are dates too")
{
    const auto track = [](Instant middle) {
        Layer layer = layerOf({kBase});
        layer.tracks.tracks = {{.row = 0, .firstFix = 0, .fixCount = 3}};
        layer.tracks.places.assign(3, at(40, 36));
        layer.tracks.times = {0, middle, 100};
        layer.tracks.marks = {0, 0, 0};
        return layer;
    };
    CHECK(differenceOf(track(50), track(50)).changes.empty());
    CHECK(differenceOf(track(50), track(60)).changes == std::vector<Change>{{0, 0, redated}});
}

TEST_CASE("What was re-worded is told field by field")
{
    Feature other = kBase;
    other.name = "Old base";
    other.size = kNullInteger;
    const Layer before = layerOf({kBase});
    const Layer after = layerOf({other}, 5);
    CHECK(differenceOf(before, after).changes == std::vector<Change>{{0, 0, reworded}});
    CHECK(RowComparison(before, after).words(0, 0) ==
          std::vector<ValueChange>{{"name", std::string("Base"), std::string("Old base")},
                                   {"size", std::string("5"), std::nullopt}});
}

TEST_CASE("A field that came or went changes the features that have a value in it")
{
    const Layer before = layerOf({kBase, kDepot});
    Layer after = layerOf({kBase, kDepot});
    after.properties.columns.erase(after.properties.columns.begin() + 2);
    const StringPool::Id note = after.properties.strings->add("seen");
    after.properties.columns.push_back(
        {"note", FieldType::text, std::vector<StringPool::Id>{StringPool::none, note}});
    CHECK(differenceOf(before, after).counts.reworded == 2);
    const RowComparison rows(before, after);
    CHECK(rows.words(0, 0) ==
          std::vector<ValueChange>{{"name", std::string("Base"), std::nullopt}});
    CHECK(rows.words(1, 1) ==
          std::vector<ValueChange>{{"note", std::nullopt, std::string("seen")},
                                   {"name", std::string("Depot"), std::nullopt}});
}

TEST_CASE("A number and the text of it are one value, as a key too")
{
    const Layer before = layerOf({kBase, kDepot});
    Layer after = layerOf({kBase, kDepot});
    StringPool& pool = *after.properties.strings;
    after.properties.columns[3] = {"size", FieldType::text,
                                   std::vector<StringPool::Id>{pool.add("5"), pool.add("7")}};
    CHECK(differenceOf(before, after).changes == std::vector<Change>{{1, 1, reworded}});
    CHECK(differenceOf(before, after, "size").changes ==
          std::vector<Change>{{kNoRow, 1, added}, {1, kNoRow, removed}});
}

TEST_CASE("A feature may be moved, re-dated and re-worded at once")
{
    Feature other{"a", {at(40, 37)}, "2027", "Camp", 5};
    const LayerDiff diff = differenceOf(layerOf({kBase}), layerOf({other}, 2));
    CHECK(diff.changes ==
          std::vector<Change>{{0, 0, static_cast<std::uint8_t>(moved | redated | reworded)}});
    CHECK(diff.counts == ChangeCounts{.changed = 1, .moved = 1, .redated = 1, .reworded = 1});
}

TEST_CASE("Features that share a key are matched where they are identical, else they are ambiguous")
{
    Feature second = kBase;
    second.name = "Second";
    Feature third = kBase;
    third.name = "Third";
    Feature fourth = kBase;
    fourth.name = "Fourth";
    SECTION("all are there")
    {
        CHECK(differenceOf(layerOf({kBase, second, kBase}), layerOf({second, kBase, kBase}, 4))
                  .changes.empty());
    }
    SECTION("one more is added, one less is removed")
    {
        CHECK(differenceOf(layerOf({kBase, kBase}), layerOf({kBase, second, kBase})).changes ==
              std::vector<Change>{{kNoRow, 1, added}});
        CHECK(differenceOf(layerOf({kBase, second, kBase}), layerOf({kBase, kBase})).changes ==
              std::vector<Change>{{1, kNoRow, removed}});
    }
    SECTION("which of them it was cannot be told")
    {
        const LayerDiff diff =
            differenceOf(layerOf({kBase, second}), layerOf({fourth, kBase, third}));
        CHECK(diff.changes == std::vector<Change>{{kNoRow, 0, ambiguous},
                                                  {kNoRow, 2, ambiguous},
                                                  {1, kNoRow, ambiguous}});
        CHECK(diff.counts == ChangeCounts{.same = 1, .ambiguousOld = 1, .ambiguousNew = 2});
    }
}

TEST_CASE("Features without a key are matched only where they are identical")
{
    Feature nameless = kBase;
    nameless.id = {};
    Feature other = kDepot;
    other.id = {};
    const LayerDiff same = differenceOf(layerOf({nameless, kDepot}), layerOf({kDepot, nameless}));
    CHECK(same.counts == ChangeCounts{.same = 2, .withoutKeyOld = 1, .withoutKeyNew = 1});
    const LayerDiff unclear = differenceOf(layerOf({nameless}), layerOf({other}));
    CHECK(unclear.counts.ambiguousOld == 1);
    CHECK(unclear.counts.ambiguousNew == 1);
    CHECK(differenceOf(layerOf({}), layerOf({other})).counts.added == 1);
}

TEST_CASE("An empty text is no key")
{
    Layer before = layerOf({kBase, kDepot});
    Layer after = layerOf({kDepot, kBase});
    for (Layer* layer : {&before, &after}) {
        std::get<std::vector<StringPool::Id>>(layer->properties.columns[0].values)
            .assign(2, layer->properties.strings->add(""));
    }
    const LayerDiff diff = differenceOf(before, after);
    CHECK(diff.counts == ChangeCounts{.same = 2, .withoutKeyOld = 2, .withoutKeyNew = 2});
}

TEST_CASE("Without a key features are the same by place and dates, and what moved is not guessed")
{
    Feature renamed = kBase;
    renamed.name = "Camp";
    Feature shifted = kDepot;
    shifted.place = {at(41.001, 37)};
    Layer before = layerOf({kBase, kDepot});
    Layer after = layerOf({shifted, renamed}, 3);
    before.properties.columns[0].name = "number"; // the same in both, but nobody said it is a key
    after.properties.columns[0].name = "number";
    const LayerDiff diff = differenceOf(before, after, {});
    CHECK(diff.keyField.empty());
    CHECK(diff.changes ==
          std::vector<Change>{{kNoRow, 0, added}, {0, 1, reworded}, {1, kNoRow, removed}});
}

TEST_CASE("A field of ids that most features share is no key unless asked for")
{
    Feature twin = kDepot;
    twin.id = kBase.id;
    const Layer layer = layerOf({kBase, twin});
    CHECK(differenceOf(layer, layer, {}).keyField.empty());
    CHECK(differenceOf(layer, layer, "id").keyField == "id");
}

TEST_CASE("A key field that is not there, and a stop, end the comparison with their reason")
{
    const Layer layer = layerOf({kBase});
    const auto missing = diffOf(layer, layer, {.keyField = "uuid"});
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == ErrorCode::notFound);
    CHECK(missing.error().detail.contains("uuid"));

    std::vector<Feature> many;
    for (int i = 0; i < 40000; ++i) {
        many.push_back({std::to_string(i), {}, "", "", 0});
    }
    const Layer large = layerOf(many);
    std::stop_source source;
    double done = 0;
    const auto stopped =
        diffOf(large, large, {.stop = source.get_token(), .progress = [&](double part) {
                                  done = part;
                                  source.request_stop();
                              }});
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == ErrorCode::cancelled);
    CHECK(done > 0);
    CHECK(done < 1);
}

namespace {

/// What the difference must be, worked out feature by feature from the lists themselves.
std::vector<Change> bruteForce(const std::vector<Feature>& olds, const std::vector<Feature>& news)
{
    std::vector<Change> changes;
    std::set<std::string> ids;
    for (const auto* list : {&olds, &news}) {
        for (const Feature& feature : *list) {
            ids.insert(feature.id);
        }
    }
    for (const std::string& id : ids) {
        std::vector<std::uint32_t> then;
        std::vector<std::uint32_t> now;
        for (std::uint32_t i = 0; i < olds.size(); ++i) {
            if (olds[i].id == id) {
                then.push_back(i);
            }
        }
        for (std::uint32_t i = 0; i < news.size(); ++i) {
            if (news[i].id == id) {
                now.push_back(i);
            }
        }
        if (!id.empty() && then.size() == 1 && now.size() == 1) {
            const Feature& a = olds[then[0]];
            const Feature& b = news[now[0]];
            const int kinds = (a.place == b.place ? 0 : moved) |
                              (a.start == b.start ? 0 : redated) |
                              (a.name == b.name && a.size == b.size ? 0 : reworded);
            if (kinds != 0) {
                changes.push_back({then[0], now[0], static_cast<std::uint8_t>(kinds)});
            }
            continue;
        }
        std::erase_if(then, [&](std::uint32_t old) {
            const auto twin = std::ranges::find_if(
                now, [&](std::uint32_t other) { return olds[old] == news[other]; });
            const bool found = twin != now.end();
            if (found) {
                now.erase(twin);
            }
            return found;
        });
        const bool unclear = !then.empty() && !now.empty();
        for (const std::uint32_t old : then) {
            changes.push_back({old, kNoRow, unclear ? ambiguous : removed});
        }
        for (const std::uint32_t other : now) {
            changes.push_back({kNoRow, other, unclear ? ambiguous : added});
        }
    }
    std::ranges::sort(
        changes, {}, [](const Change& change) { return std::tuple(change.newRow, change.oldRow); });
    return changes;
}

} // namespace

TEST_CASE("Random edits are found exactly as an independent comparison finds them")
{
    const unsigned seed = GENERATE(range(1U, 61U));
    std::mt19937 random(seed);
    const auto below = [&](std::uint32_t limit) {
        return static_cast<std::uint32_t>(random() % limit);
    };
    // Few keys make many duplicates, many keys few.
    const std::uint32_t keys = seed % 3 == 0 ? 20 : 500;
    const auto anyFeature = [&] {
        Feature feature;
        feature.id = below(12) == 0 ? "" : "k" + std::to_string(below(keys));
        if (below(10) != 0) {
            feature.place = {at(below(3), below(3))};
        }
        feature.start = below(8) == 0 ? "" : std::to_string(2020 + below(3));
        feature.name = below(2) == 0 ? "north" : "south";
        feature.size = below(5) == 0 ? kNullInteger : below(2);
        return feature;
    };
    std::vector<Feature> olds;
    for (int i = 0; i < 120; ++i) {
        olds.push_back(anyFeature());
    }
    std::vector<Feature> news;
    for (const Feature& old : olds) {
        Feature edited = old;
        const Feature donor = anyFeature();
        switch (below(12)) {
        case 0:
            continue; // removed
        case 1:
            edited.place = donor.place;
            break;
        case 2:
            edited.start = donor.start;
            break;
        case 3:
            edited.name = donor.name;
            edited.size = donor.size;
            break;
        case 4:
            edited = donor;
            edited.id = old.id;
            break;
        case 5:
            news.push_back(donor); // added
            break;
        default:
            break;
        }
        news.push_back(edited);
    }
    std::ranges::shuffle(news, random);
    const Layer before = layerOf(olds);
    const Layer after = layerOf(news, static_cast<int>(seed));
    const LayerDiff diff = differenceOf(before, after);
    CHECK(diff.changes == bruteForce(olds, news));
    requireSums(diff, before, after);
    requireSums(differenceOf(before, after, "name"), before, after);
}

// Not run by default: masar_core_tests "[benchmark]".
TEST_CASE("The difference of 1,000,000 and 1,000,000 features", "[.][benchmark]")
{
    namespace fs = std::filesystem;
    const fs::path folder = fs::temp_directory_path() / "masar-diff-benchmark";
    fs::create_directories(folder);
    const auto write = [&](const char* name, bool edited) {
        std::ofstream file(folder / name);
        file << R"({"type":"FeatureCollection","features":[)";
        for (int i = 0; i < 1'000'000; ++i) {
            if (edited && i % 100 == 7) {
                continue; // removed
            }
            const bool moves = edited && i % 100 == 1;
            const bool redates = edited && i % 100 == 2;
            const bool rewords = edited && i % 100 == 3;
            const int id = edited && i % 100 == 4 ? i + 10'000'000 : i;
            file << (i == 0 ? "" : ",") << R"({"type":"Feature","id":"f)" << id
                 << R"(","properties":{"name":"Place )" << (rewords ? -i : i) << R"(","status":"s)"
                 << i % 9 << R"(","count":)" << i % 1000 << R"(,"start":")"
                 << (redates ? 2021 : 2020) << R"(-02-)" << 10 + i % 18
                 << R"("},"geometry":{"type":"Point","coordinates":[)"
                 << (moves ? 1 : 0) + (i % 3600) / 20.0 - 90 << ',' << (i / 3600) / 4.0 - 30
                 << "]}}\n";
        }
        file << "]}";
    };
    write("old.geojson", false);
    write("new.geojson", true);
    const auto seconds = [](auto since) {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - since).count();
    };
    const auto begin = std::chrono::steady_clock::now();
    const auto before = readVector((folder / "old.geojson").string());
    const auto after = readVector((folder / "new.geojson").string());
    const double reading = seconds(begin);
    fs::remove_all(folder);
    REQUIRE(before);
    REQUIRE(after);
    for (const std::string& key : {std::string("id"), std::string("status")}) {
        const auto start = std::chrono::steady_clock::now();
        const LayerDiff diff = differenceOf(before->layers[0], after->layers[0], key);
        std::cout << "by " << key << ": read in " << reading << " s, compared in " << seconds(start)
                  << " s\n";
        requireSums(diff, before->layers[0], after->layers[0]);
        if (key == "id") {
            CHECK(diff.counts == ChangeCounts{.same = 950'000,
                                              .changed = 30'000,
                                              .added = 10'000,
                                              .removed = 20'000,
                                              .moved = 10'000,
                                              .redated = 10'000,
                                              .reworded = 10'000});
        }
    }
    Layer then = before->layers[0];
    Layer now = after->layers[0];
    for (Layer* layer : {&then, &now}) {
        layer->properties.columns[*layer->properties.find("id")].name = "number";
    }
    const auto start = std::chrono::steady_clock::now();
    const LayerDiff diff = differenceOf(then, now, {});
    std::cout << "by place and dates: compared in " << seconds(start) << " s\n";
    CHECK(diff.keyField.empty());
    requireSums(diff, then, now);
}
