// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crs/transformer.hpp"
#include "core/geometry/antimeridian.hpp"
#include "core/io/fix_times.hpp"
#include "core/io/local_file.hpp"
#include "core/io/table_builder.hpp"
#include "core/model/layer.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace masar::core {

/// What kind of geometry a feature was written with, for the counts.
enum class GeometryClass : std::uint8_t { null, point, line, polygon, collection };

/// The geometry of one feature in the coordinates of its file, x (or longitude) first.
struct RawGeometry {
    struct Part {
        PartKind kind = PartKind::point;
        std::size_t count = 0;
    };

    GeometryClass written = GeometryClass::null;
    std::vector<double> xs, ys;
    std::vector<double>
        measures;               ///< M of each vertex, or shorter: not a number where there is none
    std::vector<FixTime> times; ///< one a vertex, or none
    std::vector<Part> parts;

    void clear();
    void addVertex(double x, double y)
    {
        xs.push_back(x);
        ys.push_back(y);
    }
    void addVertex(double x, double y, double measure);
    /// Whether it is lines and nothing else: what can be a track.
    [[nodiscard]] bool isLines() const;
    /// Makes a part of the vertices added since the part before.
    void endPart(PartKind kind);

private:
    std::size_t m_covered = 0;
};

/// Builds one Layer from features as a reader finds them, and keeps the account: every feature is
/// drawn, rejected or without place. A reader fills table() and geometry() and then accepts or
/// rejects the feature.
class LayerBuilder {
public:
    LayerBuilder(std::string name, const LocalFile& file, std::string driver);

    void setName(std::string name) { m_layer.name = std::move(name); }
    /// The system that the file states, or that was chosen. One that is not understood is a warning
    /// ("crs-unknown"), and the coordinates are taken for degrees.
    void setCrs(const std::string& stated, const std::string& definition,
                CrsOrigin origin = CrsOrigin::stated);
    /// The format has systems of which the file may state none: then somebody should be asked.
    void expectCrs() { m_expectsCrs = true; }
    void setPlaceFields(PlaceFields fields) { m_layer.placeFields = std::move(fields); }
    /// A table of which it is not known where its rows are.
    void setPlacesUnknown() { m_placesUnknown = true; }
    /// How a diagnostic names the place of the current feature in the file; nothing is named
    /// without it.
    void setWhere(std::function<std::string()> where) { m_where = std::move(where); }

    [[nodiscard]] TableBuilder& table() { return m_table; }
    /// Empty at the start of a feature.
    [[nodiscard]] RawGeometry& geometry() { return m_raw; }
    [[nodiscard]] Diagnostics& diagnostics() { return m_layer.diagnostics; }
    [[nodiscard]] std::uint64_t featureCount() const { return m_layer.counts.features; }

    /// Ends the feature: a row if its geometry is usable or absent, else it is rejected as
    /// "broken-geometry".
    void accept();
    /// Ends the feature without a row.
    void reject(const std::string& code, const std::string& text);
    /// Notes something about the current feature.
    void note(Severity severity, const std::string& code, const std::string& text);
    /// Counts features that the file states but that could not be read at all.
    void addUnread(std::uint64_t count, const std::string& code, const std::string& text);

    /// The layer, without dates yet.
    [[nodiscard]] Layer finish(TableBuilder::Infer infer);

private:
    /// Checks the raw geometry once it is in degrees; why it is not usable, or nothing.
    std::optional<std::string> checkPlaces();
    /// Adds the raw geometry's parts, cut at the antimeridian; the feature stays open.
    void appendGeometry();
    void addPart(PartKind kind, std::span<const LonLat> places);
    void addPolygon(const LonLatPolygon& rings);
    void countWritten();
    /// Makes a track of lines whose vertices have times, or measures that are times.
    void addTrackOf(std::uint32_t row);
    void takeMeasuresForTimes();

    Layer m_layer;
    TableBuilder m_table;
    RawGeometry m_raw;
    std::optional<Transformer> m_transformer; ///< none: degrees already
    std::function<std::string()> m_where;
    LonLatRun m_run; ///< with m_points, kept for their memory
    std::vector<MercatorPoint> m_points;
    SourceFixes m_fixes;
    std::uint64_t m_outsideDegrees = 0;
    bool m_expectsCrs = false;
    bool m_placesUnknown = false;
};

} // namespace masar::core
