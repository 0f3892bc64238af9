// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/io/local_file.hpp"

#include <cstdint>
#include <stop_token>
#include <string>

namespace masar::core {

/// The KML document of a KMZ archive.
struct KmlDocument {
    std::string name; ///< within the archive
    std::string text;
    std::uint64_t others = 0;      ///< more KML documents, which are not read
    std::uint64_t unsafeNames = 0; ///< members whose names lead out of the archive; never touched
};

/// Unpacks "doc.kml" of a zip archive, else its first KML document, in memory: nothing is written.
/// Fails for archives without one, encrypted or damaged ones (their checksum tells), more than
/// 65,536 members, and documents that unpack to more than 2 GiB or to more than 100 times their
/// packed size (if that is more than 32 MiB).
[[nodiscard]] Result<KmlDocument> readKmlArchive(const LocalFile& file,
                                                 const std::stop_token& stop);

} // namespace masar::core
