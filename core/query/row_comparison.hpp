// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/layer.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace masar::core {

/// A value before and after, as written; nullopt for no value.
struct ValueChange {
    std::string field;
    std::optional<std::string> before, after;

    bool operator==(const ValueChange&) const = default;
};

/// The side of a comparison that a row is of.
enum class Side : std::uint8_t { before, after };

/// Compares rows of two layers without copying their texts: the texts of the old one are looked up
/// once in the new one's pool, after which equal texts have equal numbers. Both layers must outlive
/// it.
class RowComparison {
public:
    /// A row without a key; no key has this value.
    static constexpr auto noKey = static_cast<std::uint64_t>(kNullInteger);

    RowComparison(const Layer& before, const Layer& after);

    [[nodiscard]] bool samePlace(std::uint32_t oldRow, std::uint32_t newRow) const;
    [[nodiscard]] bool sameDates(std::uint32_t oldRow, std::uint32_t newRow) const;
    [[nodiscard]] bool sameWords(std::uint32_t oldRow, std::uint32_t newRow) const;

    /// Equal for rows of the same place and dates, of either side.
    [[nodiscard]] std::uint64_t placeAndDates(Side side, std::uint32_t row) const;
    /// Equal for rows that are the same in everything.
    [[nodiscard]] std::uint64_t content(Side side, std::uint32_t row) const;
    /// A number for each row of a side, equal where the values of the field are; both sides have
    /// the field. An empty text is no key.
    struct Keys {
        std::vector<std::uint64_t> before, after;
    };
    [[nodiscard]] Keys keysBy(std::string_view field) const;

    /// The fields that say something else now, in the order of the new layer, then those that only
    /// the old one has.
    [[nodiscard]] std::vector<ValueChange> words(std::uint32_t oldRow, std::uint32_t newRow) const;
    /// The dates that are written otherwise now: start, end, precision. Empty too where the same
    /// text is read otherwise, and where only the times of a track's fixes changed.
    [[nodiscard]] std::vector<ValueChange> dates(std::uint32_t oldRow, std::uint32_t newRow) const;

private:
    /// The columns of one field on both sides; one of them may be missing.
    struct Field {
        std::string name;
        std::optional<std::size_t> before, after;
        bool alike = false; ///< both there, and their cells comparable as numbers
    };

    [[nodiscard]] Field fieldOf(std::string_view oldName, std::string_view newName) const;
    [[nodiscard]] bool sameCell(const Field& field, std::uint32_t oldRow,
                                std::uint32_t newRow) const;
    [[nodiscard]] std::uint64_t cell(Side side, std::size_t column, std::uint32_t row) const;
    [[nodiscard]] bool isEmptyText(Side side, std::size_t column, std::uint32_t row) const;
    [[nodiscard]] std::optional<std::string> text(Side side, std::optional<std::size_t> column,
                                                  std::uint32_t row) const;
    [[nodiscard]] std::vector<ValueChange>
    changesOf(const std::vector<Field>& fields, std::uint32_t oldRow, std::uint32_t newRow) const;

    const Layer& m_before;
    const Layer& m_after;
    std::vector<std::uint64_t> m_textNumbers; ///< of the old pool's ids
    std::vector<Field> m_dates;               ///< start, end, precision
    std::vector<Field> m_words;               ///< all others
};

} // namespace masar::core
