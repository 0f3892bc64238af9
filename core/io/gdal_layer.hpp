// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/progress.hpp"
#include "core/base/result.hpp"
#include "core/io/gdal_dataset.hpp"
#include "core/io/local_file.hpp"
#include "core/model/layer.hpp"

#include <stop_token>
#include <string>

class OGRLayer;

namespace masar::core {

/// Reads one layer of an open dataset, without dates yet. `errors` are this thread's messages of
/// GDAL; those that come up become diagnostics "gdal". Where the file states more features than
/// come out after a failure, the rest is counted as rejected ("unread-features"); a count that is
/// wrong without one is "reader-disagrees".
[[nodiscard]] Result<Layer> readGdalLayer(OGRLayer& from, const LocalFile& file,
                                          const std::string& driver, const std::stop_token& stop,
                                          const Progress& progress, QuietErrors& errors);

} // namespace masar::core
