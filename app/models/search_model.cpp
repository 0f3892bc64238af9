// SPDX-License-Identifier: Apache-2.0
#include "app/models/search_model.hpp"

#include <QCoreApplication>

namespace masar::app {

void SearchModel::setText(const QString& text)
{
    if (text == m_text) {
        return;
    }
    m_text = text;
    m_answered = false;
    if (m_text.trimmed().isEmpty()) {
        setAnswer(m_text, {});
    } else {
        emit answerChanged();
    }
    emit textChanged();
}

QString SearchModel::state() const
{
    if (m_text.trimmed().isEmpty()) {
        return tr("Type a name in any of its languages, or coordinates.");
    }
    if (m_answer.fault != core::CoordinateFault::none) {
        return faultText(m_answer.fault);
    }
    if (!m_answered || !m_answer.complete) {
        return tr("Searching…");
    }
    if (m_answer.hits.empty() && m_reading) {
        return tr("Nothing by this name yet: files are still being read.");
    }
    if (m_answer.hits.empty()) {
        return tr("Nothing by this name on the map or in the open layers.");
    }
    return m_answer.more ? tr("There is more: type on to narrow it down.") : QString();
}

void SearchModel::setAnswer(const QString& text, SearchAnswer answer)
{
    if (text != m_text) {
        return;
    }
    beginResetModel();
    m_answer = std::move(answer);
    m_answered = true;
    endResetModel();
    emit answerChanged();
}

void SearchModel::setReading(bool reading)
{
    if (reading != m_reading) {
        m_reading = reading;
        emit answerChanged();
    }
}

void SearchModel::setWindow(const core::Window& window)
{
    if (window == m_window) {
        return;
    }
    m_window = window;
    if (!m_answer.hits.empty()) {
        emit dataChanged(index(0), index(count() - 1), {NoteRole});
    }
}

void SearchModel::setFound(FoundPlace found)
{
    m_found = std::move(found);
    emit foundChanged();
}

void SearchModel::dismissFound()
{
    if (m_found) {
        m_found.reset();
        emit foundChanged();
    }
}

void SearchModel::keepOnly(const std::function<bool(quint64 layerId)>& exists)
{
    const auto gone = [&](const SearchHit& hit) { return hit.layer && !exists(hit.layer->id); };
    if (std::ranges::any_of(m_answer.hits, gone)) {
        beginResetModel();
        std::erase_if(m_answer.hits, gone);
        endResetModel();
        emit answerChanged();
    }
}

const SearchHit* SearchModel::hit(int row) const
{
    return row >= 0 && row < count() ? &m_answer.hits[static_cast<std::size_t>(row)] : nullptr;
}

QString SearchModel::noteOf(const SearchHit& hit) const
{
    if (!hit.box) {
        return tr("without a place");
    }
    return hit.kind == SearchHit::Kind::feature && !presentRow(hit, m_window)
               ? tr("not at this date")
               : QString();
}

int SearchModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant SearchModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const SearchHit& hit = m_answer.hits[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return hit.title;
    case MatchRole:
        return hit.match;
    case DetailRole:
        return hit.detail;
    case SymbolRole:
        return hit.kind == SearchHit::Kind::coordinates ? QStringLiteral("crosshair")
               : hit.kind == SearchHit::Kind::place     ? QStringLiteral("place")
                                                        : QStringLiteral("layers");
    case NoteRole:
        return noteOf(hit);
    default:
        return {};
    }
}

QHash<int, QByteArray> SearchModel::roleNames() const
{
    return {{TitleRole, "title"},
            {MatchRole, "match"},
            {DetailRole, "detail"},
            {SymbolRole, "symbol"},
            {NoteRole, "note"}};
}

QString faultText(core::CoordinateFault fault)
{
    switch (fault) {
    case core::CoordinateFault::none:
        return {};
    case core::CoordinateFault::outOfRange:
        return SearchModel::tr(
            "No such coordinates: a latitude goes to 90 degrees, a longitude to 180.");
    case core::CoordinateFault::minutes:
        return SearchModel::tr(
            "No such coordinates: minutes and seconds are less than 60, and only the last number "
            "has a fraction.");
    case core::CoordinateFault::oneNumber:
        return SearchModel::tr("One number or two? Put a space between latitude and longitude.");
    case core::CoordinateFault::uneven:
        return SearchModel::tr(
            "Which numbers belong together? Put a comma between latitude and longitude.");
    case core::CoordinateFault::sameAxis:
        return SearchModel::tr(
            "No such coordinates: one must be north or south, the other east or west.");
    case core::CoordinateFault::sign:
        return SearchModel::tr(
            "Write either a minus sign or the letter of the direction, not both.");
    case core::CoordinateFault::noZone:
        return SearchModel::tr(
            "These look like UTM coordinates. Put their zone before them, as in 37S.");
    case core::CoordinateFault::outsideZone:
        return SearchModel::tr(
            "No such coordinates: they lie outside the zone or the square that is named.");
    case core::CoordinateFault::unevenDigits:
        return SearchModel::tr("Easting and northing must have the same number of digits.");
    }
    return {};
}

} // namespace masar::app
