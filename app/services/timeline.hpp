// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/models/time_text.hpp"
#include "app/models/timeline_event.hpp"
#include "app/services/density_counter.hpp"
#include "app/services/story.hpp"

#include <QObject>
#include <QtQmlIntegration>

namespace masar::app {

/// What the timeline shows besides its axis: the density of the layers, and the events and numbers
/// of the story.
class Timeline : public QObject {
    Q_OBJECT
    QML_NAMED_ELEMENT(TimelineContent)
    QML_UNCREATABLE("owned by Session")
    Q_PROPERTY(masar::app::DensityCounter* density READ density CONSTANT)
    Q_PROPERTY(QList<masar::app::TimelineEvent> events READ events NOTIFY changed)
    Q_PROPERTY(QList<masar::app::TimelineNumber> numbers READ numbers NOTIFY changed)

public:
    explicit Timeline(QObject* parent = nullptr) : QObject(parent) {}

    DensityCounter* density() { return &m_density; }
    const QList<TimelineEvent>& events() const { return m_events; }
    const QList<TimelineNumber>& numbers() const { return m_numbers; }

    /// Puts the story's events and numbers into the reader's words; null: there is no story.
    void setStory(const Story* story, const Reader& reader, const TimeText& words);
    /// Asks the axis to show a stretch of time.
    void show(const core::Window& range);

signals:
    void changed();
    /// In seconds since 1970.
    void rangeWanted(double begin, double end);

private:
    DensityCounter m_density;
    QList<TimelineEvent> m_events;
    QList<TimelineNumber> m_numbers;
};

} // namespace masar::app
