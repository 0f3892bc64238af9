// SPDX-License-Identifier: Apache-2.0
#include "core/io/local_file.hpp"
#include "core/io/reader.hpp"
#include "test_file.hpp"

#include <catch2/catch_test_macros.hpp>

#include <sys/stat.h>

#include <filesystem>

using namespace masar::core;
using masar::test::TestFolder;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view kPoint =
    R"({"type":"Feature","properties":{"name":"x"},"geometry":{"type":"Point","coordinates":[1,2]}})";

} // namespace

TEST_CASE("Only local regular files are opened, and the error says what the path is instead")
{
    const TestFolder folder;
    REQUIRE(mkfifo((folder.path() / "pipe").c_str(), 0600) == 0);
    const auto codeOf = [](const std::string& path) { return checkLocalFile(path).error(); };

    CHECK(codeOf("").code == ErrorCode::invalidArgument);
    CHECK(codeOf("/no/such/file.geojson").code == ErrorCode::notFound);
    CHECK(codeOf("https://example.org/x.geojson").code == ErrorCode::refused);
    CHECK(codeOf("/vsizip/x.zip/x.geojson").code == ErrorCode::refused);
    CHECK(codeOf("/vsimem/x").code == ErrorCode::refused);
    CHECK(codeOf("//vsicurl/http://127.0.0.1/x").code == ErrorCode::refused);
    CHECK(codeOf("PG:dbname=x").code == ErrorCode::notFound);
    CHECK(codeOf("CSV:/etc/passwd").code == ErrorCode::notFound);
    CHECK(codeOf(folder.path().string()).detail.starts_with("a folder"));
    CHECK(codeOf((folder.path() / "pipe").string()).detail.starts_with("a pipe"));
    CHECK(codeOf("/dev/null").detail.starts_with("a device"));
    CHECK(codeOf(std::string("a\0b", 3)).code == ErrorCode::invalidArgument);
}

TEST_CASE("Hostile file names are opened as the files they are")
{
    const TestFolder folder;
    for (const char* name :
         {"PG:dbname=x.geojson", "CSV:x.geojson", "a b.geojson", "قاعدة.geojson", "-o.geojson",
          "%2e%2e.geojson", "a?b=c.geojson", "a#b.geojson", "quote'\".geojson", "{}.geojson",
          "new\nline.geojson", "vsimem.geojson", "$(id).geojson", "a,layer=b.geojson",
          "\xff\xfe.geojson"}) {
        const auto path = folder.write(name, kPoint);
        const auto read = readVector(path);
        INFO(name);
        REQUIRE(read.has_value());
        CHECK(read->layers.at(0).counts.drawn == 1);
    }
}

TEST_CASE("A link to a file is read, a broken link is not there")
{
    const TestFolder folder;
    const auto target = folder.write("target.geojson", kPoint);
    fs::create_symlink(target, folder.path() / "link.geojson");
    fs::create_symlink(folder.path() / "gone", folder.path() / "broken.geojson");
    CHECK(readVector((folder.path() / "link.geojson").string()).has_value());
    CHECK(readVector((folder.path() / "broken.geojson").string()).error().code ==
          ErrorCode::notFound);
}

TEST_CASE("A file is told by its content, not by its name")
{
    const TestFolder folder;
    const auto kindOf = [&](const std::string& name, std::string_view content) {
        return sniff(*checkLocalFile(folder.write(name, content)));
    };
    CHECK(kindOf("x.txt", kPoint) == FileKind::json);
    CHECK(kindOf("x.json", "<?xml version=\"1.0\"?><!-- c --><gpx version=\"1.1\"/>") ==
          FileKind::gpx);
    CHECK(kindOf("x.xml", "<kml xmlns=\"http://www.opengis.net/kml/2.2\"/>") == FileKind::kml);
    CHECK(kindOf("x.kml", "\xef\xbb\xbf<k:kml xmlns:k=\"x\"/>") == FileKind::kml);
    std::string database("SQLite format 3\0", 16);
    database.resize(100);
    CHECK(kindOf("x", database) == FileKind::sqlite);
    CHECK(kindOf("x.gpkg", database) == FileKind::geoPackage);
    CHECK(kindOf("x", database.replace(68, 4, "GPKG")) == FileKind::geoPackage);
    CHECK(kindOf("x.xml", "<osm version=\"0.6\"/>") == FileKind::osm);
    CHECK(kindOf("x.tab", "!table\n!version 300\n") == FileKind::mapInfo);
    CHECK(kindOf("x.mif", "Version 300\n") == FileKind::mapInfo);
    CHECK(kindOf("x.dxf", "  0\nSECTION\n") == FileKind::dxf);
    CHECK(kindOf("x", "fgb\x03"
                      "fgb") == FileKind::flatGeobuf);
    CHECK(kindOf("x.CSV", "a,b\n1,2\n") == FileKind::csv);
    CHECK(kindOf("x.txt", "a,b\n1,2\n").error().code == ErrorCode::unsupported);
    CHECK(kindOf("x.xml", "<!DOCTYPE gpx [<!ENTITY a \"b\">]><gpx/>").error().code ==
          ErrorCode::refused);
    CHECK(kindOf("x.gz", "\x1f\x8b\x08").error().detail.contains("gzip"));
    CHECK(kindOf("x.png", "\x89PNG\r\n").error().detail.contains("PNG"));
    CHECK(kindOf("x.json", std::string_view("{\0\"\0", 4)) == FileKind::json); // UTF-16
    CHECK(kindOf("x.bin", std::string_view("a\0\0\0", 4)).error().detail.contains("binary"));
}

TEST_CASE("The valid beginning of a text that stops being UTF-8 is found to the byte")
{
    CHECK(validUtf8Prefix("") == 0);
    CHECK(validUtf8Prefix("plain") == 5);
    CHECK(validUtf8Prefix("قسرك 😀 Bingöl") == std::string_view("قسرك 😀 Bingöl").size());
    CHECK(validUtf8Prefix("B\xfcy\xfck") == 1);
    CHECK(validUtf8Prefix("a\xc0\xaf") == 1);        // overlong
    CHECK(validUtf8Prefix("ab\xed\xa0\x80") == 2);   // a surrogate
    CHECK(validUtf8Prefix("\xf4\x90\x80\x80") == 0); // past U+10FFFF
    CHECK(validUtf8Prefix("abc\xe2\x82") == 3);      // cut short
    CHECK(validUtf8Prefix("\xf4\x8f\xbf\xbf") == 4);
}
