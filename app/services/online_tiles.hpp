// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/tile_store.hpp"
#include "app/services/online_map.hpp"

#include <QThread>

#include <memory>

namespace masar::app {

class TileFetcher;

/// How tiles are fetched.
struct FetchLimits {
    QString cacheFolder;             ///< of answers kept as HTTP allows; empty: none
    qint64 cacheBytes = 200'000'000; ///< of all answers kept
    qint64 tileBytes = 4'000'000;    ///< of one answer
    int tileSide = 1024;             ///< of a picture, pixels
    int atOnce = 6;                  ///< requests at a time
    int timeoutMs = 20'000;          ///< of one request, from its beginning to its end
    int attempts = 3;                ///< for one tile, where the server may be at fault
    int backoffMs = 1'000;           ///< before the second; twice that before the third
};

/// How Masar names itself to servers.
[[nodiscard]] QByteArray userAgent();

/// The tiles of an online map: asked for one by one as they come into view, and no sooner. Nothing
/// is asked for before the first start().
class OnlineTiles : public TileSource {
public:
    OnlineTiles(const OnlineMap& map, const FetchLimits& limits);
    ~OnlineTiles() override;

    [[nodiscard]] TileScheme scheme() const override;
    void start(const core::TileId& id, Done done) override;
    void cancel(const core::TileId& id) override;

private:
    OnlineMap m_map;
    FetchLimits m_limits;
    QThread m_thread;
    std::unique_ptr<TileFetcher> m_fetcher; ///< lives on m_thread
};

} // namespace masar::app
