// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/gazetteer.hpp"
#include "app/map/map_layer.hpp"
#include "app/map/river_course.hpp"
#include "core/base/result.hpp"
#include "core/io/raster_reader.hpp"

#include <QString>

#include <array>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <vector>

namespace masar::app {

struct BasemapTexts;
enum class MapLanguage;

/// What a layer of the basemap is drawn as.
enum class BasemapRole { land, lake, coast, lakeShore, river, admin, border, disputed };

/// A layer of the basemap's geometry and the zooms it is meant for.
struct BasemapPart {
    MapLayerPtr data;
    BasemapRole role = BasemapRole::land;
    double minZoom = 0;
    double maxZoom = 99; ///< exclusive
    double weight = 1;   ///< of the stroke
    bool dashed = false; ///< made by hand, not surveyed
};

/// The kinds of name on a map, largest first.
enum class LabelKind {
    country,
    sea,
    admin,
    lake,
    cityLarge,
    city,
    town,
    village,
    river,
    site,   ///< of the user's layers
    feature ///< of the user's layers that have many
};
inline constexpr std::size_t kLabelKinds = 11;

/// A name that may be drawn.
struct BasemapLabel {
    core::MercatorPoint at;
    QString name;   ///< English or Latin
    QString arabic; ///< empty if there is none
    LabelKind kind = LabelKind::town;
    double minZoom = 0;
    double maxZoom = 99; ///< exclusive
    double rank = 0;     ///< smaller is placed first, within a kind
    bool capital = false;
};

/// A named river, from its source down; one entry for each stretch of it that hangs together.
struct NamedRiver {
    QString name;
    QString arabic;
    double rank = 0; ///< 0: the great ones
    RiverCourse course;
};

/// The offline basemap as loaded: immutable, shared with the renderer.
struct Basemap {
    std::vector<BasemapPart> parts; ///< in the order of drawing
    std::vector<BasemapLabel> labels;
    std::vector<NamedRiver> rivers;
    core::GreyRaster relief; ///< empty if there is none
    QString attribution;

    /// Its names as texts, filled by textsOf() for each language asked for.
    struct Texts {
        std::mutex mutex;
        std::array<std::shared_ptr<const BasemapTexts>, 3> byLanguage;
    };
    mutable Texts texts;
    std::vector<GazetteerPlace> places; ///< with all their names, for search
};

/// Reads the basemap that the build made (data/basemap/README.md), from the copy prepared beside it
/// if there is one that belongs to it. Its names are measured in a language, if one is given, ready
/// to be placed. Blocking: for a worker thread.
[[nodiscard]] core::Result<std::shared_ptr<const Basemap>>
loadBasemap(const QString& path, std::optional<MapLanguage> names = {}, std::stop_token stop = {});

/// Makes that copy. `notWritten` if it cannot be written beside the basemap.
[[nodiscard]] core::Result<void> prepareBasemap(const QString& path);

} // namespace masar::app
