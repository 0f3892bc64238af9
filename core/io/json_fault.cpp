// SPDX-License-Identifier: Apache-2.0
#include "core/io/json_fault.hpp"

#include "core/io/local_file.hpp"
#include "core/io/value_text.hpp"

#include <algorithm>
#include <format>
#include <vector>

namespace masar::core {

namespace {

bool isHex(char c)
{
    return isAsciiDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Length of the JSON number a text begins with; 0 if it begins with none.
std::size_t numberLength(std::string_view text)
{
    std::size_t i = 0;
    const auto digits = [&] {
        const std::size_t from = i;
        while (i < text.size() && isAsciiDigit(text[i])) {
            ++i;
        }
        return i - from;
    };
    if (i < text.size() && text[i] == '-') {
        ++i;
    }
    const std::size_t first = i;
    if (digits() == 0 || (text[first] == '0' && i - first > 1)) {
        return 0;
    }
    if (i < text.size() && text[i] == '.') {
        ++i;
        if (digits() == 0) {
            return 0;
        }
    }
    if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
        ++i;
        if (i < text.size() && (text[i] == '+' || text[i] == '-')) {
            ++i;
        }
        if (digits() == 0) {
            return 0;
        }
    }
    return i;
}

/// One pass over the text with the open brackets on an explicit stack.
class Scanner {
public:
    explicit Scanner(std::string_view text) : m_text(text) {}

    std::optional<JsonFault> run()
    {
        skipSpace();
        if (atEnd()) {
            return fault("empty");
        }
        while (!m_fault) {
            if (!value()) {
                break;
            }
            if (m_open.empty()) {
                skipSpace();
                if (atEnd()) {
                    return std::nullopt;
                }
                return fault(
                    peek() == '{' || peek() == '['
                        ? "a second document; several are read if each has a line of its own"
                        : "text after the end of the JSON document");
            }
        }
        return m_fault;
    }

private:
    bool atEnd() const { return m_at >= m_text.size(); }
    char peek() const { return m_text[m_at]; }

    std::optional<JsonFault> fault(std::string reason)
    {
        m_fault = JsonFault{m_at, std::move(reason)};
        return m_fault;
    }
    bool refuse(std::string reason)
    {
        fault(std::move(reason));
        return false;
    }

    void skipSpace()
    {
        while (!atEnd() && (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r')) {
            ++m_at;
        }
    }

    /// Reads one value and closes what ends after it; false at a fault. An opening bracket counts
    /// as read when the next value is due. At the end of the document nothing is open.
    bool value()
    {
        skipSpace();
        if (atEnd()) {
            return refuse("the text ends too early");
        }
        if (peek() == '{' || peek() == '[') {
            return open();
        }
        return scalar() && closeAfterValue();
    }

    bool open()
    {
        if (m_open.size() >= kJsonMaxDepth) {
            return refuse(std::format("nested more than {} levels deep", kJsonMaxDepth));
        }
        m_open.push_back(peek());
        ++m_at;
        skipSpace();
        const char end = m_open.back() == '{' ? '}' : ']';
        if (!atEnd() && peek() == end) {
            ++m_at;
            m_open.pop_back();
            return closeAfterValue();
        }
        return m_open.back() == '[' || key();
    }

    bool closeAfterValue()
    {
        while (!m_open.empty()) {
            skipSpace();
            if (atEnd()) {
                return refuse("the text ends too early");
            }
            const bool object = m_open.back() == '{';
            if (peek() == ',') {
                ++m_at;
                skipSpace();
                if (!atEnd() && peek() == (object ? '}' : ']')) {
                    return refuse("a comma before the closing bracket");
                }
                return !object || key();
            }
            if (peek() != (object ? '}' : ']')) {
                return refuse(object ? "expected a comma or }" : "expected a comma or ]");
            }
            ++m_at;
            m_open.pop_back();
        }
        return true;
    }

    bool key()
    {
        skipSpace();
        if (atEnd()) {
            return refuse("the text ends too early");
        }
        if (peek() != '"') {
            const auto rest = m_text.substr(m_at);
            return refuse(isComment(rest)          ? "a comment; JSON has none"
                          : rest.starts_with('\'') ? "single quotes; JSON has double quotes"
                                                   : "expected a name in double quotes");
        }
        if (!string()) {
            return false;
        }
        skipSpace();
        if (atEnd()) {
            return refuse("the text ends too early");
        }
        if (peek() != ':') {
            return refuse("expected a colon after the name");
        }
        ++m_at;
        return true;
    }

    bool string()
    {
        const std::size_t start = m_at++;
        while (!atEnd() && peek() != '"') {
            if (static_cast<unsigned char>(peek()) < 0x20) {
                return refuse("a control character inside a text (a line end must be written \\n)");
            }
            if (peek() == '\\' && !escape()) {
                return false;
            }
            ++m_at;
        }
        if (atEnd()) {
            m_at = start;
            return refuse("a text that begins here never ends");
        }
        ++m_at;
        return true;
    }

    /// Stops on the last character of the escape.
    bool escape()
    {
        const auto rest = m_text.substr(m_at + 1);
        if (!rest.empty() && std::string_view("\"\\/bfnrt").contains(rest[0])) {
            ++m_at;
            return true;
        }
        if (rest.size() >= 5 && rest[0] == 'u' &&
            std::all_of(rest.begin() + 1, rest.begin() + 5, isHex)) {
            m_at += 5;
            return true;
        }
        return refuse("an escape that JSON does not have");
    }

    bool scalar()
    {
        if (peek() == '"') {
            return string();
        }
        const auto rest = m_text.substr(m_at);
        std::size_t length = numberLength(rest);
        for (const std::string_view word : {"true", "false", "null"}) {
            if (rest.starts_with(word)) {
                length = word.size();
            }
        }
        const bool ends =
            length == rest.size() ||
            (length > 0 && std::string_view(" \t\r\n,:]}[{\"").contains(rest[length]));
        if (length > 0 && ends) {
            m_at += length;
            return true;
        }
        return refuse(whyNoValue(rest));
    }

    static bool isComment(std::string_view rest)
    {
        return rest.starts_with("//") || rest.starts_with("/*") || rest.starts_with('#');
    }

    static std::string whyNoValue(std::string_view rest)
    {
        if (isComment(rest)) {
            return "a comment; JSON has none";
        }
        if (rest.starts_with("NaN") || rest.starts_with("Infinity") ||
            rest.starts_with("-Infinity")) {
            return "not a number as JSON writes it (NaN, Infinity)";
        }
        if (rest.starts_with('\'')) {
            return "single quotes; JSON has double quotes";
        }
        if (isAsciiDigit(rest[0]) || rest[0] == '-' || rest[0] == '+' || rest[0] == '.') {
            return "not a number as JSON writes it";
        }
        return "expected a value";
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::vector<char> m_open;
    std::optional<JsonFault> m_fault;
};

} // namespace

std::optional<JsonFault> findJsonFault(std::string_view text)
{
    const std::size_t valid = validUtf8Prefix(text);
    auto found = Scanner(text.substr(0, valid)).run();
    if (valid < text.size() &&
        (!found || found->at >= valid || found->reason == "a text that begins here never ends")) {
        return JsonFault{valid, std::format("not UTF-8 at byte {}", valid)};
    }
    return found;
}

bool isJsonNumber(std::string_view text)
{
    return !text.empty() && numberLength(text) == text.size();
}

std::string LineColumns::at(std::size_t byte)
{
    byte = std::min(byte, m_text.size());
    if (byte < m_byte) {
        *this = LineColumns(m_text);
    }
    for (; m_byte < byte; ++m_byte) {
        const char c = m_text[m_byte];
        if (c == '\n') {
            ++m_line;
            m_column = 1;
        } else if ((static_cast<unsigned char>(c) & 0xc0) != 0x80) {
            ++m_column;
        }
    }
    return std::format("{}:{}", m_line, m_column);
}

} // namespace masar::core
