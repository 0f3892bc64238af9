// SPDX-License-Identifier: Apache-2.0
#include "app/map/tile_store.hpp"

#include <algorithm>
#include <utility>

namespace masar::app {

namespace {

bool hidesAll(const QImage& image)
{
    for (int y = 0; y < image.height(); ++y) {
        const uchar* const line = image.constScanLine(y);
        for (int x = 0; x < image.width(); ++x) {
            if (line[x * 4 + 3] != 255) {
                return false;
            }
        }
    }
    return !image.isNull();
}

} // namespace

TileStore::TileStore(std::unique_ptr<TileSource> source) : TileStore(std::move(source), Limits{}) {}

TileStore::TileStore(std::unique_ptr<TileSource> source, const Limits& limits)
    : m_scheme(source->scheme()), m_limits(limits), m_source(std::move(source))
{
}

TileStore::~TileStore()
{
    setListener({});
    {
        const std::scoped_lock lock(m_mutex);
        m_closing = true;
    }
    m_source.reset();
}

quint64 TileStore::newClient()
{
    const std::scoped_lock lock(m_mutex);
    return ++m_lastClient;
}

void TileStore::want(quint64 client, std::vector<core::TileId> tiles)
{
    const std::scoped_lock lock(m_mutex);
    auto& wish = m_wishes[client];
    if (wish == tiles && !tiles.empty() &&
        !std::ranges::any_of(tiles, [this](const auto& id) { return due(id); })) {
        return;
    }
    wish = std::move(tiles);
    schedule();
}

void TileStore::forget(quint64 client)
{
    const std::scoped_lock lock(m_mutex);
    m_wishes.erase(client);
    schedule();
}

bool TileStore::wanted(const core::TileId& id) const
{
    return std::ranges::any_of(m_wishes, [&](const auto& wish) {
        return std::ranges::find(wish.second, id) != wish.second.end();
    });
}

/// Whether a tile is to be asked for, if it is wanted.
bool TileStore::due(const core::TileId& id) const
{
    const auto found = m_tiles.find(id);
    if (found == m_tiles.end()) {
        return true;
    }
    const Entry& entry = found->second;
    const auto now = std::chrono::steady_clock::now();
    return !entry.underWay &&
           (entry.state == State::absent ||
            (entry.state == State::failed && now - entry.failedAt > m_limits.retryAfter));
}

void TileStore::schedule()
{
    if (m_closing) {
        return;
    }
    for (const auto& [id, entry] : m_tiles) {
        if (entry.underWay && !wanted(id)) {
            m_source->cancel(id);
        }
    }
    for (const auto& [client, tiles] : m_wishes) {
        for (const core::TileId& id : tiles) {
            if (m_underWay >= m_scheme.atOnce) {
                return;
            }
            if (due(id)) {
                m_tiles[id].underWay = true;
                ++m_underWay;
                m_source->start(
                    id, [this, id](core::Result<QImage> image) { finish(id, std::move(image)); });
            }
        }
    }
}

void TileStore::finish(const core::TileId& id, core::Result<QImage> image)
{
    const bool opaque = image && hidesAll(*image);
    {
        const std::scoped_lock lock(m_mutex);
        --m_underWay;
        Entry& entry = m_tiles[id];
        entry.underWay = false;
        if (image) {
            entry.state = State::ready;
            entry.opaque = opaque;
            entry.image = *std::move(image);
            entry.lastUse = ++m_uses;
            m_bytes += entry.image.sizeInBytes();
            evict();
        } else if (image.error().code != core::ErrorCode::cancelled) {
            entry.state = State::failed;
            entry.error = image.error();
            entry.failedAt = std::chrono::steady_clock::now();
        } else if (entry.state == State::absent) {
            m_tiles.erase(id);
        }
        schedule();
        m_came.notify_all();
    }
    const std::scoped_lock lock(m_listenerMutex);
    if (m_listener) {
        m_listener();
    }
}

/// Lets go of the pictures that were not used for longest, but not of those in view.
void TileStore::evict()
{
    if (m_bytes <= m_limits.bytes) {
        return;
    }
    std::vector<std::pair<quint64, core::TileId>> old;
    for (const auto& [id, entry] : m_tiles) {
        if (entry.state == State::ready && !wanted(id)) {
            old.emplace_back(entry.lastUse, id);
        }
    }
    std::ranges::sort(old);
    for (const auto& [use, id] : old) {
        if (m_bytes <= m_limits.bytes * 3 / 4) {
            break;
        }
        m_bytes -= m_tiles[id].image.sizeInBytes();
        m_tiles.erase(id);
    }
}

TileStore::Tile TileStore::find(const core::TileId& id)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_tiles.find(id);
    if (found == m_tiles.end()) {
        return {};
    }
    found->second.lastUse = ++m_uses;
    return {found->second.state, found->second.image, found->second.opaque};
}

TileStore::Tally TileStore::count(const std::vector<core::TileId>& tiles) const
{
    Tally tally;
    for (const core::TileId& id : tiles) {
        const auto found = m_tiles.find(id);
        const State state = found == m_tiles.end() ? State::absent : found->second.state;
        if (state == State::failed && tally.failed++ == 0) {
            tally.error = found->second.error;
        }
        tally.ready += state == State::ready;
        tally.missing += state == State::absent;
    }
    return tally;
}

TileStore::Tally TileStore::tally(const std::vector<core::TileId>& tiles) const
{
    const std::scoped_lock lock(m_mutex);
    return count(tiles);
}

TileStore::Tally TileStore::inView() const
{
    const std::scoped_lock lock(m_mutex);
    std::vector<core::TileId> tiles;
    for (const auto& [client, wish] : m_wishes) {
        tiles.insert(tiles.end(), wish.begin(), wish.end());
    }
    return count(tiles);
}

bool TileStore::wait(const std::vector<core::TileId>& tiles, std::chrono::milliseconds most)
{
    std::unique_lock lock(m_mutex);
    return m_came.wait_for(lock, most, [&] { return count(tiles).missing == 0; });
}

void TileStore::retry()
{
    const std::scoped_lock lock(m_mutex);
    std::erase_if(m_tiles, [](const auto& entry) {
        return entry.second.state == State::failed && !entry.second.underWay;
    });
    schedule();
}

void TileStore::setListener(std::function<void()> listener)
{
    const std::scoped_lock lock(m_listenerMutex);
    m_listener = std::move(listener);
}

} // namespace masar::app
