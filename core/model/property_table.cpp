// SPDX-License-Identifier: Apache-2.0
#include "core/model/property_table.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <functional>

namespace masar::core {

namespace {

constexpr std::size_t kFirstSlots = 64;
constexpr std::size_t kBlockBytes = 65536;

std::optional<std::string> textOf(StringPool::Id id, FieldType, const StringPool& pool)
{
    return id == StringPool::none ? std::nullopt : std::optional(std::string(pool.text(id)));
}

std::optional<std::string> textOf(std::int64_t value, FieldType type, const StringPool&)
{
    if (value == kNullInteger) {
        return std::nullopt;
    }
    if (type == FieldType::boolean) {
        return value == 0 ? "false" : "true";
    }
    return std::to_string(value);
}

std::optional<std::string> textOf(double value, FieldType, const StringPool&)
{
    if (std::isnan(value)) {
        return std::nullopt;
    }
    // Left to itself std::to_chars writes 100000 as 1e+05, which nobody wants to read in a table.
    const double size = std::abs(value);
    const bool plain = size == 0 || (size >= 1e-6 && size < 1e15);
    std::array<char, 64> buffer{};
    const auto written =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                      plain ? std::chars_format::fixed : std::chars_format::general);
    return std::string(buffer.data(), written.ptr);
}

} // namespace

StringPool::StringPool() : m_texts(1), m_slots(kFirstSlots) {}

std::size_t StringPool::slotOf(std::string_view text, std::size_t hash) const
{
    const auto part = static_cast<std::uint32_t>(hash >> 32U);
    const std::size_t mask = m_slots.size() - 1;
    std::size_t at = hash & mask;
    while (m_slots[at].id != none &&
           (m_slots[at].hash != part || m_texts[m_slots[at].id] != text)) {
        at = (at + 1) & mask;
    }
    return at;
}

StringPool::Id StringPool::find(std::string_view text) const
{
    return m_slots[slotOf(text, std::hash<std::string_view>{}(text))].id;
}

StringPool::Id StringPool::add(std::string_view text)
{
    const std::size_t hash = std::hash<std::string_view>{}(text);
    Slot& slot = m_slots[slotOf(text, hash)];
    if (slot.id != none) {
        return slot.id;
    }
    const auto id = static_cast<Id>(m_texts.size());
    m_texts.push_back(store(text));
    slot = {static_cast<std::uint32_t>(hash >> 32U), id};
    if (m_texts.size() * 2 > m_slots.size()) {
        grow();
    }
    return id;
}

std::string_view StringPool::store(std::string_view text)
{
    if (text.size() > m_free.size()) {
        const std::size_t size = std::max(text.size(), kBlockBytes);
        m_blocks.push_back(std::make_unique_for_overwrite<char[]>(size));
        m_free = {m_blocks.back().get(), size};
    }
    std::ranges::copy(text, m_free.begin());
    const std::string_view stored(m_free.data(), text.size());
    m_free = m_free.subspan(text.size());
    return stored;
}

void StringPool::grow()
{
    m_slots.assign(m_slots.size() * 2, {});
    const std::size_t mask = m_slots.size() - 1;
    for (Id id = 1; id < m_texts.size(); ++id) {
        const std::size_t hash = std::hash<std::string_view>{}(m_texts[id]);
        std::size_t at = hash & mask;
        while (m_slots[at].id != none) {
            at = (at + 1) & mask;
        }
        m_slots[at] = {static_cast<std::uint32_t>(hash >> 32U), id};
    }
}

std::string_view nameOf(FieldType type)
{
    switch (type) {
    case FieldType::text:
        return "text";
    case FieldType::integer:
        return "integer";
    case FieldType::real:
        return "real";
    case FieldType::boolean:
        return "boolean";
    case FieldType::date:
        return "date";
    case FieldType::dateTime:
        return "datetime";
    case FieldType::time:
        return "time";
    case FieldType::json:
        return "json";
    }
    return "text";
}

std::optional<std::size_t> PropertyTable::find(std::string_view name) const
{
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].name == name) {
            return i;
        }
    }
    return std::nullopt;
}

std::optional<std::string> PropertyTable::text(std::size_t column, std::size_t row) const
{
    const Column& from = columns[column];
    return std::visit([&](const auto& values) { return textOf(values[row], from.type, *strings); },
                      from.values);
}

std::optional<std::string> PropertyTable::text(std::string_view name, std::size_t row) const
{
    const auto column = find(name);
    return column ? text(*column, row) : std::nullopt;
}

} // namespace masar::core
