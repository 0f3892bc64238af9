// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/io/xml_walk.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace masar::core {

/// The elements of KML that Masar knows. Those up to `value` hold text; elements within them are
/// markup of sloppy writers and only their text counts.
enum class KmlTag : std::uint8_t {
    // text
    name,
    description,
    address,
    phoneNumber,
    snippet,
    visibility,
    styleUrl,
    when,
    begin,
    end,
    coordinates,
    coord,
    key,
    color,
    width,
    fill,
    outline,
    href,
    simpleData,
    value,
    // structure
    kml,
    document,
    folder,
    placemark,
    style,
    styleMap,
    pair,
    iconStyle,
    lineStyle,
    polyStyle,
    icon,
    timeStamp,
    timeSpan,
    extendedData,
    data,
    schemaData,
    schema,
    simpleField,
    point,
    lineString,
    linearRing,
    polygon,
    outerBoundary,
    innerBoundary,
    multiGeometry,
    track,
    multiTrack,
    other
};

/// Goes through KML of any version, with any namespace or none. What Masar does not draw (network
/// links, overlays, tours, models, updates) and camera positions are passed over whole.
class KmlWalk : public XmlVisitor {
public:
    void open(std::string_view name, const XmlAttributes& attributes) final;
    void close() final;
    void text(std::string_view piece) final;

protected:
    /// An element begins; its parent is parent().
    virtual void opened(KmlTag tag, const XmlAttributes& attributes) = 0;
    /// An element ends; text elements only come by hasText().
    virtual void closed(KmlTag tag) = 0;
    /// A text element ends, or one that is a field of ExtendedData by its own name.
    virtual void hasText(KmlTag tag, std::string_view name, std::string_view text) = 0;
    /// An element that is passed over.
    virtual void passedOver(std::string_view /*name*/) {}

    /// The element around the one that is opened or closed; `up` more levels above it.
    [[nodiscard]] KmlTag parent(std::size_t up = 0) const
    {
        return m_path.size() > up ? m_path[m_path.size() - 1 - up] : KmlTag::other;
    }
    [[nodiscard]] static bool isContainer(KmlTag tag)
    {
        return tag == KmlTag::document || tag == KmlTag::folder;
    }

private:
    std::vector<KmlTag> m_path;
    std::size_t m_passing = 0; ///< elements open within one that is passed over, itself included
    std::size_t m_within = 0;  ///< elements open within a text, itself included
    KmlTag m_textTag = KmlTag::other;
    std::string m_textName;
    std::string m_text;
    bool m_gap = false; ///< an element has ended within the text: its words stand apart
};

} // namespace masar::core
