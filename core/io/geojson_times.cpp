// SPDX-License-Identifier: Apache-2.0
#include "core/io/geojson_times.hpp"

#include <algorithm>
#include <format>

namespace masar::core {

bool GeoJsonTimes::isTimes(std::string_view key, JsonType type)
{
    return (type == JsonType::array && (key == "coordTimes" || key == "times")) ||
           (type == JsonType::object && key == "coordinateProperties");
}

bool GeoJsonTimes::readArray(JsonArray array, std::size_t depth)
{
    for (auto entry : array) {
        JsonValue value;
        JsonType type;
        if (std::move(entry).get(value) != simdjson::SUCCESS ||
            value.type().get(type) != simdjson::SUCCESS) {
            return false;
        }
        if (type == JsonType::array && depth == 0) {
            JsonArray inner;
            if (value.get_array().get(inner) != simdjson::SUCCESS || !readArray(inner, depth + 1)) {
                return false;
            }
            m_ends.push_back(m_times.size());
        } else if (type == JsonType::string) {
            std::string_view text;
            bool replaced = false;
            if (!readJsonString(value, text, replaced)) {
                return false;
            }
            m_times.push_back(fixTimeOf(text, m_zone));
        } else if (type == JsonType::number) {
            double number = 0;
            if (!readJsonDouble(value, number)) {
                return false;
            }
            m_times.push_back(fixTimeOf(number));
        } else {
            m_times.emplace_back(); // null stands for a vertex without a time
            if (!skipJson(value, depth + 1)) {
                return false;
            }
        }
    }
    return true;
}

bool GeoJsonTimes::read(const Found& found)
{
    m_times.clear();
    m_ends.clear();
    const simdjson::padded_string_view padded(found.text.data(), found.text.size(),
                                              found.text.size() + simdjson::SIMDJSON_PADDING);
    simdjson::ondemand::document document;
    JsonArray array;
    if (m_parser.iterate(padded).get(document) != simdjson::SUCCESS) {
        return false;
    }
    const bool within = found.key == "coordinateProperties";
    const auto error = within ? document.find_field_unordered("times").get_array().get(array)
                              : document.get_array().get(array);
    return error == simdjson::SUCCESS && readArray(array, 0);
}

bool GeoJsonTimes::fits(const RawGeometry& geometry) const
{
    if (m_times.size() != geometry.xs.size()) {
        return false;
    }
    if (m_ends.empty()) {
        return true;
    }
    std::size_t vertices = 0;
    std::size_t part = 0;
    for (; part < geometry.parts.size() && part < m_ends.size(); ++part) {
        vertices += geometry.parts[part].count;
        if (m_ends[part] != vertices) {
            return false;
        }
    }
    return part == geometry.parts.size() && part == m_ends.size();
}

void GeoJsonTimes::settle(LayerBuilder& builder)
{
    auto& geometry = builder.geometry();
    for (const auto& found : m_found) {
        const bool lines = geometry.isLines();
        const bool wanted = lines && geometry.times.empty() && read(found);
        const bool taken = wanted && fits(geometry);
        if (taken) {
            geometry.times = m_times;
        } else if (wanted && !m_times.empty()) {
            builder.note(Severity::warning, "times-mismatch",
                         std::format("\"{}\" does not match the vertices of the line ({} times, {} "
                                     "vertices); it is not taken for a movement",
                                     found.key, m_times.size(), geometry.xs.size()));
        }
        // What is more than times, or not used as such, is a field.
        const bool useful =
            std::ranges::any_of(m_times, [](const FixTime& time) { return time.at.has_value(); });
        if (!taken || !useful || found.key == "coordinateProperties") {
            auto& table = builder.table();
            table.setJson(table.column(found.key), found.text);
        }
    }
}

} // namespace masar::core
