// SPDX-License-Identifier: Apache-2.0
#include "app/map/raster_tiles.hpp"
#include "tests/app/support/fake_tiles.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>
#include <set>

using namespace masar;
using namespace masar::test;
using core::TileId;

namespace {

app::Camera cameraAt(core::LonLat place, double zoom, QSizeF size = {1280, 800}, double ratio = 1)
{
    app::Camera camera;
    camera.setCentre(place);
    camera.zoom = zoom;
    camera.size = size;
    camera.pixelRatio = ratio;
    return camera;
}

/// How many of a plan's rectangles cover a pixel.
int covering(const app::TilePlan& plan, QPointF pixel)
{
    return static_cast<int>(std::ranges::count_if(plan.draws, [&](const app::TileDraw& draw) {
        const QRectF& r = draw.target;
        return !draw.failed && pixel.x() >= r.left() && pixel.x() < r.right() &&
               pixel.y() >= r.top() && pixel.y() < r.bottom();
    }));
}

/// Points all over a picture that are covered by another number of rectangles than one.
int holesAndOverlaps(const app::TilePlan& plan, const app::Camera& camera)
{
    int wrong = 0;
    for (double y = 0.5; y < camera.size.height() * camera.pixelRatio; y += 7) {
        for (double x = 0.5; x < camera.size.width() * camera.pixelRatio; x += 7) {
            wrong += covering(plan, {x, y}) != 1;
        }
    }
    return wrong;
}

struct Map {
    explicit Map(app::TileScheme scheme = {.atOnce = 1000})
        : store(std::make_unique<FakeTiles>(book, scheme)), client(store.newClient())
    {
    }
    /// Brings tiles.
    void load(const std::vector<TileId>& tiles, QColor colour = Qt::red)
    {
        store.want(client, tiles);
        book.answerAll([&](const TileId&) { return plainTile(colour); });
    }
    FakeTiles::Book book;
    app::TileStore store;
    quint64 client;
};

} // namespace

TEST_CASE("The zoom of the tiles follows the camera's and the pixel ratio")
{
    const app::TileScheme scheme;
    const auto zoomOf = [&](double zoom, double ratio) {
        return tilesFor(scheme, cameraAt({40, 36}, zoom, {640, 480}, ratio)).front().z;
    };
    CHECK(zoomOf(7, 1) == 7);
    CHECK(zoomOf(7.1, 1) == 7);
    CHECK(zoomOf(7.5, 1) == 8);
    CHECK(zoomOf(7, 2) == 8);
    CHECK(zoomOf(7, 1.5) == 8);
    CHECK(zoomOf(7, 3) == 9);
    CHECK(zoomOf(25, 1) == scheme.maxZoom);
    // Larger tiles hold more.
    CHECK(tilesFor({.side = 512}, cameraAt({40, 36}, 7)).front().z == 6);
}

TEST_CASE("Only tiles in view are wanted, the one in the middle first, and none twice")
{
    const app::Camera camera = cameraAt({40, 36}, 9.3);
    const auto tiles = tilesFor({}, camera);
    const QRectF view = camera.view();
    std::set<TileId> seen;
    for (const TileId& id : tiles) {
        const double size = core::tileUnits(id.z);
        CHECK(seen.insert(id).second);
        CHECK(view.intersects(QRectF(id.x * size, id.y * size, size, size)));
    }
    const TileId& first = tiles.front();
    const double size = core::tileUnits(first.z);
    CHECK(std::abs((first.x + 0.5) * size - camera.x) <= size / 2);
    CHECK(std::abs((first.y + 0.5) * size - camera.y) <= size / 2);
    // A source that covers a part is asked for that part.
    app::TileScheme part;
    part.right = camera.x;
    CHECK(tilesFor(part, camera).size() < tiles.size());
    part.left = part.right = 0;
    CHECK(tilesFor(part, camera).empty());
}

TEST_CASE("The whole world and its copies take each tile once, drawn as often as it shows")
{
    Map map;
    const app::Camera camera = cameraAt({180, 0}, 1, {1280, 512});
    const auto tiles = tilesFor(map.store.scheme(), camera);
    CHECK(tiles.size() == 4);
    map.load(tiles);
    const app::TilePlan plan = planTiles(map.store, camera);
    CHECK(plan.draws.size() > 8);
    CHECK(holesAndOverlaps(plan, camera) == 0);
    CHECK(plan.covers);
}

TEST_CASE("Tiles lie side by side without gap or overlap at any zoom, size and ratio")
{
    for (const double zoom : {3.0, 6.37, 9.99, 14.2}) {
        for (const double ratio : {1.0, 1.25, 2.0}) {
            Map map;
            const app::Camera camera = cameraAt({40.123, 36.77}, zoom, {633, 417}, ratio);
            map.load(tilesFor(map.store.scheme(), camera));
            const app::TilePlan plan = planTiles(map.store, camera);
            INFO(zoom << " at " << ratio);
            CHECK(holesAndOverlaps(plan, camera) == 0);
            CHECK(plan.covers);
            for (const app::TileDraw& draw : plan.draws) {
                CHECK(draw.source == QRectF(0, 0, 1, 1));
            }
        }
    }
}

TEST_CASE("Where one pixel of a tile is one of the picture, they fall on each other")
{
    Map map;
    const app::Camera camera = cameraAt({40.123, 36.77}, 9);
    map.load(tilesFor(map.store.scheme(), camera));
    for (const app::TileDraw& draw : planTiles(map.store, camera).draws) {
        CHECK(draw.target.left() == std::round(draw.target.left()));
        CHECK(draw.target.top() == std::round(draw.target.top()));
        CHECK(draw.target.width() == 256);
    }
}

TEST_CASE("A coarser tile stands in with the part that belongs there")
{
    Map map;
    const app::Camera camera = cameraAt({40.1, 36.7}, 9);
    const auto tiles = tilesFor(map.store.scheme(), camera);
    map.load({{6, tiles[0].x >> 3, tiles[0].y >> 3}});
    const app::TilePlan plan = planTiles(map.store, camera);
    CHECK_FALSE(plan.draws.empty());
    for (const app::TileDraw& draw : plan.draws) {
        CHECK(draw.id.z == 6);
        CHECK(draw.source.width() == 0.125);
        // A pixel at a place of the tile shows what the coarser tile has for this place.
        const double size = core::tileUnits(6);
        const double x = camera.x + (draw.target.center().x() - 640) / camera.pixelsPerUnit();
        CHECK(std::abs((x / size - draw.id.x) - draw.source.center().x()) < 0.002);
    }
    for (double x = 300; x < 1000; x += 50) {
        CHECK(covering(plan, {x, 400}) <= 1);
    }
}

TEST_CASE("Finer tiles stand in while zooming out, and coarser ones fill between them")
{
    Map map;
    const app::Camera near = cameraAt({40.1, 36.7}, 9, {300, 300});
    map.load(tilesFor(map.store.scheme(), near));
    map.load({{0, 0, 0}}, Qt::blue);
    const app::Camera far = cameraAt({40.1, 36.7}, 8);
    const app::TilePlan plan = planTiles(map.store, far);
    CHECK(holesAndOverlaps(plan, far) == 0);
    CHECK(std::ranges::any_of(plan.draws, [](const app::TileDraw& d) { return d.id.z == 9; }));
    CHECK(std::ranges::any_of(plan.draws, [](const app::TileDraw& d) { return d.id.z == 0; }));
}

TEST_CASE("A tile that failed is marked over what stands in for it, and covers nothing")
{
    Map map;
    const app::Camera camera = cameraAt({40.1, 36.7}, 9, {200, 200});
    const auto tiles = tilesFor(map.store.scheme(), camera);
    map.load({{5, tiles[0].x >> 4, tiles[0].y >> 4}});
    map.store.want(map.client, tiles);
    map.book.answer(tiles[0], core::fail(core::ErrorCode::unreadable, "no"));
    const app::TilePlan plan = planTiles(map.store, camera);
    const auto marks = std::ranges::count_if(plan.draws, &app::TileDraw::failed);
    CHECK(marks == 1);
    CHECK(plan.draws.size() == tiles.size() + 1);
    Map bare;
    bare.store.want(bare.client, tiles);
    CHECK_FALSE(planTiles(bare.store, camera).covers);
}

TEST_CASE("A map that is transparent or ends hides nothing below")
{
    Map map;
    const app::Camera camera = cameraAt({40.1, 36.7}, 9, {200, 200});
    map.load(tilesFor(map.store.scheme(), camera), QColor(255, 0, 0, 254));
    CHECK_FALSE(planTiles(map.store, camera).covers);
    Map ending({.atOnce = 1000, .right = camera.x});
    ending.load(tilesFor(ending.store.scheme(), camera));
    CHECK_FALSE(planTiles(ending.store, camera).covers);
}

TEST_CASE("A turned picture takes the tiles under it, all of them and no others")
{
    for (const double bearing : {45.0, 90.0, 160.0}) {
        app::Camera camera = cameraAt({40, 36}, 9.3);
        camera.bearingDeg = bearing;
        const auto tiles = tilesFor({}, camera);
        std::set<TileId> under;
        for (double y = 0; y < camera.size.height(); y += 4) {
            for (double x = 0; x < camera.size.width(); x += 4) {
                const core::MercatorPoint place = core::toMercator(camera.placeAt({x, y}));
                const double size = core::tileUnits(tiles.front().z);
                under.insert({tiles.front().z, static_cast<std::uint32_t>(place.x / size),
                              static_cast<std::uint32_t>(place.y / size)});
            }
        }
        const std::set<TileId> taken(tiles.begin(), tiles.end());
        CHECK(std::ranges::includes(taken, under));
        CHECK(taken.size() <= under.size() + 3); // those that show a corner of a few pixels
    }
}
