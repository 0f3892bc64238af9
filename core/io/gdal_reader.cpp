// SPDX-License-Identifier: Apache-2.0
#include "core/io/gdal_reader.hpp"

#include "core/io/cancellable_file.hpp"
#include "core/io/gdal_dataset.hpp"
#include "core/io/gdal_guard.hpp"
#include "core/io/gdal_layer.hpp"
#include "core/io/gpx_tracks.hpp"
#include "core/io/shapefile_encoding.hpp"

#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <format>
#include <utility>

namespace masar::core {

namespace {

std::vector<const char*> openOptionsOf(const std::string& driver, const LocalFile& file)
{
    if (driver == "GPKG") {
        // Read as it lies on the disk: no journal or lock file appears beside it.
        return {"IMMUTABLE=YES"};
    }
    if (driver == "CSV") {
        return {"X_POSSIBLE_NAMES=lon,long,longitude,lng,x,lon_deg,point_x,decimallongitude",
                "Y_POSSIBLE_NAMES=lat,latitude,y,lat_deg,point_y,decimallatitude",
                "GEOM_POSSIBLE_NAMES=wkt,geom,geometry,the_geom,wkt_geom", "KEEP_GEOM_COLUMNS=YES",
                "EMPTY_STRING_AS_NULL=YES"};
    }
    if (driver == "ESRI Shapefile" && !statesEncoding(file)) {
        // GDAL would take the texts for ISO 8859-1; without recoding the bytes come as they are.
        return {"ENCODING="};
    }
    return {};
}

/// Text formats, which a driver goes through from the first byte to the last, some of them while it
/// opens.
bool isText(const std::string& driver)
{
    constexpr std::array<std::string_view, 4> drivers{"GPX", "CSV", "TopoJSON", "ESRIJSON"};
    return std::ranges::find(drivers, driver) != drivers.end();
}

/// Formats of one file. GDAL reads it by way of CancellableFiles, where nothing can be written:
/// SQLite deletes a log beside a GeoPackage that it finds useless, even when told that the file
/// never changes.
bool isOneFile(const std::string& driver)
{
    return isText(driver) || driver == "GPKG";
}

/// Changes that another program has made but not yet merged into the GeoPackage.
void noteWriteAheadLog(const LocalFile& file, std::vector<Layer>& layers)
{
    std::error_code error;
    const auto bytes = std::filesystem::file_size(file.path + "-wal", error);
    if (error || bytes == 0) {
        return;
    }
    for (auto& layer : layers) {
        layer.diagnostics.add(
            {Severity::warning, "wal-ignored", std::nullopt, file.name + "-wal",
             "another program has the file open; its latest changes are not shown"});
    }
}

class GdalFileReader {
public:
    GdalFileReader(const LocalFile& file, const std::string& driver, const ReadOptions& options)
        : m_file(file), m_driver(driver), m_options(options), m_byFile(isText(driver)),
          m_files(options.stop, m_byFile ? rising() : Progress{})
    {
    }

    Result<std::vector<Layer>> run()
    {
        m_files.setRange(0, 0.5);
        const std::string path =
            isOneFile(m_driver) ? CancellableFiles::pathOf(m_file.path) : m_file.path;
        auto dataset = openDataset(path, m_driver, openOptionsOf(m_driver, m_file), m_errors);
        if (m_options.stop.stop_requested()) {
            return fail(ErrorCode::cancelled, "cancelled", m_file.path);
        }
        if (!dataset) {
            return fail(dataset.error().code, CancellableFiles::plainText(dataset.error().detail),
                        m_file.path);
        }
        auto layers = readLayers(**dataset);
        if (layers && m_driver == "GPKG") {
            noteWriteAheadLog(m_file, *layers);
        }
        if (layers && m_driver == "GPX") {
            const auto zone = Zone::named(m_options.zone);
            addGpxTracks(*layers, zone.value_or(Zone()));
        }
        return layers;
    }

private:
    /// Progress that never goes back: some drivers read a file several times.
    Progress rising()
    {
        if (!m_options.progress) {
            return {};
        }
        return [this](double done) {
            if (done > m_done) {
                m_done = done;
                m_options.progress(done);
            }
        };
    }

    Result<std::vector<Layer>> readLayers(GDALDataset& dataset)
    {
        const int count = dataset.GetLayerCount();
        std::vector<Layer> layers;
        for (int i = 0; i < count; ++i) {
            OGRLayer* const from = dataset.GetLayer(i);
            if (from == nullptr) {
                continue;
            }
            const double begin = 0.5 + 0.5 * i / count;
            const double end = 0.5 + 0.5 * (i + 1) / count;
            m_files.setRange(begin, end);
            Progress progress;
            if (!m_byFile && m_options.progress) {
                progress = [report = rising(), begin, end](double done) {
                    report(begin + (end - begin) * done);
                };
            }
            auto layer = readGdalLayer(*from, m_file, m_driver, m_options.stop, progress, m_errors);
            if (!layer) {
                return std::unexpected(layer.error());
            }
            // The GPX driver lists its five layers whether the file has them or not.
            if (m_driver != "GPX" || layer->counts.features > 0) {
                layers.push_back(*std::move(layer));
            }
        }
        return layers;
    }

    const LocalFile& m_file;
    const std::string& m_driver;
    const ReadOptions& m_options;
    bool m_byFile; ///< progress counts the bytes read, not the features
    double m_done = 0;
    CancellableFiles m_files;
    QuietErrors m_errors;
};

} // namespace

Result<std::vector<Layer>> readWithGdal(const LocalFile& file, const std::string& driver,
                                        const ReadOptions& options)
{
    guardGdal();
    return GdalFileReader(file, driver, options).run();
}

} // namespace masar::core
