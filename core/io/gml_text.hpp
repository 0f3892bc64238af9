// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace masar::core {

/// A GML document in which no schema is named any more: GDAL would look for it, on the disk or the
/// network. All else is as it was.
[[nodiscard]] std::string harmlessGml(std::string_view document);

} // namespace masar::core
