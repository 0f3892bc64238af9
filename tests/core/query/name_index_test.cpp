// SPDX-License-Identifier: Apache-2.0
#include "core/query/name_index.hpp"

#include <catch2/benchmark/catch_benchmark.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <random>

using namespace masar::core;

namespace {

NameMatch spelled(MatchGrade grade)
{
    return {grade, false};
}

NameIndex indexOf(const std::vector<std::string>& texts)
{
    NameIndex index;
    for (std::uint32_t i = 0; i < texts.size(); ++i) {
        index.add(i, texts[i]);
    }
    index.finish();
    return index;
}

void addColumn(Layer& layer, const std::string& name, const std::vector<std::string>& values)
{
    Column column;
    column.name = name;
    std::vector<StringPool::Id> ids;
    for (const std::string& value : values) {
        ids.push_back(layer.properties.strings->add(value));
    }
    column.values = std::move(ids);
    layer.properties.columns.push_back(std::move(column));
}

} // namespace

TEST_CASE(
    "A name answers whole, by its beginning, by a word, by its words in any order, and within")
{
    CHECK(matchName(NameQuery("hasakah"), "Al-Hasakah") == spelled(MatchGrade::exact));
    CHECK(matchName(NameQuery("hasa"), "Al-Hasakah") == spelled(MatchGrade::prefix));
    CHECK(matchName(NameQuery("tamr"), "Tell Tamr") == spelled(MatchGrade::wordPrefix));
    CHECK(matchName(NameQuery("base qasrak"), "Qasrak base") == spelled(MatchGrade::words));
    CHECK(matchName(NameQuery("sakah"), "Al-Hasakah") == spelled(MatchGrade::inside));
    CHECK(matchName(NameQuery("xyz"), "Al-Hasakah").grade == MatchGrade::none);
    CHECK(matchName(NameQuery("الحس"), "الحسكة") == spelled(MatchGrade::prefix));
}

TEST_CASE("A name that only sounds alike is found, behind one that is spelled alike")
{
    const NameMatch match = matchName(NameQuery("hassakeh"), "Al-Hasakah");
    CHECK(match == NameMatch{MatchGrade::exact, true});
    CHECK(spelled(MatchGrade::exact) < match);
    CHECK(match < spelled(MatchGrade::prefix));
}

TEST_CASE("Each of several names in one text is a name of its own")
{
    CHECK(matchName(NameQuery("arabian gulf"), "Persian Gulf;Arabian Gulf") ==
          spelled(MatchGrade::exact));
    CHECK(matchName(NameQuery("gulf arabian"), "Persian Gulf;Arabian Gulf") ==
          spelled(MatchGrade::words));
    CHECK(matchName(NameQuery("persian arabian"), "Persian Gulf;Arabian Gulf").grade ==
          MatchGrade::none);
}

TEST_CASE("One letter finds beginnings only")
{
    CHECK(matchName(NameQuery("q"), "Qasrak").grade == MatchGrade::prefix);
    CHECK(matchName(NameQuery("k"), "Qasrak").grade == MatchGrade::none);
    CHECK(matchName(NameQuery("ق"), "العراق").grade == MatchGrade::none);
    CHECK(matchName(NameQuery(""), "Qasrak").grade == MatchGrade::none);
}

TEST_CASE("The index gives each item once with the best of its names")
{
    NameIndex index;
    index.add(7, "Kobani");
    index.add(7, "Ayn al-Arab");
    index.add(7, "Arab");
    index.add(3, "Arab spring");
    index.finish();
    const auto found = index.find(NameQuery("arab"));
    REQUIRE(found.size() == 2);
    CHECK(found[0].item == 3);
    CHECK(found[0].match == spelled(MatchGrade::prefix));
    CHECK(found[1].item == 7);
    CHECK(found[1].match == spelled(MatchGrade::exact));
}

TEST_CASE("The index answers as comparing every name would")
{
    const std::vector<std::string> parts{"Tell",   "Tamr", "Abyad", "Deir", "ez-Zor", "Raqqah",
                                         "Al-Hol", "تل",   "تمر",   "دير",  "الزور"};
    std::mt19937 random(3);
    std::vector<std::string> names;
    for (int i = 0; i < 2000; ++i) {
        std::string name;
        for (auto words = 1 + random() % 3; words > 0; --words) {
            name += parts[random() % parts.size()] + (random() % 5 == 0 ? ";" : " ");
        }
        names.push_back(name);
    }
    const NameIndex index = indexOf(names);
    for (const char* typed : {"tell", "tell t", "tamr tell", "zour", "deir ez-", "raqa", "hawl",
                              "ell", "الزو", "تل ت", "q", "zzz"}) {
        INFO(typed);
        const NameQuery query(typed);
        std::vector<NameMatch> expected(names.size());
        std::ranges::transform(names, expected.begin(),
                               [&](const std::string& name) { return matchName(query, name); });
        std::vector<NameMatch> answered(names.size());
        for (const FoundName& found : index.find(query)) {
            answered[found.item] = found.match;
        }
        CHECK(answered == expected);
    }
}

TEST_CASE("A stopped search finds nothing")
{
    std::stop_source stop;
    stop.request_stop();
    CHECK(indexOf({"Qasrak", "Qamishli"}).find(NameQuery("q"), stop.get_token()).empty());
}

TEST_CASE("Fields that name a feature are told from those that say something about it")
{
    for (const char* field :
         {"name", "NAME", "Name_AR", "name:ku", "place_name", "title", "Label", "alternates"}) {
        CHECK(isNameField(field));
    }
    for (const char* field : {"note", "filename", "status", "claim", "renamed", ""}) {
        CHECK_FALSE(isNameField(field));
    }
}

TEST_CASE("A layer's names and its other texts are found apart")
{
    Layer layer;
    addColumn(layer, "name", {"Qasrak base", "Tell Beydar", "Qasrak base"});
    addColumn(layer, "name_ar", {"قاعدة قسرك", "تل بيدر", "قاعدة قسرك"});
    addColumn(layer, "note", {"near Tell Tamr", "east of Qasrak", ""});
    const LayerNames names = indexNames(layer);
    CHECK(names.names.find(NameQuery("qasrak")).size() == 2);
    CHECK(names.names.find(NameQuery("بيدر")).size() == 1);
    CHECK(names.names.find(NameQuery("tamr")).empty());
    CHECK(names.texts.find(NameQuery("tamr")).size() == 1);
    REQUIRE(names.texts.find(NameQuery("qasrak")).size() == 1);
    CHECK(names.texts.find(NameQuery("qasrak"))[0].item == 1);
}

TEST_CASE("Of a long text the beginning is searched, cut between characters")
{
    std::string text;
    while (text.size() <= NameIndex::bytesSearched) {
        text += "سطر ";
    }
    const NameIndex index = indexOf({text + "Qasrak", "Qasrak " + text});
    REQUIRE(index.find(NameQuery("qasrak")).size() == 1);
    CHECK(index.find(NameQuery("qasrak"))[0].item == 1);
}

// Not run by default: masar_core_tests "[benchmark]".
TEST_CASE("A million names are indexed and searched", "[.][benchmark]")
{
    std::vector<std::string> names;
    for (int i = 0; i < 1'000'000; ++i) {
        names.push_back("Point " + std::to_string(i));
    }
    Layer layer;
    addColumn(layer, "name", names);
    layer.spans.resize(names.size());
    LayerNames index;
    BENCHMARK("indexing")
    {
        index = indexNames(layer);
        return index.names.find(NameQuery("1")).size();
    };
    for (const char* typed : {"p", "point", "point 99", "99999", "pnt", "zzz", "hasakah"}) {
        BENCHMARK(std::string("searching ") + typed)
        {
            return index.names.find(NameQuery(typed)).size();
        };
    }
}
