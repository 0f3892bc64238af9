// SPDX-License-Identifier: Apache-2.0
#include "gdal_writer.hpp"

#include <catch2/catch_test_macros.hpp>

#include <format>

using namespace masar::core;
using masar::test::GdalWriter;
using masar::test::onlyLayer;
using masar::test::TestFolder;

namespace {

LonLat placeAt(const Layer& layer, std::size_t row)
{
    return toLonLat(layer.geometry.verticesOf(layer.geometry.partsOf(row)[0])[0]);
}

void checkAt(const Layer& layer, double lonDeg, double latDeg)
{
    CHECK(std::abs(placeAt(layer, 0).lonDeg - lonDeg) < 1e-5);
    CHECK(std::abs(placeAt(layer, 0).latDeg - latDeg) < 1e-5);
}

ReadOptions readAs(const std::string& crs)
{
    ReadOptions options;
    options.choices.crs = crs;
    return options;
}

std::string csv(std::initializer_list<const char*> dates)
{
    std::string text = "lon,lat,date\n";
    for (const char* date : dates) {
        text += std::format("40,36,{}\n", date);
    }
    return text;
}

Instant dayOf(std::int64_t year, unsigned month, unsigned day)
{
    return daysFromCivil({year, month, day}) * 86400;
}

} // namespace

TEST_CASE("A file that does not say its reference system asks for it and takes the one chosen")
{
    const TestFolder folder;
    struct Case {
        const char* driver;
        const char* file;
        std::vector<const char*> datasetOptions = {};
    };
    for (const auto& [driver, file, datasetOptions] :
         {Case{"ESRI Shapefile", "data.shp"}, Case{"MapInfo File", "x.mif", {"FORMAT=MIF"}},
          Case{"GPKG", "x.gpkg"}, Case{"FlatGeobuf", "x.fgb"}}) {
        INFO(driver);
        const auto path = (folder.path() / file).string();
        {
            const GdalWriter writer(driver, path, 0, wkbPoint, {}, datasetOptions);
            writer.field("n", OFTInteger);
            writer.add("POINT (500000 4000000)");
        }
        const auto asked = onlyLayer(path);
        CHECK(asked.needs.crs);
        CHECK(asked.crsOrigin == CrsOrigin::assumed);
        CHECK(asked.counts.drawn == 0);
        CHECK(asked.counts.rejected == 1);

        const auto told = onlyLayer(path, readAs("EPSG:32637"));
        CHECK_FALSE(told.needs.any());
        CHECK(told.crs == "EPSG:32637");
        CHECK(told.crsOrigin == CrsOrigin::chosen);
        REQUIRE(told.counts.drawn == 1);
        CHECK(std::abs(placeAt(told, 0).lonDeg - 39) < 1e-5);
    }
}

TEST_CASE("Numbers that could be degrees are still asked about where the format has systems")
{
    const TestFolder folder;
    const auto path = (folder.path() / "data.shp").string();
    {
        const GdalWriter writer("ESRI Shapefile", path, 0, wkbPoint);
        writer.field("n", OFTInteger);
        writer.add("POINT (40.5 36.7)");
    }
    const auto layer = onlyLayer(path);
    CHECK(layer.needs.crs);
    CHECK(layer.counts.drawn == 1); // drawn as what it most likely is until somebody says
    checkAt(layer, 40.5, 36.7);
    CHECK_FALSE(onlyLayer(path, readAs("EPSG:4326")).needs.crs);
}

TEST_CASE(
    "Formats of degrees and files that state a system ask nothing, unless they cannot be right")
{
    const TestFolder folder;
    const auto geojson = [&](const char* coordinates) {
        return folder.write("x.geojson",
                            std::format(R"({{"type":"Point","coordinates":[{}]}})", coordinates));
    };
    CHECK_FALSE(onlyLayer(geojson("40,36")).needs.any());
    CHECK(onlyLayer(geojson("40,36")).crsOrigin == CrsOrigin::format);
    CHECK(onlyLayer(geojson("500000,4000000")).needs.crs);
    checkAt(onlyLayer(geojson("500000,0"), readAs("EPSG:32637")), 39, 0);
    CHECK_FALSE(onlyLayer(folder.write("a.csv", "x,y\n40,36\n")).needs.any());
    const auto metres = folder.write("b.csv", "easting,northing\n500000,0\n600000,0\n");
    CHECK(onlyLayer(metres).needs.crs);
    checkAt(onlyLayer(metres, readAs("EPSG:32637")), 39, 0);
}

TEST_CASE("A table whose columns name no place asks for them and takes those chosen")
{
    const TestFolder folder;
    const auto path = folder.write("x.csv", "name,where1,where2,shape2\na,36.7,40.5,POINT (1 2)\n");
    const auto asked = onlyLayer(path);
    CHECK(asked.needs.places);
    CHECK(asked.counts.noPlace == 1);

    ReadOptions options;
    options.choices.placeFields = PlaceFields{.lonField = "where2", .latField = "where1"};
    const auto columns = onlyLayer(path, options);
    CHECK_FALSE(columns.needs.any());
    checkAt(columns, 40.5, 36.7);
    options.choices.placeFields = PlaceFields{.shapeField = "shape2"};
    checkAt(onlyLayer(path, options), 1, 2);
    options.choices.placeFields = PlaceFields{.lonField = "gone", .latField = "where1"};
    CHECK(onlyLayer(path, options).needs.places);
}

TEST_CASE("Choices can be for one layer of a file, and only some layers be read")
{
    const TestFolder folder;
    const auto path = (folder.path() / "x.ods").string();
    {
        GDALDataset* const dataset = [&] {
            guardGdal();
            return GetGDALDriverManager()->GetDriverByName("ODS")->Create(path.c_str(), 0, 0, 0,
                                                                          GDT_Unknown, nullptr);
        }();
        REQUIRE(dataset != nullptr);
        for (const char* name : {"one", "two", "three"}) {
            OGRLayer* const layer = dataset->CreateLayer(name, nullptr, wkbNone, nullptr);
            for (const char* field : {"a", "b"}) {
                OGRFieldDefn definition(field, OFTReal);
                REQUIRE(layer->CreateField(&definition) == OGRERR_NONE);
            }
            OGRFeature feature(layer->GetLayerDefn());
            feature.SetField("a", 40.5);
            feature.SetField("b", 36.7);
            REQUIRE(layer->CreateFeature(&feature) == OGRERR_NONE);
        }
        GDALClose(dataset);
    }
    const auto all = readVector(path);
    REQUIRE(all.has_value());
    REQUIRE(all->layers.size() == 3);
    CHECK(all->layers[1].needs.places);

    ReadOptions options;
    options.layerNames = {"two", "one"};
    options.layerChoices["two"].placeFields = PlaceFields{.lonField = "a", .latField = "b"};
    const auto some = readVector(path, options);
    REQUIRE(some.has_value());
    REQUIRE(some->layers.size() == 2);
    CHECK(some->layers[0].name == "one");
    CHECK(some->layers[0].counts.drawn == 0);
    CHECK_FALSE(some->layers[0].needs.any()); // beside one with places
    CHECK(some->layers[1].counts.drawn == 1);
}

TEST_CASE("One date of a field tells whether days or months come first; without one, it is either")
{
    const TestFolder folder;
    const auto days = onlyLayer(folder.write("a.csv", csv({"3/4/2026", "13/4/2026"})));
    CHECK(days.timeFields.startEncoding == DateEncoding::dayMonth);
    CHECK(days.spans[0].beginMin == dayOf(2026, 4, 3));
    CHECK_FALSE(days.needs.dateOrder);

    const auto months = onlyLayer(folder.write("b.csv", csv({"3/4/2026", "4/13/2026"})));
    CHECK(months.timeFields.startEncoding == DateEncoding::monthDay);
    CHECK(months.spans[0].beginMin == dayOf(2026, 3, 4));

    const auto path = folder.write("c.csv", csv({"3/4/2026", "5/4/2026", "6/6/2026"}));
    const auto either = onlyLayer(path);
    CHECK(either.needs.dateOrder);
    CHECK(either.diagnostics.count("date-order-unknown") == 1);
    CHECK(either.spans[0].beginMin == dayOf(2026, 3, 4));
    CHECK(either.spans[0].beginMax == dayOf(2026, 4, 3));
    CHECK(either.spans[2].beginMin == either.spans[2].beginMax);
    CHECK(either.counts.noDate == 0);

    ReadOptions options;
    options.dateOrder = DateOrder::monthFirst;
    const auto told = onlyLayer(path, options);
    CHECK_FALSE(told.needs.any());
    CHECK(told.diagnostics.count("date-order-unknown") == 0);
    CHECK(told.spans[0].beginMax == dayOf(2026, 3, 4));
}

TEST_CASE("A start that is ambiguous follows its end")
{
    const TestFolder folder;
    const auto layer = onlyLayer(folder.write(
        "x.csv",
        "lon,lat,start_date,end_date\n40,36,3/4/2026,25/4/2026\n40,36,5/4/2026,28/4/2026\n"));
    CHECK(layer.timeFields.convention == TimeConvention::range);
    CHECK(layer.timeFields.startEncoding == DateEncoding::dayMonth);
    CHECK_FALSE(layer.needs.dateOrder);
    CHECK(layer.spans[0].beginMin == dayOf(2026, 4, 3));
}

TEST_CASE("Samples show how the first different values of the date fields are read")
{
    const TestFolder folder;
    const auto layer = onlyLayer(
        folder.write("x.csv", csv({"3/4/2026", "3/4/2026", "soon", "13/4/2026", "14/4/2026"})));
    const auto samples = sampleDates(layer, layer.timeFields, 3);
    REQUIRE(samples.has_value());
    REQUIRE(samples->size() == 3);
    CHECK((*samples)[0].start == "3/4/2026");
    CHECK((*samples)[0].span.beginMin == dayOf(2026, 4, 3));
    CHECK((*samples)[1].start == "soon");
    CHECK_FALSE((*samples)[1].span.dated());
    CHECK((*samples)[2].start == "13/4/2026");
    auto wrong = layer.timeFields;
    wrong.startField = "gone";
    CHECK_FALSE(sampleDates(layer, wrong, 3).has_value());
    CHECK(dateEncodingOf(layer.properties, "date") == DateEncoding::dayMonth);
}
