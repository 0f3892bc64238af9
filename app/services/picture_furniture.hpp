// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/camera.hpp"
#include "app/map/map_scene.hpp"
#include "app/models/feature_list_model.hpp"
#include "app/models/legend.hpp"
#include "app/models/length_text.hpp"
#include "core/query/chunk_index.hpp"

#include <QImage>
#include <QLocale>
#include <QString>

#include <vector>

namespace masar::app {

/// What stands on an exported picture beside the map: enough to publish and defend it.
struct Furniture {
    QString title;
    QString date;  ///< "21 February 2026"
    QString zone;  ///< "UTC"
    QString tally; ///< "41 certain, 9 possible, ..."
    QString attribution;
    std::vector<LegendEntry> legend;
    LengthUnits units = LengthUnits::metric;
    bool dark = false;
    bool rightToLeft = false;
};

/// The counts over the visible layers.
[[nodiscard]] core::Tally tallyOf(const Scene& scene);
/// "41 certain, 9 possible, 12 outside, 3 undated, 2 without place": kinds that are zero are left
/// out, but certain.
/// One number of the counts in words, and the list behind it.
struct TallyPart {
    FeatureListModel::Which which = FeatureListModel::Which::None;
    QString text;
};
[[nodiscard]] std::vector<TallyPart> partsOf(const core::Tally& tally, const QLocale& locale);
[[nodiscard]] QString tallyText(const core::Tally& tally, const QLocale& locale);

/// Draws the furniture over a picture of the map.
void drawFurniture(QImage& picture, const Furniture& furniture, const Camera& camera);

} // namespace masar::app
