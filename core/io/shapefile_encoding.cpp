// SPDX-License-Identifier: Apache-2.0
#include "core/io/shapefile_encoding.hpp"

#include <filesystem>
#include <fstream>

namespace masar::core {

namespace fs = std::filesystem;

bool statesEncoding(const LocalFile& file)
{
    const auto beside = [&](const char* extension) {
        return fs::path(file.path).replace_extension(extension);
    };
    std::error_code error;
    if (fs::exists(beside(".cpg"), error) || fs::exists(beside(".CPG"), error)) {
        return true;
    }
    constexpr std::streamoff languageByte = 29;
    std::ifstream table(fs::exists(beside(".dbf"), error) ? beside(".dbf") : beside(".DBF"),
                        std::ios::binary);
    table.seekg(languageByte);
    const int language = table.get();
    // 0x57 is what writers put who did not know ("ANSI").
    return language > 0 && language != 0x57;
}

} // namespace masar::core
