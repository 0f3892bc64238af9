// SPDX-License-Identifier: Apache-2.0
#include "app/models/changes_model.hpp"

#include "app/map/place_text.hpp"
#include "app/models/record.hpp"

#include <QStringList>

#include <array>

namespace masar::app {

namespace {

using ChangeWhich = ChangesModel::Which;

struct KindOfChange {
    ChangeWhich which;
    std::uint8_t bit;
};
constexpr std::array kKindsOfChange{
    KindOfChange{ChangeWhich::Added, core::change_kinds::added},
    KindOfChange{ChangeWhich::Removed, core::change_kinds::removed},
    KindOfChange{ChangeWhich::Moved, core::change_kinds::moved},
    KindOfChange{ChangeWhich::Redated, core::change_kinds::redated},
    KindOfChange{ChangeWhich::Reworded, core::change_kinds::reworded},
    KindOfChange{ChangeWhich::Ambiguous, core::change_kinds::ambiguous}};

std::uint8_t bitsOf(ChangeWhich which)
{
    for (const KindOfChange& kind : kKindsOfChange) {
        if (kind.which == which) {
            return kind.bit;
        }
    }
    return 0xFF;
}

std::uint32_t countOf(const core::ChangeCounts& counts, ChangeWhich which)
{
    switch (which) {
    case ChangeWhich::All:
        return counts.changed + counts.added + counts.removed + counts.ambiguousOld +
               counts.ambiguousNew;
    case ChangeWhich::Added:
        return counts.added;
    case ChangeWhich::Removed:
        return counts.removed;
    case ChangeWhich::Moved:
        return counts.moved;
    case ChangeWhich::Redated:
        return counts.redated;
    case ChangeWhich::Reworded:
        return counts.reworded;
    case ChangeWhich::Ambiguous:
        return counts.ambiguousOld + counts.ambiguousNew;
    }
    return 0;
}

} // namespace

QString changeCountsText(const core::ChangeCounts& counts, const QLocale& numbers)
{
    const auto words = [](ChangeWhich which) {
        switch (which) {
        case ChangeWhich::Added:
            return ChangesModel::tr("%1 added", "features, their count");
        case ChangeWhich::Removed:
            return ChangesModel::tr("%1 removed", "features, their count");
        case ChangeWhich::Moved:
            return ChangesModel::tr("%1 moved", "features, their count");
        case ChangeWhich::Redated:
            return ChangesModel::tr("%1 re-dated", "features, their count");
        case ChangeWhich::Reworded:
            return ChangesModel::tr("%1 re-worded", "features, their count");
        case ChangeWhich::Ambiguous:
            return ChangesModel::tr("%1 unclear", "features that cannot be matched, their count");
        case ChangeWhich::All:
            break;
        }
        return QString();
    };
    QStringList parts;
    for (const KindOfChange& kind : kKindsOfChange) {
        if (const std::uint32_t count = countOf(counts, kind.which); count > 0) {
            parts << words(kind.which).arg(numbers.toString(count));
        }
    }
    return parts.join(ChangesModel::tr(", ", "between parts of a list"));
}

QString ChangesModel::summary() const
{
    if (!m_difference) {
        return {};
    }
    const core::LayerDiff& diff = m_difference->diff;
    const QString what =
        diff.changes.empty()
            ? tr("Nothing changed.")
            : tr("%Ln change(s).", nullptr, static_cast<int>(countOf(diff.counts, Which::All))) +
                  QLatin1Char(' ') +
                  tr("%Ln feature(s) are as before.", nullptr, static_cast<int>(diff.counts.same));
    return what + QLatin1Char(' ') +
           (diff.keyField.empty()
                ? tr("Features are matched by place and dates: what moved counts as removed and "
                     "added.")
                : tr("Features are matched by “%1”.").arg(QString::fromStdString(diff.keyField)));
}

QStringList ChangesModel::keys() const
{
    if (!m_difference) {
        return {};
    }
    QStringList keys{tr("Found automatically", "the field that features are matched by")};
    for (const std::string& field : m_difference->commonFields()) {
        keys << QString::fromStdString(field);
    }
    return keys;
}

int ChangesModel::key() const
{
    return m_difference && !m_difference->askedKey.empty()
               ? static_cast<int>(keys().indexOf(QString::fromStdString(m_difference->askedKey)))
               : 0;
}

void ChangesModel::matchBy(int key)
{
    if (m_difference && key != this->key() && key >= 0) {
        emit keyWanted(key == 0 ? QString() : keys().value(key));
    }
}

QVariantList ChangesModel::kinds() const
{
    QVariantList list;
    if (!m_difference) {
        return list;
    }
    const auto nameOfKind = [](Which which) {
        switch (which) {
        case Which::All:
            return tr("All %1", "changes, their count");
        case Which::Added:
            return tr("Added %1", "features, their count");
        case Which::Removed:
            return tr("Removed %1", "features, their count");
        case Which::Moved:
            return tr("Moved %1", "features, their count");
        case Which::Redated:
            return tr("Re-dated %1", "features, their count");
        case Which::Reworded:
            return tr("Re-worded %1", "features, their count");
        case Which::Ambiguous:
            return tr("Unclear %1", "features that cannot be matched, their count");
        }
        return QString();
    };
    for (const Which which : {Which::All, Which::Added, Which::Removed, Which::Moved,
                              Which::Redated, Which::Reworded, Which::Ambiguous}) {
        if (const std::uint32_t count = countOf(m_difference->diff.counts, which); count > 0) {
            list << QVariantMap{
                {QStringLiteral("which"), QVariant::fromValue(which)},
                {QStringLiteral("text"), nameOfKind(which).arg(m_reader.numbers.toString(count))}};
        }
    }
    return list;
}

void ChangesModel::show(LayerDifferencePtr difference, const QString& layerName, quint64 layerId)
{
    m_difference = std::move(difference);
    m_layerName = layerName;
    m_layerId = layerId != 0 || !m_difference ? layerId : m_difference->after->id;
    m_which = Which::All;
    list();
    emit whichChanged();
    emit differenceChanged();
}

void ChangesModel::accept()
{
    show(nullptr, {});
}

void ChangesModel::keepOnly(const std::function<bool(quint64 layerId)>& exists)
{
    if (m_difference && !exists(m_layerId)) {
        accept();
    }
}

void ChangesModel::setReader(const Reader& reader, LengthUnits units, core::CoordinateFormat format)
{
    m_reader = reader;
    m_units = units;
    m_format = format;
    if (!m_listed.empty()) {
        emit dataChanged(index(0), index(static_cast<int>(m_listed.size()) - 1));
    }
    emit differenceChanged();
    emit currentChanged();
}

void ChangesModel::setWhich(Which which)
{
    if (which != m_which) {
        m_which = which;
        list();
        emit whichChanged();
    }
}

void ChangesModel::list()
{
    beginResetModel();
    m_listed.clear();
    if (m_difference) {
        const std::uint8_t bits = bitsOf(m_which);
        const std::vector<core::Change>& changes = m_difference->diff.changes;
        for (std::uint32_t i = 0; i < changes.size(); ++i) {
            if ((changes[i].kinds & bits) != 0) {
                m_listed.push_back(i);
            }
        }
    }
    m_current = -1;
    endResetModel();
    emit currentChanged();
}

void ChangesModel::setCurrent(int current)
{
    if (current != m_current && current >= -1 && current < rowCount()) {
        m_current = current;
        emit currentChanged();
    }
}

void ChangesModel::step(int by)
{
    const int count = rowCount();
    if (count > 0) {
        const int from = m_current < 0 && by < 0 ? 0 : m_current;
        setCurrent((from + by + count) % count);
    }
}

void ChangesModel::next()
{
    step(1);
}

void ChangesModel::previous()
{
    step(-1);
}

std::optional<std::size_t> ChangesModel::currentChange() const
{
    return m_current < 0
               ? std::nullopt
               : std::optional<std::size_t>(m_listed[static_cast<std::size_t>(m_current)]);
}

QString ChangesModel::position() const
{
    return m_current < 0 ? QString()
                         : tr("%1 of %2", "the change looked at, of all listed")
                               .arg(m_reader.numbers.toString(m_current + 1),
                                    m_reader.numbers.toString(rowCount()));
}

QVariantList ChangesModel::values() const
{
    QVariantList list;
    const auto at = currentChange();
    if (!at) {
        return list;
    }
    const auto written = [this](const std::string& value) {
        return asWritten(QString::fromStdString(value), m_reader);
    };
    const core::Change& change = m_difference->diff.changes[*at];
    if (change.oldRow == core::kNoRow) {
        return list; // its record says all
    }
    if (change.newRow == core::kNoRow) { // all that was known of it
        const core::PropertyTable& properties = m_difference->before->layer.properties;
        for (std::size_t column = 0; column < properties.columns.size(); ++column) {
            if (const auto text = properties.text(column, change.oldRow); text && !text->empty()) {
                list << QVariantMap{{QStringLiteral("field"),
                                     QString::fromStdString(properties.columns[column].name)},
                                    {QStringLiteral("before"), written(*text)}};
            }
        }
        return list;
    }
    if ((change.kinds & core::change_kinds::moved) != 0) {
        const core::Move move =
            core::moveOf(m_difference->before->layer, m_difference->after->layer, change);
        const auto text = [this](const std::optional<core::LonLat>& place) {
            return place ? placeText(*place, m_format, m_reader.numbers) : QString();
        };
        list << QVariantMap{{QStringLiteral("field"), tr("Place (the middle of it)")},
                            {QStringLiteral("before"), text(move.from)},
                            {QStringLiteral("after"), text(move.to)}};
    }
    for (const auto& values : {m_difference->rows.dates(change.oldRow, change.newRow),
                               m_difference->rows.words(change.oldRow, change.newRow)}) {
        for (const core::ValueChange& value : values) {
            list << QVariantMap{{QStringLiteral("field"), QString::fromStdString(value.field)},
                                {QStringLiteral("before"), written(value.before.value_or(""))},
                                {QStringLiteral("after"), written(value.after.value_or(""))}};
        }
    }
    return list;
}

QString ChangesModel::detailOf(const core::Change& change) const
{
    QStringList parts;
    const auto is = [&change](std::uint8_t kind) { return (change.kinds & kind) != 0; };
    if (is(core::change_kinds::added)) {
        parts << tr("Added");
    }
    if (is(core::change_kinds::removed)) {
        parts << tr("Removed");
    }
    if (is(core::change_kinds::ambiguous)) {
        parts << (change.oldRow == core::kNoRow
                      ? tr("Unclear which feature it was", "of a feature in the new file")
                      : tr("Unclear which feature it became", "of a feature in the old file"));
    }
    if (is(core::change_kinds::moved)) {
        const core::Move move =
            core::moveOf(m_difference->before->layer, m_difference->after->layer, change);
        parts << (!move.to     ? tr("Lost its place")
                  : !move.from ? tr("Has a place now")
                  : move.reshaped
                      ? tr("Another shape")
                      : tr("Moved by %1", "a length").arg(lengthText(*move.metres, m_units)));
    }
    if (is(core::change_kinds::redated)) {
        parts << tr("Re-dated");
    }
    if (is(core::change_kinds::reworded)) {
        parts << tr("Re-worded");
    }
    return parts.join(QStringLiteral("  ·  "));
}

int ChangesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_listed.size());
}

QVariant ChangesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const core::Change& change =
        m_difference->diff.changes[m_listed[static_cast<std::size_t>(index.row())]];
    switch (role) {
    case TitleRole:
        return change.newRow == core::kNoRow
                   ? titleOf(m_difference->before->layer, change.oldRow, m_reader.language)
                   : titleOf(m_difference->after->layer, change.newRow, m_reader.language);
    case DetailRole:
        return detailOf(change);
    case KindsRole:
        return change.kinds;
    default:
        return {};
    }
}

QHash<int, QByteArray> ChangesModel::roleNames() const
{
    return {{TitleRole, "title"}, {DetailRole, "detail"}, {KindsRole, "kinds"}};
}

} // namespace masar::app
