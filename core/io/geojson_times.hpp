// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/io/fix_times.hpp"
#include "core/io/json_walk.hpp"
#include "core/io/layer_builder.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace masar::core {

/// The properties in which GeoJSON has the times of a line's vertices: "coordTimes", "times", and
/// "times" within "coordinateProperties". They may come before the geometry, so they are kept as
/// text until the feature ends.
class GeoJsonTimes {
public:
    explicit GeoJsonTimes(Zone zone) : m_zone(std::move(zone)) {}

    /// At the start of a feature.
    void clear() { m_found.clear(); }
    /// Whether a property is one of them by its name and type.
    [[nodiscard]] static bool isTimes(std::string_view key, JsonType type);
    /// Keeps a value, whose text stays valid as long as the document.
    void keep(std::string_view key, std::string_view text) { m_found.push_back({key, text}); }

    /// At the end of a feature: gives the times to its geometry if that is a line and they are as
    /// many as its vertices; else they become fields like any other, with a warning
    /// ("times-mismatch") if it is a line.
    void settle(LayerBuilder& builder);

private:
    struct Found {
        std::string_view key, text;
    };

    [[nodiscard]] bool read(const Found& found);
    [[nodiscard]] bool readArray(JsonArray array, std::size_t depth);
    [[nodiscard]] bool fits(const RawGeometry& geometry) const;

    Zone m_zone;
    std::vector<Found> m_found;
    simdjson::ondemand::parser m_parser;
    std::vector<FixTime> m_times;
    std::vector<std::size_t> m_ends; ///< times read at the end of each inner array
};

} // namespace masar::core
