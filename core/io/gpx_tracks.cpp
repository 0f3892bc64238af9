// SPDX-License-Identifier: Apache-2.0
#include "core/io/gpx_tracks.hpp"

#include "core/io/date_value.hpp"
#include "core/io/fix_times.hpp"

#include <algorithm>
#include <cstdint>

namespace masar::core {

namespace {

using Integers = std::vector<std::int64_t>;

const Integers* integers(const Layer& layer, std::string_view field)
{
    const auto column = layer.properties.find(field);
    return column ? std::get_if<Integers>(&layer.properties.columns[*column].values) : nullptr;
}

} // namespace

void addGpxTracks(std::vector<Layer>& layers, const Zone& zone)
{
    const auto lines = std::ranges::find(layers, "tracks", &Layer::name);
    const auto points = std::ranges::find(layers, "track_points", &Layer::name);
    if (lines == layers.end() || points == layers.end()) {
        return;
    }
    const Integers* const line = integers(*points, "track_fid");
    const Integers* const segment = integers(*points, "track_seg_id");
    const auto time = points->properties.find("time");
    if (!line || !segment || !time) {
        return;
    }
    DateColumn dates(points->properties, *time, DateEncoding::edtf);
    SourceFixes fixes;
    std::size_t next = 0; // the points come in the order of the lines
    for (std::uint32_t row = 0; row < lines->sourceIndex.size(); ++row) {
        const std::int64_t number = lines->sourceIndex[row];
        fixes.clear();
        bool timed = false;
        std::int64_t before = 0;
        for (; next < line->size() && (*line)[next] <= number; ++next) {
            const auto parts = points->geometry.partsOf(next);
            if ((*line)[next] < number || parts.empty()) {
                continue;
            }
            const bool read = dates.read(next) == DateColumn::State::read;
            const FixTime at = read ? fixTimeOf(toSpan(*dates.date(), zone)) : FixTime{};
            const bool opens = !fixes.places.empty() && (*segment)[next] != before;
            before = (*segment)[next];
            timed = timed || at.at;
            fixes.add(points->geometry.verticesOf(parts.front()).front(), at,
                      opens ? fix_marks::afterBreak : 0);
        }
        if (!timed) {
            continue;
        }
        for (const auto& [code, text] : addTrack(lines->tracks, row, fixes).notes()) {
            lines->diagnostics.add(
                {Severity::warning, code, static_cast<std::uint64_t>(number), {}, text});
        }
    }
    points->shownAsTracks = !lines->tracks.empty();
}

} // namespace masar::core
