// SPDX-License-Identifier: Apache-2.0
#include "core/io/raster_source.hpp"

#include "core/geometry/mercator.hpp"
#include "core/io/cancellable_file.hpp"
#include "core/io/gdal_dataset.hpp"
#include "core/io/gdal_guard.hpp"
#include "core/io/local_file.hpp"
#include "core/io/raster_pixels.hpp"
#include "core/io/value_text.hpp"

#include <cpl_conv.h>
#include <gdal_alg.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdio>
#include <format>
#include <limits>
#include <mutex>
#include <numbers>
#include <string_view>

namespace masar::core {

namespace {

/// Half of the world's width in EPSG:3857, metres.
constexpr double kHalfWorld = std::numbers::pi * 6378137.0;
/// A file without overviews and with more pixels a side than this is reduced in memory, to no more
/// than half of it.
constexpr int kMostUnreduced = 4096;
/// PNG, JPEG and WebP can only be read from the top: they are held in memory whole.
constexpr std::int64_t kMostWhole = 64'000'000;
/// A block of a file, the smallest part that can be read, may be so large in memory.
constexpr std::int64_t kMostBlockBytes = 256'000'000;
/// A tile is made from so many pixels of the file at most, after averaging.
constexpr std::int64_t kMostTilePixels = 4'000'000;
constexpr int kFinestZoom = 24;
/// How far off a place may be, in pixels of the file: GDAL interpolates between exact ones.
constexpr double kTolerance = 0.125;
/// Points a side at which the outline of a raster is looked up.
constexpr int kOutlineSteps = 32;

double toUnits(double metres)
{
    return (metres / kHalfWorld + 1) / 2 * kMercatorWorld;
}

double toMetres(double units)
{
    return (units / kMercatorWorld * 2 - 1) * kHalfWorld;
}

struct TransformerCloser {
    void operator()(void* transformer) const { GDALDestroyTransformer(transformer); }
};
using TransformerPtr = std::unique_ptr<void, TransformerCloser>;

/// A file as one thread has it open.
struct Handle {
    DatasetPtr dataset;
    TransformerPtr exact; ///< pixels to EPSG:3857
};

/// Lets GDAL read the reference system that lies in a file beside a PNG or JPEG, for as long as it
/// lives; nothing is ever changed that it would write there.
class SidecarsAllowed {
public:
    SidecarsAllowed() { CPLSetThreadLocalConfigOption("GDAL_PAM_ENABLED", "YES"); }
    ~SidecarsAllowed() { CPLSetThreadLocalConfigOption("GDAL_PAM_ENABLED", nullptr); }
    SidecarsAllowed(const SidecarsAllowed&) = delete;
    SidecarsAllowed& operator=(const SidecarsAllowed&) = delete;
};

std::string beginningOf(const std::string& path)
{
    std::array<char, 72> bytes{};
    std::FILE* const file = std::fopen(path.c_str(), "rb");
    if (file == nullptr) {
        return {};
    }
    const std::size_t got = std::fread(bytes.data(), 1, bytes.size(), file);
    std::fclose(file);
    return {bytes.data(), got};
}

/// The driver for a file by its first bytes; empty if it is no picture of ours.
std::string driverOf(const LocalFile& file)
{
    using namespace std::string_view_literals;
    const std::string begin = beginningOf(file.path);
    const auto starts = [&](std::string_view bytes) { return begin.starts_with(bytes); };
    if (starts("II*\0"sv) || starts("MM\0*"sv) || starts("II+\0"sv) || starts("MM\0+"sv)) {
        return "GTiff";
    }
    if (starts("\x89PNG"sv)) {
        return "PNG";
    }
    if (starts("\xff\xd8\xff"sv)) {
        return "JPEG";
    }
    if (starts("RIFF"sv) && begin.size() >= 12 && begin.substr(8, 4) == "WEBP") {
        return "WEBP";
    }
    if (starts("SQLite format 3\0"sv)) {
        const bool named = lowerAscii(file.name).ends_with(".mbtiles");
        return named || (begin.size() == 72 && begin.substr(68) == "MPBX") ? "MBTiles" : "GPKG";
    }
    return {};
}

bool isDatabase(const std::string& driver)
{
    return driver == "MBTiles" || driver == "GPKG";
}

/// Formats that are read from the top to the bottom and in no other order.
bool isSequential(const std::string& driver)
{
    return driver == "PNG" || driver == "JPEG" || driver == "WEBP";
}

Result<DatasetPtr> openPicture(const LocalFile& file, const std::string& driver)
{
    QuietErrors errors;
    const SidecarsAllowed sidecars;
    // A database is read where nothing can be written beside it.
    const std::string path = isDatabase(driver) ? CancellableFiles::pathOf(file.path) : file.path;
    auto dataset = openDataset(path, driver, {}, errors, GDAL_OF_RASTER);
    if (!dataset && isDatabase(driver)) {
        return fail(ErrorCode::unsupported,
                    "this database holds no pictures: vector tiles cannot be drawn as a basemap; "
                    "use an MBTiles file of PNG, JPEG or WebP tiles",
                    file.path);
    }
    if (!dataset) {
        return fail(dataset.error().code, CancellableFiles::plainText(dataset.error().detail),
                    file.path);
    }
    // GDAL would open what this names, wherever it is, as soon as overviews are asked for.
    if ((*dataset)->GetMetadataItem("OVERVIEW_FILE", "OVERVIEWS") != nullptr) {
        return fail(ErrorCode::refused,
                    "the file names another one for its overviews: remove that with "
                    "gdal_translate -of COG",
                    file.path);
    }
    return dataset;
}

Result<void> checkSize(GDALDataset& dataset, const LocalFile& file, const std::string& driver)
{
    if (dataset.GetRasterCount() < 1 || dataset.GetRasterXSize() < 1 ||
        dataset.GetRasterYSize() < 1) {
        return fail(ErrorCode::unsupported,
                    "the file holds no picture of its own, perhaps several inside: take one out "
                    "with gdal_translate",
                    file.path);
    }
    const std::int64_t pixels = std::int64_t{dataset.GetRasterXSize()} * dataset.GetRasterYSize();
    if (isSequential(driver) && pixels > kMostWhole) {
        return fail(ErrorCode::unsupported,
                    std::format("{} million pixels; a {} is read up to {} million: convert it with "
                                "gdal_translate -of COG",
                                pixels / 1'000'000, driver, kMostWhole / 1'000'000),
                    file.path);
    }
    for (int i = 1; i <= dataset.GetRasterCount(); ++i) {
        GDALRasterBand& band = *dataset.GetRasterBand(i);
        int width = 0;
        int height = 0;
        band.GetBlockSize(&width, &height);
        // Bands that lie together are decoded together.
        const char* const order = dataset.GetMetadataItem("INTERLEAVE", "IMAGE_STRUCTURE");
        const bool together = order != nullptr && std::string_view(order) == "PIXEL";
        const std::int64_t bytes =
            std::int64_t{GDALGetDataTypeSizeBytes(band.GetRasterDataType())} *
            (together ? dataset.GetRasterCount() : 1);
        if (std::int64_t{width} * height * bytes > kMostBlockBytes) {
            return fail(ErrorCode::unsupported,
                        "stored in blocks too large to read a part of it: convert it with "
                        "gdal_translate -of COG",
                        file.path);
        }
    }
    return {};
}

/// Refuses what does not say where it lies: Masar never guesses.
Result<std::string> systemOf(GDALDataset& dataset, const LocalFile& file)
{
    std::array<double, 6> t{};
    const bool placed =
        dataset.GetGeoTransform(t.data()) == CE_None && std::abs(t[1] * t[5] - t[2] * t[4]) > 0;
    const bool byPoints = dataset.GetGCPCount() >= 3;
    if (!placed && !byPoints) {
        return fail(ErrorCode::unsupported,
                    "the picture does not say where on earth it lies: georeference it first, for "
                    "example with QGIS, or with gdal_translate -a_ullr W N E S -a_srs EPSG:4326",
                    file.path);
    }
    const OGRSpatialReference* system = placed ? dataset.GetSpatialRef() : nullptr;
    if (system == nullptr) {
        system = dataset.GetGCPSpatialRef();
    }
    if (system == nullptr || system->IsEmpty() || system->IsLocal()) {
        return fail(ErrorCode::unsupported,
                    "the picture has coordinates, but does not say in which reference system: "
                    "give it the right one, for example gdal_translate -a_srs EPSG:32637 in.tif "
                    "out.tif",
                    file.path);
    }
    const char* const name = system->GetName();
    return std::string(name == nullptr ? "" : name);
}

Result<TransformerPtr> transformerOf(GDALDataset& dataset, const LocalFile& file)
{
    QuietErrors errors;
    const std::array<const char*, 2> options{"DST_SRS=EPSG:3857", nullptr};
    TransformerPtr transformer(GDALCreateGenImgProjTransformer2(
        GDALDataset::ToHandle(&dataset), nullptr, const_cast<char**>(options.data())));
    if (transformer == nullptr) {
        std::string why = "its coordinates cannot be turned into places on the map";
        for (const auto& message : errors.take()) {
            why += ": " + message.text;
        }
        return fail(ErrorCode::unsupported, why, file.path);
    }
    return transformer;
}

/// Places in pixels of the raster that belong to the middles of a tile's pixels; not a number where
/// there are none.
struct Places {
    int side = 0;
    std::vector<double> x, y;
};

/// The pixels of a raster that a tile needs.
struct Need {
    double left = std::numeric_limits<double>::max();
    double top = std::numeric_limits<double>::max();
    double right = std::numeric_limits<double>::lowest();
    double bottom = std::numeric_limits<double>::lowest();

    [[nodiscard]] bool none() const { return left > right; }
};

/// A part of the raster in memory: `image` shows it from pixel (x, y) on, `stepX` by `stepY` pixels
/// made one.
struct Part {
    double x = 0, y = 0, stepX = 1, stepY = 1;
    const RgbaImage* image = nullptr;
};

/// The colour at a place of the part, between its four nearest pixels.
void sample(const Part& part, double x, double y, std::uint8_t* into)
{
    const RgbaImage& image = *part.image;
    const double px = std::clamp((x - part.x) / part.stepX - 0.5, 0.0, image.width - 1.0);
    const double py = std::clamp((y - part.y) / part.stepY - 0.5, 0.0, image.height - 1.0);
    const auto x0 = static_cast<std::size_t>(px);
    const auto y0 = static_cast<std::size_t>(py);
    const std::size_t right = x0 + 1 < static_cast<std::size_t>(image.width) ? 4 : 0;
    const std::size_t row = static_cast<std::size_t>(image.width) * 4;
    const std::size_t below = y0 + 1 < static_cast<std::size_t>(image.height) ? row : 0;
    const auto fx = static_cast<std::uint32_t>((px - static_cast<double>(x0)) * 256);
    const auto fy = static_cast<std::uint32_t>((py - static_cast<double>(y0)) * 256);
    const std::uint8_t* const at = &image.pixels[y0 * row + x0 * 4];
    for (std::size_t i = 0; i < 4; ++i) {
        const std::uint32_t upper = at[i] * (256 - fx) + at[right + i] * fx;
        const std::uint32_t lower = at[below + i] * (256 - fx) + at[below + right + i] * fx;
        into[i] = static_cast<std::uint8_t>((upper * (256 - fy) + lower * fy + 32'768) >> 16U);
    }
}

} // namespace

struct RasterSource::Private {
    LocalFile file;
    RasterInfo info;
    RasterColours colours;
    bool around = false;      ///< longitudes: a whole turn leads to the same place
    double turn = 0;          ///< of so many pixels
    int reducedStep = 0;      ///< of the copy in memory; 0 if there need be none
    mutable std::mutex mutex; ///< of what follows
    mutable std::vector<Handle> idle;
    mutable std::mutex reducing; ///< held while the copy is made
    mutable std::shared_ptr<const RgbaImage> reduced;
    std::stop_token stopAll; ///< of all that is not asked for by one tile alone

    Result<Handle> open() const;
    Result<Handle> borrow() const;
    void giveBack(Handle handle) const;
    Result<void> look(Handle& handle);
    void lookAround(Handle& handle);
    Result<std::shared_ptr<const RgbaImage>> reduce(Handle& handle) const;
    Result<RgbaImage> readReduced(GDALDataset& dataset) const;
    Places placesOf(const Handle& handle, const TileId& id, int side, int step) const;
    void wrap(Places& places) const;
    Need needOf(const Places& places) const;
    int stepFor(const TileId& id, int side) const;
    Result<RgbaTile> draw(Handle& handle, const TileId& id, int side,
                          const std::stop_token& stop) const;
    RgbaTile fill(const Places& places, const Part& part) const;
};

Result<Handle> RasterSource::Private::open() const
{
    auto dataset = openPicture(file, info.format);
    if (!dataset) {
        return std::unexpected(dataset.error());
    }
    Handle handle{*std::move(dataset), nullptr};
    auto transformer = transformerOf(*handle.dataset, file);
    if (!transformer) {
        return std::unexpected(transformer.error());
    }
    handle.exact = *std::move(transformer);
    return handle;
}

Result<Handle> RasterSource::Private::borrow() const
{
    {
        const std::scoped_lock lock(mutex);
        if (!idle.empty()) {
            Handle handle = std::move(idle.back());
            idle.pop_back();
            return handle;
        }
    }
    return open();
}

void RasterSource::Private::giveBack(Handle handle) const
{
    const std::scoped_lock lock(mutex);
    idle.push_back(std::move(handle));
}

/// Fills `info` and what tiles are made by.
Result<void> RasterSource::Private::look(Handle& handle)
{
    GDALDataset& dataset = *handle.dataset;
    info.width = dataset.GetRasterXSize();
    info.height = dataset.GetRasterYSize();
    info.bands = dataset.GetRasterCount();
    for (const char* const key : {"attribution", "TIFFTAG_COPYRIGHT"}) {
        if (const char* const text = dataset.GetMetadataItem(key);
            text && info.attribution.empty()) {
            info.attribution = text;
        }
    }
    auto found = coloursOf(dataset, stopAll);
    if (!found) {
        return fail(found.error().code, found.error().detail, file.path);
    }
    colours = *std::move(found);
    info.stretch = colours.stretch;
    GDALRasterBand& band = *dataset.GetRasterBand(colours.bands[0]);
    info.type = GDALGetDataTypeName(band.GetRasterDataType());
    info.overviews = band.GetOverviewCount() > 0;
    const int longest = std::max(info.width, info.height);
    if (isSequential(info.format)) {
        reducedStep = 1;
    } else if (!info.overviews && longest > kMostUnreduced) {
        reducedStep = static_cast<int>(std::bit_ceil(
            static_cast<unsigned>((longest * 2LL + kMostUnreduced - 1) / kMostUnreduced)));
    }
    std::array<double, 6> t{};
    const OGRSpatialReference* const system = dataset.GetSpatialRef();
    around = system != nullptr && system->IsGeographic() != 0 &&
             dataset.GetGeoTransform(t.data()) == CE_None && t[2] == 0 && t[4] == 0;
    turn = around ? std::abs(2 * std::numbers::pi / system->GetAngularUnits(nullptr) / t[1]) : 0;
    lookAround(handle);
    if (!(info.left < info.right) || !(info.top < info.bottom)) {
        return fail(
            ErrorCode::unsupported,
            "its coordinates lie nowhere on the map; is its reference system the right one?",
            file.path);
    }
    return {};
}

/// Where the raster lies and how fine it is there.
void RasterSource::Private::lookAround(Handle& handle)
{
    QuietErrors quiet;
    std::vector<double> xs, ys;
    for (int row = 0; row <= kOutlineSteps; ++row) {
        for (int column = 0; column <= kOutlineSteps; ++column) {
            xs.push_back(static_cast<double>(info.width) * column / kOutlineSteps);
            ys.push_back(static_cast<double>(info.height) * row / kOutlineSteps);
        }
    }
    // Two more: the middle and the pixel beside it tell how large a pixel is.
    const auto count = static_cast<int>(xs.size());
    for (const double step : {0.0, 1.0}) {
        xs.push_back(info.width / 2.0 + step);
        ys.push_back(info.height / 2.0 + step);
    }
    std::vector<double> zs(xs.size());
    std::vector<int> good(xs.size());
    GDALGenImgProjTransform(handle.exact.get(), FALSE, count + 2, xs.data(), ys.data(), zs.data(),
                            good.data());
    Need box;
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
        if (good[i] != 0 && std::isfinite(xs[i]) && std::isfinite(ys[i])) {
            box.left = std::min(box.left, toUnits(xs[i]));
            box.right = std::max(box.right, toUnits(xs[i]));
            box.top = std::min(box.top, toUnits(-ys[i]));
            box.bottom = std::max(box.bottom, toUnits(-ys[i]));
        }
    }
    // The outline bends between the points looked at.
    const double margin = box.none() ? 0 : (box.right - box.left) / kOutlineSteps / 4;
    const bool whole = box.left < 0 || box.right > kMercatorWorld;
    info.left = whole ? 0 : std::max(0.0, box.left - margin);
    info.right = whole ? kMercatorWorld : std::min(kMercatorWorld, box.right + margin);
    info.top = std::max(0.0, box.top - margin);
    info.bottom = std::min(kMercatorWorld, box.bottom + margin);
    const auto a = static_cast<std::size_t>(count);
    const double diagonal = std::hypot(xs[a + 1] - xs[a], ys[a + 1] - ys[a]) / std::numbers::sqrt2;
    const bool known = good[a] != 0 && good[a + 1] != 0 && diagonal > 0 && std::isfinite(diagonal);
    info.finestZoom =
        known ? std::clamp(std::log2(2 * kHalfWorld / 256 / diagonal), 0.0, double{kFinestZoom})
              : 0;
}

Result<std::shared_ptr<const RgbaImage>> RasterSource::Private::reduce(Handle& handle) const
{
    const std::scoped_lock lock(reducing);
    if (!reduced) {
        auto image = readReduced(*handle.dataset);
        if (!image) {
            return std::unexpected(image.error());
        }
        reduced = std::make_shared<const RgbaImage>(*std::move(image));
    }
    return reduced;
}

/// Reads the whole file band of rows after band of rows, so that each block is decoded once.
Result<RgbaImage> RasterSource::Private::readReduced(GDALDataset& dataset) const
{
    constexpr int rowsAtOnce = 512;
    RgbaImage image;
    const int rows = std::max(reducedStep, rowsAtOnce / reducedStep * reducedStep);
    for (int y = 0; y < info.height; y += rows) {
        const RasterWindow window{0, y, info.width, std::min(rows, info.height - y)};
        const auto band = readPixels(dataset, colours, window, reducedStep, stopAll);
        if (!band) {
            return std::unexpected(band.error());
        }
        image.width = band->width;
        image.height += band->height;
        image.pixels.insert(image.pixels.end(), band->pixels.begin(), band->pixels.end());
    }
    dataset.FlushCache(false); // what was read whole is not needed again
    return image;
}

Places RasterSource::Private::placesOf(const Handle& handle, const TileId& id, int side,
                                       int step) const
{
    QuietErrors quiet;
    const TransformerPtr near(GDALCreateApproxTransformer(GDALGenImgProjTransform,
                                                          handle.exact.get(), kTolerance * step));
    const double size = tileUnits(id.z);
    const auto count = static_cast<std::size_t>(side) * static_cast<std::size_t>(side);
    Places places{side, std::vector<double>(count, std::nan("")),
                  std::vector<double>(count, std::nan(""))};
    std::vector<double> xs(static_cast<std::size_t>(side));
    std::vector<double> ys(xs.size());
    std::vector<double> zs(xs.size());
    std::vector<int> good(xs.size());
    for (int row = 0; row < side; ++row) {
        const double y = (id.y + (row + 0.5) / side) * size;
        if (y < info.top || y > info.bottom) {
            continue;
        }
        for (std::size_t column = 0; column < xs.size(); ++column) {
            xs[column] = toMetres((id.x + (static_cast<double>(column) + 0.5) / side) * size);
            ys[column] = -toMetres(y);
            zs[column] = 0;
        }
        GDALApproxTransform(near.get(), TRUE, side, xs.data(), ys.data(), zs.data(), good.data());
        for (std::size_t column = 0; column < xs.size(); ++column) {
            const double x = (id.x + (static_cast<double>(column) + 0.5) / side) * size;
            if (good[column] != 0 && x >= info.left && x <= info.right) {
                const std::size_t at = static_cast<std::size_t>(row) * xs.size() + column;
                places.x[at] = xs[column];
                places.y[at] = ys[column];
            }
        }
    }
    return places;
}

/// Longitudes may be written from 0 to 360 or from -180 to 180: a place left or right of the raster
/// may be inside it a turn further.
void RasterSource::Private::wrap(Places& places) const
{
    if (!around) {
        return;
    }
    for (double& x : places.x) {
        if (x < 0 && x + turn <= info.width) {
            x += turn;
        } else if (x > info.width && x - turn >= 0) {
            x -= turn;
        }
    }
}

Need RasterSource::Private::needOf(const Places& places) const
{
    Need need;
    for (std::size_t i = 0; i < places.x.size(); ++i) {
        const double x = places.x[i];
        const double y = places.y[i];
        if (x >= 0 && x <= info.width && y >= 0 && y <= info.height) {
            need.left = std::min(need.left, x);
            need.right = std::max(need.right, x);
            need.top = std::min(need.top, y);
            need.bottom = std::max(need.bottom, y);
        }
    }
    return need;
}

/// How many pixels of the file a side make one of the tile's, to the nearest power of two: tiles
/// beside each other then average the same pixels, and no seam shows.
int RasterSource::Private::stepFor(const TileId& id, int side) const
{
    const double coarser = info.finestZoom - id.z - std::log2(side / 256.0);
    return 1 << std::clamp(static_cast<int>(std::lround(coarser)), 0, 24);
}

RgbaTile RasterSource::Private::fill(const Places& places, const Part& part) const
{
    RgbaTile tile{places.side, {}};
    tile.pixels.resize(places.x.size() * 4);
    for (std::size_t i = 0; i < places.x.size(); ++i) {
        const double x = places.x[i];
        const double y = places.y[i];
        if (x >= 0 && x <= info.width && y >= 0 && y <= info.height) {
            sample(part, x, y, &tile.pixels[i * 4]);
        }
    }
    return tile;
}

Result<RgbaTile> RasterSource::Private::draw(Handle& handle, const TileId& id, int side,
                                             const std::stop_token& stop) const
{
    int step = stepFor(id, side);
    Places places = placesOf(handle, id, side, step);
    wrap(places);
    const Need need = needOf(places);
    if (need.none()) {
        return RgbaTile{side, {}};
    }
    if (reducedStep != 0 && step >= reducedStep) {
        const auto whole = reduce(handle);
        if (!whole) {
            return std::unexpected(whole.error());
        }
        return fill(places, {0, 0, static_cast<double>(reducedStep),
                             static_cast<double>(reducedStep), whole->get()});
    }
    // A pixel more on each side, for the colours between them.
    RasterWindow window;
    const auto choose = [&] {
        const auto begin = [&](double from) {
            return std::max(0, (static_cast<int>(from) / step - 1) * step);
        };
        const auto end = [&](double to, int most) {
            return std::min<std::int64_t>(most, (static_cast<std::int64_t>(to) / step + 2) * step);
        };
        window.x = begin(need.left);
        window.y = begin(need.top);
        window.width = static_cast<int>(end(need.right, info.width)) - window.x;
        window.height = static_cast<int>(end(need.bottom, info.height)) - window.y;
        const auto steps = [&](int pixels) { return (std::int64_t{pixels} + step - 1) / step; };
        return steps(window.width) * steps(window.height);
    };
    while (choose() > kMostTilePixels) {
        step *= 2;
    }
    const auto image = readPixels(*handle.dataset, colours, window, step, stop);
    if (!image) {
        return std::unexpected(image.error());
    }
    return fill(places, {static_cast<double>(window.x), static_cast<double>(window.y),
                         static_cast<double>(window.width) / image->width,
                         static_cast<double>(window.height) / image->height, &*image});
}

RasterSource::RasterSource(std::unique_ptr<Private> d) : m_d(std::move(d)) {}
RasterSource::RasterSource(RasterSource&&) noexcept = default;
RasterSource& RasterSource::operator=(RasterSource&&) noexcept = default;
RasterSource::~RasterSource() = default;

Result<RasterSource> RasterSource::open(const std::string& path, std::stop_token stop)
{
    guardGdal();
    auto file = checkLocalFile(path);
    if (!file) {
        return std::unexpected(file.error());
    }
    auto d = std::make_unique<Private>();
    d->stopAll = std::move(stop);
    d->file = *std::move(file);
    d->info.format = driverOf(d->file);
    if (d->info.format.empty()) {
        return fail(ErrorCode::unsupported,
                    "not a picture that Masar reads as a basemap (GeoTIFF, MBTiles, GeoPackage, "
                    "PNG, JPEG, WebP): convert it with gdal_translate -of COG",
                    path);
    }
    CancellableFiles files({}, {});
    files.hand(d->file.path);
    auto dataset = openPicture(d->file, d->info.format);
    if (!dataset) {
        return std::unexpected(dataset.error());
    }
    if (auto size = checkSize(**dataset, d->file, d->info.format); !size) {
        return std::unexpected(size.error());
    }
    auto system = systemOf(**dataset, d->file);
    if (!system) {
        return std::unexpected(system.error());
    }
    d->info.system = *std::move(system);
    auto transformer = transformerOf(**dataset, d->file);
    if (!transformer) {
        return std::unexpected(transformer.error());
    }
    Handle handle{*std::move(dataset), *std::move(transformer)};
    if (auto looked = d->look(handle); !looked) {
        return std::unexpected(looked.error());
    }
    d->giveBack(std::move(handle));
    return RasterSource(std::move(d));
}

const RasterInfo& RasterSource::info() const
{
    return m_d->info;
}

Result<RgbaTile> RasterSource::tile(const TileId& id, int side, const std::stop_token& stop) const
{
    const double size = tileUnits(id.z);
    const RasterInfo& about = m_d->info;
    if (id.x * size >= about.right || (id.x + 1.0) * size <= about.left ||
        id.y * size >= about.bottom || (id.y + 1.0) * size <= about.top) {
        return RgbaTile{side, {}};
    }
    CancellableFiles files(stop, {});
    files.hand(m_d->file.path);
    auto handle = m_d->borrow();
    if (!handle) {
        return std::unexpected(handle.error());
    }
    auto tile = m_d->draw(*handle, id, side, stop);
    // One whose reads were cut short may remember them as what the file holds: it is not used
    // again.
    if (!stop.stop_requested()) {
        m_d->giveBack(*std::move(handle));
    }
    if (!tile) {
        return fail(tile.error().code, tile.error().detail, m_d->file.path);
    }
    return tile;
}

bool looksLikeRaster(const std::string& path)
{
    const auto file = checkLocalFile(path);
    const std::string driver = file ? driverOf(*file) : std::string();
    return !driver.empty() && driver != "GPKG"; // those mostly hold features
}

} // namespace masar::core
