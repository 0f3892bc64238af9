// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/io/local_file.hpp"

#include <minizip/unzip.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace masar::core {

/// A zip archive, unpacked in memory and within limits: nothing is written, names that lead out of
/// it are passed over.
class ZipArchive {
public:
    struct Member {
        std::string name;
        std::uint64_t packed = 0;
        std::uint64_t unpacked = 0; ///< as the archive states it
        bool encrypted = false;
        unz64_file_pos position{};
    };

    /// Reads the directory. Fails for what is no zip archive, is cut short, or has more than 65,536
    /// members. `file` must outlive the archive.
    [[nodiscard]] static Result<ZipArchive> open(const LocalFile& file, std::stop_token stop);

    /// Files only, in the order of the archive.
    [[nodiscard]] const std::vector<Member>& members() const { return m_members; }
    /// The member of a name, in lower case; null if there is none.
    [[nodiscard]] const Member* find(std::string_view lowerName) const;
    /// Members whose names lead out of the archive; never touched.
    [[nodiscard]] std::uint64_t unsafeNames() const { return m_unsafeNames; }

    /// Fails if some of the members are encrypted, or together unpack to more than 2 GiB or to more
    /// than 100 times their packed size (if that is more than 32 MiB).
    [[nodiscard]] Result<void> checkSizes(std::span<const Member> members) const;
    /// Fails if the member is damaged (its checksum tells) or does not have the size it states.
    [[nodiscard]] Result<std::string> unpack(const Member& member) const;
    /// The same, without keeping the text: for a reader that unpacks by itself.
    [[nodiscard]] Result<void> verify(const Member& member) const;

private:
    struct Closer {
        void operator()(unzFile archive) const { unzClose(archive); }
    };

    ZipArchive(const LocalFile& file, std::stop_token stop)
        : m_file(&file), m_stop(std::move(stop)), m_archive(unzOpen64(file.path.c_str()))
    {
    }
    [[nodiscard]] Result<void> lookThrough();
    void consider();
    [[nodiscard]] Result<void> unpackTo(const Member& member,
                                        const std::function<void(std::string_view)>& take) const;

    const LocalFile* m_file;
    std::stop_token m_stop;
    std::unique_ptr<std::remove_pointer_t<unzFile>, Closer> m_archive;
    std::vector<Member> m_members;
    std::uint64_t m_unsafeNames = 0;
};

} // namespace masar::core
