// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/io/gdal_dataset.hpp"
#include "core/io/gdal_fields.hpp"
#include "core/io/place_columns.hpp"
#include "core/io/reader.hpp"

#include <optional>
#include <string>

class OGRFeature;
class OGRLayer;

namespace masar::core {

/// Makes a layer of the features of one of GDAL's, without dates yet.
class GdalLayerReader {
public:
    /// `errors` are this thread's messages of GDAL; those that come up become diagnostics "gdal".
    GdalLayerReader(OGRLayer& from, const LocalFile& file, const std::string& driver,
                    const ReadOptions& options, QuietErrors& errors);

    /// Goes through the layer from its first feature to its last.
    [[nodiscard]] Result<Layer> readAll(const Progress& progress);

    /// Adds a feature, for who goes through several layers at once.
    void add(const OGRFeature& feature);
    [[nodiscard]] std::uint64_t featureCount() const { return m_builder.featureCount(); }
    /// Ends the layer. Where the file states more features (-1: it states no number) than came out
    /// after a failure, the rest is counted as rejected ("unread-features"); a count that is wrong
    /// without one is "reader-disagrees".
    [[nodiscard]] Layer finish(std::int64_t stated);

private:
    void findPlaces(const std::optional<PlaceFields>& chosen);
    bool takeMessages();

    OGRLayer& m_from;
    const ReadOptions& m_options;
    QuietErrors& m_errors;
    LayerBuilder m_builder;
    GdalFields m_fields;
    TableBuilder::Infer m_infer;
    std::optional<PlaceColumns> m_places; ///< of a table
    bool m_northFirst = false;
};

} // namespace masar::core
