// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/geometry/mercator.hpp"
#include "core/geometry/tile.hpp"

#include <QImage>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

namespace masar::app {

/// What a source of tiles offers.
struct TileScheme {
    int maxZoom = 19; ///< beyond it, tiles are drawn larger
    int side = 256;   ///< pixels of a tile
    int atOnce = 2;   ///< how many may be made at a time
    /// What there is, in fixed-point Mercator units.
    double left = 0, top = 0, right = core::kMercatorWorld, bottom = core::kMercatorWorld;
};

/// Where tiles come from. start() and cancel() are called from any thread, but one at a time, and
/// never call back themselves.
class TileSource {
public:
    /// A picture (RGBA8888_Premultiplied), null where there is nothing to show, or why there is
    /// none.
    using Done = std::function<void(core::Result<QImage>)>;

    TileSource() = default;
    TileSource(const TileSource&) = delete;
    TileSource& operator=(const TileSource&) = delete;
    /// Ends everything under way; when it returns, nothing is called any more.
    virtual ~TileSource() = default;

    [[nodiscard]] virtual TileScheme scheme() const = 0;
    /// Begins to make a tile and returns; `done` is called once, later, from any thread.
    virtual void start(const core::TileId& id, Done done) = 0;
    /// The tile is not wanted any more: `done` may be called soon with an error `cancelled`.
    virtual void cancel(const core::TileId& id) = 0;
};

/// The tiles of one source that are wanted now or were not long ago. Everybody who draws says which
/// tiles are in view; those are fetched, the first in the list first, and nothing else. All
/// functions may be called from any thread.
class TileStore {
public:
    struct Limits {
        qint64 bytes = 192'000'000;          ///< of pictures that are not in view now
        std::chrono::seconds retryAfter{60}; ///< a tile that failed is not asked for again before
    };
    enum class State {
        absent, ///< not asked for, or still to come
        ready,
        failed
    };
    struct Tile {
        State state = State::absent;
        QImage image;        ///< null where there is nothing to show
        bool opaque = false; ///< hides all that lies under it
    };
    /// How a set of tiles stands.
    struct Tally {
        int ready = 0;
        int failed = 0;
        int missing = 0;   ///< still to come
        core::Error error; ///< of the first that failed
    };

    explicit TileStore(std::unique_ptr<TileSource> source);
    TileStore(std::unique_ptr<TileSource> source, const Limits& limits);
    TileStore(const TileStore&) = delete;
    TileStore& operator=(const TileStore&) = delete;
    ~TileStore();

    [[nodiscard]] const TileScheme& scheme() const { return m_scheme; }

    /// A new place to leave wishes, for one who draws.
    [[nodiscard]] quint64 newClient();
    /// Says what a client needs now, the most wanted first, in place of what it needed before.
    void want(quint64 client, std::vector<core::TileId> tiles);
    void forget(quint64 client);

    [[nodiscard]] Tile find(const core::TileId& id);
    [[nodiscard]] Tally tally(const std::vector<core::TileId>& tiles) const;
    /// The same for all that is wanted now.
    [[nodiscard]] Tally inView() const;
    /// Waits until none of the tiles is missing; false if the time is up. Somebody must want them.
    bool wait(const std::vector<core::TileId>& tiles, std::chrono::milliseconds most);
    /// Lets tiles that failed be asked for at once.
    void retry();

    /// `listener` is called from any thread when tiles came or failed; after this returns, the one
    /// before is not called any more.
    void setListener(std::function<void()> listener);

private:
    struct Entry {
        State state = State::absent;
        bool underWay = false;
        bool opaque = false;
        quint64 lastUse = 0;
        QImage image;
        core::Error error;
        std::chrono::steady_clock::time_point failedAt;
    };

    void finish(const core::TileId& id, core::Result<QImage> image);
    // With the mutex held:
    void schedule();
    [[nodiscard]] bool wanted(const core::TileId& id) const;
    [[nodiscard]] bool due(const core::TileId& id) const;
    [[nodiscard]] Tally count(const std::vector<core::TileId>& tiles) const;
    void evict();

    TileScheme m_scheme;
    Limits m_limits;
    mutable std::mutex m_mutex;
    std::condition_variable m_came;
    std::map<core::TileId, Entry> m_tiles;
    std::map<quint64, std::vector<core::TileId>> m_wishes;
    quint64 m_lastClient = 0;
    quint64 m_uses = 0;
    qint64 m_bytes = 0;
    int m_underWay = 0;
    bool m_closing = false; ///< the source is going: nothing may be asked of it
    std::mutex m_listenerMutex;
    std::function<void()> m_listener;
    std::unique_ptr<TileSource> m_source;
};

} // namespace masar::app
