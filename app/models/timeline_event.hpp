// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/span.hpp"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QtQmlIntegration>

namespace masar::app {

/// A bound of a span as QML takes it: seconds since 1970; an open end lies further away than any
/// date.
[[nodiscard]] inline double secondsOf(core::Instant bound)
{
    constexpr double farAway = 1e15; // some 30 million years
    return bound == core::kOpenPast     ? -farAway
           : bound == core::kOpenFuture ? farAway
                                        : static_cast<double>(bound);
}

/// Something that the timeline marks, in the reader's language.
struct TimelineEvent {
    Q_GADGET
    QML_VALUE_TYPE(timelineEvent)
    Q_PROPERTY(QString title MEMBER title)

public:
    QString title;
    QString detail;        ///< the date as written, and what there is to say of it
    core::Span span;       ///< undated: it is only in the list
    bool forecast = false; ///< expected by a source, not reported
    QStringList sites;     ///< values of the features' field `site` or `id` that it is about

    bool operator==(const TimelineEvent&) const = default;
};

/// One of a series of numbers that change over time, in the reader's language.
struct TimelineNumber {
    Q_GADGET
    QML_VALUE_TYPE(timelineNumber)
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(QString detail MEMBER detail)
    Q_PROPERTY(double begin MEMBER begin)
    Q_PROPERTY(double end MEMBER end)
    Q_PROPERTY(double height MEMBER height)
    Q_PROPERTY(bool bound MEMBER bound)

public:
    QString text;     ///< "about 2,000"
    QString detail;   ///< the claim, the date as written, who says so
    double begin = 0; ///< when it is said to hold, at the widest, in seconds since 1970
    double end = 0;
    double height = 0;  ///< the value as a part of the greatest of the series
    bool bound = false; ///< the number is a limit: it was less, or more

    bool operator==(const TimelineNumber&) const = default;
};

} // namespace masar::app
