// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/map_layer.hpp"
#include "core/time/span.hpp"

#include <QObject>
#include <QtQmlIntegration>

#include <memory>
#include <optional>
#include <vector>

namespace masar::app {

struct Basemap;

/// The languages that names on the map are written in.
enum class MapLanguage {
    english,
    arabic,
    both ///< English above, Arabic below
};

/// One layer on the map.
struct SceneLayer {
    MapLayerPtr data;
    bool visible = true;
    int colour = 0; ///< index into the theme's layer colours, used where no status field decides
    /// The field that labels its features; empty: none. If not set, points are labelled by their
    /// `name` where the layer has one.
    std::optional<std::string> labelField = {};

    bool operator==(const SceneLayer&) const = default;
};

/// A feature, named by its layer's id and its row.
struct FeatureRef {
    quint64 layer = 0;
    quint32 row = 0;

    bool operator==(const FeatureRef&) const = default;
};

/// Everything the picture depends on but the camera: a plain value, cheap to copy. Window, snapshot
/// and command line draw the same scene with the same renderer.
struct Scene {
    std::vector<SceneLayer> layers; ///< bottom first
    std::shared_ptr<const Basemap> basemap;
    core::Window window;
    bool showUndated = true;
    bool dark = false;
    MapLanguage language = MapLanguage::english;
    std::optional<FeatureRef> selected;
    std::optional<FeatureRef> hovered;
};

/// The scene as QML and the session see it: set, compared, marked dirty, announced. Lives on the
/// GUI thread.
class MapScene : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Session")

public:
    using QObject::QObject;

    [[nodiscard]] const Scene& scene() const { return m_scene; }

    void setLayers(std::vector<SceneLayer> layers);
    void setBasemap(std::shared_ptr<const Basemap> basemap);
    void setWindow(const core::Window& window);
    void setShowUndated(bool show);
    void setDark(bool dark);
    void setLanguage(MapLanguage language);
    void setSelected(std::optional<FeatureRef> feature);
    void setHovered(std::optional<FeatureRef> feature);

signals:
    /// Anything changed; a canvas that shows the scene asks for one frame.
    void changed();

private:
    template <class T> void assign(T& member, T value);
    Scene m_scene;
};

} // namespace masar::app
