// SPDX-License-Identifier: Apache-2.0
#include "core/io/table_builder.hpp"

#include "core/io/value_text.hpp"

#include <charconv>
#include <format>
#include <limits>
#include <utility>

namespace masar::core {

namespace {

template <class T> constexpr T kNull = T{};
template <> constexpr std::int64_t kNull<std::int64_t> = kNullInteger;
template <> constexpr double kNull<double> = std::numeric_limits<double>::quiet_NaN();

template <class T> bool isNull(T value)
{
    if constexpr (std::is_same_v<T, double>) {
        return value != value;
    } else {
        return value == kNull<T>;
    }
}

std::string textOfInteger(std::int64_t value, bool boolean)
{
    if (boolean) {
        return value != 0 ? "true" : "false";
    }
    return std::to_string(value);
}

double realOfDigits(std::string_view digits)
{
    double value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

} // namespace

TableBuilder::Kind TableBuilder::merged(Kind a, Kind b)
{
    if (a == b || b == Kind::none) {
        return a;
    }
    if (a == Kind::none) {
        return b;
    }
    const auto number = [](Kind kind) {
        return kind == Kind::integer || kind == Kind::bigInteger || kind == Kind::real;
    };
    if (number(a) && number(b)) {
        return a == Kind::real || b == Kind::real ? Kind::real : Kind::bigInteger;
    }
    return Kind::text;
}

TableBuilder::Kind TableBuilder::kindOf(FieldType type)
{
    switch (type) {
    case FieldType::text:
        return Kind::text;
    case FieldType::integer:
        return Kind::integer;
    case FieldType::real:
        return Kind::real;
    case FieldType::boolean:
        return Kind::boolean;
    case FieldType::date:
        return Kind::date;
    case FieldType::dateTime:
        return Kind::dateTime;
    case FieldType::time:
        return Kind::time;
    case FieldType::json:
        return Kind::json;
    }
    std::unreachable();
}

FieldType TableBuilder::typeOf(Kind kind)
{
    switch (kind) {
    case Kind::boolean:
        return FieldType::boolean;
    case Kind::integer:
        return FieldType::integer;
    case Kind::real:
        return FieldType::real;
    case Kind::json:
        return FieldType::json;
    case Kind::date:
        return FieldType::date;
    case Kind::dateTime:
        return FieldType::dateTime;
    case Kind::time:
        return FieldType::time;
    case Kind::none:
    case Kind::bigInteger:
    case Kind::text:
        return FieldType::text;
    }
    std::unreachable();
}

std::variant<TableBuilder::Ids, TableBuilder::Integers, TableBuilder::Reals>
TableBuilder::emptyValues(Kind kind)
{
    if (kind == Kind::integer || kind == Kind::boolean) {
        return Integers{};
    }
    if (kind == Kind::real) {
        return Reals{};
    }
    return Ids{};
}

TableBuilder::Kind TableBuilder::kindOfText(std::string_view text)
{
    const std::string low = text.size() <= 5 ? lowerAscii(text) : std::string{};
    if (low == "true" || low == "false") {
        return Kind::boolean;
    }
    if (integerOf(text)) {
        return Kind::integer;
    }
    // An integer beyond 64 bits would lose digits as a real.
    const bool fraction = text.find_first_of(".eE") != std::string_view::npos;
    return fraction && realOf(text) ? Kind::real : Kind::text;
}

TableBuilder::ColumnIndex TableBuilder::column(std::string_view name)
{
    if (m_expected < m_columns.size() && m_columns[m_expected].name == name) {
        return m_expected++;
    }
    const auto [entry, added] = m_byName.try_emplace(std::string(name), m_columns.size());
    if (added) {
        m_columns.emplace_back().name = name;
    }
    m_expected = entry->second + 1;
    return entry->second;
}

TableBuilder::ColumnIndex TableBuilder::declare(std::string_view name, FieldType type)
{
    std::string unique(name);
    for (int number = 2; m_byName.contains(unique); ++number) {
        unique = std::format("{}_{}", name, number);
    }
    const ColumnIndex index = column(unique);
    m_columns[index].kind = kindOf(type);
    m_columns[index].values = emptyValues(m_columns[index].kind);
    return index;
}

StringPool::Id TableBuilder::intern(Building& column, std::string_view text)
{
    // Values repeat from row to row (a status, a source): then the hash is not needed.
    if (column.lastId == StringPool::none || m_strings->text(column.lastId) != text) {
        column.lastId = m_strings->add(text);
    }
    return column.lastId;
}

void TableBuilder::drop(Building& column)
{
    column.dropped = true;
    m_cells -= std::visit([](const auto& values) { return values.size(); }, column.values);
    column.values = Ids{};
    m_dropped.push_back(column.name);
}

template <class T>
bool TableBuilder::pad(Building& column, std::vector<T>& values, std::size_t size)
{
    if (values.size() >= size) {
        return true;
    }
    const std::size_t more = size - values.size();
    if (m_cells + more > maxCells) {
        drop(column);
        return false;
    }
    m_cells += more;
    values.resize(size, kNull<T>);
    return true;
}

void TableBuilder::convert(Building& column, Kind to)
{
    const Kind from = std::exchange(column.kind, to);
    auto before = std::exchange(column.values, emptyValues(to));
    if (before.index() == column.values.index()) {
        column.values = std::move(before);
        return;
    }
    if (from == Kind::none) {
        return; // it holds nothing yet
    }
    if (auto* reals = std::get_if<Reals>(&column.values)) {
        std::visit(
            [&]<class T>(const std::vector<T>& old) {
                reals->reserve(old.size());
                for (const T value : old) {
                    if constexpr (std::is_same_v<T, StringPool::Id>) {
                        reals->push_back(value == kNull<T> ? kNull<double>
                                                           : realOfDigits(m_strings->text(value)));
                    } else {
                        reals->push_back(isNull(value) ? kNull<double>
                                                       : static_cast<double>(value));
                    }
                }
            },
            before);
        return;
    }
    auto& ids = std::get<Ids>(column.values);
    column.lastId = StringPool::none;
    if (const auto* integers = std::get_if<Integers>(&before)) {
        for (const auto value : *integers) {
            ids.push_back(isNull(value)
                              ? StringPool::none
                              : m_strings->add(textOfInteger(value, from == Kind::boolean)));
        }
    } else if (const auto* reals = std::get_if<Reals>(&before)) {
        for (const auto value : *reals) {
            ids.push_back(isNull(value) ? StringPool::none : m_strings->add(textOf(value)));
        }
    }
}

bool TableBuilder::widen(Building& column, Kind kind)
{
    const Kind to = merged(column.kind, kind);
    if (to != column.kind && !column.dropped) {
        convert(column, to);
    }
    return !column.dropped;
}

template <class T> bool TableBuilder::put(ColumnIndex index, T value)
{
    auto& column = m_columns[index];
    auto& values = std::get<std::vector<T>>(column.values);
    if (values.size() > m_rows) {
        values.back() = value;
        return false;
    }
    if (pad(column, values, m_rows) && pad(column, values, m_rows + 1)) {
        values.back() = value;
        m_touched.push_back(index);
    }
    return true;
}

bool TableBuilder::setIdValue(ColumnIndex index, Kind kind, std::string_view text)
{
    auto& column = m_columns[index];
    return !widen(column, kind) || put(index, intern(column, text));
}

bool TableBuilder::setText(ColumnIndex column, std::string_view text)
{
    return setIdValue(column, Kind::text, text);
}

bool TableBuilder::setJson(ColumnIndex column, std::string_view text)
{
    m_json.clear();
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString && c == '\\' && i + 1 < text.size()) {
            m_json += c;
            m_json += text[++i];
            continue;
        }
        inString = inString != (c == '"');
        if (inString || !std::string_view(" \t\r\n").contains(c)) {
            m_json += c;
        }
    }
    return setIdValue(column, Kind::json, m_json);
}

bool TableBuilder::setDeclared(ColumnIndex column, std::string_view text)
{
    return setIdValue(column, m_columns[column].kind, text);
}

bool TableBuilder::setInteger(ColumnIndex index, std::int64_t value)
{
    if (value == kNullInteger) {
        return setBigInteger(index, std::to_string(value));
    }
    auto& column = m_columns[index];
    if (!widen(column, Kind::integer)) {
        return true;
    }
    if (column.kind == Kind::integer) {
        return put(index, value);
    }
    return column.kind == Kind::real ? put(index, static_cast<double>(value))
                                     : put(index, intern(column, std::to_string(value)));
}

bool TableBuilder::setBigInteger(ColumnIndex index, std::string_view digits)
{
    auto& column = m_columns[index];
    if (!widen(column, Kind::bigInteger)) {
        return true;
    }
    return column.kind == Kind::real ? put(index, realOfDigits(digits))
                                     : put(index, intern(column, digits));
}

bool TableBuilder::setReal(ColumnIndex index, double value)
{
    auto& column = m_columns[index];
    if (!widen(column, Kind::real)) {
        return true;
    }
    return column.kind == Kind::real ? put(index, value)
                                     : put(index, intern(column, textOf(value)));
}

bool TableBuilder::setBoolean(ColumnIndex index, bool value)
{
    auto& column = m_columns[index];
    if (!widen(column, Kind::boolean)) {
        return true;
    }
    return column.kind == Kind::boolean ? put(index, std::int64_t{value})
                                        : put(index, intern(column, textOfInteger(value, true)));
}

void TableBuilder::endRow()
{
    ++m_rows;
    m_touched.clear();
    m_expected = 0;
}

void TableBuilder::discardRow()
{
    for (const auto index : m_touched) {
        auto& column = m_columns[index];
        std::visit(
            [&](auto& values) {
                if (values.size() > m_rows) {
                    values.pop_back();
                    --m_cells;
                }
            },
            column.values);
    }
    m_touched.clear();
    m_expected = 0;
}

void TableBuilder::inferType(Building& column, Infer infer) const
{
    const auto& ids = std::get<Ids>(column.values);
    std::vector<bool> seen(m_strings->size());
    Kind all = Kind::none;
    bool any = false;
    for (const auto id : ids) {
        if (id == StringPool::none || seen[id]) {
            continue;
        }
        seen[id] = true;
        const auto text = m_strings->text(id);
        if (text.empty()) {
            continue;
        }
        Kind kind = Kind::text;
        if (isIsoDay(text)) {
            kind = Kind::date;
        } else if (isIsoDateTime(text)) {
            kind = Kind::dateTime;
        } else if (infer == Infer::numbers) {
            kind = kindOfText(text);
        }
        all = any ? merged(all, kind) : kind;
        any = true;
        if (all == Kind::text) {
            return;
        }
    }
    if (!any) {
        return;
    }
    if (all == Kind::date || all == Kind::dateTime) {
        column.kind = all;
        return;
    }
    auto before = std::exchange(column.values, emptyValues(all));
    column.kind = all;
    for (const auto id : std::get<Ids>(before)) {
        const auto text = m_strings->text(id);
        if (auto* reals = std::get_if<Reals>(&column.values)) {
            reals->push_back(realOf(text).value_or(kNull<double>));
        } else if (all == Kind::boolean) {
            std::get<Integers>(column.values)
                .push_back(text.empty() ? kNullInteger : lowerAscii(text) == "true");
        } else {
            std::get<Integers>(column.values).push_back(integerOf(text).value_or(kNullInteger));
        }
    }
}

PropertyTable TableBuilder::finish(Infer infer)
{
    PropertyTable table;
    for (auto& column : m_columns) {
        std::visit([&](auto& values) { return column.dropped || pad(column, values, m_rows); },
                   column.values);
        if (column.dropped) {
            continue;
        }
        if (column.kind == Kind::text) {
            inferType(column, infer);
        }
        table.columns.push_back(
            {std::move(column.name), typeOf(column.kind), std::move(column.values)});
    }
    table.strings = std::exchange(m_strings, std::make_shared<StringPool>());
    m_columns.clear();
    m_byName.clear();
    m_rows = 0;
    m_cells = 0;
    return table;
}

} // namespace masar::core
