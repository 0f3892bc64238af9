// SPDX-License-Identifier: Apache-2.0
#include "app/models/record_model.hpp"

#include "app/map/map_theme.hpp"
#include "app/models/timeline_event.hpp"
#include "core/query/states.hpp"

#include <algorithm>
#include <iterator>

namespace masar::app {

QColor RecordModel::statusColour() const
{
    return mapTheme(m_dark).status[paletteIndex(m_record.statusCode)];
}

QString RecordModel::layerName() const
{
    return shown() ? m_subjects[static_cast<std::size_t>(m_current)].layerName : QString();
}

core::Span RecordModel::span() const
{
    if (!shown()) {
        return {};
    }
    const Subject& subject = m_subjects[static_cast<std::size_t>(m_current)];
    return subject.layer->layer.spans[subject.row];
}

double RecordModel::spanBegin() const
{
    return secondsOf(span().beginMin);
}

double RecordModel::spanEnd() const
{
    return secondsOf(span().endMax);
}

double RecordModel::coreBegin() const
{
    return secondsOf(span().beginMax);
}

double RecordModel::coreEnd() const
{
    return secondsOf(span().endMin);
}

int RecordModel::state() const
{
    for (qsizetype i = 0; shown() && i < m_history.size(); ++i) {
        if (m_history[i].row ==
            static_cast<int>(m_subjects[static_cast<std::size_t>(m_current)].row)) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

void RecordModel::showState(int index)
{
    if (shown() && index >= 0 && index < m_history.size()) {
        m_subjects[static_cast<std::size_t>(m_current)].row =
            static_cast<quint32>(m_history[index].row);
        rebuild();
    }
}

QString RecordModel::spotText() const
{
    return tr("%1 of %2", "which of how many")
        .arg(m_reader.numbers.toString(spotIndex()), m_reader.numbers.toString(spotCount()));
}

std::optional<FeatureRef> RecordModel::current() const
{
    if (!shown()) {
        return std::nullopt;
    }
    const Subject& subject = m_subjects[static_cast<std::size_t>(m_current)];
    return FeatureRef{subject.layer->id, subject.row};
}

void RecordModel::show(std::vector<Subject> subjects)
{
    // States of one site are one thing to the reader: the first of them stands for all.
    m_subjects.clear();
    for (Subject& subject : subjects) {
        const bool known = std::ranges::any_of(m_subjects, [&subject](const Subject& other) {
            return other.layer == subject.layer &&
                   std::ranges::contains(core::statesOf(other.layer->layer, other.row),
                                         subject.row);
        });
        if (!known) {
            m_subjects.push_back(std::move(subject));
        }
    }
    m_current = 0;
    rebuild();
}

void RecordModel::keepOnly(const std::function<bool(quint64 layerId)>& exists)
{
    const auto gone = std::erase_if(
        m_subjects, [&](const Subject& subject) { return !exists(subject.layer->id); });
    if (gone > 0) {
        m_current = 0;
        rebuild();
    }
}

void RecordModel::setSources(SourceTable sources)
{
    m_sources = std::move(sources);
    rebuild();
}

void RecordModel::setReader(const Reader& reader)
{
    m_reader = reader;
    rebuild();
}

void RecordModel::setMovement(const Movement& movement)
{
    if (movement == m_movement) {
        return;
    }
    m_movement = movement;
    if (!shown()) {
        return;
    }
    // What moves has its rows first; while the clock runs, as many with other words.
    const Subject& subject = m_subjects[static_cast<std::size_t>(m_current)];
    const auto rows = movementRows(subject.layer->layer, subject.row, m_movement, m_reader);
    if (rows.size() != m_movementRows) {
        rebuild();
        return;
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (m_record.rows[i] != rows[i]) {
            m_record.rows[i] = rows[i];
            const QModelIndex changedRow = index(static_cast<int>(i));
            emit dataChanged(changedRow, changedRow, {ValueRole, DetailRole});
        }
    }
}

void RecordModel::setDark(bool dark)
{
    if (dark != m_dark) {
        m_dark = dark;
        rebuild();
    }
}

void RecordModel::next()
{
    if (shown()) {
        m_current = (m_current + 1) % spotCount();
        rebuild();
    }
}

void RecordModel::previous()
{
    if (shown()) {
        m_current = (m_current + spotCount() - 1) % spotCount();
        rebuild();
    }
}

void RecordModel::close()
{
    show({});
}

void RecordModel::rebuild()
{
    beginResetModel();
    if (shown()) {
        const Subject& subject = m_subjects[static_cast<std::size_t>(m_current)];
        m_record = recordOf(subject.layer->layer, subject.row, m_sources, m_reader);
        auto rows = movementRows(subject.layer->layer, subject.row, m_movement, m_reader);
        m_movementRows = rows.size();
        m_record.rows.insert(m_record.rows.begin(), std::move_iterator(rows.begin()),
                             std::move_iterator(rows.end()));
        m_history = historyOf(subject.layer->layer, subject.row, m_sources, m_reader, m_dark);
    } else {
        m_record = {};
        m_history.clear();
    }
    endResetModel();
    emit changed();
}

int RecordModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_record.rows.size());
}

QVariant RecordModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const RecordRow& row = m_record.rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case KindRole:
        return QVariant::fromValue(static_cast<RowKind>(row.kind));
    case HeadingRole: {
        const bool opens =
            index.row() == 0 ||
            m_record.rows[static_cast<std::size_t>(index.row()) - 1].section != row.section;
        return opens ? row.section : QString();
    }
    case NameRole:
        return row.name;
    case Qt::DisplayRole:
    case ValueRole:
        return row.value;
    case DetailRole:
        return row.detail;
    case LinkRole:
        return row.link;
    default:
        return {};
    }
}

QHash<int, QByteArray> RecordModel::roleNames() const
{
    return {{KindRole, "rowKind"}, {HeadingRole, "heading"}, {NameRole, "name"},
            {ValueRole, "value"},  {DetailRole, "detail"},   {LinkRole, "link"}};
}

} // namespace masar::app
