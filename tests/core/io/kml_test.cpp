// SPDX-License-Identifier: Apache-2.0
#include "core/io/gdal_guard.hpp"
#include "core/io/html_text.hpp"
#include "core/io/kml_geometry.hpp"
#include "core/io/kml_outline.hpp"
#include "core/io/reader.hpp"
#include "test_file.hpp"
#include "zip_writer.hpp"

#include <catch2/catch_test_macros.hpp>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <filesystem>
#include <format>
#include <fstream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

using namespace masar::core;
using masar::test::TestFolder;
using masar::test::writeZip;
namespace fs = std::filesystem;

namespace {

std::string kml(std::string_view inside)
{
    return std::format(R"(<?xml version="1.0" encoding="UTF-8"?>)"
                       R"(<kml xmlns="http://www.opengis.net/kml/2.2" )"
                       R"(xmlns:gx="http://www.google.com/kml/ext/2.2">{}</kml>)",
                       inside);
}

std::string placemark(std::string_view inside)
{
    return std::format("<Placemark>{}</Placemark>", inside);
}

constexpr std::string_view kKmlPoint = "<Point><coordinates>40.5,36.7</coordinates></Point>";

Layer readKmlLayer(const std::string& path)
{
    auto read = readVector(path);
    INFO((read ? std::string{} : read.error().detail));
    REQUIRE(read.has_value());
    REQUIRE(read->layers.size() == 1);
    const auto& counts = read->layers[0].counts;
    CHECK(counts.drawn + counts.rejected + counts.noPlace == counts.features);
    return std::move(read->layers[0]);
}

Layer readKmlText(std::string_view text)
{
    const TestFolder folder;
    return readKmlLayer(folder.write("x.kml", text));
}

Error errorOfKml(std::string_view text, const char* name = "x.kml")
{
    const TestFolder folder;
    const auto read = readVector(folder.write(name, text));
    REQUIRE_FALSE(read.has_value());
    return read.error();
}

std::string spanText(const Span& span)
{
    const auto text = [](Instant at) { return isFinite(at) ? isoInstant(at, Zone()) : ".."; };
    return span.dated() ? std::format("{} {} {} {}", text(span.beginMin), text(span.beginMax),
                                      text(span.endMin), text(span.endMax))
                        : "none";
}

/// GDAL's own driver for KML, for as long as it lives: the witness, not what Masar reads with.
class KmlWitness {
public:
    explicit KmlWitness(const std::string& path)
    {
        guardGdal();
        RegisterOGRKML();
        m_dataset.reset(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR));
        REQUIRE(m_dataset != nullptr);
    }
    ~KmlWitness()
    {
        m_dataset.reset();
        auto* const driver = GetGDALDriverManager()->GetDriverByName("KML");
        GetGDALDriverManager()->DeregisterDriver(driver);
        delete driver;
    }
    KmlWitness(const KmlWitness&) = delete;
    KmlWitness& operator=(const KmlWitness&) = delete;

    [[nodiscard]] GDALDataset& dataset() { return *m_dataset; }

private:
    std::unique_ptr<GDALDataset> m_dataset;
};

} // namespace

TEST_CASE("GDAL's KML driver sees the same names and places")
{
    const TestFolder folder;
    std::string text;
    const std::vector<std::string> shapes{
        "<Point><coordinates>{0}.5,1.25,7</coordinates></Point>",
        "<LineString><coordinates>{0},1 {0}.5,2,3\n {0},3</coordinates></LineString>",
        "<Polygon><outerBoundaryIs><LinearRing><coordinates>{0},0 {0}.9,0 {0}.9,1 {0},1 {0},0"
        "</coordinates></LinearRing></outerBoundaryIs><innerBoundaryIs><LinearRing><coordinates>"
        "{0}.2,0.2 {0}.4,0.2 {0}.4,0.4 {0}.2,0.2</coordinates></LinearRing></innerBoundaryIs>"
        "</Polygon>",
        "<MultiGeometry><Point><coordinates>{0},5</coordinates></Point><Point><coordinates>"
        "{0}.5,6</coordinates></Point></MultiGeometry>"};
    for (int i = 0; i < 200; ++i) {
        const auto& shape = shapes.at(static_cast<std::size_t>(i) % shapes.size());
        const int lon = i % 170;
        text += placemark(std::format("<name>n {} &amp; ق</name>", i) +
                          std::vformat(shape, std::make_format_args(lon)));
    }
    const auto path =
        folder.write("x.kml", kml("<Document><Folder>" + text + "</Folder></Document>"));

    const Layer layer = readKmlLayer(path);

    REQUIRE(layer.counts.drawn == 200);
    KmlWitness witness(path);
    REQUIRE(witness.dataset().GetLayerCount() == 1);
    std::size_t row = 0;
    for (const auto& feature : witness.dataset().GetLayer(0)) {
        REQUIRE(row < layer.rowCount());
        INFO(row);
        CHECK(layer.properties.text("name", row) == feature->GetFieldAsString("Name"));
        OGREnvelope envelope;
        feature->GetGeometryRef()->getEnvelope(&envelope);
        const MercatorBox box = layer.geometry.boxOfFeature(row);
        CHECK(box.minX == toMercator({envelope.MinX, 0}).x);
        CHECK(box.maxX == toMercator({envelope.MaxX, 0}).x);
        CHECK(box.minY == toMercator({0, envelope.MaxY}).y);
        CHECK(box.maxY == toMercator({0, envelope.MinY}).y);
        ++row;
    }
    CHECK(row == 200);
}

TEST_CASE(
    "KML times are kept whole: year, month, day, moment with offset, spans open at either end")
{
    struct Case {
        const char* time;
        const char* field;
        const char* span;
    };
    for (const auto& [time, field, span] : {
             Case{"<TimeStamp><when>2007</when></TimeStamp>", "2007",
                  "2007-01-01T00:00:00Z 2007-12-31T00:00:00Z 2007-01-02T00:00:00Z "
                  "2008-01-01T00:00:00Z"},
             Case{"<TimeStamp><when> 2007-04 </when></TimeStamp>", "2007-04",
                  "2007-04-01T00:00:00Z 2007-04-30T00:00:00Z 2007-04-02T00:00:00Z "
                  "2007-05-01T00:00:00Z"},
             Case{"<TimeStamp><when>2007-04-05</when></TimeStamp>", "2007-04-05",
                  "2007-04-05T00:00:00Z 2007-04-05T00:00:00Z 2007-04-06T00:00:00Z "
                  "2007-04-06T00:00:00Z"},
             Case{"<TimeStamp><when>2007-04-05T10:11:12.5+03:00</when></TimeStamp>",
                  "2007-04-05T10:11:12+03:00",
                  "2007-04-05T07:11:12Z 2007-04-05T07:11:12Z 2007-04-05T07:11:13Z "
                  "2007-04-05T07:11:13Z"},
             Case{"<TimeSpan><begin>2007</begin><end>2008-02</end></TimeSpan>", "2007/2008-02",
                  "2007-01-01T00:00:00Z 2007-12-31T00:00:00Z 2008-02-02T00:00:00Z "
                  "2008-03-01T00:00:00Z"},
             Case{"<TimeSpan><begin>2007-04-05</begin></TimeSpan>", "2007-04-05/..",
                  "2007-04-05T00:00:00Z 2007-04-05T00:00:00Z .. .."},
             Case{"<TimeSpan><end>2007-04-05</end></TimeSpan>", "../2007-04-05",
                  ".. .. 2007-04-06T00:00:00Z 2007-04-06T00:00:00Z"},
             Case{"<TimeSpan><begin>2007-04-05T10:00:00Z</begin><end>2007-04-05T11:00:00Z</end>"
                  "</TimeSpan>",
                  "2007-04-05T10:00:00Z/2007-04-05T11:00:00Z",
                  "2007-04-05T10:00:00Z 2007-04-05T10:00:00Z 2007-04-05T11:00:01Z "
                  "2007-04-05T11:00:01Z"},
             Case{"<TimeStamp><when>2007-04-05Z</when></TimeStamp>", "2007-04-05",
                  "2007-04-05T00:00:00Z 2007-04-05T00:00:00Z 2007-04-06T00:00:00Z "
                  "2007-04-06T00:00:00Z"},
         }) {
        INFO(time);
        const Layer layer = readKmlText(kml(placemark(std::string(time) + std::string(kKmlPoint))));
        REQUIRE(layer.rowCount() == 1);
        CHECK(layer.properties.text("time", 0) == field);
        CHECK(spanText(layer.spans[0]) == span);
        CHECK(layer.timeFields.startField == "time");
    }
}

TEST_CASE("What is no time leaves the placemark without a date, and is named")
{
    const Layer layer = readKmlText(
        kml(placemark("<TimeStamp><when>last spring</when></TimeStamp>" + std::string(kKmlPoint))));
    CHECK(layer.counts.noDate == 1);
    CHECK(layer.diagnostics.count("unreadable-date") == 1);
    CHECK(layer.properties.text("time", 0) == "last spring");
}

TEST_CASE("Times are inherited from the nearest folder or document, wherever it states them")
{
    const std::string point(kKmlPoint);
    const Layer layer = readKmlText(
        kml("<Document><name>all</name><TimeSpan><begin>2001</begin></TimeSpan>" +
            placemark("<name>a</name>" + point) + "<Folder><name>in</name>" +
            placemark("<name>b</name>" + point) + "<Folder><name>deep</name>" +
            placemark("<name>c</name>" + point) +
            placemark("<name>d</name><TimeStamp><when>2004</when></TimeStamp>" + point) +
            "</Folder><TimeStamp><when>2003</when></TimeStamp></Folder>" +
            placemark("<name>e</name><TimeSpan/><Camera><gx:TimeStamp><when>1999</when>"
                      "</gx:TimeStamp></Camera>" +
                      point) +
            "</Document>"));
    CHECK(layer.name == "all");
    const std::vector<std::pair<std::string, std::string>> expected{{"", "2001/.."},
                                                                    {"in", "2003"},
                                                                    {"in / deep", "2003"},
                                                                    {"in / deep", "2004"},
                                                                    {"", "2001/.."}};
    REQUIRE(layer.rowCount() == expected.size());
    for (std::size_t row = 0; row < expected.size(); ++row) {
        INFO(row);
        CHECK(layer.properties.text("folder", row).value_or("") == expected[row].first);
        CHECK(layer.properties.text("time", row) == expected[row].second);
    }
}

TEST_CASE("A gx:Track is a movement, and the tracks of a gx:MultiTrack its parts")
{
    const std::string first = "<when>2010-05-28T02:02:09Z</when><when>2010-05-28T02:02:35Z</when>"
                              "<gx:coord>40 36 9</gx:coord><gx:coord>41 36.5 9</gx:coord>";
    const std::string second = "<when>2010-05-28T03:00:00Z</when><gx:coord>42 37</gx:coord>"
                               "<when>2010-05-28T03:10:00Z</when><gx:coord>43 37</gx:coord>";
    const auto tracked = [](const std::string& inside) {
        return "<gx:Track>" + inside + "</gx:Track>";
    };
    const Layer layer =
        readKmlText(kml("<Document>" + placemark(tracked(first)) +
                        placemark("<gx:MultiTrack><gx:interpolate>0</gx:interpolate>" +
                                  tracked(first) + tracked(second) + "</gx:MultiTrack>") +
                        "</Document>"));
    REQUIRE(layer.tracks.tracks.size() == 2);
    CHECK(layer.counts.line == 2);
    CHECK(spanText(layer.spans[0]) == "2010-05-28T02:02:09Z 2010-05-28T02:02:09Z "
                                      "2010-05-28T02:02:36Z 2010-05-28T02:02:36Z");
    const auto fixes = layer.tracks.fixesOf(layer.tracks.tracks[1]);
    REQUIRE(fixes.size() == 4);
    CHECK(fixes.marks[2] == fix_marks::afterBreak);
    CHECK(fixes.places[3] == toMercator({43, 37}));
}

TEST_CASE("Tracks whose times and places do not match lose the movement, not the line")
{
    const Layer layer = readKmlText(kml(
        "<Document>" +
        placemark("<gx:Track><when>2010</when><gx:coord>1 2 3</gx:coord><gx:coord>2 3 4</gx:coord>"
                  "</gx:Track>") +
        placemark("<gx:Track><when>2010-01-01T00:00:00Z</when><when>nonsense</when>"
                  "<when>2010-01-03T00:00:00Z</when><when>2010-01-04T00:00:00Z</when>"
                  "<gx:coord>1 2</gx:coord><gx:coord>2 3</gx:coord><gx:coord/>"
                  "<gx:coord>4 5</gx:coord></gx:Track>") +
        placemark("<gx:Track><when>2010-02-01</when><gx:coord>1 2 3</gx:coord></gx:Track>") +
        placemark("<gx:Track></gx:Track>") + "</Document>"));
    CHECK(layer.counts.drawn == 3);
    CHECK(layer.counts.noPlace == 1);
    CHECK(layer.diagnostics.count("times-mismatch") == 1);
    CHECK(layer.properties.text("when", 0) == "2010");
    REQUIRE(layer.tracks.tracks.size() == 1);
    CHECK(layer.tracks.tracks[0].row == 1);
    CHECK(layer.tracks.times.size() == 2);
    CHECK(layer.diagnostics.count("fix-without-place") == 1);
    CHECK(layer.diagnostics.count("fix-without-time") == 1);
    CHECK(layer.counts.point == 1);
    CHECK(layer.properties.text("time", 2) == "2010-02-01");
}

TEST_CASE("Coordinates are read as people write them, and refused where they could mean two things")
{
    const auto countOf = [](std::string_view text) {
        const auto places = KmlGeometry::positionsOf(text);
        return places ? static_cast<int>(places->size()) : -1;
    };
    CHECK(countOf("") == 0);
    CHECK(countOf(" \n\t ") == 0);
    CHECK(countOf("1,2") == 1);
    CHECK(countOf("1,2,3 4,5,6") == 2);
    CHECK(countOf("\n  1,2\r\n\t4,5\n") == 2);
    CHECK(countOf("1, 2, 3  4 ,5 ,6") == 2);
    CHECK(countOf("+1,-2.5e1,") == 1);
    CHECK(countOf("1 2") == -1);
    CHECK(countOf("1,2,3,4") == -1);
    CHECK(countOf("1,,2") == -1);
    CHECK(countOf("1,2;3,4") == -1);
    CHECK(countOf("north,east") == -1);
    CHECK(countOf("1e999,2") == -1);
}

TEST_CASE("Broken geometry costs its placemark alone")
{
    const auto ring = [](std::string_view places) {
        return std::format("<Polygon><outerBoundaryIs><LinearRing><coordinates>{}</coordinates>"
                           "</LinearRing></outerBoundaryIs></Polygon>",
                           places);
    };
    const Layer layer = readKmlText(
        kml("<Folder>" + placemark("<Point><coordinates>200,20</coordinates></Point>") +
            placemark("<Point><coordinates>20,200</coordinates></Point>") +
            placemark("<Point><coordinates>x</coordinates></Point>") +
            placemark("<LineString><coordinates>1,2</coordinates></LineString>") +
            placemark("<Point><coordinates/></Point>") + placemark(ring("0,0 1,0 1,1")) +
            placemark(ring("0,0 1,0")) + placemark(ring("0,0 1,0 1,1 0,0")) +
            placemark("<Model><Location/></Model>") + "</Folder>"));
    CHECK(layer.counts.features == 9);
    CHECK(layer.counts.rejected == 4);
    CHECK(layer.counts.noPlace == 2);
    CHECK(layer.counts.drawn == 3);
    CHECK(layer.diagnostics.count("broken-geometry") == 4);
    CHECK(layer.diagnostics.count("ring-not-closed") == 1);
    CHECK(layer.diagnostics.count("kml-not-supported") == 1);
    CHECK(layer.geometry.vertices[0] == toMercator({-160, 20}));
}

TEST_CASE("A placemark within a placemark is one feature, and is named")
{
    const std::string point(kKmlPoint);
    const Layer layer =
        readKmlText(kml(placemark("<MultiGeometry>" + placemark("<name>in</name>" + point) + point +
                                  "</MultiGeometry><name>out</name>")));
    CHECK(layer.counts.features == 1);
    CHECK(layer.properties.text("name", 0) == "out");
    CHECK(layer.diagnostics.count("nested-placemark") == 1);
}

TEST_CASE("What is written before the fault of a broken file still opens, and the fault has a line")
{
    const Layer layer =
        readKmlText("<kml>\n" + placemark("<name>whole</name>" + std::string(kKmlPoint)) +
                    "\n<Placemark><name>cut</name>" + std::string(kKmlPoint));
    CHECK(layer.counts.features == 2);
    CHECK(layer.counts.rejected == 1);
    REQUIRE(layer.rowCount() == 1);
    CHECK(layer.properties.text("name", 0) == "whole");
    CHECK(layer.diagnostics.count("cut-short") == 1);
    const auto& kept = layer.diagnostics.kept();
    const auto broken = std::ranges::find(kept, "broken-file", &Diagnostic::code);
    REQUIRE(broken != kept.end());
    CHECK(broken->where.starts_with("3:"));
    CHECK(broken->severity == Severity::error);

    const Error error = errorOfKml("<kml>\n<Document>\n</Folder></kml>");
    CHECK(error.code == ErrorCode::malformed);
    CHECK(error.where.contains("x.kml:3:"));
}

TEST_CASE("Entities of a file's own are refused before any is expanded")
{
    std::string laughs = "<?xml version=\"1.0\"?><!DOCTYPE kml [<!ENTITY a \"ha\">";
    for (char c = 'b'; c < 'n'; ++c) {
        std::string ten;
        for (int i = 0; i < 10; ++i) {
            ten += std::format("&{};", static_cast<char>(c - 1));
        }
        laughs += std::format("<!ENTITY {} \"{}\">", c, ten);
    }
    laughs += "]><kml><Placemark><name>&m;</name></Placemark></kml>";
    CHECK(errorOfKml(laughs).code == ErrorCode::refused);
    // In an archive, where the beginning of the file does not show it.
    const TestFolder folder;
    const auto read = readVector(writeZip(folder, "x.kmz", {{"doc.kml", laughs}}));
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code == ErrorCode::refused);
}

TEST_CASE("Elements nested without end are refused")
{
    std::string text;
    for (int i = 0; i < 100000; ++i) {
        text += "<Folder>";
    }
    CHECK(errorOfKml(text).code == ErrorCode::refused);
}

TEST_CASE("Fields have the types of their schema, and none is lost to one of Masar's")
{
    const Layer layer = readKmlText(kml(
        R"(<Document><Schema name="s" id="s1"><SimpleField type="int" name="n"/>)"
        R"(<SimpleField type="double" name="share"/><SimpleField type="string" name="code"/>)"
        R"(<SimpleField type="bool" name="open"/></Schema>)" +
        placemark(R"(<name>a</name><ExtendedData><SchemaData schemaUrl="#s1">)"
                  R"(<SimpleData name="n">7</SimpleData><SimpleData name="share">2</SimpleData>)"
                  R"(<SimpleData name="code">12</SimpleData><SimpleData name="open">1</SimpleData>)"
                  R"(</SchemaData><Data name="people"><value>1200</value></Data>)"
                  R"(<Data name="name"><value>other</value></Data>)"
                  R"(<Data name="post"><value>00501</value></Data></ExtendedData>)" +
                  std::string(kKmlPoint)) +
        "</Document>"));
    const auto typeOf = [&](const char* field) {
        const auto column = layer.properties.find(field);
        REQUIRE(column.has_value());
        return layer.properties.columns[*column].type;
    };
    CHECK(typeOf("n") == FieldType::integer);
    CHECK(typeOf("share") == FieldType::real);
    CHECK(typeOf("code") == FieldType::text);
    CHECK(typeOf("open") == FieldType::boolean);
    CHECK(typeOf("people") == FieldType::integer);
    CHECK(layer.properties.text("post", 0) == "00501");
    CHECK(layer.properties.text("name", 0) == "a");
    CHECK(layer.properties.text("name_2", 0) == "other");
}

TEST_CASE("Styles are resolved through maps, and a placemark's own wins")
{
    const Layer layer = readKmlText(kml(
        R"(<Document><Style id="red"><LineStyle><color>7f0000ff</color><width>3</width></LineStyle>)"
        R"(<PolyStyle><color>ff00ff00</color><outline>0</outline></PolyStyle></Style>)"
        R"(<StyleMap id="m"><Pair><key>normal</key><styleUrl>#red</styleUrl></Pair>)"
        R"(<Pair><key>highlight</key><styleUrl>#none</styleUrl></Pair></StyleMap>)" +
        placemark("<styleUrl>#m</styleUrl><LineString><coordinates>1,2 3,4</coordinates>"
                  "</LineString>") +
        placemark("<styleUrl>#m</styleUrl><Style><LineStyle><color>ffff0000</color></LineStyle>"
                  "</Style><LineString><coordinates>1,2 3,4</coordinates></LineString>") +
        placemark("<styleUrl>http://example.org/s.kml#x</styleUrl><Style><IconStyle><color>#red"
                  "</color><Icon><href>http://example.org/i.png</href></Icon></IconStyle></Style>" +
                  std::string(kKmlPoint)) +
        "</Document>"));
    const auto text = [&](const char* field, std::size_t row) {
        return layer.properties.text(field, row).value_or("-");
    };
    CHECK(text("stroke", 0) == "#ff0000");
    CHECK(text("stroke-opacity", 0) == "0.5");
    CHECK(text("stroke-width", 0) == "3");
    CHECK(text("fill", 0) == "-");
    CHECK(text("stroke", 1) == "#0000ff");
    CHECK(text("stroke-width", 1) == "3");
    CHECK(text("icon", 2) == "http://example.org/i.png");
    CHECK(text("marker-color", 2) == "-");
    CHECK(layer.diagnostics.count("style-not-found") == 1);
    CHECK(layer.diagnostics.count("style-not-read") == 1);
}

TEST_CASE("A description is read without its markup")
{
    CHECK(plainTextOfHtml("  a < b & c > d ") == "a < b & c > d");
    CHECK(plainTextOfHtml("one\ntwo") == "one\ntwo");
    CHECK(plainTextOfHtml("<b>Base</b><br>open &amp; shut&#x2014;now") == "Base\nopen & shut—now");
    CHECK(plainTextOfHtml("<table><tr><td>a</td><td>1</td></tr><tr><td>b</td></tr></table>") ==
          "a 1\nb");
    CHECK(plainTextOfHtml("<a href=\"https://example.org/x\">more</a>.") ==
          "more (https://example.org/x).");
    CHECK(plainTextOfHtml("<a href=\"javascript:alert(1)\">x</a>") == "x");
    CHECK(plainTextOfHtml("<script>alert('<p>')</script>seen<!-- not --><style>p{}</style>") ==
          "seen");
    CHECK(plainTextOfHtml("<p>قاعدة<p>x<") == "قاعدة\nx<");
    CHECK(plainTextOfHtml("<").size() == 1);
}

TEST_CASE(
    "The documents of a KMZ are its layers, doc.kml first; what leads out of it is not touched")
{
    const auto named = [](const char* name) {
        return kml(placemark(std::format("<name>{}</name>", name) + std::string(kKmlPoint)));
    };
    const TestFolder folder;
    const auto read = readVector(writeZip(folder, "x.kmz",
                                          {{"../evil.kml", named("evil")},
                                           {"/etc/evil.kml", named("evil")},
                                           {"..\\evil.kml", named("evil")},
                                           {"a/other.kml", named("other")},
                                           {"files/icon.png", "png"},
                                           {"broken.kml", "<kml>"},
                                           {"doc.kml", named("doc")}}));
    REQUIRE(read.has_value());
    CHECK(read->driver == "KMZ");
    REQUIRE(read->layers.size() == 2);
    CHECK(read->layers[0].properties.text("name", 0) == "doc");
    CHECK(read->layers[1].properties.text("name", 0) == "other");
    CHECK(read->layers[1].name == "other");
    CHECK(read->layers[0].diagnostics.count("archive-name") == 1);
    CHECK(read->layers[0].diagnostics.count("broken-file") == 1);
    CHECK(std::ranges::distance(fs::directory_iterator(folder.path())) == 1);

    const auto onlyEvil = readVector(writeZip(folder, "x.kmz", {{"../doc.kml", named("evil")}}));
    REQUIRE_FALSE(onlyEvil.has_value());
    CHECK(onlyEvil.error().code == ErrorCode::unsupported);
}

TEST_CASE("A KMZ whose doc.kml only links to its other documents is those documents")
{
    const TestFolder folder;
    const Layer layer = readKmlLayer(
        writeZip(folder, "x.kmz",
                 {{"doc.kml", kml("<Document><NetworkLink><Link><href>layers/a.kml</href></Link>"
                                  "</NetworkLink></Document>")},
                  {"layers/a.kml", kml(placemark("<name>a</name>" + std::string(kKmlPoint)))}}));
    CHECK(layer.name == "a");
    CHECK(layer.counts.drawn == 1);
    CHECK(layer.diagnostics.count("kml-not-supported") == 1);
}

TEST_CASE("Archives that are bombs, cut short or damaged are refused soon")
{
    const TestFolder folder;
    const auto bomb = readVector(writeZip(
        folder, "x.kmz", {{"doc.kml", "<kml>" + std::string(std::size_t{64} << 20, ' ')}}));
    REQUIRE_FALSE(bomb.has_value());
    CHECK(bomb.error().code == ErrorCode::refused);

    const auto path = writeZip(folder, "x.kmz", {{"doc.kml", kml(placemark(kKmlPoint))}});
    std::ostringstream out;
    out << std::ifstream(path, std::ios::binary).rdbuf();
    const std::string whole = out.str();
    CHECK(errorOfKml(whole.substr(0, whole.size() / 2), "x.kmz").code == ErrorCode::malformed);
    std::string damaged = whole;
    damaged[60] = static_cast<char>(damaged[60] ^ 0x10);
    CHECK(errorOfKml(damaged, "x.kmz").code == ErrorCode::malformed);
}

TEST_CASE("An archive whose list of members is damaged in the middle loses none of them in silence")
{
    const TestFolder folder;
    const auto path =
        writeZip(folder, "x.kmz",
                 {{"a.kml", kml(placemark(kKmlPoint))}, {"b.kml", kml(placemark(kKmlPoint))}});
    std::ostringstream out;
    out << std::ifstream(path, std::ios::binary).rdbuf();
    std::string damaged = out.str();
    const auto second = damaged.rfind("PK\x01\x02");
    REQUIRE(second != std::string::npos);
    damaged[second] = 'X';
    CHECK(errorOfKml(damaged, "x.kmz").code == ErrorCode::malformed);
}

TEST_CASE("A spreadsheet with a member that leads out of it is refused")
{
    const TestFolder folder;
    const auto read = readVector(writeZip(folder, "x.xlsx",
                                          {{"[Content_Types].xml", "<Types/>"},
                                           {"xl/workbook.xml", "<workbook/>"},
                                           {"xl\\worksheets\\sheet1.xml", "<worksheet/>"}}));
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code == ErrorCode::refused);
}

TEST_CASE("Reading KML reports progress and ends soon when it is stopped")
{
    const TestFolder folder;
    std::string text;
    for (int i = 0; i < 20000; ++i) {
        text += placemark(kKmlPoint);
    }
    const auto path = folder.write("x.kml", kml("<Folder>" + text + "</Folder>"));
    std::vector<double> seen;
    ReadOptions options;
    options.progress = [&](double done) { seen.push_back(done); };
    REQUIRE(readVector(path, options).has_value());
    CHECK(seen.size() > 10);
    CHECK(std::ranges::is_sorted(seen));

    std::stop_source stop;
    options.stop = stop.get_token();
    options.progress = [&](double) { stop.request_stop(); };
    const auto read = readVector(path, options);
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().code == ErrorCode::cancelled);
}
