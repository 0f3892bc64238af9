// SPDX-License-Identifier: Apache-2.0
#include "app/models/ruler_model.hpp"

#include "core/crs/geodesic.hpp"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractItemModelTester>

using namespace masar;
using app::RulerModel;

namespace {

constexpr core::LonLat kA{40, 36}, kB{41, 36}, kC{41, 37};

} // namespace

TEST_CASE("A path's length is the sum of its legs on the ellipsoid")
{
    RulerModel ruler;
    const QAbstractItemModelTester tester(&ruler);
    ruler.add(kA); // not begun yet
    CHECK_FALSE(ruler.shown());
    ruler.begin();
    CHECK(ruler.shown());
    ruler.add(kA);
    ruler.add(kB);
    ruler.add(kB); // a double click
    ruler.add(kC);
    REQUIRE(ruler.rowCount() == 2);
    const double metres =
        core::geodesicBetween(kA, kB).metres + core::geodesicBetween(kB, kC).metres;
    CHECK(ruler.length() == app::lengthText(metres, app::LengthUnits::metric));
    CHECK(ruler.data(ruler.index(1), RulerModel::BearingRole).toString() == QStringLiteral("0.0°"));
    ruler.setUnits(app::LengthUnits::nautical);
    CHECK(ruler.length() == app::lengthText(metres, app::LengthUnits::nautical));
    ruler.removeLast();
    CHECK(ruler.length() ==
          app::lengthText(core::geodesicBetween(kA, kB).metres, app::LengthUnits::nautical));
}

TEST_CASE("The leg to the pointer counts while measuring, and is gone when the path ends")
{
    RulerModel ruler;
    ruler.begin();
    ruler.add(kA);
    ruler.pointAt(kB);
    CHECK(ruler.length() ==
          app::lengthText(core::geodesicBetween(kA, kB).metres, app::LengthUnits::metric));
    CHECK(ruler.ruler().pending.size() > 2);
    CHECK(ruler.ruler().line.empty());
    ruler.add(kB);
    ruler.pointAt(kC);
    ruler.finish();
    CHECK(ruler.shown());
    CHECK_FALSE(ruler.measuring());
    CHECK(ruler.ruler().pending.empty());
    CHECK(ruler.rowCount() == 1);
    ruler.begin();
    ruler.add(kA);
    ruler.finish();
    CHECK_FALSE(ruler.shown());
}

TEST_CASE("A closed path has an area and one more leg; two corners cannot be closed")
{
    RulerModel ruler;
    const QAbstractItemModelTester tester(&ruler);
    ruler.begin();
    ruler.add(kA);
    ruler.add(kB);
    ruler.setClosed(true);
    CHECK_FALSE(ruler.closed());
    ruler.add(kC);
    ruler.setClosed(true);
    CHECK(ruler.rowCount() == 3);
    const std::vector<core::LonLat> ring{kA, kB, kC};
    CHECK(ruler.area() == app::areaText(core::geodesicArea(ring), app::LengthUnits::metric));
    CHECK(ruler.ruler().line.front() == ruler.ruler().line.back());
    CHECK(ruler.ruler().area == ruler.ruler().line);
    ruler.removeLast();
    CHECK_FALSE(ruler.closed());
    CHECK(ruler.area().isEmpty());
}

TEST_CASE("The result as text names each corner with its leg, then the length and the area")
{
    RulerModel ruler;
    ruler.begin();
    ruler.add(kA);
    ruler.add(kB);
    ruler.add(kC);
    ruler.setClosed(true);
    const QStringList lines = ruler.text(core::CoordinateFormat::decimal).split(QLatin1Char('\n'));
    REQUIRE(lines.size() == 6);
    CHECK(lines[0] == QStringLiteral("36.00000 N, 40.00000 E"));
    CHECK(lines[1].startsWith(QStringLiteral("36.00000 N, 41.00000 E\t90.16 km\t89.7°")));
    CHECK(lines[3].startsWith(lines[0]));
    CHECK(lines[4] == QStringLiteral("Length: %1").arg(ruler.length()));
    CHECK(lines[5] == QStringLiteral("Area: %1").arg(ruler.area()));
}
