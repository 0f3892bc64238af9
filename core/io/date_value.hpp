// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/layer.hpp"
#include "core/time/edtf.hpp"

#include <array>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace masar::core {

/// A date as files write it, as EDTF text: nullopt if the text is not of this encoding. The result
/// may still not be EDTF.
///  - edtf: the text itself
///  - gdalDate: ISO-like dates ("2026/02/11", "2026-2-1", "2026-02-11 08:30:00+03", fractions of a
///  second) and
///    days with an English month ("11 February 2026", "Feb 11, 2026"); other texts as they are
///  - year: a whole number, 0 is taken for unknown
///  - epochSeconds, epochMilliseconds: a number counted from 1970, 0 is taken for unknown
///  - yearMonthDay: eight digits, 00 for a month or day that is not known
[[nodiscard]] std::optional<std::string> edtfTextOf(std::string_view text, DateEncoding encoding);

/// Whether a number counts seconds or milliseconds from 1970, if it means a time that data speak
/// of: any number might, but few are meant so.
[[nodiscard]] std::optional<DateEncoding> epochEncodingOf(double number);

/// True for texts that stand in for a missing value: empty, "-", "N/A", "null", "unknown", and of
/// an end that has not come "present", "ongoing".
[[nodiscard]] bool isNoDate(std::string_view text);

/// The dates of one column, row by row.
class DateColumn {
public:
    enum class State : std::uint8_t { absent, read, unreadable };

    DateColumn(const PropertyTable& table, std::size_t column, DateEncoding encoding);

    /// Reads the date of a row; date() and text() then speak of it.
    State read(std::size_t row);
    [[nodiscard]] const std::optional<Edtf>& date() const { return m_current->date; }
    /// The value as the file has it.
    [[nodiscard]] std::string text(std::size_t row) const;
    [[nodiscard]] const std::string& name() const { return m_column.name; }

private:
    /// What a text said when it was last read. Dates repeat; most rows need no parsing.
    struct Entry {
        StringPool::Id id = StringPool::none;
        State state = State::absent;
        std::optional<Edtf> date;
    };
    static constexpr std::size_t kEntries = 4096;

    void parse(std::string_view text, Entry& entry) const;

    const PropertyTable& m_table;
    std::size_t m_index;
    const Column& m_column;
    DateEncoding m_encoding;
    std::vector<Entry> m_entries;
    Entry* m_current;
};

} // namespace masar::core
