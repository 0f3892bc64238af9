// SPDX-License-Identifier: Apache-2.0
#include "core/io/reader.hpp"

#include "core/io/gdal_guard.hpp"
#include "core/io/gdal_reader.hpp"
#include "core/io/geojson_reader.hpp"
#include "core/io/kml_reader.hpp"
#include "core/io/local_file.hpp"
#include "core/io/time_spans.hpp"
#include "core/io/value_text.hpp"
#include "core/io/zip_archive.hpp"

#include <algorithm>
#include <format>

namespace masar::core {

namespace {

/// The GDAL driver for a kind of file that GDAL reads.
std::string driverOf(FileKind kind)
{
    switch (kind) {
    case FileKind::gpx:
        return "GPX";
    case FileKind::gml:
        return "GML";
    case FileKind::osm:
        return "OSM";
    case FileKind::shapefile:
        return "ESRI Shapefile";
    case FileKind::mapInfo:
        return "MapInfo File";
    case FileKind::dxf:
        return "DXF";
    case FileKind::geoPackage:
        return "GPKG";
    case FileKind::sqlite:
        return "SQLite";
    case FileKind::flatGeobuf:
        return "FlatGeobuf";
    case FileKind::csv:
        return "CSV";
    case FileKind::json:
    case FileKind::kml:
    case FileKind::archive:
        break;
    }
    std::unreachable();
}

Result<VectorFile> fileOf(const LocalFile& file, std::string driver,
                          Result<std::vector<Layer>> layers)
{
    if (!layers) {
        return std::unexpected(layers.error());
    }
    return VectorFile{file.path, std::move(driver), *std::move(layers)};
}

Result<std::vector<Layer>> alone(Result<Layer> layer)
{
    if (!layer) {
        return std::unexpected(layer.error());
    }
    std::vector<Layer> layers;
    layers.push_back(*std::move(layer));
    return layers;
}

Result<VectorFile> readJson(const LocalFile& file, const ReadOptions& options)
{
    auto json = readGeoJson(file, options);
    if (!json) {
        return std::unexpected(json.error());
    }
    return json->layer
               ? fileOf(file, "GeoJSON", alone(*std::move(json->layer)))
               : fileOf(file, json->otherDriver, readWithGdal(file, json->otherDriver, options));
}

/// A spreadsheet is an archive, which GDAL unpacks by itself: its limits are checked before.
Result<VectorFile> readSpreadsheet(const LocalFile& file, const ZipArchive& archive,
                                   const std::string& driver, const ReadOptions& options)
{
    if (archive.unsafeNames() > 0) { // GDAL would unpack them, however large they are
        return fail(ErrorCode::refused, "a spreadsheet with a member whose name leads out of it",
                    file.path);
    }
    if (auto allowed = archive.checkSizes(archive.members()); !allowed) {
        return std::unexpected(allowed.error());
    }
    for (const auto& member : archive.members()) {
        if (auto whole = archive.verify(member); !whole) {
            return std::unexpected(whole.error());
        }
    }
    return fileOf(file, driver, readWithGdal(file, driver, options));
}

void noteUnsafeNames(const ZipArchive& archive, VectorFile& read)
{
    if (archive.unsafeNames() > 0 && !read.layers.empty()) {
        read.layers.front().diagnostics.add(
            {Severity::warning,
             "archive-name",
             std::nullopt,
             {},
             std::format("{} of the archive's names lead out of it; these are not touched",
                         archive.unsafeNames())});
    }
}

Result<VectorFile> readArchive(const LocalFile& file, const ReadOptions& options)
{
    const auto archive = ZipArchive::open(file, options.stop);
    if (!archive) {
        return std::unexpected(archive.error());
    }
    const auto holds = [&](std::string_view extension) {
        return std::ranges::any_of(archive->members(), [&](const auto& member) {
            return lowerAscii(member.name).ends_with(extension);
        });
    };
    auto read = [&]() -> Result<VectorFile> {
        if (archive->find("xl/workbook.xml") != nullptr) {
            return readSpreadsheet(file, *archive, "XLSX", options);
        }
        if (archive->find("mimetype") != nullptr && archive->find("content.xml") != nullptr) {
            return readSpreadsheet(file, *archive, "ODS", options);
        }
        if (holds(".kml")) {
            return fileOf(file, "KMZ", readKmz(file, *archive, options));
        }
        if (holds(".shp")) {
            return fileOf(file, "ESRI Shapefile", readZippedShapefiles(file, *archive, options));
        }
        return fail(ErrorCode::unsupported,
                    "a zip archive without a shapefile, a KML document or a spreadsheet; unpack it "
                    "first",
                    file.path);
    }();
    if (read) {
        noteUnsafeNames(*archive, *read);
    }
    return read;
}

/// The layers of a file, without dates yet.
Result<VectorFile> readLayers(const LocalFile& file, FileKind kind, const ReadOptions& options)
{
    switch (kind) {
    case FileKind::json:
        return readJson(file, options);
    case FileKind::kml:
        return fileOf(file, "KML", alone(readKml(file, options)));
    case FileKind::archive:
        return readArchive(file, options);
    default:
        return fileOf(file, driverOf(kind), readWithGdal(file, driverOf(kind), options));
    }
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

/// A choice in which it is decided whether 3/4 is in March or April, if that was asked for.
TimeFields inOrder(TimeFields choice, DateOrder order)
{
    for (DateEncoding* encoding : {&choice.startEncoding, &choice.endEncoding}) {
        if (*encoding == DateEncoding::dayOrMonth && order != DateOrder::unknown) {
            *encoding =
                order == DateOrder::dayFirst ? DateEncoding::dayMonth : DateEncoding::monthDay;
        }
    }
    return choice;
}

Result<void> readDates(VectorFile& file, const ReadOptions& options)
{
    const auto& forAll = options.choices.timeFields;
    if (forAll && std::ranges::none_of(
                      file.layers, [&](const Layer& layer) { return hasFields(layer, *forAll); })) {
        return fail(ErrorCode::notFound, "no layer has the date fields that were asked for",
                    file.path);
    }
    for (auto& layer : file.layers) {
        TimeFields choice{.zone = options.zone};
        const auto& wanted = options.choicesOf(layer.name).timeFields;
        if (wanted && hasFields(layer, *wanted)) {
            choice = *wanted;
        } else if (layer.timeFields.convention != TimeConvention::none) {
            choice = layer.timeFields; // the format says where its dates are
        } else if (const auto candidates = timeFieldCandidates(layer.properties, options.zone);
                   !candidates.empty()) {
            choice = inOrder(candidates.front(), options.dateOrder);
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

bool ReadOptions::wants(const std::string& layerName) const
{
    return layerNames.empty() || std::ranges::contains(layerNames, layerName);
}

const LayerChoices& ReadOptions::choicesOf(const std::string& layerName) const
{
    const auto found = layerChoices.find(layerName);
    return found == layerChoices.end() ? choices : found->second;
}

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
    if (!options.layerNames.empty()) {
        std::erase_if(read->layers, [&](const Layer& layer) { return !options.wants(layer.name); });
        if (read->layers.empty()) {
            return fail(ErrorCode::notFound,
                        std::format("there is no layer \"{}\"", options.layerNames.front()), path);
        }
        if (read->layers.size() == 1) {
            read->layers.front().shownAsTracks = false;
        }
    }
    // Beside a layer with places, a table without them is meant to be one.
    if (std::ranges::any_of(read->layers,
                            [](const Layer& layer) { return layer.counts.drawn > 0; })) {
        for (auto& layer : read->layers) {
            layer.needs.places = false;
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
