// SPDX-License-Identifier: Apache-2.0
#include "core/geometry/antimeridian.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

using namespace masar::core;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

// Braces round a single vector would copy it instead.
template <class T> std::vector<T> one(const T& value)
{
    return std::vector<T>(1, value);
}

bool inTheWorld(const LonLatRun& run)
{
    return std::ranges::all_of(run, [](LonLat p) { return std::abs(p.lonDeg) <= 180; });
}

// The longest step in longitude: a streak across the map would be long.
double longestStep(const LonLatRun& run, bool ring)
{
    double longest = 0;
    for (std::size_t i = ring ? 0 : 1; i < run.size(); ++i) {
        const LonLat before = run[i == 0 ? run.size() - 1 : i - 1];
        longest = std::max(longest, std::abs(run[i].lonDeg - before.lonDeg));
    }
    return longest;
}

double areaOf(const LonLatRun& ring)
{
    double sum = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const LonLat a = ring[i], b = ring[(i + 1) % ring.size()];
        sum += a.lonDeg * b.latDeg - b.lonDeg * a.latDeg;
    }
    return std::abs(sum) / 2;
}

double areaOf(const std::vector<LonLatPolygon>& pieces)
{
    double sum = 0;
    for (const LonLatPolygon& piece : pieces) {
        for (std::size_t i = 0; i < piece.size(); ++i) {
            sum += i == 0 ? areaOf(piece[i]) : -areaOf(piece[i]);
        }
    }
    return sum;
}

bool isInside(const std::vector<LonLatPolygon>& pieces, LonLat place)
{
    bool inside = false;
    for (const LonLatPolygon& piece : pieces) {
        for (const LonLatRun& ring : piece) {
            for (std::size_t i = 0; i < ring.size(); ++i) {
                const LonLat a = ring[i], b = ring[(i + 1) % ring.size()];
                if ((a.lonDeg > place.lonDeg) != (b.lonDeg > place.lonDeg) &&
                    place.latDeg < a.latDeg + (place.lonDeg - a.lonDeg) / (b.lonDeg - a.lonDeg) *
                                                  (b.latDeg - a.latDeg)) {
                    inside = !inside;
                }
            }
        }
    }
    return inside;
}

LonLatRun wrapped(LonLatRun run)
{
    for (LonLat& place : run) {
        place.lonDeg = std::remainder(place.lonDeg, 360.0);
    }
    return run;
}

} // namespace

TEST_CASE("Only runs that leave the world or jump across it need cutting")
{
    CHECK_FALSE(crossesAntimeridian({}, true));
    CHECK_FALSE(crossesAntimeridian(LonLatRun{{-180, 0}, {0, 5}, {180, 0}}, false));
    CHECK(crossesAntimeridian(LonLatRun{{-180, 0}, {0, 5}, {180, 0}}, true));
    CHECK_FALSE(crossesAntimeridian(LonLatRun{{-90, 0}, {90, 5}}, true));
    CHECK(crossesAntimeridian(LonLatRun{{179, 0}, {-179, 0}}, false));
    CHECK(crossesAntimeridian(LonLatRun{{170, 0}, {181, 0}}, false));
    CHECK(crossesAntimeridian(LonLatRun{{-181, 0}}, false));
}

TEST_CASE("A line across the antimeridian ends on it and goes on from the other side")
{
    for (const LonLatRun& line :
         {LonLatRun{{170, 10}, {-170, 20}}, LonLatRun{{170, 10}, {190, 20}},
          LonLatRun{{-190, 10}, {-170, 20}}, LonLatRun{{530, 10}, {550, 20}}}) {
        const auto parts = cutLine(line);
        REQUIRE(parts.size() == 2);
        CHECK(parts[0] == LonLatRun{{170, 10}, {180, 15}});
        CHECK(parts[1] == LonLatRun{{-180, 15}, {-170, 20}});
    }
    const auto westward = cutLine(LonLatRun{{-170, 20}, {170, 10}});
    REQUIRE(westward.size() == 2);
    CHECK(westward[0] == LonLatRun{{-170, 20}, {-180, 15}});
    CHECK(westward[1] == LonLatRun{{180, 15}, {170, 10}});
}

TEST_CASE(
    "A line that crosses with both spellings of the antimeridian, or runs along it, has no streak")
{
    const auto parts = cutLine(LonLatRun{{179, 0}, {180, 1}, {-180, 1}, {-179, 2}});
    REQUIRE(parts.size() == 2);
    CHECK(parts[0].back() == LonLat{180, 1});
    CHECK(parts[1] == LonLatRun{{-180, 1}, {-179, 2}});

    for (const auto& part :
         cutLine(LonLatRun{{179, 0}, {180, 1}, {-180, 5}, {179, 6}, {-179, 7}})) {
        CHECK(inTheWorld(part));
        CHECK(longestStep(part, false) <= 2);
    }
}

TEST_CASE(
    "A line that stays on one side stays whole, and the equator as two places is taken as written")
{
    const LonLatRun line{{10, 10}, {20, 20}, {15, 30}};
    CHECK(cutLine(line) == one(line));
    const LonLatRun shiftedOnce{{370, 10}, {380, 20}, {375, 30}};
    CHECK(cutLine(shiftedOnce) == one(line));
    const LonLatRun equator{{-180, 0}, {180, 0}};
    CHECK(cutLine(equator) == one(equator));
    CHECK(cutLine(LonLatRun{{1, 1}}).empty());
}

TEST_CASE("A line twice round the world is cut at each crossing")
{
    LonLatRun line;
    for (int i = 0; i <= 72; ++i) {
        line.push_back({std::remainder(i * 10.0, 360.0), i * 0.5});
    }
    const auto parts = cutLine(line);
    CHECK(parts.size() == 3);
    double width = 0;
    for (const auto& part : parts) {
        CHECK(inTheWorld(part));
        CHECK(longestStep(part, false) <= 10.0 + 1e-9);
        width += part.back().lonDeg - part.front().lonDeg;
    }
    CHECK_THAT(width, WithinAbs(720, 1e-9));
}

TEST_CASE("A box across the antimeridian becomes a box on either side")
{
    for (const LonLatRun& box :
         {LonLatRun{{170, -20}, {-170, -20}, {-170, -10}, {170, -10}, {170, -20}},
          LonLatRun{{170, -20}, {190, -20}, {190, -10}, {170, -10}}}) {
        const auto pieces = cutPolygon(one(box));
        REQUIRE(pieces.size() == 2);
        for (const auto& piece : pieces) {
            REQUIRE(piece.size() == 1);
            CHECK(piece[0].size() == 4);
            CHECK(inTheWorld(piece[0]));
            CHECK_THAT(areaOf(piece[0]), WithinAbs(100, 1e-9));
        }
    }
}

TEST_CASE("A polygon that only touches the antimeridian, or lies beyond 180, stays whole")
{
    const LonLatRun touching{{170, 0}, {180, 0}, {180, 10}, {170, 10}};
    CHECK(cutPolygon(one(touching)) == one(one(touching)));
    const LonLatRun beyond{{190, 0}, {200, 0}, {200, 10}};
    const auto pieces = cutPolygon(one(beyond));
    REQUIRE(pieces.size() == 1);
    CHECK(pieces[0][0] == LonLatRun{{-170, 0}, {-160, 0}, {-160, 10}});
}

TEST_CASE("A comb across the antimeridian falls into its teeth, without a line between them")
{
    // Three teeth reach from a back at 175 across to -175.
    LonLatRun comb{{170, 0}};
    for (int i = 0; i < 3; ++i) {
        const double south = 10.0 * i;
        comb.insert(comb.end(),
                    {{175, south}, {-175, south + 2}, {-175, south + 4}, {175, south + 6}});
    }
    comb.push_back({170, 26});
    const auto pieces = cutPolygon(one(comb));
    REQUIRE(pieces.size() == 4);
    const auto eastern = std::ranges::count_if(pieces, [](const LonLatPolygon& piece) {
        return std::ranges::all_of(piece[0], [](LonLat p) { return p.lonDeg < 0; });
    });
    CHECK(eastern == 3);
    for (const auto& piece : pieces) {
        CHECK(inTheWorld(piece[0]));
        CHECK(longestStep(piece[0], true) <= 10);
    }
    LonLatRun whole = comb;
    for (LonLat& place : whole) {
        place.lonDeg += place.lonDeg < 0 ? 360 : 0;
    }
    CHECK_THAT(areaOf(pieces), WithinRel(areaOf(whole), 1e-12));
}

TEST_CASE("Holes go with the piece they lie in, and holes that cross are cut themselves")
{
    const LonLatPolygon polygon{{{160, -20}, {-160, -20}, {-160, 20}, {160, 20}},
                                {{165, -5}, {170, -5}, {170, 5}, {165, 5}},
                                {{-170, -5}, {-165, -5}, {-165, 5}, {-170, 5}},
                                {{178, 10}, {-178, 10}, {-178, 15}, {178, 15}}};
    const auto pieces = cutPolygon(polygon);
    REQUIRE(pieces.size() == 2);
    CHECK(pieces[0].size() == 3);
    CHECK(pieces[1].size() == 3);
    CHECK_THAT(areaOf(pieces), WithinAbs(40 * 40 - 50 - 50 - 20, 1e-9));
    CHECK(isInside(pieces, {175, 0}));
    CHECK_FALSE(isInside(pieces, {167, 0}));
    CHECK_FALSE(isInside(pieces, {-167, 0}));
    CHECK_FALSE(isInside(pieces, {-179, 12}));
}

TEST_CASE("A ring round the south pole is filled down to it, however its coast is written")
{
    LonLatRun coast;
    for (int lon = -175; lon < 180; lon += 5) {
        coast.push_back({static_cast<double>(lon), -70 + 3 * std::sin(lon * 0.1)});
    }
    LonLatRun reversed(coast.rbegin(), coast.rend());
    LonLatRun alongThePole{{-180, -90}, {-180, -70}};
    alongThePole.insert(alongThePole.end(), coast.begin(), coast.end());
    alongThePole.insert(alongThePole.end(), {{180, -70}, {180, -90}, {-180, -90}});
    for (const LonLatRun& ring : {coast, reversed, alongThePole}) {
        const auto pieces = cutPolygon(one(ring));
        REQUIRE(pieces.size() == 1);
        CHECK(inTheWorld(pieces[0][0]));
        CHECK_THAT(areaOf(pieces), WithinRel(360 * 20.0, 0.02));
        for (int lon = -179; lon < 180; lon += 7) {
            CHECK(isInside(pieces, {lon + 0.5, -89.5}));
            CHECK(isInside(pieces, {lon + 0.5, -75}));
            CHECK_FALSE(isInside(pieces, {lon + 0.5, -60}));
        }
    }
}

TEST_CASE("A belt round the north pole has its hole at the pole")
{
    LonLatRun outer, inner;
    for (int i = 0; i < 36; ++i) {
        outer.push_back({std::remainder(100.0 + i * 10, 360.0), 60});
        inner.push_back({std::remainder(-33.0 - i * 10, 360.0), 80});
    }
    const auto pieces = cutPolygon({outer, inner});
    REQUIRE(pieces.size() == 1);
    CHECK(pieces[0].size() == 2);
    CHECK_THAT(areaOf(pieces), WithinAbs(360 * 20, 1e-6));
    CHECK(isInside(pieces, {12.5, 70}));
    CHECK_FALSE(isInside(pieces, {12.5, 85}));
    CHECK_FALSE(isInside(pieces, {12.5, 50}));
}

TEST_CASE("The corners of a box round the world are taken as written")
{
    const LonLatRun world{{-180, -60}, {180, -60}, {180, 60}, {-180, 60}};
    CHECK(cutPolygon(one(world)) == one(one(world)));
}

TEST_CASE("Random rings keep their area and their inside when they are cut")
{
    std::mt19937_64 random(1);
    std::uniform_real_distribution<double> part(0, 1);
    for (int round = 0; round < 300; ++round) {
        const double centre = 180 + 40 * (part(random) - 0.5);
        LonLatRun ring;
        const int count = 3 + round % 50;
        for (int i = 0; i < count; ++i) {
            const double angle = 2 * std::numbers::pi * i / count;
            const double radius = 5 + 35 * part(random);
            ring.push_back({centre + radius * std::cos(angle), radius * std::sin(angle)});
        }
        const auto pieces = cutPolygon(one(wrapped(ring)));
        INFO("round " << round);
        REQUIRE_THAT(areaOf(pieces), WithinRel(areaOf(ring), 1e-9));
        for (const auto& piece : pieces) {
            REQUIRE(inTheWorld(piece[0]));
        }
        for (int i = 0; i < 50; ++i) {
            const LonLat place{centre + 90 * (part(random) - 0.5), 90 * (part(random) - 0.5)};
            REQUIRE(isInside(pieces, {std::remainder(place.lonDeg, 360.0), place.latDeg}) ==
                    isInside(one(one(ring)), place));
        }
    }
}

TEST_CASE("Any ring is cut without end or escape")
{
    std::mt19937_64 random(2);
    std::uniform_real_distribution<double> lon(-540, 540), lat(-90, 90);
    std::uniform_int_distribution<int> some(0, 12), coarse(-6, 6);
    for (int round = 0; round < 3000; ++round) {
        LonLatPolygon polygon(1 + static_cast<std::size_t>(round % 3));
        for (LonLatRun& ring : polygon) {
            for (int i = some(random); i > 0; --i) {
                ring.push_back(round % 2 == 0
                                   ? LonLat{lon(random), lat(random)}
                                   : LonLat{coarse(random) * 90.0, coarse(random) * 15.0});
            }
        }
        for (const auto& piece : cutPolygon(polygon)) {
            for (const auto& ring : piece) {
                REQUIRE(ring.size() >= 3);
                REQUIRE(inTheWorld(ring));
            }
        }
        for (const auto& part : cutLine(polygon[0])) {
            REQUIRE(part.size() >= 2);
            REQUIRE(inTheWorld(part));
        }
    }
}
