// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/map_layer.hpp"
#include "core/crs/coordinate_text.hpp"
#include "core/route/route.hpp"
#include "core/time/span.hpp"

#include <QLocale>
#include <QMarginsF>

#include <QObject>
#include <QtQmlIntegration>

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

namespace masar::app {

struct Basemap;
class TileStore;

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
    /// The column whose values label its features, or one of the two below.
    int labelColumn = labelByName;
    static constexpr int labelByName = -1; ///< points by their `name`, where the layer has one
    static constexpr int labelNone = -2;

    bool operator==(const SceneLayer&) const = default;
};

/// A feature, named by its layer's id and its row.
struct FeatureRef {
    quint64 layer = 0;
    quint32 row = 0;

    bool operator==(const FeatureRef&) const = default;
};

/// How movements are drawn.
struct TrackLook {
    /// How long before the window the trail behind a moving thing begins, in seconds; kOpenFuture:
    /// all of it.
    core::Instant trailSeconds = 86'400;
    core::LegLimits limits;

    bool operator==(const TrackLook&) const = default;
};

/// How meridians and parallels are labelled.
struct GraticuleLook {
    core::CoordinateFormat format = core::CoordinateFormat::degreesMinutesSeconds;
    QLocale digits = QLocale::c();
    bool rightToLeft = false; ///< the labels of parallels stand at the left edge
    /// What panes cover at the edges of the picture, logical pixels: labels keep clear of it.
    QMarginsF covered = {};

    bool operator==(const GraticuleLook&) const = default;
};

/// A path that is being measured, made of pieces of geodesics.
struct Ruler {
    std::vector<core::MercatorPoint> line;
    std::vector<core::MercatorPoint> pending; ///< what would be added if the pointer were pressed
    std::vector<core::MercatorPoint> corners;
    std::vector<core::MercatorPoint> area; ///< the ring of what is measured, where it is closed

    bool operator==(const Ruler&) const = default;
};

/// Everything the picture depends on but the camera: a plain value, cheap to copy. Window, snapshot
/// and command line draw the same scene with the same renderer.
struct Scene {
    std::vector<SceneLayer> layers; ///< bottom first
    std::shared_ptr<const Basemap> basemap;
    std::shared_ptr<TileStore> tiles; ///< a raster or an online map, over the basemap's land
    double tilesOpacity = 1;
    bool linesOnTiles = true; ///< the basemap's names and borders show over the tiles
    core::Window window;
    TrackLook tracks;
    bool showUndated = true;
    bool dark = false;
    MapLanguage language = MapLanguage::english;
    std::optional<FeatureRef> selected;
    std::optional<FeatureRef> hovered;
    std::optional<GraticuleLook> graticule;
    Ruler ruler;

    /// Whether a feature with these dates is there now; one without is, or not, as the reader
    /// chose.
    [[nodiscard]] core::Presence presenceOf(const core::Span& span) const
    {
        if (!span.dated()) {
            return showUndated ? core::Presence::certain : core::Presence::absent;
        }
        return core::presence(span, window);
    }

    /// Whether the basemap's names and borders are drawn.
    [[nodiscard]] bool namesShown() const { return basemap && (!tiles || linesOnTiles); }
};

/// The scene as QML and the session see it: set, compared, marked dirty, announced. Lives on the
/// GUI thread.
class MapScene : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Session")

public:
    using QObject::QObject;
    ~MapScene() override;

    [[nodiscard]] const Scene& scene() const { return m_scene; }

    /// Takes all of another scene, of which somebody else hears when its tiles come.
    void copy(Scene scene);
    void setLayers(std::vector<SceneLayer> layers);
    void setBasemap(std::shared_ptr<const Basemap> basemap);
    void setTiles(std::shared_ptr<TileStore> tiles);
    void setTilesOpacity(double opacity);
    void setLinesOnTiles(bool show);
    void setWindow(const core::Window& window);
    void setTracks(const TrackLook& look);
    void setShowUndated(bool show);
    void setDark(bool dark);
    void setLanguage(MapLanguage language);
    void setSelected(std::optional<FeatureRef> feature);
    void setHovered(std::optional<FeatureRef> feature);
    void setGraticule(std::optional<GraticuleLook> look);
    void setRuler(Ruler ruler);

signals:
    /// Anything changed; a canvas that shows the scene asks for one frame.
    void changed();
    /// Tiles came or failed.
    void tilesChanged();

private:
    template <class T> void assign(T& member, T value);
    void noteTiles();
    Scene m_scene;
    bool m_listening = false;               ///< to its tiles
    std::atomic<bool> m_tilesNoted = false; ///< that tiles changed is on its way
};

} // namespace masar::app
