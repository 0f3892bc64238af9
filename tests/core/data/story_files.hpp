// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geometry/mercator.hpp"
#include "core/time/edtf.hpp"

#include <simdjson.h>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The bundled story as it stands in data/withdrawal, read by simdjson alone: an oracle beside
/// core/io. Anything that is not as data/README.md says ends the test with an exception.
namespace masar::test {

/// One feature of a layer. `text` holds the properties that are texts; null ones are in `nulls`.
struct StoryFeature {
    std::string file;
    std::string id; ///< the GeoJSON member, beside the property of the same name
    std::map<std::string, std::string> text;
    std::vector<std::string> nulls;
    std::vector<std::string> sources;
    double precisionMetres = 0;
    std::optional<std::int64_t> count;
    std::string geometry; ///< GeoJSON's name of the type
    std::vector<core::LonLat> points;

    [[nodiscard]] const std::string& at(const std::string& property) const
    {
        return text.at(property);
    }
    [[nodiscard]] bool has(const std::string& property) const { return text.contains(property); }
};

inline constexpr const char* kStoryLayers[] = {"zones.geojson", "routes.geojson",
                                               "crossings.geojson", "sites.geojson"};
inline constexpr const char* kStoryTables[] = {"story.json", "events.json", "troops.json",
                                               "sources.json"};

[[nodiscard]] std::string storyPath(const std::string& file);
/// All features of all layers, in the order of kStoryLayers.
[[nodiscard]] const std::vector<StoryFeature>& storyFeatures();
/// The features of one site, in file order.
[[nodiscard]] std::vector<StoryFeature> statesOf(const std::string& site);
[[nodiscard]] const StoryFeature& featureOf(std::string_view id);

/// A JSON file of the story, with the parser that keeps it alive.
struct StoryTable {
    simdjson::dom::parser parser;
    simdjson::dom::element root;

    explicit StoryTable(const std::string& file) : root(parser.load(storyPath(file))) {}
};
[[nodiscard]] std::string textOf(simdjson::dom::element element);

/// Every text in the four layers and the four tables, with the name of the member that holds it
/// ("claim_ar", or "title.ar" for a member of an object).
[[nodiscard]] const std::vector<std::pair<std::string, std::string>>& storyTexts();

/// The span of a feature by the rules of data/README.md: null and ".." are open.
[[nodiscard]] core::Span spanOf(const StoryFeature& feature);
/// The window of one day in UTC.
[[nodiscard]] core::Window dayOf(std::string_view edtf);

} // namespace masar::test
