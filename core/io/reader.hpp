// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/progress.hpp"
#include "core/base/result.hpp"
#include "core/model/layer.hpp"

#include <map>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace masar::core {

/// How a layer is to be read, where that is not left to what is found in the file.
struct LayerChoices {
    std::optional<TimeFields> timeFields;
    std::optional<PlaceFields> placeFields; ///< of a table
    std::string crs; ///< any text PROJ takes, in place of what the file states; empty: that

    bool operator==(const LayerChoices&) const = default;
};

enum class DateOrder { unknown, dayFirst, monthFirst };

/// What the caller decides about an import; everything else is found in the file.
struct ReadOptions {
    std::vector<std::string> layerNames; ///< only these layers, those that are there; empty: all
    LayerChoices choices; ///< for every layer; one that has not the fields is read as ever
    std::map<std::string, LayerChoices> layerChoices; ///< for some, by name, in their place
    DateOrder dateOrder = DateOrder::unknown;         ///< where no value of a field tells
    std::string zone = "UTC";                         ///< zone of dates that state none
    std::stop_token stop;
    Progress progress;

    [[nodiscard]] bool wants(const std::string& layerName) const;
    [[nodiscard]] const LayerChoices& choicesOf(const std::string& layerName) const;
};

struct VectorFile {
    std::string path;
    std::string driver; ///< GDAL's short name, "GeoJSON"
    std::vector<Layer> layers;
};

/// Reads every layer of a vector file whole: geometry to Web Mercator by way of WGS 84, fields,
/// dates. A bad feature is left out, counted and named in the layer's diagnostics; only a file of
/// which nothing can be used is an error. Local regular files only: no network, no GDAL connection
/// strings, no virtual file systems. Thread-safe: each call opens its own dataset.
[[nodiscard]] Result<VectorFile> readVector(const std::string& path,
                                            const ReadOptions& options = {});

/// A field of a layer as the import dialog lists it, and the conventions that would make sense,
/// best first. The first one is what readVector() chooses. Empty if no field looks like a date.
[[nodiscard]] std::vector<TimeFields> timeFieldCandidates(const PropertyTable& properties,
                                                          const std::string& zone);

/// How one row's dates are read by a choice.
struct DateSample {
    std::string start, end; ///< as written; empty: no value, or no such field
    Span span;              ///< undated if they cannot be read
};

/// The first rows of a layer whose date values differ, read by a choice; those that cannot be read
/// are among them. Fails if a field or the zone does not exist.
[[nodiscard]] Result<std::vector<DateSample>>
sampleDates(const Layer& layer, const TimeFields& choice, std::size_t most);

/// How the values of a field read best as dates.
[[nodiscard]] DateEncoding dateEncodingOf(const PropertyTable& properties,
                                          const std::string& field);

/// Reads the dates of a layer again by another choice (the user's), and counts `noDate` anew. Fails
/// if a field does not exist; the layer is then unchanged.
[[nodiscard]] Result<void> applyTimeFields(Layer& layer, const TimeFields& choice);

} // namespace masar::core
