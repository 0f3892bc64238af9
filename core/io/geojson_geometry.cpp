// SPDX-License-Identifier: Apache-2.0
#include "core/io/geojson_geometry.hpp"

#include "core/io/json_fault.hpp"

#include <algorithm>
#include <array>
#include <format>
#include <limits>
#include <utility>

namespace masar::core {

namespace {

struct TypeShape {
    std::string_view name;
    std::size_t positionDepth; ///< arrays around a position
    GeometryClass written;
};

constexpr std::array kShapes{
    TypeShape{"Point", 0, GeometryClass::point},
    TypeShape{"MultiPoint", 1, GeometryClass::point},
    TypeShape{"LineString", 1, GeometryClass::line},
    TypeShape{"MultiLineString", 2, GeometryClass::line},
    TypeShape{"Polygon", 2, GeometryClass::polygon},
    TypeShape{"MultiPolygon", 3, GeometryClass::polygon},
};

} // namespace

void GeoJsonGeometry::setProblem(std::string text)
{
    if (m_problem.empty()) {
        m_problem = std::move(text);
    }
}

bool GeoJsonGeometry::read(JsonObject object, std::size_t depth, RawGeometry& to)
{
    m_problem.clear();
    m_unclosed = false;
    return readObject(object, depth, 0, to);
}

bool GeoJsonGeometry::readObject(JsonObject object, std::size_t depth, std::size_t level,
                                 RawGeometry& to)
{
    if (m_levels.size() <= level) {
        m_levels.emplace_back();
    }
    auto& coordinates = m_levels[level];
    coordinates.clear();
    std::string type;
    bool collection = false;
    for (auto entry : object) {
        JsonField field;
        std::string_view key;
        if (std::move(entry).get(field) != simdjson::SUCCESS || !readJsonKey(field, key)) {
            return false;
        }
        JsonValue value = field.value();
        JsonType valueType;
        if (value.type().get(valueType) != simdjson::SUCCESS) {
            return false;
        }
        bool ok = true;
        if (key == "type" && valueType == JsonType::string) {
            std::string_view text;
            bool replaced = false;
            ok = readJsonString(value, text, replaced);
            type = text;
        } else if (key == "coordinates") {
            coordinates.clear();
            coordinates.present = true;
            ok = readCoordinates(value, depth + 1, 0, coordinates);
        } else if (key == "geometries" && valueType == JsonType::array) {
            collection = true;
            ok = readGeometries(value, depth + 1, level + 1, to);
        } else {
            ok = skipJson(value, depth + 1);
        }
        if (!ok) {
            return false;
        }
    }
    build(type, collection, coordinates, to);
    return true;
}

bool GeoJsonGeometry::readGeometries(JsonValue value, std::size_t depth, std::size_t level,
                                     RawGeometry& to)
{
    JsonArray array;
    if (depth >= kJsonMaxDepth || value.get_array().get(array) != simdjson::SUCCESS) {
        return false;
    }
    for (auto entry : array) {
        JsonValue element;
        JsonType type;
        if (std::move(entry).get(element) != simdjson::SUCCESS ||
            element.type().get(type) != simdjson::SUCCESS) {
            return false;
        }
        if (type != JsonType::object) {
            setProblem("a member of a GeometryCollection is not a geometry");
            if (!skipJson(element, depth + 1)) {
                return false;
            }
            continue;
        }
        JsonObject object;
        if (depth + 1 >= kJsonMaxDepth || element.get_object().get(object) != simdjson::SUCCESS ||
            !readObject(object, depth + 1, level, to)) {
            return false;
        }
    }
    return true;
}

bool GeoJsonGeometry::readCoordinates(JsonValue value, std::size_t depth, std::size_t nesting,
                                      Coordinates& into)
{
    JsonType type;
    if (value.type().get(type) != simdjson::SUCCESS) {
        return false;
    }
    if (type != JsonType::array || depth >= kJsonMaxDepth) {
        setProblem("coordinates are not an array");
        return skipJson(value, depth);
    }
    JsonArray array;
    if (value.get_array().get(array) != simdjson::SUCCESS) {
        return false;
    }
    std::size_t numbers = 0;
    std::size_t arrays = 0;
    double x = 0;
    double y = 0;
    double measure = 0;
    for (auto entry : array) {
        JsonValue element;
        JsonType elementType;
        if (std::move(entry).get(element) != simdjson::SUCCESS ||
            element.type().get(elementType) != simdjson::SUCCESS) {
            return false;
        }
        if (elementType == JsonType::number) {
            double number = 0;
            if (!readJsonDouble(element, number)) {
                return false;
            }
            (numbers == 0 ? x : numbers == 1 ? y : numbers == 3 ? measure : number) = number;
            ++numbers;
        } else if (elementType == JsonType::array && numbers == 0) {
            ++arrays;
            if (!readCoordinates(element, depth + 1, nesting + 1, into)) {
                return false;
            }
        } else {
            // A missing height is harmless.
            if (elementType != JsonType::null || numbers < 2) {
                setProblem("a coordinate is not a number");
            }
            if (!skipJson(element, depth + 1)) {
                return false;
            }
        }
    }
    if (numbers > 0 && arrays > 0) {
        setProblem("coordinates are nested unevenly");
    } else if (numbers == 0) {
        into.ends.push_back({nesting, into.xs.size()});
    } else if (numbers == 1) {
        setProblem("a position has one number only");
    } else {
        if (into.positionDepth.value_or(nesting) != nesting) {
            setProblem("coordinates are nested unevenly");
        }
        into.positionDepth = nesting;
        if (numbers > 3) {
            into.measures.resize(into.xs.size(), std::numeric_limits<double>::quiet_NaN());
            into.measures.push_back(measure);
        }
        into.xs.push_back(x);
        into.ys.push_back(y);
    }
    return true;
}

void GeoJsonGeometry::build(const std::string& type, bool collection, const Coordinates& from,
                            RawGeometry& to)
{
    if (type == "GeometryCollection") {
        to.written = GeometryClass::collection;
        if (!collection) {
            setProblem("a GeometryCollection without geometries");
        }
        return;
    }
    const auto* const shape = std::ranges::find(kShapes, type, &TypeShape::name);
    if (shape == kShapes.end()) {
        setProblem(type.empty() ? "a geometry without a type"
                                : std::format("unknown geometry type \"{}\"", type));
        return;
    }
    to.written = shape->written;
    if (collection || !from.present) {
        setProblem(std::format("a {} without coordinates", type));
        return;
    }
    if (from.xs.empty()) {
        return; // empty, as [] says
    }
    if (from.positionDepth != shape->positionDepth) {
        setProblem(std::format("coordinates of a {} are nested {} deep, not {}", type,
                               *from.positionDepth + 1, shape->positionDepth + 1));
        return;
    }
    if (std::ranges::any_of(from.ends,
                            [&](const auto& end) { return end.depth >= shape->positionDepth; })) {
        setProblem("an empty position");
    }
    if (!m_problem.empty()) {
        return;
    }
    if (shape->written == GeometryClass::point) {
        for (std::size_t i = 0; i < from.xs.size(); ++i) {
            to.addVertex(from.xs[i], from.ys[i]);
            to.endPart(PartKind::point);
        }
    } else {
        buildParts(from, shape->positionDepth, shape->written == GeometryClass::polygon, to);
    }
}

void GeoJsonGeometry::buildParts(const Coordinates& from, std::size_t positionDepth, bool polygon,
                                 RawGeometry& to)
{
    std::size_t done = 0;
    bool outer = true;
    for (const auto& end : from.ends) {
        if (end.depth + 1 < positionDepth) {
            outer = true; // a polygon ends, the next ring is an outer one
            continue;
        }
        const std::size_t count = end.positions - done;
        const bool closed = count > 1 && from.xs[done] == from.xs[end.positions - 1] &&
                            from.ys[done] == from.ys[end.positions - 1];
        const std::size_t kept = polygon && closed ? count - 1 : count;
        if (kept < (polygon ? 3U : 2U)) {
            setProblem(std::format("a {} of {} position{}", polygon ? "ring" : "line", count,
                                   count == 1 ? "" : "s"));
            return;
        }
        m_unclosed = m_unclosed || (polygon && !closed);
        for (std::size_t i = done; i < done + kept; ++i) {
            if (!polygon && i < from.measures.size()) {
                to.addVertex(from.xs[i], from.ys[i], from.measures[i]);
            } else {
                to.addVertex(from.xs[i], from.ys[i]);
            }
        }
        to.endPart(!polygon ? PartKind::line : outer ? PartKind::outerRing : PartKind::innerRing);
        outer = false;
        done = end.positions;
    }
}

} // namespace masar::core
