// SPDX-License-Identifier: Apache-2.0
#include "tests/core/data/story_files.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <deque>
#include <fstream>
#include <ranges>
#include <set>
#include <string>

using namespace masar::test;

namespace {

/// The code points of a UTF-8 text that is known to be valid (simdjson has checked it).
std::u32string decode(std::string_view utf8)
{
    std::u32string text;
    for (std::size_t i = 0; i < utf8.size();) {
        const auto lead = static_cast<unsigned char>(utf8[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t point = length == 1 ? lead : lead & (0x7FU >> length);
        for (std::size_t k = 1; k < length; ++k) {
            point = (point << 6) | (static_cast<unsigned char>(utf8[i + k]) & 0x3FU);
        }
        text += point;
        i += length;
    }
    return text;
}

bool isArabic(char32_t c)
{
    return c >= U'\u0600' && c <= U'\u06FF';
}

bool isLatin(char32_t c)
{
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

bool holdsArabic(const std::string& text)
{
    return std::ranges::any_of(decode(text), isArabic);
}

bool holdsLatin(const std::string& text)
{
    return std::ranges::any_of(decode(text), isLatin);
}

bool isArabicMember(const std::string& name)
{
    return name.ends_with("_ar") || name.ends_with(".ar");
}

bool endsSentence(const std::string& text)
{
    return text.ends_with(".");
}

/// One letter as the comparison sees it: marks and tatweel vanish, the forms of alef, ya and ta
/// marbuta fall together, so that a spelling changed by a hair is still found. 0 for what separates
/// words.
char32_t folded(char32_t c)
{
    if (c == U'أ' || c == U'إ' || c == U'آ') {
        return U'ا';
    }
    if (c == U'ى') {
        return U'ي';
    }
    if (c == U'ة') {
        return U'ه';
    }
    const bool word = (c >= U'\u0621' && c <= U'\u063A') || (c >= U'\u0641' && c <= U'\u064A') ||
                      (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z');
    return word ? c : 0;
}

std::vector<std::string> wordsOf(const std::string& text)
{
    std::vector<std::string> words;
    std::string word;
    for (const char32_t raw : decode(text + " ")) {
        if ((raw >= U'\u064B' && raw <= U'\u0652') || raw == U'\u0640') {
            continue;
        }
        const char32_t c = folded(raw >= U'A' && raw <= U'Z' ? raw + 32 : raw);
        if (c == 0) {
            if (!word.empty()) {
                words.push_back(word);
            }
            word.clear();
        } else if (c < 0x80) {
            word += static_cast<char>(c);
        } else {
            word += static_cast<char>(0xC0U | (c >> 6));
            word += static_cast<char>(0x80U | (c & 0x3FU));
        }
    }
    return words;
}

std::string joined(const std::ranges::range auto& words)
{
    std::string text;
    for (const std::string& word : words) {
        text += text.empty() ? word : " " + word;
    }
    return text;
}

/// FNV-1a, 64 bits.
std::uint64_t hashOf(std::string_view text)
{
    std::uint64_t hash = 0xCBF29CE484222325ULL;
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    }
    return hash;
}

std::set<std::uint64_t> articleRuns()
{
    std::ifstream file(MASAR_SOURCE_DIR "/tests/core/data/article_six_word_runs.txt");
    std::set<std::uint64_t> runs;
    for (std::uint64_t run = 0; file >> std::hex >> run;) {
        runs.insert(run);
    }
    return runs;
}

} // namespace

TEST_CASE("Arabic texts of the story are in Arabic letters, and the others are not")
{
    for (const auto& [name, text] : storyTexts()) {
        INFO(name << ": " << text);
        if (isArabicMember(name)) {
            CHECK(holdsArabic(text));
            CHECK_FALSE(holdsLatin(text));
        } else {
            CHECK_FALSE(holdsArabic(text));
        }
    }
}

TEST_CASE("Claims and notes of the story are whole sentences in both languages")
{
    for (const auto& [name, text] : storyTexts()) {
        if (name.starts_with("claim") || name.find("note") != std::string::npos ||
            name.starts_with("summary")) {
            INFO(name << ": " << text);
            CHECK(endsSentence(text));
        }
    }
    for (const StoryFeature& feature : storyFeatures()) {
        INFO(feature.id);
        CHECK(wordsOf(feature.at("claim")).size() >= 5);
        CHECK(wordsOf(feature.at("claim_ar")).size() >= 5);
    }
}

TEST_CASE("No run of six words of the article stands in the story")
{
    // The file holds a hash of every six consecutive words of the article, folded as wordsOf()
    // does; the words themselves are not in it.
    const std::set<std::uint64_t> runs = articleRuns();
    REQUIRE(runs.size() == 683);
    // The fold and the hash are those by which the file was made.
    REQUIRE(hashOf(joined(wordsOf("إِخلاء، القاعدة!"))) == 0xF8E55560B582A1CBULL);

    for (const auto& [name, text] : storyTexts()) {
        std::deque<std::string> window;
        for (const std::string& word : wordsOf(text)) {
            window.push_back(word);
            if (window.size() < 6) {
                continue;
            }
            const std::string run = joined(window);
            if (runs.contains(hashOf(run))) {
                FAIL_CHECK(name << ": " << run);
            }
            window.pop_front();
        }
    }
}
