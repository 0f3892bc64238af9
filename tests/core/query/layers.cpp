// SPDX-License-Identifier: Apache-2.0
#include "tests/core/query/layers.hpp"

#include <algorithm>
#include <random>

namespace masar::test {

using namespace core;

Layer randomLayer(std::size_t rows, unsigned seed)
{
    std::mt19937 random(seed);
    const auto number = [&] { return static_cast<std::uint32_t>(random()); };
    const auto below = [&](std::uint32_t limit) { return static_cast<Instant>(number() % limit); };
    Layer layer;
    for (std::size_t i = 0; i < rows; ++i) {
        if (below(20) != 0) {
            const std::vector<MercatorPoint> place{{number(), number()}};
            layer.geometry.addPart(PartKind::point, place);
        }
        layer.geometry.endFeature();
        Span span;
        if (below(10) != 0) {
            const Instant begin = below(1000);
            const Instant end = begin + 1 + below(300);
            span = {begin, std::min<Instant>(begin + below(50), end - 1), end, end + below(50)};
            if (below(30) == 0) {
                span.beginMin = span.beginMax = kOpenPast;
            }
            if (below(30) == 0) {
                span.endMin = span.endMax = kOpenFuture;
            }
        }
        layer.spans.push_back(span);
    }
    layer.counts.rejected = 3;
    return layer;
}

} // namespace masar::test
