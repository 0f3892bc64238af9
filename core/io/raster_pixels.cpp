// SPDX-License-Identifier: Apache-2.0
#include "core/io/raster_pixels.hpp"

#include <algorithm>
#include <cmath>
#include <span>

namespace masar::core {

namespace {

/// Values that are not bytes are stretched between these parts of a sample of so many a side.
constexpr double kDarkest = 0.02;
constexpr double kBrightest = 0.98;
constexpr int kSampleSide = 256;
/// A palette cannot be averaged: this many of its pixels a side are read for one, as far as needed.
constexpr int kPaletteOversampling = 4;

int CPL_STDCALL goesOn(double /*done*/, const char* /*message*/, void* stop)
{
    return static_cast<const std::stop_token*>(stop)->stop_requested() ? FALSE : TRUE;
}

/// Reads a window of a band into `into`, scaled to width x height.
template <class T>
Result<void> readBand(GDALRasterBand& band, GDALDataType type, const RasterWindow& window,
                      int width, int height, bool average, const std::stop_token& stop,
                      std::vector<T>& into)
{
    into.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    GDALRasterIOExtraArg extra;
    INIT_RASTERIO_EXTRA_ARG(extra);
    extra.eResampleAlg = average ? GRIORA_Average : GRIORA_NearestNeighbour;
    extra.pfnProgress = goesOn;
    extra.pProgressData = const_cast<std::stop_token*>(&stop); // GDAL hands it back as it is
    QuietErrors errors;
    const CPLErr done = band.RasterIO(GF_Read, window.x, window.y, window.width, window.height,
                                      into.data(), width, height, type, 0, 0, &extra);
    if (stop.stop_requested()) {
        return fail(ErrorCode::cancelled, "cancelled");
    }
    if (done != CE_None) {
        std::string why = "the picture is damaged";
        if (const auto messages = errors.take(); !messages.empty()) {
            why += ": " + messages.front().text;
        }
        return fail(ErrorCode::malformed, why);
    }
    return {};
}

std::uint8_t scaled(std::uint8_t value, std::uint8_t by)
{
    return static_cast<std::uint8_t>((value * by + 127) / 255);
}

std::vector<std::array<std::uint8_t, 4>> paletteOf(GDALRasterBand& band)
{
    const GDALColorTable* const table = band.GetColorTable();
    std::vector<std::array<std::uint8_t, 4>> palette;
    int hasNoData = 0;
    const double noData = band.GetNoDataValue(&hasNoData);
    for (int i = 0; i < std::min(table->GetColorEntryCount(), 65'536); ++i) {
        GDALColorEntry entry;
        table->GetColorEntryAsRGB(i, &entry);
        const auto channel = [](short value) {
            return static_cast<std::uint8_t>(std::clamp<int>(value, 0, 255));
        };
        const std::uint8_t alpha = hasNoData != 0 && i == noData ? 0 : channel(entry.c4);
        palette.push_back({scaled(channel(entry.c1), alpha), scaled(channel(entry.c2), alpha),
                           scaled(channel(entry.c3), alpha), alpha});
    }
    return palette;
}

/// The bands that show something: those named red, green and blue, else the first three or one.
std::vector<int> colourBands(GDALDataset& dataset, int alpha)
{
    std::array<int, 3> named{};
    std::vector<int> others;
    for (int i = 1; i <= dataset.GetRasterCount(); ++i) {
        const GDALColorInterp meaning = dataset.GetRasterBand(i)->GetColorInterpretation();
        if (meaning >= GCI_RedBand && meaning <= GCI_BlueBand) {
            named[static_cast<std::size_t>(meaning - GCI_RedBand)] = i;
        }
        if (i != alpha) {
            others.push_back(i);
        }
    }
    if (named[0] != 0 && named[1] != 0 && named[2] != 0) {
        return {named.begin(), named.end()};
    }
    if (others.empty()) {
        return {alpha}; // a picture of nothing else: its values are shown
    }
    others.resize(others.size() < 3 ? 1 : 3);
    return others;
}

/// The transparency of a window, one byte a pixel; empty where all of it shows.
Result<std::vector<std::uint8_t>> readAlpha(GDALDataset& dataset, const RasterColours& colours,
                                            const RasterWindow& window, int width, int height,
                                            bool average, const std::stop_token& stop)
{
    std::vector<std::uint8_t> alpha;
    if (colours.alpha != 0 || colours.masked) {
        GDALRasterBand* const band = colours.alpha != 0
                                         ? dataset.GetRasterBand(colours.alpha)
                                         : dataset.GetRasterBand(colours.bands[0])->GetMaskBand();
        if (colours.alpha != 0 && band->GetRasterDataType() != GDT_Byte) {
            std::vector<float> wide; // an alpha band of 16 bits goes up to 65535
            if (auto done =
                    readBand(*band, GDT_Float32, window, width, height, average, stop, wide);
                !done) {
                return std::unexpected(done.error());
            }
            const float most = band->GetRasterDataType() == GDT_UInt16 ? 65'535.0F : 1.0F;
            for (const float value : wide) {
                alpha.push_back(
                    static_cast<std::uint8_t>(std::clamp(value / most, 0.0F, 1.0F) * 255));
            }
            return alpha;
        }
        auto done = readBand(*band, GDT_Byte, window, width, height, average, stop, alpha);
        return done ? Result<std::vector<std::uint8_t>>(std::move(alpha))
                    : std::unexpected(done.error());
    }
    if (colours.noData) {
        // Nothing is there only where every band says so.
        std::vector<std::uint8_t> mask;
        for (const int index : colours.bands) {
            if (auto done = readBand(*dataset.GetRasterBand(index)->GetMaskBand(), GDT_Byte, window,
                                     width, height, average, stop, mask);
                !done) {
                return std::unexpected(done.error());
            }
            alpha.resize(mask.size());
            std::ranges::transform(alpha, mask, alpha.begin(),
                                   [](std::uint8_t a, std::uint8_t b) { return std::max(a, b); });
        }
    }
    return alpha;
}

/// A value between black and white as a byte.
std::uint8_t stretched(float value, const std::pair<double, double>& range)
{
    const double part = (value - range.first) / (range.second - range.first);
    return static_cast<std::uint8_t>(std::clamp(part, 0.0, 1.0) * 255 + 0.5);
}

/// Where a sample of the values lies, from its 2nd to its 98th percentile, over all colours.
Result<std::pair<double, double>> sampleRange(GDALDataset& dataset, const RasterColours& colours,
                                              const std::stop_token& stop)
{
    const RasterWindow all{0, 0, dataset.GetRasterXSize(), dataset.GetRasterYSize()};
    const int width = std::min(all.width, kSampleSide);
    const int height = std::min(all.height, kSampleSide);
    const auto alpha = readAlpha(dataset, colours, all, width, height, false, stop);
    if (!alpha) {
        return std::unexpected(alpha.error());
    }
    std::vector<float> values;
    for (const int index : colours.bands) {
        std::vector<float> band;
        if (auto done = readBand(*dataset.GetRasterBand(index), GDT_Float32, all, width, height,
                                 false, stop, band);
            !done) {
            return std::unexpected(done.error());
        }
        for (std::size_t i = 0; i < band.size(); ++i) {
            if (std::isfinite(band[i]) && (alpha->empty() || (*alpha)[i] != 0)) {
                values.push_back(band[i]);
            }
        }
    }
    if (values.empty()) {
        return std::pair(0.0, 1.0);
    }
    const auto quantile = [&values](double part) {
        const auto at = values.begin() + static_cast<std::ptrdiff_t>(
                                             part * static_cast<double>(values.size() - 1) + 0.5);
        std::ranges::nth_element(values, at);
        return static_cast<double>(*at);
    };
    const double dark = quantile(kDarkest);
    const double bright = quantile(kBrightest);
    return std::pair(dark, bright > dark ? bright : dark + 1);
}

/// A palette's picture `times` as large as wanted, made small by averaging its colours.
RgbaImage reduced(const RgbaImage& large, int times)
{
    RgbaImage image{large.width / times, large.height / times, {}};
    image.pixels.reserve(static_cast<std::size_t>(image.width) *
                         static_cast<std::size_t>(image.height) * 4);
    for (int y = 0; y < image.height; ++y) {
        for (int x = 0; x < image.width; ++x) {
            for (int channel = 0; channel < 4; ++channel) {
                int sum = 0;
                for (int dy = 0; dy < times; ++dy) {
                    for (int dx = 0; dx < times; ++dx) {
                        const std::ptrdiff_t at =
                            std::ptrdiff_t{y * times + dy} * large.width + x * times + dx;
                        sum += large.pixels[static_cast<std::size_t>(at * 4 + channel)];
                    }
                }
                image.pixels.push_back(static_cast<std::uint8_t>(sum / (times * times)));
            }
        }
    }
    return image;
}

Result<RgbaImage> readPalette(GDALDataset& dataset, const RasterColours& colours,
                              const RasterWindow& window, int width, int height, int times,
                              const std::stop_token& stop)
{
    RgbaImage image{width * times, height * times, {}};
    GDALRasterBand& band = *dataset.GetRasterBand(colours.bands[0]);
    std::vector<std::uint16_t> values;
    if (auto done =
            readBand(band, GDT_UInt16, window, image.width, image.height, false, stop, values);
        !done) {
        return std::unexpected(done.error());
    }
    image.pixels.reserve(values.size() * 4);
    for (const std::uint16_t value : values) {
        static constexpr std::array<std::uint8_t, 4> nothing{};
        const auto& colour = value < colours.palette.size() ? colours.palette[value] : nothing;
        image.pixels.insert(image.pixels.end(), colour.begin(), colour.end());
    }
    return times == 1 ? image : reduced(image, times);
}

} // namespace

Result<RasterColours> coloursOf(GDALDataset& dataset, const std::stop_token& stop)
{
    RasterColours colours;
    for (int i = 1; i <= dataset.GetRasterCount(); ++i) {
        if (dataset.GetRasterBand(i)->GetColorInterpretation() == GCI_AlphaBand) {
            colours.alpha = i;
        }
    }
    colours.bands = colourBands(dataset, colours.alpha);
    GDALRasterBand& first = *dataset.GetRasterBand(colours.bands[0]);
    if (GDALDataTypeIsComplex(first.GetRasterDataType()) != 0) {
        return fail(ErrorCode::unsupported, "its values are complex numbers, not colours");
    }
    if (colours.bands.size() == 1 && first.GetColorTable() != nullptr) {
        colours.palette = paletteOf(first);
    }
    const int mask = first.GetMaskFlags();
    colours.masked = (mask & GMF_PER_DATASET) != 0;
    colours.noData = (mask & GMF_NODATA) != 0 && colours.palette.empty();
    if (first.GetRasterDataType() != GDT_Byte && colours.palette.empty()) {
        auto range = sampleRange(dataset, colours, stop);
        if (!range) {
            return std::unexpected(range.error());
        }
        colours.stretch = *range;
    }
    return colours;
}

Result<RgbaImage> readPixels(GDALDataset& dataset, const RasterColours& colours,
                             const RasterWindow& window, int step, const std::stop_token& stop)
{
    const int width = (window.width + step - 1) / step;
    const int height = (window.height + step - 1) / step;
    auto alpha = readAlpha(dataset, colours, window, width, height, step > 1, stop);
    if (!alpha) {
        return std::unexpected(alpha.error());
    }
    if (!colours.palette.empty()) {
        auto image = readPalette(dataset, colours, window, width, height,
                                 std::min(step, kPaletteOversampling), stop);
        for (std::size_t i = 0; image && i < alpha->size(); ++i) {
            for (std::uint8_t& value : std::span(image->pixels).subspan(i * 4, 4)) {
                value = scaled(value, (*alpha)[i]);
            }
        }
        return image;
    }
    const std::size_t count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    RgbaImage image{width, height, std::vector<std::uint8_t>(count * 4, 255)};
    if (!alpha->empty()) {
        for (std::size_t i = 0; i < count; ++i) {
            image.pixels[i * 4 + 3] = (*alpha)[i];
        }
    }
    std::vector<std::uint8_t> bytes;
    std::vector<float> values;
    for (std::size_t channel = 0; channel < 3; ++channel) {
        if (channel < colours.bands.size()) {
            GDALRasterBand& band = *dataset.GetRasterBand(colours.bands[channel]);
            auto done =
                colours.stretch
                    ? readBand(band, GDT_Float32, window, width, height, step > 1, stop, values)
                    : readBand(band, GDT_Byte, window, width, height, step > 1, stop, bytes);
            if (!done) {
                return std::unexpected(done.error());
            }
        }
        for (std::size_t i = 0; i < count; ++i) {
            std::uint8_t* const pixel = &image.pixels[i * 4];
            if (colours.stretch && !std::isfinite(values[i])) {
                std::fill_n(pixel, 4, std::uint8_t{0});
            }
            const std::uint8_t value = !colours.stretch ? bytes[i]
                                       : pixel[3] == 0  ? std::uint8_t{0}
                                                        : stretched(values[i], *colours.stretch);
            pixel[channel] = pixel[3] == 255 ? value : scaled(value, pixel[3]);
        }
    }
    return image;
}

} // namespace masar::core
