// SPDX-License-Identifier: Apache-2.0
#include "core/crs/crs_catalogue.hpp"

#include <proj.h>

#include <algorithm>
#include <array>
#include <memory>

namespace masar::core {

namespace {

/// What most data without a stated system is in, and the systems of the region.
constexpr std::array<std::string_view, 7> kCommonCrs{
    "EPSG:4326", "EPSG:3857", "EPSG:32636", "EPSG:32637", "EPSG:32638", "EPSG:22770", "EPSG:4258"};

struct CatalogueEntry {
    CrsEntry entry;
    std::string codeWords, nameWords, areaWords; ///< in lower case, each word after a space
};

std::string wordsOf(std::string_view text)
{
    std::string words = " ";
    for (const char c : text) {
        const bool upper = c >= 'A' && c <= 'Z';
        const bool between = std::string_view(" /()-_,;:").contains(c);
        words += between ? ' ' : upper ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return words;
}

std::vector<CatalogueEntry> readCatalogue()
{
    const std::unique_ptr<PJ_CONTEXT, decltype([](PJ_CONTEXT* c) { proj_context_destroy(c); })>
        context(proj_context_create());
    proj_context_set_enable_network(context.get(), 0);
    const std::unique_ptr<PROJ_CRS_LIST_PARAMETERS, decltype([](PROJ_CRS_LIST_PARAMETERS* p) {
                              proj_get_crs_list_parameters_destroy(p);
                          })>
        wanted(proj_get_crs_list_parameters_create());
    const std::array<PJ_TYPE, 2> types{PJ_TYPE_GEOGRAPHIC_2D_CRS, PJ_TYPE_PROJECTED_CRS};
    wanted->types = types.data();
    wanted->typesCount = types.size();
    int count = 0;
    PROJ_CRS_INFO** const list =
        proj_get_crs_info_list_from_database(context.get(), "EPSG", wanted.get(), &count);
    std::vector<CatalogueEntry> catalogue;
    for (int i = 0; i < count; ++i) {
        const PROJ_CRS_INFO& info = *list[i];
        CatalogueEntry made{{std::string(info.auth_name) + ':' + info.code, info.name,
                             info.area_name == nullptr ? "" : info.area_name},
                            {},
                            {},
                            {}};
        made.codeWords = wordsOf(made.entry.code);
        made.nameWords = wordsOf(made.entry.name);
        made.areaWords = wordsOf(made.entry.area);
        catalogue.push_back(std::move(made));
    }
    proj_crs_info_list_destroy(list);
    return catalogue;
}

std::vector<std::string> splitWords(const std::string& words)
{
    std::vector<std::string> split;
    for (std::size_t at = 0; at < words.size();) {
        const auto end = std::min(words.find(' ', at), words.size());
        if (end > at) {
            split.push_back(' ' + words.substr(at, end - at));
        }
        at = end + 1;
    }
    return split;
}

/// How well an entry answers; 0: not at all.
int scoreOf(const CatalogueEntry& entry, const std::vector<std::string>& words)
{
    int score = 1;
    for (const auto& word : words) {
        if (entry.codeWords.ends_with(word)) {
            score += 100;
        } else if (entry.nameWords.contains(word) || entry.codeWords.contains(word)) {
            score += 10;
        } else if (entry.areaWords.contains(word)) {
            score += 1;
        } else {
            return 0;
        }
    }
    return score;
}

} // namespace

std::vector<CrsEntry> findCrs(std::string_view text, std::size_t most)
{
    static const std::vector<CatalogueEntry> catalogue = readCatalogue();
    std::vector<CrsEntry> found;
    const auto words = splitWords(wordsOf(text));
    if (words.empty()) {
        for (const auto code : kCommonCrs) {
            const auto entry = std::ranges::find_if(
                catalogue, [&](const auto& candidate) { return candidate.entry.code == code; });
            if (entry != catalogue.end() && found.size() < most) {
                found.push_back(entry->entry);
            }
        }
        return found;
    }
    std::vector<std::pair<int, const CatalogueEntry*>> scored;
    for (const auto& entry : catalogue) {
        if (const int score = scoreOf(entry, words); score > 0) {
            scored.emplace_back(score, &entry);
        }
    }
    std::ranges::stable_sort(scored, std::ranges::greater{},
                             &std::pair<int, const CatalogueEntry*>::first);
    for (const auto& [score, entry] : scored) {
        if (found.size() == most) {
            break;
        }
        found.push_back(entry->entry);
    }
    return found;
}

} // namespace masar::core
