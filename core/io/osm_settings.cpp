// SPDX-License-Identifier: Apache-2.0
#include "core/io/osm_settings.hpp"

#include <format>

namespace masar::core {

namespace {

constexpr const char* kOsmGeneral =
    "[general]\n"
    "closed_ways_are_polygons=aeroway,amenity,boundary,building,craft,geological,historic,landuse,"
    "leisure,military,natural,office,place,shop,sport,tourism,highway=platform,"
    "public_transport=platform\n"
    "attribute_name_laundering=no\n"
    "report_all_tags=yes\n"
    "tags_format=json\n";

constexpr const char* kOsmLayer =
    "osm_id=yes\n"
    "attributes=name,name:en,name:ar,start_date,end_date,place,amenity,building,landuse,natural,"
    "military,historic,boundary,admin_level,highway,railway,waterway,type\n"
    "other_tags=yes\n";

} // namespace

std::string osmSettings()
{
    std::string text = kOsmGeneral;
    for (const char* layer :
         {"points", "lines", "multipolygons", "multilinestrings", "other_relations"}) {
        text += std::format("[{}]\n{}", layer, kOsmLayer);
    }
    return text;
}

} // namespace masar::core
