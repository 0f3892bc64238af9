// SPDX-License-Identifier: Apache-2.0
#include "app/services/snapshot_taker.hpp"

#include "app/map/raster_tiles.hpp"
#include "app/services/snapshot.hpp"

#include <utility>

namespace masar::app {

namespace {

constexpr int kLookMilliseconds = 40;

} // namespace

SnapshotTaker::SnapshotTaker(QObject* parent) : QObject(parent)
{
    m_poll.setInterval(kLookMilliseconds);
    connect(&m_poll, &QTimer::timeout, this, &SnapshotTaker::proceed);
}

SnapshotTaker::~SnapshotTaker()
{
    stopWaiting();
}

void SnapshotTaker::take(Snapshot snapshot)
{
    stopWaiting();
    m_snapshot = std::move(snapshot);
    m_waited.start();
    if (const auto& store = m_snapshot->scene.tiles) {
        m_tiles = tilesFor(store->scheme(), m_snapshot->camera);
        m_client = store->newClient();
        store->want(m_client, m_tiles);
    }
    proceed();
}

/// Finishes if all is there, else looks again soon.
void SnapshotTaker::proceed()
{
    const auto& store = m_snapshot->scene.tiles;
    const TileStore::Tally tally = store ? store->tally(m_tiles) : TileStore::Tally{};
    if (tally.missing == 0) {
        return finish(tally.failed);
    }
    if (m_waited.elapsed() > mostWaitMs) {
        stopWaiting();
        emit failed({core::ErrorCode::notWritten,
                     tr("%Ln tile(s) of the basemap did not come in time", nullptr, tally.missing)
                         .toStdString(),
                     {}});
        return;
    }
    m_poll.start();
}

void SnapshotTaker::stopWaiting()
{
    m_poll.stop();
    if (m_snapshot && m_snapshot->scene.tiles) {
        m_snapshot->scene.tiles->forget(m_client);
    }
    m_snapshot.reset();
    m_tiles.clear();
}

void SnapshotTaker::finish(int missingTiles)
{
    if (!m_painter) {
        auto painter = PicturePainter::create();
        if (!painter) {
            stopWaiting();
            emit failed(painter.error());
            return;
        }
        m_painter.emplace(std::move(*painter));
    }
    auto image = m_painter->paint(m_snapshot->scene, m_snapshot->camera, MissingTiles::mark);
    const Snapshot snapshot = *std::exchange(m_snapshot, std::nullopt);
    if (snapshot.scene.tiles) {
        snapshot.scene.tiles->forget(m_client);
    }
    m_poll.stop();
    if (!image) {
        emit failed(image.error());
        return;
    }
    {
        QPainter painter(&*image);
        ChangePainter().paint(painter, snapshot.camera, snapshot.changes, snapshot.furniture.dark);
    }
    drawFurniture(*image, snapshot.furniture, snapshot.camera);
    if (const auto done = saveImage(snapshot.path, *image); !done) {
        emit failed(done.error());
        return;
    }
    emit saved(snapshot.path, missingTiles);
}

} // namespace masar::app
