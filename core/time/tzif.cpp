// SPDX-License-Identifier: Apache-2.0
#include "core/time/tzif.hpp"

#include "core/time/calendar.hpp"
#include "core/time/zone.hpp"

#include <algorithm>
#include <cstddef>

namespace masar::core {

namespace {

constexpr std::size_t kHeaderSize = 44;
constexpr std::int32_t kMostOffset = 26 * 3600; ///< RFC 9636: -25:59:59 to 25:59:59

std::uint64_t bigEndian(std::string_view bytes, std::size_t at, std::size_t size)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < size; ++i) {
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    }
    return value;
}

/// The counts of a TZif header, in the file's order.
struct Counts {
    std::size_t isUt = 0, isStandard = 0, leap = 0, time = 0, type = 0, character = 0;

    [[nodiscard]] std::size_t blockSize(std::size_t timeSize) const
    {
        return time * (timeSize + 1) + type * 6 + character + leap * (timeSize + 4) + isStandard +
               isUt;
    }
};

std::optional<Counts> readHeader(std::string_view bytes, std::size_t at)
{
    if (bytes.size() < at + kHeaderSize || bytes.substr(at, 4) != "TZif" || bytes[at + 4] < '2') {
        return std::nullopt;
    }
    const auto count = [&](std::size_t i) {
        return static_cast<std::size_t>(bigEndian(bytes, at + 20 + 4 * i, 4));
    };
    return Counts{count(0), count(1), count(2), count(3), count(4), count(5)};
}

/// One half of a POSIX rule: the day of the year and the local second at which clocks change.
struct YearlyChange {
    enum class Kind { julian, dayOfYear, weekday };
    Kind kind = Kind::weekday;
    int month = 0, week = 0, day = 0;
    std::int32_t second = 2 * 3600;

    /// Local seconds since 1970-01-01T00:00 by the clock before the change.
    [[nodiscard]] std::int64_t in(std::int64_t year) const;
};

std::int64_t YearlyChange::in(std::int64_t year) const
{
    std::int64_t days = daysFromCivil({year, 1, 1});
    if (kind == Kind::dayOfYear) {
        days += day;
    } else if (kind == Kind::julian) {
        days += day - 1 + (isLeap(year) && day >= 60 ? 1 : 0);
    } else {
        const auto ofYear = static_cast<unsigned>(month);
        const std::int64_t first = daysFromCivil({year, ofYear, 1});
        const std::int64_t weekdayOfFirst = floorMod(first + 4, 7); // 1970-01-01 was a Thursday
        std::int64_t dayOfMonth = (day - weekdayOfFirst + 7) % 7 + 7 * (week - 1);
        if (dayOfMonth >= daysInMonth(year, ofYear)) {
            dayOfMonth -= 7; // week 5 means the last one
        }
        days = first + dayOfMonth;
    }
    return days * kDaySeconds + second;
}

/// Standard and summer time as the footer states them; without `summer` the offset is `standard`
/// for ever.
struct Rule {
    std::int32_t standard = 0;
    std::optional<std::int32_t> summer;
    YearlyChange toSummer, toStandard;
};

/// Reads the footer, a POSIX TZ string such as "EET-2EEST,M3.5.4/24,M10.5.5/1". Any read past a
/// mistake leaves `ok` false.
class RuleReader {
public:
    explicit RuleReader(std::string_view text) : m_rest(text) {}

    std::optional<Rule> read();

private:
    bool take(char c);
    void name();
    int number();
    std::int32_t time();
    YearlyChange change();

    std::string_view m_rest;
    bool m_ok = true;
};

bool RuleReader::take(char c)
{
    if (m_rest.empty() || m_rest.front() != c) {
        return false;
    }
    m_rest.remove_prefix(1);
    return true;
}

void RuleReader::name()
{
    if (take('<')) {
        const std::size_t close = m_rest.find('>');
        m_ok = m_ok && close != std::string_view::npos;
        m_rest.remove_prefix(m_ok ? close + 1 : m_rest.size());
        return;
    }
    const std::size_t end = std::min(m_rest.find_first_of("+-,0123456789"), m_rest.size());
    m_ok = m_ok && end >= 3;
    m_rest.remove_prefix(end);
}

int RuleReader::number()
{
    int value = 0;
    std::size_t digits = 0;
    while (digits < m_rest.size() && digits < 4 && isDigit(m_rest[digits])) {
        value = value * 10 + (m_rest[digits++] - '0');
    }
    m_ok = m_ok && digits > 0;
    m_rest.remove_prefix(digits);
    return value;
}

std::int32_t RuleReader::time()
{
    const bool negative = take('-');
    if (!negative) {
        take('+');
    }
    std::int32_t seconds = number() * 3600;
    if (take(':')) {
        seconds += number() * 60;
        if (take(':')) {
            seconds += number();
        }
    }
    return negative ? -seconds : seconds;
}

YearlyChange RuleReader::change()
{
    YearlyChange change;
    if (take('M')) {
        change.month = number();
        m_ok = m_ok && take('.');
        change.week = number();
        m_ok = m_ok && take('.');
        change.day = number();
        m_ok = m_ok && change.month >= 1 && change.month <= 12 && change.week >= 1 &&
               change.week <= 5 && change.day <= 6;
    } else {
        change.kind = take('J') ? YearlyChange::Kind::julian : YearlyChange::Kind::dayOfYear;
        change.day = number();
        m_ok = m_ok && change.day <= 365;
    }
    if (take('/')) {
        change.second = time();
    }
    return change;
}

std::optional<Rule> RuleReader::read()
{
    Rule rule;
    name();
    rule.standard = -time(); // POSIX counts westwards
    if (m_ok && !m_rest.empty()) {
        name();
        rule.summer = rule.standard + 3600;
        if (!m_rest.starts_with(',')) {
            rule.summer = -time();
        }
        m_ok = m_ok && take(',');
        rule.toSummer = change();
        m_ok = m_ok && take(',');
        rule.toStandard = change();
    }
    m_ok = m_ok && m_rest.empty() && std::abs(rule.standard) < kMostOffset &&
           std::abs(rule.summer.value_or(0)) < kMostOffset;
    return m_ok ? std::optional(rule) : std::nullopt;
}

void append(std::vector<OffsetChange>& changes, OffsetChange change)
{
    if (changes.empty() ||
        (change.begin > changes.back().begin && change.offset != changes.back().offset)) {
        changes.push_back(change);
    }
}

void appendRule(std::vector<OffsetChange>& changes, const Rule& rule, Instant after,
                std::int64_t untilYear)
{
    if (!rule.summer) {
        append(changes, {after, rule.standard});
        return;
    }
    // A file without any change, or with none but ancient ones, has followed its rule since 1970.
    const std::int64_t first =
        std::max<std::int64_t>(civilFromDays(floorDiv(after, kDaySeconds)).year, 1970);
    std::vector<OffsetChange> yearly;
    for (std::int64_t year = first - 1; year < untilYear; ++year) {
        yearly.push_back({rule.toSummer.in(year)-rule.standard, *rule.summer});
        yearly.push_back({rule.toStandard.in(year) - *rule.summer, rule.standard});
    }
    std::ranges::stable_sort(yearly, {}, &OffsetChange::begin);
    for (const OffsetChange& change : yearly) {
        if (change.begin > after) {
            append(changes, change);
        }
    }
}

/// The explicit changes of the 64-bit block at `at`.
std::optional<std::vector<OffsetChange>> readBlock(std::string_view bytes, std::size_t at,
                                                   const Counts& counts)
{
    const std::size_t indexes = at + counts.time * 8;
    const std::size_t types = indexes + counts.time;
    const auto offsetOf = [&](std::size_t type) {
        return static_cast<std::int32_t>(
            static_cast<std::uint32_t>(bigEndian(bytes, types + 6 * type, 4)));
    };
    if (counts.type == 0) {
        return std::nullopt;
    }
    std::vector<OffsetChange> changes{{kOpenPast, offsetOf(0)}};
    for (std::size_t i = 0; i < counts.time; ++i) {
        const auto begin = static_cast<Instant>(bigEndian(bytes, at + 8 * i, 8));
        const std::size_t type = static_cast<unsigned char>(bytes[indexes + i]);
        if (type >= counts.type) {
            return std::nullopt;
        }
        append(changes, {begin, offsetOf(type)});
    }
    const bool sane = std::ranges::all_of(
        changes, [](const OffsetChange& change) { return std::abs(change.offset) < kMostOffset; });
    return sane ? std::optional(std::move(changes)) : std::nullopt;
}

} // namespace

std::optional<std::vector<OffsetChange>> readTzif(std::string_view bytes, std::int64_t untilYear)
{
    const auto first = readHeader(bytes, 0);
    if (!first) {
        return std::nullopt;
    }
    const std::size_t second = kHeaderSize + first->blockSize(4);
    const auto counts = readHeader(bytes, second);
    if (!counts || bytes.size() < second + kHeaderSize + counts->blockSize(8) + 2) {
        return std::nullopt;
    }
    const std::size_t block = second + kHeaderSize;
    auto changes = readBlock(bytes, block, *counts);
    const std::string_view footer = bytes.substr(block + counts->blockSize(8));
    if (!changes || footer.front() != '\n' || footer.back() != '\n') {
        return std::nullopt;
    }
    if (footer.size() > 2) {
        const auto rule = RuleReader(footer.substr(1, footer.size() - 2)).read();
        if (!rule) {
            return std::nullopt;
        }
        const Instant last =
            counts->time == 0
                ? kOpenPast
                : static_cast<Instant>(bigEndian(bytes, block + 8 * (counts->time - 1), 8));
        appendRule(*changes, *rule, last, untilYear);
    }
    return changes;
}

} // namespace masar::core
