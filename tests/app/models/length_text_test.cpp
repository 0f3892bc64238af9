// SPDX-License-Identifier: Apache-2.0
#include "app/models/length_text.hpp"

#include <catch2/catch_test_macros.hpp>

#include <QLocale>

using namespace masar;
using enum app::LengthUnits;

TEST_CASE("Lengths are told in the small unit below one of the large")
{
    CHECK(app::lengthText(999, metric) == QStringLiteral("999.0 m"));
    CHECK(app::lengthText(12'345, metric) == QStringLiteral("12.35 km"));
    CHECK(app::lengthText(12'345'678, metric) == QStringLiteral("12,346 km"));
    CHECK(app::lengthText(1609.344 / 2, imperial) == QStringLiteral("2,640 ft"));
    CHECK(app::lengthText(1609.344 * 3, imperial) == QStringLiteral("3.00 mi"));
    CHECK(app::lengthText(185.2 * 5, nautical) == QStringLiteral("0.50 nmi"));
    CHECK(app::lengthText(100, nautical) == QStringLiteral("100.0 m"));
}

TEST_CASE("Round lengths have no decimals to spare")
{
    CHECK(app::roundLengthText(200, metric) == QStringLiteral("200 m"));
    CHECK(app::roundLengthText(0.5, metric) == QStringLiteral("0.5 m"));
    CHECK(app::roundLengthText(5000, metric) == QStringLiteral("5 km"));
    CHECK(app::roundLengthText(1852 * 0.2, nautical) == QStringLiteral("0.2 nmi"));
    CHECK(app::roundLengthText(0.1 * 1852, nautical) == QStringLiteral("0.1 nmi"));
    CHECK(app::roundLengthText(1609.344 * 500, imperial) == QStringLiteral("500 mi"));
}

TEST_CASE("Areas grow from square metres to hectares to square kilometres, and so in other units")
{
    CHECK(app::areaText(9'000, metric) == QStringLiteral("9,000 m²"));
    CHECK(app::areaText(123'456, metric) == QStringLiteral("12.35 ha"));
    CHECK(app::areaText(185'180e6, metric) == QStringLiteral("185,180 km²"));
    CHECK(app::areaText(4046.8564224 * 10, imperial) == QStringLiteral("10.00 acres"));
    CHECK(app::areaText(2.589988110336e6 * 2, imperial) == QStringLiteral("2.00 sq mi"));
    CHECK(app::areaText(1852.0 * 1852 * 3, nautical) == QStringLiteral("3.00 sq nmi"));
}
