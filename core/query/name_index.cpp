// SPDX-License-Identifier: Apache-2.0
#include "core/query/name_index.hpp"

#include "core/query/name_fold.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace masar::core {

namespace {

/// Stand before each form of a name among the keys; folding leaves neither in a name.
constexpr char kSpelling = '\t';
constexpr char kSound = '\v';
constexpr std::string_view kMarks = "\t\v";

constexpr std::uint32_t kNoText = std::numeric_limits<std::uint32_t>::max();

/// Calls `use(word)` for each word; stops when it returns false. True if it never did.
template <class Use> bool everyWord(std::string_view text, Use use)
{
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at && !use(text.substr(at, end - at))) {
            return false;
        }
        at = end + 1;
    }
    return true;
}

/// Whether some word of a form begins with `start`.
bool aWordBegins(std::string_view form, std::string_view start)
{
    for (std::size_t at = form.find(start); at != std::string_view::npos;
         at = form.find(start, at + 1)) {
        if (at == 0 || form[at - 1] == ' ') {
            return true;
        }
    }
    return false;
}

/// A single letter is only looked for at the beginnings of words.
bool tooShortForInside(std::string_view folded)
{
    const auto letters = std::ranges::count_if(
        folded, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; });
    return letters < 2;
}

MatchGrade gradeOf(std::string_view form, std::string_view typed)
{
    if (form.starts_with(typed)) {
        return form.size() == typed.size() ? MatchGrade::exact : MatchGrade::prefix;
    }
    if (aWordBegins(form, typed)) {
        return MatchGrade::wordPrefix;
    }
    if (everyWord(typed, [form](std::string_view word) { return aWordBegins(form, word); })) {
        return MatchGrade::words;
    }
    const bool inside =
        !tooShortForInside(typed) && everyWord(typed, [form](std::string_view word) {
            return form.find(word) != std::string_view::npos;
        });
    return inside ? MatchGrade::inside : MatchGrade::none;
}

/// The best match of all names of a key: spelling is compared with spelling, sound with sound.
NameMatch matchKey(const NameQuery& query, std::string_view key)
{
    NameMatch best;
    const auto formAt = [key](std::size_t mark) {
        const std::size_t end = std::min(key.find_first_of(kMarks, mark + 1), key.size());
        return key.substr(mark + 1, end - mark - 1);
    };
    for (std::size_t at = 0; at < key.size();) {
        const std::string_view spelling = formAt(at);
        at += 1 + spelling.size();
        const bool soundsOtherwise = at < key.size() && key[at] == kSound;
        const std::string_view sound = soundsOtherwise ? formAt(at) : spelling;
        at += soundsOtherwise ? 1 + sound.size() : 0;
        if (const MatchGrade grade = gradeOf(spelling, query.folded); grade != MatchGrade::none) {
            best = std::min(best, NameMatch{grade, false});
        }
        if (soundsOtherwise || query.sound != query.folded) {
            if (const MatchGrade grade = gradeOf(sound, query.sound); grade != MatchGrade::none) {
                best = std::min(best, NameMatch{grade, true});
            }
        }
    }
    return best;
}

void appendForms(std::string& keys, std::string_view text)
{
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find_first_of(";|", at), text.size());
        const std::string folded = foldName(text.substr(at, end - at));
        if (!folded.empty()) {
            keys += kSpelling;
            keys += folded;
            const std::string sound = soundOf(folded);
            if (sound != folded) {
                keys += kSound;
                keys += sound;
            }
        }
        at = end + 1;
    }
}

/// The first bytes of a text, cut between characters.
std::string_view searched(std::string_view text)
{
    std::size_t size = std::min(text.size(), NameIndex::bytesSearched);
    while (size < text.size() && size > 0 &&
           (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80) {
        --size;
    }
    return text.substr(0, size);
}

std::string_view longestWord(std::string_view text)
{
    std::string_view longest;
    everyWord(text, [&longest](std::string_view word) {
        longest = word.size() > longest.size() ? word : longest;
        return true;
    });
    return longest;
}

/// A match in a byte, smaller for better.
std::uint8_t packed(const NameMatch& match)
{
    return static_cast<std::uint8_t>(static_cast<int>(match.grade) * 2 + (match.bySound ? 1 : 0));
}

NameMatch unpacked(std::uint8_t rank)
{
    return {static_cast<MatchGrade>(rank / 2), rank % 2 != 0};
}

/// Adds a column of strings: each distinct one once.
void addColumn(NameIndex& index, const PropertyTable& table, const std::vector<StringPool::Id>& ids,
               std::vector<std::uint32_t>& known, std::stop_token stop)
{
    for (std::uint32_t row = 0; row < ids.size() && !stop.stop_requested(); ++row) {
        const StringPool::Id id = ids[row];
        if (id == StringPool::none) {
            continue;
        }
        if (known[id] == kNoText) {
            known[id] = index.addText(table.strings->text(id));
        }
        index.addItem(known[id], row);
    }
}

} // namespace

NameQuery::NameQuery(std::string_view typed) : folded(foldTyped(typed)), sound(soundOf(folded)) {}

NameMatch matchName(const NameQuery& query, std::string_view text)
{
    std::string key;
    appendForms(key, searched(text));
    return query.empty() ? NameMatch() : matchKey(query, key);
}

std::uint32_t NameIndex::addText(std::string_view text)
{
    appendForms(m_keys, searched(text));
    m_starts.push_back(m_keys.size());
    return static_cast<std::uint32_t>(m_starts.size() - 2);
}

void NameIndex::finish()
{
    m_firstItem.assign(m_starts.size(), 0);
    for (const Pair& pair : m_pairs) {
        ++m_firstItem[pair.text + 1];
        m_itemCount = std::max(m_itemCount, pair.item + 1);
    }
    for (std::size_t i = 1; i < m_firstItem.size(); ++i) {
        m_firstItem[i] += m_firstItem[i - 1];
    }
    std::vector<std::uint32_t> next(m_firstItem.begin(), m_firstItem.end() - 1);
    m_items.resize(m_pairs.size());
    for (const Pair& pair : m_pairs) {
        m_items[next[pair.text]++] = pair.item;
    }
    m_pairs = {};
}

std::vector<FoundName> NameIndex::find(const NameQuery& query, std::stop_token stop) const
{
    std::vector<FoundName> found;
    if (query.empty()) {
        return found;
    }
    std::vector<std::uint8_t> best(m_itemCount, packed({}));
    // One pass over all keys for the word that says most; only what has it is graded.
    const std::string_view keys = m_keys;
    const std::string_view spelled = longestWord(query.folded);
    const std::string_view heard = longestWord(query.sound);
    std::size_t atSpelled = keys.find(spelled);
    std::size_t atHeard = heard == spelled ? keys.npos : keys.find(heard);
    std::size_t text = 0;
    while (std::min(atSpelled, atHeard) != keys.npos) {
        const std::size_t at = std::min(atSpelled, atHeard);
        while (m_starts[text + 1] <= at) {
            ++text;
        }
        const std::size_t end = m_starts[text + 1];
        const NameMatch match = matchKey(query, keys.substr(m_starts[text], end - m_starts[text]));
        const std::uint8_t rank = packed(match);
        for (std::uint32_t i = m_firstItem[text]; i < m_firstItem[text + 1]; ++i) {
            best[m_items[i]] = std::min(best[m_items[i]], rank);
        }
        atSpelled = atSpelled < end ? keys.find(spelled, end) : atSpelled;
        atHeard = atHeard < end ? keys.find(heard, end) : atHeard;
        if (stop.stop_requested()) {
            return {};
        }
    }
    for (std::uint32_t item = 0; item < m_itemCount; ++item) {
        if (best[item] < packed({})) {
            found.push_back({item, unpacked(best[item])});
        }
    }
    return found;
}

bool isNameField(std::string_view field)
{
    static constexpr auto names = std::to_array<std::string_view>(
        {"name", "names", "title", "label", "alias", "aliases", "alternates", "toponym"});
    const std::string folded = foldName(field);
    return !everyWord(folded, [](std::string_view word) {
        return std::ranges::find(names, word) == names.end();
    });
}

LayerNames indexNames(const Layer& layer, std::stop_token stop)
{
    LayerNames result;
    const PropertyTable& table = layer.properties;
    for (const bool naming : {true, false}) {
        NameIndex& index = naming ? result.names : result.texts;
        std::vector<std::uint32_t> known(table.strings->size(), kNoText);
        for (const Column& column : table.columns) {
            const bool written = column.type == FieldType::text || column.type == FieldType::json;
            if (written && isNameField(column.name) == naming) {
                addColumn(index, table, std::get<std::vector<StringPool::Id>>(column.values), known,
                          stop);
            }
        }
        index.finish();
    }
    return result;
}

} // namespace masar::core
