// SPDX-License-Identifier: Apache-2.0
#include "core/io/zip_archive.hpp"

#include "core/io/value_text.hpp"

#include <algorithm>
#include <array>
#include <format>

namespace masar::core {

namespace {

constexpr std::uint64_t kArchiveMembers = 65536;
constexpr std::uint64_t kArchiveLargest = std::uint64_t{1} << 31;
constexpr std::uint64_t kArchiveHarmless = std::uint64_t{32} << 20;
constexpr std::uint64_t kArchiveRatio = 100;
constexpr std::size_t kArchiveChunk = 1 << 18;

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

} // namespace

Result<ZipArchive> ZipArchive::open(const LocalFile& file, std::stop_token stop)
{
    ZipArchive archive(file, std::move(stop));
    if (archive.m_archive == nullptr) {
        return fail(ErrorCode::malformed, "a zip archive that is cut short or damaged", file.path);
    }
    if (auto looked = archive.lookThrough(); !looked) {
        return std::unexpected(looked.error());
    }
    return archive;
}

const ZipArchive::Member* ZipArchive::find(std::string_view lowerName) const
{
    const auto found = std::ranges::find_if(
        m_members, [&](const Member& member) { return lowerAscii(member.name) == lowerName; });
    return found == m_members.end() ? nullptr : &*found;
}

Result<void> ZipArchive::lookThrough()
{
    std::uint64_t members = 0;
    int status = unzGoToFirstFile(m_archive.get());
    for (; status == UNZ_OK; status = unzGoToNextFile(m_archive.get())) {
        if (m_stop.stop_requested()) {
            return fail(ErrorCode::cancelled, "cancelled", m_file->path);
        }
        if (++members > kArchiveMembers) {
            return fail(ErrorCode::refused,
                        std::format("a zip archive of more than {} members", kArchiveMembers),
                        m_file->path);
        }
        consider();
    }
    if (members > 0 && status != UNZ_END_OF_LIST_OF_FILE) {
        return fail(ErrorCode::malformed, "a zip archive whose list of members is damaged",
                    m_file->path);
    }
    return {};
}

/// Remembers the current member if it is a file with a safe name.
void ZipArchive::consider()
{
    unz_file_info64 info{};
    std::array<char, 4096> name{};
    if (unzGetCurrentFileInfo64(m_archive.get(), &info, name.data(), name.size(), nullptr, 0,
                                nullptr, 0) != UNZ_OK) {
        return;
    }
    Member member{std::string(name.data(), std::min<std::size_t>(info.size_filename, name.size())),
                  info.compressed_size,
                  info.uncompressed_size,
                  (info.flag & 1) != 0,
                  {}};
    if (!isSafeName(member.name)) {
        ++m_unsafeNames;
    } else if (!member.name.ends_with('/') &&
               unzGetFilePos64(m_archive.get(), &member.position) == UNZ_OK) {
        m_members.push_back(std::move(member));
    }
}

Result<void> ZipArchive::checkSizes(std::span<const Member> members) const
{
    std::uint64_t packed = 0;
    std::uint64_t unpacked = 0;
    for (const auto& member : members) {
        if (member.encrypted) {
            return fail(ErrorCode::unsupported, "an encrypted archive; unpack it first",
                        m_file->path);
        }
        packed += std::min(member.packed, m_file->bytes);
        unpacked += std::min(member.unpacked, kArchiveLargest + 1);
    }
    // The directory may say anything: no more can be packed than the file holds.
    packed = std::min(packed, m_file->bytes);
    if (unpacked > kArchiveLargest ||
        (unpacked > kArchiveHarmless && unpacked / kArchiveRatio > packed)) {
        return fail(ErrorCode::refused,
                    std::format("an archive whose documents would unpack from {} to {} bytes",
                                packed, unpacked),
                    m_file->path);
    }
    return {};
}

Result<std::string> ZipArchive::unpack(const Member& member) const
{
    std::string text;
    const auto take = [&text](std::string_view piece) { text += piece; };
    if (auto unpacked = unpackTo(member, take); !unpacked) {
        return std::unexpected(unpacked.error());
    }
    return text;
}

Result<void> ZipArchive::verify(const Member& member) const
{
    return unpackTo(member, [](std::string_view) {});
}

Result<void> ZipArchive::unpackTo(const Member& member,
                                  const std::function<void(std::string_view)>& take) const
{
    const auto damaged = [&] {
        return fail(ErrorCode::malformed,
                    std::format("the archive's \"{}\" is damaged", member.name), m_file->path);
    };
    auto* const archive = m_archive.get();
    auto position = member.position;
    if (unzGoToFilePos64(archive, &position) != UNZ_OK || unzOpenCurrentFile(archive) != UNZ_OK) {
        return damaged();
    }
    std::string chunk(kArchiveChunk, '\0');
    std::uint64_t total = 0;
    int got = 0;
    do {
        if (m_stop.stop_requested()) {
            return fail(ErrorCode::cancelled, "cancelled", m_file->path);
        }
        got = unzReadCurrentFile(archive, chunk.data(), static_cast<unsigned>(kArchiveChunk));
        if (got > 0) {
            total += static_cast<std::uint64_t>(got);
            take(std::string_view(chunk).substr(0, static_cast<std::size_t>(got)));
        }
    } while (got > 0 && total <= member.unpacked);
    const bool whole = unzCloseCurrentFile(archive) == UNZ_OK;
    return got != 0 || !whole || total != member.unpacked ? damaged() : Result<void>{};
}

} // namespace masar::core
