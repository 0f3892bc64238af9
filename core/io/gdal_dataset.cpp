// SPDX-License-Identifier: Apache-2.0
#include "core/io/gdal_dataset.hpp"

#include "core/io/gdal_guard.hpp"

namespace masar::core {

namespace {

/// A file with a million bad records makes a million messages; what is beyond this many says
/// nothing new.
constexpr std::size_t kMessagesKept = 1000;

} // namespace

std::vector<const char*> allowedDrivers()
{
    return {"GeoJSON", "GeoJSONSeq",   "TopoJSON", "ESRIJSON", "GPX",   "ESRI Shapefile",
            "GPKG",    "FlatGeobuf",   "CSV",      "SQLite",   "XLSX",  "ODS",
            "OSM",     "MapInfo File", "DXF",      "GML",      "GTiff", "PNG",
            "JPEG",    "WEBP",         "MBTiles"};
}

QuietErrors::QuietErrors()
{
    CPLPushErrorHandlerEx(&QuietErrors::handle, this);
    CPLErrorReset();
}

QuietErrors::~QuietErrors()
{
    CPLPopErrorHandler();
    CPLErrorReset();
}

void CPL_STDCALL QuietErrors::handle(CPLErr severity, CPLErrorNum /*number*/, const char* text)
{
    auto* const self = static_cast<QuietErrors*>(CPLGetErrorHandlerUserData());
    if (severity >= CE_Warning && self->m_messages.size() < kMessagesKept) {
        self->m_messages.push_back({severity, text});
    }
}

std::vector<GdalMessage> QuietErrors::take()
{
    return std::exchange(m_messages, {});
}

Result<DatasetPtr> openDataset(const std::string& path, const std::string& driver,
                               const std::vector<const char*>& openOptions, QuietErrors& errors,
                               unsigned kind)
{
    guardGdal();
    const std::vector<const char*> drivers{driver.c_str(), nullptr};
    const auto options = nullTerminated(openOptions);
    DatasetPtr dataset(
        GDALDataset::Open(path.c_str(), kind | GDAL_OF_READONLY, drivers.data(), options.data()));
    if (dataset == nullptr) {
        std::string why = "not a readable " + driver + " file";
        for (const auto& message : errors.take()) {
            why += ": " + message.text;
        }
        return fail(ErrorCode::malformed, why, path);
    }
    return dataset;
}

} // namespace masar::core
