// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/progress.hpp"
#include "core/base/result.hpp"
#include "core/model/layer.hpp"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace masar::core {

/// What the caller decides about an import; everything else is found in the file.
struct ReadOptions {
    std::optional<std::string> layerName; ///< only this layer; none: all
    std::optional<TimeFields> timeFields; ///< instead of the choice Masar would make
    std::string zone = "UTC";             ///< zone of dates that state none
    std::stop_token stop;
    Progress progress;
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

/// Reads the dates of a layer again by another choice (the user's), and counts `noDate` anew. Fails
/// if a field does not exist; the layer is then unchanged.
[[nodiscard]] Result<void> applyTimeFields(Layer& layer, const TimeFields& choice);

} // namespace masar::core
