// SPDX-License-Identifier: Apache-2.0
#include "core/io/value_text.hpp"

#include "core/time/zone.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace masar::core {

namespace {

/// Takes exactly `count` digits off the front.
std::optional<unsigned> takeDigits(std::string_view& text, std::size_t count)
{
    if (text.size() < count ||
        !std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(count),
                     isAsciiDigit)) {
        return std::nullopt;
    }
    unsigned value = 0;
    std::from_chars(text.data(), text.data() + count, value);
    text.remove_prefix(count);
    return value;
}

bool takeDay(std::string_view& text)
{
    const auto year = takeDigits(text, 4);
    if (!year || !takeCharacter(text, '-')) {
        return false;
    }
    const auto month = takeDigits(text, 2);
    if (!month || *month < 1 || *month > 12 || !takeCharacter(text, '-')) {
        return false;
    }
    const auto day = takeDigits(text, 2);
    return day && *day >= 1 && *day <= daysInMonth(*year, *month);
}

bool takeClock(std::string_view& text)
{
    const auto hour = takeDigits(text, 2);
    if (!hour || *hour > 24 || !takeCharacter(text, ':')) {
        return false;
    }
    const auto minute = takeDigits(text, 2);
    return minute && *minute < 60;
}

bool hasLeadingZero(std::string_view digits)
{
    return digits.size() > 1 && digits[0] == '0' && isAsciiDigit(digits[1]);
}

} // namespace

bool isIsoDay(std::string_view text)
{
    return takeDay(text) && text.empty();
}

bool isIsoDateTime(std::string_view text)
{
    if (!takeDay(text) || !takeCharacter(text, 'T') || !takeClock(text)) {
        return false;
    }
    if (takeCharacter(text, ':')) {
        const auto second = takeDigits(text, 2);
        if (!second || *second > 60) {
            return false;
        }
        if (takeCharacter(text, '.')) {
            const auto end = std::ranges::find_if_not(text, isAsciiDigit);
            if (end == text.begin()) {
                return false;
            }
            text.remove_prefix(static_cast<std::size_t>(end - text.begin()));
        }
    }
    if (text.empty() || text == "Z") {
        return true;
    }
    return (takeCharacter(text, '+') || takeCharacter(text, '-')) && takeClock(text) &&
           text.empty();
}

std::optional<std::int64_t> integerOf(std::string_view text)
{
    const auto digits = text.starts_with('-') ? text.substr(1) : text;
    if (digits.empty() || hasLeadingZero(digits)) {
        return std::nullopt;
    }
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(value)
                                                                    : std::nullopt;
}

std::optional<double> realOf(std::string_view text)
{
    const auto digits = text.starts_with('-') ? text.substr(1) : text;
    if (digits.empty() || hasLeadingZero(digits) ||
        !(isAsciiDigit(digits[0]) || digits[0] == '.')) {
        return std::nullopt;
    }
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() && std::isfinite(value)
               ? std::optional(value)
               : std::nullopt;
}

std::string textOf(double value)
{
    const double size = std::abs(value);
    const bool plain = size == 0 || (size >= 1e-6 && size < 1e15);
    std::array<char, 64> buffer;
    const auto [end, error] =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                      plain ? std::chars_format::fixed : std::chars_format::general);
    return error == std::errc{} ? std::string(buffer.data(), end) : std::string{};
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    const auto last = text.find_last_not_of(" \t\r\n");
    return first == std::string_view::npos ? std::string_view{}
                                           : text.substr(first, last - first + 1);
}

std::string lowerAscii(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return out;
}

} // namespace masar::core
