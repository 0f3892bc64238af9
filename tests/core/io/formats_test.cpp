// SPDX-License-Identifier: Apache-2.0
#include "gdal_writer.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <format>
#include <limits>
#include <map>

using namespace masar::core;
using masar::test::folderContent;
using masar::test::onlyLayer;
using masar::test::TestFolder;
using Writer = masar::test::GdalWriter;
namespace fs = std::filesystem;

namespace {

LonLat placeOf(const Layer& layer, std::size_t row)
{
    return toLonLat(layer.geometry.verticesOf(layer.geometry.partsOf(row)[0])[0]);
}

void checkPlace(LonLat got, double lonDeg, double latDeg)
{
    CHECK(std::abs(got.lonDeg - lonDeg) < 1e-6);
    CHECK(std::abs(got.latDeg - latDeg) < 1e-6);
}

struct Format {
    const char* driver;
    const char* file;
    std::vector<const char*> layerOptions = {};
};

} // namespace

TEST_CASE("A GeoPackage's fields come typed, and its dates as ISO 8601 with the offset they have")
{
    const TestFolder folder;
    const auto path = folder.path() / "x.gpkg";
    {
        const Writer writer("GPKG", path, 4326, wkbUnknown);
        writer.field("text", OFTString);
        writer.field("small", OFTInteger);
        writer.field("large", OFTInteger64);
        writer.field("real", OFTReal);
        writer.field("flag", OFTInteger, OFSTBoolean);
        writer.field("day", OFTDate);
        writer.field("moment", OFTDateTime);
        writer.field("json", OFTString, OFSTJSON);
        writer.add("POINT Z (40.5 36.7 350)", [](OGRFeature& feature) {
            feature.SetField("text", "قاعدة قسرك 😀");
            feature.SetField("small", -7);
            feature.SetField("large", static_cast<GIntBig>(9007199254740993));
            feature.SetField("real", 0.1);
            feature.SetField("flag", 1);
            feature.SetField("day", 2026, 2, 11, 0, 0, 0.0F, 0);
            feature.SetField("moment", 2026, 2, 11, 5, 30, 1.25F, 100);
            feature.SetField("json", R"({"a": [1]})");
        });
        writer.add(nullptr);
    }

    const auto layer = onlyLayer(path.string());

    CHECK(layer.name == "data");
    CHECK(layer.crs == "EPSG:4326");
    CHECK(layer.counts.drawn == 1);
    CHECK(layer.counts.noPlace == 1);
    checkPlace(placeOf(layer, 0), 40.5, 36.7);
    const std::map<std::string, std::pair<FieldType, std::string>> expected{
        {"text", {FieldType::text, "قاعدة قسرك 😀"}},
        {"small", {FieldType::integer, "-7"}},
        {"large", {FieldType::integer, "9007199254740993"}},
        {"real", {FieldType::real, "0.1"}},
        {"flag", {FieldType::boolean, "true"}},
        {"day", {FieldType::date, "2026-02-11"}},
        {"moment", {FieldType::dateTime, "2026-02-11T05:30:01.250Z"}},
        {"json", {FieldType::json, R"({"a": [1]})"}},
    };
    REQUIRE(layer.properties.columns.size() == expected.size());
    for (const auto& [name, typed] : expected) {
        INFO(name);
        const auto column = layer.properties.find(name);
        REQUIRE(column.has_value());
        CHECK(layer.properties.columns[*column].type == typed.first);
        CHECK(layer.properties.text(*column, 0) == typed.second);
        CHECK_FALSE(layer.properties.text(*column, 1).has_value());
    }
}

TEST_CASE("Coordinates of any system arrive on WGS 84, longitude first")
{
    // Places by pyproj-independent means: the systems' own definitions (a central meridian, the
    // sphere of 3857).
    struct Case {
        int epsg;
        const char* wkt;
        double lonDeg, latDeg;
    };
    for (const auto& [epsg, wkt, lonDeg, latDeg] : {
             Case{4326, "POINT (40.5 36.7)", 40.5, 36.7},
             Case{3857, "POINT (20037508.342789244 0)", 180.0, 0.0},
             Case{3857, "POINT (-10018754.171394622 5621521.486192066)", -90.0, 45.0},
             Case{32637, "POINT (500000 0)", 39.0, 0.0},
             Case{32733, "POINT (500000 10000000)", 15.0, 0.0},
             Case{4258, "POINT (10 50)", 10.0, 50.0},
         }) {
        for (const auto& [driver, file, layerOptions] :
             {Format{"GPKG", "x.gpkg"}, Format{"FlatGeobuf", "x.fgb"},
              Format{"ESRI Shapefile", "data.shp"}, Format{"GeoJSON", "x.geojson"}}) {
            if (std::string(driver) == "GeoJSON" && epsg == 3857) {
                continue; // GDAL writes GeoJSON of systems other than WGS 84 with a crs member,
                          // which is tested below
            }
            INFO(driver << " " << epsg);
            const TestFolder folder;
            {
                const Writer writer(driver, folder.path() / file, epsg, wkbPoint);
                writer.field("n", OFTInteger);
                writer.add(wkt);
            }
            checkPlace(placeOf(onlyLayer((folder.path() / file).string()), 0), lonDeg, latDeg);
        }
    }
}

TEST_CASE("Geometry of every kind is drawn: collections part by part, curves as lines, surfaces as "
          "polygons")
{
    const TestFolder folder;
    const auto path = folder.path() / "x.gpkg";
    {
        const Writer writer("GPKG", path, 4326, wkbUnknown);
        for (const char* wkt :
             {"POINT ZM (1 2 3 4)", "MULTIPOINT (1 2, 3 4)", "LINESTRING M (1 2 9, 3 4 9)",
              "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))",
              "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 2 1, 2 2, 1 1))",
              "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))",
              "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1), POLYGON ((0 0, 1 0, 1 1, 0 "
              "0)))",
              "CIRCULARSTRING (0 0, 1 1, 2 0)",
              "COMPOUNDCURVE (CIRCULARSTRING (0 0, 1 1, 2 0), (2 0, 3 0))",
              "CURVEPOLYGON (CIRCULARSTRING (0 0, 2 2, 4 0, 2 -2, 0 0))",
              "MULTISURFACE (CURVEPOLYGON (CIRCULARSTRING (0 0, 2 2, 4 0, 2 -2, 0 0)), ((9 9, 10 "
              "9, 10 10, 9 9)))",
              "TIN Z (((0 0 0, 1 0 0, 1 1 0, 0 0 0)), ((0 0 0, 1 1 0, 0 1 0, 0 0 0)))",
              "POLYHEDRALSURFACE Z (((0 0 0, 1 0 0, 1 1 0, 0 0 0)))",
              "TRIANGLE ((0 0, 1 0, 1 1, 0 0))", "POINT EMPTY", "POLYGON EMPTY",
              "GEOMETRYCOLLECTION EMPTY"}) {
            writer.add(wkt);
        }
    }

    const auto layer = onlyLayer(path.string());

    const auto& counts = layer.counts;
    CHECK(counts.features == 17);
    CHECK(counts.drawn == 14);
    CHECK(counts.noPlace == 3);
    CHECK(counts.point == 2);
    CHECK(counts.line == 4);
    CHECK(counts.polygon == 7);
    CHECK(counts.collection == 1);
    CHECK(counts.null == 3);
    const auto partsOf = [&](std::size_t row) {
        std::vector<PartKind> kinds;
        for (const auto& part : layer.geometry.partsOf(row)) {
            kinds.push_back(part.kind);
        }
        return kinds;
    };
    using enum PartKind;
    CHECK(partsOf(4) == std::vector{outerRing, innerRing});
    CHECK(partsOf(6) == std::vector{point, line, outerRing});
    CHECK(partsOf(11) == std::vector{outerRing, outerRing});
    // A half circle: many vertices, none farther than the radius from its centre at (1, 0).
    const auto arc = layer.geometry.verticesOf(layer.geometry.partsOf(7)[0]);
    CHECK(arc.size() > 20);
    for (const auto vertex : arc) {
        const LonLat place = toLonLat(vertex);
        CHECK(std::hypot(place.lonDeg - 1, place.latDeg) == Catch::Approx(1).margin(1e-5));
    }
}

TEST_CASE("Places that are no places are rejected with a reason")
{
    const TestFolder folder;
    const auto path = folder.path() / "x.fgb";
    {
        const Writer writer("FlatGeobuf", path, 4326, wkbLineString, {"SPATIAL_INDEX=NO"});
        writer.field("n", OFTInteger);
        const double infinite = std::numeric_limits<double>::infinity();
        const double nan = std::numeric_limits<double>::quiet_NaN();
        for (const auto& [x, y] :
             {std::pair{0.0, 95.0}, {1e30, 0.0}, {infinite, 0.0}, {0.0, nan}, {5.0, 5.0}}) {
            OGRLineString line;
            line.addPoint(1, 1);
            line.addPoint(x, y);
            writer.add(line);
        }
    }
    const auto layer = onlyLayer(path.string());
    CHECK(layer.counts.features == 5);
    CHECK(layer.counts.rejected == 4);
    CHECK(layer.counts.drawn == 1);
    CHECK(layer.diagnostics.count("broken-geometry") == 4);
    CHECK(layer.sourceIndex == std::vector<std::uint32_t>{4});
}

TEST_CASE("Lines and polygons over the antimeridian are cut there")
{
    for (const auto& [driver, file, layerOptions] :
         {Format{"GPKG", "x.gpkg"}, Format{"GeoJSON", "x.geojson"}}) {
        INFO(driver);
        const TestFolder folder;
        {
            const Writer writer(driver, folder.path() / file, 4326, wkbUnknown);
            writer.add("LINESTRING (170 10, -170 20)");
            writer.add("POLYGON ((170 10, -170 10, -170 20, 170 20, 170 10))");
            writer.add("POINT (190 5)");
        }
        const auto layer = onlyLayer((folder.path() / file).string());
        CHECK(layer.counts.drawn == 3);
        CHECK(layer.geometry.partsOf(0).size() == 2);
        CHECK(layer.geometry.partsOf(1).size() == 2);
        checkPlace(placeOf(layer, 2), -170, 5);
        for (std::size_t row = 0; row < 2; ++row) {
            for (const auto& part : layer.geometry.partsOf(row)) {
                const MercatorBox box = boxOf(layer.geometry.verticesOf(part));
                CHECK(box.maxX - box.minX < UINT32_MAX / 10); // no streak across the map
            }
        }
    }
}

TEST_CASE("Reading changes nothing beside the file, in any format")
{
    for (const auto& [driver, file, layerOptions] :
         {Format{"GPKG", "x.gpkg"}, Format{"FlatGeobuf", "x.fgb", {"SPATIAL_INDEX=NO"}},
          Format{"ESRI Shapefile", "data.shp", {"ENCODING=UTF-8"}}, Format{"GeoJSON", "x.geojson"},
          Format{"GeoJSONSeq", "x.geojsonl"}, Format{"CSV", "data.csv", {"GEOMETRY=AS_WKT"}}}) {
        INFO(driver);
        const TestFolder folder;
        {
            const Writer writer(driver, folder.path() / file, 4326, wkbPoint, layerOptions);
            writer.field("Name", OFTString);
            for (int i = 0; i < 10; ++i) {
                writer.add(std::format("POINT ({} {})", i, i).c_str(), [&](OGRFeature& feature) {
                    feature.SetField("Name", std::format("قاعدة {}", i).c_str());
                });
            }
        }
        const auto before = folderContent(folder.path());

        const auto layer = onlyLayer((folder.path() / file).string());

        CHECK(folderContent(folder.path()) == before);
        CHECK(layer.counts.features == 10);
        CHECK(layer.counts.drawn == 10);
        CHECK(layer.properties.text("Name", 9) == "قاعدة 9");
    }
}

TEST_CASE("A GeoPackage that another program writes is read as it lies, with a warning")
{
    const TestFolder folder;
    const auto path = folder.path() / "x.gpkg";
    {
        const Writer writer("GPKG", path, 4326, wkbPoint);
        writer.add("POINT (1 2)");
    }
    // A log that is no use to SQLite, and one in use: of a database in WAL mode with a writer at
    // work.
    folder.write("x.gpkg-wal", "no log at all");
    auto before = folderContent(folder.path());
    CHECK(onlyLayer(path.string()).diagnostics.count("wal-ignored") == 1);
    CHECK(folderContent(folder.path()) == before);
    fs::remove(folder.path() / "x.gpkg-wal");

    const std::unique_ptr<GDALDataset> other(
        GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE));
    REQUIRE(other != nullptr);
    other->ReleaseResultSet(other->ExecuteSQL("PRAGMA journal_mode = WAL", nullptr, nullptr));
    other->ReleaseResultSet(
        other->ExecuteSQL("CREATE TABLE written (a INTEGER)", nullptr, nullptr));
    before = folderContent(folder.path());
    REQUIRE(before.contains("x.gpkg-wal"));
    const auto layer = onlyLayer(path.string());
    CHECK(layer.counts.drawn == 1);
    CHECK(layer.diagnostics.count("wal-ignored") == 1);
    CHECK(folderContent(folder.path()) == before);
}

TEST_CASE("Shapefile texts are right with a stated encoding and without")
{
    const TestFolder folder;
    const auto written = [&](const char* name, const char* encoding, const char* text) {
        {
            const Writer writer("ESRI Shapefile", folder.path() / name, 4326, wkbPoint, {encoding});
            writer.field("name", OFTString);
            writer.add("POINT (1 2)", [&](OGRFeature& feature) { feature.SetField("name", text); });
        }
        return folder.path() / name / "data.shp";
    };
    // As a folder name GDAL makes a folder of it, with data.shp inside.
    const auto utf8 = written("utf8", "ENCODING=UTF-8", "قاعدة قسرك");
    CHECK(onlyLayer(utf8.string()).properties.text("name", 0) == "قاعدة قسرك");
    const auto latin = written("latin", "ENCODING=ISO-8859-1", "Büyük");
    CHECK(onlyLayer(latin.string()).properties.text("name", 0) == "Büyük");

    // Without .cpg and language byte: UTF-8 if it is that, else Windows-1252.
    for (const auto& [shapes, text] : {std::pair{utf8, "قاعدة قسرك"}, std::pair{latin, "Büyük"}}) {
        fs::remove(fs::path(shapes).replace_extension(".cpg"));
        std::fstream table(fs::path(shapes).replace_extension(".dbf"),
                           std::ios::binary | std::ios::in | std::ios::out);
        table.seekp(29);
        table.put('\0');
        table.close();
        CHECK(onlyLayer(shapes.string()).properties.text("name", 0) == text);
    }
    CHECK(onlyLayer(latin.string()).diagnostics.count("not-utf8") == 1);
}

TEST_CASE("A shapefile without its index is refused and not mended")
{
    const TestFolder folder;
    {
        const Writer writer("ESRI Shapefile", folder.path() / "data.shp", 4326, wkbPoint);
        writer.field("n", OFTInteger);
        writer.add("POINT (1 2)");
    }
    fs::remove(folder.path() / "data.shx");
    const auto before = folderContent(folder.path());
    CHECK_FALSE(readVector((folder.path() / "data.shp").string()).has_value());
    CHECK(folderContent(folder.path()) == before);
}

TEST_CASE("A FlatGeobuf file cut short is refused, or accounts for every feature it states")
{
    const TestFolder folder;
    const auto path = folder.path() / "x.fgb";
    {
        const Writer writer("FlatGeobuf", path, 4326, wkbPoint, {"SPATIAL_INDEX=NO"});
        writer.field("name", OFTString);
        for (int i = 0; i < 200; ++i) {
            writer.add(std::format("POINT ({} 5)", i % 90).c_str(), [&](OGRFeature& feature) {
                feature.SetField("name", "some text of some length");
            });
        }
    }
    const auto whole = folderContent(folder.path()).at("x.fgb");
    for (const std::size_t part : {1U, 2U, 3U, 5U, 7U, 9U}) {
        const auto cut =
            folder.write("cut.fgb", std::string_view(whole).substr(0, whole.size() * part / 10));
        const auto read = readVector(cut);
        if (read) {
            const auto& counts = read->layers.at(0).counts;
            CHECK(counts.drawn + counts.rejected + counts.noPlace == counts.features);
            CHECK(counts.features == 200);
            CHECK(counts.drawn < 200);
            CHECK(read->layers[0].diagnostics.count("unread-features") == 1);
        }
    }
}

TEST_CASE("Our GeoJSON reader and GDAL's agree on features, places and values")
{
    const TestFolder folder;
    const auto path = folder.path() / "x.geojson";
    {
        const Writer writer("GeoJSON", path, 4326, wkbUnknown);
        writer.field("name", OFTString);
        writer.field("n", OFTInteger);
        writer.field("share", OFTReal);
        const std::array wkts{"POINT (1.5 2.25)", "LINESTRING (0 0, 1 1, 2 5)",
                              "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 2 1, 2 2, 1 1))",
                              "MULTIPOINT (1 2, 3 4)",
                              "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))"};
        for (int i = 0; i < 500; ++i) {
            writer.add(wkts.at(static_cast<std::size_t>(i) % wkts.size()),
                       [&](OGRFeature& feature) {
                           feature.SetField("name", std::format("name \"{}\"\\\n", i).c_str());
                           feature.SetField("n", i);
                           feature.SetField("share", i / 7.0);
                       });
        }
    }

    const auto layer = onlyLayer(path.string());

    const std::unique_ptr<GDALDataset> dataset(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR));
    REQUIRE(dataset != nullptr);
    std::size_t row = 0;
    for (const auto& feature : dataset->GetLayer(0)) {
        REQUIRE(row < layer.rowCount());
        CHECK(layer.properties.text("name", row) == feature->GetFieldAsString("name"));
        CHECK(layer.properties.text("n", row) == feature->GetFieldAsString("n"));
        CHECK(std::stod(layer.properties.text("share", row).value()) ==
              feature->GetFieldAsDouble("share"));
        OGREnvelope envelope;
        feature->GetGeometryRef()->getEnvelope(&envelope);
        const MercatorBox box = layer.geometry.boxOfFeature(row);
        CHECK(box.minX == toMercator({envelope.MinX, 0}).x);
        CHECK(box.maxX == toMercator({envelope.MaxX, 0}).x);
        CHECK(box.minY == toMercator({0, envelope.MaxY}).y);
        CHECK(box.maxY == toMercator({0, envelope.MinY}).y);
        ++row;
    }
    CHECK(row == layer.rowCount());
    CHECK(layer.counts.drawn == 500);
}

TEST_CASE("The measures of lines are times if they count from 1970, in every format that has them")
{
    for (const auto& [driver, file, layerOptions] :
         {Format{"GPKG", "x.gpkg"}, Format{"FlatGeobuf", "x.fgb", {"SPATIAL_INDEX=NO"}},
          Format{"ESRI Shapefile", "data.shp", {"SHPT=ARCZM"}}}) {
        INFO(driver);
        const TestFolder folder;
        {
            const Writer writer(driver, folder.path() / file, 4326, wkbLineStringZM, layerOptions);
            writer.add("LINESTRING ZM (40 36 1 1771653600, 41 36.5 2 1771657200)");
            writer.add("LINESTRING ZM (40 36 1 0, 41 36.5 2 45.5)");
        }
        const auto read = readVector((folder.path() / file).string());
        REQUIRE(read);
        const Layer& layer = read->layers.front();
        REQUIRE(layer.tracks.tracks.size() == 1);
        CHECK(layer.tracks.times == std::vector<Instant>{1'771'653'600, 1'771'657'200});
        CHECK(layer.tracks.places[1] == layer.geometry.vertices[1]);
        CHECK(layer.diagnostics.count("measures-not-times") == 1);
        CHECK(layer.counts.noDate == 1);
    }
}
