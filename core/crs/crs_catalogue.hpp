// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace masar::core {

/// A coordinate reference system that PROJ knows.
struct CrsEntry {
    std::string code; ///< "EPSG:32637"
    std::string name; ///< "WGS 84 / UTM zone 37N"
    std::string area; ///< where it is meant for

    bool operator==(const CrsEntry&) const = default;
};

/// The systems in two dimensions of EPSG's list whose code, name and area have all words of a text,
/// by their beginnings and without regard to case: the code itself first, then where the words
/// stand in the name, then where in the area. A few common ones for an empty text. The first call
/// reads the list from PROJ's database; thread-safe.
[[nodiscard]] std::vector<CrsEntry> findCrs(std::string_view text, std::size_t most);

} // namespace masar::core
