// SPDX-License-Identifier: Apache-2.0
#include "layer_json.hpp"

#include "core/time/zone.hpp"

#include <algorithm>
#include <array>
#include <format>

namespace masar::test {

using namespace masar::core;

namespace {

constexpr std::size_t kRows = 6;

std::string jsonText(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
        }
        out += static_cast<unsigned char>(c) < 0x20
                   ? std::format("\\u{:04x}", static_cast<unsigned>(c))
                   : std::string(1, c);
    }
    return out + '"';
}

std::string conventionName(TimeConvention convention)
{
    switch (convention) {
    case TimeConvention::none:
        return "none";
    case TimeConvention::range:
        return "range";
    case TimeConvention::single:
        return "single";
    case TimeConvention::startOnly:
        return "start-only";
    case TimeConvention::endOnly:
        return "end-only";
    case TimeConvention::precision:
        return "precision";
    case TimeConvention::fixes:
        return "fixes";
    }
    return {};
}

std::string encodingName(DateEncoding encoding)
{
    switch (encoding) {
    case DateEncoding::edtf:
        return "edtf";
    case DateEncoding::gdalDate:
        return "gdal-date";
    case DateEncoding::year:
        return "year";
    case DateEncoding::epochSeconds:
        return "epoch-seconds";
    case DateEncoding::epochMilliseconds:
        return "epoch-milliseconds";
    case DateEncoding::dayMonth:
        return "day-month";
    case DateEncoding::monthDay:
        return "month-day";
    case DateEncoding::dayOrMonth:
        return "day-or-month";
    case DateEncoding::yearMonthDay:
        return "year-month-day";
    }
    return {};
}

std::string severityName(Severity severity)
{
    return severity == Severity::note      ? "note"
           : severity == Severity::warning ? "warning"
                                           : "error";
}

std::string instantText(Instant instant)
{
    return instant == kOpenPast || instant == kOpenFuture ? ".." : isoInstant(instant, Zone());
}

std::string spanText(const Span& span)
{
    if (!span.dated()) {
        return "null";
    }
    return std::format("[\"{}\", \"{}\", \"{}\", \"{}\"]", instantText(span.beginMin),
                       instantText(span.beginMax), instantText(span.endMin),
                       instantText(span.endMax));
}

std::string timeText(const TimeFields& time)
{
    return std::format(
        R"({{"convention": "{}", "start_field": {}, "end_field": {}, "precision_field": {}, )"
        R"("encodings": ["{}", "{}"], "zone": {}}})",
        conventionName(time.convention), jsonText(time.startField), jsonText(time.endField),
        jsonText(time.precisionField), encodingName(time.startEncoding),
        encodingName(time.endEncoding), jsonText(time.zone));
}

std::string geometryText(const Layer& layer, std::size_t row)
{
    std::string out;
    for (const auto& part : layer.geometry.partsOf(row)) {
        const char* const kind = part.kind == PartKind::point       ? "point"
                                 : part.kind == PartKind::line      ? "line"
                                 : part.kind == PartKind::outerRing ? "outer"
                                                                    : "inner";
        out += std::format("{}{}", out.empty() ? "" : "; ", kind);
        const auto vertices = layer.geometry.verticesOf(part);
        for (const auto& vertex : vertices.first(std::min<std::size_t>(vertices.size(), 8))) {
            const LonLat place = toLonLat(vertex);
            // Rounded to what survives the fixed-point grid; no "-0".
            out += std::format(" {:.5f},{:.5f}", place.lonDeg + 0.0, place.latDeg + 0.0);
        }
    }
    return out;
}

std::string rowText(const Layer& layer, std::size_t row)
{
    std::string values;
    for (std::size_t i = 0; i < layer.properties.columns.size(); ++i) {
        const auto text = layer.properties.text(i, row);
        values +=
            std::format("{}{}: {}", i == 0 ? "" : ", ", jsonText(layer.properties.columns[i].name),
                        text ? jsonText(*text) : "null");
    }
    return std::format(R"({{"feature": {}, "span": {}, "geometry": "{}", "values": {{{}}}}})",
                       layer.sourceIndex[row], spanText(layer.spans[row]), geometryText(layer, row),
                       values);
}

/// ",\n "tracks": [...]"; nothing for layers without.
std::string tracksText(const Layer& layer)
{
    std::string out;
    for (const Track& track : layer.tracks.tracks) {
        const TrackFixes fixes = layer.tracks.fixesOf(track);
        std::string list;
        for (std::size_t i = 0; i < fixes.size(); ++i) {
            const LonLat place = toLonLat(fixes.places[i]);
            list += std::format("{}{}{} {:.5f},{:.5f}{}", i == 0 ? "" : "; ",
                                fixes.marks[i] & fix_marks::afterBreak ? "break; " : "",
                                isoInstant(fixes.times[i], Zone()), place.lonDeg + 0.0,
                                place.latDeg + 0.0,
                                fixes.marks[i] & fix_marks::approximate ? " approximate" : "");
        }
        out += std::format("{}\n        {{\"row\": {}, \"fixes\": \"{}\"}}", out.empty() ? "" : ",",
                           track.row, list);
    }
    if (!out.empty()) {
        out = std::format(",\n      \"tracks\": [{}\n      ]", out);
    }
    return layer.shownAsTracks ? out + ",\n      \"shown_as_tracks\": true" : out;
}

std::string countsText(const LayerCounts& counts)
{
    return std::format(
        R"("features": {}, "drawn": {}, "rejected": {}, "no_place": {}, "no_date": {},)"
        "\n      "
        R"("geometry": {{"point": {}, "line": {}, "polygon": {}, "collection": {}, "null": {}}})",
        counts.features, counts.drawn, counts.rejected, counts.noPlace, counts.noDate, counts.point,
        counts.line, counts.polygon, counts.collection, counts.null);
}

std::string diagnosticText(const Diagnostic& diagnostic)
{
    return std::format(
        R"({{"severity": "{}", "code": {}, "feature": {}, "where": {}, "text": {}}})",
        severityName(diagnostic.severity), jsonText(diagnostic.code),
        diagnostic.feature ? std::to_string(*diagnostic.feature) : "null",
        jsonText(diagnostic.where), jsonText(diagnostic.text));
}

template <class Count, class TextAt> std::string list(Count count, TextAt textAt)
{
    std::string out;
    for (Count i = 0; i < count; ++i) {
        out += std::format("{}\n        {}", i == 0 ? "" : ",", textAt(i));
    }
    return out.empty() ? "[]" : "[" + out + "\n      ]";
}

std::string layerText(const Layer& layer)
{
    const auto& columns = layer.properties.columns;
    const auto& kept = layer.diagnostics.kept();
    return std::format(
        "    {{\n      \"name\": {},\n      {},\n      \"crs\": {},\n      \"bbox\": {},\n      "
        "\"time\": {},\n"
        "      \"fields\": {},\n      \"rows\": {},\n      \"diagnostics\": {}{}\n    }}",
        jsonText(layer.name), countsText(layer.counts), jsonText(layer.crs),
        layer.extent ? std::format("[{:.5f}, {:.5f}, {:.5f}, {:.5f}]", layer.extent->west,
                                   layer.extent->south, layer.extent->east, layer.extent->north)
                     : "null",
        timeText(layer.timeFields),
        list(columns.size(),
             [&](std::size_t i) {
                 return std::format(R"({{"name": {}, "type": "{}"}})", jsonText(columns[i].name),
                                    nameOf(columns[i].type));
             }),
        list(std::min(layer.rowCount(), kRows),
             [&](std::size_t row) { return rowText(layer, row); }),
        list(kept.size(), [&](std::size_t i) { return diagnosticText(kept[i]); }),
        tracksText(layer));
}

} // namespace

std::string layersJson(const VectorFile& file)
{
    std::string layers;
    for (const auto& layer : file.layers) {
        layers += (layers.empty() ? "\n" : ",\n") + layerText(layer);
    }
    return std::format("{{\n  \"driver\": {},\n  \"layers\": [{}\n  ]\n}}\n", jsonText(file.driver),
                       layers);
}

std::string errorJson(const Error& error, const std::string& folder)
{
    const auto withoutFolder = [&](std::string text) {
        for (auto at = text.find(folder); at != std::string::npos; at = text.find(folder)) {
            text.erase(at, folder.size());
        }
        return text;
    };
    constexpr std::array names{"invalidArgument", "notFound",   "unreadable",
                               "unsupported",     "malformed",  "refused",
                               "cancelled",       "notWritten", "internal"};
    return std::format("{{\n  \"error\": \"{}\",\n  \"detail\": {},\n  \"where\": {}\n}}\n",
                       names.at(static_cast<std::size_t>(error.code)),
                       jsonText(withoutFolder(error.detail)), jsonText(withoutFolder(error.where)));
}

} // namespace masar::test
