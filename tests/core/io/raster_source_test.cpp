// SPDX-License-Identifier: Apache-2.0
#include "core/crs/transformer.hpp"
#include "core/geometry/mercator.hpp"
#include "core/io/gdal_guard.hpp"
#include "core/io/raster_source.hpp"
#include "test_file.hpp"

#include <catch2/catch_test_macros.hpp>

#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <filesystem>
#include <functional>
#include <set>
#include <thread>

using namespace masar::core;
using masar::test::TestFolder;
namespace fs = std::filesystem;

namespace {

using Pixel = std::array<int, 4>;

/// What a test raster is made of.
struct Raster {
    std::string driver = "GTiff";
    int epsg = 32637; ///< 0: none
    std::array<double, 6> transform{600'000, 10, 0, 4'000'000, 0, -10};
    bool placed = true;
    int width = 400;
    int height = 300;
    int bands = 3;
    GDALDataType type = GDT_Byte;
    std::vector<const char*> options;
    std::function<double(int band, int x, int y)> value = [](int, int, int) { return 0.0; };
    std::function<void(GDALDataset&)> finish; ///< colour tables, no data, alpha
};

/// Writes a raster; formats that cannot be written by parts are copied from a GeoTIFF.
std::string written(const TestFolder& folder, const std::string& name, const Raster& raster)
{
    guardGdal();
    CPLPushErrorHandler(CPLQuietErrorHandler);
    GDALDriverManager& drivers = *GetGDALDriverManager();
    const bool copied = raster.driver != "GTiff";
    const std::string path = (folder.path() / name).string();
    const std::string first = copied ? path + ".first.tif" : path;
    std::vector<const char*> options = raster.options;
    options.push_back(nullptr);
    GDALDataset* dataset = drivers.GetDriverByName("GTiff")->Create(
        first.c_str(), raster.width, raster.height, raster.bands, raster.type,
        copied ? nullptr : options.data());
    REQUIRE(dataset != nullptr);
    if (raster.epsg != 0) {
        OGRSpatialReference system;
        REQUIRE(system.importFromEPSG(raster.epsg) == OGRERR_NONE);
        dataset->SetSpatialRef(&system);
    }
    if (raster.placed) {
        auto transform = raster.transform;
        REQUIRE(dataset->SetGeoTransform(transform.data()) == CE_None);
    }
    if (raster.finish) {
        raster.finish(*dataset);
    }
    for (int band = 1; band <= raster.bands; ++band) {
        std::vector<double> row(static_cast<std::size_t>(raster.width));
        for (int y = 0; y < raster.height; ++y) {
            for (int x = 0; x < raster.width; ++x) {
                row[static_cast<std::size_t>(x)] = raster.value(band, x, y);
            }
            REQUIRE(dataset->GetRasterBand(band)->RasterIO(GF_Write, 0, y, raster.width, 1,
                                                           row.data(), raster.width, 1, GDT_Float64,
                                                           0, 0) == CE_None);
        }
    }
    if (copied) {
        CPLSetThreadLocalConfigOption("GDAL_PAM_ENABLED", "YES"); // the system goes beside the file
        GDALClose(drivers.GetDriverByName(raster.driver.c_str())
                      ->CreateCopy(path.c_str(), dataset, FALSE, options.data(), nullptr, nullptr));
        CPLSetThreadLocalConfigOption("GDAL_PAM_ENABLED", nullptr);
    }
    GDALClose(dataset);
    if (copied) {
        fs::remove(first);
    }
    CPLPopErrorHandler();
    return path;
}

RasterSource opened(const std::string& path)
{
    auto source = RasterSource::open(path);
    INFO((source ? std::string() : source.error().detail));
    REQUIRE(source.has_value());
    return *std::move(source);
}

std::string refusal(const std::string& path)
{
    const auto source = RasterSource::open(path);
    REQUIRE_FALSE(source.has_value());
    return source.error().detail;
}

/// What a source shows at a place at a zoom.
Pixel pixelAt(const RasterSource& source, LonLat place, int z)
{
    const MercatorPoint point = toMercator(place);
    const double size = std::exp2(32 - z);
    const TileId id{z, static_cast<std::uint32_t>(point.x / size),
                    static_cast<std::uint32_t>(point.y / size)};
    const auto tile = source.tile(id, 256);
    REQUIRE(tile.has_value());
    if (tile->pixels.empty()) {
        return {};
    }
    const auto x = static_cast<std::size_t>((point.x / size - id.x) * 256);
    const auto y = static_cast<std::size_t>((point.y / size - id.y) * 256);
    Pixel pixel{};
    for (std::size_t i = 0; i < 4; ++i) {
        pixel[i] = tile->pixels[(y * 256 + x) * 4 + i];
    }
    return pixel;
}

bool near(const Pixel& a, const Pixel& b, int tolerance = 2)
{
    return std::ranges::equal(
        a, b, [&](int one, int other) { return std::abs(one - other) <= tolerance; });
}

/// Where PROJ, asked directly, puts a place of a raster in another reference system.
LonLat placeOf(const Raster& raster, double x, double y)
{
    const auto transformer = Transformer::toWgs84("EPSG:" + std::to_string(raster.epsg));
    REQUIRE(transformer.has_value());
    const auto& t = raster.transform;
    std::array<double, 1> xs{t[0] + x * t[1] + y * t[2]};
    std::array<double, 1> ys{t[3] + x * t[4] + y * t[5]};
    REQUIRE(transformer->apply(xs, ys) == 0);
    return {xs[0], ys[0]};
}

/// Blocks of 50 pixels, each with a colour of its own.
double blocks(int band, int x, int y)
{
    return band == 1 ? 20 + x / 50 * 25 : band == 2 ? 30 + y / 50 * 30 : 90;
}

Pixel blockColour(int x, int y)
{
    return {static_cast<int>(blocks(1, x, y)), static_cast<int>(blocks(2, x, y)), 90, 255};
}

std::set<std::string> namesIn(const fs::path& folder)
{
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) {
        names.insert(entry.path().filename().string());
    }
    return names;
}

} // namespace

TEST_CASE("A raster in UTM lands where PROJ says, at the file's own zoom and coarser")
{
    const TestFolder folder;
    Raster raster;
    raster.value = blocks;
    const RasterSource source = opened(written(folder, "utm.tif", raster));
    CHECK(source.info().system == "WGS 84 / UTM zone 37N");
    CHECK(source.info().finestZoom > 13);
    CHECK(source.info().finestZoom < 14.5);
    for (int y = 25; y < raster.height; y += 50) {
        for (int x = 25; x < raster.width; x += 50) {
            for (const int z : {11, 12, 13, 14, 16}) {
                INFO(x << "," << y << " at " << z);
                CHECK(
                    near(pixelAt(source, placeOf(raster, x + 0.5, y + 0.5), z), blockColour(x, y)));
            }
        }
    }
    // Edges, to a pixel of the file: the block's colour on one side, the next one's on the other.
    for (const int x : {50, 200, 350}) {
        CHECK(near(pixelAt(source, placeOf(raster, x - 1.2, 125), 15), blockColour(x - 1, 125)));
        CHECK(near(pixelAt(source, placeOf(raster, x + 1.2, 125), 15), blockColour(x, 125)));
    }
    // Outside of it there is nothing.
    CHECK(pixelAt(source, placeOf(raster, -3, 100), 15) == Pixel{});
    CHECK(pixelAt(source, placeOf(raster, 403, 100), 15) == Pixel{});
    CHECK(pixelAt(source, {10, 10}, 5) == Pixel{});
}

TEST_CASE("A rotated raster lands where PROJ says")
{
    const TestFolder folder;
    Raster raster;
    raster.transform = {600'000, 8, 6, 4'000'000, 6, -8};
    raster.value = blocks;
    const RasterSource source = opened(written(folder, "rotated.tif", raster));
    for (int y = 25; y < raster.height; y += 50) {
        for (int x = 25; x < raster.width; x += 50) {
            CHECK(near(pixelAt(source, placeOf(raster, x, y), 14), blockColour(x, y)));
        }
    }
}

TEST_CASE("Neighbouring tiles meet without a seam, at every zoom")
{
    const TestFolder folder;
    Raster raster;
    raster.width = 1500;
    raster.height = 1500;
    // A slope: nothing in it changes by more than a little from pixel to pixel.
    raster.value = [](int band, int x, int y) {
        return 20 + 215.0 * (band == 1 ? x : band == 2 ? y : 3000 - x - y) / 3000;
    };
    const RasterSource source = opened(written(folder, "slope.tif", raster));
    const MercatorPoint middle = toMercator(placeOf(raster, 750, 750));
    for (const int z : {9, 10, 11, 12, 13, 14}) {
        const double size = std::exp2(32 - z);
        const auto column = static_cast<std::uint32_t>(middle.x / size);
        const auto row = static_cast<std::uint32_t>(middle.y / size);
        const auto left = source.tile({z, column, row}, 256);
        const auto right = source.tile({z, column + 1, row}, 256);
        const auto below = source.tile({z, column, row + 1}, 256);
        REQUIRE((left && right && below));
        int most = 0;
        const auto compare = [&](const RgbaTile& a, std::size_t i, const RgbaTile& b,
                                 std::size_t j) {
            if (a.pixels.empty() || b.pixels.empty()) {
                return;
            }
            const bool both = a.pixels[i * 4 + 3] == 255 && b.pixels[j * 4 + 3] == 255;
            for (std::size_t c = 0; both && c < 3; ++c) {
                most = std::max(most, std::abs(a.pixels[i * 4 + c] - b.pixels[j * 4 + c]));
            }
        };
        for (std::size_t i = 0; i < 256; ++i) {
            compare(*left, i * 256 + 255, *right, i * 256);
            compare(*left, 255 * 256 + i, *below, i);
        }
        // The slope from one pixel of the tile to the next, and rounding.
        const double slope = 215.0 / 3000 * std::exp2(std::max(0.0, source.info().finestZoom - z));
        INFO("zoom " << z);
        CHECK(most <= slope + 2);
    }
}

TEST_CASE("What a file calls no data, masked or transparent is transparent")
{
    const TestFolder folder;
    Raster raster;
    raster.value = [](int band, int x, int) {
        return band == 4 ? (x < 200 ? 0 : 255) : x < 200 ? 7 : 100.0 + band;
    };
    const LonLat leftPlace = placeOf(raster, 100, 150);
    const LonLat rightPlace = placeOf(raster, 300, 150);
    const Pixel shown{101, 102, 103, 255};
    const auto check = [&](const std::string& name) {
        const RasterSource source = opened(written(folder, name, raster));
        INFO(name);
        CHECK(pixelAt(source, leftPlace, 13) == Pixel{});
        CHECK(near(pixelAt(source, rightPlace, 13), shown));
        CHECK(pixelAt(source, leftPlace, 11) == Pixel{});
        CHECK(near(pixelAt(source, rightPlace, 11), shown));
    };
    raster.finish = [](GDALDataset& dataset) {
        for (int band = 1; band <= 3; ++band) {
            dataset.GetRasterBand(band)->SetNoDataValue(7);
        }
    };
    check("nodata.tif");
    raster.finish = {};
    raster.bands = 4;
    raster.options = {"ALPHA=YES", "PHOTOMETRIC=RGB"};
    check("alpha.tif");
    raster.bands = 3;
    raster.options = {"COMPRESS=DEFLATE"};
    raster.finish = [](GDALDataset& dataset) {
        CPLSetThreadLocalConfigOption("GDAL_TIFF_INTERNAL_MASK", "YES");
        REQUIRE(dataset.CreateMaskBand(GMF_PER_DATASET) == CE_None);
        CPLSetThreadLocalConfigOption("GDAL_TIFF_INTERNAL_MASK", nullptr);
        std::vector<std::uint8_t> mask(400 * 300, 255);
        for (std::size_t i = 0; i < mask.size(); ++i) {
            mask[i] = i % 400 < 200 ? 0 : 255;
        }
        REQUIRE(dataset.GetRasterBand(1)->GetMaskBand()->RasterIO(
                    GF_Write, 0, 0, 400, 300, mask.data(), 400, 300, GDT_Byte, 0, 0) == CE_None);
    };
    check("mask.tif");
}

TEST_CASE("One band equal to no data hides nothing while the others differ")
{
    const TestFolder folder;
    Raster raster;
    raster.value = [](int band, int, int) { return band == 1 ? 0 : 200.0; };
    raster.finish = [](GDALDataset& dataset) {
        for (int band = 1; band <= 3; ++band) {
            dataset.GetRasterBand(band)->SetNoDataValue(0);
        }
    };
    const RasterSource source = opened(written(folder, "cyan.tif", raster));
    CHECK(near(pixelAt(source, placeOf(raster, 200, 150), 13), {0, 200, 200, 255}));
}

TEST_CASE("A palette becomes its colours, near and from afar")
{
    const TestFolder folder;
    Raster raster;
    raster.bands = 1;
    raster.value = [](int, int x, int) { return x < 200 ? 3 : x < 300 ? 9 : 5; };
    raster.finish = [](GDALDataset& dataset) {
        GDALColorTable table;
        const GDALColorEntry red{200, 30, 20, 255};
        const GDALColorEntry blue{10, 60, 180, 255};
        const GDALColorEntry hidden{250, 250, 250, 0};
        table.SetColorEntry(3, &red);
        table.SetColorEntry(9, &blue);
        table.SetColorEntry(5, &hidden);
        REQUIRE(dataset.GetRasterBand(1)->SetColorTable(&table) == CE_None);
        dataset.GetRasterBand(1)->SetNoDataValue(5);
    };
    const RasterSource source = opened(written(folder, "palette.tif", raster));
    for (const int z : {11, 13, 15}) {
        CHECK(near(pixelAt(source, placeOf(raster, 100, 150), z), {200, 30, 20, 255}));
        CHECK(near(pixelAt(source, placeOf(raster, 250, 150), z), {10, 60, 180, 255}));
        CHECK(pixelAt(source, placeOf(raster, 350, 150), z) == Pixel{});
    }
}

TEST_CASE("Grey is grey, and values of 16 bits are stretched over what they hold")
{
    const TestFolder folder;
    Raster raster;
    raster.bands = 1;
    raster.value = [](int, int, int) { return 77; };
    CHECK(near(pixelAt(opened(written(folder, "grey.tif", raster)), placeOf(raster, 200, 150), 13),
               {77, 77, 77, 255}));

    raster.type = GDT_UInt16;
    raster.value = [](int, int x, int) { return 300.0 + 5 * x; };
    const RasterSource source = opened(written(folder, "wide.tif", raster));
    REQUIRE(source.info().stretch.has_value());
    // The 2nd and 98th percentile of 300 to 2295, by hand.
    CHECK(std::abs(source.info().stretch->first - 340) < 25);
    CHECK(std::abs(source.info().stretch->second - 2255) < 25);
    const double middle = (300.0 + 5 * 200 - 340) / (2255 - 340) * 255;
    CHECK(near(pixelAt(source, placeOf(raster, 200.5, 150), 14),
               {static_cast<int>(middle), static_cast<int>(middle), static_cast<int>(middle), 255},
               6));
    CHECK(near(pixelAt(source, placeOf(raster, 2, 150), 14), {0, 0, 0, 255}, 3));
    CHECK(near(pixelAt(source, placeOf(raster, 397, 150), 14), {255, 255, 255, 255}, 3));

    raster.type = GDT_Float32;
    raster.value = [](int, int x, int y) { return y < 150 ? std::nan("") : -1.0 + x / 200.0; };
    const RasterSource fractions = opened(written(folder, "float.tif", raster));
    CHECK(pixelAt(fractions, placeOf(raster, 200, 70), 14) == Pixel{});
    CHECK(pixelAt(fractions, placeOf(raster, 200, 220), 14)[3] == 255);
}

TEST_CASE("PNG, JPEG, WebP and MBTiles with their place are read, and nothing is written")
{
    const TestFolder folder;
    Raster raster;
    raster.value = blocks;
    for (const auto& [driver, name] : {std::pair("PNG", "a.png"),
                                       {"JPEG", "a.jpg"},
                                       {"WEBP", "a.webp"},
                                       {"MBTiles", "a.mbtiles"}}) {
        raster.driver = driver;
        const bool tiles = raster.driver == "MBTiles";
        const std::string path = written(folder, name, raster);
        const auto before = namesIn(folder.path());
        const auto timeBefore = fs::last_write_time(path);
        {
            const RasterSource source = opened(path);
            INFO(driver);
            CHECK(source.info().format == driver);
            for (const int x : {25, 125, 225, 375}) {
                for (const int z : {12, 13}) {
                    CHECK(near(pixelAt(source, placeOf(raster, x, 125), z), blockColour(x, 125),
                               tiles || raster.driver != "PNG" ? 14 : 2));
                }
            }
        }
        CHECK(namesIn(folder.path()) == before);
        CHECK(fs::last_write_time(path) == timeBefore);
    }
}

TEST_CASE("Without a reference system or a place a raster is refused, with what to do")
{
    const TestFolder folder;
    Raster raster;
    raster.epsg = 0;
    const std::string noSystem = refusal(written(folder, "nocrs.tif", raster));
    CHECK(noSystem.contains("reference system"));
    CHECK(noSystem.contains("gdal_translate -a_srs"));
    raster.placed = false;
    CHECK(refusal(written(folder, "nowhere.tif", raster)).contains("georeference it"));
    raster.driver = "PNG";
    CHECK(refusal(written(folder, "plain.png", raster)).contains("georeference it"));
}

TEST_CASE("What is no picture, is broken or would lead elsewhere is refused with words")
{
    const TestFolder folder;
    CHECK_FALSE(refusal(folder.write("empty.tif", "")).empty());
    CHECK_FALSE(refusal(folder.write("text.tif", "hello")).empty());
    CHECK_FALSE(refusal(folder.write("short.tif", std::string("II*\0\x08\0\0\0", 8))).empty());
    CHECK_FALSE(refusal(folder.write("short.png", "\x89PNG\r\n\x1a\n")).empty());
    CHECK_FALSE(refusal("https://example.org/a.tif").empty());
    CHECK_FALSE(refusal("/vsicurl/https://example.org/a.tif").empty());
    CHECK_FALSE(refusal((folder.path() / "missing.tif").string()).empty());
    Raster raster;
    raster.value = blocks;
    const std::string good = written(folder, "good.tif", raster);
    const std::string vrt =
        "<VRTDataset rasterXSize=\"400\" rasterYSize=\"300\"><SRS>EPSG:32637</SRS><GeoTransform>"
        "600000,10,0,4000000,0,-10</GeoTransform><VRTRasterBand dataType=\"Byte\" band=\"1\">"
        "<SimpleSource><SourceFilename>" +
        good + "</SourceFilename></SimpleSource></VRTRasterBand></VRTDataset>";
    CHECK_FALSE(refusal(folder.write("a.vrt", vrt)).empty());
    CHECK_FALSE(refusal(folder.write("b.tif", vrt)).empty());
}

TEST_CASE("A beginning that is cut short is no picture")
{
    const TestFolder folder;
    for (const std::size_t length : {std::size_t{4}, std::size_t{7}, std::size_t{11}}) {
        const std::string begin = std::string("RIFF\x10\0\0\0WEB", 11).substr(0, length);
        const std::string path = folder.write("short.webp", begin);
        CHECK_FALSE(refusal(path).empty());
        CHECK_FALSE(looksLikeRaster(path));
    }
}

TEST_CASE("A raster that names another file for its overviews is refused")
{
    const TestFolder folder;
    Raster raster;
    raster.finish = [](GDALDataset& dataset) {
        REQUIRE(dataset.SetMetadataItem("OVERVIEW_FILE", "/vsicurl/http://127.0.0.1:1/x.none",
                                        "OVERVIEWS") == CE_None);
    };
    CHECK(refusal(written(folder, "leads.tif", raster)).contains("overviews"));
}

TEST_CASE("A raster of an alpha band alone is drawn")
{
    const TestFolder folder;
    Raster raster;
    raster.bands = 1;
    raster.finish = [](GDALDataset& dataset) {
        REQUIRE(dataset.GetRasterBand(1)->SetColorInterpretation(GCI_AlphaBand) == CE_None);
    };
    const auto source = RasterSource::open(written(folder, "alpha.tif", raster));
    REQUIRE(source);
    CHECK(source->tile({0, 0, 0}, 256, {}).has_value());
}

TEST_CASE("Vector tiles are refused by name")
{
    const TestFolder folder;
    // An MBTiles file of one vector tile, made by hand: GDAL's writer of them is not registered.
    guardGdal();
    const std::string path = (folder.path() / "vector.mbtiles").string();
    CPLPushErrorHandler(CPLQuietErrorHandler);
    GDALDataset* const database = GetGDALDriverManager()->GetDriverByName("SQLite")->Create(
        path.c_str(), 0, 0, 0, GDT_Unknown, nullptr);
    REQUIRE(database != nullptr);
    for (const char* sql :
         {"CREATE TABLE metadata (name TEXT, value TEXT)",
          "CREATE TABLE tiles (zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, "
          "tile_data BLOB)",
          "INSERT INTO metadata VALUES ('name','x'),('format','pbf'),('minzoom','0'),"
          "('maxzoom','0'),('bounds','-180,-85,180,85'),('json','{\"vector_layers\":[]}')",
          "INSERT INTO tiles VALUES (0,0,0,x'1f8b0800000000000003030000000000000000')"}) {
        database->ReleaseResultSet(database->ExecuteSQL(sql, nullptr, nullptr));
    }
    GDALClose(database);
    CPLPopErrorHandler();
    CHECK(refusal(path).contains("vector tiles"));
}

TEST_CASE("A damaged file says so for the tiles that are hurt")
{
    const TestFolder folder;
    Raster raster;
    raster.width = 1024;
    raster.height = 1024;
    raster.value = blocks;
    const std::string path = written(folder, "cut.tif", raster);
    fs::resize_file(path, fs::file_size(path) / 2);
    const auto source = RasterSource::open(path);
    if (!source) {
        CHECK_FALSE(source.error().detail.empty());
        return;
    }
    const MercatorPoint low = toMercator(placeOf(raster, 512, 1000));
    const double size = std::exp2(32 - 14);
    const auto tile = source->tile(
        {14, static_cast<std::uint32_t>(low.x / size), static_cast<std::uint32_t>(low.y / size)},
        256);
    REQUIRE_FALSE(tile.has_value());
    CHECK(tile.error().detail.contains("damaged"));
    CHECK(tile.error().where == path);
}

TEST_CASE("Longitudes from 0 to 360 show on both halves of the world")
{
    const TestFolder folder;
    Raster raster;
    raster.epsg = 4326;
    raster.transform = {0, 1, 0, 80, 0, -1};
    raster.width = 360;
    raster.height = 160;
    raster.value = [](int band, int x, int) { return band == 1 ? x / 2 : 60; };
    const RasterSource source = opened(written(folder, "turn.tif", raster));
    for (const double lon : {20.0, 100.0, 170.0, -170.0, -100.0, -20.0}) {
        const double x = lon < 0 ? lon + 360 : lon;
        INFO(lon);
        CHECK(near(pixelAt(source, {lon, 30}, 2), {static_cast<int>(x / 2), 60, 60, 255}, 3));
    }
}

TEST_CASE("A large file without overviews shows the same as with them")
{
    const TestFolder folder;
    Raster raster;
    raster.width = 5000;
    raster.height = 4500;
    raster.bands = 1;
    raster.options = {"COMPRESS=DEFLATE", "TILED=YES"};
    raster.value = [](int, int x, int y) { return 20 + (x / 500 + y / 500 * 3) % 10 * 20; };
    const std::string path = written(folder, "large.tif", raster);
    const RasterSource plain = opened(path);
    CHECK_FALSE(plain.info().overviews);
    fs::copy_file(path, folder.path() / "with.tif");
    GDALDataset* const dataset =
        GDALDataset::Open((folder.path() / "with.tif").c_str(), GDAL_OF_UPDATE | GDAL_OF_RASTER);
    REQUIRE(dataset != nullptr);
    std::array<int, 4> levels{2, 4, 8, 16};
    REQUIRE(dataset->BuildOverviews("AVERAGE", 4, levels.data(), 0, nullptr, nullptr, nullptr) ==
            CE_None);
    GDALClose(dataset);
    const RasterSource with = opened((folder.path() / "with.tif").string());
    CHECK(with.info().overviews);
    for (int y = 250; y < raster.height; y += 500) {
        for (int x = 250; x < raster.width; x += 500) {
            for (const int z : {9, 11, 13}) {
                const auto grey = static_cast<int>(raster.value(1, x, y));
                const LonLat place = placeOf(raster, x, y);
                CHECK(near(pixelAt(plain, place, z), {grey, grey, grey, 255}));
                CHECK(near(pixelAt(with, place, z), {grey, grey, grey, 255}));
            }
        }
    }
}

TEST_CASE("Many threads may take tiles at once, and one that is stopped gives none")
{
    const TestFolder folder;
    Raster raster;
    raster.value = blocks;
    const RasterSource source = opened(written(folder, "threads.tif", raster));
    std::atomic<int> wrong = 0;
    std::vector<std::jthread> threads;
    const MercatorPoint middle = toMercator(placeOf(raster, 200, 150));
    for (int i = 0; i < 6; ++i) {
        threads.emplace_back([&] {
            for (int z = 10; z < 17; ++z) {
                const double size = std::exp2(32 - z);
                const auto tile = source.tile({z, static_cast<std::uint32_t>(middle.x / size),
                                               static_cast<std::uint32_t>(middle.y / size)},
                                              256);
                wrong += !tile || tile->pixels.empty();
            }
        });
    }
    threads.clear();
    CHECK(wrong == 0);
    std::stop_source stop;
    stop.request_stop();
    const double size = std::exp2(32 - 14);
    const auto stopped = source.tile({14, static_cast<std::uint32_t>(middle.x / size),
                                      static_cast<std::uint32_t>(middle.y / size)},
                                     256, stop.get_token());
    REQUIRE_FALSE(stopped.has_value());
    CHECK(stopped.error().code == ErrorCode::cancelled);
}
