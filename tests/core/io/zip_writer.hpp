// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "test_file.hpp"

#include <catch2/catch_test_macros.hpp>

#include <minizip/zip.h>

#include <string>
#include <utility>
#include <vector>

namespace masar::test {

/// Writes a zip archive with the members given, by minizip's writer.
inline std::string writeZip(const TestFolder& folder, const std::string& file,
                            const std::vector<std::pair<std::string, std::string>>& members)
{
    const auto path = (folder.path() / file).string();
    zipFile zip = zipOpen64(path.c_str(), APPEND_STATUS_CREATE);
    REQUIRE(zip != nullptr);
    for (const auto& [name, text] : members) {
        REQUIRE(zipOpenNewFileInZip64(zip, name.c_str(), nullptr, nullptr, 0, nullptr, 0, nullptr,
                                      Z_DEFLATED, Z_BEST_COMPRESSION, 1) == ZIP_OK);
        REQUIRE(zipWriteInFileInZip(zip, text.data(), static_cast<unsigned>(text.size())) ==
                ZIP_OK);
        REQUIRE(zipCloseFileInZip(zip) == ZIP_OK);
    }
    REQUIRE(zipClose(zip, nullptr) == ZIP_OK);
    return path;
}

} // namespace masar::test
