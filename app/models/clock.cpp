// SPDX-License-Identifier: Apache-2.0
#include "app/models/clock.hpp"

#include <algorithm>
#include <cmath>

namespace masar::app {

Clock::Clock(QObject* parent) : QObject(parent)
{
    connect(&m_ticker, &FrameTicker::ticked, this, &Clock::advanceBy);
}

void Clock::setPosition(double seconds)
{
    if (!m_range || std::isnan(seconds)) {
        return;
    }
    // The range's end is exclusive: the last moment that shows anything is the second before it.
    move(std::clamp(seconds, begin(), std::max(begin(), end() - 1)));
}

void Clock::move(double seconds)
{
    if (seconds == m_position) {
        return;
    }
    m_position = seconds;
    emit positionChanged();
    announceWindow();
}

void Clock::announceWindow()
{
    if (const core::Window now = window(); now != m_announced) {
        m_announced = now;
        emit windowChanged();
    }
    if (const QString now = text(); now != m_lastText) {
        m_lastText = now;
        emit textChanged();
    }
}

double Clock::fraction() const
{
    return m_range ? (m_position - begin()) / (end() - begin()) : 0;
}

void Clock::setFraction(double fraction)
{
    setPosition(begin() + fraction * (end() - begin()));
}

void Clock::setPlaying(bool playing)
{
    playing = playing && m_range.has_value();
    if (playing == m_playing) {
        return;
    }
    m_playing = playing;
    if (playing && m_position >= end() - 1) {
        toBegin();
    }
    if (playing) {
        m_ticker.start();
    } else {
        m_ticker.stop();
    }
    emit playingChanged();
}

void Clock::setUnit(Unit unit)
{
    if (unit == m_unit) {
        return;
    }
    m_unit = unit;
    emit unitChanged();
    announceWindow();
}

void Clock::setSpeed(double speed)
{
    if (speed == m_speed || !(speed > 0)) {
        return;
    }
    m_speed = speed;
    emit speedChanged();
}

core::Step Clock::step() const
{
    switch (m_unit) {
    case Unit::Hour:
        return {.seconds = 3600};
    case Unit::Day:
        return {.days = 1};
    case Unit::Week:
        return {.days = 7};
    case Unit::Month:
        return {.months = 1};
    case Unit::Year:
        return {.years = 1};
    }
    return {.days = 1};
}

core::Instant Clock::instant() const
{
    return static_cast<core::Instant>(std::floor(m_position));
}

core::Instant Clock::floorToUnit(core::Instant instant) const
{
    const core::Zone& zone = m_words.zone();
    core::LocalTime local = core::toLocal(instant, zone);
    std::int64_t day = core::daysFromCivil(local.date);
    std::int32_t second = 0;
    switch (m_unit) {
    case Unit::Hour:
        second = local.secondOfDay - local.secondOfDay % 3600;
        break;
    case Unit::Day:
        break;
    case Unit::Week:
        day -= ((day + 3) % 7 + 7) % 7;
        break; // back to Monday; day 0 was a Thursday
    case Unit::Month:
        day -= local.date.day - 1;
        break;
    case Unit::Year:
        day = core::daysFromCivil({local.date.year, 1, 1});
        break;
    }
    return zone.toInstant(day, second);
}

core::Window Clock::window() const
{
    if (!m_range) {
        return {};
    }
    if (!m_subDay) {
        return {instant(), instant() + 1};
    }
    const core::Instant first = floorToUnit(instant());
    return {first, core::advance(first, step(), 1, m_words.zone())};
}

void Clock::stepForward()
{
    setPlaying(false);
    setPosition(
        static_cast<double>(core::advance(floorToUnit(instant()), step(), 1, m_words.zone())));
}

void Clock::stepBack()
{
    setPlaying(false);
    const core::Instant first = floorToUnit(instant());
    const bool within = static_cast<double>(first) < m_position;
    setPosition(
        static_cast<double>(within ? first : core::advance(first, step(), -1, m_words.zone())));
}

void Clock::toBegin()
{
    setPosition(begin());
}

void Clock::toEnd()
{
    setPlaying(false);
    setPosition(end());
}

QStringList Clock::speedTexts() const
{
    QStringList texts;
    for (const double speed : speeds()) {
        texts
            << tr("%1 / s", "steps a second").arg(m_words.number(static_cast<std::int64_t>(speed)));
    }
    return texts;
}

bool Clock::goTo(const QString& edtf)
{
    QString text = edtf.trimmed();
    for (QChar& c : text) {
        if (c.isDigit()) { // of any script: a date may be typed in Arabic digits
            c = QLatin1Char(static_cast<char>('0' + c.digitValue()));
        }
    }
    const auto date = core::parseEdtf(text.toStdString());
    if (!date || !m_range) {
        return false;
    }
    const core::Span span = core::toSpan(*date, m_words.zone());
    if (!span.dated() || span.beginMin == core::kOpenPast) {
        return false;
    }
    setPlaying(false);
    setPosition(static_cast<double>(span.beginMin));
    return true;
}

void Clock::advanceBy(double seconds)
{
    if (!m_range) {
        return;
    }
    const core::Instant next = core::advance(instant(), step(), 1, m_words.zone());
    const double unit = static_cast<double>(next - instant());
    const double target = m_position + std::min(seconds * m_speed, 1.0) * unit;
    setPosition(target);
    if (target >= end() - 1) {
        setPlaying(false);
    }
}

void Clock::setRange(std::optional<core::Window> range)
{
    if (range == m_range) {
        return;
    }
    const bool first = !m_range.has_value();
    m_range = range;
    if (!m_range) {
        setPlaying(false);
    }
    emit rangeChanged();
    if (m_range) {
        const double kept = first ? begin() : m_position;
        m_position = std::clamp(kept, begin(), std::max(begin(), end() - 1));
    }
    emit positionChanged();
    announceWindow();
}

void Clock::setSubDay(bool subDay)
{
    if (subDay != m_subDay) {
        m_subDay = subDay;
        announceWindow();
    }
}

void Clock::setReader(const Reader& reader)
{
    m_words = TimeText(reader, m_words.zone());
    emit rangeChanged();
    announceWindow();
}

QString Clock::text() const
{
    return m_range ? tr("%1 (%2)", "date, zone").arg(dateText(), zone()) : QString();
}

QString Clock::dateText() const
{
    if (!m_range) {
        return {};
    }
    const core::Window shown = window();
    const core::LocalTime from = core::toLocal(shown.begin, m_words.zone());
    if (!m_subDay && m_unit != Unit::Hour) {
        return m_words.fullDay(from.date);
    }
    const core::LocalTime last = core::toLocal(shown.end - 1, m_words.zone());
    switch (m_unit) {
    case Unit::Hour:
        return tr("%1, %2", "day, time")
            .arg(m_words.fullDay(from.date),
                 m_words.timeOfDay(from.secondOfDay - from.secondOfDay % 60));
    case Unit::Day:
        return m_words.fullDay(from.date);
    case Unit::Week:
        return tr("%1 – %2", "first and last day")
            .arg(m_words.day(from.date), m_words.day(last.date));
    case Unit::Month:
        return m_words.month(from.date);
    case Unit::Year:
        return m_words.year(from.date.year);
    }
    return {};
}

QString Clock::zone() const
{
    return QString::fromStdString(m_words.zone().name());
}

QString Clock::isoText() const
{
    if (!m_range) {
        return {};
    }
    return QString::fromStdString(core::isoDay(core::toLocal(instant(), m_words.zone()).date));
}

QString Clock::beginText() const
{
    return m_range ? m_words.day(core::toLocal(m_range->begin, m_words.zone()).date) : QString();
}

QString Clock::endText() const
{
    return m_range ? m_words.day(core::toLocal(m_range->end - 1, m_words.zone()).date) : QString();
}

} // namespace masar::app
