// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace masar::core {

/// What GDAL's driver for OpenStreetMap is to make of tags: names, dates and the main keys become
/// fields, all others are one field as JSON; none is left out.
[[nodiscard]] std::string osmSettings();

} // namespace masar::core
