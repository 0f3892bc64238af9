// SPDX-License-Identifier: Apache-2.0
#include "core/crs/geodesic.hpp"
#include "core/route/route.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

using namespace masar::core;
using Catch::Approx;

namespace {

constexpr Instant kDay = 86'400;
constexpr std::array kLine{LonLat{40.511955, 36.706242}, LonLat{41.23142, 37.05215},
                           LonLat{42.217, 36.932}};

} // namespace

TEST_CASE("A route is as long as the geodesics between its vertices")
{
    const Route route = makeRoute(kLine);
    const double sum =
        geodesicBetween(kLine[0], kLine[1]).metres + geodesicBetween(kLine[1], kLine[2]).metres;
    CHECK(route.lengthMetres() == Approx(sum));
    CHECK(route.metres.front() == 0);
    CHECK(makeRoute({}).lengthMetres() == 0);
}

TEST_CASE("A place on a route is as far along as was asked for, and on the way to the next vertex")
{
    const Route route = makeRoute(kLine);
    for (const double part : {0.0, 0.1, 0.37, 0.5, 0.9, 1.0}) {
        const double metres = part * route.lengthMetres();
        const auto position = positionAt(route, metres);
        REQUIRE(position);
        const double before =
            metres <= route.metres[1]
                ? geodesicBetween(kLine[0], position->place).metres
                : route.metres[1] + geodesicBetween(kLine[1], position->place).metres;
        CHECK(before == Approx(metres).margin(0.01));
        CHECK(position->headingDeg >= 0);
        CHECK(position->headingDeg < 360);
    }
    CHECK(positionAt(route, 1000)->headingDeg < 90);                        // north-east first,
    CHECK(positionAt(route, route.lengthMetres() - 1000)->headingDeg > 90); // then south-east
}

TEST_CASE("A place beyond a route's ends is its end")
{
    const Route route = makeRoute(kLine);
    CHECK(positionAt(route, -5)->metres == 0);
    CHECK(positionAt(route, 1e9)->metres == route.lengthMetres());
    CHECK_FALSE(positionAt(Route{}, 0));
    CHECK(positionAt(makeRoute(std::array{LonLat{1, 2}}), 7)->place == LonLat{1, 2});
}

TEST_CASE("On a route with repeated vertices a place is still found")
{
    const Route route =
        makeRoute(std::array{LonLat{1, 2}, LonLat{1, 2}, LonLat{1, 3}, LonLat{1, 3}});
    const auto end = positionAt(route, route.lengthMetres());
    REQUIRE(end);
    CHECK(end->place.latDeg == Approx(3));
    CHECK(std::isfinite(positionAt(route, 0)->headingDeg));
}

TEST_CASE("A thing of one day is half way in the middle of that day")
{
    const Route route = makeRoute(kLine);
    const Span day{0, 0, kDay, kDay};
    const auto whole = progressAt(route, day, {0, kDay});
    REQUIRE(whole);
    CHECK(whole->earliestMetres == 0);
    CHECK(whole->likelyMetres == Approx(route.lengthMetres() / 2));
    CHECK(whole->latestMetres == Approx(route.lengthMetres()));

    const auto morning = progressAt(route, day, {kDay / 4, kDay / 4 + 1});
    REQUIRE(morning);
    CHECK(morning->likelyMetres == Approx(route.lengthMetres() / 4).epsilon(1e-4));
}

TEST_CASE("Uncertain dates widen where a thing may be, and the likely place lies between")
{
    const Route route = makeRoute(kLine);
    const Span fuzzy{0, 2 * kDay, 4 * kDay, 10 * kDay};
    for (Instant at = kDay / 2; at < 10 * kDay; at += kDay / 2) {
        const auto progress = progressAt(route, fuzzy, {at, at + 1});
        REQUIRE(progress);
        CHECK(progress->earliestMetres <= progress->likelyMetres);
        CHECK(progress->likelyMetres <= progress->latestMetres);
    }
}

TEST_CASE("A thing of one day is half way in a window that holds the whole day and more")
{
    const Route route = makeRoute(kLine);
    const auto month =
        progressAt(route, {20 * kDay, 20 * kDay, 21 * kDay, 21 * kDay}, {0, 30 * kDay});
    REQUIRE(month);
    CHECK(month->earliestMetres == 0);
    CHECK(month->likelyMetres == Approx(route.lengthMetres() / 2));
    CHECK(month->latestMetres == Approx(route.lengthMetres()));
}

TEST_CASE("Every reading of uncertain dates lies between the earliest and the latest place")
{
    const Route route = makeRoute(kLine);
    std::mt19937 random(1);
    const auto pick = [&](Instant low, Instant high) {
        return std::uniform_int_distribution<Instant>(low, high)(random);
    };
    for (int round = 0; round < 200; ++round) {
        const Instant beginMin = pick(0, 1000), beginMax = pick(beginMin, 1500);
        const Instant endMin = pick(beginMin + 1, 2000),
                      endMax = pick(std::max(endMin, beginMax + 1), 3000);
        const Span span{beginMin, beginMax, endMin, endMax};
        const Instant from = pick(beginMin, endMax - 1);
        const Window window{from, pick(from + 1, from + 500)};
        const auto progress = progressAt(route, span, window);
        REQUIRE(progress);
        const double slack = 1e-6;
        CHECK(progress->earliestMetres <= progress->likelyMetres + slack);
        CHECK(progress->likelyMetres <= progress->latestMetres + slack);
        for (int reading = 0; reading < 50; ++reading) {
            const Instant begin = pick(beginMin, beginMax);
            const Instant end = pick(std::max(endMin, begin + 1), endMax);
            const double at = static_cast<double>(pick(window.begin, window.end));
            const double part = std::clamp(
                (at - static_cast<double>(begin)) / static_cast<double>(end - begin), 0.0, 1.0);
            CHECK(part * route.lengthMetres() >= progress->earliestMetres - slack);
            CHECK(part * route.lengthMetres() <= progress->latestMetres + slack);
        }
    }
}

TEST_CASE("No position is told before, after, or when an end is open or unknown")
{
    const Route route = makeRoute(kLine);
    const Span day{0, 0, kDay, kDay};
    CHECK_FALSE(progressAt(route, day, {kDay, kDay + 1}));
    CHECK_FALSE(progressAt(route, day, {-5, 0}));
    CHECK_FALSE(progressAt(route, {0, 0, kDay, kOpenFuture}, {5, 6}));
    CHECK_FALSE(progressAt(route, {kOpenPast, 0, kDay, kDay}, {5, 6}));
    CHECK_FALSE(progressAt(route, Span{}, {5, 6}));
}

TEST_CASE("Legs are plausible, interpolated, a gap or too fast by their time and speed")
{
    const std::array fixes{Fix{{40, 36}, 0},         Fix{{40.001, 36}, 60}, Fix{{40.01, 36}, 3600},
                           Fix{{40.02, 36}, 30'000}, Fix{{45, 36}, 30'060}, Fix{{45, 36}, 30'060},
                           Fix{{45.1, 36}, 30'060}};
    const auto legs = legsOf(fixes);
    REQUIRE(legs.size() == 6);
    CHECK(legs[0].kind == LegKind::plausible);
    CHECK(legs[1].kind == LegKind::interpolated);
    CHECK(legs[2].kind == LegKind::gap);
    CHECK(legs[3].kind == LegKind::impossibleSpeed);
    CHECK(legs[4].kind == LegKind::plausible); // the same place at the same time
    CHECK(legs[4].metresPerSecond == 0);
    CHECK(legs[5].kind == LegKind::impossibleSpeed);
    CHECK(legs[5].metresPerSecond == Approx(legs[5].metres)); // within one second
    CHECK(legsOf({}).empty());
}

TEST_CASE("Fixes several times a second are plausible, a break is a gap, and a day is no fix")
{
    const LonLat near{40.0001, 36};
    CHECK(legsOf(std::array{Fix{{40, 36}, 5}, Fix{near, 5}})[0].kind == LegKind::plausible);
    CHECK(legsOf(std::array{Fix{{40, 36}, 0}, Fix{near, 60, false, true}})[0].kind == LegKind::gap);
    CHECK(legsOf(std::array{Fix{{40, 36}, 0}, Fix{near, 60, true}})[0].kind ==
          LegKind::interpolated);
    CHECK(legsOf(std::array{Fix{{40, 36}, 0, true}, Fix{near, 60}})[0].kind ==
          LegKind::interpolated);
}
