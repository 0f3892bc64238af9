// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace masar::core {

/// Levels of arrays and objects a JSON text may have.
inline constexpr std::size_t kJsonMaxDepth = 512;

/// Where a text stops being JSON (RFC 8259), and why, in words a person understands.
struct JsonFault {
    std::size_t at = 0; ///< byte
    std::string reason;

    bool operator==(const JsonFault&) const = default;
};

/// The first fault of a text that should be one JSON document in UTF-8; nullopt if there is none.
/// It serves the message after a parser has refused the text: the parser is fast, this one is
/// exact.
[[nodiscard]] std::optional<JsonFault> findJsonFault(std::string_view text);

/// True for a number as JSON writes it.
[[nodiscard]] bool isJsonNumber(std::string_view text);

/// Turns bytes of a text into "line:column", both from 1, columns in characters. Asking for places
/// in rising order costs one pass over the text altogether.
class LineColumns {
public:
    explicit LineColumns(std::string_view text) : m_text(text) {}
    [[nodiscard]] std::string at(std::size_t byte);

private:
    std::string_view m_text;
    std::size_t m_byte = 0;
    std::uint64_t m_line = 1;
    std::uint64_t m_column = 1;
};

} // namespace masar::core
