// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace masar::core {

/// A file that may be opened: local and regular.
struct LocalFile {
    std::string path; ///< absolute
    std::string name; ///< the last part of the path
    std::string stem; ///< the name without its last extension
    std::uint64_t bytes = 0;
};

/// Lets through what names a local regular file (or a link to one), and nothing else: no URL, no
/// connection string, no virtual file system, no folder, device or pipe. The error says what it is
/// instead.
[[nodiscard]] Result<LocalFile> checkLocalFile(const std::string& path);

/// What a file is, by its first bytes; where these say nothing (CSV), by its extension.
enum class FileKind {
    json,
    gpx,
    kml,
    gml,
    osm,
    archive,
    shapefile,
    mapInfo,
    dxf,
    geoPackage,
    sqlite,
    flatGeobuf,
    csv
};

/// Fails for everything else, naming it: an empty file, an HTML page, a Git LFS pointer, UTF-16, a
/// compressed file other than a zip archive.
[[nodiscard]] Result<FileKind> sniff(const LocalFile& file);

/// Whether a file is a text in UTF-16: it begins with a byte order mark or as an ASCII character in
/// two bytes.
[[nodiscard]] bool isUtf16(const LocalFile& file);

/// The whole content of a file in memory, in UTF-8 if the file is in UTF-16, with `padding` zero
/// bytes behind it.
class FileText {
public:
    /// Fails if the file is larger than `maxBytes`, changes its size while it is read, or is UTF-16
    /// with half characters.
    [[nodiscard]] static Result<FileText> read(const LocalFile& file, std::uint64_t maxBytes,
                                               std::size_t padding);

    [[nodiscard]] char* data() { return m_bytes.get(); }
    [[nodiscard]] std::string_view view() const { return {m_bytes.get(), m_size}; }

private:
    std::unique_ptr<char[]> m_bytes;
    std::size_t m_size = 0;
};

/// The whole content of a file as it stands, kind by kind of UTF-8 trouble: the byte where the text
/// stops being UTF-8, or its size if it is valid throughout.
[[nodiscard]] std::size_t validUtf8Prefix(std::string_view text);

} // namespace masar::core
