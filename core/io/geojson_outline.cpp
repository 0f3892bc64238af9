// SPDX-License-Identifier: Apache-2.0
#include "core/io/geojson_outline.hpp"

#include "core/io/json_fault.hpp"
#include "core/io/value_text.hpp"

#include <algorithm>
#include <array>
#include <format>
#include <utility>

namespace masar::core {

namespace {

constexpr std::array<std::string_view, 9> kTypes{
    "FeatureCollection", "Feature", "Point",        "MultiPoint",         "LineString",
    "MultiLineString",   "Polygon", "MultiPolygon", "GeometryCollection",
};

constexpr char kRecordSeparator = '\x1e';

/// The text of a member of an object that is a string, or a whole number as text; empty otherwise.
std::string memberText(JsonObject& object, std::string_view name)
{
    JsonValue value;
    if (object.find_field_unordered(name).get(value) != simdjson::SUCCESS) {
        return {};
    }
    std::string_view text;
    std::int64_t number = 0;
    if (value.get_string(true).get(text) == simdjson::SUCCESS) {
        return std::string(text);
    }
    return value.get_int64().get(number) == simdjson::SUCCESS ? std::to_string(number)
                                                              : std::string{};
}

/// Only names reach PROJ: a definition could point at files.
bool isPlainName(std::string_view name)
{
    return !name.empty() && name.size() < 200 &&
           std::ranges::all_of(
               name,
               [](char c) {
                   return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                          (c >= 'a' && c <= 'z') || std::string_view(" :._-/()").contains(c);
               });
}

void readCrs(JsonValue value, GeoJsonOutline& outline)
{
    const auto problem = [&](const char* code, std::string text) {
        outline.crsCode = code;
        outline.crsProblem = std::move(text) + "; coordinates are taken for degrees on WGS 84";
    };
    JsonObject crs;
    if (value.get_object().get(crs) != simdjson::SUCCESS) {
        problem("crs-unknown", "\"crs\" names no coordinate system");
        return;
    }
    const std::string type = memberText(crs, "type");
    JsonObject properties;
    if (crs.find_field_unordered("properties").get_object().get(properties) != simdjson::SUCCESS) {
        problem("crs-unknown", "\"crs\" names no coordinate system");
    } else if (type == "name") {
        outline.crsName = memberText(properties, "name");
    } else if (type == "EPSG") {
        outline.crsName = "EPSG:" + memberText(properties, "code");
    } else if (type == "url" || type == "link") {
        problem("crs-ignored", "\"crs\" is an address, and Masar fetches nothing for a file");
        return;
    }
    if (!isPlainName(outline.crsName)) {
        outline.crsName.clear();
        problem("crs-unknown", "\"crs\" names no coordinate system");
    }
}

/// True if the text is a whole JSON document that is an object.
bool isDocument(std::string_view text)
{
    return text.starts_with('{') && text.ends_with('}') && !findJsonFault(text);
}

std::vector<std::string_view> split(std::string_view text, char separator)
{
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const auto end = text.find(separator);
        if (const auto part = trimmed(text.substr(0, end)); !part.empty()) {
            parts.push_back(part);
        }
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return parts;
}

} // namespace

std::optional<GeoJsonOutline> readOutline(JsonObject root)
{
    GeoJsonOutline outline;
    bool features = false;
    bool esri = false;
    for (auto entry : root) {
        JsonField field;
        std::string_view key;
        if (std::move(entry).get(field) != simdjson::SUCCESS || !readJsonKey(field, key)) {
            return std::nullopt;
        }
        std::string_view text;
        if (key == "type" && field.value().get_string(true).get(text) == simdjson::SUCCESS) {
            outline.type = text;
        } else if (key == "name" && field.value().get_string(true).get(text) == simdjson::SUCCESS) {
            outline.name = text;
        } else if (key == "crs") {
            readCrs(field.value(), outline);
        } else if (key == "features") {
            features = true;
        } else if (key == "geometryType" || key == "spatialReference" || key == "fieldAliases") {
            esri = true;
        }
    }
    if (outline.type == "Topology") {
        outline.otherDriver = "TopoJSON";
    } else if (outline.type.empty() && features && esri) {
        outline.otherDriver = "ESRIJSON";
    } else if (outline.type.empty()) {
        outline.problem = "JSON, but not GeoJSON: the root object has no \"type\"";
    } else if (std::ranges::find(kTypes, outline.type) == kTypes.end()) {
        outline.problem =
            std::format("JSON, but not GeoJSON: \"{}\" is no type of it", outline.type);
    } else if (outline.type == "FeatureCollection" && !features) {
        outline.problem = "a FeatureCollection without \"features\"";
    }
    return outline;
}

std::vector<std::string_view> splitRecords(std::string_view text)
{
    const auto body = trimmed(text);
    if (body.starts_with(kRecordSeparator)) {
        return split(body, kRecordSeparator);
    }
    const auto lineEnd = body.find('\n');
    if (lineEnd == std::string_view::npos || !isDocument(trimmed(body.substr(0, lineEnd)))) {
        return {};
    }
    return split(body, '\n');
}

} // namespace masar::core
