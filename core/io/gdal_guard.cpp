// SPDX-License-Identifier: Apache-2.0
#include "core/io/gdal_guard.hpp"

#include "core/io/gdal_dataset.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_http.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <ogr_srs_api.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <filesystem>
#include <mutex>

namespace masar::core {

namespace {

/// What GDAL is told before any driver exists. A value here wins over the environment.
constexpr std::array<std::array<const char*, 2>, 21> kSettings{{
    {"GDAL_DRIVER_PATH", "disable"},
    {"OGR_DRIVER_PATH", "disable"},
    {"GDAL_PYTHON_DRIVER_PATH", ""},
    {"GDAL_CONFIG_FILE", ""},
    {"GDAL_PAM_ENABLED", "NO"},
    {"GDAL_CACHEMAX", "256"}, // megabytes
    {"GDAL_HTTP_NETRC", "NO"},
    {"CPL_VSIL_CURL_ALLOWED_EXTENSIONS", ".none"},
    {"CPL_VSIL_CURL_ALLOWED_FILENAME", "none"}, // an end alone could be part of any address
    {"CPL_VSIL_CURL_HEADER_FILE_KVP_ENABLED", "NO"},
    {"GDAL_VRT_ENABLE_PYTHON", "NO"},
    {"GDAL_VRT_ENABLE_RAWRASTERBAND", "NO"},
    {"OGR_SQLITE_ALLOW_EXTERNAL_ACCESS", "NO"},
    {"OGR_SQLITE_LOAD_EXTENSIONS", ""},
    {"ALLOW_OGR_SQL_FUNCTIONS_FROM_TRIGGER_AND_VIEW", "NO"},
    {"SPATIALITE_LOAD", "NO"}, // its virtual tables read other files
    {"SPATIALITE_SECURITY", ""},
    {"GML_SKIP_RESOLVE_ELEMS", "ALL"},
    {"GML_PARSER", "EXPAT"}, // the other one reads document type declarations
    {"SHAPE_RESTORE_SHX", "NO"},
    {"PROJ_NETWORK", "OFF"},
}};

std::atomic<std::uint64_t> refusedRequests = 0;

/// Stands in for every HTTP request GDAL would make. It must return a result: after nullptr GDAL
/// goes on and makes the request itself.
CPLHTTPResult* refuseRequest(const char* /*url*/, CSLConstList /*options*/,
                             GDALProgressFunc /*progress*/, void* /*progressData*/,
                             CPLHTTPFetchWriteFunc /*write*/, void* /*writeData*/,
                             void* /*userData*/)
{
    ++refusedRequests;
    auto* result = static_cast<CPLHTTPResult*>(CPLCalloc(1, sizeof(CPLHTTPResult)));
    result->nStatus = 1;
    result->pszErrBuf = CPLStrdup("Masar makes no network request for a file");
    CPLError(CE_Warning, CPLE_HttpResponse, "%s", result->pszErrBuf);
    return result;
}

void registerAllowedDrivers()
{
    RegisterOGRGeoJSON();
    RegisterOGRGeoJSONSeq();
    RegisterOGRTopoJSON();
    RegisterOGRESRIJSON();
    RegisterOGRGPX();
    RegisterOGRShape();
    RegisterOGRGeoPackage();
    RegisterOGRFlatGeobuf();
    RegisterOGRCSV();
    RegisterOGRSQLite(); // also what the driver of MBTiles opens its file through
    RegisterOGRXLSX();
    RegisterOGRODS();
    RegisterOGROSM();
    RegisterOGRTAB();
    RegisterOGRDXF();
    RegisterOGRGML();
    // Pictures: the basemap's relief, and what the user chooses as a basemap.
    GDALRegister_GTiff();
    GDALRegister_PNG();
    GDALRegister_JPEG();
    GDALRegister_WEBP();
    GDALRegister_MBTiles();
}

Result<void> checkSettings()
{
    for (const auto& [key, value] : kSettings) {
        const char* const current = CPLGetConfigOption(key, nullptr);
        if (current == nullptr || std::strcmp(current, value) != 0) {
            return fail(ErrorCode::internal, "a GDAL setting of the guard is not in force", key);
        }
    }
    return {};
}

Result<void> checkDrivers()
{
    const auto allowed = allowedDrivers();
    for (int i = 0; i < GDALGetDriverCount(); ++i) {
        const std::string name = GDALGetDriverShortName(GDALGetDriver(i));
        if (std::ranges::find(allowed, name) == allowed.end()) {
            return fail(ErrorCode::internal,
                        "a GDAL driver is registered that Masar does not allow", name);
        }
    }
    for (const char* name : allowed) {
        if (GDALGetDriverByName(name) == nullptr) {
            return fail(ErrorCode::internal, "a GDAL driver that Masar needs is not there", name);
        }
    }
    return {};
}

/// A direct request must end in refuseRequest(). Port 9 of this machine is the discard service: if
/// the guard failed, nothing would leave the machine.
Result<void> checkFetch()
{
    const QuietErrors quiet;
    const std::uint64_t before = refusedRequests;
    CPLHTTPResult* const result = CPLHTTPFetch("http://127.0.0.1:9/canary", nullptr);
    const bool refused = refusedRequests == before + 1 && result != nullptr && result->nStatus != 0;
    CPLHTTPDestroyResult(result);
    if (!refused) {
        return fail(ErrorCode::internal, "GDAL was able to make a network request", "CPLHTTPFetch");
    }
    VSIStatBufL stat;
    if (VSIStatL("/vsicurl/http://127.0.0.1:9/canary.json", &stat) == 0) {
        return fail(ErrorCode::internal, "GDAL was able to make a network request", "/vsicurl");
    }
    return {};
}

struct Canary {
    const char* name;
    const char* text;
    bool mayOpen; ///< a neutral one may open, without having made a request
};

constexpr std::array<Canary, 4> kCanaries{{
    {"crs-url.geojson",
     R"({"type":"FeatureCollection","crs":{"type":"url","properties":{"url":"http://127.0.0.1:9/crs"}},)"
     R"("features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2]}}]})",
     true},
    {"vector.vrt",
     R"(<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>/vsicurl/http://127.0.0.1:9/x.json)"
     R"(</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>)",
     false},
    {"wfs.xml", R"(<OGRWFSDataSource><URL>http://127.0.0.1:9/wfs</URL></OGRWFSDataSource>)", false},
    {"raw-band.vrt",
     R"(<VRTDataset rasterXSize="1" rasterYSize="1"><VRTRasterBand dataType="Byte" band="1")"
     R"( subClass="VRTRawRasterBand"><SourceFilename>/etc/passwd</SourceFilename></VRTRasterBand></VRTDataset>)",
     false},
}};

Result<void> checkCanary(const Canary& canary)
{
    const std::string path = std::string("/vsimem/masar-guard/") + canary.name;
    std::string text = canary.text;
    VSIFCloseL(VSIFileFromMemBuffer(path.c_str(), reinterpret_cast<GByte*>(text.data()),
                                    text.size(), FALSE));
    const QuietErrors quiet;
    auto allowed = allowedDrivers();
    // Raster too: what this finds is what any open with the allow-list would find.
    const DatasetPtr dataset(GDALDataset::Open(path.c_str(),
                                               GDAL_OF_READONLY | GDAL_OF_VECTOR | GDAL_OF_RASTER,
                                               nullTerminated(allowed).data()));
    const bool opened = dataset != nullptr;
    VSIUnlink(path.c_str());
    if (opened && !canary.mayOpen) {
        return fail(ErrorCode::internal, "GDAL opened a file that Masar must refuse", canary.name);
    }
    if (!opened && canary.mayOpen) {
        return fail(ErrorCode::internal, "GDAL did not open a harmless file", canary.name);
    }
    return {};
}

} // namespace

void guardGdal()
{
    static std::once_flag once;
    std::call_once(once, [] {
        for (const auto& [key, value] : kSettings) {
            CPLSetConfigOption(key, value);
        }
        CPLHTTPSetFetchCallback(refuseRequest, nullptr);
        OSRSetPROJEnableNetwork(FALSE);
        // A large OpenStreetMap file is indexed there; GDAL's own choice may be the current folder.
        CPLSetConfigOption("CPL_TMPDIR", std::filesystem::temp_directory_path().c_str());
        registerAllowedDrivers();
    });
}

Result<void> checkGdalGuard()
{
    guardGdal();
    if (auto settings = checkSettings(); !settings) {
        return settings;
    }
    if (auto drivers = checkDrivers(); !drivers) {
        return drivers;
    }
    if (auto fetch = checkFetch(); !fetch) {
        return fetch;
    }
    for (const auto& canary : kCanaries) {
        if (auto result = checkCanary(canary); !result) {
            return result;
        }
    }
    return {};
}

} // namespace masar::core
