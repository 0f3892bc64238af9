// SPDX-License-Identifier: Apache-2.0
#include "app/models/time_text.hpp"

#include <QTime>

namespace masar::app {

namespace {

/// Whether two days are the first and last of whole years, or of one month.
bool areWholeYears(core::CivilDate first, core::CivilDate last)
{
    return first.month == 1 && first.day == 1 && last.month == 12 && last.day == 31;
}

bool isWholeMonth(core::CivilDate first, core::CivilDate last)
{
    return first.year == last.year && first.month == last.month && first.day == 1 &&
           last.day == core::daysInMonth(last.year, last.month);
}

} // namespace

QString TimeText::number(std::int64_t number) const
{
    QLocale plain = m_reader.numbers;
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    return plain.toString(static_cast<qlonglong>(number));
}

QString TimeText::year(std::int64_t year) const
{
    return year > 0 ? number(year) : tr("%1 BC").arg(number(1 - year));
}

QString TimeText::shortDay(core::CivilDate date) const
{
    return tr("%1 %2", "day, short month").arg(number(date.day), shortMonth(date));
}

QString TimeText::fullDay(core::CivilDate date) const
{
    // 1970-01-01 was a Thursday, Qt's day 4.
    const std::int64_t days = core::daysFromCivil(date);
    const int weekday = static_cast<int>(((days % 7) + 7 + 3) % 7) + 1;
    return tr("%1 %2", "weekday, day").arg(m_reader.names.standaloneDayName(weekday), day(date));
}

QString TimeText::day(core::CivilDate date) const
{
    return tr("%1 %2", "day, month and year").arg(number(date.day), month(date));
}

QString TimeText::month(core::CivilDate date) const
{
    return tr("%1 %2", "month, year")
        .arg(m_reader.names.monthName(static_cast<int>(date.month)), year(date.year));
}

QString TimeText::shortMonth(core::CivilDate date) const
{
    return m_reader.names.standaloneMonthName(static_cast<int>(date.month), QLocale::ShortFormat);
}

QString TimeText::timeOfDay(std::int32_t secondOfDay) const
{
    const QTime time = QTime::fromMSecsSinceStartOfDay(secondOfDay * 1000);
    return m_reader.numbers.toString(time, secondOfDay % 60 == 0 ? QStringLiteral("HH:mm")
                                                                 : QStringLiteral("HH:mm:ss"));
}

QString TimeText::boundsWords(core::Instant earliest, core::Instant latest) const
{
    const core::LocalTime from = core::toLocal(earliest, m_zone);
    const core::LocalTime to = core::toLocal(latest, m_zone);
    if (from.secondOfDay != 0 || to.secondOfDay != 0) {
        const QString first =
            tr("%1, %2", "day, time").arg(day(from.date), timeOfDay(from.secondOfDay));
        if (earliest == latest) {
            return tr("on %1", "a day and time").arg(first);
        }
        return tr("between %1 and %2")
            .arg(first, tr("%1, %2", "day, time").arg(day(to.date), timeOfDay(to.secondOfDay)));
    }
    if (from.date == to.date) {
        return tr("on %1", "a day").arg(day(from.date));
    }
    if (areWholeYears(from.date, to.date)) {
        return from.date.year == to.date.year
                   ? tr("some day in %1", "a year").arg(year(from.date.year))
                   : tr("some day from %1 to %2", "years")
                         .arg(year(from.date.year), year(to.date.year));
    }
    if (isWholeMonth(from.date, to.date)) {
        return tr("some day in %1", "a month").arg(month(from.date));
    }
    return tr("some day between %1 and %2").arg(day(from.date), day(to.date));
}

QString TimeText::qualified(const QString& words, const core::EdtfQualifiers& how) const
{
    if (how.uncertain && how.approximate) {
        return tr("%1 (approximate and uncertain)").arg(words);
    }
    if (how.uncertain) {
        return tr("%1 (uncertain)").arg(words);
    }
    if (how.approximate) {
        return tr("%1 (approximate)").arg(words);
    }
    return words;
}

QString TimeText::beginWords(const core::Span& span, const core::EdtfQualifiers& how) const
{
    if (!span.dated() || span.beginMax == core::kOpenPast ||
        (span.beginMin == core::kOpenPast && span.beginMax == core::kOpenFuture)) {
        return tr("No beginning is stated");
    }
    if (span.beginMin == core::kOpenPast) {
        return tr("Began by %1 at the latest").arg(day(core::toLocal(span.beginMax, m_zone).date));
    }
    return qualified(tr("Began %1").arg(boundsWords(span.beginMin, span.beginMax)), how);
}

QString TimeText::endWords(const core::Span& span, const core::EdtfQualifiers& how) const
{
    if (!span.dated() || span.endMin == core::kOpenFuture ||
        (span.endMax == core::kOpenFuture && span.endMin == core::kOpenPast)) {
        return tr("No end is stated");
    }
    // Ends are exclusive: the day that ends at midnight is the one before, and so is the second.
    if (span.endMax == core::kOpenFuture) {
        return tr("Lasted until %1 at least").arg(day(core::toLocal(span.endMin - 1, m_zone).date));
    }
    const auto atMidnight = [this](core::Instant end) {
        return core::toLocal(end, m_zone).secondOfDay == 0;
    };
    const core::Instant last = atMidnight(span.endMin) && atMidnight(span.endMax) ? 86'400 : 1;
    return qualified(tr("Ended %1").arg(boundsWords(span.endMin - last, span.endMax - last)), how);
}

QString TimeText::singleWords(const core::Span& span, const core::EdtfQualifiers& how) const
{
    if (span.beginMin == core::kOpenPast || span.beginMax == core::kOpenFuture) {
        return beginWords(span, how);
    }
    QString words = qualified(boundsWords(span.beginMin, span.beginMax), how);
    if (!words.isEmpty()) {
        words[0] = words[0].toUpper();
    }
    return words;
}

QString TimeText::window(const core::Window& window) const
{
    const core::LocalTime from = core::toLocal(window.begin, m_zone);
    const core::LocalTime until = core::toLocal(window.end, m_zone);
    const core::LocalTime last = core::toLocal(window.end - 1, m_zone);
    const bool instant = window.end - window.begin == 1;
    if (from.secondOfDay != 0 || (until.secondOfDay != 0 && !instant)) {
        const QString begin =
            tr("%1, %2", "day, time").arg(day(from.date), timeOfDay(from.secondOfDay));
        if (instant) {
            return begin;
        }
        const QString end =
            tr("%1, %2", "day, time").arg(day(until.date), timeOfDay(until.secondOfDay));
        return tr("%1 – %2", "first and last moment").arg(begin, end);
    }
    if (from.date == last.date) {
        return fullDay(from.date);
    }
    const bool wholeMonths = from.date.day == 1 && until.date.day == 1;
    if (wholeMonths && from.date.year == last.date.year && from.date.month == last.date.month) {
        return month(from.date);
    }
    if (wholeMonths && from.date.month == 1 && until.date.month == 1) {
        return from.date.year == last.date.year
                   ? year(from.date.year)
                   : tr("%1 – %2", "first and last year")
                         .arg(year(from.date.year), year(last.date.year));
    }
    return tr("%1 – %2", "first and last day").arg(day(from.date), day(last.date));
}

} // namespace masar::app
