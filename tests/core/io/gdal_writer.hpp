// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/io/gdal_guard.hpp"
#include "core/io/reader.hpp"
#include "test_file.hpp"

#include <catch2/catch_test_macros.hpp>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace masar::test {

/// Writes a file with one layer through GDAL.
class GdalWriter {
public:
    GdalWriter(const std::string& driver, const std::filesystem::path& path, int epsg,
               OGRwkbGeometryType type, const std::vector<const char*>& layerOptions = {},
               const std::vector<const char*>& datasetOptions = {})
    {
        CPLPushErrorHandler(
            CPLQuietErrorHandler); // what GDAL says of odd input is not the point here
        core::guardGdal();
        OGRSpatialReference system;
        system.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        if (epsg != 0) {
            REQUIRE(system.importFromEPSG(epsg) == OGRERR_NONE);
        }
        auto options = layerOptions;
        options.push_back(nullptr);
        auto fileOptions = datasetOptions;
        fileOptions.push_back(nullptr);
        m_dataset = GetGDALDriverManager()
                        ->GetDriverByName(driver.c_str())
                        ->Create(path.c_str(), 0, 0, 0, GDT_Unknown, fileOptions.data());
        REQUIRE(m_dataset != nullptr);
        m_layer =
            m_dataset->CreateLayer("data", epsg == 0 ? nullptr : &system, type, options.data());
        REQUIRE(m_layer != nullptr);
    }
    ~GdalWriter()
    {
        GDALClose(m_dataset);
        CPLPopErrorHandler();
    }
    GdalWriter(const GdalWriter&) = delete;
    GdalWriter& operator=(const GdalWriter&) = delete;

    void field(const char* name, OGRFieldType type, OGRFieldSubType subType = OFSTNone) const
    {
        OGRFieldDefn definition(name, type);
        definition.SetSubType(subType);
        REQUIRE(m_layer->CreateField(&definition) == OGRERR_NONE);
    }

    void add(const OGRGeometry& geometry) const
    {
        OGRFeature feature(m_layer->GetLayerDefn());
        feature.SetGeometry(&geometry);
        REQUIRE(m_layer->CreateFeature(&feature) == OGRERR_NONE);
    }

    /// Adds a feature; `fill` sets its fields.
    void add(const char* wkt, const std::function<void(OGRFeature&)>& fill = {}) const
    {
        OGRFeature feature(m_layer->GetLayerDefn());
        if (wkt != nullptr) {
            OGRGeometry* geometry = nullptr;
            REQUIRE(OGRGeometryFactory::createFromWkt(wkt, nullptr, &geometry) == OGRERR_NONE);
            feature.SetGeometryDirectly(geometry);
        }
        if (fill) {
            fill(feature);
        }
        REQUIRE(m_layer->CreateFeature(&feature) == OGRERR_NONE);
    }

private:
    GDALDataset* m_dataset = nullptr;
    OGRLayer* m_layer = nullptr;
};

inline core::Layer onlyLayer(const std::string& path, const core::ReadOptions& options = {})
{
    auto read = core::readVector(path, options);
    INFO((read ? std::string{} : read.error().detail));
    REQUIRE(read.has_value());
    REQUIRE(read->layers.size() == 1);
    return std::move(read->layers[0]);
}

/// The files of a folder with what is in them.
inline std::map<std::string, std::string> folderContent(const std::filesystem::path& folder)
{
    std::map<std::string, std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        std::ostringstream out;
        out << std::ifstream(entry.path(), std::ios::binary).rdbuf();
        files[entry.path().filename().string()] = out.str();
    }
    return files;
}

} // namespace masar::test
