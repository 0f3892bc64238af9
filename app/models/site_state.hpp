// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/models/record.hpp"

#include <QColor>
#include <QList>
#include <QtQmlIntegration>

namespace masar::app {

/// One state in the history of a site, in the reader's language.
struct SiteState {
    Q_GADGET
    QML_VALUE_TYPE(siteState)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString when MEMBER when)
    Q_PROPERTY(QString source MEMBER source)
    Q_PROPERTY(QColor colour MEMBER colour)
    Q_PROPERTY(double begin MEMBER begin)
    Q_PROPERTY(double end MEMBER end)
    Q_PROPERTY(double coreBegin MEMBER coreBegin)
    Q_PROPERTY(double coreEnd MEMBER coreEnd)
    Q_PROPERTY(bool forecast MEMBER forecast)
    Q_PROPERTY(bool contradicted MEMBER contradicted)
    Q_PROPERTY(int row MEMBER row)

public:
    QString title;  ///< the status in words
    QString when;   ///< from when to when, on two lines
    QString source; ///< who says so first
    QColor colour;
    double begin = 0, end = 0;         ///< at the widest, in seconds since 1970
    double coreBegin = 0, coreEnd = 0; ///< for certain
    bool forecast = false;             ///< expected: beside the site's state, not in its place
    bool contradicted = false; ///< another state is said to hold for certain at the same time
    int row = 0;               ///< of the layer

    bool operator==(const SiteState&) const = default;
};

/// The history of the site that a row is a state of, in the order of time; empty if it has no other
/// state.
[[nodiscard]] QList<SiteState> historyOf(const core::Layer& layer, std::uint32_t row,
                                         const SourceTable& sources, const Reader& reader,
                                         bool dark);

} // namespace masar::app
