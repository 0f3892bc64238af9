// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/models/clock.hpp"

#include <QAbstractListModel>

namespace masar::app {

/// The timeline's axis: which part of the data's time is in view, from centuries to minutes, and
/// its ticks: as many whole minutes, hours, days, months or years as fit without crowding. Places
/// on it are logical pixels from its early end, whatever side that is on.
class TimeAxis : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(masar::app::Clock* clock READ clock WRITE setClock NOTIFY clockChanged REQUIRED)
    /// Width of the axis in logical pixels.
    Q_PROPERTY(double width READ width WRITE setWidth NOTIFY viewChanged)
    /// What is in view, in seconds since 1970.
    Q_PROPERTY(double viewBegin READ viewBegin NOTIFY viewChanged)
    Q_PROPERTY(double viewEnd READ viewEnd NOTIFY viewChanged)
    Q_PROPERTY(double pixelsPerSecond READ pixelsPerSecond NOTIFY viewChanged)
    /// The larger unit that the view begins in, or one that opens near its begin: "February 2026";
    /// empty where the ticks say it.
    Q_PROPERTY(QString context READ context NOTIFY viewChanged)
    /// Less than all of the data's time is in view.
    Q_PROPERTY(bool zoomed READ zoomed NOTIFY viewChanged)

public:
    enum Role { PlaceRole = Qt::UserRole + 1, LabelRole, MajorRole };

    explicit TimeAxis(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    Clock* clock() const { return m_clock; }
    void setClock(Clock* clock);
    double width() const { return m_width; }
    void setWidth(double width);
    double viewBegin() const { return m_begin; }
    double viewEnd() const { return m_end; }
    double pixelsPerSecond() const { return m_end > m_begin ? m_width / (m_end - m_begin) : 0; }
    QString context() const { return m_context; }
    bool zoomed() const;

    Q_INVOKABLE double timeAt(double place) const;
    Q_INVOKABLE double placeOf(double seconds) const;
    /// Zooms about a place; a factor of 2 shows half as much time.
    Q_INVOKABLE void zoomAt(double factor, double place);
    Q_INVOKABLE void panBy(double pixels);
    Q_INVOKABLE void showAll();
    /// Shows a stretch of time with some room on both sides.
    Q_INVOKABLE void show(double begin, double end);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void clockChanged();
    void viewChanged();

private:
    struct Tick {
        double place = 0;
        QString label;
        bool major = false; ///< opens a larger unit: a year among months, a month among days
    };
    void setView(double begin, double end);
    void onRangeChanged();
    void followClock();
    void rebuild();
    [[nodiscard]] std::optional<core::CivilDate> opening() const;
    void add(std::int64_t day, std::int32_t secondOfDay, const QString& label, bool major);
    void addYears(std::int64_t first, std::int64_t last, std::int64_t count);
    void addMonths(core::CivilDate first, core::CivilDate last, std::int64_t count);
    void addDays(core::CivilDate first, core::CivilDate last, std::int64_t count);
    void addMinutes(core::CivilDate first, core::CivilDate last, std::int64_t count);

    Clock* m_clock = nullptr;
    double m_width = 0;
    double m_begin = 0, m_end = 0;
    double m_rangeBegin = 0, m_rangeEnd = 0;
    std::vector<Tick> m_ticks;
    QString m_context;
};

} // namespace masar::app
