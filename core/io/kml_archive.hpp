// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/io/zip_archive.hpp"

namespace masar::core {

/// The KML documents of a KMZ archive.
struct KmlArchiveContent {
    struct Document {
        std::string name; ///< within the archive
        std::string text;
    };
    std::vector<Document> documents; ///< "doc.kml" first, then in the order of the archive
    std::uint64_t notRead = 0;       ///< documents beyond the first hundred
};

/// Unpacks the KML documents of a zip archive, which must have one, within its limits.
[[nodiscard]] Result<KmlArchiveContent> readKmlArchive(const ZipArchive& archive);

} // namespace masar::core
