// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/tile_store.hpp"

#include <functional>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace masar::test {

/// A source of tiles whose answers the test gives, and the books of what was asked of it.
class FakeTiles : public app::TileSource {
public:
    struct Book {
        std::vector<core::TileId> started; ///< in order
        std::vector<core::TileId> cancelled;
        std::map<core::TileId, Done> underWay;

        /// Answers a tile that was asked for.
        void answer(const core::TileId& id, core::Result<QImage> image)
        {
            const Done done = underWay.extract(id).mapped();
            done(std::move(image));
        }
        void answerAll(const std::function<QImage(const core::TileId&)>& picture)
        {
            while (!underWay.empty()) {
                const core::TileId id = underWay.begin()->first;
                answer(id, picture(id));
            }
        }
    };

    FakeTiles(Book& book, const app::TileScheme& scheme) : m_book(book), m_scheme(scheme) {}

    app::TileScheme scheme() const override { return m_scheme; }
    void start(const core::TileId& id, Done done) override
    {
        m_book.started.push_back(id);
        m_book.underWay[id] = std::move(done);
    }
    void cancel(const core::TileId& id) override { m_book.cancelled.push_back(id); }

private:
    Book& m_book;
    app::TileScheme m_scheme;
};

/// A tile of one colour.
inline QImage plainTile(QColor colour, int side = 256)
{
    QImage image(side, side, QImage::Format_RGBA8888_Premultiplied);
    image.fill(colour);
    return image;
}

} // namespace masar::test
