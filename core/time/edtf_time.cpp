// SPDX-License-Identifier: Apache-2.0
#include "core/time/calendar.hpp"
#include "core/time/edtf_cursor.hpp"

#include <format>

namespace masar::core {

namespace {

/// Two digits from 00 to `most`.
EdtfRead<std::int32_t> readPair(EdtfCursor& cursor, std::int32_t most, std::string_view what)
{
    const std::size_t begin = cursor.at;
    std::int32_t value = 0;
    while (cursor.at < begin + 2) {
        if (!isDigit(cursor.peek())) {
            return edtfExpected(cursor, std::format("two digits of {}", what));
        }
        value = value * 10 + (cursor.peek() - '0');
        ++cursor.at;
    }
    if (value > most) {
        return edtfError(begin, std::format("The {} go up to {:02}", what, most));
    }
    return value;
}

/// The offset from UTC in seconds, nullopt if there is none.
EdtfRead<std::optional<std::int32_t>> readOffset(EdtfCursor& cursor)
{
    if (cursor.take('Z')) {
        return std::optional<std::int32_t>(0);
    }
    const std::size_t begin = cursor.at;
    const bool negative = cursor.peek() == '-';
    if (!cursor.take('-') && !cursor.take('+')) {
        return std::optional<std::int32_t>();
    }
    const auto hours = readPair(cursor, 23, "hours");
    if (!hours) {
        return std::unexpected(hours.error());
    }
    std::int32_t seconds = *hours * 3600;
    if (cursor.take(':')) {
        const auto minutes = readPair(cursor, 59, "minutes");
        if (!minutes) {
            return std::unexpected(minutes.error());
        }
        seconds += *minutes * 60;
    }
    if (negative && seconds == 0) {
        return edtfError(begin, "An offset of zero is written Z or +00:00");
    }
    return std::optional(negative ? -seconds : seconds);
}

/// A fraction of the second, which is finer than Masar's clock and left out.
EdtfRead<bool> skipFraction(EdtfCursor& cursor)
{
    if (!cursor.take('.') && !cursor.take(',')) {
        return false;
    }
    if (!isDigit(cursor.peek())) {
        return edtfExpected(cursor, "a digit of the fraction");
    }
    while (isDigit(cursor.peek())) {
        ++cursor.at;
    }
    return true;
}

EdtfBound atSecond(std::int64_t day, std::int32_t second, std::optional<std::int32_t> offset)
{
    constexpr auto wholeDay = static_cast<std::int32_t>(kDaySeconds);
    if (second >= wholeDay) {
        ++day;
        second -= wholeDay;
    }
    return {EdtfBound::Kind::instant, day, second, offset};
}

bool isLeapSecond(std::int32_t secondOfDay, std::optional<std::int32_t> offset)
{
    return offset && (secondOfDay - *offset) % static_cast<std::int32_t>(kDaySeconds) == 0;
}

} // namespace

EdtfRead<EdtfDate> readEdtfTime(EdtfCursor& cursor, EdtfDate date)
{
    const std::size_t begin = cursor.at;
    const auto hours = readPair(cursor, 24, "hours");
    if (!hours) {
        return std::unexpected(hours.error());
    }
    if (!cursor.take(':')) {
        return edtfExpected(cursor, "a colon and the minutes");
    }
    const auto minutes = readPair(cursor, 59, "minutes");
    if (!minutes) {
        return std::unexpected(minutes.error());
    }
    const bool toTheSecond = cursor.take(':');
    const std::size_t secondsAt = cursor.at;
    EdtfRead<std::int32_t> seconds = 0;
    EdtfRead<bool> fraction = false;
    if (toTheSecond) {
        seconds = readPair(cursor, 60, "seconds");
        if (!seconds) {
            return std::unexpected(seconds.error());
        }
        fraction = skipFraction(cursor);
        if (!fraction) {
            return std::unexpected(fraction.error());
        }
    }
    const auto offset = readOffset(cursor);
    if (!offset) {
        return std::unexpected(offset.error());
    }
    const std::int32_t second = *hours * 3600 + *minutes * 60 + *seconds;
    if (*hours == 24 && (*minutes != 0 || *seconds != 0 || *fraction)) {
        return edtfError(begin, "The hour 24 stands only for the end of a day, 24:00:00");
    }
    if (*seconds == 60 && !isLeapSecond(second, *offset)) {
        return edtfError(secondsAt, "The second 60 is a leap second, 23:59:60 in UTC");
    }
    // To the minute alone it is one of sixty seconds; 24:00 is one point all the same.
    const std::int32_t more = toTheSecond || *hours == 24 ? 0 : 59;
    date.first = atSecond(date.first.day, second, *offset);
    date.last = atSecond(date.last.day, second + more, *offset);
    return date;
}

} // namespace masar::core
