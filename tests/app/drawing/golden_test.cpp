// SPDX-License-Identifier: Apache-2.0
// Pictures of the canvas against those in tests/golden. To make them anew after a wanted change,
// run with MASAR_WRITE_GOLDEN=1 and look at them.
#include "tests/app/drawing/scenes.hpp"

#include <QFile>

#include <catch2/catch_test_macros.hpp>

#include <cmath>

using namespace masar;
using namespace masar::test;

namespace {

/// Drivers round differently: a pixel may be off by this much in each channel,
constexpr int kTolerance = 12;
/// and this part of all pixels by more (edges).
constexpr double kMostOff = 0.002;

void compare(const QImage& picture, const QString& name)
{
    const QString path = QStringLiteral(MASAR_SOURCE_DIR "/tests/golden/") + name;
    if (qEnvironmentVariableIsSet("MASAR_WRITE_GOLDEN")) {
        REQUIRE(picture.save(path));
    }
    const QImage golden = QImage(path).convertToFormat(picture.format());
    REQUIRE(golden.size() == picture.size());
    int off = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) {
            const QColor a = picture.pixelColor(x, y);
            const QColor b = golden.pixelColor(x, y);
            off += std::abs(a.red() - b.red()) > kTolerance ||
                   std::abs(a.green() - b.green()) > kTolerance ||
                   std::abs(a.blue() - b.blue()) > kTolerance;
        }
    }
    if (off > kMostOff * picture.width() * picture.height()) {
        picture.save(QStringLiteral("actual-") + name);
        FAIL(off << " pixels differ from " << path.toStdString() << "; see actual-"
                 << name.toStdString());
    }
    SUCCEED();
}

/// Every symbol, certain above and possible below; areas and lines beside them.
app::Scene sheet(const app::Camera& camera, bool dark)
{
    const core::Span certain{0, 0, 10, 10};
    const core::Span possible{0, 8, 10, 10};
    std::vector<TestFeature> features;
    double x = 20;
    for (const char* status :
         {"active", "withdrawing", "vacated", "handed over", "expected", "other"}) {
        features.push_back({core::PartKind::point, {{x, 20}}, certain, {{"status", status}}});
        features.push_back({core::PartKind::point, {{x, 50}}, possible, {{"status", status}}});
        x += 30;
    }
    double column = 15;
    for (const char* status : {"active", "withdrawing", "vacated", "handed over"}) {
        for (const char* kind : {"base", "airfield", "oil-gas", "point"}) {
            features.push_back({core::PartKind::point,
                                {{column, kind[0] == 'b' || kind[0] == 'o' ? 218.0 : 242.0}},
                                kind[0] == 'b' || kind[0] == 'a' ? certain : possible,
                                {{"status", status}, {"kind", kind}}});
            column += kind[0] == 'a' || kind[0] == 'p' ? 28 : 0;
        }
    }
    for (const char* kind : {"crossing", "camp"}) {
        features.push_back(
            {core::PartKind::point, {{x, 20}}, certain, {{"status", "reference"}, {"kind", kind}}});
        features.push_back({core::PartKind::point,
                            {{x, 50}},
                            possible,
                            {{"status", "reference"}, {"kind", kind}}});
        x += 30;
    }
    double y = 80;
    for (const auto& [span, basis] :
         {std::pair(certain, "stated"), {certain, "inferred"}, {possible, "stated"}}) {
        features.push_back({core::PartKind::line,
                            {{15, y}, {120, y + 8}, {235, y - 4}},
                            span,
                            {{"status", "convoy"}, {"kind", "route"}, {"basis", basis}}});
        features.push_back({core::PartKind::outerRing,
                            {{15, y + 60}, {235, y + 55}, {225, y + 75}, {30, y + 72}},
                            span,
                            {{"status", "handed over"}}});
        y += 22;
    }
    return sceneOf(testLayer(features, camera), {4, 5}, dark);
}

} // namespace

TEST_CASE("The symbols, lines and areas look as they should in light and dark")
{
    const app::Camera camera = testCamera({250, 260});
    compare(drawn(sheet(camera, false), camera), QStringLiteral("symbols-light.png"));
    compare(drawn(sheet(camera, true), camera), QStringLiteral("symbols-dark.png"));
}

TEST_CASE("Symbols keep their shape at twice the scale")
{
    app::Camera camera = testCamera({250, 70});
    camera.pixelRatio = 2;
    compare(drawn(sheet(camera, false), camera), QStringLiteral("symbols-scale-2.png"));
}
