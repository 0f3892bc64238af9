// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace masar::core {

/// True for a day as ISO 8601 writes it, "2026-02-11", that the calendar has.
[[nodiscard]] bool isIsoDay(std::string_view text);

/// True for "2026-02-11T08:30", with seconds, a fraction and an offset ("Z", "+03:00") or without.
[[nodiscard]] bool isIsoDateTime(std::string_view text);

/// An integer without leading zeros, plus sign or spaces, that 64 bits hold.
[[nodiscard]] std::optional<std::int64_t> integerOf(std::string_view text);

/// A finite decimal number without leading zeros, plus sign or spaces.
[[nodiscard]] std::optional<double> realOf(std::string_view text);

/// The shortest text that reads back to the same number.
[[nodiscard]] std::string textOf(double value);

[[nodiscard]] constexpr bool isAsciiDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Takes a character off the front if it is there.
inline bool takeCharacter(std::string_view& text, char c)
{
    if (!text.starts_with(c)) {
        return false;
    }
    text.remove_prefix(1);
    return true;
}

/// The text without spaces, tabs and line ends around it.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// ASCII lower case; other bytes stay.
[[nodiscard]] std::string lowerAscii(std::string_view text);

} // namespace masar::core
