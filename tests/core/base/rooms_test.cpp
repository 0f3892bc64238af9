// SPDX-License-Identifier: Apache-2.0
// The arrows between the rooms of the source tree: who may include whom.
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Rooms = std::set<std::string, std::less<>>;

constexpr std::string_view kSpdx = "SPDX-License-Identifier: Apache-2.0";

// Of each room, the rooms it may include besides itself, directly.
const std::map<std::string, Rooms, std::less<>>& arrows()
{
    static const Rooms core{"core/base", "core/geometry", "core/time",  "core/model",
                            "core/crs",  "core/io",       "core/query", "core/route"};
    const auto coreAnd = [](Rooms more) {
        more.insert(core.begin(), core.end());
        return more;
    };
    static const std::map<std::string, Rooms, std::less<>> allowed{
        {"core/base", {}},
        {"core/geometry", {"core/base"}},
        {"core/time", {"core/base"}},
        {"core/model", {"core/base", "core/geometry", "core/time"}},
        {"core/crs", {"core/base", "core/geometry"}},
        {"core/io", {"core/base", "core/geometry", "core/time", "core/model", "core/crs"}},
        {"core/query", {"core/base", "core/geometry", "core/time", "core/model", "core/crs"}},
        // Geodesics are PROJ's, and PROJ is core/crs alone.
        {"core/route", {"core/base", "core/geometry", "core/time", "core/model", "core/crs"}},
        {"app/map", coreAnd({})},
        {"app/models", coreAnd({"app/map"})},
        {"app/services", coreAnd({"app/map", "app/models"})},
        {"app/cli", coreAnd({"app/map", "app/models", "app/services"})},
        {"app/main.cpp", {"app/cli", "app/services"}},
    };
    return allowed;
}

// The first two steps of a path: "core/io/reader.hpp" is in the room "core/io".
std::string roomOf(std::string_view path)
{
    const auto first = path.find('/');
    const auto second = first == std::string_view::npos ? first : path.find('/', first + 1);
    return std::string(path.substr(0, second));
}

bool startsWithAny(std::string_view text, std::initializer_list<std::string_view> beginnings)
{
    return std::ranges::any_of(beginnings, [&](auto b) { return text.starts_with(b); });
}

// Which libraries a header belongs to, as far as that is anybody's business here.
std::string libraryOf(std::string_view header)
{
    if (startsWithAny(header, {"Q", "Qt", "rhi/", "private/q"})) {
        return "Qt";
    }
    if (startsWithAny(header, {"gdal", "ogr", "cpl_", "simdjson"})) {
        return "GDAL or simdjson";
    }
    if (startsWithAny(header, {"proj", "geodesic", "GeographicLib/"})) {
        return "PROJ or GeographicLib";
    }
    return {};
}

// Why a file may not include a header, empty if it may. `quoted` tells "header" from <header>.
std::string objection(std::string_view file, std::string_view header, bool quoted)
{
    const std::string room = roomOf(file);
    const auto allowed = arrows().find(room);
    if (allowed == arrows().end()) {
        return "the room is not on the plan";
    }
    const std::string library = libraryOf(header);
    if (library == "Qt" && room.starts_with("core/")) {
        return "core knows no Qt";
    }
    if (library == "GDAL or simdjson" && room != "core/io") {
        return "GDAL and simdjson belong to core/io";
    }
    if (library == "PROJ or GeographicLib" && room != "core/crs") {
        return "PROJ belongs to core/crs";
    }
    if (!quoted || library == "Qt") {
        return {};
    }
    // moc writes its files beside no source: "main.moc".
    if (header.ends_with(".moc")) {
        return {};
    }
    if (!startsWithAny(header, {"core/", "app/"})) {
        return "includes are written from the root";
    }
    const std::string target = roomOf(header);
    if (target == room || allowed->second.contains(target)) {
        return {};
    }
    return room + " may not include " + target;
}

struct Include {
    std::string header;
    bool quoted = false;
};

std::vector<Include> includesOf(std::istream& source)
{
    std::vector<Include> includes;
    for (std::string line; std::getline(source, line);) {
        std::erase_if(line, [](unsigned char c) { return std::isspace(c) != 0; });
        if (!line.starts_with("#include") || line.size() < 10) {
            continue;
        }
        const bool quoted = line[8] == '"';
        const auto end = line.find(quoted ? '"' : '>', 9);
        if (end != std::string::npos) {
            includes.push_back({line.substr(9, end - 9), quoted});
        }
    }
    return includes;
}

// Files with one of the endings below some folders, as paths from the root.
std::vector<std::string> sources(std::initializer_list<const char*> folders,
                                 const std::set<std::string>& endings)
{
    const std::filesystem::path root = MASAR_SOURCE_DIR;
    std::vector<std::string> files;
    for (const char* folder : folders) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
            if (entry.is_regular_file() && endings.contains(entry.path().extension().string())) {
                files.push_back(entry.path().lexically_relative(root).generic_string());
            }
        }
    }
    return files;
}

std::ifstream openSource(const std::string& file)
{
    return std::ifstream(std::filesystem::path(MASAR_SOURCE_DIR) / file);
}

} // namespace

TEST_CASE("Every include follows the arrows between the rooms")
{
    std::size_t includes = 0;
    const auto files = sources({"core", "app"}, {".cpp", ".hpp"});
    for (const std::string& file : files) {
        std::ifstream source = openSource(file);
        for (const Include& include : includesOf(source)) {
            ++includes;
            INFO(file << " includes " << include.header);
            CHECK(objection(file, include.header, include.quoted) == "");
        }
    }
    CHECK(files.size() > 40);
    CHECK(includes > 200);
}

TEST_CASE("An include against the arrows is caught")
{
    CHECK(objection("core/time/edtf.cpp", "core/model/layer.hpp", true) != "");
    CHECK(objection("core/geometry/x.cpp", "core/crs/geodesic.hpp", true) != "");
    CHECK(objection("core/query/x.cpp", "core/io/reader.hpp", true) != "");
    CHECK(objection("core/model/x.hpp", "app/map/map_layer.hpp", true) != "");
    CHECK(objection("core/base/x.cpp", "QString", false) != "");
    CHECK(objection("core/io/x.cpp", "QtCore/QString", false) != "");
    CHECK(objection("core/query/x.cpp", "gdal_priv.h", false) != "");
    CHECK(objection("app/map/x.cpp", "ogrsf_frmts.h", false) != "");
    CHECK(objection("core/io/x.cpp", "proj.h", false) != "");
    CHECK(objection("core/route/x.cpp", "geodesic.h", false) != "");
    CHECK(objection("app/map/x.cpp", "app/services/load.hpp", true) != "");
    CHECK(objection("app/models/x.cpp", "app/services/load.hpp", true) != "");
    CHECK(objection("app/services/x.cpp", "app/cli/command_line.hpp", true) != "");
    CHECK(objection("core/io/x.cpp", "reader.hpp", true) != "");
    CHECK(objection("core/cellar/x.cpp", "vector", false) != "");

    CHECK(objection("core/io/reader.cpp", "gdal_priv.h", false) == "");
    CHECK(objection("core/crs/transformer.cpp", "proj.h", false) == "");
    CHECK(objection("core/route/route.cpp", "core/crs/geodesic.hpp", true) == "");
    CHECK(objection("app/services/load.cpp", "core/io/reader.hpp", true) == "");
    CHECK(objection("app/map/map_canvas.cpp", "QQuickRhiItem", false) == "");
}

TEST_CASE("Every source names its licence in the first line")
{
    const auto files = sources({"core", "app", "tests"}, {".cpp", ".hpp", ".qml", ".vert", ".frag",
                                                          ".glsl", ".py", ".sh", ".cmake"});
    CHECK(files.size() > 60);
    for (const std::string& file : files) {
        std::ifstream source = openSource(file);
        std::string line;
        std::getline(source, line);
        if (line.starts_with("#!")) {
            std::getline(source, line);
        }
        INFO(file);
        CHECK(line.ends_with(kSpdx));
    }
}
