// SPDX-License-Identifier: Apache-2.0
#include "app/services/online_tiles.hpp"

#include "app/services/tile_fetcher.hpp"

#include <utility>

namespace masar::app {

QByteArray userAgent()
{
    return "Masar/" MASAR_VERSION " (desktop map; Qt " QT_VERSION_STR ")";
}

OnlineTiles::OnlineTiles(const OnlineMap& map, const FetchLimits& limits)
    : m_map(map), m_limits(limits), m_fetcher(std::make_unique<TileFetcher>(map, limits))
{
    m_fetcher->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("tiles"));
    m_thread.start();
}

OnlineTiles::~OnlineTiles()
{
    // Its sockets and timers end on their own thread.
    QMetaObject::invokeMethod(
        m_fetcher.get(), [this] { m_fetcher.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

TileScheme OnlineTiles::scheme() const
{
    TileScheme scheme;
    scheme.maxZoom = m_map.maxZoom;
    scheme.atOnce = m_limits.atOnce;
    return scheme;
}

void OnlineTiles::start(const core::TileId& id, Done done)
{
    QMetaObject::invokeMethod(
        m_fetcher.get(),
        [fetcher = m_fetcher.get(), id, done = std::move(done)]() mutable {
            fetcher->fetch(id, std::move(done));
        },
        Qt::QueuedConnection);
}

void OnlineTiles::cancel(const core::TileId& id)
{
    QMetaObject::invokeMethod(
        m_fetcher.get(), [fetcher = m_fetcher.get(), id] { fetcher->cancel(id); },
        Qt::QueuedConnection);
}

} // namespace masar::app
