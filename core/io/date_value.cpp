// SPDX-License-Identifier: Apache-2.0
#include "core/io/date_value.hpp"

#include "core/io/value_text.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <format>

namespace masar::core {

namespace {

constexpr std::array<std::string_view, 15> kNoDate{
    "",    "-",       "--",      "?",       "n/a", "na",      "null", "none",
    "nan", "unknown", "present", "ongoing", "now", "current", "..",
};

constexpr std::array<std::string_view, 12> kMonths{
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
};

/// Takes up to `most` digits off the front; 0 digits is nothing.
std::optional<int> takeNumber(std::string_view& text, std::size_t most)
{
    std::size_t count = 0;
    while (count < most && count < text.size() && isAsciiDigit(text[count])) {
        ++count;
    }
    int value = 0;
    std::from_chars(text.data(), text.data() + count, value);
    text.remove_prefix(count);
    return count == 0 ? std::nullopt : std::optional(value);
}

/// "T08:30:00+03:00" from what follows the date: "T08:30", " 08:30:00.123 +03". Nothing for
/// nothing.
std::optional<std::string> clockText(std::string_view rest)
{
    rest = trimmed(rest);
    if (rest.empty()) {
        return std::string{};
    }
    takeCharacter(rest, 'T');
    const auto hour = takeNumber(rest, 2);
    if (!hour || !takeCharacter(rest, ':')) {
        return std::nullopt;
    }
    const auto minute = takeNumber(rest, 2);
    const auto second = takeCharacter(rest, ':') ? takeNumber(rest, 2) : std::optional(0);
    if (!minute || !second) {
        return std::nullopt;
    }
    if (takeCharacter(rest, '.') || takeCharacter(rest, ',')) {
        takeNumber(rest, 9);
    }
    rest = trimmed(rest);
    std::string out = std::format("T{:02}:{:02}:{:02}", *hour, *minute, *second);
    const std::string zone = lowerAscii(rest);
    if (zone.empty()) {
        return out;
    }
    if (zone == "z" || zone == "utc" || zone == "gmt") {
        return out + 'Z';
    }
    const char sign = rest.front();
    rest.remove_prefix(1);
    const auto hours = takeNumber(rest, 2);
    takeCharacter(rest, ':');
    const auto minutes = rest.empty() ? std::optional(0) : takeNumber(rest, 2);
    if ((sign != '+' && sign != '-') || !hours || !minutes || !rest.empty()) {
        return std::nullopt;
    }
    return *hours == 0 && *minutes == 0
               ? out + 'Z'
               : out + std::format("{}{:02}:{:02}", sign, *hours, *minutes);
}

/// "2026/2/11 08:30", "2026-02-11T08:30:00.5Z", "2026_02_11".
std::optional<std::string> numericDate(std::string_view text)
{
    if (text.size() < 6 || !std::all_of(text.begin(), text.begin() + 4, isAsciiDigit)) {
        return std::nullopt;
    }
    const char separator = text[4];
    if (separator != '-' && separator != '/' && separator != '_' && separator != '.') {
        return std::nullopt;
    }
    auto rest = text.substr(5);
    const auto month = takeNumber(rest, 2);
    if (!month || !takeCharacter(rest, separator)) {
        return std::nullopt;
    }
    const auto day = takeNumber(rest, 2);
    if (!day || (!rest.empty() && isAsciiDigit(rest.front()))) {
        return std::nullopt;
    }
    const auto clock = clockText(rest);
    return clock ? std::optional(
                       std::format("{}-{:02}-{:02}{}", text.substr(0, 4), *month, *day, *clock))
                 : std::nullopt;
}

/// A year as it is written; of two digits it is 1969 to 2068, as POSIX has it.
std::optional<int> takeYear(std::string_view& text)
{
    const std::size_t before = text.size();
    const auto year = takeNumber(text, 4);
    const std::size_t digits = before - text.size();
    if (!year || (digits != 2 && digits != 4)) {
        return std::nullopt;
    }
    return digits == 4 ? *year : *year + (*year < 69 ? 2000 : 1900);
}

/// "21/2/2026 08:30", "21.02.26": two numbers, a year and a time of day.
struct NumbersDate {
    int first = 0, second = 0, year = 0;
    char separator = '/';
    std::string clock; ///< "T08:30:00" or nothing

    [[nodiscard]] std::optional<std::string> text(int day, int month) const
    {
        const bool exists =
            month >= 1 && month <= 12 && day >= 1 &&
            day <= static_cast<int>(daysInMonth(year, static_cast<unsigned>(month)));
        return exists ? std::optional(std::format("{:04}-{:02}-{:02}{}", year, month, day, clock))
                      : std::nullopt;
    }
    [[nodiscard]] std::optional<std::string> dayFirst() const { return text(first, second); }
    /// Nobody writes the month first with dots.
    [[nodiscard]] std::optional<std::string> monthFirst() const
    {
        return separator == '.' ? std::nullopt : text(second, first);
    }
};

std::optional<NumbersDate> numbersDate(std::string_view text)
{
    NumbersDate date;
    const auto first = takeNumber(text, 2);
    date.separator = text.empty() ? '\0' : text.front();
    if (!first || !std::string_view("/.-").contains(date.separator)) {
        return std::nullopt;
    }
    text.remove_prefix(1);
    const auto second = takeNumber(text, 2);
    if (!second || !takeCharacter(text, date.separator)) {
        return std::nullopt;
    }
    const auto year = takeYear(text);
    if (!year || (!text.empty() && isAsciiDigit(text.front()))) {
        return std::nullopt;
    }
    auto clock = clockText(text);
    if (!clock) {
        return std::nullopt;
    }
    date.first = *first;
    date.second = *second;
    date.year = *year;
    date.clock = *std::move(clock);
    return date;
}

/// Whichever of the two dates it can be; both, as "one of these days", if it can be either.
std::optional<std::string> eitherDate(const NumbersDate& date)
{
    const auto dayFirst = date.dayFirst();
    const auto monthFirst = date.monthFirst();
    if (!dayFirst || !monthFirst || date.first == date.second) {
        return dayFirst ? dayFirst : monthFirst;
    }
    constexpr std::size_t day = 10; // of "2026-02-21T08:30:00"
    return std::format("[{},{}]", std::min(*dayFirst, *monthFirst).substr(0, day),
                       std::max(*dayFirst, *monthFirst).substr(0, day));
}

/// 1 to 12 for an English month, whole or cut to three letters or more.
int monthOf(std::string_view word)
{
    constexpr std::array<std::string_view, 12> whole{
        "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december"};
    const std::string low =
        lowerAscii(word.ends_with('.') ? word.substr(0, word.size() - 1) : word);
    for (std::size_t i = 0; i < kMonths.size(); ++i) {
        if (low.starts_with(kMonths[i]) && whole[i].starts_with(low)) {
            return static_cast<int>(i) + 1;
        }
    }
    return 0;
}

/// "11 February 2026", "11-Feb-2026", "February 11, 2026", "Feb 2026".
std::optional<std::string> wordDate(std::string_view text)
{
    int month = 0;
    std::optional<int> day;
    std::optional<int> year;
    while (!text.empty()) {
        const auto end = text.find_first_of(" ,-/");
        const auto word = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (word.empty()) {
            continue;
        }
        auto rest = word;
        const auto number = takeNumber(rest, 4);
        if (number && rest.empty() && word.size() == 2 && day && month != 0 && !year) {
            auto digits = word; // 30-Apr-19
            year = takeYear(digits);
        } else if (number && rest.empty() && word.size() == 4 && !year) {
            year = number;
        } else if (number && rest.empty() && word.size() <= 2 && !day) {
            day = number;
        } else if (!number && month == 0 && monthOf(word) != 0) {
            month = monthOf(word);
        } else {
            return std::nullopt;
        }
    }
    if (!year || month == 0) {
        return std::nullopt;
    }
    return day ? std::format("{:04}-{:02}-{:02}", *year, month, *day)
               : std::format("{:04}-{:02}", *year, month);
}

std::optional<std::string> yearText(std::string_view text)
{
    const auto year = integerOf(text);
    if (!year || *year == 0) {
        return std::nullopt;
    }
    const bool longYear = *year < -9999 || *year > 9999;
    return longYear ? std::format("Y{}", *year)
                    : std::format("{}{:04}", *year < 0 ? "-" : "", *year < 0 ? -*year : *year);
}

std::optional<std::string> epochText(std::string_view text, std::int64_t unitsPerSecond)
{
    auto count = integerOf(text);
    if (!count) {
        const auto real = realOf(text);
        if (!real || std::abs(*real) > 1e15) {
            return std::nullopt;
        }
        count = static_cast<std::int64_t>(std::floor(*real));
    }
    if (*count == 0) {
        return std::nullopt;
    }
    const Instant second = *count / unitsPerSecond - (*count % unitsPerSecond < 0 ? 1 : 0);
    return isoInstant(second, Zone());
}

std::optional<std::string> yearMonthDayText(std::string_view text)
{
    if (text.size() != 8 || !std::ranges::all_of(text, isAsciiDigit)) {
        return std::nullopt;
    }
    const auto year = text.substr(0, 4);
    const auto month = text.substr(4, 2);
    const auto day = text.substr(6, 2);
    if (month == "00") {
        return day == "00" ? std::optional(std::string(year)) : std::nullopt;
    }
    return day == "00" ? std::format("{}-{}", year, month)
                       : std::format("{}-{}-{}", year, month, day);
}

} // namespace

std::optional<std::string> edtfTextOf(std::string_view text, DateEncoding encoding)
{
    text = trimmed(text);
    switch (encoding) {
    case DateEncoding::edtf:
        return std::string(text);
    case DateEncoding::gdalDate:
        if (auto date = numericDate(text)) {
            return date;
        }
        if (auto date = wordDate(text)) {
            return date;
        }
        return std::string(text);
    case DateEncoding::dayMonth:
    case DateEncoding::monthDay:
    case DateEncoding::dayOrMonth:
        if (const auto date = numbersDate(text)) {
            return encoding == DateEncoding::dayMonth   ? date->dayFirst()
                   : encoding == DateEncoding::monthDay ? date->monthFirst()
                                                        : eitherDate(*date);
        }
        return std::string(text); // some rows may have a year alone
    case DateEncoding::year:
        return yearText(text);
    case DateEncoding::epochSeconds:
        return epochText(text, 1);
    case DateEncoding::epochMilliseconds:
        return epochText(text, 1000);
    case DateEncoding::yearMonthDay:
        return yearMonthDayText(text);
    }
    std::unreachable();
}

std::optional<DateEncoding> epochEncodingOf(double number)
{
    const double size = std::abs(number);
    if (size >= 1e8 && size <= 4.2e9) {
        return DateEncoding::epochSeconds;
    }
    return size >= 1e11 && size <= 4.2e12 ? std::optional(DateEncoding::epochMilliseconds)
                                          : std::nullopt;
}

bool isNoDate(std::string_view text)
{
    text = trimmed(text);
    return text.size() <= 8 && std::ranges::find(kNoDate, lowerAscii(text)) != kNoDate.end();
}

DateColumn::DateColumn(const PropertyTable& table, std::size_t column, DateEncoding encoding)
    : m_table(table), m_index(column), m_column(table.columns[column]), m_encoding(encoding),
      m_entries(kEntries + 1), m_current(&m_entries.back())
{
}

void DateColumn::parse(std::string_view text, Entry& entry) const
{
    entry.date.reset();
    if (isNoDate(text)) {
        entry.state = State::absent;
        return;
    }
    entry.state = State::unreadable;
    if (const auto written = edtfTextOf(text, m_encoding)) {
        if (auto date = parseEdtf(*written)) {
            entry.state = State::read;
            entry.date = std::move(*date);
        }
    }
}

DateColumn::State DateColumn::read(std::size_t row)
{
    if (const auto* ids = std::get_if<std::vector<StringPool::Id>>(&m_column.values)) {
        const auto id = (*ids)[row];
        m_current = &m_entries[id % kEntries];
        if (m_current->id != id) {
            m_current->id = id;
            parse(m_table.strings->text(id), *m_current);
        }
        return m_current->state;
    }
    m_current = &m_entries.back();
    parse(m_table.text(m_index, row).value_or(std::string{}), *m_current);
    return m_current->state;
}

std::string DateColumn::text(std::size_t row) const
{
    return m_table.text(m_index, row).value_or(std::string{});
}

} // namespace masar::core
