// SPDX-License-Identifier: Apache-2.0
#include "core/query/row_comparison.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <ranges>

namespace masar::core {

namespace {

/// Added to the id of an old text that the new layer does not have.
constexpr std::uint64_t kOldOnly = std::uint64_t{1} << 40U;

/// The finalizer of MurmurHash3: every bit of the result depends on every bit given.
std::uint64_t mixed(std::uint64_t value)
{
    value ^= value >> 33U;
    value *= 0xff51afd7ed558ccdULL;
    value ^= value >> 33U;
    value *= 0xc4ceb9fe1a85ec53ULL;
    return value ^ (value >> 33U);
}

std::uint64_t hashOf(MercatorPoint point)
{
    return mixed((std::uint64_t{point.x} << 32U) | point.y);
}

/// Rings may start anywhere and turn either way: their vertices are added up.
std::uint64_t hashOfPlace(const GeometryTable& geometry, std::uint32_t row)
{
    std::uint64_t hash = 0;
    for (const GeometryPart& part : geometry.partsOf(row)) {
        const bool ring = part.kind == PartKind::outerRing || part.kind == PartKind::innerRing;
        hash = mixed(hash + part.vertexCount * 4U + static_cast<std::uint64_t>(part.kind));
        std::uint64_t sum = 0;
        for (const MercatorPoint point : geometry.verticesOf(part)) {
            sum = ring ? sum + hashOf(point) : mixed(sum + hashOf(point));
        }
        hash = mixed(hash + sum);
    }
    return hash;
}

using Vertices = std::span<const MercatorPoint>;

/// The same ring, wherever it starts and whichever way it turns.
bool sameRing(Vertices a, Vertices b)
{
    const std::size_t size = a.size();
    for (std::size_t start = 0; start < size; ++start) {
        if (b[start] != a[0]) {
            continue;
        }
        const auto equalTurning = [&](std::size_t step) {
            for (std::size_t i = 0, at = start; i < size; ++i, at = (at + step) % size) {
                if (a[i] != b[at]) {
                    return false;
                }
            }
            return true;
        };
        if (equalTurning(1) || equalTurning(size - 1)) {
            return true;
        }
    }
    return size == 0;
}

bool samePart(const GeometryTable& before, const GeometryPart& a, const GeometryTable& after,
              const GeometryPart& b)
{
    if (a.kind != b.kind || a.vertexCount != b.vertexCount) {
        return false;
    }
    const Vertices olds = before.verticesOf(a);
    const Vertices news = after.verticesOf(b);
    const bool ring = a.kind == PartKind::outerRing || a.kind == PartKind::innerRing;
    return std::ranges::equal(olds, news) || (ring && sameRing(olds, news));
}

bool hasNumber(const Column& column)
{
    return !std::holds_alternative<std::vector<StringPool::Id>>(column.values);
}

} // namespace

RowComparison::RowComparison(const Layer& before, const Layer& after)
    : m_before(before), m_after(after)
{
    const StringPool& olds = *before.properties.strings;
    const StringPool& news = *after.properties.strings;
    m_textNumbers.resize(olds.size(), StringPool::none);
    for (StringPool::Id id = 1; id < olds.size(); ++id) {
        const StringPool::Id known = news.find(olds.text(id));
        m_textNumbers[id] = known == StringPool::none ? kOldOnly + id : known;
    }

    const TimeFields& then = before.timeFields;
    const TimeFields& now = after.timeFields;
    const std::array<std::pair<const std::string*, const std::string*>, 3> roles{
        {{&then.startField, &now.startField},
         {&then.endField, &now.endField},
         {&then.precisionField, &now.precisionField}}};
    for (const auto& [oldName, newName] : roles) {
        if (!oldName->empty() || !newName->empty()) {
            // a field that is read as a date on one side only may have been there before
            m_dates.push_back(fieldOf(oldName->empty() ? *newName : *oldName,
                                      newName->empty() ? *oldName : *newName));
        }
    }
    // A column that is compared as a date is not compared as words too, unless it stands against
    // another field there: nothing that changed may get lost.
    const auto isDate = [this](const Field& field) {
        return std::ranges::any_of(m_dates, [&](const Field& date) {
            return (!field.before || date.before == field.before) &&
                   (!field.after || date.after == field.after);
        });
    };
    const auto addWords = [&](const Field& field) {
        if (!isDate(field)) {
            m_words.push_back(field);
        }
    };
    for (const Column& column : after.properties.columns) {
        addWords(fieldOf(column.name, column.name));
    }
    for (const Column& column : before.properties.columns) {
        if (!after.properties.find(column.name)) {
            addWords(fieldOf(column.name, column.name));
        }
    }
}

RowComparison::Field RowComparison::fieldOf(std::string_view oldName,
                                            std::string_view newName) const
{
    Field field{std::string(newName), m_before.properties.find(oldName),
                m_after.properties.find(newName)};
    if (field.before && field.after) {
        const Column& then = m_before.properties.columns[*field.before];
        const Column& now = m_after.properties.columns[*field.after];
        field.alike = then.values.index() == now.values.index() &&
                      (!hasNumber(then) || then.type == now.type);
    }
    return field;
}

std::uint64_t RowComparison::cell(Side side, std::size_t column, std::uint32_t row) const
{
    const Layer& layer = side == Side::before ? m_before : m_after;
    const auto& values = layer.properties.columns[column].values;
    if (const auto* texts = std::get_if<std::vector<StringPool::Id>>(&values)) {
        const std::uint64_t id = (*texts)[row];
        return id == StringPool::none ? noKey : side == Side::before ? m_textNumbers[id] : id;
    }
    if (const auto* numbers = std::get_if<std::vector<std::int64_t>>(&values)) {
        return static_cast<std::uint64_t>((*numbers)[row]);
    }
    const double value = std::get<std::vector<double>>(values)[row];
    // No value is NaN; -0 and 0 are one number, and its bits are not those of noKey.
    return std::isnan(value) ? noKey : std::bit_cast<std::uint64_t>(value + 0.0);
}

bool RowComparison::isEmptyText(Side side, std::size_t column, std::uint32_t row) const
{
    const PropertyTable& table = (side == Side::before ? m_before : m_after).properties;
    const auto* texts = std::get_if<std::vector<StringPool::Id>>(&table.columns[column].values);
    return texts != nullptr && table.strings->text((*texts)[row]).empty();
}

std::optional<std::string> RowComparison::text(Side side, std::optional<std::size_t> column,
                                               std::uint32_t row) const
{
    const Layer& layer = side == Side::before ? m_before : m_after;
    return column ? layer.properties.text(*column, row) : std::nullopt;
}

bool RowComparison::sameCell(const Field& field, std::uint32_t oldRow, std::uint32_t newRow) const
{
    if (field.alike) {
        return cell(Side::before, *field.before, oldRow) == cell(Side::after, *field.after, newRow);
    }
    return text(Side::before, field.before, oldRow) == text(Side::after, field.after, newRow);
}

bool RowComparison::samePlace(std::uint32_t oldRow, std::uint32_t newRow) const
{
    return std::ranges::equal(m_before.geometry.partsOf(oldRow), m_after.geometry.partsOf(newRow),
                              [this](const GeometryPart& a, const GeometryPart& b) {
                                  return samePart(m_before.geometry, a, m_after.geometry, b);
                              });
}

bool RowComparison::sameDates(std::uint32_t oldRow, std::uint32_t newRow) const
{
    const TrackFixes then = m_before.tracks.fixesOf(std::size_t{oldRow});
    const TrackFixes now = m_after.tracks.fixesOf(std::size_t{newRow});
    return m_before.spans[oldRow] == m_after.spans[newRow] &&
           std::ranges::equal(then.times, now.times) && std::ranges::equal(then.marks, now.marks) &&
           std::ranges::all_of(m_dates,
                               [&](const Field& field) { return sameCell(field, oldRow, newRow); });
}

bool RowComparison::sameWords(std::uint32_t oldRow, std::uint32_t newRow) const
{
    return std::ranges::all_of(m_words,
                               [&](const Field& field) { return sameCell(field, oldRow, newRow); });
}

std::uint64_t RowComparison::placeAndDates(Side side, std::uint32_t row) const
{
    const Layer& layer = side == Side::before ? m_before : m_after;
    const Span& span = layer.spans[row];
    std::uint64_t hash = hashOfPlace(layer.geometry, row);
    for (const Instant bound : {span.beginMin, span.beginMax, span.endMin, span.endMax}) {
        hash = mixed(hash + static_cast<std::uint64_t>(bound));
    }
    // kept off the one value that would say that there is no key
    return hash == noKey ? 0 : hash;
}

std::uint64_t RowComparison::content(Side side, std::uint32_t row) const
{
    std::uint64_t hash = placeAndDates(side, row);
    for (const std::vector<Field>* fields : {&m_dates, &m_words}) {
        for (const Field& field : *fields) {
            if (field.alike) {
                hash = mixed(hash +
                             cell(side, side == Side::before ? *field.before : *field.after, row));
            }
        }
    }
    return hash;
}

RowComparison::Keys RowComparison::keysBy(std::string_view name) const
{
    const Field field = fieldOf(name, name);
    Keys keys{std::vector<std::uint64_t>(m_before.rowCount(), noKey),
              std::vector<std::uint64_t>(m_after.rowCount(), noKey)};
    StringPool written; // texts on one side and numbers on the other meet as texts
    const auto fill = [&](Side side, std::size_t column, std::vector<std::uint64_t>& numbers) {
        for (std::uint32_t row = 0; row < numbers.size(); ++row) {
            if (field.alike) {
                numbers[row] = isEmptyText(side, column, row) ? noKey : cell(side, column, row);
            } else if (const auto value = text(side, column, row); value && !value->empty()) {
                numbers[row] = written.add(*value);
            }
        }
    };
    fill(Side::before, *field.before, keys.before);
    fill(Side::after, *field.after, keys.after);
    return keys;
}

std::vector<ValueChange> RowComparison::changesOf(const std::vector<Field>& fields,
                                                  std::uint32_t oldRow, std::uint32_t newRow) const
{
    std::vector<ValueChange> changes;
    for (const Field& field : fields) {
        if (!sameCell(field, oldRow, newRow)) {
            changes.push_back({field.name, text(Side::before, field.before, oldRow),
                               text(Side::after, field.after, newRow)});
        }
    }
    return changes;
}

std::vector<ValueChange> RowComparison::words(std::uint32_t oldRow, std::uint32_t newRow) const
{
    return changesOf(m_words, oldRow, newRow);
}

std::vector<ValueChange> RowComparison::dates(std::uint32_t oldRow, std::uint32_t newRow) const
{
    return changesOf(m_dates, oldRow, newRow);
}

} // namespace masar::core
