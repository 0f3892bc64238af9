// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/io/gdal_dataset.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <utility>
#include <vector>

namespace masar::core {

/// How the bands of a raster become colours.
struct RasterColours {
    std::vector<int> bands; ///< one (grey or palette) or three (red, green, blue)
    int alpha = 0;          ///< the band of transparency; 0 if there is none
    bool masked = false;    ///< the mask of the first band says where there is a picture
    bool noData = false;    ///< each band has a value that says: nothing here
    std::vector<std::array<std::uint8_t, 4>> palette; ///< of a palette, by value, premultiplied
    std::optional<std::pair<double, double>> stretch; ///< values of black and white, if not bytes
};

/// Works out the colours; reads a sample of the values if they must be stretched. Fails for complex
/// numbers and for a damaged file.
[[nodiscard]] Result<RasterColours> coloursOf(GDALDataset& dataset, const std::stop_token& stop);

/// A part of a raster: whole pixels of it.
struct RasterWindow {
    int x = 0, y = 0, width = 0, height = 0;
};

/// A picture in memory, four bytes a pixel, premultiplied.
struct RgbaImage {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;
};

/// Reads a window with every `step` pixels made one, averaged; the file's overviews are used.
[[nodiscard]] Result<RgbaImage> readPixels(GDALDataset& dataset, const RasterColours& colours,
                                           const RasterWindow& window, int step,
                                           const std::stop_token& stop);

} // namespace masar::core
