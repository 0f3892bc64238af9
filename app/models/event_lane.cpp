// SPDX-License-Identifier: Apache-2.0
#include "app/models/event_lane.hpp"

#include <QFontMetricsF>
#include <QGuiApplication>

#include <algorithm>
#include <numeric>

namespace masar::app {

namespace {

constexpr double kLabelPixels = 11; ///< of the font
constexpr double kWidestLabel = 210;
constexpr double kLabelGap = 10;

} // namespace

EventLane::EventLane(QObject* parent) : QAbstractListModel(parent)
{
    connect(this, &EventLane::rowsChanged, this, &EventLane::layOut);
}

void EventLane::setAxis(TimeAxis* axis)
{
    if (axis == m_axis) {
        return;
    }
    if (m_axis != nullptr) {
        m_axis->disconnect(this);
    }
    m_axis = axis;
    if (m_axis != nullptr) {
        connect(m_axis, &TimeAxis::viewChanged, this, &EventLane::layOut);
    }
    emit axisChanged();
    layOut();
}

void EventLane::setEvents(const QList<TimelineEvent>& events)
{
    if (events == m_events) {
        return;
    }
    beginResetModel();
    m_events = events;
    m_marks.assign(static_cast<std::size_t>(events.size()), {});
    endResetModel();
    emit eventsChanged();
    layOut();
}

EventLane::Mark EventLane::markOf(const core::Span& span, const TimeAxis& axis)
{
    constexpr double outside = 40; // marks are cut a little outside of what is seen
    const auto placeOf = [&axis](core::Instant bound) {
        return std::clamp(axis.placeOf(secondsOf(bound)), -outside, axis.width() + outside);
    };
    Mark mark;
    mark.place = placeOf(span.beginMin);
    mark.extent = std::max(leastExtent, placeOf(span.endMax) - mark.place);
    mark.corePlace = placeOf(span.beginMax);
    mark.coreExtent = std::max(0.0, placeOf(span.endMin) - mark.corePlace);
    return mark;
}

void EventLane::layOut()
{
    if (m_axis == nullptr || m_events.isEmpty()) {
        return;
    }
    const std::vector<Mark> before = m_marks;
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        const TimelineEvent& event = m_events[static_cast<qsizetype>(i)];
        m_marks[i] = event.span.dated() ? markOf(event.span, *m_axis) : Mark{.place = -1e6};
    }
    placeMarks();
    placeLabels(*m_axis);
    if (m_marks != before) {
        emit dataChanged(index(0), index(rowCount() - 1));
    }
}

/// The short marks stand nearest to the axis; where there is no free row the last one is shared.
void EventLane::placeMarks()
{
    std::vector<std::size_t> order(m_marks.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [this](std::size_t i) { return m_marks[i].extent; });
    std::vector<std::vector<std::size_t>> rows(static_cast<std::size_t>(std::max(m_markRows, 1)));
    for (const std::size_t i : order) {
        Mark& mark = m_marks[i];
        const auto meets = [&](std::size_t other) {
            return mark.place < m_marks[other].place + m_marks[other].extent + 1 &&
                   m_marks[other].place < mark.place + mark.extent + 1;
        };
        std::size_t row = 0;
        while (row + 1 < rows.size() && std::ranges::any_of(rows[row], meets)) {
            ++row;
        }
        rows[row].push_back(i);
        mark.row = static_cast<int>(row);
    }
}

/// Earlier labels have precedence, and reports before forecasts; a label stands in the first row
/// in which it meets no other.
void EventLane::placeLabels(const TimeAxis& axis)
{
    QFont font = QGuiApplication::font();
    font.setPixelSize(static_cast<int>(kLabelPixels));
    const QFontMetricsF metrics(font);
    std::vector<std::vector<std::pair<double, double>>> taken(
        static_cast<std::size_t>(std::max(m_rows, 0)));
    for (const bool forecasts : {false, true}) {
        for (std::size_t i = 0; i < m_marks.size(); ++i) {
            const TimelineEvent& event = m_events[static_cast<qsizetype>(i)];
            Mark& mark = m_marks[i];
            const bool seen = mark.place < axis.width() && mark.place + mark.extent > 0;
            if (event.forecast != forecasts || !event.span.dated() || !seen) {
                continue;
            }
            const double width = std::min(kWidestLabel, metrics.horizontalAdvance(event.title) + 4);
            const double place = std::clamp(mark.place, 0.0, std::max(0.0, axis.width() - width));
            for (std::size_t row = 0; row < taken.size(); ++row) {
                const bool free = std::ranges::none_of(taken[row], [&](const auto& other) {
                    return place < other.second + kLabelGap &&
                           other.first < place + width + kLabelGap;
                });
                if (free) {
                    taken[row].emplace_back(place, place + width);
                    mark.labelRow = static_cast<int>(row);
                    mark.labelPlace = place;
                    mark.labelWidth = width;
                    break;
                }
            }
        }
    }
}

int EventLane::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

QVariant EventLane::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const TimelineEvent& event = m_events[index.row()];
    const Mark& mark = m_marks[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return event.title;
    case DetailRole:
        return event.detail;
    case ForecastRole:
        return event.forecast;
    case DatedRole:
        return event.span.dated();
    case PlaceRole:
        return mark.place;
    case ExtentRole:
        return mark.extent;
    case CorePlaceRole:
        return mark.corePlace;
    case CoreExtentRole:
        return mark.coreExtent;
    case RowRole:
        return mark.row;
    case LabelRowRole:
        return mark.labelRow;
    case LabelPlaceRole:
        return mark.labelPlace;
    case LabelWidthRole:
        return mark.labelWidth;
    default:
        return {};
    }
}

QHash<int, QByteArray> EventLane::roleNames() const
{
    return {{TitleRole, "title"},
            {DetailRole, "detail"},
            {ForecastRole, "forecast"},
            {DatedRole, "dated"},
            {PlaceRole, "place"},
            {ExtentRole, "extent"},
            {CorePlaceRole, "corePlace"},
            {CoreExtentRole, "coreExtent"},
            {RowRole, "row"},
            {LabelRowRole, "labelRow"},
            {LabelPlaceRole, "labelPlace"},
            {LabelWidthRole, "labelWidth"}};
}

} // namespace masar::app
