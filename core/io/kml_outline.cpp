// SPDX-License-Identifier: Apache-2.0
#include "core/io/kml_outline.hpp"

#include "core/io/date_value.hpp"
#include "core/io/value_text.hpp"

#include <algorithm>
#include <format>
#include <utility>

namespace masar::core {

namespace {

/// How many addresses a style may be away.
constexpr int kStyleSteps = 8;

/// "2007-01-01Z", "2007-04+03:00" and "2007Z" without the zone; other texts as they are.
std::string_view withoutDayZone(std::string_view text)
{
    if (text.contains('T')) {
        return text;
    }
    auto day = text;
    if (day.ends_with('Z')) {
        day.remove_suffix(1);
    } else if (day.size() > 6 && day[day.size() - 3] == ':') {
        day.remove_suffix(6);
    }
    const bool bare = std::ranges::all_of(day, [](char c) { return isAsciiDigit(c) || c == '-'; });
    return bare ? day : text;
}

FieldType fieldTypeOf(std::string_view schemaType)
{
    if (schemaType == "int" || schemaType == "uint" || schemaType == "short" ||
        schemaType == "ushort") {
        return FieldType::integer;
    }
    if (schemaType == "float" || schemaType == "double") {
        return FieldType::real;
    }
    return schemaType == "bool" ? FieldType::boolean : FieldType::text;
}

class OutlineReader final : public KmlWalk {
public:
    explicit OutlineReader(KmlOutline& to) : m_to(to) {}

private:
    void opened(KmlTag tag, const XmlAttributes& attributes) override
    {
        if (isContainer(tag)) {
            m_open.push_back(m_to.containers.size());
            m_to.containers.emplace_back();
        } else if (tag == KmlTag::timeStamp || tag == KmlTag::timeSpan) {
            m_time = {};
        } else if (tag == KmlTag::style && parent() != KmlTag::pair) {
            m_style = {};
            m_styleId = attributes.value("id");
        } else if (tag == KmlTag::styleMap) {
            m_mapId = attributes.value("id");
        } else if (tag == KmlTag::pair) {
            m_key.clear();
            m_url.clear();
            m_style = {};
        } else if (tag == KmlTag::schema) {
            const auto id = attributes.value("id");
            m_schema = id.empty() ? attributes.value("name") : id;
        } else if (tag == KmlTag::simpleField && parent() == KmlTag::schema) {
            m_to.schemas[m_schema].insert_or_assign(std::string(attributes.value("name")),
                                                    fieldTypeOf(attributes.value("type")));
        }
    }

    void closed(KmlTag tag) override
    {
        if (isContainer(tag)) {
            m_open.pop_back();
        } else if ((tag == KmlTag::timeStamp || tag == KmlTag::timeSpan) && isContainer(parent())) {
            m_to.containers[m_open.back()].time = m_time.edtf();
        } else if (tag == KmlTag::style && !m_styleId.empty() && parent() != KmlTag::pair) {
            m_to.styles.insert_or_assign(std::exchange(m_styleId, {}), m_style);
        } else if (tag == KmlTag::pair && m_key != "highlight" && !m_mapId.empty()) {
            if (m_url.empty()) {
                m_to.styles.insert_or_assign(m_mapId, m_style);
            } else {
                m_to.styleMaps.insert_or_assign(m_mapId, m_url);
            }
        }
    }

    void hasText(KmlTag tag, std::string_view /*name*/, std::string_view text) override
    {
        if (tag == KmlTag::name && isContainer(parent())) {
            m_to.containers[m_open.back()].name = trimmed(text);
        } else if (parent() == KmlTag::timeStamp || parent() == KmlTag::timeSpan) {
            m_time.take(tag, text);
        } else if (parent() == KmlTag::pair && tag == KmlTag::key) {
            m_key = trimmed(text);
        } else if (parent() == KmlTag::pair && tag == KmlTag::styleUrl) {
            m_url = trimmed(text);
        } else if (!m_style.take(tag, parent(), parent(1), text)) {
            ++m_to.badStyles;
        }
    }

    void passedOver(std::string_view name) override { ++m_to.passedOver[std::string(name)]; }

    KmlOutline& m_to;
    std::vector<std::size_t> m_open;
    KmlTime m_time;
    KmlStyle m_style;
    std::string m_styleId, m_mapId, m_key, m_url, m_schema;
};

} // namespace

std::string edtfOfKmlTime(std::string_view text)
{
    return edtfTextOf(withoutDayZone(trimmed(text)), DateEncoding::gdalDate).value_or("");
}

void KmlTime::take(KmlTag tag, std::string_view text)
{
    if (tag == KmlTag::when) {
        when = edtfOfKmlTime(text);
    } else if (tag == KmlTag::begin) {
        begin = edtfOfKmlTime(text);
    } else if (tag == KmlTag::end) {
        end = edtfOfKmlTime(text);
    }
}

std::string KmlTime::edtf() const
{
    if (!when.empty() || (begin.empty() && end.empty())) {
        return when;
    }
    return std::format("{}/{}", begin.empty() ? ".." : begin, end.empty() ? ".." : end);
}

std::optional<KmlStyle> KmlOutline::styleOf(std::string_view url) const
{
    std::string id(url);
    for (int step = 0; step < kStyleSteps; ++step) {
        // Sloppy writers leave out the sign.
        id = trimmed(id.substr(id.starts_with('#') ? 1 : 0));
        if (const auto found = styles.find(id); found != styles.end()) {
            return found->second;
        }
        const auto map = styleMaps.find(id);
        if (map == styleMaps.end()) {
            return std::nullopt;
        }
        id = map->second;
    }
    return std::nullopt;
}

bool readKmlOutline(std::string_view document, const XmlOptions& options, KmlOutline& to)
{
    OutlineReader reader(to);
    const auto fault = walkXml(document, reader, options);
    return !fault || fault->kind != XmlFault::Kind::cancelled;
}

} // namespace masar::core
