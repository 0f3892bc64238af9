// SPDX-License-Identifier: Apache-2.0
#include "core/io/shapefile_encoding.hpp"

#include <cpl_vsi.h>
#include <cpl_vsi_virtual.h>

#include <filesystem>

namespace masar::core {

bool statesEncoding(const std::string& path)
{
    const auto beside = [&](const char* extension) {
        return std::filesystem::path(path).replace_extension(extension).string();
    };
    VSIStatBufL about;
    if (VSIStatL(beside(".cpg").c_str(), &about) == 0) {
        return true;
    }
    constexpr vsi_l_offset languageByte = 29;
    const VSIVirtualHandleUniquePtr table(VSIFOpenL(beside(".dbf").c_str(), "rb"));
    unsigned char language = 0;
    // 0x57 is what writers put who did not know ("ANSI").
    return table != nullptr && table->Seek(languageByte, SEEK_SET) == 0 &&
           table->Read(&language, 1, 1) == 1 && language != 0 && language != 0x57;
}

} // namespace masar::core
