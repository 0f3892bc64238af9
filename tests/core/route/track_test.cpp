// SPDX-License-Identifier: Apache-2.0
#include "core/route/track.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <geodesic.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <random>

using namespace masar::core;
using Catch::Approx;

namespace {

struct TimedPlace {
    LonLat place;
    Instant at = 0;
    std::uint8_t mark = 0;
};

TrackTable tableOf(const std::vector<std::vector<TimedPlace>>& tracks)
{
    TrackTable table;
    for (const auto& track : tracks) {
        table.tracks.push_back({static_cast<std::uint32_t>(table.tracks.size()),
                                static_cast<std::uint32_t>(table.times.size()),
                                static_cast<std::uint32_t>(track.size())});
        for (const auto& [place, at, mark] : track) {
            table.places.push_back(toMercator(place));
            table.times.push_back(at);
            table.marks.push_back(mark);
        }
    }
    return table;
}

/// A drive with fixes a minute to an hour apart, some gaps and some leaps.
std::vector<TimedPlace> wander(std::mt19937& random, LonLat from = {40, 36})
{
    std::uniform_real_distribution<double> step(-0.02, 0.02);
    std::vector<TimedPlace> track{{from, 0}};
    const std::size_t count = 1 + random() % 20;
    while (track.size() < count) {
        TimedPlace next = track.back();
        const double leap = random() % 10 == 0 ? 50 : 1;
        next.place.lonDeg += leap * step(random);
        next.place.latDeg += leap * step(random);
        next.at += static_cast<Instant>(random() % 8 == 0 ? 30'000 : 60 + random() % 1200);
        next.mark = random() % 9 == 0 ? fix_marks::afterBreak : 0;
        track.push_back(next);
    }
    return track;
}

} // namespace

TEST_CASE("What a track amounts to agrees with PROJ's own geodesics")
{
    geod_geodesic earth;
    geod_init(&earth, 6378137, 1 / 298.257223563);
    std::mt19937 random(5);
    for (int round = 0; round < 50; ++round) {
        const auto track = wander(random);
        const TrackTable table = tableOf({track});
        double metres = 0;
        double fastest = 0;
        for (std::size_t i = 1; i < track.size(); ++i) {
            double leg = 0;
            geod_inverse(&earth, track[i - 1].place.latDeg, track[i - 1].place.lonDeg,
                         track[i].place.latDeg, track[i].place.lonDeg, &leg, nullptr, nullptr);
            metres += leg;
            fastest = std::max(fastest, leg / static_cast<double>(track[i].at - track[i - 1].at));
        }
        const TrackSummary sum = summaryOf(table.fixesOf(table.tracks[0]));
        CHECK(sum.fixes == track.size());
        CHECK(sum.seconds == static_cast<double>(track.back().at));
        CHECK(sum.metres == Approx(metres).margin(0.05 * static_cast<double>(track.size())));
        CHECK(sum.greatestMetresPerSecond == Approx(fastest).margin(0.01));
    }
}

TEST_CASE("At a fix a thing is there, between close fixes on the way, over a gap where it was seen")
{
    const TrackTable table = tableOf({{{{40, 36}, 1000},
                                       {{40.1, 36}, 1600},     // plausible
                                       {{40.2, 36.1}, 5200},   // an hour: interpolated
                                       {{40.3, 36.1}, 55'600}, // 14 hours: a gap
                                       {{42, 36.1}, 55'660},   // 150 km in a minute
                                       {{42.1, 36.1}, 56'000}}});
    const TrackFixes fixes = table.fixesOf(std::size_t{0});
    const auto at = [&](Instant moment) { return *positionAt(fixes, moment); };
    CHECK_FALSE(positionAt(fixes, 999));
    CHECK(at(1000).basis == PositionBasis::fix);
    CHECK(at(1000).headingDeg == Approx(90));
    CHECK(at(1300).basis == PositionBasis::betweenFixes);
    CHECK(toLonLat(at(1300).at).lonDeg == Approx(40.05));
    CHECK(at(3400).basis == PositionBasis::interpolated);
    CHECK(at(3400).headingDeg < 90);
    CHECK(at(5200).basis == PositionBasis::fix);
    CHECK(at(40'000).basis == PositionBasis::lastSeen);
    CHECK(at(40'000).at == fixes.places[2]);
    CHECK(at(40'000).fix == 2);
    CHECK(at(55'630).basis == PositionBasis::lastSeen); // no creeping at an impossible speed
    CHECK(at(55'630).at == fixes.places[3]);
    CHECK(at(56'000).basis == PositionBasis::fix);
    CHECK(at(99'999).basis == PositionBasis::lastSeen);
    CHECK(at(99'999).at == fixes.places[5]);

    LegLimits patient;
    patient.gapSeconds = 86'400;
    CHECK(positionAt(fixes, 40'000, patient)->basis == PositionBasis::interpolated);
    const TrackSummary sum = summaryOf(fixes);
    CHECK(sum.interpolated == 1);
    CHECK(sum.gaps == 1);
    CHECK(sum.longestGapSeconds == 50'400);
    CHECK(sum.impossibleSpeeds == 1);
}

TEST_CASE("A thing that crosses the antimeridian goes the short way")
{
    const TrackTable table = tableOf({{{{179.99, 10}, 0}, {{-179.99, 10}, 100}}});
    const TrackFixes fixes = table.fixesOf(std::size_t{0});
    CHECK(std::abs(toLonLat(positionAt(fixes, 25)->at).lonDeg) == Approx(179.995));
    CHECK(toLonLat(positionAt(fixes, 75)->at).lonDeg == Approx(-179.995));
    CHECK(positionAt(fixes, 50)->headingDeg == Approx(90));
}

TEST_CASE("A position lies on the line between its fixes, moves on with time, and never leaps")
{
    std::mt19937 random(7);
    for (int round = 0; round < 30; ++round) {
        const TrackTable table = tableOf({wander(random)});
        const TrackFixes fixes = table.fixesOf(std::size_t{0});
        for (Instant moment = 0; moment <= fixes.times.back(); moment += 97) {
            const auto position = positionAt(fixes, moment);
            REQUIRE(position);
            const std::size_t fix = position->fix;
            CHECK(fixes.times[fix] <= moment);
            CHECK((fix + 1 == fixes.size() || fixes.times[fix + 1] > moment));
            if (position->basis == PositionBasis::lastSeen ||
                position->basis == PositionBasis::fix) {
                CHECK(position->at == fixes.places[fix]);
                continue;
            }
            const auto a = fixes.places[fix];
            const auto b = fixes.places[fix + 1];
            const double part = static_cast<double>(moment - fixes.times[fix]) /
                                static_cast<double>(fixes.times[fix + 1] - fixes.times[fix]);
            CHECK(position->at.x ==
                  Approx(a.x + part * (static_cast<double>(b.x) - a.x)).margin(1));
            CHECK(position->at.y ==
                  Approx(a.y + part * (static_cast<double>(b.y) - a.y)).margin(1));
        }
    }
}

TEST_CASE("A pick finds the tracks whose head or drawn trail is near, and no others")
{
    std::mt19937 random(11);
    std::vector<std::vector<TimedPlace>> tracks;
    for (int i = 0; i < 40; ++i) {
        tracks.push_back(wander(random, {40 + 0.02 * static_cast<double>(random() % 20), 36}));
    }
    const TrackTable table = tableOf(tracks);
    const double tolerance = 1500;
    for (int round = 0; round < 400; ++round) {
        const Instant trail = round % 3 == 0 ? 0 : round % 3 == 1 ? 3600 : kOpenFuture;
        const auto begin = static_cast<Instant>(random() % 60'000);
        const Window window{begin, begin + 1 + static_cast<Instant>(random() % 2 * 1800)};
        const MercatorPoint at = toMercator({40 + 0.0005 * static_cast<double>(random() % 800),
                                             35.98 + 0.0005 * static_cast<double>(random() % 80)});
        const Instant oldest = trail == kOpenFuture ? kOpenPast : window.begin - trail;
        std::vector<std::uint32_t> expected;
        for (const Track& track : table.tracks) {
            // The trail second by second, in steps finer than the tolerance.
            const TrackFixes fixes = table.fixesOf(track);
            const auto legs = legsOf(fixes);
            bool near = false;
            const auto look = [&](MercatorPoint place) {
                near = near || std::hypot(static_cast<double>(place.x) - at.x,
                                          static_cast<double>(place.y) - at.y) <= tolerance;
            };
            for (std::size_t i = 0; i < legs.size(); ++i) {
                const auto a = fixes.places[i];
                const auto b = fixes.places[i + 1];
                const bool drawn = legs[i].kind == LegKind::impossibleSpeed
                                       ? fixes.times[i + 1] < window.end
                                       : legs[i].kind != LegKind::gap;
                for (int step = 0; drawn && step <= 2000; ++step) {
                    const double part = step / 2000.0;
                    const double when =
                        static_cast<double>(fixes.times[i]) +
                        part * static_cast<double>(fixes.times[i + 1] - fixes.times[i]);
                    if (when >= static_cast<double>(oldest) &&
                        when <= static_cast<double>(window.end - 1)) {
                        look({static_cast<std::uint32_t>(a.x +
                                                         part * (static_cast<double>(b.x) - a.x)),
                              static_cast<std::uint32_t>(a.y +
                                                         part * (static_cast<double>(b.y) - a.y))});
                    }
                }
            }
            const auto head = positionAt(fixes, window.end - 1);
            if (head && fixes.times.back() >= window.begin) {
                look(head->at);
            }
            if (near) {
                expected.push_back(track.row);
            }
        }
        std::vector<std::uint32_t> sure;
        std::vector<std::uint32_t> wide;
        for (const auto& hit : pickTracks(table, at, tolerance, window, trail)) {
            sure.push_back(hit.row);
        }
        for (const auto& hit : pickTracks(table, at, tolerance * 1.5, window, trail)) {
            wide.push_back(hit.row);
        }
        // The steps may miss what lies just within reach, so a wider pick has to hold them all.
        std::ranges::sort(sure);
        std::ranges::sort(wide);
        CHECK(std::ranges::includes(wide, expected));
        CHECK(std::ranges::includes(wide, sure));
        for (const std::uint32_t row : sure) {
            const auto hits = pickTracks(table, at, tolerance * 0.5, window, trail);
            const bool deep = std::ranges::contains(hits, row, &TrackHit::row);
            CHECK((!deep || std::ranges::contains(expected, row)));
        }
    }
}

TEST_CASE("The trail of a track is what a pointer finds of it, and ends where it is")
{
    std::mt19937 random(7);
    LegLimits limits;
    limits.gapSeconds = 20'000;
    for (int round = 0; round < 200; ++round) {
        const TrackTable table = tableOf({wander(random)});
        const TrackFixes fixes = table.fixesOf(table.tracks.front());
        const Instant moment = static_cast<Instant>(random() % 40'000);
        const Instant length =
            random() % 3 == 0 ? kOpenFuture : static_cast<Instant>(random() % 20'000);
        const Window window{moment, moment + 1};
        const auto trail = trailOf(fixes, window, length, limits);
        for (const TrailPiece& piece : trail) {
            for (const MercatorPoint end : {piece.from, piece.to}) {
                CHECK_FALSE(pickTracks(table, end, 2, window, length, limits).empty());
            }
        }
        const auto position = positionAt(fixes, moment, limits);
        if (position &&
            (position->basis == PositionBasis::betweenFixes ||
             position->basis == PositionBasis::interpolated) &&
            length > 0) {
            REQUIRE_FALSE(trail.empty());
            CHECK(std::hypot(static_cast<double>(trail.back().to.x) - position->at.x,
                             static_cast<double>(trail.back().to.y) - position->at.y) < 2);
        }
        CHECK(trailOf(fixes, {-10, -9}, length, limits).empty()); // it has not begun
    }
}

TEST_CASE("A trail has nothing over a gap, and an impossible leg only when it is behind")
{
    const TrackTable table =
        tableOf({{{{40, 36}, 0}, {{40.01, 36}, 100}, {{40.02, 36}, 50'000}, {{45, 36}, 50'010}}});
    const TrackFixes fixes = table.fixesOf(table.tracks.front());
    CHECK(trailOf(fixes, {40'000, 40'001}, kOpenFuture).size() == 1);
    CHECK(trailOf(fixes, {50'005, 50'006}, kOpenFuture).size() == 1);
    CHECK(trailOf(fixes, {50'010, 50'011}, kOpenFuture).size() == 2);
    CHECK(trailOf(fixes, {40'000, 40'001}, 100).empty()); // all of it is longer ago
}
