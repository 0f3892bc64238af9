// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/models/time_axis.hpp"
#include "app/models/timeline_event.hpp"

#include <QAbstractListModel>

namespace masar::app {

/// Events as marks on a time axis: as wide as they are uncertain, and with labels that never
/// overlap: where there is no room for one, the mark stands alone. Places are those of the axis.
class EventLane : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(masar::app::TimeAxis* axis READ axis WRITE setAxis NOTIFY axisChanged REQUIRED)
    Q_PROPERTY(
        QList<masar::app::TimelineEvent> events READ events WRITE setEvents NOTIFY eventsChanged)
    /// Rows of labels, and of marks, that there is room for.
    Q_PROPERTY(int rows MEMBER m_rows NOTIFY rowsChanged)
    Q_PROPERTY(int markRows MEMBER m_markRows NOTIFY rowsChanged)

public:
    enum Role {
        TitleRole = Qt::UserRole + 1,
        DetailRole,
        ForecastRole,
        DatedRole,
        PlaceRole,     ///< where the mark begins,
        ExtentRole,    ///< how long it is at most,
        CorePlaceRole, ///< and what of it is certain
        CoreExtentRole,
        RowRole,      ///< of marks, so that they do not cover each other; from the axis outwards
        LabelRowRole, ///< from the mark outwards; -1: no room
        LabelPlaceRole,
        LabelWidthRole
    };
    static constexpr double leastExtent = 7; ///< pixels of a mark, so that it can be hit

    explicit EventLane(QObject* parent = nullptr);

    TimeAxis* axis() const { return m_axis; }
    void setAxis(TimeAxis* axis);
    const QList<TimelineEvent>& events() const { return m_events; }
    void setEvents(const QList<TimelineEvent>& events);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void axisChanged();
    void eventsChanged();
    void rowsChanged();

private:
    struct Mark {
        double place = 0, extent = 0, corePlace = 0, coreExtent = 0;
        int row = 0;
        int labelRow = -1;
        double labelPlace = 0, labelWidth = 0;

        bool operator==(const Mark&) const = default;
    };
    void layOut();
    void placeMarks();
    void placeLabels(const TimeAxis& axis);
    [[nodiscard]] static Mark markOf(const core::Span& span, const TimeAxis& axis);

    TimeAxis* m_axis = nullptr;
    QList<TimelineEvent> m_events;
    std::vector<Mark> m_marks;
    int m_rows = 2;
    int m_markRows = 3;
};

} // namespace masar::app
