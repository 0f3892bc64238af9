// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geometry/mercator.hpp"

#include <QRectF>

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace masar::app {

/// The boxes that a label covers: logical pixels around its place, y down, the same at every zoom.
struct LabelShape {
    static constexpr std::size_t most = 5;
    std::array<QRectF, most> boxes;
    std::uint8_t count = 0;

    void add(const QRectF& box) { boxes[count++] = box; }
    [[nodiscard]] std::span<const QRectF> all() const { return std::span(boxes).first(count); }
    [[nodiscard]] QRectF bounds() const;
};

/// Decides from which zoom on a label may show, once for all views. Two labels of fixed size at two
/// places of the world overlap only for a range of scales that follows from their distance. So a
/// label that is placed after others shows from the zoom on beyond which it overlaps none of them:
/// it never has to go again while zooming in, and panning changes nothing.
class LabelSolver {
public:
    static constexpr double never = 99;

    /// Of up to so many shapes for a label one is chosen.
    static constexpr std::size_t mostOptions = 16;
    using Zooms = std::array<double, mostOptions>;

    /// For each shape the zoom from which it is free, at least `wanted`, up to `until`.
    [[nodiscard]] Zooms freeZooms(core::MercatorPoint at, std::span<const LabelShape> options,
                                  double wanted, double until = never) const;
    /// The same for one.
    [[nodiscard]] double freeFrom(core::MercatorPoint at, const LabelShape& shape, double wanted,
                                  double until = never) const
    {
        return freeZooms(at, {&shape, 1}, wanted, until)[0];
    }
    /// Zooms from one to another.
    struct ZoomRange {
        double from = 0, to = never;
    };
    /// The zooms within a range at which one shape would overlap something; they may overlap each
    /// other.
    [[nodiscard]] std::vector<ZoomRange> blocked(core::MercatorPoint at, const LabelShape& shape,
                                                 ZoomRange within) const;
    /// Takes the room for all zooms from `minZoom` to `maxZoom`.
    void place(core::MercatorPoint at, const LabelShape& shape, double minZoom,
               double maxZoom = never);

private:
    static constexpr int lastLevel = 11; ///< of whole zooms; beyond it is as at it

    struct Placed {
        core::MercatorPoint at;
        LabelShape shape;
        double minScale, maxScale; ///< pixels per unit
    };
    /// Cells of 256 pixels at a whole zoom; x wraps around the world.
    struct Cells {
        std::int64_t left = INT64_MAX, top = INT64_MAX, right = INT64_MIN, bottom = INT64_MIN;
    };
    /// The largest scale at which a label overlaps another that shows; 0 if there is none. An
    /// overlap that begins at `untilScale` or later does not count.
    [[nodiscard]] static double lastOverlap(const LabelShape& shape, const Placed& other, double dx,
                                            double dy, double untilScale);
    /// Calls meet(placed) for what is in the cells of a whole zoom, some of it more than once.
    template <class Meet> void visit(const Cells& cells, int level, Meet meet) const;
    /// Whether nothing can be in cells of a whole zoom.
    [[nodiscard]] bool outOfReach(const Cells& cells, int level) const;
    [[nodiscard]] static Cells cellsOf(core::MercatorPoint at, const QRectF& bounds, int level);
    [[nodiscard]] static std::uint64_t keyOf(std::int64_t x, std::int64_t y, int level);

    /// A hash table from cells to chains of what lies in them. (std::unordered_map takes four times
    /// as long.)
    struct Slot {
        std::uint64_t key = 0; ///< 0: free
        std::uint32_t first = 0;
    };
    struct Link {
        std::uint32_t placed, next; ///< 0: the last
    };
    [[nodiscard]] std::size_t slotOf(std::uint64_t key) const;
    void insert(std::uint64_t key, std::uint32_t placed);

    std::vector<Placed> m_placed;
    std::vector<Slot> m_slots = std::vector<Slot>(1024); ///< a power of two, at most half full
    std::size_t m_used = 0;
    std::vector<Link> m_links{{0, 0}};
    std::array<Cells, lastLevel + 1> m_reach; ///< what the cells of each whole zoom span
};

} // namespace masar::app
