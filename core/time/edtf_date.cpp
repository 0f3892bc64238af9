// SPDX-License-Identifier: Apache-2.0
#include "core/time/calendar.hpp"
#include "core/time/edtf_cursor.hpp"

#include <algorithm>
#include <array>
#include <format>
#include <utility>

namespace masar::core {

namespace {

/// Years further from 0 than this are refused: their seconds would come near the limits of 64 bits.
constexpr std::int64_t kFarYear = 100'000'000'000;

/// A run of digits, some of which may be X.
struct Digits {
    std::string_view text;
    int low = 0, high = 0; ///< with every X at 0 and at 9

    [[nodiscard]] bool masked() const { return low != high; }
    [[nodiscard]] bool fits(std::int64_t value) const;
};

bool Digits::fits(std::int64_t value) const
{
    if (!masked()) {
        return value == low;
    }
    for (std::size_t i = text.size(); i-- > 0; value /= 10) {
        if (text[i] != 'X' && text[i] - '0' != value % 10) {
            return false;
        }
    }
    return value == 0;
}

/// The years that a year field may mean.
struct Years {
    std::int64_t low = 0, high = 0;
    Digits digits = {};  ///< of the four-digit form
    bool masked = false; ///< not all years between low and high fit
    bool alone = false;  ///< a form that takes no month (Y, S)

    [[nodiscard]] bool fits(std::int64_t year) const
    {
        return !masked || digits.fits(year < 0 ? -year : year);
    }
};

struct MonthDay {
    unsigned month = 0, day = 0;
};

EdtfRead<Digits> readDigits(EdtfCursor& cursor, std::size_t count, std::string_view what)
{
    Digits digits;
    const std::size_t begin = cursor.at;
    while (cursor.at < begin + count) {
        const char c = cursor.peek();
        if (c != 'X' && !isDigit(c)) {
            return edtfExpected(cursor, what);
        }
        digits.low = digits.low * 10 + (c == 'X' ? 0 : c - '0');
        digits.high = digits.high * 10 + (c == 'X' ? 9 : c - '0');
        ++cursor.at;
    }
    digits.text = cursor.text.substr(begin, count);
    return digits;
}

/// A number without a leading zero; what would be more than `limit` is an error with the text
/// `tooMuch`.
EdtfRead<std::int64_t> readNumber(EdtfCursor& cursor, std::int64_t limit, std::string_view what,
                                  std::string_view tooMuch)
{
    const std::size_t begin = cursor.at;
    if (!isDigit(cursor.peek()) || cursor.peek() == '0') {
        return edtfExpected(cursor, what);
    }
    std::int64_t value = 0;
    for (; isDigit(cursor.peek()); ++cursor.at) {
        value = value * 10 + (cursor.peek() - '0');
        if (value > limit) {
            return edtfError(begin, std::string(tooMuch));
        }
    }
    return value;
}

void readQualifier(EdtfCursor& cursor, EdtfQualifiers& qualifiers)
{
    const char c = cursor.peek();
    if (c == '?' || c == '~' || c == '%') {
        qualifiers.uncertain |= c != '~';
        qualifiers.approximate |= c != '?';
        ++cursor.at;
    }
}

constexpr std::string_view kTooFar = "Years beyond 100,000,000,000 before or after year 0 are not "
                                     "supported";

/// After "Y": a year of more than four digits, or one with an exponent.
EdtfRead<Years> readLongYear(EdtfCursor& cursor)
{
    const bool negative = cursor.take('-');
    const std::size_t begin = cursor.at;
    const auto mantissa = readNumber(cursor, kFarYear, "a digit from 1 to 9", kTooFar);
    if (!mantissa) {
        return std::unexpected(mantissa.error());
    }
    std::int64_t year = *mantissa;
    if (cursor.take('E')) {
        const auto exponent = readNumber(cursor, 11, "the exponent, a digit from 1 to 9", kTooFar);
        if (!exponent) {
            return std::unexpected(exponent.error());
        }
        for (std::int64_t i = 0; i < *exponent; ++i) {
            year *= 10;
            if (year > kFarYear) {
                return edtfError(begin, std::string(kTooFar));
            }
        }
    } else if (year <= 9999) {
        return edtfError(begin, "A year after Y has more than four digits; four are written "
                                "without the Y");
    }
    year = negative ? -year : year;
    return Years{.low = year, .high = year, .alone = true};
}

EdtfRead<Years> readPlainYear(EdtfCursor& cursor)
{
    const std::size_t begin = cursor.at;
    const bool negative = cursor.take('-');
    const auto digits = readDigits(cursor, 4, "a year of four digits");
    if (!digits) {
        return std::unexpected(digits.error());
    }
    Years years{
        .low = digits->low, .high = digits->high, .digits = *digits, .masked = digits->masked()};
    if (negative) {
        if (digits->high == 0) {
            return edtfError(begin, "The year 0000 has no minus sign");
        }
        std::int64_t least = std::max(1, digits->low);
        while (!digits->fits(least)) {
            ++least;
        }
        years.low = -digits->high;
        years.high = -least;
    }
    return years;
}

/// After "S": how many digits of the year are significant; the years widen to all that share them.
EdtfRead<Years> readSignificant(EdtfCursor& cursor, const Years& years)
{
    const std::size_t begin = cursor.at;
    if (years.masked) {
        return edtfError(begin - 1, "A year with X takes no significant digits");
    }
    const bool negative = years.low < 0;
    const std::int64_t year = negative ? -years.low : years.low;
    std::int64_t digits = 0;
    for (std::int64_t rest = year; rest > 0; rest /= 10) {
        ++digits;
    }
    const auto significant =
        readNumber(cursor, digits, "the number of significant digits, from 1 on",
                   "The year has fewer digits than are called significant");
    if (!significant) {
        return std::unexpected(significant.error());
    }
    std::int64_t unit = 1;
    for (std::int64_t i = *significant; i < digits; ++i) {
        unit *= 10;
    }
    const std::int64_t least = year / unit * unit;
    const std::int64_t most = least + unit - 1;
    return Years{.low = negative ? -most : least, .high = negative ? -least : most, .alone = true};
}

EdtfRead<Years> readYear(EdtfCursor& cursor)
{
    auto years = cursor.take('Y') ? readLongYear(cursor) : readPlainYear(cursor);
    if (years && cursor.take('S')) {
        return readSignificant(cursor, *years);
    }
    return years;
}

bool isMonth(const Digits& digits)
{
    for (int month = std::max(digits.low, 1); month <= std::min(digits.high, 12); ++month) {
        if (digits.fits(month)) {
            return true;
        }
    }
    return false;
}

/// The first (or last) month and day of a year that fit; nullopt if none does.
std::optional<MonthDay> fittingDay(std::int64_t year, const Digits& months, const Digits& days,
                                   bool last)
{
    const int firstMonth = std::max(months.low, 1);
    const int lastMonth = std::min(months.high, 12);
    for (int i = 0; i <= lastMonth - firstMonth; ++i) {
        const int month = last ? lastMonth - i : firstMonth + i;
        if (!months.fits(month)) {
            continue;
        }
        const auto ofYear = static_cast<unsigned>(month);
        const int firstDay = std::max(days.low, 1);
        const int lastDay = std::min(days.high, static_cast<int>(daysInMonth(year, ofYear)));
        for (int j = 0; j <= lastDay - firstDay; ++j) {
            const int day = last ? lastDay - j : firstDay + j;
            if (days.fits(day)) {
                return MonthDay{ofYear, static_cast<unsigned>(day)};
            }
        }
    }
    return std::nullopt;
}

/// The first (or last) day of all the years that fits; nullopt if none does.
std::optional<std::int64_t> fittingDay(const Years& years, const Digits& months, const Digits& days,
                                       bool last)
{
    constexpr std::int64_t aLeapYear = 2000;
    std::int64_t year = last ? years.high : years.low;
    auto found = fittingDay(year, months, days, last);
    if (!found && years.masked && fittingDay(aLeapYear, months, days, last)) {
        // Only a 29 February can be missing from the year tried: find the nearest leap year.
        while (!found && year != (last ? years.low : years.high)) {
            year += last ? -1 : 1;
            if (isLeap(year) && years.fits(year)) {
                found = fittingDay(year, months, days, last);
            }
        }
    }
    if (!found) {
        return std::nullopt;
    }
    return daysFromCivil({year, found->month, found->day});
}

EdtfBound dayBound(std::int64_t day)
{
    return {.kind = EdtfBound::Kind::day, .day = day};
}

/// Months of a season or sub-year grouping: the first month and how many. Northern seasons are
/// those of meteorology; 21 to 24 are read as northern; a winter belongs to the year in which it
/// begins.
std::optional<std::pair<unsigned, unsigned>> monthsOfGrouping(int code)
{
    constexpr std::array<unsigned, 4> northern{3, 6, 9, 12};
    constexpr std::array<unsigned, 4> southern{9, 12, 3, 6};
    const auto from = [code](int first) { return static_cast<unsigned>(code - first); };
    if (code >= 21 && code <= 24) {
        return std::pair{northern[from(21)], 3U};
    }
    if (code >= 25 && code <= 28) {
        return std::pair{northern[from(25)], 3U};
    }
    if (code >= 29 && code <= 32) {
        return std::pair{southern[from(29)], 3U};
    }
    if (code >= 33 && code <= 36) {
        return std::pair{1 + 3 * from(33), 3U};
    }
    if (code >= 37 && code <= 39) {
        return std::pair{1 + 4 * from(37), 4U};
    }
    if (code == 40 || code == 41) {
        return std::pair{1 + 6 * from(40), 6U};
    }
    return std::nullopt;
}

EdtfDate groupingOf(const Years& years, unsigned firstMonth, unsigned count)
{
    const unsigned afterLast = firstMonth + count;
    const CivilDate next = afterLast > 12 ? CivilDate{years.high + 1, afterLast - 12, 1}
                                          : CivilDate{years.high, afterLast, 1};
    return {
        dayBound(daysFromCivil({years.low, firstMonth, 1})), dayBound(daysFromCivil(next) - 1), {}};
}

std::unexpected<EdtfError> noSuchDay(std::size_t at, const Years& years, const Digits& months,
                                     const Digits& days)
{
    if (years.masked || months.masked() || days.masked()) {
        return edtfError(at, "No month that this may be has such a day");
    }
    if (days.low == 0) {
        return edtfError(at, "Days count from 01");
    }
    return edtfError(at, std::format("Month {} of this year has {} days", months.text,
                                     daysInMonth(years.low, static_cast<unsigned>(months.low))));
}

/// A date from the day field on, the cursor being behind its hyphen.
EdtfRead<EdtfDate> readDay(EdtfCursor& cursor, const Years& years, const Digits& months,
                           EdtfQualifiers qualifiers)
{
    readQualifier(cursor, qualifiers);
    const std::size_t begin = cursor.at;
    const auto days = readDigits(cursor, 2, "a day of two digits");
    if (!days) {
        return std::unexpected(days.error());
    }
    const auto first = fittingDay(years, months, *days, false);
    if (!first) {
        return noSuchDay(begin, years, months, *days);
    }
    const bool masked = years.masked || months.masked() || days->masked();
    const auto last = masked ? fittingDay(years, months, *days, true) : first;
    readQualifier(cursor, qualifiers);
    qualifiers.unspecified = masked;
    const EdtfDate date{dayBound(*first), dayBound(last.value_or(*first)), qualifiers};
    if (cursor.peek() != 'T') {
        return date;
    }
    if (qualifiers != EdtfQualifiers{}) {
        return edtfError(cursor.at, "A time needs a whole date without X and without qualifiers");
    }
    ++cursor.at;
    return readEdtfTime(cursor, date);
}

/// A date from the month field on, the cursor being behind its hyphen.
EdtfRead<EdtfDate> readMonth(EdtfCursor& cursor, const Years& years, EdtfQualifiers qualifiers)
{
    const Digits anyDay{.text = "XX", .low = 0, .high = 99};
    readQualifier(cursor, qualifiers);
    const std::size_t begin = cursor.at;
    const auto months = readDigits(cursor, 2, "a month of two digits");
    if (!months) {
        return std::unexpected(months.error());
    }
    const auto grouping = months->masked() ? std::nullopt : monthsOfGrouping(months->low);
    if (!grouping && !isMonth(*months)) {
        return edtfError(begin, "A month is 01 to 12; 21 to 41 are seasons and parts of a year");
    }
    readQualifier(cursor, qualifiers);
    qualifiers.unspecified = years.masked || months->masked();
    if (grouping) {
        EdtfDate date = groupingOf(years, grouping->first, grouping->second);
        date.qualifiers = qualifiers;
        return date;
    }
    if (cursor.take('-')) {
        return readDay(cursor, years, *months, qualifiers);
    }
    const auto first = fittingDay(years, *months, anyDay, false);
    const auto last = fittingDay(years, *months, anyDay, true);
    return EdtfDate{dayBound(first.value_or(0)), dayBound(last.value_or(0)), qualifiers};
}

} // namespace

EdtfRead<EdtfDate> readEdtfDate(EdtfCursor& cursor)
{
    EdtfQualifiers qualifiers;
    readQualifier(cursor, qualifiers);
    const auto years = readYear(cursor);
    if (!years) {
        return std::unexpected(years.error());
    }
    readQualifier(cursor, qualifiers);
    if (!years->alone && cursor.take('-')) {
        return readMonth(cursor, *years, qualifiers);
    }
    qualifiers.unspecified = years->masked;
    return EdtfDate{dayBound(daysFromCivil({years->low, 1, 1})),
                    dayBound(daysFromCivil({years->high, 12, 31})), qualifiers};
}

} // namespace masar::core
