// SPDX-License-Identifier: Apache-2.0
#include "app/models/clock.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace masar::app {

namespace {

constexpr std::array kSpeeds{1.0, 2.0, 5.0, 10.0, 20.0, 50.0};

/// A frame that took longer was no slow frame: the machine slept. The clock goes on from there.
constexpr double kLongestFrame = 2.0;

} // namespace

Clock::Clock(QObject* parent) : QObject(parent)
{
    connect(&m_ticker, &FrameTicker::ticked, this, &Clock::advanceBy);
}

double Clock::clamped(double seconds) const
{
    // The range's end is exclusive: the last moment that shows anything is the second before it.
    return std::clamp(seconds, begin(), std::max(begin(), end() - 1));
}

void Clock::setPosition(double seconds)
{
    if (m_range && !std::isnan(seconds)) {
        move(clamped(seconds));
    }
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

void Clock::setMode(Mode mode)
{
    if (mode == m_mode) {
        return;
    }
    if (mode == Mode::Range && m_range) { // a tenth of the whole, in whole units
        const double tenth = (end() - begin()) / 10;
        const core::Instant first = floorTo(calendarUnit(), instant(), m_words.zone());
        const core::Instant last =
            floorTo(calendarUnit(), first + static_cast<core::Instant>(tenth), m_words.zone());
        const core::Instant next = core::advance(first, stepOf(calendarUnit()), 1, m_words.zone());
        m_position = clamped(static_cast<double>(first));
        m_length = static_cast<double>(std::max(last, next)) - m_position;
    }
    m_mode = mode;
    emit modeChanged();
    emit positionChanged();
    announceWindow();
}

void Clock::setPlaying(bool playing)
{
    playing = playing && m_range.has_value();
    if (playing == m_playing) {
        return;
    }
    m_playing = playing;
    m_sweptFrom.reset();
    m_pendingDates = 0;
    if (playing && !m_backwards && m_position >= end() - 1) {
        toBegin();
    } else if (playing && m_backwards && m_position <= begin()) {
        setPosition(end());
    }
    if (playing) {
        m_ticker.start();
    } else {
        m_ticker.stop();
    }
    emit playingChanged();
    announceWindow();
}

void Clock::setBackwards(bool backwards)
{
    if (backwards != m_backwards) {
        m_backwards = backwards;
        emit directionChanged();
    }
}

void Clock::setAtEnd(AtEnd atEnd)
{
    if (atEnd != m_atEnd) {
        m_atEnd = atEnd;
        emit directionChanged();
    }
}

void Clock::setUnit(Unit unit)
{
    if (unit == m_unit) {
        return;
    }
    m_unit = unit;
    emit unitChanged();
    emit speedTextsChanged();
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

QStringList Clock::speedTexts() const
{
    const auto words = [this](int n) {
        switch (m_unit) {
        case Unit::Minute:
            return tr("%Ln minute(s) / s", nullptr, n);
        case Unit::Hour:
            return tr("%Ln hour(s) / s", nullptr, n);
        case Unit::Day:
            return tr("%Ln day(s) / s", nullptr, n);
        case Unit::Week:
            return tr("%Ln week(s) / s", nullptr, n);
        case Unit::Month:
            return tr("%Ln month(s) / s", nullptr, n);
        case Unit::Year:
            return tr("%Ln year(s) / s", nullptr, n);
        case Unit::Decade:
            return tr("%Ln decade(s) / s", nullptr, n);
        case Unit::Century:
            return tr("%Ln centuries / s", nullptr, n);
        case Unit::DataDate:
            break;
        }
        return tr("%Ln date(s) / s", nullptr, n);
    };
    QStringList texts;
    for (const double speed : kSpeeds) {
        texts << words(static_cast<int>(speed));
    }
    return texts;
}

int Clock::speedIndex() const
{
    const auto found = std::ranges::find(kSpeeds, m_speed);
    return found == kSpeeds.end() ? -1 : static_cast<int>(found - kSpeeds.begin());
}

void Clock::setSpeedIndex(int index)
{
    if (index >= 0 && index < static_cast<int>(kSpeeds.size())) {
        setSpeed(kSpeeds[static_cast<std::size_t>(index)]);
    }
}

void Clock::setSnapping(bool snapping)
{
    if (snapping != m_snapping) {
        m_snapping = snapping;
        emit snappingChanged();
    }
}

TimeUnit Clock::calendarUnit() const
{
    return m_unit != Unit::DataDate ? static_cast<TimeUnit>(m_unit)
           : m_range                ? unitFor(*m_range)
                                    : TimeUnit::day;
}

core::Instant Clock::instant() const
{
    return static_cast<core::Instant>(std::floor(m_position));
}

core::Window Clock::momentWindow(core::Instant at) const
{
    if (!m_subDay || m_unit == Unit::DataDate) {
        return {at, at + 1};
    }
    const core::Instant first = floorTo(calendarUnit(), at, m_words.zone());
    return {first, core::advance(first, stepOf(calendarUnit()), 1, m_words.zone())};
}

core::Window Clock::window() const
{
    if (!m_range) {
        return {};
    }
    const core::Window moment = momentWindow(instant());
    switch (m_mode) {
    case Mode::Moment:
        break;
    case Mode::Range: {
        const auto last = static_cast<core::Instant>(std::floor(m_position + m_length));
        return {instant(), std::max(instant() + 1, std::min(last, m_range->end))};
    }
    case Mode::UpTo:
        return {std::min(m_range->begin, moment.begin), moment.end};
    case Mode::From:
        return {moment.begin, std::max(m_range->end, moment.end)};
    }
    if (m_sweptFrom) {
        return {std::min(moment.begin, *m_sweptFrom), std::max(moment.end, *m_sweptFrom + 1)};
    }
    return moment;
}

void Clock::stepBy(int steps)
{
    setPlaying(false);
    if (!m_range) {
        return;
    }
    if (m_unit == Unit::DataDate) {
        stepByDates(steps);
        return;
    }
    const core::Instant first = floorTo(calendarUnit(), instant(), m_words.zone());
    // Back from within a unit goes to its begin first.
    const bool within = static_cast<double>(first) < m_position;
    const int count = steps < 0 && within ? steps + 1 : steps;
    setPosition(
        static_cast<double>(core::advance(first, stepOf(calendarUnit()), count, m_words.zone())));
}

void Clock::stepByDates(int steps)
{
    setPlaying(false);
    core::Instant at = instant();
    for (int i = 0; i < std::abs(steps) && m_dates; ++i) {
        at = m_dates(at, steps > 0).value_or(at);
    }
    setPosition(static_cast<double>(at));
}

void Clock::toBegin()
{
    setPosition(begin());
}

void Clock::toEnd()
{
    setPlaying(false);
    setPosition(m_mode == Mode::Range ? end() - m_length : end());
}

double Clock::snapped(double seconds) const
{
    if (!m_snapping || !m_dates) {
        return seconds;
    }
    const auto at = static_cast<core::Instant>(std::floor(seconds));
    const auto before = m_dates(at + 1, false);
    const auto after = m_dates(at, true);
    const auto distance = [seconds](core::Instant date) {
        return std::abs(static_cast<double>(date) - seconds);
    };
    if (before && after) {
        return static_cast<double>(distance(*before) <= distance(*after) ? *before : *after);
    }
    return before ? static_cast<double>(*before) : after ? static_cast<double>(*after) : seconds;
}

void Clock::dragTo(double seconds)
{
    setPlaying(false);
    setPosition(snapped(seconds));
}

void Clock::dragBegin(double seconds)
{
    setPlaying(false);
    const double last = m_position + m_length;
    const double first = std::min(clamped(snapped(seconds)), last - 1);
    m_length = last - first;
    move(first);
}

void Clock::dragEnd(double seconds)
{
    setPlaying(false);
    m_length = std::max(1.0, std::min(snapped(seconds), end()) - m_position);
    emit positionChanged();
    announceWindow();
}

bool Clock::goTo(const QString& edtf)
{
    QString text = edtf.trimmed();
    for (QChar& c : text) {
        if (c.isDigit()) { // of any script: a date may be typed in Arabic digits
            c = QLatin1Char(static_cast<char>('0' + c.digitValue()));
        }
    }
    const auto fail = [this](const QString& why) {
        m_typedError = why;
        emit typedErrorChanged();
        return false;
    };
    const auto date = core::parseEdtf(text.toStdString());
    if (!date) {
        return fail(tr("Not a date: %1. Type 2026-02-21, 2025-06 or 2025.")
                        .arg(QString::fromStdString(date.error().text)));
    }
    const core::Span span = core::toSpan(*date, m_words.zone());
    if (!m_range || !span.dated() || span.beginMin == core::kOpenPast) {
        return fail(tr("This names no moment to go to."));
    }
    if (span.beginMin >= m_range->end || span.endMax <= m_range->begin) {
        const auto day = [this](core::Instant at) {
            return m_words.day(core::toLocal(at, m_words.zone()).date);
        };
        return fail(tr("Outside the data, which goes from %1 to %2.")
                        .arg(day(m_range->begin), day(m_range->end - 1)));
    }
    setPlaying(false);
    const double first = clamped(static_cast<double>(span.beginMin));
    if (m_mode == Mode::Range) {
        m_length = std::min(static_cast<double>(span.endMax), end()) - first;
    }
    setPosition(first);
    emit positionChanged();
    announceWindow();
    forgetTyped();
    return true;
}

void Clock::forgetTyped()
{
    if (!m_typedError.isEmpty()) {
        m_typedError.clear();
        emit typedErrorChanged();
    }
}

void Clock::advanceBy(double seconds)
{
    if (!m_range) {
        return;
    }
    const double steps = std::min(seconds, kLongestFrame) * m_speed;
    const core::Instant before = instant();
    const int direction = m_backwards ? -1 : 1;
    double target = m_position;
    double unit = 1;
    if (m_unit == Unit::DataDate) {
        m_pendingDates += steps;
        for (; m_pendingDates >= 1; --m_pendingDates) {
            const auto next =
                m_dates ? m_dates(static_cast<core::Instant>(target), !m_backwards) : std::nullopt;
            target = next ? static_cast<double>(*next) : m_backwards ? begin() : end();
        }
    } else {
        const core::Instant next = core::advance(before, stepOf(calendarUnit()), 1, m_words.zone());
        unit = static_cast<double>(next - before);
        target += direction * steps * unit;
    }
    const double reached = clamped(target);
    const bool far = std::abs(reached - m_position) > unit;
    m_sweptFrom = far ? std::optional(before + direction) : std::nullopt;
    setPosition(reached);
    if (m_backwards ? target <= begin() : target >= end() - 1) {
        turnAround(reached);
    }
}

void Clock::turnAround(double reached)
{
    switch (m_atEnd) {
    case AtEnd::Stop:
        setPlaying(false);
        break;
    case AtEnd::Loop:
        m_sweptFrom.reset();
        setPosition(m_backwards ? end() : begin());
        break;
    case AtEnd::Bounce:
        setBackwards(!m_backwards);
        setPosition(reached);
        break;
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
        m_position = clamped(kept);
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
    emit speedTextsChanged();
    announceWindow();
}

void Clock::setZone(const core::Zone& zone)
{
    m_words = m_words.in(zone);
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
    const core::Window moment = momentWindow(instant());
    switch (m_mode) {
    case Mode::Moment:
        break;
    case Mode::Range:
        return m_words.window(window());
    case Mode::UpTo:
        return tr("Until %1").arg(momentText(moment));
    case Mode::From:
        return tr("From %1 on").arg(momentText(moment));
    }
    return m_sweptFrom ? m_words.window(window()) : momentText(moment);
}

QString Clock::momentText(const core::Window& moment) const
{
    const core::LocalTime from = core::toLocal(moment.begin, m_words.zone());
    const bool fine = m_unit == Unit::Hour || m_unit == Unit::Minute;
    if (fine || (m_subDay && m_unit == Unit::DataDate && from.secondOfDay != 0)) {
        const core::LocalTime shown =
            fine ? core::toLocal(floorTo(calendarUnit(), moment.begin, m_words.zone()),
                                 m_words.zone())
                 : from;
        return tr("%1, %2", "day, time")
            .arg(m_words.fullDay(shown.date), m_words.timeOfDay(shown.secondOfDay));
    }
    return m_subDay && m_unit != Unit::DataDate ? m_words.window(moment)
                                                : m_words.fullDay(from.date);
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
    const auto day = [this](core::Instant at) {
        return QString::fromStdString(core::isoDay(core::toLocal(at, m_words.zone()).date));
    };
    if (m_mode == Mode::Range) {
        const core::Window shown = window();
        return QStringLiteral("%1/%2").arg(day(shown.begin), day(shown.end - 1));
    }
    if (m_unit == Unit::Hour || m_unit == Unit::Minute) {
        const std::int32_t second = core::toLocal(instant(), m_words.zone()).secondOfDay;
        return QStringLiteral("%1T%2:%3")
            .arg(day(instant()))
            .arg(second / 3600, 2, 10, QLatin1Char('0'))
            .arg(second / 60 % 60, 2, 10, QLatin1Char('0'));
    }
    return day(instant());
}

} // namespace masar::app
