// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/io/layer_builder.hpp"

#include <string>
#include <vector>

class OGRFeature;
class OGRFeatureDefn;

namespace masar::core {

/// Carries the fields of GDAL's features into a layer's table: lists and JSON as JSON text, dates
/// and times as ISO 8601 with the offset they have, binary as its size. Texts that are not UTF-8
/// are taken for Windows-1252 and named as "not-utf8".
class GdalFields {
public:
    /// Declares one column a field.
    GdalFields(const OGRFeatureDefn& definition, LayerBuilder& builder);

    /// Sets the values of the row being built.
    void read(const OGRFeature& feature);

private:
    void readField(const OGRFeature& feature, int field);
    std::string utf8(const char* text);

    LayerBuilder& m_builder;
    std::vector<TableBuilder::ColumnIndex> m_columns;
    std::vector<FieldType> m_types;
};

} // namespace masar::core
