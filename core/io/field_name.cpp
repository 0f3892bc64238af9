// SPDX-License-Identifier: Apache-2.0
#include "core/io/field_name.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace masar::core {

namespace {

enum class WordKind { start, end, unit, record, neutral };

struct Word {
    std::string_view text;
    WordKind kind;
};

/// Words of field names in use, English first, then those that are common in published data.
constexpr std::array kWords{
    Word{"start", WordKind::start},
    Word{"started", WordKind::start},
    Word{"starts", WordKind::start},
    Word{"begin", WordKind::start},
    Word{"began", WordKind::start},
    Word{"beginning", WordKind::start},
    Word{"from", WordKind::start},
    Word{"since", WordKind::start},
    Word{"first", WordKind::start},
    Word{"opened", WordKind::start},
    Word{"founded", WordKind::start},
    Word{"established", WordKind::start},
    Word{"departure", WordKind::start},
    Word{"departed", WordKind::start},
    Word{"earliest", WordKind::start},
    Word{"debut", WordKind::start},
    Word{"inicio", WordKind::start},
    Word{"بداية", WordKind::start},
    Word{"البداية", WordKind::start},
    Word{"end", WordKind::end},
    Word{"ended", WordKind::end},
    Word{"ends", WordKind::end},
    Word{"ending", WordKind::end},
    Word{"to", WordKind::end},
    Word{"until", WordKind::end},
    Word{"till", WordKind::end},
    Word{"last", WordKind::end},
    Word{"closed", WordKind::end},
    Word{"dissolved", WordKind::end},
    Word{"abolished", WordKind::end},
    Word{"arrival", WordKind::end},
    Word{"arrived", WordKind::end},
    Word{"latest", WordKind::end},
    Word{"finish", WordKind::end},
    Word{"fin", WordKind::end},
    Word{"نهاية", WordKind::end},
    Word{"النهاية", WordKind::end},
    Word{"date", WordKind::unit},
    Word{"datetime", WordKind::unit},
    Word{"time", WordKind::unit},
    Word{"timestamp", WordKind::unit},
    Word{"year", WordKind::unit},
    Word{"day", WordKind::unit},
    Word{"month", WordKind::unit},
    Word{"when", WordKind::unit},
    Word{"epoch", WordKind::unit},
    Word{"edtf", WordKind::unit},
    Word{"dt", WordKind::unit},
    Word{"yr", WordKind::unit},
    Word{"datum", WordKind::unit},
    Word{"jahr", WordKind::unit},
    Word{"annee", WordKind::unit},
    Word{"fecha", WordKind::unit},
    Word{"tarih", WordKind::unit},
    Word{"تاريخ", WordKind::unit},
    Word{"التاريخ", WordKind::unit},
    Word{"سنة", WordKind::unit},
    Word{"السنة", WordKind::unit},
    Word{"updated", WordKind::record},
    Word{"update", WordKind::record},
    Word{"created", WordKind::record},
    Word{"creation", WordKind::record},
    Word{"modified", WordKind::record},
    Word{"edited", WordKind::record},
    Word{"edit", WordKind::record},
    Word{"entered", WordKind::record},
    Word{"added", WordKind::record},
    Word{"accessed", WordKind::record},
    Word{"retrieved", WordKind::record},
    Word{"imported", WordKind::record},
    Word{"exported", WordKind::record},
    Word{"uploaded", WordKind::record},
    Word{"downloaded", WordKind::record},
    Word{"published", WordKind::record},
    Word{"source", WordKind::record},
    Word{"sources", WordKind::record},
    Word{"record", WordKind::record},
    Word{"checked", WordKind::record},
    Word{"changed", WordKind::record},
    Word{"event", WordKind::neutral},
    Word{"at", WordKind::neutral},
    Word{"on", WordKind::neutral},
    Word{"of", WordKind::neutral},
    Word{"utc", WordKind::neutral},
    Word{"gmt", WordKind::neutral},
    Word{"local", WordKind::neutral},
    Word{"iso", WordKind::neutral},
    Word{"obs", WordKind::neutral},
    Word{"observation", WordKind::neutral},
    Word{"ms", WordKind::neutral},
};

/// Subjects that may be run together with the words above: "validfrom", "firstseen".
constexpr std::array<std::string_view, 3> kSubjects{"valid", "seen", "active"};

constexpr std::array<std::array<std::string_view, 2>, 17> kRanges{{
    {"start", "end"},
    {"started", "ended"},
    {"starts", "ends"},
    {"begin", "end"},
    {"began", "ended"},
    {"beginning", "ending"},
    {"from", "to"},
    {"from", "until"},
    {"from", "till"},
    {"since", "until"},
    {"first", "last"},
    {"opened", "closed"},
    {"founded", "dissolved"},
    {"established", "abolished"},
    {"departure", "arrival"},
    {"departed", "arrived"},
    {"earliest", "latest"},
}};

bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}
bool isLetter(char c)
{
    return isUpper(c) || (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) & 0x80) != 0;
}

/// "startDate_UTC" to start, date, utc. Digits and signs part words and are left out.
std::vector<std::string> wordsOf(std::string_view name)
{
    std::vector<std::string> words;
    bool inside = false;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        if (!isLetter(c)) {
            inside = false;
            continue;
        }
        const bool hump = isUpper(c) && i > 0 && isLetter(name[i - 1]) && !isUpper(name[i - 1]);
        if (!inside || hump) {
            words.emplace_back();
        }
        inside = true;
        words.back() += isUpper(c) ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return words;
}

const Word* find(std::string_view text)
{
    const auto* const found = std::ranges::find(kWords, text, &Word::text);
    return found == kWords.end() ? nullptr : found;
}

bool isKnown(std::string_view text)
{
    return find(text) != nullptr || std::ranges::find(kSubjects, text) != kSubjects.end();
}

/// "startdate" to start and date; a word that is not run together stays one.
std::vector<std::string> parted(const std::string& word)
{
    constexpr std::size_t longest = 32; // no two known words make more; a name may be a megabyte
    if (isKnown(word) || word.size() > longest) {
        return {word};
    }
    for (std::size_t cut = 2; cut + 1 < word.size(); ++cut) {
        const auto head = word.substr(0, cut);
        const auto tail = word.substr(cut);
        if (isKnown(head) && isKnown(tail)) {
            return {head, tail};
        }
    }
    return {word};
}

} // namespace

FieldName readFieldName(std::string_view name)
{
    FieldName out;
    bool record = false;
    out.plain = true;
    for (const auto& whole : wordsOf(name)) {
        for (const auto& word : parted(whole)) {
            const Word* const known = find(word);
            if (known == nullptr) {
                out.subject += word + ' ';
                out.plain = out.plain && std::ranges::find(kSubjects, word) != kSubjects.end();
            } else if (known->kind == WordKind::record) {
                record = true;
            } else if (known->kind == WordKind::unit) {
                out.unit += word;
                out.year = out.year || word == "year" || word == "yr" || word == "jahr" ||
                           word == "annee" || word == "سنة" || word == "السنة";
            } else if (known->kind != WordKind::neutral) {
                out.role =
                    known->kind == WordKind::start ? FieldName::Role::start : FieldName::Role::end;
                out.word = word;
            }
        }
    }
    if (record) {
        out.role = FieldName::Role::record;
    } else if (out.role == FieldName::Role::none && !out.unit.empty()) {
        out.role = FieldName::Role::single;
    }
    return out;
}

bool areRangeWords(std::string_view start, std::string_view end)
{
    return std::ranges::any_of(
        kRanges, [&](const auto& pair) { return pair[0] == start && pair[1] == end; });
}

} // namespace masar::core
