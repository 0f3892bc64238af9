// SPDX-License-Identifier: Apache-2.0
#include "app/cli/diff_report.hpp"

#include "app/cli/frame_report.hpp"
#include "app/cli/info_report.hpp"
#include "core/query/row_comparison.hpp"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace masar::app {

namespace {

const core::Layer& layerOrNone(const core::Layer* layer)
{
    static const core::Layer none;
    return layer != nullptr ? *layer : none;
}

QString fromUtf8(const std::string& text)
{
    return QString::fromStdString(text);
}

QJsonValue valueOrNull(const std::optional<std::string>& value)
{
    return value ? QJsonValue(fromUtf8(*value)) : QJsonValue(QJsonValue::Null);
}

QJsonValue placeOrNull(const std::optional<core::LonLat>& place)
{
    return place ? QJsonValue(QJsonArray{place->lonDeg, place->latDeg})
                 : QJsonValue(QJsonValue::Null);
}

/// The dates of a row as they were read: "2026-02-11/2026-02-20", ".." for an open end.
std::optional<std::string> datesRead(const core::Layer& layer, std::uint32_t row,
                                     const core::Zone& zone)
{
    const core::Span& span = layer.spans[row];
    if (!span.dated()) {
        return std::nullopt;
    }
    const auto side = [&zone](core::Instant instant, bool end) {
        return core::isFinite(instant) ? writtenMoment(instant, zone, end) : QStringLiteral("..");
    };
    return (side(span.beginMin, false) + QLatin1Char('/') + side(span.endMax, true)).toStdString();
}

core::Zone zoneOf(const core::Layer& layer)
{
    return core::Zone::named(layer.timeFields.zone).value_or(core::Zone());
}

/// One layer's changes in words.
class ChangeReader {
public:
    explicit ChangeReader(const LayerPair& pair)
        : m_pair(pair), m_before(layerOrNone(pair.before)), m_after(layerOrNone(pair.after)),
          m_oldZone(zoneOf(m_before)), m_newZone(zoneOf(m_after)), m_rows(m_before, m_after)
    {
    }

    [[nodiscard]] QStringList kinds(const core::Change& change) const
    {
        static constexpr std::array<std::pair<std::uint8_t, const char*>, 6> names{
            {{core::change_kinds::added, "added"},
             {core::change_kinds::removed, "removed"},
             {core::change_kinds::moved, "moved"},
             {core::change_kinds::redated, "redated"},
             {core::change_kinds::reworded, "reworded"},
             {core::change_kinds::ambiguous, "ambiguous"}}};
        QStringList list;
        for (const auto& [kind, name] : names) {
            if ((change.kinds & kind) != 0) {
                list << QString::fromLatin1(name);
            }
        }
        return list;
    }

    [[nodiscard]] std::optional<std::string> key(const core::Change& change) const
    {
        const bool isThere = change.newRow != core::kNoRow;
        return (isThere ? m_after : m_before)
            .properties.text(m_pair.diff.keyField, isThere ? change.newRow : change.oldRow);
    }

    /// The feature's number in its file, from 0.
    [[nodiscard]] std::optional<qint64> oldFeature(const core::Change& change) const
    {
        return change.oldRow == core::kNoRow
                   ? std::nullopt
                   : std::optional<qint64>(m_before.sourceIndex[change.oldRow]);
    }
    [[nodiscard]] std::optional<qint64> newFeature(const core::Change& change) const
    {
        return change.newRow == core::kNoRow
                   ? std::nullopt
                   : std::optional<qint64>(m_after.sourceIndex[change.newRow]);
    }

    [[nodiscard]] std::optional<core::Move> move(const core::Change& change) const
    {
        return (change.kinds & core::change_kinds::moved) == 0
                   ? std::nullopt
                   : std::optional(core::moveOf(m_before, m_after, change));
    }

    /// The dates as written; without a field where the same text is read otherwise, or where only
    /// fixes of a track changed.
    [[nodiscard]] std::vector<core::ValueChange> dates(const core::Change& change) const
    {
        if ((change.kinds & core::change_kinds::redated) == 0) {
            return {};
        }
        auto dates = m_rows.dates(change.oldRow, change.newRow);
        if (dates.empty()) {
            dates.push_back({{},
                             datesRead(m_before, change.oldRow, m_oldZone),
                             datesRead(m_after, change.newRow, m_newZone)});
        }
        return dates;
    }

    [[nodiscard]] std::vector<core::ValueChange> words(const core::Change& change) const
    {
        return (change.kinds & core::change_kinds::reworded) == 0
                   ? std::vector<core::ValueChange>()
                   : m_rows.words(change.oldRow, change.newRow);
    }

private:
    const LayerPair& m_pair;
    const core::Layer& m_before;
    const core::Layer& m_after;
    core::Zone m_oldZone, m_newZone;
    core::RowComparison m_rows;
};

QJsonArray valuesJson(const std::vector<core::ValueChange>& values)
{
    QJsonArray list;
    for (const core::ValueChange& value : values) {
        list.append(QJsonObject{{QStringLiteral("field"), value.field.empty()
                                                              ? QJsonValue(QJsonValue::Null)
                                                              : QJsonValue(fromUtf8(value.field))},
                                {QStringLiteral("before"), valueOrNull(value.before)},
                                {QStringLiteral("after"), valueOrNull(value.after)}});
    }
    return list;
}

QJsonObject changeJson(const ChangeReader& reader, const core::Change& change)
{
    const auto numberOrNull = [](std::optional<qint64> number) {
        return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
    };
    QJsonObject json{{QStringLiteral("kinds"), QJsonArray::fromStringList(reader.kinds(change))},
                     {QStringLiteral("key"), valueOrNull(reader.key(change))},
                     {QStringLiteral("old_feature"), numberOrNull(reader.oldFeature(change))},
                     {QStringLiteral("new_feature"), numberOrNull(reader.newFeature(change))},
                     {QStringLiteral("moved"), QJsonValue::Null},
                     {QStringLiteral("dates"), valuesJson(reader.dates(change))},
                     {QStringLiteral("fields"), valuesJson(reader.words(change))}};
    if (const auto move = reader.move(change)) {
        json[QStringLiteral("moved")] =
            QJsonObject{// to the millimetre: places are known to the centimetre
                        {QStringLiteral("metres"),
                         move->metres ? QJsonValue(std::round(*move->metres * 1000) / 1000)
                                      : QJsonValue(QJsonValue::Null)},
                        {QStringLiteral("reshaped"), move->reshaped},
                        {QStringLiteral("from"), placeOrNull(move->from)},
                        {QStringLiteral("to"), placeOrNull(move->to)}};
    }
    return json;
}

QJsonObject bothJson(std::uint64_t before, std::uint64_t after)
{
    return {{QStringLiteral("old"), static_cast<qint64>(before)},
            {QStringLiteral("new"), static_cast<qint64>(after)}};
}

/// All of a layer but its changes.
QJsonObject pairJson(const LayerPair& pair)
{
    const core::Layer& before = layerOrNone(pair.before);
    const core::Layer& after = layerOrNone(pair.after);
    const core::ChangeCounts& counts = pair.diff.counts;
    const auto number = [](std::uint32_t count) { return static_cast<qint64>(count); };
    QJsonValue onlyIn = QJsonValue::Null;
    if (pair.before == nullptr || pair.after == nullptr) {
        onlyIn = pair.before == nullptr ? QStringLiteral("new") : QStringLiteral("old");
    }
    return {{QStringLiteral("name"), fromUtf8((pair.after != nullptr ? after : before).name)},
            {QStringLiteral("only_in"), onlyIn},
            {QStringLiteral("key"), pair.diff.keyField.empty()
                                        ? QJsonValue(QJsonValue::Null)
                                        : QJsonValue(fromUtf8(pair.diff.keyField))},
            {QStringLiteral("features"), bothJson(before.rowCount(), after.rowCount())},
            {QStringLiteral("rejected"), bothJson(before.counts.rejected, after.counts.rejected)},
            {QStringLiteral("same"), number(counts.same)},
            {QStringLiteral("changed"), number(counts.changed)},
            {QStringLiteral("added"), number(counts.added)},
            {QStringLiteral("removed"), number(counts.removed)},
            {QStringLiteral("moved"), number(counts.moved)},
            {QStringLiteral("redated"), number(counts.redated)},
            {QStringLiteral("reworded"), number(counts.reworded)},
            {QStringLiteral("ambiguous"), bothJson(counts.ambiguousOld, counts.ambiguousNew)},
            {QStringLiteral("without_key"), bothJson(counts.withoutKeyOld, counts.withoutKeyNew)}};
}

/// An object without its closing brace, for an array to follow under a name.
QByteArray openJson(const QJsonObject& object, const char* name)
{
    QByteArray text = QJsonDocument(object).toJson(QJsonDocument::Compact);
    text.chop(1);
    return text + ",\"" + name + "\":[";
}

QString quoted(const std::optional<std::string>& value)
{
    return value ? QLatin1Char('"') + fromUtf8(*value) + QLatin1Char('"')
                 : QStringLiteral("nothing");
}

QByteArray textLine(const QString& line)
{
    return printable(line).toUtf8() + '\n';
}

QString headLine(const LayerPair& pair)
{
    const core::ChangeCounts& counts = pair.diff.counts;
    const core::Layer& before = layerOrNone(pair.before);
    const core::Layer& after = layerOrNone(pair.after);
    QString line =
        QStringLiteral("layer %1, features the same by %2: %3 before, %4 now; %5 the same, "
                       "%6 added, %7 removed, %8 changed")
            .arg(fromUtf8((pair.after != nullptr ? after : before).name),
                 pair.diff.keyField.empty() ? QStringLiteral("place and dates")
                                            : fromUtf8(pair.diff.keyField))
            .arg(before.rowCount())
            .arg(after.rowCount())
            .arg(counts.same)
            .arg(counts.added)
            .arg(counts.removed)
            .arg(counts.changed);
    line += QStringLiteral(" (%1 moved, %2 redated, %3 reworded)")
                .arg(counts.moved)
                .arg(counts.redated)
                .arg(counts.reworded);
    const auto add = [&line](const QString& text, std::uint64_t then, std::uint64_t now) {
        if (then + now > 0) {
            line += text.arg(then).arg(now);
        }
    };
    add(QStringLiteral("; ambiguous: %1 before, %2 now"), counts.ambiguousOld, counts.ambiguousNew);
    add(QStringLiteral("; without a key: %1 before, %2 now"), counts.withoutKeyOld,
        counts.withoutKeyNew);
    add(QStringLiteral("; not read: %1 before, %2 now"), before.counts.rejected,
        after.counts.rejected);
    if (pair.before == nullptr || pair.after == nullptr) {
        line += pair.before == nullptr ? QStringLiteral("; the old file has no such layer")
                                       : QStringLiteral("; the new file has no such layer");
    }
    return line;
}

QByteArray changeText(const ChangeReader& reader, const core::Change& change)
{
    QStringList kinds = reader.kinds(change);
    if (const auto move = reader.move(change)) {
        QString moved = QStringLiteral("moved");
        if (move->metres) {
            moved += QStringLiteral(" %1 m").arg(*move->metres, 0, 'f', 2);
        } else {
            moved += move->to ? QStringLiteral(" to a place, from none")
                              : QStringLiteral(" to no place");
        }
        if (move->reshaped && move->metres) {
            moved += QStringLiteral(" and reshaped");
        }
        kinds.replaceInStrings(QStringLiteral("moved"), moved);
    }
    const auto key = reader.key(change);
    const auto number =
        reader.newFeature(change) ? reader.newFeature(change) : reader.oldFeature(change);
    QByteArray text =
        textLine(QStringLiteral("  %1: %2")
                     .arg(key ? fromUtf8(*key) : QStringLiteral("feature %1").arg(*number),
                          kinds.join(QStringLiteral(", "))));
    for (const auto& values : {reader.dates(change), reader.words(change)}) {
        for (const core::ValueChange& value : values) {
            text += textLine(QStringLiteral("    %1: %2 -> %3")
                                 .arg(value.field.empty() ? QStringLiteral("dates as read")
                                                          : fromUtf8(value.field),
                                      quoted(value.before), quoted(value.after)));
        }
    }
    return text;
}

} // namespace

core::Result<std::vector<LayerPair>> compareFiles(const core::VectorFile& before,
                                                  const core::VectorFile& after,
                                                  const std::string& keyField)
{
    std::vector<LayerPair> pairs;
    for (const core::Layer& now : after.layers) {
        pairs.push_back({nullptr, &now, {}});
    }
    const bool single = before.layers.size() == 1 && after.layers.size() == 1;
    for (const core::Layer& then : before.layers) {
        const auto other = std::ranges::find_if(pairs, [&](const LayerPair& pair) {
            return pair.before == nullptr && pair.after != nullptr &&
                   (single || pair.after->name == then.name);
        });
        if (other != pairs.end()) {
            other->before = &then;
        } else {
            pairs.push_back({&then, nullptr, {}});
        }
    }
    for (LayerPair& pair : pairs) {
        const bool both = pair.before != nullptr && pair.after != nullptr;
        auto diff = core::diffOf(layerOrNone(pair.before), layerOrNone(pair.after),
                                 {.keyField = both ? keyField : std::string()});
        if (!diff) {
            return std::unexpected(diff.error());
        }
        pair.diff = std::move(*diff);
    }
    return pairs;
}

bool isSame(const std::vector<LayerPair>& layers)
{
    return std::ranges::all_of(layers, [](const LayerPair& pair) {
        return pair.before != nullptr && pair.after != nullptr && pair.diff.changes.empty();
    });
}

void writeDiffJson(const core::VectorFile& before, const core::VectorFile& after,
                   const std::vector<LayerPair>& layers, const DiffOutput& output)
{
    const auto fileJson = [](const core::VectorFile& file) {
        return QJsonObject{{QStringLiteral("path"), fromUtf8(file.path)},
                           {QStringLiteral("driver"), fromUtf8(file.driver)}};
    };
    output(openJson({{QStringLiteral("old"), fileJson(before)},
                     {QStringLiteral("new"), fileJson(after)},
                     {QStringLiteral("same"), isSame(layers)}},
                    "layers"));
    QByteArray betweenLayers;
    for (const LayerPair& pair : layers) {
        output(betweenLayers + '\n' + openJson(pairJson(pair), "changes"));
        betweenLayers = ",";
        const ChangeReader reader(pair);
        QByteArray between;
        for (const core::Change& change : pair.diff.changes) {
            output(between + '\n' +
                   QJsonDocument(changeJson(reader, change)).toJson(QJsonDocument::Compact));
            between = ",";
        }
        output("]}");
    }
    output("]}\n");
}

void writeDiffText(const std::vector<LayerPair>& layers, const DiffOutput& output)
{
    for (const LayerPair& pair : layers) {
        output(textLine(headLine(pair)));
        const ChangeReader reader(pair);
        for (const core::Change& change : pair.diff.changes) {
            output(changeText(reader, change));
        }
    }
}

} // namespace masar::app
