// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/models/clock.hpp"

#include <QAbstractListModel>

namespace masar::app {

/// The ticks under the timeline: as many whole days, months or years as fit the width without
/// crowding.
class TimeAxis : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(masar::app::Clock* clock READ clock WRITE setClock NOTIFY clockChanged REQUIRED)
    /// Width of the axis in logical pixels.
    Q_PROPERTY(double width READ width WRITE setWidth NOTIFY widthChanged)

public:
    enum Role { FractionRole = Qt::UserRole + 1, LabelRole, MajorRole };

    explicit TimeAxis(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    Clock* clock() const { return m_clock; }
    void setClock(Clock* clock);
    double width() const { return m_width; }
    void setWidth(double width);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void clockChanged();
    void widthChanged();

private:
    struct Tick {
        double fraction = 0;
        QString label;
        bool major = false; ///< opens a larger unit: a year among months, a month among days
    };
    void rebuild();
    void add(std::int64_t day, std::int32_t secondOfDay, const QString& label, bool major);
    void addYears(std::int64_t first, std::int64_t last, std::int64_t count);
    void addMonths(core::CivilDate first, core::CivilDate last, std::int64_t count);
    void addDays(core::CivilDate first, core::CivilDate last, std::int64_t count);
    void addHours(core::CivilDate first, core::CivilDate last, std::int64_t count);

    Clock* m_clock = nullptr;
    double m_width = 0;
    std::vector<Tick> m_ticks;
};

} // namespace masar::app
