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

// Four steps at once: the quadrants of four levels are the nibbles of x and y.
struct Stride {
    std::uint8_t places = 0; // two bits a level
    std::uint8_t shape = 0;
};

constexpr std::array<std::array<Stride, 256>, 4> makeStrides()
{
    std::array<std::array<Stride, 256>, 4> strides{};
    for (std::size_t shape = 0; shape < 4; ++shape) {
        for (std::size_t nibbles = 0; nibbles < 256; ++nibbles) {
            unsigned places = 0;
            std::uint8_t current = static_cast<std::uint8_t>(shape);
            for (std::size_t level = 4; level-- > 0;) {
                const std::size_t x = nibbles >> (4 + level) & 1U;
                const std::size_t y = nibbles >> level & 1U;
                const Step step = kSteps[current][2 * x + y];
                places = places << 2U | step.place;
                current = step.shape;
            }
            strides[shape][nibbles] = {static_cast<std::uint8_t>(places), current};
        }
    }
    return strides;
}

constexpr auto kStrides = makeStrides();

} // namespace

std::uint64_t hilbertIndex(MercatorPoint point)
{
    std::uint64_t index = 0;
    std::uint8_t shape = alongX;
    for (int shift = 28; shift >= 0; shift -= 4) {
        const std::uint32_t nibbles = (point.x >> shift & 15U) << 4U | (point.y >> shift & 15U);
        const Stride stride = kStrides[shape][nibbles];
        index = index << 8U | stride.places;
        shape = stride.shape;
    }
    return index;
}

} // namespace masar::core
