// SPDX-License-Identifier: Apache-2.0
#include "core/io/xml_walk.hpp"

#include <expat.h>
#include <iconv.h>

#include <array>
#include <cstddef>
#include <format>
#include <memory>
#include <type_traits>

namespace masar::core {

namespace {

constexpr std::size_t kXmlDepth = 512;
constexpr std::size_t kXmlChunk = 65536;

struct XmlParserDeleter {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using XmlParserPtr = std::unique_ptr<std::remove_pointer_t<XML_Parser>, XmlParserDeleter>;

std::string_view withoutPrefix(std::string_view name)
{
    return name.substr(name.find(':') + 1);
}

/// Any encoding of one byte a character that the system knows; expat itself has UTF-8, UTF-16 and
/// ISO 8859-1.
int useSystemEncoding(void* /*data*/, const XML_Char* name, XML_Encoding* info)
{
    const iconv_t converter = iconv_open("UTF-32LE", name);
    if (converter == reinterpret_cast<iconv_t>(-1)) {
        return XML_STATUS_ERROR;
    }
    for (int byte = 0; byte < 256; ++byte) {
        char in = static_cast<char>(byte);
        std::array<unsigned char, 4> out{};
        char* from = &in;
        char* to = reinterpret_cast<char*>(out.data());
        std::size_t left = 1;
        std::size_t room = out.size();
        iconv(converter, nullptr, nullptr, nullptr, nullptr);
        const bool known = iconv(converter, &from, &left, &to, &room) == 0 && room == 0;
        info->map[byte] = known ? out[0] | out[1] << 8 | out[2] << 16 : -1;
    }
    iconv_close(converter);
    info->data = nullptr;
    info->convert = nullptr;
    info->release = nullptr;
    return XML_STATUS_OK;
}

TextPlace placeIn(XML_Parser parser)
{
// The newest expat has these under other names, which older ones lack.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
    return {XML_GetCurrentLineNumber(parser), XML_GetCurrentColumnNumber(parser) + 1};
#pragma GCC diagnostic pop
}

} // namespace

std::string_view XmlAttributes::value(std::string_view name) const
{
    for (const char** pair = m_pairs; *pair != nullptr; pair += 2) {
        if (withoutPrefix(pair[0]) == name) {
            return pair[1];
        }
    }
    return {};
}

std::string TextPlace::text() const
{
    return std::format("{}:{}", line, column);
}

TextPlace XmlVisitor::place() const
{
    return placeIn(m_parser);
}

/// The calls of expat, passed on.
class XmlWalk {
public:
    XmlWalk(XmlVisitor& visitor, const XmlOptions& options)
        : m_visitor(visitor), m_options(options),
          m_parser(XML_ParserCreate(options.asWindows1252 ? "windows-1252" : nullptr))
    {
        const XML_Parser parser = m_parser.get();
        m_visitor.m_parser = parser;
        XML_SetUserData(parser, this);
        XML_SetElementHandler(parser, &XmlWalk::open, &XmlWalk::close);
        XML_SetCharacterDataHandler(parser, &XmlWalk::text);
        XML_SetStartDoctypeDeclHandler(parser, &XmlWalk::documentType);
        XML_SetUnknownEncodingHandler(parser, useSystemEncoding, nullptr);
    }
    ~XmlWalk() { m_visitor.m_parser = nullptr; }
    XmlWalk(const XmlWalk&) = delete;
    XmlWalk& operator=(const XmlWalk&) = delete;

    std::optional<XmlFault> run(std::string_view document)
    {
        const XML_Parser parser = m_parser.get();
        const auto size = static_cast<double>(document.size());
        for (std::size_t at = 0;; at += kXmlChunk) {
            if (m_options.stop.stop_requested()) {
                return XmlFault{XmlFault::Kind::cancelled, "cancelled", placeIn(parser)};
            }
            const auto chunk = document.substr(at, kXmlChunk);
            const bool last = at + chunk.size() == document.size();
            const auto status =
                XML_Parse(parser, chunk.data(), static_cast<int>(chunk.size()), last ? 1 : 0);
            if (m_fault) {
                return m_fault;
            }
            if (status != XML_STATUS_OK) {
                return XmlFault{XmlFault::Kind::malformed,
                                XML_ErrorString(XML_GetErrorCode(parser)), placeIn(parser)};
            }
            if (last) {
                return std::nullopt;
            }
            if (m_options.progress) {
                m_options.progress(static_cast<double>(at) / size);
            }
        }
    }

private:
    static XmlWalk& self(void* data) { return *static_cast<XmlWalk*>(data); }

    static void XMLCALL open(void* data, const XML_Char* name, const XML_Char** attributes)
    {
        auto& walk = self(data);
        if (walk.m_fault) {
            return;
        }
        if (++walk.m_depth > kXmlDepth) {
            walk.refuse(std::format("elements nested deeper than {}", kXmlDepth));
            return;
        }
        walk.m_visitor.open(withoutPrefix(name), XmlAttributes(attributes));
    }

    static void XMLCALL close(void* data, const XML_Char* /*name*/)
    {
        auto& walk = self(data);
        if (!walk.m_fault) {
            --walk.m_depth;
            walk.m_visitor.close();
        }
    }

    static void XMLCALL text(void* data, const XML_Char* piece, int length)
    {
        auto& walk = self(data);
        if (!walk.m_fault) {
            walk.m_visitor.text({piece, static_cast<std::size_t>(length)});
        }
    }

    static void XMLCALL documentType(void* data, const XML_Char* /*name*/, const XML_Char* /*id*/,
                                     const XML_Char* /*publicId*/, int /*internal*/)
    {
        self(data).refuse("XML with a document type declaration");
    }

    void refuse(std::string why)
    {
        m_fault = {XmlFault::Kind::refused, std::move(why), placeIn(m_parser.get())};
        XML_StopParser(m_parser.get(), XML_FALSE);
    }

    XmlVisitor& m_visitor;
    const XmlOptions& m_options;
    XmlParserPtr m_parser;
    std::size_t m_depth = 0;
    std::optional<XmlFault> m_fault;
};

std::optional<XmlFault> walkXml(std::string_view document, XmlVisitor& visitor,
                                const XmlOptions& options)
{
    return XmlWalk(visitor, options).run(document);
}

} // namespace masar::core
