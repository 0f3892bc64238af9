// SPDX-License-Identifier: Apache-2.0
#include "app/map/map_theme.hpp"
#include "core/route/track.hpp"
#include "tests/app/drawing/scenes.hpp"
#include "tests/app/support/tracks.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <array>
#include <cmath>
#include <optional>
#include <random>

using namespace masar;
using namespace masar::test;
using core::Instant;

namespace {

bool roughly(QColor a, QColor b, int tolerance = 16)
{
    return alike(a, b, tolerance);
}

/// Whether a colour is the ground with some of another one over it: a trail is paler with age.
bool tinted(QColor shown, QColor with, QColor ground)
{
    const auto step = [&ground](QColor to) {
        return std::array{static_cast<double>(to.red() - ground.red()),
                          static_cast<double>(to.green() - ground.green()),
                          static_cast<double>(to.blue() - ground.blue())};
    };
    const auto a = step(shown);
    const auto b = step(with);
    const double along = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    const double lengths = std::hypot(a[0], a[1], a[2]) * std::hypot(b[0], b[1], b[2]);
    return std::hypot(a[0], a[1], a[2]) > 20 && along > 0.99 * lengths;
}

/// The middle of all pixels of a colour in a part of a picture; nothing if there are none.
std::optional<QPointF> middleOf(const QImage& picture, QColor colour, const QRect& part)
{
    QPointF sum;
    int count = 0;
    for (int y = std::max(part.top(), 0); y <= std::min(part.bottom(), picture.height() - 1); ++y) {
        for (int x = std::max(part.left(), 0); x <= std::min(part.right(), picture.width() - 1);
             ++x) {
            if (roughly(picture.pixelColor(x, y), colour)) {
                sum += QPointF(x + 0.5, y + 0.5);
                ++count;
            }
        }
    }
    return count == 0 ? std::nullopt : std::optional(sum / count);
}

TestFix fixAt(const app::Camera& camera, QPointF pixel, Instant at, std::uint8_t mark = 0)
{
    return {core::toMercator(camera.placeAt(pixel)), at, mark};
}

app::Scene sceneOfTracks(const std::vector<std::vector<TestFix>>& tracks, Instant moment,
                         Instant trail = 0)
{
    app::Scene scene = sceneOf(app::makeMapLayer(trackLayerOf(tracks)), {moment, moment + 1});
    scene.tracks.trailSeconds = trail;
    scene.tracks.limits.maxMetresPerSecond = 1e9;
    return scene;
}

const QColor kColour = app::layerColour(0, false);

} // namespace

TEST_CASE("The GPU draws the heads of tracks where core says that they are")
{
    std::mt19937 random(2);
    for (const double zoom : {3.0, 8.0, 15.0, 19.0}) {
        const app::Camera camera = testCamera({400, 300}, zoom);
        for (int round = 0; round < 12; ++round) {
            const auto pixel = [&] {
                return QPointF(50.0 + static_cast<double>(random() % 300),
                               50.0 + static_cast<double>(random() % 200));
            };
            std::vector<TestFix> fixes;
            Instant at = 1'771'653'600;
            for (int i = 0; i < 4; ++i) {
                fixes.push_back(fixAt(camera, pixel(), at));
                at += static_cast<Instant>(20 + random() % 500);
            }
            const Instant moment =
                fixes.front().at + 1 +
                static_cast<Instant>(random() % 7919) % (fixes.back().at - fixes.front().at - 1);
            const app::Scene scene = sceneOfTracks({fixes}, moment);
            const core::Layer& layer = scene.layers[0].data->layer;
            const auto position =
                core::positionAt(layer.tracks.fixesOf(std::size_t{0}), moment, scene.tracks.limits);
            REQUIRE(position);
            const QPointF expected = camera.toPixel(position->at);
            const auto found = middleOf(drawn(scene, camera), kColour, QRect(0, 0, 400, 300));
            INFO("zoom " << zoom << " round " << round);
            REQUIRE(found);
            // The arrow's middle lies a little behind its tip and beside nothing.
            const double turn = (position->headingDeg - 90) * 3.14159265358979 / 180;
            const QPointF ahead(std::cos(turn), std::sin(turn));
            const QPointF off = *found - expected;
            CHECK(std::abs(off.x() * -ahead.y() + off.y() * ahead.x()) < 0.8);
            CHECK(std::abs(off.x() * ahead.x() + off.y() * ahead.y()) < 3);
        }
    }
}

TEST_CASE("Over a gap a thing stays hollow where it was last seen, and nothing is drawn on")
{
    const app::Camera camera = testCamera({300, 100});
    const std::vector<TestFix> fixes{
        fixAt(camera, {50.5, 50.5}, 0), fixAt(camera, {100.5, 50.5}, 60),
        fixAt(camera, {200.5, 50.5}, 60 + 7 * 3600), fixAt(camera, {250.5, 50.5}, 120 + 7 * 3600)};
    const QImage picture = drawn(sceneOfTracks({fixes}, 3600, core::kOpenFuture), camera);
    const QColor sea = app::mapTheme(false).sea;
    CHECK(tinted(picture.pixelColor(75, 50), kColour, sea));    // the trail before
    CHECK_FALSE(roughly(picture.pixelColor(100, 50), kColour)); // hollow
    CHECK(middleOf(picture, kColour, QRect(94, 44, 13, 13)));
    CHECK(roughly(picture.pixelColor(150, 50), sea)); // the gap
    CHECK(roughly(picture.pixelColor(200, 50), sea)); // not there yet

    app::Scene patient = sceneOfTracks({fixes}, 3600, core::kOpenFuture);
    patient.tracks.limits.gapSeconds = 86'400;
    const QImage other = drawn(patient, camera);
    CHECK(middleOf(other, kColour, QRect(106, 44, 14, 13))); // on its way, dashed
    CHECK(roughly(other.pixelColor(170, 50), sea));
}

TEST_CASE("A trail begins where the thing was then, and pales with age")
{
    const app::Camera camera = testCamera({400, 100});
    const std::vector<TestFix> fixes{fixAt(camera, {50.5, 50.5}, 0),
                                     fixAt(camera, {350.5, 50.5}, 300)};
    const QColor sea = app::mapTheme(false).sea;
    const auto at = [&](const QImage& picture, int x) { return picture.pixelColor(x, 50); };
    const auto strength = [&](const QImage& picture, int x) {
        const auto distance = [](QColor a, QColor b) {
            return std::hypot(a.red() - b.red(), a.green() - b.green(), a.blue() - b.blue());
        };
        return distance(at(picture, x), sea);
    };
    const QImage short_ = drawn(sceneOfTracks({fixes}, 200, 100), camera);
    CHECK(roughly(at(short_, 140), sea)); // 100 seconds before it was at 150
    CHECK(strength(short_, 235) > strength(short_, 200));
    CHECK(strength(short_, 200) > strength(short_, 165));
    CHECK(roughly(at(short_, 300), sea)); // it has not been there
    const QImage none = drawn(sceneOfTracks({fixes}, 200, 0), camera);
    CHECK(roughly(at(none, 200), sea));

    // What lies within the window is no trail: all of it is drawn as strong.
    app::Scene range = sceneOfTracks({fixes}, 0, 0);
    range.window = {100, 201};
    const QImage whole = drawn(range, camera);
    CHECK(roughly(at(whole, 140), sea));
    CHECK(roughly(at(whole, 170), at(whole, 220), 3));
    CHECK(roughly(at(whole, 200), kColour));
}

TEST_CASE("An impossible speed has a colour of its own")
{
    const app::Camera camera = testCamera({400, 100});
    const std::vector<TestFix> fixes{fixAt(camera, {50.5, 50.5}, 0),
                                     fixAt(camera, {350.5, 50.5}, 10),
                                     fixAt(camera, {350.5, 52.5}, 400)};
    app::Scene scene = sceneOfTracks({fixes}, 20, core::kOpenFuture);
    scene.tracks.limits.maxMetresPerSecond = 70;
    const QColor impossible = app::mapTheme(false).impossible;
    CHECK(tinted(drawn(scene, camera).pixelColor(200, 50), impossible, app::mapTheme(false).sea));
    scene.window = {5, 6}; // on the way: it is where it was
    const QImage before = drawn(scene, camera);
    CHECK(roughly(before.pixelColor(200, 50), app::mapTheme(false).sea));
    CHECK(middleOf(before, kColour, QRect(44, 44, 13, 13)));
}

TEST_CASE("A track over the antimeridian is drawn across it, on both sides")
{
    const app::Camera camera = testCamera({400, 100}, 6, {180, 10});
    const std::vector<TestFix> fixes{fixAt(camera, {100.5, 50.5}, 0),
                                     fixAt(camera, {300.5, 50.5}, 200)};
    const QImage picture = drawn(sceneOfTracks({fixes}, 150, core::kOpenFuture), camera);
    CHECK(roughly(picture.pixelColor(180, 50), kColour, 90));
    CHECK(roughly(picture.pixelColor(220, 50), kColour, 90));
    CHECK(roughly(picture.pixelColor(280, 50), app::mapTheme(false).sea));
    const auto head = middleOf(picture, kColour, QRect(236, 40, 24, 22));
    REQUIRE(head);
    CHECK(head->x() == Catch::Approx(250).margin(4));
}

TEST_CASE("A selected track is marked along its trail and where it is, not at each vertex")
{
    const app::Camera camera = testCamera({400, 100});
    const QColor sea = app::mapTheme(false).sea;
    const QColor selection = app::mapTheme(false).selection;
    std::vector<TestFix> fixes;
    for (int i = 0; i < 6; ++i) {
        fixes.push_back(fixAt(camera, {50.5 + 60 * i, 50.5}, 100 * i));
    }
    app::Scene scene = sceneOfTracks({fixes}, 250, 200);
    const QImage before = drawn(scene, camera);
    scene.selected = app::FeatureRef{scene.layers[0].data->id, 0};
    const QImage marked = drawn(scene, camera);
    // The band beside the trail, from where it was 200 seconds before to where it is.
    for (const int x : {90, 110, 140, 170}) {
        CHECK(roughly(before.pixelColor(x, 53), sea, 24));
        CHECK(tinted(marked.pixelColor(x, 53), selection, sea));
    }
    CHECK(marked.pixelColor(60, 53) == before.pixelColor(60, 53));   // longer ago
    CHECK(marked.pixelColor(240, 53) == before.pixelColor(240, 53)); // not yet
    for (int y = 0; y < 100; ++y) {
        CHECK(marked.pixelColor(350, y) == before.pixelColor(350, y)); // a vertex to come
    }
    // A ring around the thing itself.
    CHECK(roughly(marked.pixelColor(200, 50 - 14), selection, 60));
    CHECK(roughly(marked.pixelColor(200, 50 + 14), selection, 60));
}
