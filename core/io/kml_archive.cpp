// SPDX-License-Identifier: Apache-2.0
#include "core/io/kml_archive.hpp"

#include "core/io/value_text.hpp"

#include <minizip/unzip.h>

#include <algorithm>
#include <array>
#include <format>
#include <memory>
#include <type_traits>
#include <vector>

namespace masar::core {

namespace {

constexpr std::uint64_t kArchiveMembers = 65536;
constexpr std::uint64_t kArchiveLargest = std::uint64_t{1} << 31;
constexpr std::uint64_t kArchiveHarmless = std::uint64_t{32} << 20;
constexpr std::uint64_t kArchiveRatio = 100;
constexpr std::size_t kArchiveDocuments = 100;
constexpr std::size_t kArchiveChunk = 1 << 18;

struct ArchiveCloser {
    void operator()(unzFile archive) const { unzClose(archive); }
};
using ArchivePtr = std::unique_ptr<std::remove_pointer_t<unzFile>, ArchiveCloser>;

struct ArchiveMember {
    std::string name;
    std::uint64_t packed = 0;
    std::uint64_t unpacked = 0;
    bool encrypted = false;
    unz64_file_pos position{};
};

/// A name that stays within the archive on every system.
bool isSafeName(std::string_view name)
{
    if (name.empty() || name.starts_with('/') || name.find_first_of("\\:") != name.npos ||
        name.contains('\0')) {
        return false;
    }
    for (std::size_t at = 0; at <= name.size();) {
        const auto end = std::min(name.find('/', at), name.size());
        if (name.substr(at, end - at) == "..") {
            return false;
        }
        at = end + 1;
    }
    return true;
}

class KmlArchive {
public:
    KmlArchive(const LocalFile& file, const std::stop_token& stop)
        : m_file(file), m_stop(stop), m_archive(unzOpen64(file.path.c_str()))
    {
    }

    Result<KmlArchiveContent> run()
    {
        if (m_archive == nullptr) {
            return fail(ErrorCode::malformed, "a zip archive that is cut short or damaged",
                        m_file.path);
        }
        if (auto looked = lookThrough(); !looked) {
            return std::unexpected(looked.error());
        }
        if (m_members.empty()) {
            return fail(ErrorCode::unsupported,
                        "a zip archive without a KML document; unpack it first", m_file.path);
        }
        std::ranges::stable_partition(
            m_members, [](const auto& member) { return lowerAscii(member.name) == "doc.kml"; });
        if (auto allowed = checkSizes(); !allowed) {
            return std::unexpected(allowed.error());
        }
        for (auto& member : m_members) {
            if (auto unpacked = unpack(member); !unpacked) {
                return std::unexpected(unpacked.error());
            }
        }
        return std::move(m_content);
    }

private:
    Result<void> lookThrough()
    {
        std::uint64_t members = 0;
        for (int status = unzGoToFirstFile(m_archive.get()); status == UNZ_OK;
             status = unzGoToNextFile(m_archive.get())) {
            if (++members > kArchiveMembers || m_stop.stop_requested()) {
                return m_stop.stop_requested()
                           ? fail(ErrorCode::cancelled, "cancelled", m_file.path)
                           : fail(ErrorCode::refused,
                                  std::format("a zip archive of more than {} members",
                                              kArchiveMembers),
                                  m_file.path);
            }
            consider();
        }
        return {};
    }

    /// Remembers the current member if it is a document.
    void consider()
    {
        unz_file_info64 info{};
        std::array<char, 4096> name{};
        if (unzGetCurrentFileInfo64(m_archive.get(), &info, name.data(), name.size(), nullptr, 0,
                                    nullptr, 0) != UNZ_OK) {
            return;
        }
        ArchiveMember member{
            std::string(name.data(), std::min<std::size_t>(info.size_filename, name.size())),
            info.compressed_size,
            info.uncompressed_size,
            (info.flag & 1) != 0,
            {}};
        if (!isSafeName(member.name)) {
            ++m_content.unsafeNames;
            return;
        }
        const std::string low = lowerAscii(member.name);
        if (!low.ends_with(".kml") ||
            unzGetFilePos64(m_archive.get(), &member.position) != UNZ_OK) {
            return;
        }
        if (m_members.size() == kArchiveDocuments && low != "doc.kml") {
            ++m_content.notRead;
        } else {
            m_members.push_back(std::move(member));
        }
    }

    [[nodiscard]] Result<void> checkSizes() const
    {
        std::uint64_t packed = 0;
        std::uint64_t unpacked = 0;
        for (const auto& member : m_members) {
            if (member.encrypted) {
                return fail(ErrorCode::unsupported, "an encrypted archive; unpack it first",
                            m_file.path);
            }
            packed += std::min(member.packed, m_file.bytes);
            unpacked += std::min(member.unpacked, kArchiveLargest + 1);
        }
        // The directory may say anything: no more can be packed than the file holds.
        packed = std::min(packed, m_file.bytes);
        if (unpacked > kArchiveLargest ||
            (unpacked > kArchiveHarmless && unpacked / kArchiveRatio > packed)) {
            return fail(ErrorCode::refused,
                        std::format("an archive whose documents would unpack from {} to {} bytes",
                                    packed, unpacked),
                        m_file.path);
        }
        return {};
    }

    Result<void> unpack(ArchiveMember& member)
    {
        auto* const archive = m_archive.get();
        if (unzGoToFilePos64(archive, &member.position) != UNZ_OK ||
            unzOpenCurrentFile(archive) != UNZ_OK) {
            return damaged(member);
        }
        std::string text;
        int got = 0;
        do {
            if (m_stop.stop_requested()) {
                return fail(ErrorCode::cancelled, "cancelled", m_file.path);
            }
            const std::size_t before = text.size();
            text.resize(before + kArchiveChunk);
            got = unzReadCurrentFile(archive, text.data() + before,
                                     static_cast<unsigned>(kArchiveChunk));
            text.resize(before + static_cast<std::size_t>(std::max(got, 0)));
        } while (got > 0 && text.size() <= member.unpacked);
        const bool whole = unzCloseCurrentFile(archive) == UNZ_OK;
        if (got != 0 || !whole || text.size() != member.unpacked) {
            return damaged(member);
        }
        m_content.documents.push_back({std::move(member.name), std::move(text)});
        return {};
    }

    [[nodiscard]] Result<void> damaged(const ArchiveMember& member) const
    {
        return fail(ErrorCode::malformed,
                    std::format("the archive's \"{}\" is damaged", member.name), m_file.path);
    }

    const LocalFile& m_file;
    const std::stop_token& m_stop;
    ArchivePtr m_archive;
    std::vector<ArchiveMember> m_members;
    KmlArchiveContent m_content;
};

} // namespace

Result<KmlArchiveContent> readKmlArchive(const LocalFile& file, const std::stop_token& stop)
{
    return KmlArchive(file, stop).run();
}

} // namespace masar::core
