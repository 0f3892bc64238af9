// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/basemap.hpp"

#include <QString>

#include <memory>

namespace masar::app {

// The basemap as it is drawn, its areas cut into triangles and its lines thinned out for each zoom,
// in a file beside the one that it was made of. A copy for speed and nothing else: without it the
// same is made anew, which takes some times as long.

/// Where that file lies: "basemap.ready" beside "basemap.gpkg".
[[nodiscard]] QString preparedPath(const QString& basemapPath);

/// Writes a basemap beside the file it was read from, whole or not at all. `notWritten` says why.
[[nodiscard]] core::Result<void> writePrepared(const Basemap& basemap, const QString& basemapPath);

/// The same without relief and attribution, which lie in files of their own. Null if there is none,
/// if it was made of another file (one of another size, or changed later), by another version of
/// the program or on another kind of machine, or if it is damaged.
/// Meanwhile its names are measured in a language, if one is given.
[[nodiscard]] std::shared_ptr<Basemap> readPrepared(const QString& basemapPath,
                                                    std::optional<MapLanguage> names);

} // namespace masar::app
