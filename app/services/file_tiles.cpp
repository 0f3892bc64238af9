// SPDX-License-Identifier: Apache-2.0
#include "app/services/file_tiles.hpp"

#include <QImage>
#include <QThread>

#include <algorithm>
#include <cstring>
#include <utility>

namespace masar::app {

namespace {

constexpr int kTileSide = 256;

/// A null image where the tile shows nothing.
QImage imageOf(const core::RgbaTile& tile)
{
    if (std::ranges::all_of(tile.pixels, [](std::uint8_t byte) { return byte == 0; })) {
        return {};
    }
    QImage image(tile.side, tile.side, QImage::Format_RGBA8888_Premultiplied);
    const auto row = static_cast<std::size_t>(tile.side) * 4;
    for (int y = 0; y < tile.side; ++y) {
        std::memcpy(image.scanLine(y), tile.pixels.data() + static_cast<std::size_t>(y) * row, row);
    }
    return image;
}

} // namespace

FileTiles::FileTiles(core::RasterSource raster, std::stop_source stop)
    : m_raster(std::move(raster)), m_stop(std::move(stop))
{
    m_pool.setMaxThreadCount(std::max(2, QThread::idealThreadCount() - 1));
}

FileTiles::~FileTiles()
{
    m_stop.request_stop();
    {
        const std::scoped_lock lock(m_mutex);
        for (auto& [id, stop] : m_jobs) {
            stop.request_stop();
        }
    }
    m_pool.waitForDone();
}

TileScheme FileTiles::scheme() const
{
    const core::RasterInfo& info = m_raster.info();
    TileScheme scheme;
    scheme.maxZoom = static_cast<int>(std::ceil(info.finestZoom - 0.1));
    scheme.side = kTileSide;
    scheme.atOnce = m_pool.maxThreadCount();
    scheme.left = info.left;
    scheme.top = info.top;
    scheme.right = info.right;
    scheme.bottom = info.bottom;
    return scheme;
}

void FileTiles::start(const core::TileId& id, Done done)
{
    std::stop_token stop;
    {
        const std::scoped_lock lock(m_mutex);
        stop = m_jobs[id].get_token();
    }
    m_pool.start([this, id, stop, done = std::move(done)] {
        auto tile = m_raster.tile(id, kTileSide, stop);
        {
            const std::scoped_lock lock(m_mutex);
            m_jobs.erase(id);
        }
        done(tile ? core::Result<QImage>(imageOf(*tile)) : std::unexpected(tile.error()));
    });
}

void FileTiles::cancel(const core::TileId& id)
{
    const std::scoped_lock lock(m_mutex);
    if (const auto job = m_jobs.find(id); job != m_jobs.end()) {
        job->second.request_stop();
    }
}

core::Result<OpenRaster> openRaster(const std::string& path, std::stop_source stop)
{
    auto raster = core::RasterSource::open(path, stop.get_token());
    if (!raster) {
        return std::unexpected(raster.error());
    }
    core::RasterInfo info = raster->info();
    auto source = std::make_unique<FileTiles>(*std::move(raster), std::move(stop));
    return OpenRaster{std::make_shared<TileStore>(std::move(source)), std::move(info)};
}

} // namespace masar::app
