// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/map_layer.hpp"

#include <string>
#include <vector>

namespace masar::test {

/// A timed place of a test track.
struct TestFix {
    core::MercatorPoint place;
    core::Instant at = 0;
    std::uint8_t mark = 0;
};

/// A layer of tracks alone, as the reader would give it, each named "Track N".
inline core::Layer trackLayerOf(const std::vector<std::vector<TestFix>>& tracks)
{
    core::Layer layer;
    layer.name = "tracks";
    layer.path = "/data/tracks.geojson";
    layer.timeFields.convention = core::TimeConvention::fixes;
    layer.titleField = "name";
    std::vector<core::StringPool::Id> names;
    for (const auto& fixes : tracks) {
        const auto row = static_cast<std::uint32_t>(layer.sourceIndex.size());
        auto& table = layer.tracks;
        table.tracks.push_back({row, static_cast<std::uint32_t>(table.times.size()),
                                static_cast<std::uint32_t>(fixes.size())});
        for (const TestFix& fix : fixes) {
            table.places.push_back(fix.place);
            table.times.push_back(fix.at);
            table.marks.push_back(fix.mark);
        }
        const core::TrackFixes made = table.fixesOf(table.tracks.back());
        layer.geometry.addPart(core::PartKind::line, made.places);
        layer.geometry.endFeature();
        layer.spans.push_back(made.span());
        layer.sourceIndex.push_back(row);
        names.push_back(layer.properties.strings->add("Track " + std::to_string(row + 1)));
    }
    layer.properties.columns.push_back({"name", core::FieldType::text, std::move(names)});
    layer.counts.features = layer.counts.drawn = layer.counts.line = tracks.size();
    return layer;
}

} // namespace masar::test
