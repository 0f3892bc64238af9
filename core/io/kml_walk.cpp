// SPDX-License-Identifier: Apache-2.0
#include "core/io/kml_walk.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace masar::core {

namespace {

struct KmlName {
    std::string_view name;
    KmlTag tag;
};

using enum KmlTag;

// In the order of their names.
constexpr std::array kKmlNames{
    KmlName{"Data", data},
    KmlName{"Document", document},
    KmlName{"ExtendedData", extendedData},
    KmlName{"Folder", folder},
    KmlName{"Icon", icon},
    KmlName{"IconStyle", iconStyle},
    KmlName{"LineString", lineString},
    KmlName{"LineStyle", lineStyle},
    KmlName{"LinearRing", linearRing},
    KmlName{"MultiGeometry", multiGeometry},
    KmlName{"MultiTrack", multiTrack},
    KmlName{"Pair", pair},
    KmlName{"Placemark", placemark},
    KmlName{"Point", point},
    KmlName{"PolyStyle", polyStyle},
    KmlName{"Polygon", polygon},
    KmlName{"Schema", schema},
    KmlName{"SchemaData", schemaData},
    KmlName{"SimpleData", simpleData},
    KmlName{"SimpleField", simpleField},
    KmlName{"Snippet", snippet},
    KmlName{"Style", style},
    KmlName{"StyleMap", styleMap},
    KmlName{"TimeSpan", timeSpan},
    KmlName{"TimeStamp", timeStamp},
    KmlName{"Track", track},
    KmlName{"address", address},
    KmlName{"begin", begin},
    KmlName{"color", color},
    KmlName{"coord", coord},
    KmlName{"coordinates", coordinates},
    KmlName{"description", description},
    KmlName{"end", end},
    KmlName{"fill", fill},
    KmlName{"href", href},
    KmlName{"innerBoundaryIs", innerBoundary},
    KmlName{"key", key},
    KmlName{"kml", kml},
    KmlName{"name", name},
    KmlName{"outerBoundaryIs", outerBoundary},
    KmlName{"outline", outline},
    KmlName{"phoneNumber", phoneNumber},
    KmlName{"styleUrl", styleUrl},
    KmlName{"value", value},
    KmlName{"visibility", visibility},
    KmlName{"when", when},
    KmlName{"width", width},
};
static_assert(std::ranges::is_sorted(kKmlNames, {}, &KmlName::name));

// Named in the notes, each with its number.
constexpr std::array<std::string_view, 8> kKmlNotDrawn{
    "NetworkLink", "GroundOverlay", "PhotoOverlay", "ScreenOverlay",
    "Tour",        "Model",         "Update",       "SimpleArrayData"};

KmlTag kmlTagOf(std::string_view text)
{
    const auto found = std::ranges::lower_bound(kKmlNames, text, {}, &KmlName::name);
    return found != kKmlNames.end() && found->name == text ? found->tag : other;
}

} // namespace

void KmlWalk::open(std::string_view elementName, const XmlAttributes& attributes)
{
    if (m_passing > 0) {
        ++m_passing;
        return;
    }
    if (m_within > 0) {
        ++m_within;
        return;
    }
    const KmlTag tag = kmlTagOf(elementName);
    if (tag <= value || (tag == other && parent() == extendedData)) {
        m_within = 1;
        m_textTag = tag;
        m_textName = tag == simpleData ? attributes.value("name") : elementName;
        m_text.clear();
        m_gap = false;
        return;
    }
    const bool notDrawn = std::ranges::find(kKmlNotDrawn, elementName) != kKmlNotDrawn.end();
    if (notDrawn || elementName == "Camera" || elementName == "LookAt") {
        m_passing = 1;
        if (notDrawn) {
            passedOver(elementName);
        }
        return;
    }
    opened(tag, attributes);
    m_path.push_back(tag);
}

void KmlWalk::close()
{
    if (m_passing > 0) {
        --m_passing;
    } else if (m_within > 1) {
        --m_within;
        m_gap = true;
    } else if (m_within == 1) {
        m_within = 0;
        hasText(m_textTag, m_textName, m_text);
    } else {
        const KmlTag tag = m_path.back();
        m_path.pop_back();
        closed(tag);
    }
}

void KmlWalk::text(std::string_view piece)
{
    if (m_passing == 0 && m_within > 0) {
        if (m_gap && !piece.empty() && piece.front() != ' ' && piece.front() != '\n') {
            m_text += ' ';
        }
        m_gap = false;
        m_text += piece;
    }
}

} // namespace masar::core
