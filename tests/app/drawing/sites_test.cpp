// SPDX-License-Identifier: Apache-2.0
// The one symbol of a site of which several states may hold at a moment.
#include "app/map/map_theme.hpp"
#include "app/map/site_symbol.hpp"
#include "core/query/chunk_index.hpp"
#include "tests/app/drawing/scenes.hpp"

#include <catch2/catch_test_macros.hpp>

#include <array>

using namespace masar;
using namespace masar::test;

namespace {

const core::Window kNow{4, 5};
constexpr core::Span kCertain{0, 0, 10, 10};
constexpr core::Span kPossible{0, 8, 10, 10};
constexpr std::array kInPlace{"active", "withdrawing", "vacated", "handed over"};

TestFeature state(const char* status, core::Span span, QPointF at = {20, 20})
{
    return {core::PartKind::point, {at}, span, {{"site", "s"}, {"status", status}}};
}

QImage pictureOf(const std::vector<TestFeature>& features, bool dark = false)
{
    const app::Camera camera = testCamera({40, 40});
    return drawn(sceneOf(testLayer(features, camera), kNow, dark), camera);
}

QColor colourOf(app::Status status)
{
    return app::mapTheme(false).status[app::paletteIndex(status)];
}

/// Pixels of a colour in a part of the picture.
int pixelsWithin(const QImage& picture, const QColor& colour, const QRect& part)
{
    int count = 0;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x) {
            count += alike(picture.pixelColor(x, y), colour, 16);
        }
    }
    return count;
}

/// How many pixels differ clearly for an eye without colours.
int greyDifference(const QImage& a, const QImage& b)
{
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            count += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 24;
        }
    }
    return count;
}

const QRect kLeft(0, 0, 20, 40);
const QRect kRight(20, 0, 20, 40);

} // namespace

TEST_CASE("Two states that are both only possible share one symbol, the earlier one on its left")
{
    const auto before = state("active", {0, 1, 4, 10});
    const auto after = state("handed over", {1, 8, 20, 20});
    const QImage picture = pictureOf({before, after});
    CHECK(pixelsWithin(picture, colourOf(app::Status::active), kLeft) > 8);
    CHECK(pixelsWithin(picture, colourOf(app::Status::active), kRight) == 0);
    CHECK(pixelsWithin(picture, colourOf(app::Status::handedOver), kRight) > 8);
    CHECK(pixelsWithin(picture, colourOf(app::Status::handedOver), kLeft) == 0);
    CHECK(picture == pictureOf({after, before})); // whichever comes first in the file
}

TEST_CASE(
    "What holds for certain has the whole symbol, and what may hold instead an arc on the side "
    "of its time")
{
    const QImage alone = pictureOf({state("active", kCertain)});
    const QImage later = pictureOf({state("active", kCertain), state("vacated", {2, 8, 20, 20})});
    const QImage earlier =
        pictureOf({state("active", kCertain), state("withdrawing", {-9, -9, 2, 10})});
    const QRect inside(16, 16, 8, 8);
    CHECK(later.copy(inside) == alone.copy(inside));
    CHECK(earlier.copy(inside) == alone.copy(inside));
    CHECK(pixelsWithin(later, colourOf(app::Status::vacated), kRight) > 8);
    CHECK(pixelsWithin(later, colourOf(app::Status::vacated), kLeft) == 0);
    CHECK(pixelsWithin(earlier, colourOf(app::Status::withdrawing), kLeft) > 8);
    CHECK(pixelsWithin(earlier, colourOf(app::Status::withdrawing), kRight) == 0);
}

TEST_CASE("A site of which one state shows looks as any other place")
{
    for (const char* status : kInPlace) {
        for (const core::Span& span : {kCertain, kPossible}) {
            TestFeature alone = state(status, span);
            alone.fields.erase(alone.fields.begin()); // no site
            INFO(status);
            CHECK(pictureOf({state(status, span), state("vacated", {20, 20, 30, 30})}) ==
                  pictureOf({alone}));
            // Two reports of one state are one state.
            CHECK(pictureOf({state(status, span), state(status, kPossible)}) == pictureOf({alone}));
        }
    }
}

TEST_CASE("Which states a site may be in is told apart in grey, in light and dark")
{
    for (const bool dark : {false, true}) {
        std::vector<std::pair<std::string, QImage>> pictures;
        for (const char* first : kInPlace) {
            pictures.emplace_back(first, pictureOf({state(first, kPossible)}, dark));
            for (const char* second : kInPlace) {
                if (first != second) {
                    pictures.emplace_back(
                        std::string(first) + " or " + second,
                        pictureOf({state(first, {0, 6, 9, 10}), state(second, {1, 8, 20, 20})},
                                  dark));
                }
            }
        }
        for (std::size_t a = 0; a < pictures.size(); ++a) {
            for (std::size_t b = 0; b < a; ++b) {
                INFO(pictures[a].first << " and " << pictures[b].first << ", dark " << dark);
                CHECK(greyDifference(pictures[a].second, pictures[b].second) >= 12);
            }
        }
    }
}

TEST_CASE("A forecast lies around what is there, as it does around a place without a history")
{
    const QImage picture = pictureOf({state("active", kCertain), state("expected", kPossible)});
    CHECK(pixelsWithin(picture, colourOf(app::Status::expected), kLeft) > 8);
    CHECK(pixelsWithin(picture, colourOf(app::Status::expected), kRight) > 8);
    CHECK(pixelsWithin(picture, colourOf(app::Status::active), {14, 14, 12, 12}) > 60);
}

TEST_CASE("All states of a site are found under its one symbol")
{
    const app::Camera camera = testCamera({40, 40});
    const auto layer =
        testLayer({state("active", kPossible), state("handed over", {1, 8, 20, 20})}, camera);
    REQUIRE(layer->mesh.sites.size() == 1);
    CHECK(layer->mesh.points.empty());
    const auto hits =
        core::pick(layer->layer, layer->index, core::toMercator(camera.placeAt({22, 19})),
                   8 / camera.pixelsPerUnit(), kNow, true);
    CHECK(hits.size() == 2);
}

TEST_CASE("States at different places, and those of layers too large for symbols, stay apart")
{
    const app::Camera camera = testCamera({40, 40});
    const auto apart = testLayer(
        {state("active", kPossible, {10, 10}), state("active", kPossible, {30, 30})}, camera);
    CHECK(apart->mesh.sites.empty());
    CHECK(apart->mesh.points.size() == 2);
    const auto many = testLayer(std::vector<TestFeature>(3001, state("active", kPossible)), camera);
    CHECK(many->mesh.sites.empty());
    CHECK(many->mesh.points.size() == 3001);
}
