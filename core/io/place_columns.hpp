// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/io/layer_builder.hpp"
#include "core/model/layer.hpp"

#include <optional>
#include <string>
#include <vector>

class OGRFeature;

namespace masar::core {

/// The columns of a table that by their names say where its rows are; nothing if none do.
[[nodiscard]] std::optional<PlaceFields> findPlaceFields(const std::vector<std::string>& names);

/// Makes geometry of the values of a table's columns.
class PlaceColumns {
public:
    /// `names` are those of the features' fields, in their order. Fails if a field of the choice is
    /// not among them.
    [[nodiscard]] static Result<PlaceColumns> make(const PlaceFields& fields,
                                                   const std::vector<std::string>& names);

    /// Appends the geometry that a row's values say. Returns why they cannot be used; empty if they
    /// can. A row without values adds nothing.
    [[nodiscard]] std::string append(const OGRFeature& feature, RawGeometry& to) const;

private:
    int m_lon = -1, m_lat = -1, m_shape = -1;
};

} // namespace masar::core
