// SPDX-License-Identifier: Apache-2.0
#include "gdal_writer.hpp"
#include "zip_writer.hpp"

#include <catch2/catch_test_macros.hpp>

#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <format>

using namespace masar::core;
using masar::test::folderContent;
using masar::test::GdalWriter;
using masar::test::onlyLayer;
using masar::test::TestFolder;
using masar::test::writeZip;
namespace fs = std::filesystem;

namespace {

LonLat firstPlace(const Layer& layer, std::size_t row = 0)
{
    return toLonLat(layer.geometry.verticesOf(layer.geometry.partsOf(row)[0])[0]);
}

void checkNear(LonLat got, double lonDeg, double latDeg)
{
    CHECK(std::abs(got.lonDeg - lonDeg) < 1e-5);
    CHECK(std::abs(got.latDeg - latDeg) < 1e-5);
}

/// Whether a file has been opened since.
class OpenWatch {
public:
    explicit OpenWatch(const std::string& path) : m_notify(inotify_init1(IN_NONBLOCK))
    {
        REQUIRE(inotify_add_watch(m_notify, path.c_str(), IN_OPEN) >= 0);
    }
    ~OpenWatch() { close(m_notify); }
    OpenWatch(const OpenWatch&) = delete;
    OpenWatch& operator=(const OpenWatch&) = delete;

    [[nodiscard]] bool opened() const
    {
        std::array<char, 4096> events{};
        return read(m_notify, events.data(), events.size()) > 0;
    }

private:
    int m_notify;
};

struct Made {
    const char* driver;
    const char* file;
    std::vector<const char*> layerOptions = {};
    std::vector<const char*> datasetOptions = {};
    const char* name = "Name"; ///< as the format keeps it
};

/// Three named places with dates, written by GDAL.
void write(const Made& made, const fs::path& folder)
{
    const GdalWriter writer(made.driver, folder / made.file, 4326, wkbPoint, made.layerOptions,
                            made.datasetOptions);
    writer.field("Name", OFTString);
    writer.field("day", OFTString);
    for (int i = 0; i < 3; ++i) {
        writer.add(std::format("POINT ({} 36.5)", 40 + i).c_str(), [&](OGRFeature& feature) {
            feature.SetField("Name", std::format("قاعدة {}", i).c_str());
            feature.SetField("day", std::format("2026-02-1{}", i).c_str());
        });
    }
}

// --- OpenStreetMap, written by hand: GDAL does not write it

std::string varint(std::uint64_t number)
{
    std::string out;
    do {
        out += static_cast<char>((number & 0x7fU) | (number > 0x7f ? 0x80U : 0U));
        number >>= 7U;
    } while (number > 0);
    return out;
}

std::string zigzag(std::int64_t number)
{
    return varint((static_cast<std::uint64_t>(number) << 1U) ^
                  static_cast<std::uint64_t>(number >> 63));
}

std::string numberField(unsigned field, const std::string& value)
{
    return varint(field << 3U) + value;
}

std::string bytesField(unsigned field, const std::string& bytes)
{
    return varint((field << 3U) | 2U) + varint(bytes.size()) + bytes;
}

std::string pbfBlock(const std::string& type, const std::string& content)
{
    const std::string blob = bytesField(1, content); // uncompressed
    const std::string header = bytesField(1, type) + numberField(3, varint(blob.size()));
    std::string size(4, '\0');
    size[3] = static_cast<char>(header.size());
    return size + header + blob;
}

/// One node with a name and a start_date.
std::string osmPbf()
{
    const std::string header = bytesField(4, "OsmSchema-V0.6");
    std::string strings;
    for (const char* text : {"", "name", "قسرك", "start_date", "2015-10", "amenity", "airport"}) {
        strings += bytesField(1, text);
    }
    // In units of 100 nanodegrees.
    const std::string node = numberField(1, zigzag(7)) +
                             bytesField(2, varint(1) + varint(3) + varint(5)) +
                             bytesField(3, varint(2) + varint(4) + varint(6)) +
                             numberField(8, zigzag(367000000)) + numberField(9, zigzag(405000000));
    return pbfBlock("OSMHeader", header) +
           pbfBlock("OSMData", bytesField(1, strings) + bytesField(2, bytesField(1, node)));
}

constexpr std::string_view kOsm = R"(<?xml version="1.0" encoding="UTF-8"?>
<osm version="0.6" generator="hand">
 <node id="1" lat="36.7" lon="40.5"><tag k="name" v="قسرك"/><tag k="start_date" v="2015"/><tag k="end_date" v="2026-02-21"/><tag k="source" v="survey"/></node>
 <node id="2" lat="36.0" lon="40.0"/>
 <node id="3" lat="36.0" lon="40.1"/>
 <node id="4" lat="36.1" lon="40.1"/>
 <way id="10"><nd ref="2"/><nd ref="3"/><nd ref="4"/><tag k="highway" v="track"/></way>
 <way id="11"><nd ref="2"/><nd ref="3"/><nd ref="4"/><nd ref="2"/><tag k="building" v="hangar"/><tag k="name" v="A"/></way>
</osm>)";

constexpr std::string_view kGml = R"(<?xml version="1.0" encoding="UTF-8"?>
<gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:m="http://example.org/m"
 xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="http://example.org/m SCHEMA">
<gml:featureMember><m:site gml:id="a"><m:name>قسرك</m:name><m:link xlink:href="LINK#b"/><m:start>2026-02-11</m:start>
<m:place><gml:Point gml:id="p" srsName="urn:ogc:def:crs:EPSG::4326"><gml:pos>36.7 40.5</gml:pos></gml:Point></m:place></m:site></gml:featureMember>
<gml:featureMember><m:site gml:id="b"><m:name>b</m:name><m:start>2026-02-12</m:start>
<m:place><gml:Point gml:id="q" srsName="SYSTEM"><gml:pos>36.7 40.5</gml:pos></gml:Point></m:place></m:site></gml:featureMember>
</gml:FeatureCollection>)";

std::string replaced(std::string_view text, const std::string& what, const std::string& by)
{
    std::string out(text);
    for (auto at = out.find(what); at != std::string::npos; at = out.find(what, at + by.size())) {
        out.replace(at, what.size(), by);
    }
    return out;
}

} // namespace

TEST_CASE("Files of each format that GDAL writes are read whole, and nothing beside them changes")
{
    for (const Made& made : {Made{"MapInfo File", "x.tab", {"ENCODING=UTF-8"}},
                             Made{"MapInfo File", "x.mif", {"ENCODING=UTF-8"}, {"FORMAT=MIF"}},
                             Made{"SQLite", "x.sqlite", {"LAUNDER=NO"}},
                             Made{"GML", "x.gml", {}, {"FORMAT=GML3.2"}}}) {
        INFO(made.driver << ' ' << made.file);
        const TestFolder folder;
        write(made, folder.path());
        const auto before = folderContent(folder.path());

        const auto layer = onlyLayer((folder.path() / made.file).string());

        CHECK(folderContent(folder.path()) == before);
        CHECK(layer.driver == made.driver);
        CHECK(layer.counts.features == 3);
        CHECK(layer.counts.drawn == 3);
        CHECK(layer.counts.noDate == 0);
        CHECK_FALSE(layer.crs.empty());
        CHECK(layer.properties.text("Name", 2) == "قاعدة 2");
        checkNear(firstPlace(layer, 2), 42, 36.5);
        CHECK(layer.spans[1].beginMin == 1'770'768'000); // 2026-02-11
    }
}

TEST_CASE("The rows of a spreadsheet have their places in columns, sheet by sheet")
{
    for (const auto& [driver, file] : {std::pair{"XLSX", "x.xlsx"}, std::pair{"ODS", "x.ods"}}) {
        INFO(driver);
        const TestFolder folder;
        {
            const GdalWriter writer(driver, folder.path() / file, 0, wkbNone);
            writer.field("name", OFTString);
            writer.field("Longitude", OFTReal);
            writer.field("Latitude", OFTReal);
            writer.field("date", OFTDate);
            for (int i = 0; i < 3; ++i) {
                writer.add(nullptr, [&](OGRFeature& feature) {
                    feature.SetField("name", "قاعدة");
                    if (i < 2) {
                        feature.SetField("Longitude", 40.25 + i);
                        feature.SetField("Latitude", 36.5);
                    }
                    feature.SetField("date", 2026, 2, 11 + i, 0, 0, 0.0F, 0);
                });
            }
        }
        const auto before = folderContent(folder.path());

        const auto layer = onlyLayer((folder.path() / file).string());

        CHECK(folderContent(folder.path()) == before);
        CHECK(layer.driver == driver);
        CHECK(layer.counts.features == 3);
        CHECK(layer.counts.drawn == 2);
        CHECK(layer.counts.noPlace == 1);
        CHECK(layer.counts.noDate == 0);
        CHECK(layer.placeFields == PlaceFields{.lonField = "Longitude", .latField = "Latitude"});
        CHECK(layer.properties.text("name", 0) == "قاعدة");
        checkNear(firstPlace(layer, 1), 41.25, 36.5);
    }
}

TEST_CASE("A table's places may be written with decimal commas, as WKT, or under Arabic names")
{
    const TestFolder folder;
    const auto commas = onlyLayer(folder.write("a.csv", "name;x;y\na;40,5;36,7\nb;forty;36\n"));
    CHECK(commas.counts.drawn == 1);
    CHECK(commas.counts.rejected == 1);
    checkNear(firstPlace(commas), 40.5, 36.7);

    const auto shapes =
        onlyLayer(folder.write("b.csv", "the_geom,n\nSRID=4326;POINT (40.5 36.7),1\nnonsense,2\n"));
    CHECK(shapes.counts.drawn == 1);
    CHECK(shapes.diagnostics.kept().at(0).text.contains("\"nonsense\" is not a geometry"));
    checkNear(firstPlace(shapes), 40.5, 36.7);

    const auto arabic = onlyLayer(folder.write("c.csv", "خط العرض,خط الطول\n36.7,40.5\n"));
    checkNear(firstPlace(arabic), 40.5, 36.7);
}

TEST_CASE("Each shapefile of a zip archive is a layer, and names that lead out are passed over")
{
    const TestFolder folder;
    std::vector<std::pair<std::string, std::string>> members;
    for (const char* name : {"roads", "sites"}) {
        const TestFolder made;
        {
            const GdalWriter writer("ESRI Shapefile", made.path() / "d", 32637, wkbPoint,
                                    {"ENCODING=UTF-8"});
            writer.field("name", OFTString);
            writer.add("POINT (500000 0)",
                       [&](OGRFeature& feature) { feature.SetField("name", "طريق"); });
        }
        for (const auto& [file, content] : folderContent(made.path() / "d")) {
            members.emplace_back(
                std::format("data/{}{}", name, fs::path(file).extension().string()), content);
        }
    }
    members.emplace_back("../evil.shp", "evil");
    members.emplace_back("readme.txt", "read me");
    members.emplace_back("data/broken.shp", "no shapefile");
    const auto path = writeZip(folder, "x.zip", members);
    const auto before = folderContent(folder.path());

    const auto read = readVector(path);

    REQUIRE(read.has_value());
    CHECK(read->driver == "ESRI Shapefile");
    REQUIRE(read->layers.size() == 2);
    CHECK(read->layers[0].name == "roads");
    CHECK(read->layers[1].name == "sites");
    for (const auto& layer : read->layers) {
        CHECK(layer.path == path);
        CHECK(layer.counts.drawn == 1);
        CHECK(layer.properties.text("name", 0) == "طريق");
        checkNear(firstPlace(layer), 39, 0);
    }
    CHECK(read->layers[0].diagnostics.count("archive-name") == 1);
    CHECK(read->layers[0].diagnostics.count("broken-file") == 1);
    CHECK(folderContent(folder.path()) == before);
    CHECK_FALSE(fs::exists(folder.path().parent_path() / "evil.shp"));
}

TEST_CASE("Archives that unpack to far too much, and those with nothing to read, are refused")
{
    const TestFolder folder;
    const std::string bomb(std::size_t{64} << 20, '\0');
    const auto shapes = readVector(writeZip(folder, "a.zip", {{"a.shp", bomb}}));
    REQUIRE_FALSE(shapes.has_value());
    CHECK(shapes.error().code == ErrorCode::refused);
    const auto sheet =
        readVector(writeZip(folder, "a.xlsx", {{"xl/workbook.xml", "<a/>"}, {"xl/b.xml", bomb}}));
    REQUIRE_FALSE(sheet.has_value());
    CHECK(sheet.error().code == ErrorCode::refused);
    const auto nothing = readVector(writeZip(folder, "b.zip", {{"readme.txt", "read me"}}));
    REQUIRE_FALSE(nothing.has_value());
    CHECK(nothing.error().code == ErrorCode::unsupported);
    CHECK(nothing.error().detail.contains("without a shapefile"));
}

TEST_CASE("OpenStreetMap's XML becomes points, lines and areas, with its dates and every tag")
{
    const TestFolder folder;
    const auto path = folder.write("x.osm", kOsm);
    const auto before = folderContent(folder.path());

    const auto read = readVector(path);

    CHECK(folderContent(folder.path()) == before);
    REQUIRE(read.has_value());
    REQUIRE(read->layers.size() == 3);
    const Layer& points = read->layers[0];
    CHECK(points.name == "points");
    REQUIRE(points.rowCount() == 1);
    CHECK(points.properties.text("name", 0) == "قسرك");
    CHECK(points.properties.text("other_tags", 0)->contains("survey"));
    CHECK(points.timeFields.startField == "start_date");
    CHECK(points.timeFields.endField == "end_date");
    CHECK(points.counts.noDate == 0);
    checkNear(firstPlace(points), 40.5, 36.7);
    CHECK(read->layers[1].name == "lines");
    CHECK(read->layers[1].properties.text("highway", 0) == "track");
    CHECK(read->layers[2].name == "multipolygons");
    CHECK(read->layers[2].properties.text("building", 0) == "hangar");
}

TEST_CASE("OpenStreetMap's PBF is read as its XML is")
{
    const TestFolder folder;
    const auto layer = onlyLayer(folder.write("x.pbf", osmPbf()));
    CHECK(layer.driver == "OSM");
    CHECK(layer.properties.text("name", 0) == "قسرك");
    CHECK(layer.properties.text("amenity", 0) == "airport");
    CHECK(layer.counts.noDate == 0);
    checkNear(firstPlace(layer), 40.5, 36.7);
    // Cut anywhere it is refused or read in part, but never more than that.
    for (std::size_t size = 0; size < osmPbf().size(); size += 3) {
        (void)readVector(folder.write("cut.pbf", osmPbf().substr(0, size)));
    }
}

TEST_CASE("A DXF drawing is read: in degrees or not, it does not say")
{
    const TestFolder folder;
    const auto path = folder.write(
        "x.dxf",
        "  0\nSECTION\n  2\nENTITIES\n  0\nPOINT\n  8\nsites\n 10\n40.5\n 20\n36.7\n  0\nLINE\n  "
        "8\nroads\n 10\n40\n 20\n36\n 11\n41\n 21\n37\n  0\nENDSEC\n  0\nEOF\n");
    const auto layer = onlyLayer(path);
    CHECK(layer.driver == "DXF");
    CHECK(layer.counts.drawn == 2);
    CHECK(layer.crs.empty());
    CHECK(layer.properties.text("Layer", 1) == "roads");
    checkNear(firstPlace(layer), 40.5, 36.7);
}

TEST_CASE("A SpatiaLite database is read without the functions and tables that SpatiaLite brings")
{
    const TestFolder folder;
    const auto geojson = folder.write(
        "a.geojson",
        R"({"type":"Feature","properties":{"n":7},"geometry":{"type":"Point","coordinates":[40.5,36.7]}})");
    const auto path = (folder.path() / "x.sqlite").string();
    REQUIRE(std::system(std::format("ogr2ogr -f SQLite -dsco SPATIALITE=YES '{}' '{}' -nln sites",
                                    path, geojson)
                            .c_str()) == 0);
    const auto before = folderContent(folder.path());

    const auto layer = onlyLayer(path);

    CHECK(folderContent(folder.path()) == before);
    CHECK(layer.name == "sites");
    CHECK(layer.properties.text("n", 0) == "7");
    checkNear(firstPlace(layer), 40.5, 36.7);
}

TEST_CASE("A database's virtual tables read no other file")
{
    const TestFolder folder;
    const auto secret = folder.write("secret.csv", "lon,lat\n1,2\n");
    const TestFolder shapes;
    write({"ESRI Shapefile", "data.shp"}, shapes.path());
    const auto stem = (shapes.path() / "data").string();
    for (const std::string& module :
         {std::format("VirtualText('{}', 'UTF-8', 1, POINT, NONE, ',')", secret),
          std::format("VirtualShape('{}', 'UTF-8', 4326)", stem),
          std::format("VirtualOGR('{}')", secret), std::format("VirtualOGR('{}.shp')", stem)}) {
        INFO(module);
        const auto path = (folder.path() / "x.sqlite").string();
        fs::remove(path);
        {
            const GdalWriter writer("SQLite", path, 4326, wkbPoint);
            writer.field("n", OFTInteger);
            writer.add("POINT (1 2)");
        }
        {
            // As a hostile writer would: into the schema itself, so that nothing is checked.
            const std::unique_ptr<GDALDataset> other(
                GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE));
            REQUIRE(other != nullptr);
            const std::string sql = std::format(
                "INSERT INTO sqlite_master VALUES ('table', 'evil', 'evil', 0, 'CREATE VIRTUAL "
                "TABLE evil USING {}')",
                replaced(module, "'", "''"));
            for (const std::string& statement : {std::string("PRAGMA writable_schema = ON"), sql}) {
                other->ReleaseResultSet(other->ExecuteSQL(statement.c_str(), nullptr, nullptr));
            }
        }
        REQUIRE(folderContent(folder.path()).at("x.sqlite").contains("VIRTUAL TABLE evil"));
        const OpenWatch watch(secret);
        const OpenWatch shapeWatch(stem + ".shp");
        const OpenWatch tableWatch(stem + ".dbf");

        const auto read = readVector(path);

        CHECK_FALSE(watch.opened());
        CHECK_FALSE(shapeWatch.opened());
        CHECK_FALSE(tableWatch.opened());
        if (read) {
            for (const auto& layer : read->layers) {
                CHECK(layer.counts.drawn <= 1);
            }
        }
    }
}

TEST_CASE("A MapInfo table that is a view of others reads none of them")
{
    const TestFolder folder;
    write({"MapInfo File", "other.tab"}, folder.path());
    const auto view = folder.write(
        "view.tab", "!table\n!version 100\n\nOpen Table \"other\" Hide\nOpen Table \"other2\" "
                    "Hide\n\nCreate View view As\nSelect Name, day\nFrom other, other2\nWhere "
                    "other.Name=other2.Name\n");
    const auto seamless = folder.write(
        "seamless.tab", "!table\n!version 300\n!charset WindowsLatin1\n\nDefinition Table\n  Type "
                        "NATIVE Charset \"WindowsLatin1\"\n  Fields 2\n    Table Char (254) "
                        ";\n    Description Char (25) ;\nbegin_metadata\n\"\\IsSeamless\" = "
                        "\"TRUE\"\nend_metadata\n");
    const OpenWatch watch((folder.path() / "other.tab").string());
    const OpenWatch tableWatch((folder.path() / "other.dat").string());
    CHECK_FALSE(readVector(view).has_value());
    CHECK_FALSE(readVector(seamless).has_value());
    CHECK_FALSE(watch.opened());
    CHECK_FALSE(tableWatch.opened());
}

TEST_CASE("GML is read without its schema, links and systems: no other file is opened")
{
    const TestFolder folder;
    const TestFolder elsewhere;
    const auto secret = elsewhere.write("secret.xsd", "<xs:schema/>");
    folder.write("beside.xsd", "<xs:schema/>");
    folder.write("x.gfs", "<GMLFeatureClassList/>");
    for (const std::string& address : {secret, "file://" + secret, std::string("beside.xsd"),
                                       fs::relative(secret, folder.path()).string()}) {
        INFO(address);
        const auto path = folder.write(
            "x.gml", replaced(replaced(replaced(kGml, "SCHEMA", address), "LINK", address),
                              "SYSTEM", address));
        const auto before = folderContent(folder.path());
        const OpenWatch secretWatch(secret);
        const OpenWatch schemaWatch((folder.path() / "beside.xsd").string());
        const OpenWatch templateWatch((folder.path() / "x.gfs").string());

        const auto layer = onlyLayer(path);

        CHECK_FALSE(secretWatch.opened());
        CHECK_FALSE(schemaWatch.opened());
        CHECK_FALSE(templateWatch.opened());
        CHECK(folderContent(folder.path()) == before);
        CHECK(layer.name == "site");
        CHECK(layer.counts.features == 2);
        CHECK(layer.properties.text("name", 0) == "قسرك");
        checkNear(firstPlace(layer), 40.5, 36.7); // the document says latitude first
    }
    // The watch does see a file being opened.
    const OpenWatch watch(secret);
    std::ifstream(secret).get();
    CHECK(watch.opened());
}

TEST_CASE("GML with a document type declaration is refused")
{
    const TestFolder folder;
    const auto refused = readVector(folder.write(
        "x.gml",
        replaced(kGml, "<gml:FeatureCollection",
                 "<!DOCTYPE a [<!ENTITY x SYSTEM \"/etc/passwd\">]><gml:FeatureCollection")));
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == ErrorCode::refused);
}

TEST_CASE("Texts in UTF-16 are read, with a byte order mark or without, in either order")
{
    const auto utf16 = [](std::string_view ascii, bool big, bool mark) {
        std::string out = mark ? (big ? "\xfe\xff" : "\xff\xfe") : "";
        for (const char c : ascii) {
            out += big ? std::string{'\0', c} : std::string{c, '\0'};
        }
        return out;
    };
    const TestFolder folder;
    constexpr std::string_view json =
        R"({"type":"Feature","properties":{"name":"a"},"geometry":{"type":"Point","coordinates":[40.5,36.7]}})";
    constexpr std::string_view kml =
        R"(<?xml version="1.0" encoding="UTF-16"?><kml><Placemark><name>a</name><Point><coordinates>40.5,36.7</coordinates></Point></Placemark></kml>)";
    constexpr std::string_view gpx =
        R"(<?xml version='1.0' encoding='utf-16'?><gpx version="1.1" creator="x"><wpt lat="36.7" lon="40.5"><name>a</name></wpt></gpx>)";
    constexpr std::string_view csv = "name,lon,lat\na,40.5,36.7\n";
    for (const auto& [file, text] : {std::pair{"x.geojson", json}, std::pair{"x.kml", kml},
                                     std::pair{"x.gpx", gpx}, std::pair{"x.csv", csv}}) {
        for (const bool big : {false, true}) {
            for (const bool mark : {false, true}) {
                INFO(file << (big ? " big" : " little") << (mark ? " with mark" : ""));
                const auto layer = onlyLayer(folder.write(file, utf16(text, big, mark)));
                CHECK(layer.properties.text("name", 0) == "a");
                checkNear(firstPlace(layer), 40.5, 36.7);
            }
        }
    }
    // A character of two units, and half of one.
    std::string text = utf16(R"({"type":"Point","name":"?","coordinates":[1,2]})", false, true);
    const auto at = text.find('?');
    const auto read = readVector(folder.write(
        "y.json", std::string(text).replace(at, 2, std::string_view("\x3d\xd8\x00\xde", 4))));
    CHECK(read.has_value());
    const auto half =
        readVector(folder.write("z.json", text.replace(at, 2, std::string_view("\x3d\xd8", 2))));
    REQUIRE_FALSE(half.has_value());
    CHECK(half.error().detail == std::format("not valid UTF-16 at byte {}", at));
}

TEST_CASE("What is a part of a file or of another program says what to open instead")
{
    const TestFolder folder;
    write({"ESRI Shapefile", "data.shp"}, folder.path());
    write({"MapInfo File", "table.tab"}, folder.path());
    const auto why = [&](const char* name) {
        return readVector((folder.path() / name).string()).error().detail;
    };
    CHECK(why("data.shx").contains("open the .shp file"));
    CHECK(why("data.prj").contains("open the .shp file"));
    CHECK(why("table.map").contains("open the .tab file"));
    folder.write("old.xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    CHECK(why("old.xls").contains("save it as .xlsx"));
    folder.write("plan.dwg", std::string_view("AC1032\0\0\0\0", 10));
    CHECK(why("plan.dwg").contains("save it as DXF"));
}
