// SPDX-License-Identifier: Apache-2.0
#include "core/query/density.hpp"

#include <algorithm>
#include <array>

namespace masar::core {

namespace {

/// Adds 1 over runs of bins: what changes from bin to bin, summed up at the end.
class Runs {
public:
    Runs(std::size_t categories, std::size_t bins)
        : m_stride(bins + 1), m_steps(categories * m_stride)
    {
    }

    void add(std::size_t category, std::int64_t first, std::int64_t last)
    {
        std::int32_t* steps = m_steps.data() + category * m_stride;
        ++steps[first];
        --steps[last + 1];
    }

    /// What was added in each bin, less what `other` has there.
    [[nodiscard]] std::vector<std::uint32_t> sums(const Runs* other = nullptr) const
    {
        std::vector<std::uint32_t> result;
        result.reserve(m_steps.size());
        for (std::size_t at = 0; at < m_steps.size(); at += m_stride) {
            std::int32_t sum = 0;
            for (std::size_t bin = 0; bin + 1 < m_stride; ++bin) {
                sum += m_steps[at + bin] - (other != nullptr ? other->m_steps[at + bin] : 0);
                result.push_back(static_cast<std::uint32_t>(sum));
            }
        }
        return result;
    }

private:
    std::size_t m_stride;
    std::vector<std::int32_t> m_steps;
};

class Binning {
public:
    Binning(const Window& range, std::int64_t seconds, std::int64_t bins)
        : m_begin(range.begin), m_seconds(seconds), m_end(range.begin + seconds * bins),
          m_perSecond(1.0 / static_cast<double>(seconds)), m_last(bins - 1)
    {
    }

    /// The bins of which it may be said that `begin` < their end and `end` > their begin; first >
    /// last if there are none.
    [[nodiscard]] std::pair<std::int64_t, std::int64_t> overlapping(Instant begin,
                                                                    Instant end) const
    {
        if (begin >= m_end || end <= m_begin) {
            return {0, -1};
        }
        return {begin <= m_begin ? 0 : binOf(begin), end >= m_end ? m_last : binOf(end - 1)};
    }

private:
    /// Division by multiplication, put right where it rounds.
    [[nodiscard]] std::int64_t binOf(Instant at) const
    {
        const std::int64_t offset = at - m_begin;
        auto bin = static_cast<std::int64_t>(static_cast<double>(offset) * m_perSecond);
        if (bin * m_seconds > offset) {
            --bin;
        } else if ((bin + 1) * m_seconds <= offset) {
            ++bin;
        }
        return bin;
    }

    Instant m_begin;
    std::int64_t m_seconds;
    Instant m_end;
    double m_perSecond;
    std::int64_t m_last;
};

} // namespace

Density densityOf(const Layer& layer, const Window& range, std::size_t mostBins,
                  std::span<const std::uint8_t> categoryOf, std::size_t categories)
{
    Density density;
    density.range = range;
    density.categories = categories;
    const std::int64_t length = range.end - range.begin;
    const auto most = static_cast<std::int64_t>(mostBins);
    if (length <= 0 || most <= 0) {
        return density;
    }
    density.binSeconds = (length + most - 1) / most;
    density.bins = static_cast<std::size_t>((length + density.binSeconds - 1) / density.binSeconds);
    const Binning binning(range, density.binSeconds, static_cast<std::int64_t>(density.bins));
    Runs certain(categories, density.bins);
    Runs present(categories, density.bins);
    for (std::uint32_t row = 0; row < layer.rowCount(); ++row) {
        const Span& span = layer.spans[row];
        if (!span.dated() || layer.geometry.partsOf(row).empty()) {
            continue;
        }
        const auto [first, last] = binning.overlapping(span.beginMin, span.endMax);
        if (first > last) {
            continue;
        }
        const std::size_t category = categoryOf.empty() ? 0 : categoryOf[row];
        present.add(category, first, last);
        const auto [firstSure, lastSure] = binning.overlapping(span.beginMax, span.endMin);
        if (firstSure <= lastSure) {
            certain.add(category, firstSure, lastSure);
        }
    }
    density.certain = certain.sums();
    density.possible = present.sums(&certain);
    return density;
}

std::optional<Instant> nextDate(const Layer& layer, Instant after)
{
    std::optional<Instant> next;
    for (const Span& span : layer.spans) {
        for (const Instant bound : {span.beginMin, span.beginMax, span.endMin, span.endMax}) {
            if (isFinite(bound) && bound > after && (!next || bound < *next)) {
                next = bound;
            }
        }
    }
    return next;
}

std::optional<Instant> previousDate(const Layer& layer, Instant before)
{
    std::optional<Instant> previous;
    for (const Span& span : layer.spans) {
        for (const Instant bound : {span.beginMin, span.beginMax, span.endMin, span.endMax}) {
            if (isFinite(bound) && bound < before && (!previous || bound > *previous)) {
                previous = bound;
            }
        }
    }
    return previous;
}

} // namespace masar::core
