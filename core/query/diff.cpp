// SPDX-License-Identifier: Apache-2.0
#include "core/query/diff.hpp"

#include "core/crs/geodesic.hpp"
#include "core/query/row_comparison.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <tuple>

namespace masar::core {

namespace {

/// A row and the number by which it is matched.
struct Keyed {
    std::uint64_t key = 0;
    std::uint32_t row = 0;

    auto operator<=>(const Keyed&) const = default;
};

std::vector<Keyed> sorted(const std::vector<std::uint64_t>& keys)
{
    std::vector<Keyed> rows;
    rows.reserve(keys.size());
    for (const std::uint64_t key : keys) {
        rows.push_back({key, static_cast<std::uint32_t>(rows.size())});
    }
    std::ranges::sort(rows);
    return rows;
}

/// Most rows have a key that no other of their layer has.
bool mostlyUnique(const std::vector<std::uint64_t>& keys)
{
    std::vector<std::uint64_t> all = keys;
    std::ranges::sort(all);
    std::size_t own = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        own += all[i] != RowComparison::noKey && (i == 0 || all[i - 1] != all[i]) &&
               (i + 1 == all.size() || all[i + 1] != all[i]);
    }
    return own * 2 > all.size() || all.empty();
}

using Rows = std::span<const Keyed>;

/// Finds the changes of two layers, group by group of what has one key.
class Matcher {
public:
    Matcher(const RowComparison& rows, bool byKey) : m_rows(rows), m_byKey(byKey) {}

    void match(std::uint64_t key, Rows olds, Rows news);
    /// In the order that LayerDiff has them.
    [[nodiscard]] std::vector<Change> takeChanges();
    [[nodiscard]] const ChangeCounts& counts() const { return m_counts; }

private:
    [[nodiscard]] std::uint8_t kindsOf(std::uint32_t oldRow, std::uint32_t newRow) const;
    void pair(std::uint32_t oldRow, std::uint32_t newRow, std::uint8_t kinds);
    void matchIdentical(Rows olds, Rows news);
    void leave(std::span<const std::uint32_t> olds, std::span<const std::uint32_t> news);

    const RowComparison& m_rows;
    bool m_byKey;
    ChangeCounts m_counts;
    std::vector<Change> m_changes;
};

std::uint8_t Matcher::kindsOf(std::uint32_t oldRow, std::uint32_t newRow) const
{
    std::uint8_t kinds = 0;
    if (!m_rows.samePlace(oldRow, newRow)) {
        kinds |= change_kinds::moved;
    }
    if (!m_rows.sameDates(oldRow, newRow)) {
        kinds |= change_kinds::redated;
    }
    if (!m_rows.sameWords(oldRow, newRow)) {
        kinds |= change_kinds::reworded;
    }
    return kinds;
}

void Matcher::pair(std::uint32_t oldRow, std::uint32_t newRow, std::uint8_t kinds)
{
    if (kinds == 0) {
        ++m_counts.same;
        return;
    }
    ++m_counts.changed;
    m_counts.moved += (kinds & change_kinds::moved) != 0;
    m_counts.redated += (kinds & change_kinds::redated) != 0;
    m_counts.reworded += (kinds & change_kinds::reworded) != 0;
    m_changes.push_back({oldRow, newRow, kinds});
}

/// What is left of a group: on one side only it is plain what happened to it.
void Matcher::leave(std::span<const std::uint32_t> olds, std::span<const std::uint32_t> news)
{
    const bool ambiguous = !olds.empty() && !news.empty();
    for (const std::uint32_t row : olds) {
        ++(ambiguous ? m_counts.ambiguousOld : m_counts.removed);
        m_changes.push_back(
            {row, kNoRow, ambiguous ? change_kinds::ambiguous : change_kinds::removed});
    }
    for (const std::uint32_t row : news) {
        ++(ambiguous ? m_counts.ambiguousNew : m_counts.added);
        m_changes.push_back(
            {kNoRow, row, ambiguous ? change_kinds::ambiguous : change_kinds::added});
    }
}

void Matcher::matchIdentical(Rows olds, Rows news)
{
    const auto byContent = [this](Side side, Rows rows) {
        std::vector<Keyed> contents;
        for (const Keyed& keyed : rows) {
            contents.push_back({m_rows.content(side, keyed.row), keyed.row});
        }
        std::ranges::sort(contents);
        return contents;
    };
    const std::vector<Keyed> then = byContent(Side::before, olds);
    const std::vector<Keyed> now = byContent(Side::after, news);
    std::vector<std::uint32_t> oldLeft;
    std::vector<std::uint32_t> newLeft;
    auto other = now.begin();
    for (const Keyed& old : then) {
        for (; other != now.end() && other->key < old.key; ++other) {
            newLeft.push_back(other->row);
        }
        const bool same =
            other != now.end() && other->key == old.key && kindsOf(old.row, other->row) == 0;
        if (same) {
            pair(old.row, other->row, 0);
            ++other;
        } else {
            oldLeft.push_back(old.row);
        }
    }
    for (; other != now.end(); ++other) {
        newLeft.push_back(other->row);
    }
    leave(oldLeft, newLeft);
}

void Matcher::match(std::uint64_t key, Rows olds, Rows news)
{
    if (olds.size() == 1 && news.size() == 1 && key != RowComparison::noKey) {
        const std::uint8_t kinds = kindsOf(olds.front().row, news.front().row);
        // Two places and dates may have one hash.
        if (m_byKey || (kinds & (change_kinds::moved | change_kinds::redated)) == 0) {
            pair(olds.front().row, news.front().row, kinds);
        } else {
            leave(std::array{olds.front().row}, {});
            leave({}, std::array{news.front().row});
        }
        return;
    }
    matchIdentical(olds, news);
}

std::vector<Change> Matcher::takeChanges()
{
    std::ranges::sort(m_changes, {}, [](const Change& change) {
        return std::tuple(change.newRow, change.oldRow); // kNoRow is greater than any row
    });
    return std::move(m_changes);
}

std::uint32_t withoutKey(const std::vector<std::uint64_t>& keys)
{
    return static_cast<std::uint32_t>(std::ranges::count(keys, RowComparison::noKey));
}

std::vector<std::uint64_t> placesAndDates(const RowComparison& rows, Side side, std::size_t count)
{
    std::vector<std::uint64_t> keys;
    keys.reserve(count);
    for (std::uint32_t row = 0; row < count; ++row) {
        keys.push_back(rows.placeAndDates(side, row));
    }
    return keys;
}

bool hasField(const Layer& before, const Layer& after, std::string_view name)
{
    return before.properties.find(name) && after.properties.find(name);
}

/// The middle of a feature's box.
std::optional<LonLat> middleOf(const GeometryTable& geometry, std::uint32_t row)
{
    const MercatorBox box = geometry.boxOfFeature(row);
    if (box.empty()) {
        return std::nullopt;
    }
    return toLonLat({box.minX + (box.maxX - box.minX) / 2, box.minY + (box.maxY - box.minY) / 2});
}

bool sameParts(std::span<const GeometryPart> a, std::span<const GeometryPart> b)
{
    return std::ranges::equal(a, b, [](const GeometryPart& one, const GeometryPart& other) {
        return one.kind == other.kind && one.vertexCount == other.vertexCount;
    });
}

} // namespace

Result<LayerDiff> diffOf(const Layer& before, const Layer& after, const DiffOptions& options)
{
    LayerDiff diff;
    diff.keyField = options.keyField;
    for (const Layer* layer : {&before, &after}) {
        if (!diff.keyField.empty() && !layer->properties.find(diff.keyField)) {
            return fail(ErrorCode::notFound, "there is no field \"" + diff.keyField + "\"",
                        layer->path);
        }
    }
    const RowComparison rows(before, after);
    RowComparison::Keys keys;
    if (!diff.keyField.empty()) {
        keys = rows.keysBy(diff.keyField);
    } else {
        for (const std::string_view name : {"id", "@id"}) {
            if (diff.keyField.empty() && hasField(before, after, name)) {
                keys = rows.keysBy(name);
                diff.keyField = mostlyUnique(keys.before) && mostlyUnique(keys.after)
                                    ? name
                                    : std::string_view();
            }
        }
    }
    const bool byKey = !diff.keyField.empty();
    if (!byKey) {
        keys = {placesAndDates(rows, Side::before, before.rowCount()),
                placesAndDates(rows, Side::after, after.rowCount())};
    }
    const std::vector<Keyed> olds = sorted(keys.before);
    const std::vector<Keyed> news = sorted(keys.after);

    Matcher matcher(rows, byKey);
    constexpr std::size_t reportEvery = 16384;
    std::size_t groups = 0;
    auto old = olds.begin();
    auto now = news.begin();
    while (old != olds.end() || now != news.end()) {
        if (++groups % reportEvery == 0) {
            if (options.stop.stop_requested()) {
                return fail(ErrorCode::cancelled, "the comparison was stopped", after.path);
            }
            if (options.progress) {
                options.progress(static_cast<double>(old - olds.begin() + (now - news.begin())) /
                                 static_cast<double>(olds.size() + news.size()));
            }
        }
        const std::uint64_t key = now == news.end()   ? old->key
                                  : old == olds.end() ? now->key
                                                      : std::min(old->key, now->key);
        const auto same = [key](const Keyed& keyed) { return keyed.key == key; };
        const auto oldEnd = std::find_if_not(old, olds.end(), same);
        const auto newEnd = std::find_if_not(now, news.end(), same);
        matcher.match(key, Rows(old, oldEnd), Rows(now, newEnd));
        old = oldEnd;
        now = newEnd;
    }
    diff.counts = matcher.counts();
    diff.changes = matcher.takeChanges();
    if (byKey) {
        diff.counts.withoutKeyOld = withoutKey(keys.before);
        diff.counts.withoutKeyNew = withoutKey(keys.after);
    }
    return diff;
}

Move moveOf(const Layer& before, const Layer& after, const Change& change)
{
    const auto thenParts = before.geometry.partsOf(change.oldRow);
    const auto nowParts = after.geometry.partsOf(change.newRow);
    Move move{middleOf(before.geometry, change.oldRow),
              middleOf(after.geometry, change.newRow),
              {},
              !sameParts(thenParts, nowParts)};
    if (!move.from || !move.to) {
        return move;
    }
    if (move.reshaped) {
        move.metres = geodesicBetween(*move.from, *move.to).metres;
        return move;
    }
    move.metres = 0;
    for (std::size_t part = 0; part < thenParts.size(); ++part) {
        const auto then = before.geometry.verticesOf(thenParts[part]);
        const auto now = after.geometry.verticesOf(nowParts[part]);
        for (std::size_t i = 0; i < then.size(); ++i) {
            if (then[i] != now[i]) {
                move.metres = std::max(*move.metres,
                                       geodesicBetween(toLonLat(then[i]), toLonLat(now[i])).metres);
            }
        }
    }
    return move;
}

} // namespace masar::core
