// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geometry/tile.hpp"

#include <QString>
#include <QUrl>
#include <QVariantMap>

namespace masar::app {

/// A source of tiles on the network, as the user named it.
struct OnlineMap {
    QString name;
    QString address; ///< with {z}, {x} and {y}, or {-y} where rows count from the south
    QString attribution;
    int maxZoom = 19;

    bool operator==(const OnlineMap&) const = default;
};

/// Why a map cannot be used as it is, for a person; empty if it can.
[[nodiscard]] QString problemOf(const OnlineMap& map);

[[nodiscard]] QUrl addressOf(const OnlineMap& map, const core::TileId& id);

[[nodiscard]] QVariantMap toVariant(const OnlineMap& map);
[[nodiscard]] OnlineMap toOnlineMap(const QVariantMap& map);

} // namespace masar::app
