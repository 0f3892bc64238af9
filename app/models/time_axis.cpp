// SPDX-License-Identifier: Apache-2.0
#include "app/models/time_axis.hpp"

#include <array>

namespace masar::app {

namespace {

constexpr double kSecondsPerDay = 86400;
constexpr double kTickWidth = 64; ///< logical pixels that a label needs at least

enum class Unit { hour, day, month, year };

struct Grain {
    Unit unit;
    std::int64_t count;
    double seconds; ///< about
};

constexpr std::array kGrains{
    Grain{Unit::hour, 1, 3600},
    Grain{Unit::hour, 3, 3.0 * 3600},
    Grain{Unit::hour, 6, 6.0 * 3600},
    Grain{Unit::hour, 12, 12.0 * 3600},
    Grain{Unit::day, 1, kSecondsPerDay},
    Grain{Unit::day, 2, 2 * kSecondsPerDay},
    Grain{Unit::day, 5, 5 * kSecondsPerDay},
    Grain{Unit::day, 10, 10 * kSecondsPerDay},
    Grain{Unit::month, 1, 30.4 * kSecondsPerDay},
    Grain{Unit::month, 2, 60.9 * kSecondsPerDay},
    Grain{Unit::month, 3, 91.3 * kSecondsPerDay},
    Grain{Unit::month, 6, 182.6 * kSecondsPerDay},
    Grain{Unit::year, 1, 365.25 * kSecondsPerDay},
    Grain{Unit::year, 2, 2 * 365.25 * kSecondsPerDay},
    Grain{Unit::year, 5, 5 * 365.25 * kSecondsPerDay},
    Grain{Unit::year, 10, 10 * 365.25 * kSecondsPerDay},
    Grain{Unit::year, 20, 20 * 365.25 * kSecondsPerDay},
    Grain{Unit::year, 50, 50 * 365.25 * kSecondsPerDay},
    Grain{Unit::year, 100, 100 * 365.25 * kSecondsPerDay},
    Grain{Unit::year, 200, 200 * 365.25 * kSecondsPerDay},
    Grain{Unit::year, 500, 500 * 365.25 * kSecondsPerDay},
    Grain{Unit::year, 1000, 1000 * 365.25 * kSecondsPerDay},
};

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

std::int64_t floorTo(std::int64_t value, std::int64_t step)
{
    const std::int64_t rest = value % step;
    return value - (rest < 0 ? rest + step : rest);
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
        connect(m_clock, &Clock::rangeChanged, this, &TimeAxis::rebuild);
    }
    emit clockChanged();
    rebuild();
}

void TimeAxis::setWidth(double width)
{
    if (width == m_width) {
        return;
    }
    m_width = width;
    emit widthChanged();
    rebuild();
}

void TimeAxis::rebuild()
{
    beginResetModel();
    m_ticks.clear();
    if (m_clock != nullptr && m_clock->hasRange() && m_width > 0) {
        const Grain grain = grainFor(m_clock->end() - m_clock->begin(), m_width);
        const core::Zone& zone = m_clock->words().zone();
        const core::CivilDate first =
            core::toLocal(static_cast<core::Instant>(m_clock->begin()), zone).date;
        const core::CivilDate last =
            core::toLocal(static_cast<core::Instant>(m_clock->end()), zone).date;
        switch (grain.unit) {
        case Unit::year:
            addYears(first.year, last.year, grain.count);
            break;
        case Unit::month:
            addMonths(first, last, grain.count);
            break;
        case Unit::day:
            addDays(first, last, grain.count);
            break;
        case Unit::hour:
            addHours(first, last, grain.count);
            break;
        }
    }
    endResetModel();
}

void TimeAxis::add(std::int64_t day, std::int32_t secondOfDay, const QString& label, bool major)
{
    const auto at = static_cast<double>(m_clock->words().zone().toInstant(day, secondOfDay));
    const double fraction = (at - m_clock->begin()) / (m_clock->end() - m_clock->begin());
    if (fraction >= 0 && fraction < 1) {
        m_ticks.push_back({fraction, label, major});
    }
}

void TimeAxis::addYears(std::int64_t first, std::int64_t last, std::int64_t count)
{
    for (std::int64_t year = floorTo(first, count); year <= last; year += count) {
        add(core::daysFromCivil({year, 1, 1}), 0, m_clock->words().year(year), true);
    }
}

void TimeAxis::addMonths(core::CivilDate first, core::CivilDate last, std::int64_t count)
{
    const TimeText& words = m_clock->words();
    const std::int64_t to = last.year * 12 + last.month - 1;
    for (std::int64_t m = floorTo(first.year * 12 + first.month - 1, count); m <= to; m += count) {
        const std::int64_t year = floorTo(m, 12) / 12;
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

void TimeAxis::addHours(core::CivilDate first, core::CivilDate last, std::int64_t count)
{
    const TimeText& words = m_clock->words();
    for (std::int64_t day = core::daysFromCivil(first); day <= core::daysFromCivil(last); ++day) {
        for (std::int64_t hour = 0; hour < 24; hour += count) {
            const auto second = static_cast<std::int32_t>(hour * 3600);
            const bool opens = hour == 0;
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
    case FractionRole:
        return tick.fraction;
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
    return {{FractionRole, "fraction"}, {LabelRole, "label"}, {MajorRole, "major"}};
}

} // namespace masar::app
