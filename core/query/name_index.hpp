// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/layer.hpp"

#include <cstdint>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace masar::core {

/// How well a name answers what was typed, the best first.
enum class MatchGrade : std::uint8_t {
    exact,
    prefix,     ///< the name begins so
    wordPrefix, ///< one of its words begins so
    words,      ///< each word typed begins a word of the name, in any order
    inside,     ///< each word typed is somewhere in the name
    none
};

/// What was typed, folded once.
struct NameQuery {
    NameQuery() = default;
    explicit NameQuery(std::string_view typed);

    [[nodiscard]] bool empty() const { return folded.empty(); }

    std::string folded;
    std::string sound;
};

/// A grade, and whether only the sound met, not the spelling.
struct NameMatch {
    MatchGrade grade = MatchGrade::none;
    bool bySound = false;

    auto operator<=>(const NameMatch&) const = default;
};

/// How well one text answers. A text may hold several names, parted by ";" or "|".
[[nodiscard]] NameMatch matchName(const NameQuery& query, std::string_view text);

/// One item that answers a query.
struct FoundName {
    std::uint32_t item = 0;
    NameMatch match;
};

/// The names of many items, folded, for search as one types: each distinct text is kept once. About
/// twice the size of the texts.
class NameIndex {
public:
    /// Of a text so many bytes are searched.
    static constexpr std::size_t bytesSearched = 400;

    /// Registers a text (several names parted by ";" or "|"), and that an item bears it. An item
    /// may bear many.
    std::uint32_t addText(std::string_view text);
    void addItem(std::uint32_t text, std::uint32_t item) { m_pairs.push_back({text, item}); }
    /// Both at once, for few items.
    void add(std::uint32_t item, std::string_view text) { addItem(addText(text), item); }
    /// To be called once, after the last add.
    void finish();

    /// All items that answer, each once with its best match, in no particular order; none if
    /// stopped.
    [[nodiscard]] std::vector<FoundName> find(const NameQuery& query,
                                              std::stop_token stop = {}) const;

private:
    struct Pair {
        std::uint32_t text = 0;
        std::uint32_t item = 0;
    };

    std::string m_keys; ///< the folded forms of each text, each behind a mark
    std::vector<std::uint64_t> m_starts{0};
    std::vector<Pair> m_pairs;              ///< until finish()
    std::vector<std::uint32_t> m_firstItem; ///< of each text, into m_items
    std::vector<std::uint32_t> m_items;
    std::uint32_t m_itemCount = 0; ///< one more than the largest item
};

/// The names of a layer's features, and whatever else is written about them. Items are rows.
struct LayerNames {
    NameIndex names; ///< of the fields that name a feature
    NameIndex texts; ///< of all other text fields
};

/// True for "name", "name_ar", "place_name", "title", "label", "alias", "alternates" and the like.
[[nodiscard]] bool isNameField(std::string_view field);

/// Work for a worker thread: about a second for a million features. Incomplete if stopped.
[[nodiscard]] LayerNames indexNames(const Layer& layer, std::stop_token stop = {});

} // namespace masar::core
