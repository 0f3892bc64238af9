// SPDX-License-Identifier: Apache-2.0
#include "core/io/html_text.hpp"

#include "core/io/value_text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstdint>
#include <optional>

namespace masar::core {

namespace {

struct HtmlEntity {
    std::string_view name;
    char32_t character;
};

constexpr std::array kHtmlEntities{
    HtmlEntity{"amp", U'&'},     HtmlEntity{"lt", U'<'},      HtmlEntity{"gt", U'>'},
    HtmlEntity{"quot", U'"'},    HtmlEntity{"apos", U'\''},   HtmlEntity{"nbsp", U' '},
    HtmlEntity{"ndash", 0x2013}, HtmlEntity{"mdash", 0x2014}, HtmlEntity{"hellip", 0x2026},
    HtmlEntity{"lsquo", 0x2018}, HtmlEntity{"rsquo", 0x2019}, HtmlEntity{"ldquo", 0x201c},
    HtmlEntity{"rdquo", 0x201d}, HtmlEntity{"deg", 0xb0},     HtmlEntity{"copy", 0xa9},
    HtmlEntity{"laquo", 0xab},   HtmlEntity{"raquo", 0xbb},   HtmlEntity{"times", 0xd7},
    HtmlEntity{"bull", 0x2022},  HtmlEntity{"middot", 0xb7},
};

constexpr std::array<std::string_view, 19> kBlockTags{
    "p",  "br", "div", "tr", "li", "ul", "ol", "table",      "h1", "h2",
    "h3", "h4", "h5",  "h6", "hr", "dt", "dd", "blockquote", "pre"};

void appendUtf8(std::string& to, char32_t c)
{
    const auto byte = [&](char32_t value) { to += static_cast<char>(value); };
    if (c < 0x80) {
        byte(c);
    } else if (c < 0x800) {
        byte(0xc0 | c >> 6);
        byte(0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
        byte(0xe0 | c >> 12);
        byte(0x80 | (c >> 6 & 0x3f));
        byte(0x80 | (c & 0x3f));
    } else {
        byte(0xf0 | c >> 18);
        byte(0x80 | (c >> 12 & 0x3f));
        byte(0x80 | (c >> 6 & 0x3f));
        byte(0x80 | (c & 0x3f));
    }
}

/// The character that "&name;" stands for; nothing for what is no entity.
std::optional<char32_t> characterOf(std::string_view name)
{
    if (name.starts_with('#')) {
        name.remove_prefix(1);
        const bool hex = name.starts_with('x') || name.starts_with('X');
        name.remove_prefix(hex ? 1 : 0);
        std::uint32_t code = 0;
        const auto [end, error] =
            std::from_chars(name.data(), name.data() + name.size(), code, hex ? 16 : 10);
        const bool character = (code >= 0x20 || code == '\n' || code == '\t') && code <= 0x10ffff &&
                               (code < 0xd800 || code > 0xdfff);
        return error == std::errc{} && end == name.data() + name.size() && character
                   ? std::optional<char32_t>(code)
                   : std::nullopt;
    }
    const auto found = std::ranges::find(kHtmlEntities, name, &HtmlEntity::name);
    return found == kHtmlEntities.end() ? std::nullopt : std::optional(found->character);
}

bool isHtmlLetter(char c)
{
    return std::isalpha(static_cast<unsigned char>(c)) != 0;
}

/// Where a tag or comment that begins at `at` ends (behind it); npos if none begins there.
std::size_t endOfTag(std::string_view html, std::size_t at)
{
    const auto next = at + 1 < html.size() ? html[at + 1] : ' ';
    if (html.substr(at).starts_with("<!--")) {
        const auto end = html.find("-->", at + 4);
        return end == std::string_view::npos ? html.size() : end + 3;
    }
    const bool closes = next == '/' && at + 2 < html.size() && isHtmlLetter(html[at + 2]);
    if (!isHtmlLetter(next) && !closes && next != '!') {
        return std::string_view::npos;
    }
    const auto end = html.find('>', at);
    return end == std::string_view::npos ? end : end + 1;
}

/// The value of an attribute of a tag; empty if it has none.
std::string_view attributeOf(std::string_view tag, std::string_view name)
{
    const std::string low = lowerAscii(tag);
    for (auto at = low.find(name); at != std::string::npos; at = low.find(name, at + 1)) {
        auto rest = tag.substr(at + name.size());
        if (std::isspace(static_cast<unsigned char>(low[at - 1])) == 0 ||
            !takeCharacter(rest, '=')) {
            continue;
        }
        const char quote = rest.empty() ? ' ' : rest.front();
        if (quote == '"' || quote == '\'') {
            return rest.substr(1, rest.find(quote, 1) - 1);
        }
        return rest.substr(0, rest.find_first_of(" \t\r\n>"));
    }
    return {};
}

class HtmlText {
public:
    explicit HtmlText(std::string_view html) : m_html(html), m_lastTag(html.rfind('>')) {}

    std::string run()
    {
        std::size_t at = 0;
        while (at < m_html.size()) {
            // Where no tag can end, none is looked for: the whole stays linear.
            if (m_html[at] == '<' && m_lastTag != std::string_view::npos && at < m_lastTag) {
                const auto end = endOfTag(m_html, at);
                if (end != std::string_view::npos) {
                    at = readTag(at, end);
                    continue;
                }
            }
            at = readCharacter(at);
        }
        return std::string(trimmed(m_out));
    }

private:
    std::size_t readCharacter(std::size_t at)
    {
        const char c = m_html[at];
        if (c == '&') {
            const auto end = m_html.find(';', at);
            if (end != std::string_view::npos && end - at <= 10) {
                if (const auto character = characterOf(m_html.substr(at + 1, end - at - 1))) {
                    put(*character);
                    return end + 1;
                }
            }
        }
        if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
            m_space = true;
        } else {
            flushSpace();
            m_out += c;
        }
        return at + 1;
    }

    void put(char32_t character)
    {
        if (character == U' ') {
            m_space = true;
            return;
        }
        flushSpace();
        appendUtf8(m_out, character);
    }

    void flushSpace()
    {
        if (m_space && !m_out.empty() && m_out.back() != '\n') {
            m_out += ' ';
        }
        m_space = false;
    }

    void breakLine()
    {
        if (!m_out.empty() && m_out.back() != '\n') {
            m_out += '\n';
        }
        m_space = false;
    }

    /// Takes in the tag and returns where reading goes on.
    std::size_t readTag(std::size_t at, std::size_t end)
    {
        const auto tag = m_html.substr(at, end - at);
        const bool closes = tag.starts_with("</");
        auto name = tag.substr(closes ? 2 : 1);
        name = name.substr(0, name.find_first_of(" \t\r\n/>"));
        const std::string low = lowerAscii(name.substr(0, 16));
        if (!closes && (low == "script" || low == "style" || low == "head")) {
            return endOfElement(low, end);
        }
        if (std::ranges::find(kBlockTags, low) != kBlockTags.end()) {
            breakLine();
        } else if (low == "td" || low == "th") {
            m_space = true;
        } else if (low == "a" && !closes) {
            m_link = attributeOf(tag, "href");
            m_linkText = m_out.size();
        } else if (low == "a") {
            endLink();
        }
        return end;
    }

    std::size_t endOfElement(const std::string& name, std::size_t from) const
    {
        for (auto at = m_html.find("</", from); at != std::string_view::npos;
             at = m_html.find("</", at + 2)) {
            if (lowerAscii(m_html.substr(at + 2, name.size())) == name) {
                const auto end = m_html.find('>', at);
                return end == std::string_view::npos ? m_html.size() : end + 1;
            }
        }
        return m_html.size();
    }

    void endLink()
    {
        const auto words = trimmed(std::string_view(m_out).substr(m_linkText));
        if ((m_link.starts_with("http://") || m_link.starts_with("https://")) && words != m_link) {
            m_space = !words.empty();
            flushSpace();
            m_out += words.empty() ? std::string(m_link) : "(" + std::string(m_link) + ")";
        }
        m_link = {};
    }

    std::string_view m_html;
    std::size_t m_lastTag;
    std::string m_out;
    bool m_space = false;
    std::string_view m_link;
    std::size_t m_linkText = 0;
};

bool hasTags(std::string_view text)
{
    const auto last = text.rfind('>');
    if (last == std::string_view::npos) {
        return false;
    }
    text = text.substr(0, last + 1);
    for (auto at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
        if (endOfTag(text, at) != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

} // namespace

std::string plainTextOfHtml(std::string_view html)
{
    return hasTags(html) ? HtmlText(html).run() : std::string(trimmed(html));
}

} // namespace masar::core
