// SPDX-License-Identifier: Apache-2.0
#include "tests/app/support/rasters.hpp"

#include "core/io/gdal_guard.hpp"

#include <catch2/catch_test_macros.hpp>

#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <array>

namespace masar::test {

void writeRaster(const QString& path, const SmallRaster& raster)
{
    core::guardGdal();
    GDALDataset* const dataset = GetGDALDriverManager()->GetDriverByName("GTiff")->Create(
        path.toUtf8().constData(), 200, 200, 3, GDT_Byte, nullptr);
    REQUIRE(dataset != nullptr);
    if (raster.epsg != 0) {
        OGRSpatialReference system;
        REQUIRE(system.importFromEPSG(raster.epsg) == OGRERR_NONE);
        dataset->SetSpatialRef(&system);
    }
    std::array<double, 6> transform{600'000, 20, 0, 4'150'000, 0, -20};
    dataset->SetGeoTransform(transform.data());
    if (raster.copyright != nullptr) {
        dataset->SetMetadataItem("TIFFTAG_COPYRIGHT", raster.copyright);
    }
    for (int band = 1; band <= 3; ++band) {
        dataset->GetRasterBand(band)->Fill(120);
    }
    GDALClose(dataset);
}

} // namespace masar::test
