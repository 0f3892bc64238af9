// SPDX-License-Identifier: Apache-2.0
#include "core/io/gdal_reader.hpp"

#include "core/io/gdal_dataset.hpp"
#include "core/io/gdal_fields.hpp"
#include "core/io/gdal_geometry.hpp"
#include "core/io/layer_builder.hpp"

#include <ogrsf_frmts.h>

#include <filesystem>
#include <format>
#include <optional>
#include <utility>

namespace masar::core {

namespace {

constexpr std::uint64_t kFeaturesBetweenChecks = 1024;

std::vector<const char*> openOptionsOf(const std::string& driver)
{
    if (driver == "GPKG") {
        // Read as it lies on the disk: no journal or lock file appears beside it.
        return {"IMMUTABLE=YES"};
    }
    if (driver == "CSV") {
        return {"X_POSSIBLE_NAMES=lon,long,longitude,lng,x,lon_deg,point_x,decimallongitude",
                "Y_POSSIBLE_NAMES=lat,latitude,y,lat_deg,point_y,decimallatitude",
                "GEOM_POSSIBLE_NAMES=wkt,geom,geometry,the_geom,wkt_geom", "KEEP_GEOM_COLUMNS=YES",
                "EMPTY_STRING_AS_NULL=YES"};
    }
    if (driver == "ESRI Shapefile") {
        return {"ADJUST_TYPE=NO"};
    }
    return {};
}

/// "EPSG:32637" or the system's name, and what PROJ should make of it.
struct CrsTexts {
    std::string stated;
    std::string definition;
    bool latitudeFirst =
        false; ///< the coordinates come in the order of the system's axes, north first
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
        const char* const version[] = {"FORMAT=WKT2_2019", nullptr};
        system->exportToWkt(&wkt, version);
        texts.definition = wkt == nullptr ? std::string{} : wkt;
        CPLFree(wkt);
    }
    const auto& axes = system->GetDataAxisToSRSAxisMapping();
    const bool northFirst =
        system->EPSGTreatsAsLatLong() != FALSE || system->EPSGTreatsAsNorthingEasting() != FALSE;
    texts.latitudeFirst = northFirst && axes.size() >= 2 && axes[0] == 1;
    return texts;
}

class GdalLayerReader {
public:
    GdalLayerReader(OGRLayer& from, const LocalFile& file, std::string driver,
                    const ReadOptions& options, QuietErrors& errors)
        : m_from(from), m_options(options), m_errors(errors), m_driver(std::move(driver)),
          m_builder(from.GetName(), file, m_driver), m_fields(*from.GetLayerDefn(), m_builder)
    {
    }

    /// `begin` and `end` are this layer's part of the file's progress.
    Result<Layer> run(double begin, double end)
    {
        if (const auto crs = crsOf(m_from.GetSpatialRef())) {
            m_builder.setCrs(crs->stated, crs->definition);
            m_latitudeFirst = crs->latitudeFirst;
        }
        const GIntBig stated = m_from.GetFeatureCount(FALSE);
        m_from.ResetReading();
        while (const OGRFeatureUniquePtr feature{m_from.GetNextFeature()}) {
            read(*feature);
            if (m_builder.featureCount() % kFeaturesBetweenChecks == 0) {
                if (m_options.stop.stop_requested()) {
                    return fail(ErrorCode::cancelled, "cancelled", m_from.GetName());
                }
                if (m_options.progress && stated > 0) {
                    const double done =
                        static_cast<double>(m_builder.featureCount()) / static_cast<double>(stated);
                    m_options.progress(begin + (end - begin) * std::min(done, 1.0));
                }
            }
        }
        const bool failed = takeMessages();
        const auto read = static_cast<GIntBig>(m_builder.featureCount());
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
        return m_builder.finish(m_driver == "CSV" ? TableBuilder::Infer::numbers
                                                  : TableBuilder::Infer::dates);
    }

private:
    void read(const OGRFeature& feature)
    {
        m_fields.read(feature);
        std::string problem;
        if (const OGRGeometry* const geometry = feature.GetGeometryRef()) {
            problem = appendGeometry(*geometry, m_builder.geometry());
        }
        if (m_latitudeFirst) {
            std::swap(m_builder.geometry().xs, m_builder.geometry().ys);
        }
        if (problem.empty()) {
            m_builder.accept();
        } else {
            m_builder.reject("broken-geometry", problem);
        }
    }

    /// GDAL's messages become diagnostics; true if one of them is a failure.
    bool takeMessages()
    {
        bool failed = false;
        for (const auto& message : m_errors.take()) {
            failed = failed || message.severity >= CE_Failure;
            m_builder.diagnostics().add(
                {message.severity >= CE_Failure ? Severity::error : Severity::warning,
                 "gdal",
                 std::nullopt,
                 {},
                 message.text});
        }
        return failed;
    }

    OGRLayer& m_from;
    const ReadOptions& m_options;
    QuietErrors& m_errors;
    std::string m_driver;
    LayerBuilder m_builder;
    GdalFields m_fields;
    bool m_latitudeFirst = false;
};

} // namespace

Result<std::vector<Layer>> readWithGdal(const LocalFile& file, const std::string& driver,
                                        const ReadOptions& options)
{
    QuietErrors errors;
    auto dataset = openDataset(file.path, driver, openOptionsOf(driver), errors);
    if (!dataset) {
        return std::unexpected(dataset.error());
    }
    const int count = (*dataset)->GetLayerCount();
    std::vector<Layer> layers;
    for (int i = 0; i < count; ++i) {
        OGRLayer* const from = (*dataset)->GetLayer(i);
        if (from == nullptr || (options.layerName && *options.layerName != from->GetName())) {
            continue;
        }
        auto layer = GdalLayerReader(*from, file, driver, options, errors)
                         .run(static_cast<double>(i) / count, static_cast<double>(i + 1) / count);
        if (!layer) {
            return std::unexpected(layer.error());
        }
        // The GPX driver lists its five layers whether the file has them or not.
        if (driver != "GPX" || layer->counts.features > 0) {
            layers.push_back(*std::move(layer));
        }
    }
    return layers;
}

} // namespace masar::core
