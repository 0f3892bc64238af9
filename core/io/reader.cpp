// SPDX-License-Identifier: Apache-2.0
#include "core/io/reader.hpp"

#include "core/io/gdal_guard.hpp"
#include "core/io/gdal_reader.hpp"
#include "core/io/geojson_reader.hpp"
#include "core/io/kml_reader.hpp"
#include "core/io/local_file.hpp"
#include "core/io/time_spans.hpp"

#include <algorithm>
#include <format>

namespace masar::core {

namespace {

std::string driverOf(FileKind kind)
{
    switch (kind) {
    case FileKind::json:
        return "GeoJSON";
    case FileKind::gpx:
        return "GPX";
    case FileKind::kml:
        return "KML";
    case FileKind::archive:
        return "KMZ";
    case FileKind::shapefile:
        return "ESRI Shapefile";
    case FileKind::geoPackage:
        return "GPKG";
    case FileKind::flatGeobuf:
        return "FlatGeobuf";
    case FileKind::csv:
        return "CSV";
    }
    std::unreachable();
}

/// The layers of a file, without dates yet.
Result<VectorFile> readLayers(const LocalFile& file, FileKind kind, const ReadOptions& options)
{
    std::string driver = driverOf(kind);
    if (kind == FileKind::json) {
        auto json = readGeoJson(file, options);
        if (!json) {
            return std::unexpected(json.error());
        }
        if (json->layer) {
            VectorFile read{file.path, driver, {}};
            read.layers.push_back(std::move(*json->layer));
            return read;
        }
        driver = json->otherDriver;
    }
    if (kind == FileKind::kml) {
        auto layer = readKml(file, options);
        if (!layer) {
            return std::unexpected(layer.error());
        }
        VectorFile read{file.path, driver, {}};
        read.layers.push_back(*std::move(layer));
        return read;
    }
    auto layers =
        kind == FileKind::archive ? readKmz(file, options) : readWithGdal(file, driver, options);
    if (!layers) {
        return std::unexpected(layers.error());
    }
    return VectorFile{file.path, driver, *std::move(layers)};
}

bool hasFields(const Layer& layer, const TimeFields& choice)
{
    return std::ranges::all_of(std::initializer_list<const std::string*>{&choice.startField,
                                                                         &choice.endField,
                                                                         &choice.precisionField},
                               [&](const std::string* name) {
                                   return name->empty() || layer.properties.find(*name).has_value();
                               });
}

Result<void> readDates(VectorFile& file, const ReadOptions& options)
{
    if (options.timeFields && std::ranges::none_of(file.layers, [&](const Layer& layer) {
            return hasFields(layer, *options.timeFields);
        })) {
        return fail(ErrorCode::notFound, "no layer has the date fields that were asked for",
                    file.path);
    }
    for (auto& layer : file.layers) {
        TimeFields choice{.zone = options.zone};
        if (options.timeFields && hasFields(layer, *options.timeFields)) {
            choice = *options.timeFields;
        } else if (layer.timeFields.convention != TimeConvention::none) {
            choice = layer.timeFields; // the format says where its dates are
        } else if (const auto candidates = timeFieldCandidates(layer.properties, options.zone);
                   !candidates.empty()) {
            choice = candidates.front();
        }
        if (choice.convention == TimeConvention::none && !layer.tracks.empty()) {
            choice.convention = TimeConvention::fixes;
        }
        if (auto applied = applyTimeFields(layer, choice, options.stop); !applied) {
            return applied;
        }
    }
    return {};
}

} // namespace

Result<VectorFile> readVector(const std::string& path, const ReadOptions& options)
{
    guardGdal();
    const auto file = checkLocalFile(path);
    if (!file) {
        return std::unexpected(file.error());
    }
    const auto kind = sniff(*file);
    if (!kind) {
        return std::unexpected(kind.error());
    }
    auto read = readLayers(*file, *kind, options);
    if (!read) {
        return read;
    }
    if (options.layerName) {
        std::erase_if(read->layers,
                      [&](const Layer& layer) { return layer.name != *options.layerName; });
        for (auto& layer : read->layers) {
            layer.shownAsTracks = false;
        }
        if (read->layers.empty()) {
            return fail(ErrorCode::notFound,
                        std::format("there is no layer \"{}\"", *options.layerName), path);
        }
    }
    if (auto dates = readDates(*read, options); !dates) {
        return std::unexpected(dates.error());
    }
    if (options.progress) {
        options.progress(1.0);
    }
    return read;
}

} // namespace masar::core
