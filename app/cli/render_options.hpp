// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/map_scene.hpp"
#include "app/models/length_text.hpp"
#include "app/models/reader.hpp"
#include "core/base/result.hpp"
#include "core/io/reader.hpp"
#include "core/time/span.hpp"
#include "core/time/step.hpp"
#include "core/time/zone.hpp"

#include <QRectF>
#include <QSize>
#include <QStringList>

#include <optional>
#include <vector>

namespace masar::app {

/// What `masar render` was asked for, checked.
struct RenderOptions {
    enum class Frame { story, fit, bbox, centre };
    enum class WindowKind { instant, cumulative, length };

    QStringList files;
    QString output;
    std::optional<core::Window> at;   ///< one picture
    std::optional<core::Window> from; ///< a series: its first moment,
    std::optional<core::Window> to;   ///< its last
    std::optional<core::Step> every;  ///< and its step
    WindowKind windowKind = WindowKind::instant;
    core::Step windowLength;
    QString tracksBy;          ///< points are grouped into tracks by this field
    TrackLook tracks;          ///< the trail behind what moves, and what is a gap
    core::ReadOptions reading; ///< how files are read, where they do not say it
    core::Zone zone;
    Reader reader = readerOf(Language::english); ///< of words; English where names are in both
    MapLanguage names = MapLanguage::english;
    bool dark = false;
    QSize size{1280, 800};
    int dpi = 96;
    Frame frame = Frame::story;
    double west = 0, south = 0, east = 0, north = 0; ///< bbox
    double lonDeg = 0, latDeg = 0, zoom = 7;         ///< centre
    double bearingDeg = 0;                           ///< what is up, clockwise from north
    QString title;
    LengthUnits units = LengthUnits::metric;
    bool graticule = false;
    bool decorations = true;
    bool bundled = true;
    bool json = false; ///< print what each picture shows, not only its name
    QString basemap = QStringLiteral("bundled"); ///< or "none", or a raster file

    [[nodiscard]] bool series() const { return every.has_value(); }
};

/// Reads the arguments after "render". The error says which argument and what would be right.
[[nodiscard]] core::Result<RenderOptions> parseRenderOptions(const QStringList& arguments);

/// One picture of the job: what its clock shows, and the part of that which its caption names.
struct RenderMoment {
    core::Window window;
    core::Window caption;
};

/// The moments of the job in order. `range` is the data's whole time, for --window cumulative and
/// for a job that names no moment.
[[nodiscard]] std::vector<RenderMoment> momentsOf(const RenderOptions& options,
                                                  const std::optional<core::Window>& range,
                                                  const core::Window& fallback);

} // namespace masar::app
