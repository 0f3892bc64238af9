// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/picture.hpp"
#include "core/model/layer.hpp"

#include <QImage>

#include <string>
#include <utility>
#include <vector>

namespace masar::test {

/// A feature of a test layer: geometry in pixels of the test picture, its dates and its fields.
struct TestFeature {
    core::PartKind kind = core::PartKind::point;
    std::vector<QPointF> pixels;
    core::Span span;
    std::vector<std::pair<std::string, std::string>> fields;
};

/// A camera over a place without a basemap; pixels of the picture are those of TestFeature.
[[nodiscard]] app::Camera testCamera(QSize size, double zoom = 8, core::LonLat centre = {40, 36});

/// A layer of features that lie where their pixels say under the camera.
[[nodiscard]] app::MapLayerPtr testLayer(const std::vector<TestFeature>& features,
                                         const app::Camera& camera);

/// Draws with a painter of its own.
[[nodiscard]] QImage drawn(const app::Scene& scene, const app::Camera& camera);

/// Whether two colours differ by no more than `tolerance` in each part.
[[nodiscard]] bool alike(QColor a, QColor b, int tolerance = 3);

/// A scene of one layer.
[[nodiscard]] app::Scene sceneOf(app::MapLayerPtr layer, core::Window window, bool dark = false);

} // namespace masar::test
