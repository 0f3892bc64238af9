// SPDX-License-Identifier: Apache-2.0
// What the recipe of data/basemap promises of the file it makes. Skipped where the file was not
// made.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <gdal.h>
#include <ogr_api.h>

#include <array>
#include <cmath>
#include <filesystem>
#include <memory>
#include <string>
#include <type_traits>

namespace {

struct CloseDataset {
    void operator()(GDALDatasetH dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<std::remove_pointer_t<GDALDatasetH>, CloseDataset>;

struct DestroyFeature {
    void operator()(OGRFeatureH feature) const { OGR_F_Destroy(feature); }
};
using Feature = std::unique_ptr<std::remove_pointer_t<OGRFeatureH>, DestroyFeature>;

Dataset openBasemap()
{
    if (!std::filesystem::exists(MASAR_BASEMAP_FILE)) {
        SKIP("no basemap was built: " MASAR_BASEMAP_FILE);
    }
    GDALAllRegister();
    return Dataset{GDALOpenEx(MASAR_BASEMAP_FILE, GDAL_OF_VECTOR, nullptr, nullptr, nullptr)};
}

OGRLayerH layerOf(const Dataset& basemap, const std::string& name)
{
    OGRLayerH layer = GDALDatasetGetLayerByName(basemap.get(), name.c_str());
    REQUIRE(layer != nullptr);
    OGR_L_ResetReading(layer);
    return layer;
}

bool covers(const Dataset& basemap, const std::string& layerName, double lonDeg, double latDeg)
{
    OGRLayerH layer = layerOf(basemap, layerName);
    OGRGeometryH point = OGR_G_CreateGeometry(wkbPoint);
    OGR_G_SetPoint_2D(point, 0, lonDeg, latDeg);
    bool found = false;
    while (const Feature feature{OGR_L_GetNextFeature(layer)}) {
        found = found || OGR_G_Contains(OGR_F_GetGeometryRef(feature.get()), point) != 0;
    }
    OGR_G_DestroyGeometry(point);
    return found;
}

/// The text of a field in the first feature that bears a name, or nothing.
std::string textOfNamed(const Dataset& basemap, const std::string& layerName,
                        const std::string& name, const char* field)
{
    OGRLayerH layer = layerOf(basemap, layerName);
    while (const Feature feature{OGR_L_GetNextFeature(layer)}) {
        const int index = OGR_F_GetFieldIndex(feature.get(), "name");
        if (name == OGR_F_GetFieldAsString(feature.get(), index)) {
            return OGR_F_GetFieldAsString(feature.get(), OGR_F_GetFieldIndex(feature.get(), field));
        }
    }
    return {};
}

/// How many segments of a layer's lines run along 180 degrees or along a line of a grid of cells.
int segmentsAlongCuts(const Dataset& basemap, const std::string& layerName, double cellDeg)
{
    const auto onCut = [cellDeg](double degrees) {
        return std::abs(degrees - cellDeg * std::round(degrees / cellDeg)) < 1e-7;
    };
    OGRLayerH layer = layerOf(basemap, layerName);
    int found = 0;
    while (const Feature feature{OGR_L_GetNextFeature(layer)}) {
        OGRGeometryH line = OGR_F_GetGeometryRef(feature.get());
        for (int i = 1; i < OGR_G_GetPointCount(line); ++i) {
            const double x = OGR_G_GetX(line, i);
            const double y = OGR_G_GetY(line, i);
            const double beforeX = OGR_G_GetX(line, i - 1);
            const double beforeY = OGR_G_GetY(line, i - 1);
            found += static_cast<int>((onCut(x) && x == beforeX && std::abs(y - beforeY) > 0.1) ||
                                      (onCut(y) && y == beforeY && std::abs(x - beforeX) > 0.1));
        }
    }
    return found;
}

} // namespace

TEST_CASE("The basemap knows land from sea at every level of detail")
{
    const Dataset basemap = openBasemap();
    REQUIRE(basemap);
    const std::string detail = GENERATE("world", "globe", "region");
    CAPTURE(detail);
    CHECK(covers(basemap, detail + "_land", 40.75, 36.50));       // Hasakah
    CHECK(covers(basemap, detail + "_land", 33.10, 35.00));       // Cyprus
    CHECK_FALSE(covers(basemap, detail + "_land", 34.50, 34.50)); // the sea between
    CHECK_FALSE(covers(basemap, detail + "_land", 51.00, 27.00)); // the Gulf
}

TEST_CASE("The basemap has land on both sides of 180 degrees, and sea north of it")
{
    const Dataset basemap = openBasemap();
    REQUIRE(basemap);
    const std::string layer = GENERATE("world_land", "globe_land");
    CAPTURE(layer);
    CHECK(covers(basemap, layer, 175, 67));
    CHECK(covers(basemap, layer, -175, 67));
    CHECK(covers(basemap, layer, -175, -83));
    CHECK_FALSE(covers(basemap, layer, -173.5, 68.5));
}

TEST_CASE("Reservoirs younger than the survey are lakes, and drained lakes are none")
{
    const Dataset basemap = openBasemap();
    REQUIRE(basemap);
    const std::string layer = GENERATE("globe_lake", "region_lake");
    CAPTURE(layer);
    CHECK(covers(basemap, layer, 38.35, 35.92));       // Lake Assad
    CHECK(covers(basemap, layer, 43.25, 34.00));       // Tharthar
    CHECK_FALSE(covers(basemap, layer, 36.32, 36.35)); // Amik
    CHECK_FALSE(covers(basemap, layer, 60.00, 45.00)); // the middle of the Aral Sea
    CHECK(textOfNamed(basemap, layer, "Lake Assad", "approx") == "1");
}

TEST_CASE("Coasts and shores never run along the cuts of the areas")
{
    const Dataset basemap = openBasemap();
    REQUIRE(basemap);
    struct Case {
        const char* detail;
        double cellDeg;
    };
    const auto [detail, cellDeg] = GENERATE(Case{"world", 10}, Case{"globe", 4}, Case{"region", 2});
    CAPTURE(detail);
    CHECK(segmentsAlongCuts(basemap, detail + std::string("_coast"), cellDeg) == 0);
    CHECK(segmentsAlongCuts(basemap, detail + std::string("_shore"), cellDeg) == 0);
}

TEST_CASE("No piece of land or lake is wider than its cell")
{
    const Dataset basemap = openBasemap();
    REQUIRE(basemap);
    struct Case {
        const char* layer;
        double cellDeg;
    };
    const auto [name, cellDeg] =
        GENERATE(Case{"world_land", 10}, Case{"globe_land", 4}, Case{"region_land", 2},
                 Case{"world_lake", 10}, Case{"globe_lake", 4}, Case{"region_lake", 2});
    CAPTURE(name);
    OGRLayerH layer = layerOf(basemap, name);
    while (const Feature feature{OGR_L_GetNextFeature(layer)}) {
        OGREnvelope box;
        OGR_G_GetEnvelope(OGR_F_GetGeometryRef(feature.get()), &box);
        REQUIRE(box.MaxX - box.MinX <= cellDeg + 1e-6);
        REQUIRE(box.MaxY - box.MinY <= cellDeg + 1e-6);
    }
}

TEST_CASE("Names stand in both languages")
{
    const Dataset basemap = openBasemap();
    REQUIRE(basemap);
    CHECK(textOfNamed(basemap, "region_river", "Euphrates", "name_ar") == "الفرات");
    CHECK(textOfNamed(basemap, "globe_river", "Tigris", "name_ar") == "دجلة");
    CHECK(textOfNamed(basemap, "label_place", "Qamishli", "name_ku") == "Qamişlo");
    CHECK(textOfNamed(basemap, "label_place", "Damascus", "kind") == "capital");
    CHECK(textOfNamed(basemap, "label_place", "Raqqa", "name_ar") == "الرقة");
    // Where a town lies, by the name of a governorate.
    CHECK(textOfNamed(basemap, "label_place", "Qamishli", "governorate") == "Al-Hasakah");
    CHECK(textOfNamed(basemap, "label_place", "Kobani", "governorate") == "Aleppo");
    CHECK(textOfNamed(basemap, "label_place", "Zakho", "governorate") == "Dohuk");
    CHECK(textOfNamed(basemap, "label_place", "Latakia", "governorate") == "Latakia");
    CHECK(textOfNamed(basemap, "label_governorate", "Dohuk", "iso2") == "IQ");
    CHECK(textOfNamed(basemap, "label_water", "The Gulf", "name_ar") == "الخليج");
}
