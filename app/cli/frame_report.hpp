// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/map_scene.hpp"
#include "core/time/zone.hpp"

#include <QJsonObject>
#include <QString>

namespace masar::app {

/// A moment as people write it: a day where it begins one (or ends one, for an end: then it is the
/// last day or second before it), else an instant.
[[nodiscard]] QString writtenMoment(core::Instant instant, const core::Zone& zone, bool end);

/// What `masar render --json` says of one picture: its file, the window it shows, and the counts of
/// each layer that is drawn.
[[nodiscard]] QJsonObject frameJson(const QString& path, const Scene& scene,
                                    const core::Zone& zone);

} // namespace masar::app
