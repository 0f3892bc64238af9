// SPDX-License-Identifier: Apache-2.0
#include "app/models/search_hit.hpp"

#include <algorithm>
#include <cstdlib>

namespace masar::app {

namespace {

/// The instants [first, last] at which a span is surely there; if there are none, at which it may
/// be.
std::pair<core::Instant, core::Instant> stay(const core::Span& span)
{
    return span.beginMax < span.endMin ? std::pair(span.beginMax, span.endMin - 1)
                                       : std::pair(span.beginMin, span.endMax - 1);
}

core::Instant distance(core::Instant at, const core::Window& window)
{
    return at < window.begin ? window.begin - at : at - window.begin;
}

} // namespace

std::optional<quint32> presentRow(const SearchHit& feature, const core::Window& window)
{
    std::optional<quint32> best;
    int bestRank = 0;
    for (const quint32 row : feature.rows) {
        const core::Span& span = feature.layer->layer.spans[row];
        const core::Presence there = core::presence(span, window);
        const int rank = there == core::Presence::certain    ? 3
                         : there == core::Presence::possible ? 2
                         : !span.dated()                     ? 1
                                                             : 0;
        if (rank > bestRank) {
            best = row;
            bestRank = rank;
        }
    }
    return best;
}

std::optional<RowMoment> nearestMoment(const SearchHit& feature, const core::Window& window)
{
    std::optional<RowMoment> best;
    for (const quint32 row : feature.rows) {
        const core::Span& span = feature.layer->layer.spans[row];
        if (!span.dated()) {
            continue;
        }
        const auto [first, last] = stay(span);
        const core::Instant at = std::clamp(window.begin, first, last);
        if (!best || distance(at, window) < distance(best->at, window)) {
            best = RowMoment{row, at};
        }
    }
    return best;
}

} // namespace masar::app
