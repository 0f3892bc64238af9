// SPDX-License-Identifier: Apache-2.0
#include "app/models/change_painter.hpp"

#include <catch2/catch_test_macros.hpp>

#include <QImage>

using namespace masar;

namespace {

/// One point that a file has more, or less, than the one before.
app::LayerDifferencePtr onePoint(std::uint8_t kind, core::MercatorPoint at)
{
    core::Layer with;
    with.geometry.addPart(core::PartKind::point, std::span(&at, 1));
    with.geometry.endFeature();
    with.spans.emplace_back();
    auto point = app::makeMapLayer(std::move(with));
    auto nothing = app::makeMapLayer(core::Layer());
    core::LayerDiff diff;
    const bool added = kind == core::change_kinds::added;
    diff.changes = {{added ? core::kNoRow : 0, added ? 0 : core::kNoRow, kind}};
    return std::make_shared<const app::LayerDifference>(added ? nothing : point,
                                                        added ? point : nothing, diff);
}

QImage painted(const app::ShownChanges& shown, const app::Camera& camera, bool dark)
{
    QImage picture(camera.size.toSize(), QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    app::ChangePainter().paint(painter, camera, shown, dark);
    return picture;
}

bool hasColour(const QImage& picture, QRect where, const QColor& colour)
{
    for (int y = where.top(); y <= where.bottom(); ++y) {
        for (int x = where.left(); x <= where.right(); ++x) {
            if (picture.pixelColor(x, y) == colour) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

TEST_CASE("What was added has a ring, what is gone a pale cross, in the colours of the theme")
{
    app::Camera camera;
    camera.size = {200, 100};
    camera.zoom = 8;
    const core::MercatorPoint middle{static_cast<std::uint32_t>(camera.x),
                                     static_cast<std::uint32_t>(camera.y)};
    const QRect ring(109, 48, 5, 5); // to the right of the middle
    const QRect centre(98, 48, 5, 5);
    for (const bool dark : {false, true}) {
        const auto& colours = app::mapTheme(dark).changes;
        const QImage added =
            painted({onePoint(core::change_kinds::added, middle), {}}, camera, dark);
        CHECK(hasColour(added, ring, colours[0]));
        CHECK(added.pixelColor(100, 50).alpha() == 0); // the feature is not covered
        const QImage removed =
            painted({onePoint(core::change_kinds::removed, middle), {}}, camera, dark);
        CHECK_FALSE(hasColour(removed, ring, colours[1]));
        const QColor cross = removed.pixelColor(100, 50);
        CHECK(cross.alpha() > 150);
        CHECK(cross.alpha() < 250);
        CHECK(painted({}, camera, dark).pixelColor(100, 50).alpha() == 0);
    }
}

TEST_CASE("The change that is looked at is ringed, also beyond the antimeridian")
{
    app::Camera camera;
    camera.size = {200, 100};
    camera.zoom = 8;
    camera.x = core::kMercatorWorld + 10; // just east of it
    const core::MercatorPoint west{0xFFFFFFF0U, static_cast<std::uint32_t>(camera.y)};
    const auto difference = onePoint(core::change_kinds::added, west);
    const QColor selection = app::mapTheme(false).selection;
    const QRect around(115, 48, 5, 5);
    CHECK(hasColour(painted({difference, 0}, camera, false), around, selection));
    CHECK_FALSE(hasColour(painted({difference, {}}, camera, false), around, selection));
}
