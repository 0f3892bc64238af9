// SPDX-License-Identifier: Apache-2.0
#include "core/geometry/geometry_table.hpp"

#include <catch2/catch_test_macros.hpp>

#include <array>

using namespace masar::core;

TEST_CASE("A geometry table keeps features, parts and vertices apart")
{
    GeometryTable table;
    CHECK(table.featureCount() == 0);
    table.addPart(PartKind::point, std::array{MercatorPoint{5, 6}});
    table.addPart(PartKind::line, std::array{MercatorPoint{1, 9}, MercatorPoint{8, 2}});
    table.endFeature();
    table.endFeature();
    table.addPart(PartKind::point, std::array{MercatorPoint{3, 3}});
    table.endFeature();

    REQUIRE(table.featureCount() == 3);
    REQUIRE(table.partsOf(0).size() == 2);
    CHECK(table.partsOf(0)[1].kind == PartKind::line);
    CHECK(table.verticesOf(table.partsOf(0)[1])[0] == MercatorPoint{1, 9});
    CHECK(table.partsOf(1).empty());
    CHECK(table.verticesOf(table.partsOf(2)[0])[0] == MercatorPoint{3, 3});
    CHECK(table.boxOfFeature(0) == MercatorBox{1, 2, 8, 9});
    CHECK(table.boxOfFeature(1).empty());
}

TEST_CASE("A ring loses its closing vertex and a line keeps it")
{
    const std::array closed{MercatorPoint{0, 0}, MercatorPoint{4, 0}, MercatorPoint{4, 4},
                            MercatorPoint{0, 0}};
    GeometryTable table;
    table.addPart(PartKind::outerRing, closed);
    table.addPart(PartKind::innerRing, closed);
    table.addPart(PartKind::line, closed);
    table.endFeature();
    CHECK(table.partsOf(0)[0].vertexCount == 3);
    CHECK(table.partsOf(0)[1].vertexCount == 3);
    CHECK(table.partsOf(0)[2].vertexCount == 4);
    CHECK(table.vertices.size() == 10);
}
