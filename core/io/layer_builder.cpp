// SPDX-License-Identifier: Apache-2.0
#include "core/io/layer_builder.hpp"

#include "core/io/value_text.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <format>
#include <limits>
#include <utility>

namespace masar::core {

namespace {

bool outsideDegrees(LonLat place)
{
    return std::abs(place.lonDeg) > 540 || std::abs(place.latDeg) > 90;
}

std::string whyNoPlace(LonLat place)
{
    if (!std::isfinite(place.lonDeg) || !std::isfinite(place.latDeg)) {
        return "a coordinate is not a finite number, or the coordinate system does not reach it";
    }
    if (std::abs(place.latDeg) > 90) {
        const bool swapped = std::abs(place.latDeg) <= 180 && std::abs(place.lonDeg) <= 90;
        return std::format("latitude {} is outside -90 to 90{}", textOf(place.latDeg),
                           swapped ? "; latitude and longitude may be swapped" : "");
    }
    return std::format("longitude {} is outside -180 to 180", textOf(place.lonDeg));
}

/// The same longitude within -180..180; 180 itself stays.
double wrapped(double lonDeg)
{
    return std::abs(lonDeg) <= 180 ? lonDeg : lonDeg - 360 * std::floor((lonDeg + 180) / 360);
}

} // namespace

void RawGeometry::clear()
{
    written = GeometryClass::null;
    xs.clear();
    ys.clear();
    measures.clear();
    times.clear();
    parts.clear();
    m_covered = 0;
}

void RawGeometry::addVertex(double x, double y, double measure)
{
    measures.resize(xs.size(), std::numeric_limits<double>::quiet_NaN());
    measures.push_back(measure);
    addVertex(x, y);
}

bool RawGeometry::isLines() const
{
    return !parts.empty() &&
           std::ranges::all_of(parts, [](const Part& part) { return part.kind == PartKind::line; });
}

void RawGeometry::endPart(PartKind kind)
{
    parts.push_back({kind, xs.size() - m_covered});
    m_covered = xs.size();
}

LayerBuilder::LayerBuilder(std::string name, const LocalFile& file, std::string driver)
{
    m_layer.name = std::move(name);
    m_layer.path = file.path;
    m_layer.driver = std::move(driver);
}

void LayerBuilder::setCrs(const std::string& stated, const std::string& definition,
                          CrsOrigin origin)
{
    m_layer.crs = stated;
    m_layer.crsOrigin = origin;
    auto transformer = Transformer::toWgs84(definition);
    if (transformer) {
        if (!transformer->identity()) {
            m_transformer = *std::move(transformer);
        }
        return;
    }
    m_layer.crsOrigin = CrsOrigin::assumed;
    diagnostics().add(
        {Severity::warning, "crs-unknown", std::nullopt, stated,
         "the coordinate system is not known; coordinates are taken for degrees on WGS 84"});
}

void LayerBuilder::note(Severity severity, const std::string& code, const std::string& text)
{
    const bool kept = diagnostics().count(code) < Diagnostics::keptPerCode;
    diagnostics().add({severity, code, m_layer.counts.features,
                       kept && m_where ? m_where() : std::string{}, text});
}

void LayerBuilder::addUnread(std::uint64_t count, const std::string& code, const std::string& text)
{
    m_layer.counts.features += count;
    m_layer.counts.rejected += count;
    diagnostics().add({Severity::error, code, std::nullopt, {}, text});
}

void LayerBuilder::reject(const std::string& code, const std::string& text)
{
    note(Severity::warning, code, text);
    ++m_layer.counts.features;
    ++m_layer.counts.rejected;
    m_table.discardRow();
    m_raw.clear();
}

std::optional<std::string> LayerBuilder::checkPlaces()
{
    for (std::size_t i = 0; i < m_raw.xs.size(); ++i) {
        const LonLat place{m_raw.xs[i], m_raw.ys[i]};
        if (!isPlace(place)) {
            m_outsideDegrees += outsideDegrees(place) ? 1U : 0U;
            return whyNoPlace(place);
        }
    }
    return std::nullopt;
}

void LayerBuilder::addPart(PartKind kind, std::span<const LonLat> places)
{
    m_points.clear();
    for (const auto place : places) {
        m_points.push_back(toMercator(place));
        auto& extent = m_layer.extent;
        if (!extent) {
            extent = Extent{place.lonDeg, place.latDeg, place.lonDeg, place.latDeg};
        }
        extent->west = std::min(extent->west, place.lonDeg);
        extent->east = std::max(extent->east, place.lonDeg);
        extent->south = std::min(extent->south, place.latDeg);
        extent->north = std::max(extent->north, place.latDeg);
    }
    m_layer.geometry.addPart(kind, m_points);
}

void LayerBuilder::addPolygon(const LonLatPolygon& rings)
{
    const bool crosses = std::ranges::any_of(
        rings, [](const auto& ring) { return crossesAntimeridian(ring, true); });
    const auto pieces = crosses ? cutPolygon(rings) : std::vector<LonLatPolygon>(1, rings);
    for (const auto& piece : pieces) {
        for (std::size_t i = 0; i < piece.size(); ++i) {
            addPart(i == 0 ? PartKind::outerRing : PartKind::innerRing, piece[i]);
        }
    }
}

void LayerBuilder::appendGeometry()
{
    std::size_t next = 0;
    LonLatPolygon rings;
    for (const auto& part : m_raw.parts) {
        if (part.kind != PartKind::innerRing && !rings.empty()) {
            addPolygon(std::exchange(rings, {}));
        }
        auto& run = m_run;
        run.resize(part.count);
        for (std::size_t i = 0; i < part.count; ++i) {
            run[i] = {m_raw.xs[next + i], m_raw.ys[next + i]};
        }
        next += part.count;
        if (part.kind == PartKind::outerRing || part.kind == PartKind::innerRing) {
            rings.push_back(run);
        } else if (part.kind == PartKind::line && crossesAntimeridian(run, false)) {
            for (const auto& piece : cutLine(run)) {
                addPart(PartKind::line, piece);
            }
        } else {
            for (auto& place : run) {
                place.lonDeg = wrapped(place.lonDeg);
            }
            addPart(part.kind, run);
        }
    }
    if (!rings.empty()) {
        addPolygon(rings);
    }
}

void LayerBuilder::countWritten()
{
    auto& counts = m_layer.counts;
    switch (m_raw.parts.empty() ? GeometryClass::null : m_raw.written) {
    case GeometryClass::null:
        ++counts.null;
        break;
    case GeometryClass::point:
        ++counts.point;
        break;
    case GeometryClass::line:
        ++counts.line;
        break;
    case GeometryClass::polygon:
        ++counts.polygon;
        break;
    case GeometryClass::collection:
        ++counts.collection;
        break;
    }
}

void LayerBuilder::takeMeasuresForTimes()
{
    const auto isTime = [](double measure) { return fixTimeOf(measure).at.has_value(); };
    const auto stated = std::ranges::count_if(
        m_raw.measures, [](double measure) { return std::isfinite(measure) && measure != 0; });
    const auto times = std::ranges::count_if(m_raw.measures, isTime);
    if (times * 2 < stated || times == 0) {
        if (stated > 0) {
            note(Severity::note, "measures-not-times",
                 "the measures (M) of the line are not times; they are left out");
        }
        return;
    }
    m_raw.measures.resize(m_raw.xs.size(), std::numeric_limits<double>::quiet_NaN());
    for (const double measure : m_raw.measures) {
        m_raw.times.push_back(fixTimeOf(measure));
    }
}

void LayerBuilder::addTrackOf(std::uint32_t row)
{
    if (!m_raw.isLines()) {
        return;
    }
    if (m_raw.times.empty() && !m_raw.measures.empty()) {
        takeMeasuresForTimes();
    }
    if (m_raw.times.empty()) {
        return;
    }
    m_fixes.clear();
    std::size_t vertex = 0;
    for (const auto& part : m_raw.parts) {
        for (std::size_t i = 0; i < part.count; ++i, ++vertex) {
            const bool opens = i == 0 && vertex > 0;
            m_fixes.add(toMercator({m_raw.xs[vertex], m_raw.ys[vertex]}), m_raw.times[vertex],
                        opens ? fix_marks::afterBreak : 0);
        }
    }
    for (const auto& [code, text] : addTrack(m_layer.tracks, row, m_fixes).notes()) {
        note(Severity::warning, code, text);
    }
}

void LayerBuilder::accept()
{
    if (m_transformer) {
        m_transformer->apply(m_raw.xs, m_raw.ys);
    }
    if (const auto why = checkPlaces()) {
        reject("broken-geometry", *why);
        return;
    }
    auto& geometry = m_layer.geometry;
    if (geometry.vertices.size() + m_raw.xs.size() * 2 > UINT32_MAX) {
        reject("too-many-vertices", "the layer already has as many vertices as Masar can hold");
        return;
    }
    appendGeometry();
    const bool drawn = geometry.parts.size() > geometry.firstPart.back();
    if (!drawn && !m_raw.parts.empty()) {
        reject("broken-geometry", "a ring without area");
        return;
    }
    geometry.endFeature();
    countWritten();
    addTrackOf(static_cast<std::uint32_t>(m_layer.sourceIndex.size()));
    auto& counts = m_layer.counts;
    ++(drawn ? counts.drawn : counts.noPlace);
    m_layer.sourceIndex.push_back(static_cast<std::uint32_t>(counts.features));
    ++counts.features;
    m_table.endRow();
    m_raw.clear();
}

Layer LayerBuilder::finish(TableBuilder::Infer infer)
{
    auto& counts = m_layer.counts;
    const bool unlikely = m_outsideDegrees * 2 > counts.features;
    if (m_layer.crs.empty() && (m_expectsCrs || unlikely)) {
        m_layer.crsOrigin = CrsOrigin::assumed;
    }
    m_layer.needs.crs =
        m_layer.crsOrigin == CrsOrigin::assumed && counts.drawn + counts.rejected > 0;
    m_layer.needs.places = m_placesUnknown && counts.features > 0;
    if (m_layer.crs.empty() && unlikely) {
        diagnostics().add(
            {Severity::warning,
             "crs-suspect",
             std::nullopt,
             {},
             "the coordinates are not degrees and the file states no coordinate system"});
    }
    for (const auto& name : m_table.dropped()) {
        diagnostics().add({Severity::warning, "too-many-fields", std::nullopt, name,
                           "the field is left out: the table would not fit in memory"});
    }
    m_layer.properties = m_table.finish(infer);
    m_layer.spans.resize(m_layer.sourceIndex.size());
    counts.noDate = m_layer.spans.size();
    return std::move(m_layer);
}

} // namespace masar::core
