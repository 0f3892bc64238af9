// SPDX-License-Identifier: Apache-2.0
#include "core/io/reader.hpp"
#include "tests/core/data/story_files.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <string>

using namespace masar::core;
using namespace masar::test;

TEST_CASE("The reader loses no feature of the story, and finds its dates by itself")
{
    for (const std::string file : kStoryLayers) {
        INFO(file);
        const auto read = readVector(storyPath(file));
        REQUIRE(read.has_value());
        REQUIRE(read->layers.size() == 1);
        const Layer& layer = read->layers.front();

        const auto expected = std::ranges::count(storyFeatures(), file, &StoryFeature::file);
        CHECK(layer.counts.features == static_cast<std::uint64_t>(expected));
        CHECK(layer.counts.drawn == layer.counts.features);
        CHECK(layer.counts.rejected + layer.counts.noPlace == 0);
        CHECK(layer.diagnostics.empty());
        for (const Diagnostic& diagnostic : layer.diagnostics.kept()) {
            UNSCOPED_INFO(diagnostic.code << " " << diagnostic.where << ": " << diagnostic.text);
        }

        const auto undated = std::ranges::count_if(storyFeatures(), [&](const StoryFeature& f) {
            return f.file == file && f.at("status") == "reference";
        });
        CHECK(layer.counts.noDate == static_cast<std::uint64_t>(undated));
        if (undated < expected) {
            CHECK(layer.timeFields.convention == TimeConvention::range);
            CHECK(layer.timeFields.startField == "start");
            CHECK(layer.timeFields.endField == "end");
        }
    }
}

TEST_CASE("The reader gives every feature of the story the span and the texts that its file says")
{
    for (const std::string file : kStoryLayers) {
        const auto read = readVector(storyPath(file));
        REQUIRE(read.has_value());
        const Layer& layer = read->layers.at(0);
        for (std::size_t row = 0; row < layer.rowCount(); ++row) {
            const StoryFeature& feature = featureOf(layer.properties.text("id", row).value());
            INFO(feature.id);
            CHECK(layer.spans[row] == spanOf(feature));
            for (const auto& [property, text] : feature.text) {
                CHECK(layer.properties.text(property, row) == text);
            }
            const std::string sources = layer.properties.text("sources", row).value_or("");
            for (const std::string& source : feature.sources) {
                CHECK(sources.find(source) != std::string::npos);
            }
        }
    }
}
