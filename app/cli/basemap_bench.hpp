// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/bench_frames.hpp"
#include "app/services/session.hpp"
#include "core/base/result.hpp"

#include <QJsonObject>

namespace masar::app {

/// Measures the basemap: opening it, its first frame, panning at zooms 5 to 12 and the names of the
/// densest view. Fails if there is no basemap.
[[nodiscard]] core::Result<QJsonObject> measureBasemap(Session& session, FrameTimer& timer,
                                                       QSize size);

} // namespace masar::app
