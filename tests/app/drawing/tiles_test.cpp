// SPDX-License-Identifier: Apache-2.0
#include "app/map/basemap.hpp"
#include "app/map/map_theme.hpp"
#include "app/services/file_tiles.hpp"
#include "core/crs/transformer.hpp"
#include "core/io/gdal_guard.hpp"
#include "tests/app/drawing/scenes.hpp"
#include "tests/app/support/fake_tiles.hpp"

#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <array>
#include <cmath>
#include <deque>

using namespace masar;
using namespace masar::test;

namespace {

/// Tiles that come at once, from a worker as all do.
class PromptTiles : public app::TileSource {
public:
    using Picture = std::function<core::Result<QImage>(const core::TileId&)>;

    explicit PromptTiles(Picture picture, int maxZoom = 19) : m_picture(std::move(picture))
    {
        m_scheme.maxZoom = maxZoom;
    }
    ~PromptTiles() override { m_pool.waitForDone(); }
    app::TileScheme scheme() const override { return m_scheme; }
    void start(const core::TileId& id, Done done) override
    {
        m_pool.start([this, id, done = std::move(done)] { done(m_picture(id)); });
    }
    void cancel(const core::TileId&) override {}

private:
    Picture m_picture;
    app::TileScheme m_scheme;
    QThreadPool m_pool;
};

app::Scene sceneOver(PromptTiles::Picture picture, int maxZoom = 19)
{
    app::Scene scene;
    scene.tiles = std::make_shared<app::TileStore>(
        std::make_unique<PromptTiles>(std::move(picture), maxZoom));
    return scene;
}

/// A basemap of one land that covers the world's middle, and one border along a parallel.
std::shared_ptr<const app::Basemap> smallBasemap()
{
    auto basemap = std::make_shared<app::Basemap>();
    const auto part = [](core::PartKind kind, const std::vector<core::LonLat>& places) {
        core::Layer layer;
        std::vector<core::MercatorPoint> points;
        for (const core::LonLat place : places) {
            points.push_back(core::toMercator(place));
        }
        layer.geometry.addPart(kind, points);
        layer.geometry.endFeature();
        layer.spans.emplace_back();
        app::MeshOptions options;
        options.outlines = false;
        return app::makeMapLayer(std::move(layer), options);
    };
    basemap->parts.push_back({part(core::PartKind::outerRing, {{0, 0}, {80, 0}, {80, 70}, {0, 70}}),
                              app::BasemapRole::land});
    basemap->parts.push_back(
        {part(core::PartKind::line, {{0, 36}, {80, 36}}), app::BasemapRole::border});
    return basemap;
}

int pixelsUnlike(const QImage& picture, QColor colour)
{
    int count = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            count += !alike(picture.pixelColor(x, y), colour);
        }
    }
    return count;
}

const QColor kTile(180, 60, 200);

} // namespace

TEST_CASE("Tiles of one colour make a picture of that colour: no seam at any zoom or ratio")
{
    const app::Scene scene = sceneOver([](const core::TileId&) { return plainTile(kTile); });
    for (const double zoom : {2.0, 5.4, 9.0, 11.73}) {
        for (const double ratio : {1.0, 1.25, 2.0}) {
            app::Camera camera = testCamera({333, 222}, zoom, {179.3, 41.7});
            camera.pixelRatio = ratio;
            INFO(zoom << " at " << ratio);
            CHECK(pixelsUnlike(drawn(scene, camera), kTile) == 0);
        }
    }
}

TEST_CASE("Tiles are sharp where their pixels are those of the picture")
{
    // Lines one pixel wide.
    const app::Scene scene = sceneOver([](const core::TileId&) {
        QImage tile = plainTile(Qt::white);
        for (int y = 0; y < 256; ++y) {
            for (int x = 0; x < 256; x += 2) {
                tile.setPixelColor(x, y, Qt::black);
            }
        }
        return tile;
    });
    for (const double ratio : {1.0, 2.0}) {
        app::Camera camera = testCamera({300, 200}, 9, {40.1234, 36.789});
        camera.pixelRatio = ratio;
        const QImage picture = drawn(scene, camera);
        int blurred = 0;
        for (int x = 0; x < picture.width(); ++x) {
            const int value = picture.pixelColor(x, 100).red();
            blurred += value > 4 && value < 251;
        }
        CHECK(blurred == 0);
    }
}

TEST_CASE("The tile of a place is drawn at that place, in every copy of the world")
{
    // The tile at zoom 6 that holds the place, in one colour, all others in another.
    const core::LonLat place{40.5, 36.7};
    const core::MercatorPoint point = core::toMercator(place);
    const double size = core::tileUnits(6);
    const core::TileId home{6, static_cast<std::uint32_t>(point.x / size),
                            static_cast<std::uint32_t>(point.y / size)};
    const app::Scene scene = sceneOver(
        [&](const core::TileId& id) { return plainTile(id == home ? kTile : Qt::white); }, 6);
    const app::Camera camera = testCamera({400, 300}, 7.3, place);
    const QImage picture = drawn(scene, camera);
    CHECK(alike(picture.pixelColor(200, 150), kTile));
    // Its corners, reckoned from the definition of the scheme.
    const auto corner = [&](double right, double bottom) {
        const double unit = 256 * std::exp2(7.3) / core::kMercatorWorld;
        return QPointF((home.x + right) * size - camera.x, (home.y + bottom) * size - camera.y) *
                   unit +
               QPointF(200, 150);
    };
    for (const int right : {0, 1}) {
        for (const int bottom : {0, 1}) {
            const QPointF at = corner(right, bottom);
            const QPointF in(right ? -2 : 2, bottom ? -2 : 2);
            const QPoint inside = (at + in).toPoint();
            const QPoint outside = (at - in).toPoint();
            if (picture.rect().contains(inside)) {
                CHECK(alike(picture.pixelColor(inside), kTile));
            }
            if (picture.rect().contains(outside)) {
                CHECK(alike(picture.pixelColor(outside), Qt::white));
            }
        }
    }
}

TEST_CASE("Land lies under the tiles, borders on them, and opacity lets the land through")
{
    app::Scene scene = sceneOver([](const core::TileId&) { return plainTile(kTile); });
    scene.basemap = smallBasemap();
    const app::Camera camera = testCamera({200, 200}, 7, {40, 36});
    const app::MapTheme& theme = app::mapTheme(false);
    QImage picture = drawn(scene, camera);
    CHECK(alike(picture.pixelColor(50, 50), kTile));
    CHECK_FALSE(alike(picture.pixelColor(50, 100), kTile, 12)); // the border
    scene.linesOnTiles = false;
    CHECK(pixelsUnlike(drawn(scene, camera), kTile) == 0);
    scene.tilesOpacity = 0.5;
    picture = drawn(scene, camera);
    CHECK(alike(picture.pixelColor(50, 50), QColor((kTile.red() + theme.land.red()) / 2,
                                                   (kTile.green() + theme.land.green()) / 2,
                                                   (kTile.blue() + theme.land.blue()) / 2)));
    scene.tiles.reset();
    CHECK(alike(drawn(scene, camera).pixelColor(50, 50), theme.land));
}

TEST_CASE("Features lie on the tiles, and the clock redraws them without the tiles changing")
{
    const app::Camera camera = testCamera({100, 100});
    app::Scene scene = sceneOver([](const core::TileId&) { return plainTile(kTile); });
    scene.layers.push_back(
        {testLayer({{core::PartKind::point, {{50.5, 50.5}}, {0, 0, 10, 10}, {}}}, camera)});
    auto painter = app::PicturePainter::create();
    REQUIRE(painter.has_value());
    for (const core::Instant at : {5, 6, 7, 20, 5}) {
        scene.window = {at, at + 1};
        const auto picture = painter->paint(scene, camera);
        REQUIRE(picture.has_value());
        CHECK(alike(picture->pixelColor(10, 10), kTile));
        CHECK(alike(picture->pixelColor(50, 50), at < 10 ? app::layerColour(0, false) : kTile, 12));
    }
}

TEST_CASE("A picture that lacks tiles is refused with how many and why, or marked if so asked")
{
    const core::MercatorPoint middle = core::toMercator({40, 36});
    const app::Scene scene = sceneOver([&](const core::TileId& id) -> core::Result<QImage> {
        if (id.x == static_cast<std::uint32_t>(middle.x / core::tileUnits(id.z))) {
            return core::fail(core::ErrorCode::malformed, "the picture is damaged", "/data/a.tif");
        }
        return plainTile(kTile);
    });
    const app::Camera camera = testCamera({700, 300}, 8, {40, 36});
    auto painter = app::PicturePainter::create();
    REQUIRE(painter.has_value());
    const auto refused = painter->paint(scene, camera);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == core::ErrorCode::malformed);
    CHECK(refused.error().detail.contains("the picture is damaged"));
    CHECK(refused.error().where == "/data/a.tif");
    const auto marked = painter->paint(scene, camera, app::MissingTiles::mark);
    REQUIRE(marked.has_value());
    const QColor ground = app::mapTheme(false).sea;
    int hatch = 0;
    int bare = 0;
    for (int x = 320; x < 380; ++x) {
        hatch += !alike(marked->pixelColor(x, 150), ground, 8);
        bare += alike(marked->pixelColor(x, 150), ground, 8);
    }
    CHECK(hatch > 4);
    CHECK(bare > 30); // quiet: lines, no patch
}

TEST_CASE("A picture of more tiles than memory allows is refused")
{
    const app::Scene scene = sceneOver([](const core::TileId&) { return plainTile(kTile); });
    app::Camera camera = testCamera({8000, 8000}, 8.25);
    camera.pixelRatio = 2;
    auto painter = app::PicturePainter::create();
    REQUIRE(painter.has_value());
    const auto picture = painter->paint(scene, camera);
    REQUIRE_FALSE(picture.has_value());
    CHECK(picture.error().code == core::ErrorCode::invalidArgument);
}

TEST_CASE("A raster file in UTM appears in the picture where PROJ says")
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("utm.tif")).toStdString();
    constexpr int side = 400;
    // A square of 40 m pixels with a bright cross through its middle.
    core::guardGdal();
    GDALDataset* const dataset = GetGDALDriverManager()->GetDriverByName("GTiff")->Create(
        path.c_str(), side, side, 3, GDT_Byte, nullptr);
    REQUIRE(dataset != nullptr);
    OGRSpatialReference system;
    REQUIRE(system.importFromEPSG(32637) == OGRERR_NONE);
    dataset->SetSpatialRef(&system);
    std::array<double, 6> transform{640'000, 40, 0, 4'060'000, 0, -40};
    dataset->SetGeoTransform(transform.data());
    for (int band = 1; band <= 3; ++band) {
        std::vector<std::uint8_t> pixels(std::size_t{side} * side, 60);
        for (std::size_t i = 0; i < side; ++i) {
            for (std::size_t k = side / 2 - 12; k < side / 2 + 12; ++k) {
                pixels[k * side + i] = pixels[i * side + k] = 250;
            }
        }
        REQUIRE(dataset->GetRasterBand(band)->RasterIO(GF_Write, 0, 0, side, side, pixels.data(),
                                                       side, side, GDT_Byte, 0, 0) == CE_None);
    }
    GDALClose(dataset);

    auto raster = app::openRaster(path);
    REQUIRE(raster.has_value());
    app::Scene scene;
    scene.tiles = raster->tiles;
    const auto transformer = core::Transformer::toWgs84("EPSG:32637");
    REQUIRE(transformer.has_value());
    const auto placeOf = [&](double x, double y) {
        std::array<double, 1> xs{640'000 + 40 * x};
        std::array<double, 1> ys{4'060'000 - 40 * y};
        REQUIRE(transformer->apply(xs, ys) == 0);
        return core::LonLat{xs[0], ys[0]};
    };
    for (const double zoom : {9.0, 10.6, 12.3}) {
        for (const double ratio : {1.0, 2.0}) {
            app::Camera camera = testCamera({500, 500}, zoom, placeOf(200, 200));
            camera.pixelRatio = ratio;
            const QImage picture = drawn(scene, camera);
            const auto brightness = [&](double x, double y) {
                const QPointF at = camera.toPixel(core::toMercator(placeOf(x, y))) * ratio;
                const QPoint pixel(static_cast<int>(at.x()), static_cast<int>(at.y()));
                return picture.valid(pixel) ? picture.pixelColor(pixel).green() : -1;
            };
            INFO(zoom << " at " << ratio);
            for (const double along : {130.0, 160.0, 240.0, 270.0}) {
                if (brightness(along, 200) < 0) {
                    continue;
                }
                CHECK(brightness(along, 200) > 215);
                CHECK(brightness(200, along) > 215);
                CHECK(std::abs(brightness(along, 224) - 60) < 12);
                CHECK(std::abs(brightness(176, along) - 60) < 12);
            }
        }
    }
}
