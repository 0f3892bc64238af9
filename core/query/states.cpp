// SPDX-License-Identifier: Apache-2.0
#include "core/query/states.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <unordered_map>

namespace masar::core {

namespace {

void sortByTime(const Layer& layer, std::vector<std::uint32_t>& rows)
{
    std::ranges::stable_sort(rows, {}, [&layer](std::uint32_t state) {
        const Span& span = layer.spans[state];
        return std::tuple(span.beginMin, span.beginMax, span.endMin);
    });
}

} // namespace

std::vector<std::uint32_t> statesOf(const Layer& layer, std::uint32_t row)
{
    const auto field = layer.properties.find(kSiteField);
    const auto site = field ? layer.properties.text(*field, row) : std::nullopt;
    if (!site || site->empty()) {
        return {row};
    }
    std::vector<std::uint32_t> rows;
    for (std::uint32_t other = 0; other < layer.rowCount(); ++other) {
        if (layer.properties.text(*field, other) == site) {
            rows.push_back(other);
        }
    }
    sortByTime(layer, rows);
    return rows;
}

std::vector<std::vector<std::uint32_t>> allStates(const Layer& layer)
{
    const auto field = layer.properties.find(kSiteField);
    std::unordered_map<std::string, std::vector<std::uint32_t>> sites;
    for (std::uint32_t row = 0; field && row < layer.rowCount(); ++row) {
        const auto site = layer.properties.text(*field, row);
        if (site && !site->empty()) {
            sites[*site].push_back(row);
        }
    }
    std::vector<std::vector<std::uint32_t>> several;
    for (auto& [site, rows] : sites) {
        if (rows.size() > 1) {
            sortByTime(layer, rows);
            several.push_back(std::move(rows));
        }
    }
    return several;
}

Instant certainOverlap(const Span& a, const Span& b)
{
    const Instant begin = std::max(a.beginMax, b.beginMax);
    const Instant end = std::min(a.endMin, b.endMin);
    if (begin >= end) {
        return 0;
    }
    return begin == kOpenPast || end == kOpenFuture ? kOpenFuture : end - begin;
}

} // namespace masar::core
