// SPDX-License-Identifier: Apache-2.0
#include "core/io/raster_reader.hpp"

#include "core/geometry/mercator.hpp"
#include "core/io/gdal_guard.hpp"

#include <gdal.h>
#include <ogr_srs_api.h>

#include <array>
#include <memory>
#include <numbers>
#include <string_view>

namespace masar::core {

namespace {

/// Half of the world's width in EPSG:3857, metres.
constexpr double kHalfWorldMetres = std::numbers::pi * 6378137.0;
/// A picture with more pixels than this is no relief of ours.
constexpr std::int64_t kMostPixels = 64'000'000;

struct CloseDataset {
    void operator()(void* dataset) const { GDALClose(dataset); }
};

bool isWebMercator(GDALDatasetH dataset)
{
    OGRSpatialReferenceH system = GDALGetSpatialRef(dataset);
    const char* code = system ? OSRGetAuthorityCode(system, nullptr) : nullptr;
    return code && std::string_view(code) == "3857";
}

} // namespace

Result<GreyRaster> readGreyRaster(const std::string& path)
{
    guardGdal();
    const char* drivers[] = {"GTiff", nullptr};
    const std::unique_ptr<void, CloseDataset> dataset(
        GDALOpenEx(path.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY, drivers, nullptr, nullptr));
    if (!dataset) {
        return fail(ErrorCode::unreadable, "this is not a GeoTIFF that can be read", path);
    }
    GreyRaster raster;
    raster.width = GDALGetRasterXSize(dataset.get());
    raster.height = GDALGetRasterYSize(dataset.get());
    std::array<double, 6> transform{};
    const bool placed = GDALGetGeoTransform(dataset.get(), transform.data()) == CE_None &&
                        transform[2] == 0 && transform[4] == 0;
    if (!placed || !isWebMercator(dataset.get())) {
        return fail(ErrorCode::unsupported, "the picture must be north-up in EPSG:3857", path);
    }
    const std::int64_t count = std::int64_t{raster.width} * raster.height;
    if (count <= 0 || count > kMostPixels) {
        return fail(ErrorCode::unsupported, "the picture is too large for a relief", path);
    }
    raster.pixels.resize(static_cast<std::size_t>(count));
    if (GDALRasterIO(GDALGetRasterBand(dataset.get(), 1), GF_Read, 0, 0, raster.width,
                     raster.height, raster.pixels.data(), raster.width, raster.height, GDT_Byte, 0,
                     0) != CE_None) {
        return fail(ErrorCode::malformed, "the picture is damaged", path);
    }
    const auto units = [](double metres) {
        return (metres / kHalfWorldMetres + 1) / 2 * kMercatorWorld;
    };
    raster.left = units(transform[0]);
    raster.right = units(transform[0] + raster.width * transform[1]);
    raster.top = kMercatorWorld - units(transform[3]);
    raster.bottom = kMercatorWorld - units(transform[3] + raster.height * transform[5]);
    return raster;
}

} // namespace masar::core
