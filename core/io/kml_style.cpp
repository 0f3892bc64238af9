// SPDX-License-Identifier: Apache-2.0
#include "core/io/kml_style.hpp"

#include "core/io/value_text.hpp"

#include <charconv>
#include <cmath>
#include <cstdint>
#include <format>

namespace masar::core {

namespace {

struct KmlColour {
    std::string colour;
    double opacity = 1;
};

/// "aabbggrr" to "#rrggbb" and the opacity, to two digits.
std::optional<KmlColour> kmlColourOf(std::string_view text)
{
    text = trimmed(text);
    std::uint32_t abgr = 0;
    const auto* const last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), last, abgr, 16);
    if (text.size() != 8 || error != std::errc{} || end != last) {
        return std::nullopt;
    }
    return KmlColour{
        std::format("#{:02x}{:02x}{:02x}", abgr & 0xff, abgr >> 8 & 0xff, abgr >> 16 & 0xff),
        std::round((abgr >> 24) / 2.55) / 100};
}

template <class T> void overlayOne(std::optional<T>& to, const std::optional<T>& from)
{
    if (from) {
        to = from;
    }
}

} // namespace

void KmlStyle::overlay(const KmlStyle& from)
{
    overlayOne(icon, from.icon);
    overlayOne(markerColour, from.markerColour);
    overlayOne(stroke, from.stroke);
    overlayOne(fill, from.fill);
    overlayOne(strokeOpacity, from.strokeOpacity);
    overlayOne(strokeWidth, from.strokeWidth);
    overlayOne(fillOpacity, from.fillOpacity);
    overlayOne(outlined, from.outlined);
}

bool KmlStyle::take(KmlTag tag, KmlTag parent, KmlTag grandparent, std::string_view text)
{
    text = trimmed(text);
    if (text.empty()) {
        return true;
    }
    if (tag == KmlTag::href && parent == KmlTag::icon && grandparent == KmlTag::iconStyle) {
        icon = text;
    } else if (tag == KmlTag::color) {
        const auto colour = kmlColourOf(text);
        if (!colour) {
            return false;
        }
        if (parent == KmlTag::iconStyle) {
            markerColour = colour->colour;
        } else if (parent == KmlTag::lineStyle) {
            stroke = colour->colour;
            strokeOpacity = colour->opacity;
        } else if (parent == KmlTag::polyStyle) {
            fill = colour->colour;
            fillOpacity = fillOpacity == 0.0 ? 0.0 : colour->opacity;
        }
    } else if (tag == KmlTag::width && parent == KmlTag::lineStyle) {
        strokeWidth = realOf(text);
        return strokeWidth.has_value();
    } else if (tag == KmlTag::fill && parent == KmlTag::polyStyle &&
               (text == "0" || text == "false")) {
        fillOpacity = 0;
    } else if (tag == KmlTag::outline && parent == KmlTag::polyStyle) {
        outlined = text != "0" && text != "false";
    }
    return true;
}

} // namespace masar::core
