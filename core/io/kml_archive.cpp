// SPDX-License-Identifier: Apache-2.0
#include "core/io/kml_archive.hpp"

#include "core/io/value_text.hpp"

#include <minizip/unzip.h>

#include <algorithm>
#include <array>
#include <format>
#include <memory>
#include <optional>
#include <type_traits>

namespace masar::core {

namespace {

constexpr std::uint64_t kArchiveMembers = 65536;
constexpr std::uint64_t kArchiveLargest = std::uint64_t{1} << 31;
constexpr std::uint64_t kArchiveHarmless = std::uint64_t{32} << 20;
constexpr std::uint64_t kArchiveRatio = 100;
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

    Result<KmlDocument> run()
    {
        if (m_archive == nullptr) {
            return fail(ErrorCode::malformed, "a zip archive that is cut short or damaged",
                        m_file.path);
        }
        if (auto looked = lookThrough(); !looked) {
            return std::unexpected(looked.error());
        }
        if (!m_chosen) {
            return fail(ErrorCode::unsupported,
                        "a zip archive without a KML document; unpack it first", m_file.path);
        }
        m_document.name = m_chosen->name;
        if (auto allowed = checkSize(); !allowed) {
            return std::unexpected(allowed.error());
        }
        if (auto unpacked = unpack(); !unpacked) {
            return std::unexpected(unpacked.error());
        }
        return std::move(m_document);
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

    /// Takes the current member if it is the better document.
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
            ++m_document.unsafeNames;
            return;
        }
        const std::string low = lowerAscii(member.name);
        if (!low.ends_with(".kml") ||
            unzGetFilePos64(m_archive.get(), &member.position) != UNZ_OK) {
            return;
        }
        const bool better = !m_chosen || (low == "doc.kml" && lowerAscii(m_chosen->name) != low);
        m_document.others += m_chosen ? 1U : 0U;
        if (better) {
            m_chosen = std::move(member);
        }
    }

    Result<void> checkSize() const
    {
        const auto& member = *m_chosen;
        if (member.encrypted) {
            return fail(ErrorCode::unsupported, "an encrypted archive; unpack it first",
                        m_file.path);
        }
        // The directory may say anything: no more can be packed than the file holds.
        const auto packed = std::min(member.packed, m_file.bytes);
        if (member.unpacked > kArchiveLargest ||
            (member.unpacked > kArchiveHarmless && member.unpacked / kArchiveRatio > packed)) {
            return fail(ErrorCode::refused,
                        std::format("\"{}\" would unpack from {} to {} bytes", member.name, packed,
                                    member.unpacked),
                        m_file.path);
        }
        return {};
    }

    Result<void> unpack()
    {
        auto* const archive = m_archive.get();
        if (unzGoToFilePos64(archive, &m_chosen->position) != UNZ_OK ||
            unzOpenCurrentFile(archive) != UNZ_OK) {
            return damaged();
        }
        auto& text = m_document.text;
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
        } while (got > 0 && text.size() <= m_chosen->unpacked);
        const bool whole = unzCloseCurrentFile(archive) == UNZ_OK;
        return got == 0 && whole && text.size() == m_chosen->unpacked ? Result<void>() : damaged();
    }

    [[nodiscard]] Result<void> damaged() const
    {
        return fail(ErrorCode::malformed,
                    std::format("the archive's \"{}\" is damaged", m_chosen->name), m_file.path);
    }

    const LocalFile& m_file;
    const std::stop_token& m_stop;
    ArchivePtr m_archive;
    std::optional<ArchiveMember> m_chosen;
    KmlDocument m_document;
};

} // namespace

Result<KmlDocument> readKmlArchive(const LocalFile& file, const std::stop_token& stop)
{
    return KmlArchive(file, stop).run();
}

} // namespace masar::core
