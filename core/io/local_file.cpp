// SPDX-License-Identifier: Apache-2.0
#include "core/io/local_file.hpp"

#include "core/io/value_text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <format>
#include <system_error>

namespace masar::core {

namespace fs = std::filesystem;

namespace {

struct FileCloser {
    void operator()(std::FILE* handle) const { std::fclose(handle); }
};
using FilePtr = std::unique_ptr<std::FILE, FileCloser>;

Result<FilePtr> openForReading(const LocalFile& file)
{
    FilePtr handle(std::fopen(file.path.c_str(), "rb"));
    if (handle == nullptr) {
        return fail(ErrorCode::unreadable,
                    std::format("cannot be opened: {}", std::strerror(errno)), file.path);
    }
    return handle;
}

bool looksLikeUrl(const std::string& path)
{
    const auto colon = path.find("://");
    return colon != std::string::npos && colon > 0 &&
           std::all_of(path.begin(), path.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
               return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '+';
           });
}

std::string_view kindOf(fs::file_type type)
{
    switch (type) {
    case fs::file_type::directory:
        return "a folder";
    case fs::file_type::block:
    case fs::file_type::character:
        return "a device";
    case fs::file_type::fifo:
        return "a pipe";
    case fs::file_type::socket:
        return "a socket";
    default:
        return "not a regular file";
    }
}

struct Magic {
    std::string_view bytes;
    std::string_view what; ///< as an error names it
};

constexpr std::array kForeign{
    Magic{std::string_view("\xff\xfe\0\0", 4), "UTF-32 text; save it as UTF-8"},
    Magic{std::string_view("\0\0\xfe\xff", 4), "UTF-32 text; save it as UTF-8"},
    Magic{"version https://git-lfs", "a Git LFS pointer; fetch the real file with git lfs pull"},
    Magic{"\x1f\x8b", "gzip-compressed; unpack it first"},
    Magic{"BZh", "bzip2-compressed; unpack it first"},
    Magic{"\xfd"
          "7zXZ",
          "xz-compressed; unpack it first"},
    Magic{"\x28\xb5\x2f\xfd", "zstd-compressed; unpack it first"},
    Magic{"\x89PNG", "a PNG image"},
    Magic{"\xff\xd8\xff", "a JPEG image"},
    Magic{"GIF8", "a GIF image"},
    Magic{"II*", "a TIFF image"},
    Magic{"MM\0*", "a TIFF image"},
    Magic{"%PDF", "a PDF document"},
    Magic{"PAR1", "a Parquet file"},
    Magic{"\xd0\xcf\x11\xe0", "an older Office document (.xls, .doc); save it as .xlsx or CSV"},
    Magic{"AC10", "an AutoCAD drawing (DWG); save it as DXF"},
    Magic{"\x89HDF", "an HDF5 or netCDF file"},
    Magic{"CDF\x01", "a netCDF file"},
    Magic{"Rar!", "a RAR archive; unpack it first"},
    Magic{"7z\xbc\xaf", "a 7-Zip archive; unpack it first"},
    Magic{"\x7f"
          "ELF",
          "a program"},
};

std::string extensionOf(const LocalFile& file)
{
    return lowerAscii(fs::path(file.name).extension().string());
}

std::string_view skipSpace(std::string_view text)
{
    const auto start = text.find_first_not_of(" \t\r\n\x1e");
    return start == std::string_view::npos ? std::string_view{} : text.substr(start);
}

/// The name of an XML document's root element without its prefix; empty if there is none in the
/// text.
std::string xmlRoot(std::string_view text)
{
    for (;;) {
        text = skipSpace(text);
        if (text.starts_with("<?")) {
            const auto end = text.find("?>");
            text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 2);
        } else if (text.starts_with("<!--")) {
            const auto end = text.find("-->");
            text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 3);
        } else if (text.starts_with("<!")) {
            return lowerAscii(text.substr(0, 9)) == "<!doctype" &&
                           lowerAscii(text.substr(9, 6)).contains("html")
                       ? "html"
                       : "!DOCTYPE";
        } else if (text.starts_with("<")) {
            const auto end = text.find_first_of(" \t\r\n/>", 1);
            const auto name = text.substr(1, end == std::string_view::npos ? end : end - 1);
            return std::string(name.substr(name.find(':') + 1));
        } else {
            return {};
        }
    }
}

Result<FileKind> sniffXml(std::string_view text, const LocalFile& file)
{
    const std::string root = xmlRoot(text);
    if (root == "gpx") {
        return FileKind::gpx;
    }
    // Sloppy KML in the wild starts at Document, Folder or Placemark.
    if (root == "kml" || root == "Document" || root == "Folder" || root == "Placemark") {
        return FileKind::kml;
    }
    if (root == "osm") {
        return FileKind::osm;
    }
    if (lowerAscii(root) == "html") {
        return fail(ErrorCode::unsupported,
                    "an HTML page, perhaps an error page saved in place of the data", file.path);
    }
    if (root == "!DOCTYPE") {
        return fail(ErrorCode::refused, "XML with a document type declaration", file.path);
    }
    if (text.contains("opengis.net/gml")) {
        return FileKind::gml;
    }
    return fail(ErrorCode::unsupported,
                std::format("an XML document of a kind Masar does not read (<{}>)", root),
                file.path);
}

/// The file to open in place of one that is only a part, by its extension; empty if it is none.
std::string_view partOf(std::string_view extension)
{
    if (extension == ".shx" || extension == ".prj" || extension == ".cpg" || extension == ".qix" ||
        extension == ".sbn") {
        return "a part of a shapefile; open the .shp file beside it";
    }
    if (extension == ".mid") {
        return "a part of a MapInfo file; open the .mif file beside it";
    }
    if (extension == ".dat" || extension == ".map" || extension == ".id" || extension == ".ind") {
        return "perhaps a part of a MapInfo table; open the .tab file beside it";
    }
    return {};
}

Result<FileKind> sniffText(std::string_view text, const LocalFile& file)
{
    const auto body = skipSpace(text);
    if (body.empty()) {
        return fail(ErrorCode::malformed, "empty", file.path);
    }
    const std::string extension = extensionOf(file);
    if (body.front() == '<') {
        return sniffXml(body, file);
    }
    if (const auto part = partOf(extension); !part.empty()) {
        return fail(ErrorCode::unsupported, std::string(part), file.path);
    }
    const bool tabular = extension == ".csv" || extension == ".tsv" || extension == ".psv";
    if (tabular) {
        return FileKind::csv;
    }
    const std::string start = lowerAscii(body.substr(0, 16));
    if (start.starts_with("!table") || (start.starts_with("version") && extension == ".mif")) {
        return FileKind::mapInfo;
    }
    if (extension == ".dxf" || start.starts_with("autocad binary")) {
        return FileKind::dxf;
    }
    if (body.front() == '{' || body.front() == '[') {
        return FileKind::json;
    }
    if (extension == ".json" || extension == ".geojson" || extension == ".geojsonl" ||
        extension == ".ndjson") {
        return fail(ErrorCode::malformed, "not JSON: the text begins with neither { nor [",
                    file.path);
    }
    return fail(ErrorCode::unsupported, "a kind of file Masar does not read", file.path);
}

/// GeoPackages say so at byte 68; those of others may not.
FileKind sniffDatabase(std::string_view text, const LocalFile& file)
{
    constexpr std::size_t applicationId = 68;
    const auto id =
        text.size() > applicationId ? text.substr(applicationId, 2) : std::string_view{};
    return id == "GP" || extensionOf(file) == ".gpkg" ? FileKind::geoPackage : FileKind::sqlite;
}

enum class Utf16 { none, littleEndian, bigEndian };

Utf16 utf16Of(std::string_view text)
{
    if (text.starts_with("\xff\xfe")) {
        return Utf16::littleEndian;
    }
    if (text.starts_with("\xfe\xff")) {
        return Utf16::bigEndian;
    }
    const auto ascii = [&](std::size_t at) { return text[at] >= ' ' || text[at] == '\n'; };
    if (text.size() >= 4 && text[1] == '\0' && text[3] == '\0' && ascii(0) && ascii(2)) {
        return Utf16::littleEndian;
    }
    return text.size() >= 4 && text[0] == '\0' && text[2] == '\0' && ascii(1) && ascii(3)
               ? Utf16::bigEndian
               : Utf16::none;
}

void appendUtf8(std::string& to, std::uint32_t character)
{
    const auto byte = [&to](std::uint32_t bits) { to += static_cast<char>(bits); };
    if (character < 0x80) {
        byte(character);
    } else if (character < 0x800) {
        byte(0xc0U | character >> 6U);
        byte(0x80U | (character & 0x3fU));
    } else if (character < 0x10000) {
        byte(0xe0U | character >> 12U);
        byte(0x80U | (character >> 6U & 0x3fU));
        byte(0x80U | (character & 0x3fU));
    } else {
        byte(0xf0U | character >> 18U);
        byte(0x80U | (character >> 12U & 0x3fU));
        byte(0x80U | (character >> 6U & 0x3fU));
        byte(0x80U | (character & 0x3fU));
    }
}

/// A text in UTF-8 without byte order mark, as far as it is UTF-16.
struct Recoded {
    std::string text;
    std::size_t bytes = 0; ///< that were read
};

Recoded fromUtf16(std::string_view text, Utf16 order)
{
    const auto unit = [&](std::size_t at) {
        const auto byte = [&](std::size_t i) {
            return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i]));
        };
        return order == Utf16::bigEndian ? byte(at) << 8U | byte(at + 1)
                                         : byte(at + 1) << 8U | byte(at);
    };
    constexpr std::uint32_t mark = 0xfeff;
    Recoded out;
    out.text.reserve(text.size());
    out.bytes = text.size() >= 2 && unit(0) == mark ? 2 : 0;
    while (out.bytes + 2 <= text.size()) {
        std::uint32_t character = unit(out.bytes);
        std::size_t length = 2;
        if (character >= 0xd800 && character < 0xe000) {
            if (character >= 0xdc00 || out.bytes + 4 > text.size() ||
                (unit(out.bytes + 2) & 0xfc00U) != 0xdc00) {
                break;
            }
            character = 0x10000 + ((character & 0x3ffU) << 10U) + (unit(out.bytes + 2) & 0x3ffU);
            length = 4;
        }
        appendUtf8(out.text, character);
        out.bytes += length;
    }
    return out;
}

/// Has an XML declaration say what the text now is in.
void declareUtf8(std::string& text)
{
    const auto end = text.starts_with("<?xml") ? text.find("?>") : std::string::npos;
    const auto name = text.find("encoding=");
    if (end == std::string::npos || name > end) {
        return;
    }
    const auto from = name + std::string_view("encoding=").size() + 1;
    const auto to = text.find(text[from - 1], from);
    if (to < end) {
        text.replace(from, to - from, "UTF-8");
    }
}

} // namespace

Result<LocalFile> checkLocalFile(const std::string& path)
{
    if (path.empty() || path.contains('\0')) {
        return fail(ErrorCode::invalidArgument, "no file is named", path);
    }
    if (looksLikeUrl(path)) {
        return fail(ErrorCode::refused, "an address on the network; Masar opens local files only",
                    path);
    }
    std::error_code error;
    const fs::path absolute = fs::absolute(path, error).lexically_normal();
    if (error || absolute.string().starts_with("/vsi")) {
        return fail(ErrorCode::refused, "a virtual file system path; Masar opens local files only",
                    path);
    }
    const fs::file_status status = fs::status(absolute, error);
    if (status.type() == fs::file_type::not_found) {
        return fail(ErrorCode::notFound, "there is no such file", path);
    }
    if (error) {
        return fail(ErrorCode::unreadable, std::format("cannot be looked at: {}", error.message()),
                    path);
    }
    if (status.type() != fs::file_type::regular) {
        return fail(ErrorCode::refused,
                    std::format("{}; Masar opens regular files only", kindOf(status.type())), path);
    }
    const auto bytes = fs::file_size(absolute, error);
    if (error) {
        return fail(ErrorCode::unreadable,
                    std::format("its size cannot be told: {}", error.message()), path);
    }
    return LocalFile{absolute.string(), absolute.filename().string(), absolute.stem().string(),
                     bytes};
}

Result<FileKind> sniff(const LocalFile& file)
{
    auto handle = openForReading(file);
    if (!handle) {
        return std::unexpected(handle.error());
    }
    std::array<char, 65536> buffer;
    const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), handle->get());
    if (got == 0 && std::ferror(handle->get()) != 0) {
        return fail(ErrorCode::unreadable, std::format("cannot be read: {}", std::strerror(errno)),
                    file.path);
    }
    std::string_view text(buffer.data(), got);
    for (const auto& magic : kForeign) {
        if (text.starts_with(magic.bytes)) {
            return fail(ErrorCode::unsupported, std::string(magic.what), file.path);
        }
    }
    if (text.starts_with(std::string_view("SQLite format 3\0", 16))) {
        return sniffDatabase(text, file);
    }
    if (text.starts_with("PK\x03\x04")) {
        return FileKind::archive;
    }
    if (text.starts_with("fgb\x03")) {
        return FileKind::flatGeobuf;
    }
    if (text.substr(0, 64).contains("OSMHeader")) {
        return FileKind::osm;
    }
    if (text.starts_with(std::string_view("\0\0\x27\x0a", 4)) || extensionOf(file) == ".dbf") {
        if (const auto part = partOf(extensionOf(file)); !part.empty()) {
            return fail(ErrorCode::unsupported, std::string(part), file.path);
        }
        return FileKind::shapefile;
    }
    if (const auto order = utf16Of(text); order != Utf16::none) {
        return sniffText(fromUtf16(text, order).text, file);
    }
    if (text.starts_with("\xef\xbb\xbf")) {
        text.remove_prefix(3);
    }
    if (text.substr(0, 4).contains('\0')) {
        const auto part = partOf(extensionOf(file));
        return fail(ErrorCode::unsupported,
                    part.empty() ? "a binary file of a kind that Masar does not read"
                                 : std::string(part),
                    file.path);
    }
    return sniffText(text, file);
}

bool isUtf16(const LocalFile& file)
{
    const auto handle = openForReading(file);
    std::array<char, 4> start{};
    return handle && std::fread(start.data(), 1, start.size(), handle->get()) == start.size() &&
           utf16Of({start.data(), start.size()}) != Utf16::none;
}

Result<FileText> FileText::read(const LocalFile& file, std::uint64_t maxBytes, std::size_t padding)
{
    if (file.bytes > maxBytes) {
        return fail(
            ErrorCode::unsupported,
            std::format("{} bytes; a file of this format is read up to {}", file.bytes, maxBytes),
            file.path);
    }
    auto handle = openForReading(file);
    if (!handle) {
        return std::unexpected(handle.error());
    }
    FileText text;
    text.m_size = static_cast<std::size_t>(file.bytes);
    text.m_bytes.reset(new (std::nothrow) char[text.m_size + padding]);
    if (text.m_bytes == nullptr) {
        return fail(ErrorCode::unreadable, "too large for this machine's memory", file.path);
    }
    const std::size_t got = std::fread(text.m_bytes.get(), 1, text.m_size, handle->get());
    if (got != text.m_size || std::fgetc(handle->get()) != EOF) {
        return fail(ErrorCode::unreadable, "the file changed while it was read", file.path);
    }
    if (const auto order = utf16Of(text.view()); order != Utf16::none) {
        auto recoded = fromUtf16(text.view(), order);
        if (recoded.bytes != text.m_size) {
            return fail(ErrorCode::malformed,
                        std::format("not valid UTF-16 at byte {}", recoded.bytes), file.path);
        }
        declareUtf8(recoded.text);
        text.m_size = recoded.text.size();
        text.m_bytes.reset(new char[text.m_size + padding]);
        std::ranges::copy(recoded.text, text.m_bytes.get());
    }
    std::memset(text.m_bytes.get() + text.m_size, 0, padding);
    return text;
}

std::size_t validUtf8Prefix(std::string_view text)
{
    std::size_t i = 0;
    while (i < text.size()) {
        const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(text[k]); };
        const unsigned char lead = byte(i);
        if (lead < 0x80) {
            ++i;
            continue;
        }
        const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
        if (lead < 0xc2 || lead > 0xf4 || i + length > text.size()) {
            return i;
        }
        // The second byte is narrower where overlong forms, surrogates or code points past U+10FFFF
        // would begin.
        const unsigned char second = byte(i + 1);
        const unsigned char low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        const unsigned char high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        if (second < low || second > high) {
            return i;
        }
        for (std::size_t k = 2; k < length; ++k) {
            if ((byte(i + k) & 0xc0) != 0x80) {
                return i;
            }
        }
        i += length;
    }
    return i;
}

} // namespace masar::core
