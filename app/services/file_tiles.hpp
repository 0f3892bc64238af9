// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/tile_store.hpp"
#include "core/io/raster_source.hpp"

#include <QThreadPool>

#include <map>
#include <memory>
#include <mutex>
#include <stop_token>
#include <string>

namespace masar::app {

/// The tiles of a raster file, made on worker threads.
class FileTiles : public TileSource {
public:
    /// `stop` is of the token that the raster was opened with: it ends what takes long.
    FileTiles(core::RasterSource raster, std::stop_source stop);
    ~FileTiles() override;

    [[nodiscard]] TileScheme scheme() const override;
    void start(const core::TileId& id, Done done) override;
    void cancel(const core::TileId& id) override;

private:
    core::RasterSource m_raster;
    std::stop_source m_stop;
    std::mutex m_mutex;
    std::map<core::TileId, std::stop_source> m_jobs;
    QThreadPool m_pool;
};

/// A raster file as a basemap.
struct OpenRaster {
    std::shared_ptr<TileStore> tiles;
    core::RasterInfo info;
};

/// Opens a raster file. Blocking: for a worker thread.
[[nodiscard]] core::Result<OpenRaster> openRaster(const std::string& path,
                                                  std::stop_source stop = {});

} // namespace masar::app
