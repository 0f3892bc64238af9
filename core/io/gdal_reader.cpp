// SPDX-License-Identifier: Apache-2.0
#include "core/io/gdal_reader.hpp"

#include "core/io/cancellable_file.hpp"
#include "core/io/gdal_dataset.hpp"
#include "core/io/gdal_guard.hpp"
#include "core/io/gdal_layer.hpp"
#include "core/io/gml_text.hpp"
#include "core/io/gpx_tracks.hpp"
#include "core/io/osm_settings.hpp"
#include "core/io/shapefile_encoding.hpp"
#include "core/io/value_text.hpp"

#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <format>
#include <map>
#include <utility>

namespace masar::core {

namespace {

namespace fs = std::filesystem;

/// The name under which the settings of the OpenStreetMap driver are handed over.
constexpr const char* kOsmSettingsPath = "/masar/osmconf.ini";

/// Of a text that is changed in memory before GDAL reads it.
constexpr std::uint64_t kLargestText = std::uint64_t{1} << 31;

std::vector<std::string> openOptionsOf(const std::string& driver, const std::string& path)
{
    if (driver == "GPKG" || driver == "SQLite") {
        // Read as it lies on the disk: no journal or lock file appears beside it.
        return {"IMMUTABLE=YES"};
    }
    if (driver == "CSV") {
        return {"EMPTY_STRING_AS_NULL=YES"};
    }
    if (driver == "ESRI Shapefile" && !statesEncoding(path)) {
        // GDAL would take the texts for ISO 8859-1; without recoding the bytes come as they are.
        return {"ENCODING="};
    }
    if (driver == "GML") {
        return {"WRITE_GFS=NO", "DOWNLOAD_SCHEMA=NO"};
    }
    if (driver == "OSM") {
        return {"CONFIG_FILE=" + CancellableFiles::pathOf(kOsmSettingsPath)};
    }
    return {};
}

/// What belongs to a file of the format and lies beside it.
std::vector<std::string> sidecarsOf(const std::string& driver)
{
    if (driver == "ESRI Shapefile") {
        return {".shp", ".shx", ".dbf", ".prj", ".cpg"};
    }
    if (driver == "MapInfo File") {
        return {".tab", ".dat", ".map", ".id", ".ind", ".mif", ".mid"};
    }
    return {};
}

bool isOneOf(const std::string& driver, std::initializer_list<std::string_view> drivers)
{
    return std::ranges::find(drivers, driver) != drivers.end();
}

/// Formats that a driver goes through from the first byte to the last, some of them while it opens:
/// progress counts bytes.
bool isStream(const std::string& driver)
{
    return isOneOf(driver, {"GPX", "CSV", "TopoJSON", "ESRIJSON", "OSM", "DXF", "GML"});
}

/// Formats whose drivers list layers that hold nothing: they are left out.
bool listsEmptyLayers(const std::string& driver)
{
    return isOneOf(driver, {"GPX", "OSM", "XLSX", "ODS", "SQLite"});
}

/// Changes that another program has made but not yet merged into the database.
void noteWriteAheadLog(const LocalFile& file, std::vector<Layer>& layers)
{
    std::error_code error;
    const auto bytes = fs::file_size(file.path + "-wal", error);
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
    GdalFileReader(const LocalFile& file, std::string driver, const ReadOptions& options)
        : m_file(file), m_driver(std::move(driver)), m_options(options),
          m_byFile(isStream(m_driver)), m_files(options.stop, m_byFile ? rising() : Progress{})
    {
    }

    /// Reads the file itself.
    Result<std::vector<Layer>> run()
    {
        if (auto handed = handFile(); !handed) {
            return std::unexpected(handed.error());
        }
        const std::string path = CancellableFiles::pathOf(m_file.path);
        const bool archive = isOneOf(m_driver, {"XLSX", "ODS"});
        if (auto read = readFrom(archive ? "/vsizip/" + path : path, 0, 1); !read) {
            return std::unexpected(read.error());
        }
        if (isOneOf(m_driver, {"GPKG", "SQLite"})) {
            noteWriteAheadLog(m_file, m_layers);
        }
        if (m_driver == "GPX") {
            const auto zone = Zone::named(m_options.zone);
            addGpxTracks(m_layers, zone.value_or(Zone()));
        }
        return std::move(m_layers);
    }

    /// Reads the shapefiles of an archive.
    Result<std::vector<Layer>> run(const ZipArchive& archive)
    {
        if (auto handed = handShapefiles(archive); !handed) {
            return std::unexpected(handed.error());
        }
        const auto count = static_cast<double>(m_shapefiles.size());
        Diagnostics notes;
        for (std::size_t i = 0; i < m_shapefiles.size(); ++i) {
            const auto read =
                readFrom(CancellableFiles::pathOf(m_shapefiles[i]), static_cast<double>(i) / count,
                         static_cast<double>(i + 1) / count);
            if (!read && (read.error().code == ErrorCode::cancelled || m_shapefiles.size() == 1)) {
                return std::unexpected(read.error());
            }
            if (!read) {
                notes.add({Severity::error, "broken-file", std::nullopt,
                           m_shapefiles[i].substr(m_file.path.size() + 1), read.error().detail});
            }
        }
        if (m_layers.empty()) {
            return fail(ErrorCode::malformed, "no shapefile of the archive can be read",
                        m_file.path);
        }
        m_layers.front().diagnostics.add(notes);
        return std::move(m_layers);
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

    Result<void> handFile()
    {
        if (m_driver == "OSM") {
            m_files.handText(kOsmSettingsPath, osmSettings());
        }
        if (m_driver == "GML" || (m_byFile && isUtf16(m_file))) {
            const auto text = FileText::read(m_file, kLargestText, 0);
            if (!text) {
                return std::unexpected(text.error());
            }
            m_files.handText(m_file.path, m_driver == "GML" ? harmlessGml(text->view())
                                                            : std::string(text->view()));
            return {};
        }
        m_files.handWithSidecars(m_file.path, sidecarsOf(m_driver));
        return {};
    }

    /// Unpacks what belongs to shapefiles, each under the path of the archive.
    Result<void> handShapefiles(const ZipArchive& archive)
    {
        const auto sidecars = sidecarsOf("ESRI Shapefile");
        std::vector<ZipArchive::Member> wanted;
        std::ranges::copy_if(
            archive.members(), std::back_inserter(wanted), [&](const auto& member) {
                return std::ranges::contains(
                    sidecars, lowerAscii(fs::path(member.name).extension().string()));
            });
        if (auto allowed = archive.checkSizes(wanted); !allowed) {
            return allowed;
        }
        for (const auto& member : wanted) {
            auto content = archive.unpack(member);
            if (!content) {
                return std::unexpected(content.error());
            }
            const std::string path = m_file.path + '/' + member.name;
            if (lowerAscii(path).ends_with(".shp")) {
                m_shapefiles.push_back(path);
            }
            m_files.handText(path, *std::move(content));
        }
        return {};
    }

    /// Opens what was handed over and adds its layers; that is the part of the work from `begin` to
    /// `end`.
    Result<void> readFrom(const std::string& path, double begin, double end)
    {
        const double middle = (begin + end) / 2;
        m_files.setRange(begin, middle);
        const auto options = openOptionsOf(m_driver, path);
        std::vector<const char*> openOptions;
        std::ranges::transform(options, std::back_inserter(openOptions), &std::string::c_str);
        auto dataset = openDataset(path, m_driver, openOptions, m_errors);
        if (m_options.stop.stop_requested()) {
            return fail(ErrorCode::cancelled, "cancelled", m_file.path);
        }
        if (!dataset) {
            return fail(dataset.error().code, CancellableFiles::plainText(dataset.error().detail),
                        m_file.path);
        }
        return m_driver == "OSM" ? readTogether(**dataset, middle, end)
                                 : readOneByOne(**dataset, middle, end);
    }

    Result<void> readOneByOne(GDALDataset& dataset, double begin, double end)
    {
        const int count = dataset.GetLayerCount();
        for (int i = 0; i < count; ++i) {
            OGRLayer* const from = dataset.GetLayer(i);
            // GPX's tracks are made of several of its layers.
            if (from == nullptr || (m_driver != "GPX" && !m_options.wants(from->GetName()))) {
                continue;
            }
            const double first = begin + (end - begin) * i / count;
            const double last = begin + (end - begin) * (i + 1) / count;
            m_files.setRange(first, last);
            Progress progress;
            if (!m_byFile && m_options.progress) {
                progress = [report = rising(), first, last](double done) {
                    report(first + (last - first) * done);
                };
            }
            auto layer =
                GdalLayerReader(*from, m_file, m_driver, m_options, m_errors).readAll(progress);
            if (!layer) {
                return std::unexpected(layer.error());
            }
            keep(*std::move(layer));
        }
        return {};
    }

    /// Goes once through a file whose layers are mixed.
    Result<void> readTogether(GDALDataset& dataset, double begin, double end)
    {
        m_files.setRange(begin, end);
        std::map<OGRLayer*, GdalLayerReader> readers;
        for (OGRLayer* const from : dataset.GetLayers()) {
            readers.try_emplace(from, *from, m_file, m_driver, m_options, m_errors);
        }
        OGRLayer* of = nullptr;
        while (const OGRFeatureUniquePtr feature{
            dataset.GetNextFeature(&of, nullptr, nullptr, nullptr)}) {
            if (m_options.wants(of->GetName())) {
                readers.at(of).add(*feature);
            }
            if (m_options.stop.stop_requested()) {
                break;
            }
        }
        if (m_options.stop.stop_requested()) {
            return fail(ErrorCode::cancelled, "cancelled", m_file.path);
        }
        for (OGRLayer* const from : dataset.GetLayers()) {
            keep(readers.at(from).finish(-1));
        }
        return {};
    }

    void keep(Layer layer)
    {
        if (layer.counts.features > 0 || !listsEmptyLayers(m_driver)) {
            m_layers.push_back(std::move(layer));
        }
    }

    const LocalFile& m_file;
    const std::string m_driver;
    const ReadOptions& m_options;
    bool m_byFile; ///< progress counts the bytes read, not the features
    double m_done = 0;
    CancellableFiles m_files;
    std::vector<std::string> m_shapefiles; ///< of an archive, by the paths they are handed under
    QuietErrors m_errors;
    std::vector<Layer> m_layers;
};

} // namespace

Result<std::vector<Layer>> readWithGdal(const LocalFile& file, const std::string& driver,
                                        const ReadOptions& options)
{
    guardGdal();
    return GdalFileReader(file, driver, options).run();
}

Result<std::vector<Layer>> readZippedShapefiles(const LocalFile& file, const ZipArchive& archive,
                                                const ReadOptions& options)
{
    guardGdal();
    return GdalFileReader(file, "ESRI Shapefile", options).run(archive);
}

} // namespace masar::core
