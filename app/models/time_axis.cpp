// SPDX-License-Identifier: Apache-2.0
#include "app/models/time_axis.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace masar::app {

namespace {

constexpr double kSecondsPerDay = 86400;
constexpr double kTickWidth = 64; ///< logical pixels that a label needs at least

enum class Unit { minute, day, month, year };

struct Grain {
    Unit unit;
    std::int64_t count;
    double seconds; ///< about
};

constexpr double kSecondsPerYear = 365.25 * kSecondsPerDay;
constexpr std::array kGrains{
    Grain{Unit::minute, 1, 60},
    Grain{Unit::minute, 5, 300},
    Grain{Unit::minute, 15, 900},
    Grain{Unit::minute, 30, 1800},
    Grain{Unit::minute, 60, 3600},
    Grain{Unit::minute, 180, 3.0 * 3600},
    Grain{Unit::minute, 360, 6.0 * 3600},
    Grain{Unit::minute, 720, 12.0 * 3600},
    Grain{Unit::day, 1, kSecondsPerDay},
    Grain{Unit::day, 2, 2 * kSecondsPerDay},
    Grain{Unit::day, 5, 5 * kSecondsPerDay},
    Grain{Unit::day, 10, 10 * kSecondsPerDay},
    Grain{Unit::month, 1, 30.4 * kSecondsPerDay},
    Grain{Unit::month, 2, 60.9 * kSecondsPerDay},
    Grain{Unit::month, 3, 91.3 * kSecondsPerDay},
    Grain{Unit::month, 6, 182.6 * kSecondsPerDay},
    Grain{Unit::year, 1, kSecondsPerYear},
    Grain{Unit::year, 2, 2 * kSecondsPerYear},
    Grain{Unit::year, 5, 5 * kSecondsPerYear},
    Grain{Unit::year, 10, 10 * kSecondsPerYear},
    Grain{Unit::year, 20, 20 * kSecondsPerYear},
    Grain{Unit::year, 50, 50 * kSecondsPerYear},
    Grain{Unit::year, 100, 100 * kSecondsPerYear},
    Grain{Unit::year, 200, 200 * kSecondsPerYear},
    Grain{Unit::year, 500, 500 * kSecondsPerYear},
    Grain{Unit::year, 1000, 1000 * kSecondsPerYear},
    Grain{Unit::year, 5000, 5000 * kSecondsPerYear},
    Grain{Unit::year, 10000, 10000 * kSecondsPerYear},
};

/// Nothing is told apart that is nearer.
constexpr double kShortestView = 300;

Grain grainFor(double seconds, double width)
{
    const double secondsPerTick = seconds * kTickWidth / width;
    for (const Grain& grain : kGrains) {
        if (grain.seconds >= secondsPerTick) {
            return grain;
        }
    }
    return kGrains.back();
}

} // namespace

void TimeAxis::setClock(Clock* clock)
{
    if (clock == m_clock) {
        return;
    }
    if (m_clock != nullptr) {
        m_clock->disconnect(this);
    }
    m_clock = clock;
    if (m_clock != nullptr) {
        connect(m_clock, &Clock::rangeChanged, this, &TimeAxis::onRangeChanged);
        connect(m_clock, &Clock::positionChanged, this, &TimeAxis::followClock);
    }
    emit clockChanged();
    onRangeChanged();
}

void TimeAxis::setWidth(double width)
{
    width = std::max(width, 0.0); // an item may have less than none while it is laid out
    if (width != m_width) {
        m_width = width;
        rebuild();
        emit viewChanged();
    }
}

bool TimeAxis::zoomed() const
{
    return m_begin > m_rangeBegin || m_end < m_rangeEnd;
}

double TimeAxis::timeAt(double place) const
{
    return m_width > 0 ? m_begin + place / m_width * (m_end - m_begin) : m_begin;
}

double TimeAxis::placeOf(double seconds) const
{
    return (seconds - m_begin) * pixelsPerSecond();
}

void TimeAxis::zoomAt(double factor, double place)
{
    const double whole = m_rangeEnd - m_rangeBegin;
    const double length =
        std::clamp((m_end - m_begin) / factor, std::min(kShortestView, whole), whole);
    const double anchor = timeAt(place);
    const double begin = anchor - length * (m_width > 0 ? place / m_width : 0.5);
    setView(begin, begin + length);
}

void TimeAxis::panBy(double pixels)
{
    const double seconds = m_width > 0 ? pixels / m_width * (m_end - m_begin) : 0;
    setView(m_begin + seconds, m_end + seconds);
}

void TimeAxis::showAll()
{
    setView(m_rangeBegin, m_rangeEnd);
}

void TimeAxis::show(double begin, double end)
{
    const double room = std::max((end - begin) * 0.1, kShortestView / 4);
    setView(begin - room, end + room);
}

void TimeAxis::setView(double begin, double end)
{
    const double whole = m_rangeEnd - m_rangeBegin;
    const double shortest = std::min(kShortestView, whole);
    const double length = std::clamp(end - begin, shortest, std::max(whole, shortest));
    const double middle = begin + (end - begin) / 2;
    const double first =
        std::clamp(middle - length / 2, m_rangeBegin, std::max(m_rangeBegin, m_rangeEnd - length));
    if (first == m_begin && first + length == m_end) {
        return;
    }
    m_begin = first;
    m_end = first + length;
    rebuild();
    emit viewChanged();
}

void TimeAxis::onRangeChanged()
{
    const bool all = !zoomed();
    m_rangeBegin = m_clock != nullptr ? m_clock->begin() : 0;
    m_rangeEnd = m_clock != nullptr ? m_clock->end() : 0;
    if (all) {
        m_begin = m_rangeBegin;
        m_end = m_rangeEnd;
    } else {
        setView(m_begin, m_end);
    }
    rebuild(); // also for new words
    emit viewChanged();
}

/// While it is played the moment never leaves the view: the view turns over like a page.
void TimeAxis::followClock()
{
    if (!m_clock->playing() || !zoomed()) {
        return;
    }
    const double at = m_clock->position();
    const double length = m_end - m_begin;
    if (at >= m_end) {
        setView(at - length * 0.1, at + length * 0.9);
    } else if (at < m_begin) {
        setView(at - length * 0.9, at + length * 0.1);
    }
}

void TimeAxis::rebuild()
{
    beginResetModel();
    m_ticks.clear();
    m_context.clear();
    if (m_clock != nullptr && m_clock->hasRange() && m_width > 0) {
        const Grain grain = grainFor(m_end - m_begin, m_width);
        const core::Zone& zone = m_clock->words().zone();
        const core::CivilDate first = core::toLocal(static_cast<core::Instant>(m_begin), zone).date;
        const core::CivilDate last = core::toLocal(static_cast<core::Instant>(m_end), zone).date;
        switch (grain.unit) {
        case Unit::year:
            addYears(first.year, last.year, grain.count);
            break;
        case Unit::month:
            addMonths(first, last, grain.count);
            m_context = opening() ? QString() : m_clock->words().year(first.year);
            break;
        case Unit::day:
            addDays(first, last, grain.count);
            m_context = m_clock->words().month(opening().value_or(first));
            break;
        case Unit::minute:
            addMinutes(first, last, grain.count);
            m_context = m_clock->words().day(opening().value_or(first));
            break;
        }
    }
    endResetModel();
}

/// The date of a tick so near the begin that its label and the context would meet: one stands for
/// both.
std::optional<core::CivilDate> TimeAxis::opening() const
{
    const auto near = std::ranges::find_if(
        m_ticks, [](const Tick& tick) { return tick.major && tick.place < 2 * kTickWidth; });
    if (near == m_ticks.end()) {
        return std::nullopt;
    }
    const auto at = static_cast<core::Instant>(std::llround(timeAt(near->place)));
    return core::toLocal(at, m_clock->words().zone()).date;
}

void TimeAxis::add(std::int64_t day, std::int32_t secondOfDay, const QString& label, bool major)
{
    const auto at = static_cast<double>(m_clock->words().zone().toInstant(day, secondOfDay));
    if (at >= m_begin && at <= m_end) {
        m_ticks.push_back({placeOf(at), label, major});
    }
}

void TimeAxis::addYears(std::int64_t first, std::int64_t last, std::int64_t count)
{
    for (std::int64_t year = multipleBelow(first, count); year <= last; year += count) {
        add(core::daysFromCivil({year, 1, 1}), 0, m_clock->words().year(year), true);
    }
}

void TimeAxis::addMonths(core::CivilDate first, core::CivilDate last, std::int64_t count)
{
    const TimeText& words = m_clock->words();
    const std::int64_t to = last.year * 12 + last.month - 1;
    for (std::int64_t m = multipleBelow(first.year * 12 + first.month - 1, count); m <= to;
         m += count) {
        const std::int64_t year = multipleBelow(m, 12) / 12;
        const core::CivilDate date{year, static_cast<unsigned>(m - year * 12) + 1, 1};
        const bool opens = date.month == 1;
        add(core::daysFromCivil(date), 0, opens ? words.year(year) : words.shortMonth(date), opens);
    }
}

void TimeAxis::addDays(core::CivilDate first, core::CivilDate last, std::int64_t count)
{
    const TimeText& words = m_clock->words();
    for (std::int64_t day = core::daysFromCivil(first); day <= core::daysFromCivil(last); ++day) {
        const core::CivilDate date = core::civilFromDays(day);
        const bool opens = date.day == 1;
        // The 30th is left out, so that its label never meets that of the next month.
        if (opens || count == 1 || (date.day % count == 0 && date.day < 30)) {
            add(day, 0, opens ? words.shortMonth(date) : words.number(date.day), opens);
        }
    }
}

void TimeAxis::addMinutes(core::CivilDate first, core::CivilDate last, std::int64_t count)
{
    const TimeText& words = m_clock->words();
    for (std::int64_t day = core::daysFromCivil(first); day <= core::daysFromCivil(last); ++day) {
        for (std::int64_t minute = 0; minute < 24 * 60; minute += count) {
            const auto second = static_cast<std::int32_t>(minute * 60);
            const bool opens = minute == 0;
            add(day, second,
                opens ? words.shortDay(core::civilFromDays(day)) : words.timeOfDay(second), opens);
        }
    }
}

int TimeAxis::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ticks.size());
}

QVariant TimeAxis::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Tick& tick = m_ticks[static_cast<std::size_t>(index.row())];
    switch (role) {
    case PlaceRole:
        return tick.place;
    case Qt::DisplayRole:
    case LabelRole:
        return tick.label;
    case MajorRole:
        return tick.major;
    default:
        return {};
    }
}

QHash<int, QByteArray> TimeAxis::roleNames() const
{
    return {{PlaceRole, "place"}, {LabelRole, "label"}, {MajorRole, "major"}};
}

} // namespace masar::app
