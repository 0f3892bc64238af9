// SPDX-License-Identifier: Apache-2.0
#include "core/io/json_fault.hpp"

#include <catch2/catch_test_macros.hpp>
#include <simdjson.h>

#include <random>
#include <string>
#include <vector>

using namespace masar::core;

namespace {

/// simdjson's strict reader as the judge of what JSON is.
bool isJson(const std::string& text)
{
    simdjson::dom::parser parser;
    return parser.parse(text).error() == simdjson::SUCCESS;
}

std::size_t faultAt(std::string_view text)
{
    const auto fault = findJsonFault(text);
    return fault ? fault->at : std::string_view::npos;
}

} // namespace

TEST_CASE("Texts that are JSON have no fault")
{
    for (const char* text :
         {"{}", "[]", " [1, -0.5e+10, \"a\\u00e9\\n\", true, false, null, {\"a\": {\"b\": [[]]}}] ",
          "\"x\"", "0", "[\"\\\\\", \"\\\"\"]", "{\"\":\"\"}"}) {
        INFO(text);
        CHECK_FALSE(findJsonFault(text).has_value());
        CHECK(isJson(text));
    }
}

TEST_CASE("A fault is found where it is, and its reason is named")
{
    CHECK(findJsonFault("") == JsonFault{0, "empty"});
    CHECK(findJsonFault("[1,]") == JsonFault{3, "a comma before the closing bracket"});
    CHECK(findJsonFault("{\"a\": 01}") == JsonFault{6, "not a number as JSON writes it"});
    CHECK(findJsonFault("{\"a\": 'b'}") == JsonFault{6, "single quotes; JSON has double quotes"});
    CHECK(findJsonFault("[1 /* x */]")->at == 3);
    CHECK(findJsonFault("[NaN]") == JsonFault{1, "not a number as JSON writes it (NaN, Infinity)"});
    CHECK(findJsonFault("[\"a\nb\"]")->at == 3);
    CHECK(findJsonFault("[\"abc]") == JsonFault{1, "a text that begins here never ends"});
    CHECK(findJsonFault("[\"\\x\"]") == JsonFault{2, "an escape that JSON does not have"});
    CHECK(findJsonFault("{\"a\" 1}") == JsonFault{5, "expected a colon after the name"});
    CHECK(findJsonFault("{\"a\": \"b\xff\"}") == JsonFault{8, "not UTF-8 at byte 8"});
    CHECK(findJsonFault("{\"a\": [1, 2}")->at == 11);
    CHECK(findJsonFault("{} x") == JsonFault{3, "text after the end of the JSON document"});
    CHECK(findJsonFault("{\"a\":") == JsonFault{5, "the text ends too early"});
    CHECK(faultAt(std::string(600, '[')) == kJsonMaxDepth);
    for (const char* text : {"[+1]", "[.5]", "[1.]", "[1e]", "[tru]", "[nulll]", "{a: 1}", "{,}",
                             "[,]", "]", "[1 2]"}) {
        INFO(text);
        CHECK(findJsonFault(text).has_value());
        CHECK_FALSE(isJson(text));
    }
}

TEST_CASE("Mutated texts have a fault exactly where simdjson refuses them")
{
    const std::string seed =
        R"({"type": "Feature", "id": -12.5e3, "properties": {"a": [true, null, "b\n\u00e9"], "é": "x"}, "geometry": null})";
    const std::string bytes = "{}[]\",:\\0123456789.eE+-truefalsn \n\x01\x80\xc3";
    std::mt19937 random(1);
    for (int i = 0; i < 20000; ++i) {
        std::string text = seed;
        for (int k = 0; k <= i % 3; ++k) {
            const auto at = random() % text.size();
            switch (random() % 3) {
            case 0:
                text[at] = bytes[random() % bytes.size()];
                break;
            case 1:
                text.erase(at, 1 + random() % 3);
                break;
            default:
                text.insert(at, 1, bytes[random() % bytes.size()]);
                break;
            }
        }
        INFO(text);
        const bool accepted = !findJsonFault(text).has_value();
        if (accepted != isJson(text)) {
            FAIL_CHECK("they disagree");
        }
    }
}

TEST_CASE("Bytes become lines and columns, counted in characters")
{
    const std::string text = "ab\nقس x\n\ny";
    LineColumns places(text);
    CHECK(places.at(0) == "1:1");
    CHECK(places.at(2) == "1:3");
    CHECK(places.at(3) == "2:1");
    CHECK(places.at(8) == "2:4");
    CHECK(places.at(text.size() - 1) == "4:1");
    CHECK(places.at(3) == "2:1");
    CHECK(places.at(1000) == "4:2");
}
