// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/model/property_table.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

namespace masar::core {

/// Builds a PropertyTable row by row from records whose fields and types are known only as they
/// come. A column takes the narrowest type that holds all its values: integers and reals make a
/// real column, other mixtures a text column with the values as they read. Integers beyond 64 bits
/// are kept as text, digit for digit.
class TableBuilder {
public:
    /// Cells (columns times rows) a table may have; a column that would need more is left out, so
    /// that a small file with very many different fields cannot fill the memory.
    static constexpr std::uint64_t maxCells = std::uint64_t{1} << 28;

    /// What finish() makes of columns of text.
    enum class Infer {
        dates,  ///< date and dateTime, where every value is written so
        numbers ///< also integer, real and boolean (formats that know text only)
    };

    using ColumnIndex = std::size_t;

    /// The column of this name, made if there is none. Asking in the order of the row before is
    /// fastest.
    ColumnIndex column(std::string_view name);
    /// A new column of a type that is known beforehand, under a name made unique by a number.
    ColumnIndex declare(std::string_view name, FieldType type);

    /// A value of the row being built. False if the row already has one in this column; the new one
    /// counts.
    bool setText(ColumnIndex column, std::string_view text);
    /// The JSON text of a list or an object. It is kept without the spaces between its parts, so
    /// that the same value is the same text however a file is laid out.
    bool setJson(ColumnIndex column, std::string_view text);
    bool setInteger(ColumnIndex column, std::int64_t value);
    bool setBigInteger(ColumnIndex column, std::string_view digits);
    bool setReal(ColumnIndex column, double value);
    bool setBoolean(ColumnIndex column, bool value);
    /// A text for a column declared as text, json, date, dateTime or time, which it stays.
    bool setDeclared(ColumnIndex column, std::string_view text);

    void endRow();
    /// Forgets the values of the row being built.
    void discardRow();

    [[nodiscard]] std::size_t rowCount() const { return m_rows; }
    /// Names of the columns left out for size.
    [[nodiscard]] const std::vector<std::string>& dropped() const { return m_dropped; }

    /// The table; the builder is then empty.
    [[nodiscard]] PropertyTable finish(Infer infer);

private:
    enum class Kind : std::uint8_t {
        none,
        boolean,
        integer,
        bigInteger,
        real,
        text,
        json,
        date,
        dateTime,
        time
    };
    using Ids = std::vector<StringPool::Id>;
    using Integers = std::vector<std::int64_t>;
    using Reals = std::vector<double>;

    struct Building {
        std::string name;
        Kind kind = Kind::none;
        bool dropped = false;
        StringPool::Id lastId = StringPool::none;
        std::variant<Ids, Integers, Reals> values;
    };

    static Kind merged(Kind a, Kind b);
    static Kind kindOf(FieldType type);
    static FieldType typeOf(Kind kind);
    static Kind kindOfText(std::string_view text);
    static std::variant<Ids, Integers, Reals> emptyValues(Kind kind);
    StringPool::Id intern(Building& column, std::string_view text);
    void convert(Building& column, Kind to);
    template <class T> bool put(ColumnIndex index, T value);
    template <class T> bool pad(Building& column, std::vector<T>& values, std::size_t size);
    /// Widens the column to hold values of `kind`; false if it was left out.
    bool widen(Building& column, Kind kind);
    bool setIdValue(ColumnIndex index, Kind kind, std::string_view text);
    void drop(Building& column);
    void inferType(Building& column, Infer infer) const;

    std::shared_ptr<StringPool> m_strings = std::make_shared<StringPool>();
    std::vector<Building> m_columns;
    std::string m_json; ///< the last, kept for its room
    std::unordered_map<std::string, ColumnIndex> m_byName;
    std::vector<ColumnIndex> m_touched;
    std::vector<std::string> m_dropped;
    ColumnIndex m_expected = 0;
    std::size_t m_rows = 0;
    std::uint64_t m_cells = 0;
};

} // namespace masar::core
