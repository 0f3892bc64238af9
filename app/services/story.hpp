// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/map_layer.hpp"
#include "app/models/reader.hpp"
#include "app/models/source.hpp"
#include "core/base/result.hpp"

#include <QString>

#include <optional>
#include <stop_token>
#include <vector>

namespace masar::app {

/// A text in the two languages of the bundled data.
struct LocalText {
    QString english;
    QString arabic;

    [[nodiscard]] const QString& in(Language language) const
    {
        return language == Language::arabic && !arabic.isEmpty() ? arabic : english;
    }
};

struct StoryLayer {
    MapLayerPtr data;
    LocalText name;
};

/// A folder of layers that belong together, with what they are to be seen as (data/README.md).
struct Story {
    LocalText title;
    LocalText summary;
    std::vector<StoryLayer> layers;    ///< bottom first
    core::MercatorBox extent;          ///< to be shown at the start
    std::optional<core::Window> range; ///< of the timeline
    std::optional<core::Instant> at;   ///< the moment to start at
    SourceTable sources;
};

/// Reads a story's folder whole: story.json, the layers and the sources that it names. Blocking:
/// for a worker thread. Fails, naming the file, if one of them is missing or broken.
[[nodiscard]] core::Result<Story> loadStory(const QString& folder, std::stop_token stop = {});

} // namespace masar::app
