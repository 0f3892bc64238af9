// SPDX-License-Identifier: Apache-2.0
#include "core/io/gdal_layer.hpp"

#include "core/io/cancellable_file.hpp"
#include "core/io/gdal_fields.hpp"
#include "core/io/gdal_geometry.hpp"
#include "core/io/layer_builder.hpp"

#include <ogrsf_frmts.h>

#include <array>
#include <format>
#include <memory>
#include <optional>
#include <utility>

namespace masar::core {

namespace {

constexpr std::uint64_t kFeaturesBetweenChecks = 1024;

/// "EPSG:32637" or the system's name, and what PROJ should make of it.
struct CrsTexts {
    std::string stated;
    std::string definition;
    bool northFirst =
        false; ///< coordinates come in the order of the system's axes, and that is north first
};

std::optional<CrsTexts> crsOf(const OGRSpatialReference* system)
{
    if (system == nullptr || system->IsEmpty()) {
        return std::nullopt;
    }
    CrsTexts texts;
    const char* const authority = system->GetAuthorityName(nullptr);
    const char* const code = system->GetAuthorityCode(nullptr);
    if (authority != nullptr && code != nullptr) {
        texts.stated = std::format("{}:{}", authority, code);
        texts.definition = texts.stated;
    } else {
        texts.stated = system->GetName() == nullptr ? "unnamed" : system->GetName();
        char* wkt = nullptr;
        const std::array<const char*, 2> version{"FORMAT=WKT2_2019", nullptr};
        system->exportToWkt(&wkt, version.data());
        texts.definition = wkt == nullptr ? std::string{} : wkt;
        CPLFree(wkt);
    }
    const auto& axes = system->GetDataAxisToSRSAxisMapping();
    texts.northFirst = (system->EPSGTreatsAsLatLong() != FALSE ||
                        system->EPSGTreatsAsNorthingEasting() != FALSE) &&
                       axes.size() >= 2 && axes[0] == 1;
    return texts;
}

/// Tables, whose places stand in columns if anywhere.
bool isTable(const std::string& driver)
{
    return driver == "CSV" || driver == "XLSX" || driver == "ODS";
}

/// Formats in which coordinates are in any system, whether it is stated or not.
bool hasSystems(const std::string& driver)
{
    constexpr std::array<std::string_view, 7> drivers{
        "ESRI Shapefile", "MapInfo File", "DXF", "GML", "GPKG", "SQLite", "FlatGeobuf"};
    return std::ranges::contains(drivers, driver);
}

std::vector<std::string> fieldNames(const OGRFeatureDefn& definition)
{
    std::vector<std::string> names;
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
        names.emplace_back(definition.GetFieldDefn(i)->GetNameRef());
    }
    return names;
}

} // namespace

GdalLayerReader::GdalLayerReader(OGRLayer& from, const LocalFile& file, const std::string& driver,
                                 const ReadOptions& options, QuietErrors& errors)
    : m_from(from), m_options(options), m_errors(errors), m_builder(from.GetName(), file, driver),
      m_fields(*from.GetLayerDefn(), m_builder),
      m_infer(driver == "CSV" ? TableBuilder::Infer::numbers : TableBuilder::Infer::dates)
{
    const auto& choices = options.choicesOf(from.GetName());
    if (!choices.crs.empty()) {
        m_builder.setCrs(choices.crs, choices.crs, CrsOrigin::chosen);
    } else if (const auto crs = crsOf(m_from.GetSpatialRef())) {
        m_builder.setCrs(crs->stated, crs->definition);
        m_northFirst = crs->northFirst;
    }
    if (hasSystems(driver)) {
        m_builder.expectCrs();
    }
    if (isTable(driver) || m_from.GetGeomType() == wkbNone) {
        findPlaces(choices.placeFields);
    }
}

void GdalLayerReader::findPlaces(const std::optional<PlaceFields>& chosen)
{
    const auto names = fieldNames(*m_from.GetLayerDefn());
    for (const auto& fields : {chosen, findPlaceFields(names)}) {
        auto places = fields ? PlaceColumns::make(*fields, names) : fail(ErrorCode::notFound, {});
        if (places) {
            m_places = *std::move(places);
            m_builder.setPlaceFields(*fields);
            return;
        }
    }
    m_builder.setPlacesUnknown();
}

Result<Layer> GdalLayerReader::readAll(const Progress& progress)
{
    const GIntBig stated = m_from.GetFeatureCount(FALSE);
    m_from.ResetReading();
    while (const OGRFeatureUniquePtr feature{m_from.GetNextFeature()}) {
        add(*feature);
        if (featureCount() % kFeaturesBetweenChecks == 0) {
            if (m_options.stop.stop_requested()) {
                break;
            }
            if (progress && stated > 0) {
                progress(static_cast<double>(featureCount()) / static_cast<double>(stated));
            }
        }
    }
    // A file that is cut off by the stop looks to GDAL as if it ended.
    if (m_options.stop.stop_requested()) {
        return fail(ErrorCode::cancelled, "cancelled", m_from.GetName());
    }
    return finish(stated);
}

void GdalLayerReader::add(const OGRFeature& feature)
{
    m_fields.read(feature);
    auto& raw = m_builder.geometry();
    std::string problem;
    if (const OGRGeometry* const geometry = feature.GetGeometryRef()) {
        problem = appendGeometry(*geometry, raw);
    } else if (m_places) {
        problem = m_places->append(feature, raw);
    }
    if (m_northFirst) {
        std::swap(raw.xs, raw.ys);
    }
    if (problem.empty()) {
        m_builder.accept();
    } else {
        m_builder.reject("broken-geometry", problem);
    }
}

/// GDAL's messages become diagnostics; true if one of them is a failure.
bool GdalLayerReader::takeMessages()
{
    bool failed = false;
    for (const auto& message : m_errors.take()) {
        const bool failure = message.severity >= CE_Failure;
        failed = failed || failure;
        m_builder.diagnostics().add({failure ? Severity::error : Severity::warning,
                                     "gdal",
                                     std::nullopt,
                                     {},
                                     CancellableFiles::plainText(message.text)});
    }
    return failed;
}

Layer GdalLayerReader::finish(std::int64_t stated)
{
    const bool failed = takeMessages();
    const auto read = static_cast<std::int64_t>(featureCount());
    if (stated > read && failed) {
        m_builder.addUnread(
            static_cast<std::uint64_t>(stated - read), "unread-features",
            std::format("{} of {} features could not be read", stated - read, stated));
    } else if (stated >= 0 && stated != read) {
        m_builder.diagnostics().add(
            {Severity::warning,
             "reader-disagrees",
             std::nullopt,
             {},
             std::format("the file states {} features, {} were found", stated, read)});
    }
    return m_builder.finish(m_infer);
}

} // namespace masar::core
