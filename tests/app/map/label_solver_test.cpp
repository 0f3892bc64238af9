// SPDX-License-Identifier: Apache-2.0
#include "app/map/label_solver.hpp"

#include "app/map/camera.hpp"

#include <catch2/catch_test_macros.hpp>

#include <cmath>
#include <random>

using namespace masar;
using app::LabelShape;
using app::LabelSolver;

namespace {

struct Label {
    core::MercatorPoint at;
    LabelShape shape;
    double minZoom = 0;
    double maxZoom = LabelSolver::never;
};

LabelShape box(double left, double top, double width, double height)
{
    LabelShape shape;
    shape.add(QRectF(left, top, width, height));
    return shape;
}

QRectF onScreen(const QRectF& box, core::MercatorPoint at, double zoom)
{
    const double scale = 256 * std::exp2(zoom) / core::kMercatorWorld;
    return box.translated(at.x * scale, at.y * scale);
}

bool overlap(const Label& a, const Label& b, double zoom)
{
    for (const QRectF& mine : a.shape.all()) {
        for (const QRectF& its : b.shape.all()) {
            // A touch, or what rounding makes of one, is no overlap.
            const QRectF common = onScreen(mine, a.at, zoom) & onScreen(its, b.at, zoom);
            if (common.width() > 1e-6 && common.height() > 1e-6) {
                return true;
            }
        }
    }
    return false;
}

/// Labels in a crowd of clusters, placed one after the other at the best of two sides.
std::vector<Label> crowd(unsigned seed, std::size_t count)
{
    std::mt19937 random(seed);
    std::normal_distribution<double> spread(0, 1);
    std::uniform_real_distribution<double> uniform(0, 1);
    LabelSolver solver;
    std::vector<Label> labels;
    for (std::size_t i = 0; i < count; ++i) {
        const double reach = std::exp2(22 + 8 * uniform(random));
        const auto coordinate = [&] {
            return static_cast<std::uint32_t>(std::llround(
                std::clamp(core::kMercatorWorld / 2 + spread(random) * reach, 0.0, 4.29e9)));
        };
        const double width = 20 + 100 * uniform(random);
        const std::array options{box(5, -7, width, 14), box(-5 - width, -7, width, 14)};
        Label label{{coordinate(), coordinate()}, {}, 0};
        const double wanted = 8 * uniform(random);
        label.maxZoom = i % 7 == 0 ? wanted + 4 : LabelSolver::never;
        const auto zooms = solver.freeZooms(label.at, options, wanted);
        const std::size_t best = zooms[0] <= zooms[1] ? 0 : 1;
        label.shape = options[best];
        label.shape.add(QRectF(-3, -3, 6, 6));
        label.minZoom = solver.freeFrom(label.at, label.shape, wanted);
        CHECK(label.minZoom >= wanted);
        solver.place(label.at, label.shape, label.minZoom, label.maxZoom);
        labels.push_back(label);
    }
    return labels;
}

} // namespace

TEST_CASE("Labels that the solver shows never overlap, at any zoom")
{
    for (const unsigned seed : {1U, 2U, 3U}) {
        const std::vector<Label> labels = crowd(seed, 400);
        int overlaps = 0;
        std::size_t most = 0;
        for (double zoom = 0; zoom < 19; zoom += 0.173) {
            std::vector<const Label*> shown;
            for (const Label& label : labels) {
                if (zoom >= label.minZoom && zoom < label.maxZoom) {
                    shown.push_back(&label);
                }
            }
            most = std::max(most, shown.size());
            for (std::size_t i = 0; i < shown.size(); ++i) {
                for (std::size_t j = 0; j < i; ++j) {
                    overlaps += overlap(*shown[i], *shown[j], zoom) ? 1 : 0;
                }
            }
        }
        CHECK(overlaps == 0);
        CHECK(most > 250); // and they are not simply left out
    }
}

TEST_CASE("A label shows as early as those before it let it")
{
    const std::vector<Label> labels = crowd(5, 300);
    // A little earlier, each would overlap one that goes before it: nothing is lost.
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const double zoom = labels[i].minZoom - 0.001;
        if (labels[i].minZoom >= 20 || labels[i].minZoom < 8) {
            continue; // at its wanted zoom already, or never
        }
        bool blocked = false;
        for (std::size_t j = 0; j < i; ++j) {
            blocked = blocked || (zoom >= labels[j].minZoom - 0.001 && zoom < labels[j].maxZoom &&
                                  overlap(labels[i], labels[j], zoom));
        }
        INFO(i << " from " << labels[i].minZoom);
        CHECK(blocked);
    }
}

TEST_CASE("Two labels apart on the ground are free of each other where the sum says so")
{
    LabelSolver solver;
    solver.place({1000, 1000}, box(0, -5, 100, 10), 0);
    // 100 pixels for a distance of 2^20 units: 256 * 2^z / 2^32 * 2^20 = 100.
    const double zoom = std::log2(100.0 * 4096 / 256);
    CHECK(std::abs(solver.freeFrom({1000 + (1U << 20U), 1000}, box(0, -5, 100, 10), 0) - zoom) <
          1e-9);
    CHECK(solver.freeFrom({1000, 1000}, box(50, -5, 10, 10), 0) == LabelSolver::never);
    CHECK(solver.freeFrom({1000, 1000}, box(50, 6, 10, 10), 0) == 0);
}

TEST_CASE("Labels on both sides of the antimeridian see each other")
{
    LabelSolver solver;
    solver.place({UINT32_MAX - 100'000, 1U << 31U}, box(0, -5, 100, 10), 0);
    const double zoom = std::log2(100 / 200'001.0 * core::kMercatorWorld / 256);
    CHECK(std::abs(solver.freeFrom({100'000, 1U << 31U}, box(0, -5, 100, 10), 3) - zoom) < 1e-9);
}

TEST_CASE("The same labels get the same places again")
{
    const std::vector<Label> a = crowd(9, 200);
    const std::vector<Label> b = crowd(9, 200);
    for (std::size_t i = 0; i < a.size(); ++i) {
        CHECK(a[i].minZoom == b[i].minZoom);
    }
}
