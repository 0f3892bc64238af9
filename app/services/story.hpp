// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/map_layer.hpp"
#include "app/models/reader.hpp"
#include "app/models/source.hpp"
#include "core/base/result.hpp"

#include <QString>
#include <QStringList>

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

/// Something that happened, or that a source expects.
struct StoryEvent {
    LocalText title;
    LocalText note;
    QString date; ///< EDTF as written; empty for what is told without a date
    core::Span span;
    bool forecast = false;
    QStringList sites;   ///< ids of sites or features that it is about
    QStringList sources; ///< keys of the story's sources
};

/// One of a series of numbers.
struct StoryNumber {
    LocalText claim;
    QString date;
    core::Span span;
    double value = 0;
    QString qualifier; ///< "about", "fewer than" ...
    QStringList sources;
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
    std::vector<StoryEvent> events; ///< in the order of time
    std::vector<StoryNumber> numbers;
};

/// Reads a story's folder whole: story.json, the layers and the sources that it names. Blocking:
/// for a worker thread. Fails, naming the file, if one of them is missing or broken.
[[nodiscard]] core::Result<Story> loadStory(const QString& folder, std::stop_token stop = {});

} // namespace masar::app
