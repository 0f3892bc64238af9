// SPDX-License-Identifier: Apache-2.0
#include "app/models/layer_versions.hpp"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractItemModelTester>

using namespace masar;
using app::LayerVersions;

namespace {

app::MapLayerPtr layerWith(std::size_t points)
{
    core::Layer layer;
    for (std::uint32_t i = 0; i < points; ++i) {
        const core::MercatorPoint at{i, i};
        layer.geometry.addPart(core::PartKind::point, std::span(&at, 1));
        layer.geometry.endFeature();
        layer.spans.emplace_back();
    }
    layer.counts.features = points;
    auto made = std::make_shared<app::MapLayer>(); // without an index, which nobody asks for here
    static quint64 last = 1'000'000;
    made->id = ++last;
    made->layer = std::move(layer);
    return made;
}

LayerVersions::Version version(const app::MapLayerPtr& data, const char* hash, int minute)
{
    return {.hash = hash,
            .read = QDateTime(QDate(2026, 2, 21), QTime(14, minute)),
            .data = data,
            .counts = core::ChangeCounts{.added = 2}};
}

} // namespace

TEST_CASE("The versions of a layer are listed, the newest first, each once")
{
    LayerVersions versions;
    const QAbstractItemModelTester tester(&versions,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto one = layerWith(1);
    const auto two = layerWith(3);
    versions.add(7, {.hash = {},
                     .read = QDateTime(QDate(2026, 2, 21), QTime(14, 5)),
                     .data = one,
                     .counts = {}});
    versions.setOnMap(7, one);
    versions.setHash(7, "0123456789abcdef");
    versions.add(8, version(layerWith(1), "other", 6));
    versions.show(7, QStringLiteral("sites"));
    REQUIRE(versions.rowCount() == 1);
    CHECK_FALSE(versions.comparable());
    versions.add(7, version(two, "fedcba", 20));
    versions.add(7, version(two, "fedcba", 21));
    REQUIRE(versions.rowCount() == 2);
    const auto at = [&versions](int row, LayerVersions::Role role) {
        return versions.data(versions.index(row), role);
    };
    CHECK(at(0, LayerVersions::TimeRole) == "14:20:00");
    CHECK(at(1, LayerVersions::TimeRole) == "14:05:00");
    CHECK(at(1, LayerVersions::HashRole) == "0123456789ab");
    CHECK(at(0, LayerVersions::ChangesRole) == "2 added");
    CHECK(at(1, LayerVersions::OnMapRole).toBool());
    versions.setOnMap(7, two);
    CHECK(at(0, LayerVersions::OnMapRole).toBool());
    CHECK_FALSE(at(1, LayerVersions::OnMapRole).toBool());
    versions.keepOnly([](int key) { return key == 8; });
    CHECK(versions.rowCount() == 0);
    CHECK_FALSE(versions.contains(7));
}

TEST_CASE("The version on the map and the one before it are chosen, and any two can be")
{
    LayerVersions versions;
    const std::vector layers{layerWith(1), layerWith(2), layerWith(3)};
    for (std::size_t i = 0; i < layers.size(); ++i) {
        versions.add(7, version(layers[i], "h", static_cast<int>(i)));
    }
    versions.setOnMap(7, layers[1]); // the newest was offered, not taken
    versions.show(7, QStringLiteral("sites"));
    CHECK(versions.chosen(true) == layers[1]);
    CHECK(versions.chosen(false) == layers[0]);
    CHECK(versions.comparable());
    versions.setBefore(0);
    CHECK(versions.chosen(false) == layers[2]);
    const auto otherwise = layerWith(5); // the version on the map, read in another way
    versions.reread(7, otherwise);
    CHECK(versions.rowCount() == 3);
    CHECK(versions.chosen(true) == otherwise);
    versions.setBefore(versions.after());
    CHECK_FALSE(versions.comparable());
}

TEST_CASE("Old versions are forgotten beyond the limit, the oldest first, and what is known of "
          "them stays")
{
    LayerVersions versions;
    const std::size_t third = LayerVersions::mostKept / 2 / 3 + 1; // a point is a row and a vertex
    std::vector<app::MapLayerPtr> layers;
    for (int i = 0; i < 4; ++i) {
        layers.push_back(layerWith(third));
        versions.add(7, version(layers.back(), "h", i));
        versions.setOnMap(7, layers.back());
    }
    versions.show(7, {});
    REQUIRE(versions.rowCount() == 4);
    const auto kept = [&versions](int row) {
        return versions.data(versions.index(row), LayerVersions::KeptRole).toBool();
    };
    CHECK(kept(0)); // on the map
    CHECK(kept(1));
    CHECK(kept(2));
    CHECK_FALSE(kept(3));
    CHECK(versions.data(versions.index(3), LayerVersions::FeaturesRole)
              .toString()
              .contains(QLocale().toString(third)));
}
