// SPDX-License-Identifier: Apache-2.0
#include "tests/app/drawing/scenes.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

#include <cstdlib>

namespace masar::test {

app::Camera testCamera(QSize size, double zoom, core::LonLat centre)
{
    app::Camera camera;
    camera.size = size;
    camera.zoom = zoom;
    camera.setCentre(centre);
    return camera;
}

app::MapLayerPtr testLayer(const std::vector<TestFeature>& features, const app::Camera& camera)
{
    core::Layer layer;
    layer.name = "test";
    auto column = [&](const std::string& name) -> core::Column& {
        const auto found = layer.properties.find(name);
        if (!found) {
            layer.properties.columns.push_back(
                {name, core::FieldType::text, std::vector<core::StringPool::Id>()});
            return layer.properties.columns.back();
        }
        return layer.properties.columns[*found];
    };
    for (const TestFeature& feature : features) {
        for (const auto& [name, value] : feature.fields) {
            (void)column(name);
        }
    }
    for (const TestFeature& feature : features) {
        std::vector<core::MercatorPoint> points;
        for (const QPointF pixel : feature.pixels) {
            points.push_back(core::toMercator(camera.placeAt(pixel)));
        }
        layer.geometry.addPart(feature.kind, points);
        layer.geometry.endFeature();
        layer.spans.push_back(feature.span);
        layer.sourceIndex.push_back(static_cast<std::uint32_t>(layer.sourceIndex.size()));
        for (core::Column& c : layer.properties.columns) {
            core::StringPool::Id id = core::StringPool::none;
            for (const auto& [name, value] : feature.fields) {
                if (name == c.name) {
                    id = layer.properties.strings->add(value);
                }
            }
            std::get<0>(c.values).push_back(id);
        }
    }
    layer.counts.features = layer.counts.drawn = features.size();
    return app::makeMapLayer(std::move(layer));
}

QImage drawn(const app::Scene& scene, const app::Camera& camera)
{
    auto painter = app::PicturePainter::create();
    REQUIRE(painter.has_value());
    auto picture = painter->paint(scene, camera);
    REQUIRE(picture.has_value());
    picture->setDevicePixelRatio(1);
    return *picture;
}

app::Scene sceneOf(app::MapLayerPtr layer, core::Window window, bool dark)
{
    app::Scene scene;
    scene.layers.push_back({std::move(layer), true, 0});
    scene.window = window;
    scene.dark = dark;
    return scene;
}

bool alike(QColor a, QColor b, int tolerance)
{
    return std::abs(a.red() - b.red()) <= tolerance &&
           std::abs(a.green() - b.green()) <= tolerance &&
           std::abs(a.blue() - b.blue()) <= tolerance;
}

} // namespace masar::test
