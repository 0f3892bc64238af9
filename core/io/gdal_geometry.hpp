// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/io/layer_builder.hpp"

#include <string>

class OGRGeometry;

namespace masar::core {

/// Appends a geometry of GDAL: heights left out, measures of lines kept, curves as lines, the faces
/// of surfaces as polygons, collections part by part. Returns why it cannot be used; empty if it
/// can. An empty geometry adds nothing.
[[nodiscard]] std::string appendGeometry(const OGRGeometry& geometry, RawGeometry& to);

} // namespace masar::core
