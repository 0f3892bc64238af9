// SPDX-License-Identifier: Apache-2.0
#include "core/io/place_columns.hpp"

#include "core/io/gdal_geometry.hpp"
#include "core/io/value_text.hpp"

#include <ogr_feature.h>
#include <ogr_geometry.h>

#include <algorithm>
#include <array>
#include <format>
#include <memory>
#include <span>
#include <string_view>

namespace masar::core {

namespace {

struct NamePair {
    std::string_view lon;
    std::string_view lat;
};

// Without separators, the likelier first.
constexpr std::array<NamePair, 15> kPlaceNames{{
    {"longitude", "latitude"},
    {"lon", "lat"},
    {"long", "lat"},
    {"lng", "lat"},
    {"londeg", "latdeg"},
    {"decimallongitude", "decimallatitude"},
    {"gpslongitude", "gpslatitude"},
    {"pointx", "pointy"},
    {"xcoord", "ycoord"},
    {"easting", "northing"},
    {"east", "north"},
    {"خطالطول", "خطالعرض"},
    {"الطول", "العرض"},
    {"x", "y"},
    {"xlon", "ylat"},
}};
constexpr std::array<std::string_view, 6> kShapeNames{"wkt",      "wktgeom", "geom",
                                                      "geometry", "thegeom", "shape"};

/// "Point X" and "point_x" are "pointx".
std::string plainName(std::string_view name)
{
    std::string plain = lowerAscii(name);
    std::erase_if(plain, [](char c) { return std::string_view(" _-.()").contains(c); });
    return plain;
}

/// A number, also with a decimal comma.
std::optional<double> numberOf(std::string_view text)
{
    std::string number(trimmed(text));
    if (std::ranges::count(number, ',') == 1 && !number.contains('.')) {
        std::ranges::replace(number, ',', '.');
    }
    return realOf(number);
}

std::string textOfField(const OGRFeature& feature, int field)
{
    return feature.IsFieldSetAndNotNull(field) != 0
               ? std::string(trimmed(feature.GetFieldAsString(field)))
               : std::string{};
}

std::string appendShape(const std::string& text, RawGeometry& to)
{
    std::unique_ptr<OGRGeometry> geometry;
    if (text.starts_with('{')) {
        geometry.reset(OGRGeometryFactory::createFromGeoJson(text.c_str()));
    } else {
        // "SRID=4326;POINT (1 2)", as PostGIS writes it
        const auto start = lowerAscii(text.substr(0, 5)) == "srid=" ? text.find(';') + 1 : 0;
        OGRGeometry* made = nullptr;
        OGRGeometryFactory::createFromWkt(text.c_str() + start, nullptr, &made);
        geometry.reset(made);
    }
    return geometry == nullptr ? std::format("\"{}\" is not a geometry in WKT", text.substr(0, 40))
                               : appendGeometry(*geometry, to);
}

} // namespace

std::optional<PlaceFields> findPlaceFields(const std::vector<std::string>& names)
{
    const auto find = [&](std::string_view wanted) -> const std::string* {
        const auto found = std::ranges::find(names, wanted, plainName);
        return found == names.end() ? nullptr : &*found;
    };
    for (const auto wanted : kShapeNames) {
        if (const auto* name = find(wanted)) {
            return PlaceFields{.shapeField = *name};
        }
    }
    for (const auto& pair : kPlaceNames) {
        const auto* lon = find(pair.lon);
        const auto* lat = find(pair.lat);
        if (lon != nullptr && lat != nullptr) {
            return PlaceFields{.lonField = *lon, .latField = *lat};
        }
    }
    return std::nullopt;
}

Result<PlaceColumns> PlaceColumns::make(const PlaceFields& fields,
                                        const std::vector<std::string>& names)
{
    PlaceColumns columns;
    for (const auto& [name, column] :
         {std::pair{&fields.lonField, &columns.m_lon}, std::pair{&fields.latField, &columns.m_lat},
          std::pair{&fields.shapeField, &columns.m_shape}}) {
        const auto found = std::ranges::find(names, *name);
        if (!name->empty() && found == names.end()) {
            return fail(ErrorCode::notFound, std::format("there is no field \"{}\"", *name));
        }
        if (!name->empty()) {
            *column = static_cast<int>(found - names.begin());
        }
    }
    return columns;
}

std::string PlaceColumns::append(const OGRFeature& feature, RawGeometry& to) const
{
    if (m_shape >= 0) {
        const std::string text = textOfField(feature, m_shape);
        return text.empty() ? std::string{} : appendShape(text, to);
    }
    const std::string lonText = textOfField(feature, m_lon);
    const std::string latText = textOfField(feature, m_lat);
    if (lonText.empty() && latText.empty()) {
        return {};
    }
    const auto lon = numberOf(lonText);
    const auto lat = numberOf(latText);
    if (!lon || !lat) {
        return std::format("\"{}\" is not a number", !lon ? lonText : latText);
    }
    to.written = GeometryClass::point;
    to.addVertex(*lon, *lat);
    to.endPart(PartKind::point);
    return {};
}

} // namespace masar::core
