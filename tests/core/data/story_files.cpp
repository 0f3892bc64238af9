// SPDX-License-Identifier: Apache-2.0
#include "tests/core/data/story_files.hpp"

#include <algorithm>
#include <stdexcept>

namespace masar::test {

namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

core::LonLat placeOf(element position)
{
    const simdjson::dom::array pair = position.get_array();
    if (pair.size() != 2) {
        throw std::runtime_error("a position is not two numbers");
    }
    return {pair.at(0).get_double(), pair.at(1).get_double()};
}

void readGeometry(element geometry, StoryFeature& feature)
{
    feature.geometry = textOf(geometry["type"]);
    element coordinates = geometry["coordinates"];
    if (feature.geometry == "Point") {
        feature.points.push_back(placeOf(coordinates));
        return;
    }
    if (feature.geometry == "Polygon") {
        if (coordinates.get_array().size() != 1) {
            throw std::runtime_error(feature.id + ": a polygon of other than one ring");
        }
        coordinates = coordinates.at(0);
    }
    for (const element position : coordinates.get_array()) {
        feature.points.push_back(placeOf(position));
    }
}

StoryFeature readFeature(element member, const std::string& file)
{
    StoryFeature feature;
    feature.file = file;
    feature.id = textOf(member["id"]);
    for (const auto [key, value] : member["properties"].get_object()) {
        const std::string name(key);
        if (name == "sources") {
            for (const element id : value.get_array()) {
                feature.sources.push_back(textOf(id));
            }
        } else if (name == "precision_m") {
            feature.precisionMetres = value.get_double();
        } else if (name == "count") {
            feature.count = value.get_int64().value();
        } else if (value.is_null()) {
            feature.nulls.push_back(name);
        } else {
            feature.text.emplace(name, textOf(value));
        }
    }
    readGeometry(member["geometry"], feature);
    return feature;
}

void gatherTexts(element value, const std::string& name,
                 std::vector<std::pair<std::string, std::string>>& texts)
{
    if (value.type() == element_type::OBJECT) {
        for (const auto [key, member] : value.get_object()) {
            const std::string own(key);
            const bool language = own == "en" || own == "ar";
            gatherTexts(member, language ? name + "." + own : own, texts);
        }
    } else if (value.type() == element_type::ARRAY) {
        for (const element member : value.get_array()) {
            gatherTexts(member, name, texts);
        }
    } else if (value.type() == element_type::STRING) {
        texts.emplace_back(name, textOf(value));
    }
}

std::optional<core::Edtf> boundOf(const StoryFeature& feature, const std::string& property)
{
    if (!feature.has(property) || feature.at(property) == "..") {
        return std::nullopt;
    }
    const auto date = core::parseEdtf(feature.at(property));
    if (!date) {
        throw std::runtime_error(feature.id + ": " + property + ": " + date.error().text);
    }
    return *date;
}

} // namespace

std::string storyPath(const std::string& file)
{
    return std::string(MASAR_SOURCE_DIR "/data/withdrawal/") + file;
}

std::string textOf(element value)
{
    return std::string(value.get_string().value());
}

const std::vector<StoryFeature>& storyFeatures()
{
    static const std::vector<StoryFeature> features = [] {
        std::vector<StoryFeature> all;
        for (const char* file : kStoryLayers) {
            const StoryTable layer(file);
            for (const element member : layer.root["features"].get_array()) {
                all.push_back(readFeature(member, file));
            }
        }
        return all;
    }();
    return features;
}

std::vector<StoryFeature> statesOf(const std::string& site)
{
    std::vector<StoryFeature> states;
    std::ranges::copy_if(storyFeatures(), std::back_inserter(states),
                         [&](const StoryFeature& f) { return f.at("site") == site; });
    return states;
}

const StoryFeature& featureOf(std::string_view id)
{
    const auto found = std::ranges::find(storyFeatures(), id, &StoryFeature::id);
    if (found == storyFeatures().end()) {
        throw std::runtime_error("no feature " + std::string(id));
    }
    return *found;
}

const std::vector<std::pair<std::string, std::string>>& storyTexts()
{
    static const std::vector<std::pair<std::string, std::string>> texts = [] {
        std::vector<std::pair<std::string, std::string>> all;
        for (const char* file : kStoryLayers) {
            gatherTexts(StoryTable(file).root, "", all);
        }
        for (const char* file : kStoryTables) {
            gatherTexts(StoryTable(file).root, "", all);
        }
        return all;
    }();
    return texts;
}

core::Span spanOf(const StoryFeature& feature)
{
    if (!feature.has("start") && !feature.has("end")) {
        return {};
    }
    return core::toSpan(boundOf(feature, "start"), boundOf(feature, "end"), core::Zone());
}

core::Window dayOf(std::string_view edtf)
{
    return core::toWindow(core::parseEdtf(edtf).value(), core::Zone()).value();
}

} // namespace masar::test
