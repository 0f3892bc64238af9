// SPDX-License-Identifier: Apache-2.0
#include "app/models/legend_model.hpp"

#include <QLocale>

#include <algorithm>

namespace masar::app {

bool LegendModel::hasPossible() const
{
    return std::ranges::any_of(m_entries,
                               [](const LegendEntry& entry) { return entry.possible > 0; });
}

void LegendModel::setEntries(std::vector<LegendEntry> entries)
{
    if (entries == m_entries) {
        return;
    }
    // The same lines with other numbers, as mostly while playing, keep their items.
    const bool sameSize = entries.size() == m_entries.size();
    if (sameSize) {
        m_entries = std::move(entries);
        emit dataChanged(index(0), index(count() - 1));
    } else {
        beginResetModel();
        m_entries = std::move(entries);
        endResetModel();
    }
    emit countChanged();
}

void LegendModel::retranslate()
{
    if (!m_entries.empty()) {
        emit dataChanged(index(0), index(count() - 1), {CountRole});
    }
}

int LegendModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant LegendModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const LegendEntry& entry = m_entries[static_cast<std::size_t>(index.row())];
    const QLocale locale;
    switch (role) {
    case EntryRole:
        return QVariant::fromValue(entry);
    case Qt::DisplayRole:
    case LabelRole:
        return entry.label;
    case CountRole:
        if (entry.possible == 0) {
            return locale.toString(static_cast<qulonglong>(entry.certain));
        }
        if (entry.certain == 0) {
            return tr("%1 possible").arg(locale.toString(static_cast<qulonglong>(entry.possible)));
        }
        return tr("%1 + %2 possible")
            .arg(locale.toString(static_cast<qulonglong>(entry.certain)),
                 locale.toString(static_cast<qulonglong>(entry.possible)));
    default:
        return {};
    }
}

QHash<int, QByteArray> LegendModel::roleNames() const
{
    return {{EntryRole, "entry"}, {LabelRole, "label"}, {CountRole, "tally"}};
}

} // namespace masar::app
