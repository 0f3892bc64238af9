// SPDX-License-Identifier: Apache-2.0
#include "core/io/kml_archive.hpp"

#include "core/io/value_text.hpp"

#include <algorithm>

namespace masar::core {

namespace {

constexpr std::size_t kArchiveDocuments = 100;

} // namespace

Result<KmlArchiveContent> readKmlArchive(const ZipArchive& archive)
{
    std::vector<ZipArchive::Member> documents;
    std::ranges::copy_if(archive.members(), std::back_inserter(documents), [](const auto& member) {
        return lowerAscii(member.name).ends_with(".kml");
    });
    std::ranges::stable_partition(
        documents, [](const auto& member) { return lowerAscii(member.name) == "doc.kml"; });
    KmlArchiveContent content;
    if (documents.size() > kArchiveDocuments) {
        content.notRead = documents.size() - kArchiveDocuments;
        documents.resize(kArchiveDocuments);
    }
    if (auto allowed = archive.checkSizes(documents); !allowed) {
        return std::unexpected(allowed.error());
    }
    for (const auto& member : documents) {
        auto text = archive.unpack(member);
        if (!text) {
            return std::unexpected(text.error());
        }
        content.documents.push_back({member.name, *std::move(text)});
    }
    return content;
}

} // namespace masar::core
