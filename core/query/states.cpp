// SPDX-License-Identifier: Apache-2.0
#include "core/query/states.hpp"

#include <algorithm>
#include <tuple>

namespace masar::core {

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
    std::ranges::stable_sort(rows, {}, [&layer](std::uint32_t state) {
        const Span& span = layer.spans[state];
        return std::tuple(span.beginMin, span.beginMax, span.endMin);
    });
    return rows;
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
