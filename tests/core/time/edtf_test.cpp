// SPDX-License-Identifier: Apache-2.0
#include "core/time/edtf.hpp"

#include "tests/core/time/times.hpp"

#include <catch2/catch_test_macros.hpp>

#include <fstream>
#include <string>
#include <vector>

using namespace masar::core;

namespace {

/// One line of tests/fixtures/edtf/edtf.tsv.
struct Row {
    std::string text, valid, beginMin, beginMax, endMin, endMax, errorAt;
};

std::vector<Row> rowsOfFixture()
{
    std::ifstream file(MASAR_SOURCE_DIR "/tests/fixtures/edtf/edtf.tsv");
    std::vector<Row> rows;
    std::string line;
    std::getline(file, line); // the heading
    while (std::getline(file, line)) {
        std::vector<std::string> cells{""};
        for (const char c : line) {
            if (c == '\t') {
                cells.emplace_back();
            } else {
                cells.back() += c;
            }
        }
        REQUIRE(cells.size() == 7);
        rows.push_back({cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]});
    }
    return rows;
}

std::string shown(const EdtfBound& bound)
{
    if (bound.kind == EdtfBound::Kind::unknown) {
        return "unknown";
    }
    return toIso(bound).value_or("open");
}

std::size_t errorAt(std::string_view text)
{
    const auto date = parseEdtf(text);
    REQUIRE_FALSE(date.has_value());
    CHECK_FALSE(date.error().text.empty());
    return date.error().at;
}

/// "?~X" as far as they are set.
std::string shown(const EdtfQualifiers& qualifiers)
{
    return std::string(qualifiers.uncertain ? "?" : "") + (qualifiers.approximate ? "~" : "") +
           (qualifiers.unspecified ? "X" : "");
}

} // namespace

TEST_CASE("Every text of the EDTF table is read or refused as the table says")
{
    const auto rows = rowsOfFixture();
    REQUIRE(rows.size() > 600);
    for (const Row& row : rows) {
        INFO("text: " << row.text);
        const auto date = parseEdtf(row.text);
        if (row.valid == "yes") {
            if (!date) {
                FAIL_CHECK(date.error().at << ": " << date.error().text);
                continue;
            }
            CHECK(shown(date->beginMin) == row.beginMin);
            CHECK(shown(date->beginMax) == row.beginMax);
            CHECK(shown(date->endMin) == row.endMin);
            CHECK(shown(date->endMax) == row.endMax);
            CHECK(date->text == row.text);
            CHECK(date->interval == row.text.contains('/'));
        } else {
            CHECK(row.valid == "no");
            if (date) {
                FAIL_CHECK("it was taken for a date");
                continue;
            }
            CHECK(std::to_string(date.error().at) == row.errorAt);
            CHECK_FALSE(date.error().text.empty());
        }
    }
}

TEST_CASE("Qualifiers are kept for the side on which they stand and never widen a bound")
{
    struct Case {
        std::string_view text, begin, end;
    };
    const std::vector<Case> cases{
        {"1984", "", ""},
        {"1984?", "?", "?"},
        {"1984~", "~", "~"},
        {"1984%", "?~", "?~"},
        {"2004-06~-11", "~", "~"},
        {"?2004-06-~11", "?~", "?~"},
        {"2004-%06-11", "?~", "?~"},
        {"201X", "X", "X"},
        {"156X-12-25", "X", "X"},
        {"2014-06-1X", "X", "X"},
        {"2004-XX?", "?X", "?X"},
        {"2001-21~", "~", "~"},
        {"1950S2", "", ""},
        {"1984?/2004~", "?", "~"},
        {"198X/2004", "X", ""},
        {"1984/2004-06-XX%", "", "?~X"},
        {"../1985?", "", "?"},
        {"1985~/..", "~", ""},
        {"1985~/", "~", ""},
        {"[1667?,1668~]", "?~", "?~"},
        {"{1667,166X}", "X", "X"},
        {"[1667..1670~]", "~", "~"},
    };
    for (const Case& expected : cases) {
        INFO("text: " << expected.text);
        const Edtf date = parsed(expected.text);
        CHECK(shown(date.begin) == expected.begin);
        CHECK(shown(date.end) == expected.end);
    }
    for (const std::string_view text : {"2004-06-11", "2004-06", "2004"}) {
        const Edtf plain = parsed(text);
        for (const char qualifier : {'?', '~', '%'}) {
            const Edtf qualified = parsed(std::string(text) + qualifier);
            CHECK(qualified.beginMin == plain.beginMin);
            CHECK(qualified.beginMax == plain.beginMax);
            CHECK(qualified.endMin == plain.endMin);
            CHECK(qualified.endMax == plain.endMax);
        }
    }
}

TEST_CASE("A time without an offset is left to the layer's zone and one with an offset is not")
{
    CHECK(parsed("2026-02-11T08:30:00").beginMin ==
          EdtfBound{EdtfBound::Kind::instant, 20'495, 30'600, std::nullopt});
    CHECK(parsed("2026-02-11T08:30:00Z").beginMin ==
          EdtfBound{EdtfBound::Kind::instant, 20'495, 30'600, 0});
    CHECK(parsed("2026-02-11T08:30:00-03:30").beginMin ==
          EdtfBound{EdtfBound::Kind::instant, 20'495, 30'600, -12'600});
}

TEST_CASE("Bytes that are no text are refused where they stand")
{
    using namespace std::string_view_literals;
    CHECK(errorAt("\0"sv) == 0);
    CHECK(errorAt("2026\0"sv) == 4);
    CHECK(errorAt("2026-02-11\0"sv) == 10);
    CHECK(errorAt("2026-02-11\n"sv) == 10);
    CHECK(errorAt("\t2026"sv) == 0);
    CHECK(errorAt("2026/\0"sv) == 5);
    CHECK(errorAt("[2026\0]"sv) == 5);
    CHECK(errorAt("\xff\xfe"sv) == 0);
    CHECK(errorAt("20\x80\x80"sv) == 2);
    CHECK(errorAt("\xef\xbb\xbf"
                  "2026"sv) == 0);
}

TEST_CASE("A text of 10,000 bytes is read and a longer one is refused unread")
{
    std::string set = "[1000-21?";
    while (set.size() < 9'999) {
        set += ",1001";
    }
    set += ']';
    REQUIRE(set.size() == 10'000);
    CHECK(parseEdtf(set).has_value());
    CHECK(errorAt(set + ' ') == 10'000);
    CHECK(errorAt(std::string(10'001, '1')) == 10'000);
    CHECK(errorAt(std::string(10'000, '1')) == 4);
    CHECK(errorAt("Y" + std::string(9'999, '9')) == 1);
    CHECK(errorAt(std::string(10'000, '[')) == 1);
}

TEST_CASE("Every text cut short or with a byte changed is read or refused without harm")
{
    const std::string_view bytes = "0129XYESTZ-+:./[]{},?~% \x7f\x80";
    for (const Row& row : rowsOfFixture()) {
        for (std::size_t i = 0; i < row.text.size(); ++i) {
            const auto cut = parseEdtf(std::string_view(row.text).substr(0, i));
            if (!cut) {
                REQUIRE(cut.error().at <= i);
            }
            for (const char byte : bytes) {
                std::string changed = row.text;
                changed[i] = byte;
                const auto date = parseEdtf(changed);
                if (!date && (date.error().at > changed.size() || date.error().text.empty())) {
                    FAIL_CHECK(changed);
                }
            }
        }
    }
}
