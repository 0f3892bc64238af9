// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/progress.hpp"

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

struct XML_ParserStruct;

namespace masar::core {

/// The attributes of an element, valid while it is opened.
class XmlAttributes {
public:
    explicit XmlAttributes(const char** pairs) : m_pairs(pairs) {}
    /// The value by name without prefix; empty if there is none.
    [[nodiscard]] std::string_view value(std::string_view name) const;

private:
    const char** m_pairs;
};

/// A line and a column of a text, both from 1.
struct TextPlace {
    std::uint64_t line = 1;
    std::uint64_t column = 1;

    [[nodiscard]] std::string text() const;
};

/// Why a document was not read to its end.
struct XmlFault {
    enum class Kind : std::uint8_t { malformed, refused, cancelled };
    Kind kind = Kind::malformed;
    std::string text;
    TextPlace place;
};

/// Takes the elements of a document as they come, names without prefix, texts in UTF-8 and in
/// pieces.
class XmlVisitor {
public:
    XmlVisitor() = default;
    XmlVisitor(const XmlVisitor&) = delete;
    XmlVisitor& operator=(const XmlVisitor&) = delete;
    virtual ~XmlVisitor() = default;

    virtual void open(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void close() = 0;
    virtual void text(std::string_view piece) = 0;

protected:
    /// Where the element being opened or closed stands.
    [[nodiscard]] TextPlace place() const;

private:
    friend class XmlWalk;
    XML_ParserStruct* m_parser = nullptr;
};

struct XmlOptions {
    bool asWindows1252 = false; ///< whatever the document says of its encoding
    std::stop_token stop;
    Progress progress;
};

/// Goes through an XML document with expat: no document type declaration, hence no entities of its
/// own and nothing outside the text, and no nesting beyond 512 elements. What comes before a fault
/// has been visited.
[[nodiscard]] std::optional<XmlFault> walkXml(std::string_view document, XmlVisitor& visitor,
                                              const XmlOptions& options);

} // namespace masar::core
