// SPDX-License-Identifier: Apache-2.0
#include "core/crs/crs_catalogue.hpp"
#include "core/crs/transformer.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace masar::core;

TEST_CASE("A reference system is found by its code, by words of its name, and by where it is for")
{
    for (const char* text :
         {"32637", "EPSG:32637", "epsg 32637", "utm 37n", "WGS 84 / UTM zone 37N"}) {
        INFO(text);
        const auto found = findCrs(text, 20);
        REQUIRE_FALSE(found.empty());
        CHECK(std::ranges::contains(found, std::string("EPSG:32637"), &CrsEntry::code));
    }
    CHECK(findCrs("32637", 5).front().name == "WGS 84 / UTM zone 37N");
    CHECK(std::ranges::contains(findCrs("syria", 50), std::string("EPSG:22770"), &CrsEntry::code));
    CHECK(findCrs("no such system at all", 5).empty());
    CHECK(findCrs("utm", 7).size() == 7);
}

TEST_CASE("A few common systems are offered without a text, and PROJ takes each")
{
    const auto common = findCrs("", 50);
    CHECK(common.size() == 7);
    CHECK(common.front().code == "EPSG:4326");
    for (const auto& entry : common) {
        CHECK(Transformer::toWgs84(entry.code).has_value());
    }
}
