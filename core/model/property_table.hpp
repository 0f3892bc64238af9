// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace masar::core {

/// Every distinct string of a file once; a column holds 32-bit ids. Id 0 is "no value".
class StringPool {
public:
    using Id = std::uint32_t;
    static constexpr Id none = 0;

    StringPool();
    StringPool(const StringPool&) = delete; // a copy's ids would point into the original's texts
    StringPool& operator=(const StringPool&) = delete;
    /// The id of a text, new or known. The empty text is a value of its own, not `none`.
    [[nodiscard]] Id add(std::string_view text);
    /// The id of a text; `none` if it is not here.
    [[nodiscard]] Id find(std::string_view text) const;
    /// The text of an id; empty for `none`.
    [[nodiscard]] std::string_view text(Id id) const { return m_texts[id]; }
    [[nodiscard]] std::size_t size() const { return m_texts.size(); }

private:
    /// A place of the hash table; `id` 0 is free. Part of the hash is kept to tell most texts apart
    /// unread.
    struct Slot {
        std::uint32_t hash = 0;
        Id id = none;
    };

    /// Where a text is in `m_slots`, or the free place where it would go.
    [[nodiscard]] std::size_t slotOf(std::string_view text, std::size_t hash) const;
    std::string_view store(std::string_view text);
    void grow();

    std::vector<std::string_view> m_texts;
    std::vector<std::unique_ptr<char[]>> m_blocks; ///< the texts' bytes, which never move
    std::span<char> m_free;                        ///< what the last block has left
    std::vector<Slot> m_slots;                     ///< a power of two, at most half full
};

/// The type of a column as a user would name it. Dates are kept as ISO 8601 text.
enum class FieldType { text, integer, real, boolean, date, dateTime, time, json };

/// "text", "integer", "real", "boolean", "date", "datetime", "time", "json".
[[nodiscard]] std::string_view nameOf(FieldType type);

inline constexpr std::int64_t kNullInteger = std::numeric_limits<std::int64_t>::min();

/// One column. The variant holds string ids for text, date, dateTime, time and json, 64-bit
/// integers for integer and boolean (kNullInteger is "no value"), doubles for real (NaN is "no
/// value").
struct Column {
    std::string name;
    FieldType type = FieldType::text;
    std::variant<std::vector<StringPool::Id>, std::vector<std::int64_t>, std::vector<double>>
        values;
};

/// The fields of a layer, columnar, one entry a row in each column.
struct PropertyTable {
    std::shared_ptr<StringPool> strings = std::make_shared<StringPool>();
    std::vector<Column> columns;

    /// The index of the column with exactly this name.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;
    /// The value as a person would read it; nullopt for "no value". Reals are written so that they
    /// read back to the same number, booleans as "true" and "false".
    [[nodiscard]] std::optional<std::string> text(std::size_t column, std::size_t row) const;
    /// The same by field name; nullopt too if there is no such field.
    [[nodiscard]] std::optional<std::string> text(std::string_view name, std::size_t row) const;
};

} // namespace masar::core
