// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/geometry/tile.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

namespace masar::core {

/// The picture of a tile: rows from north to south, four bytes a pixel (red, green, blue, alpha),
/// colours premultiplied.
struct RgbaTile {
    int side = 0;
    std::vector<std::uint8_t> pixels; ///< empty where the raster shows nothing
};

/// What a raster file is.
struct RasterInfo {
    std::string format;      ///< GDAL's name of the driver
    std::string attribution; ///< as the file states it, plain or as HTML; empty if it does not
    std::string system;      ///< of its coordinates: "WGS 84 / UTM zone 37N"
    int width = 0;
    int height = 0;
    int bands = 0;
    std::string type;                                 ///< of a value: "Byte", "UInt16", ...
    bool overviews = false;                           ///< the file has smaller copies of itself
    std::optional<std::pair<double, double>> stretch; ///< values shown as black and white
    /// What it covers, in fixed-point Mercator units; the whole width of the world if it crosses
    /// the antimeridian.
    double left = 0, top = 0, right = 0, bottom = 0;
    double finestZoom = 0; ///< where its pixels are as large as those of a tile of 256
};

/// A georeferenced picture of any coordinate reference system that PROJ knows, drawn in Web
/// Mercator tile by tile. Transparent are alpha, masks and what the file names as no data; palettes
/// become colours; values that are not bytes are stretched between their 2nd and 98th percentile.
/// tile() may be called from many threads at once.
class RasterSource {
public:
    /// Opens GeoTIFF (COG too), MBTiles and GeoPackage with pictures, PNG, JPEG and WebP. Refuses
    /// what does not say where on earth it lies; the error says how to give it that. `stop` ends
    /// the opening, and later whatever is done for more than one tile.
    [[nodiscard]] static Result<RasterSource> open(const std::string& path,
                                                   std::stop_token stop = {});

    RasterSource(RasterSource&&) noexcept;
    RasterSource& operator=(RasterSource&&) noexcept;
    ~RasterSource();

    [[nodiscard]] const RasterInfo& info() const;

    /// The tile with `side` pixels a side. The first tile of a large file without overviews makes a
    /// reduced copy of it in memory, which takes as long as reading it once.
    [[nodiscard]] Result<RgbaTile> tile(const TileId& id, int side,
                                        const std::stop_token& stop = {}) const;

private:
    struct Private;
    explicit RasterSource(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

/// True if the file begins as one of the pictures that RasterSource opens; false if it cannot be
/// looked at.
[[nodiscard]] bool looksLikeRaster(const std::string& path);

} // namespace masar::core
