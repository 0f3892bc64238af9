// SPDX-License-Identifier: Apache-2.0
#include "app/map/tile_store.hpp"
#include "tests/app/support/fake_tiles.hpp"

#include <catch2/catch_test_macros.hpp>

#include <thread>

using namespace masar;
using namespace masar::test;
using core::TileId;
using State = app::TileStore::State;

namespace {

const QColor kGreen(10, 120, 30);

struct Stored {
    explicit Stored(app::TileStore::Limits limits = {}, int atOnce = 2)
        : store(std::make_unique<FakeTiles>(book, app::TileScheme{.atOnce = atOnce}), limits),
          client(store.newClient())
    {
    }
    FakeTiles::Book book;
    app::TileStore store;
    quint64 client;
};

core::Result<QImage> refused(const char* why)
{
    return core::fail(core::ErrorCode::unreadable, why, "somewhere");
}

core::Result<QImage> cancelled()
{
    return core::fail(core::ErrorCode::cancelled, "cancelled");
}

} // namespace

TEST_CASE("Nothing is asked for until it is wanted, then the first first and few at a time")
{
    Stored s;
    CHECK(s.book.started.empty());
    s.store.want(s.client, {{3, 4, 1}, {3, 2, 1}, {3, 1, 1}});
    CHECK(s.book.started == std::vector<TileId>{{3, 4, 1}, {3, 2, 1}});
    s.book.answer({3, 2, 1}, plainTile(kGreen));
    CHECK(s.book.started.back() == TileId{3, 1, 1});
    CHECK(s.store.find({3, 2, 1}).state == State::ready);
    CHECK(s.store.find({3, 2, 1}).opaque);
    CHECK(s.store.find({3, 4, 1}).state == State::absent);
    s.store.want(s.client, {{3, 4, 1}, {3, 2, 1}, {3, 1, 1}});
    CHECK(s.book.started.size() == 3); // nothing twice
}

TEST_CASE("What goes out of view is cancelled, and what is wanted again is asked for again")
{
    Stored s;
    s.store.want(s.client, {{3, 0, 0}, {3, 1, 0}, {3, 2, 0}});
    s.store.want(s.client, {{3, 1, 0}, {3, 7, 0}});
    CHECK(s.book.cancelled == std::vector<TileId>{{3, 0, 0}});
    s.book.answer({3, 0, 0}, cancelled());
    CHECK(s.book.started.back() == TileId{3, 7, 0}); // and never 3/2/0
    CHECK(s.store.find({3, 0, 0}).state == State::absent);
    s.book.answer({3, 1, 0}, plainTile(kGreen));
    s.store.want(s.client, {{3, 0, 0}});
    s.book.answer({3, 7, 0}, cancelled());
    CHECK(s.book.started.back() == TileId{3, 0, 0});
}

TEST_CASE("A tile that failed keeps its reason and is not asked for again, until told to")
{
    Stored s;
    const std::vector<TileId> tiles{{2, 0, 0}, {2, 1, 0}};
    s.store.want(s.client, tiles);
    s.book.answer({2, 0, 0}, refused("no"));
    s.book.answer({2, 1, 0}, QImage());
    s.store.want(s.client, {});
    s.store.want(s.client, tiles);
    CHECK(s.book.started.size() == 2);
    const auto tally = s.store.tally(tiles);
    CHECK(tally.failed == 1);
    CHECK(tally.ready == 1); // empty is an answer too
    CHECK(tally.missing == 0);
    CHECK(tally.error.detail == "no");
    CHECK(s.store.inView().failed == 1);
    s.store.retry();
    CHECK(s.book.started.size() == 3);
    s.book.answer({2, 0, 0}, plainTile(kGreen));
    CHECK(s.store.inView().failed == 0);
}

TEST_CASE("A failed tile is asked for again by itself once it has rested")
{
    Stored s({.retryAfter = std::chrono::seconds(0)});
    s.store.want(s.client, {{2, 0, 0}});
    s.book.answer({2, 0, 0}, refused("no"));
    s.store.want(s.client, {{2, 0, 0}});
    CHECK(s.book.started.size() >= 2);
}

TEST_CASE("A store that ends while tiles are under way takes their last words")
{
    /// Ends what is under way when it goes, as workers and servers do.
    class Ending : public app::TileSource {
    public:
        explicit Ending(int& ended) : m_ended(ended) {}
        ~Ending() override
        {
            for (const Done& done : m_underWay) {
                done(cancelled());
                ++m_ended;
            }
        }
        app::TileScheme scheme() const override { return {.atOnce = 3}; }
        void start(const TileId&, Done done) override { m_underWay.push_back(std::move(done)); }
        void cancel(const TileId&) override {}

    private:
        int& m_ended;
        std::vector<Done> m_underWay;
    };
    int ended = 0;
    {
        app::TileStore store(std::make_unique<Ending>(ended));
        store.want(store.newClient(), {{3, 0, 0}, {3, 1, 0}, {3, 2, 0}, {3, 3, 0}});
    }
    CHECK(ended == 3);
}

TEST_CASE("Memory is limited, but what is in view stays")
{
    const qint64 tile = 256LL * 256 * 4;
    Stored s({.bytes = 4 * tile}, 1);
    std::vector<TileId> view;
    for (std::uint32_t x = 0; x < 12; ++x) {
        s.store.want(s.client, {{5, x, 0}});
        s.book.answerAll([](const TileId&) { return plainTile(kGreen); });
        view.push_back({5, x + 12, 0});
    }
    int kept = 0;
    for (std::uint32_t x = 0; x < 12; ++x) {
        kept += s.store.find({5, x, 0}).state == State::ready;
    }
    CHECK(kept >= 3);
    CHECK(kept <= 5);
    CHECK(s.store.find({5, 11, 0}).state == State::ready); // the newest
    CHECK(s.store.find({5, 0, 0}).state == State::absent); // the oldest
    s.store.want(s.client, view);
    s.book.answerAll([](const TileId&) { return plainTile(kGreen); });
    CHECK(s.store.tally(view).ready == 12);
}

TEST_CASE("Two who draw are served both, and one that ends is forgotten")
{
    Stored s({}, 8);
    const quint64 other = s.store.newClient();
    s.store.want(s.client, {{3, 0, 0}});
    s.store.want(other, {{3, 1, 0}});
    CHECK(s.book.underWay.size() == 2);
    s.store.forget(other);
    CHECK(s.book.cancelled == std::vector<TileId>{{3, 1, 0}});
}

TEST_CASE("Waiting ends when the last tile has come or failed, or when the time is up")
{
    Stored s;
    const std::vector<TileId> tiles{{1, 0, 0}, {1, 1, 0}};
    s.store.want(s.client, tiles);
    CHECK_FALSE(s.store.wait(tiles, std::chrono::milliseconds(1)));
    int heard = 0;
    s.store.setListener([&heard] { ++heard; });
    std::jthread worker([&] {
        s.book.answer({1, 0, 0}, plainTile(kGreen));
        s.book.answer({1, 1, 0}, refused("gone"));
    });
    CHECK(s.store.wait(tiles, std::chrono::seconds(20)));
    worker.join();
    CHECK(heard == 2);
}
