// SPDX-License-Identifier: Apache-2.0
#include "core/geometry/hilbert.hpp"

#include <array>

namespace masar::core {

namespace {

// The curve in a square is one of four: it enters at a corner and leaves at the next along the x
// axis or the y axis, or the same upside down. A step goes from (shape, quadrant) to (place of the
// quadrant on the curve, shape within it); quadrant is 2 * x bit + y bit.
struct Step {
    std::uint8_t place;
    std::uint8_t shape;
};

constexpr std::uint8_t alongX = 0, alongY = 1, alongXBack = 2, alongYBack = 3;

constexpr std::array<std::array<Step, 4>, 4> kSteps{{
    {{{0, alongY}, {1, alongX}, {3, alongYBack}, {2, alongX}}},
    {{{0, alongX}, {3, alongXBack}, {1, alongY}, {2, alongY}}},
    {{{2, alongXBack}, {3, alongY}, {1, alongXBack}, {0, alongYBack}}},
    {{{2, alongYBack}, {1, alongYBack}, {3, alongX}, {0, alongXBack}}},
}};

} // namespace

std::uint64_t hilbertIndex(MercatorPoint point)
{
    std::uint64_t index = 0;
    std::uint8_t shape = alongX;
    for (int bit = 31; bit >= 0; --bit) {
        const std::uint32_t quadrant = ((point.x >> bit) & 1U) << 1U | ((point.y >> bit) & 1U);
        const Step step = kSteps[shape][quadrant];
        index = index << 2U | step.place;
        shape = step.shape;
    }
    return index;
}

} // namespace masar::core
