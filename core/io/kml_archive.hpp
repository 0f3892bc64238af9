// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/io/local_file.hpp"

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace masar::core {

/// The KML documents of a KMZ archive.
struct KmlArchiveContent {
    struct Document {
        std::string name; ///< within the archive
        std::string text;
    };
    std::vector<Document> documents; ///< "doc.kml" first, then in the order of the archive
    std::uint64_t notRead = 0;       ///< documents beyond the first hundred
    std::uint64_t unsafeNames = 0;   ///< members whose names lead out of the archive; never touched
};

/// Unpacks the KML documents of a zip archive in memory: nothing is written. Fails for archives
/// without one, encrypted or damaged ones (their checksum tells), more than 65,536 members, and
/// documents that together unpack to more than 2 GiB or to more than 100 times their packed size
/// (if that is more than 32 MiB).
[[nodiscard]] Result<KmlArchiveContent> readKmlArchive(const LocalFile& file,
                                                       const std::stop_token& stop);

} // namespace masar::core
