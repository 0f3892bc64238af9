// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/models/reader.hpp"
#include "core/model/layer.hpp"
#include "core/time/edtf.hpp"
#include "core/time/zone.hpp"

#include <QCoreApplication>
#include <QString>

namespace masar::app {

/// Dates in words, as the reader is spoken to. Years before 1 are written as years BC.
class TimeText {
    Q_DECLARE_TR_FUNCTIONS(TimeText)

public:
    explicit TimeText(Reader reader = {}, core::Zone zone = {})
        : m_reader(std::move(reader)), m_zone(std::move(zone))
    {
    }

    [[nodiscard]] const core::Zone& zone() const { return m_zone; }
    /// The same words in another zone.
    [[nodiscard]] TimeText in(core::Zone zone) const { return TimeText(m_reader, std::move(zone)); }

    /// "Saturday 21 February 2026"
    [[nodiscard]] QString fullDay(core::CivilDate date) const;
    /// "21 February 2026"
    [[nodiscard]] QString day(core::CivilDate date) const;
    /// "February 2026"
    [[nodiscard]] QString month(core::CivilDate date) const;
    /// "Feb"
    [[nodiscard]] QString shortMonth(core::CivilDate date) const;
    [[nodiscard]] QString year(std::int64_t year) const;
    /// "21 Feb"
    [[nodiscard]] QString shortDay(core::CivilDate date) const;
    [[nodiscard]] QString number(std::int64_t number) const;
    /// "14:05", with seconds only if there are any
    [[nodiscard]] QString timeOfDay(std::int32_t secondOfDay) const;

    /// What a window shows: "2025", "February 2026", "Saturday 21 February 2026", "21 February 2026
    /// – 3 March 2026", with times of day where it does not begin and end with days. An instant at
    /// midnight is its day.
    [[nodiscard]] QString window(const core::Window& window) const;

    /// When a span began, in plain words: "Began some day in 2025", "Began on 11 February 2026",
    /// "Began between 3 March and ...", "No beginning is stated".
    [[nodiscard]] QString beginWords(const core::Span& span, const core::EdtfQualifiers& how) const;
    /// The same for the end: "Still so: no end is stated", "Ended some day in 2025".
    [[nodiscard]] QString endWords(const core::Span& span, const core::EdtfQualifiers& how) const;
    /// A date that is one thing: "On 21 February 2026", "Some day in June 2014".
    [[nodiscard]] QString singleWords(const core::Span& span,
                                      const core::EdtfQualifiers& how) const;

private:
    [[nodiscard]] QString boundsWords(core::Instant earliest, core::Instant latest) const;
    [[nodiscard]] QString qualified(const QString& words, const core::EdtfQualifiers& how) const;

    Reader m_reader;
    core::Zone m_zone;
};

} // namespace masar::app
