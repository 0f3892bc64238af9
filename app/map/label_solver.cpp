// SPDX-License-Identifier: Apache-2.0
#include "app/map/label_solver.hpp"

#include "app/map/camera.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace masar::app {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

double scaleAt(double zoom)
{
    return zoom >= LabelSolver::never ? kInfinity : pixelsPerUnitAt(zoom);
}

double zoomAt(double scale)
{
    return std::min(std::log2(scale * core::kMercatorWorld / 256), LabelSolver::never);
}

/// Scales at which something holds: open, empty if `from` is not below `to`.
struct ScaleRange {
    double from = 0;
    double to = kInfinity;
};

/// Keeps the scales at which distance * scale lies strictly between low and high.
void narrow(ScaleRange& range, double distance, double low, double high)
{
    if (distance == 0) {
        if (!(low < 0 && high > 0)) {
            range.to = 0;
        }
        return;
    }
    const double a = low / distance;
    const double b = high / distance;
    range.from = std::max(range.from, std::min(a, b));
    range.to = std::min(range.to, std::max(a, b));
}

/// The scales at which a box and another, whose place is (dx, dy) units further, overlap.
ScaleRange overlap(const QRectF& a, const QRectF& b, double dx, double dy)
{
    ScaleRange range;
    narrow(range, dx, a.left() - b.right(), a.right() - b.left());
    narrow(range, dy, a.top() - b.bottom(), a.bottom() - b.top());
    return range;
}

/// The difference the short way around the world.
double wrapped(std::uint32_t to, std::uint32_t from)
{
    return static_cast<std::int32_t>(to - from);
}

} // namespace

QRectF LabelShape::bounds() const
{
    QRectF all;
    for (const QRectF& box : this->all()) {
        all |= box;
    }
    return all;
}

LabelSolver::Cells LabelSolver::cellsOf(core::MercatorPoint at, const QRectF& bounds, int level)
{
    // From this zoom to the next the boxes shrink to half, seen from the world; from the last on,
    // to nothing.
    const double least = level == lastLevel ? 0 : 0.5;
    const auto low = [least](double edge) { return std::min(edge, edge * least); };
    const auto high = [least](double edge) { return std::max(edge, edge * least); };
    const double units = std::ldexp(1.0, 32 - level); // a cell's side
    const auto cell = [&](std::uint32_t place, double pixels) {
        return static_cast<std::int64_t>(std::floor(place / units + pixels / 256));
    };
    const std::int64_t count = std::int64_t{1} << level;
    Cells cells{cell(at.x, low(bounds.left())), cell(at.y, low(bounds.top())),
                cell(at.x, high(bounds.right())), cell(at.y, high(bounds.bottom()))};
    cells.top = std::clamp<std::int64_t>(cells.top, 0, count - 1);
    cells.bottom = std::clamp<std::int64_t>(cells.bottom, 0, count - 1);
    cells.right = std::min(cells.right, cells.left + count - 1);
    return cells;
}

std::uint64_t LabelSolver::keyOf(std::int64_t x, std::int64_t y, int level)
{
    const std::int64_t count = std::int64_t{1} << level;
    const auto column = static_cast<std::uint64_t>(x & (count - 1));
    return static_cast<std::uint64_t>(level + 1) << 48 | static_cast<std::uint64_t>(y) << 24 |
           column;
}

void LabelSolver::place(core::MercatorPoint at, const LabelShape& shape, double minZoom,
                        double maxZoom)
{
    if (minZoom >= maxZoom) {
        return;
    }
    const auto id = static_cast<std::uint32_t>(m_placed.size());
    m_placed.push_back({at, shape, scaleAt(minZoom), scaleAt(maxZoom)});
    const QRectF bounds = shape.bounds();
    const int first = std::clamp(static_cast<int>(std::floor(minZoom)), 0, lastLevel);
    const int last = std::clamp(static_cast<int>(std::ceil(maxZoom)) - 1, first, lastLevel);
    for (int level = first; level <= last; ++level) {
        const Cells cells = cellsOf(at, bounds, level);
        Cells& reach = m_reach[static_cast<std::size_t>(level)];
        reach.left = std::min(reach.left, cells.left);
        reach.top = std::min(reach.top, cells.top);
        reach.right = std::max(reach.right, cells.right);
        reach.bottom = std::max(reach.bottom, cells.bottom);
        for (std::int64_t y = cells.top; y <= cells.bottom; ++y) {
            for (std::int64_t x = cells.left; x <= cells.right; ++x) {
                insert(keyOf(x, y, level), id);
            }
        }
    }
}

template <class Meet> void LabelSolver::visit(const Cells& cells, int level, Meet meet) const
{
    for (std::int64_t y = cells.top; y <= cells.bottom; ++y) {
        for (std::int64_t x = cells.left; x <= cells.right; ++x) {
            const Slot& slot = m_slots[slotOf(keyOf(x, y, level))];
            for (std::uint32_t i = slot.first; i != 0; i = m_links[i].next) {
                meet(m_placed[m_links[i].placed]);
            }
        }
    }
}

std::vector<LabelSolver::ZoomRange>
LabelSolver::blocked(core::MercatorPoint at, const LabelShape& shape, ZoomRange within) const
{
    std::vector<ZoomRange> ranges;
    const QRectF bounds = shape.bounds();
    const auto meet = [&](const Placed& other) {
        const double dx = wrapped(other.at.x, at.x);
        const double dy = wrapped(other.at.y, at.y);
        for (const QRectF& mine : shape.all()) {
            for (const QRectF& its : other.shape.all()) {
                const ScaleRange range = overlap(mine, its, dx, dy);
                const double from = std::max(range.from, other.minScale);
                const double to = std::min(range.to, other.maxScale);
                if (from < to) {
                    ranges.push_back({from > 0 ? zoomAt(from) : 0, zoomAt(to)});
                }
            }
        }
    };
    const int last = std::clamp(static_cast<int>(std::ceil(within.to)), 0, lastLevel);
    for (int level = std::clamp(static_cast<int>(within.from), 0, last); level <= last; ++level) {
        const Cells cells = cellsOf(at, bounds, level);
        if (!outOfReach(cells, level)) {
            visit(cells, level, meet);
        }
    }
    return ranges;
}

LabelSolver::Zooms LabelSolver::freeZooms(core::MercatorPoint at,
                                          std::span<const LabelShape> options, double wanted,
                                          double until) const
{
    const double wantedScale = scaleAt(wanted);
    const double untilScale = scaleAt(until);
    std::array<double, mostOptions> from{};
    from.fill(wantedScale);
    std::array<bool, mostOptions> settled{};
    options = options.first(std::min(options.size(), mostOptions));
    QRectF bounds;
    for (const LabelShape& option : options) {
        bounds |= option.bounds();
    }
    const auto meet = [&](const Placed& other) {
        const double dx = wrapped(other.at.x, at.x);
        const double dy = wrapped(other.at.y, at.y);
        for (std::size_t i = 0; i < options.size(); ++i) {
            if (!settled[i]) {
                from[i] = std::max(from[i], lastOverlap(options[i], other, dx, dy, untilScale));
            }
        }
    };
    // From near to far: what is found to overlap at a zoom decides, for farther away nothing can
    // matter more, and all that matters at a zoom is in its cells.
    const int last = std::clamp(static_cast<int>(std::floor(wanted)), 0, lastLevel);
    const int first = std::clamp(static_cast<int>(std::ceil(until)) - 1, last, lastLevel);
    for (int level = first; level >= last; --level) {
        const Cells cells = cellsOf(at, bounds, level);
        if (outOfReach(cells, level)) {
            continue;
        }
        visit(cells, level, meet);
        bool open = false;
        for (std::size_t i = 0; i < options.size(); ++i) {
            settled[i] = from[i] > std::max(scaleAt(level), wantedScale);
            open = open || !settled[i];
        }
        if (!open) {
            break;
        }
    }
    Zooms zooms;
    std::ranges::transform(from, zooms.begin(),
                           [&](double scale) { return std::max(zoomAt(scale), wanted); });
    return zooms;
}

double LabelSolver::lastOverlap(const LabelShape& shape, const Placed& other, double dx, double dy,
                                double untilScale)
{
    double last = 0;
    for (const QRectF& mine : shape.all()) {
        for (const QRectF& its : other.shape.all()) {
            const ScaleRange range = overlap(mine, its, dx, dy);
            const double from = std::max(range.from, other.minScale);
            const double to = std::min(range.to, other.maxScale);
            if (to > from && from < untilScale) {
                last = std::max(last, to);
            }
        }
    }
    return last;
}

bool LabelSolver::outOfReach(const Cells& cells, int level) const
{
    const Cells& reach = m_reach[static_cast<std::size_t>(level)];
    const std::int64_t world = std::int64_t{1} << level;
    const auto meets = [&](std::int64_t turn) {
        return cells.right + turn >= reach.left && cells.left + turn <= reach.right;
    };
    return cells.bottom < reach.top || cells.top > reach.bottom ||
           !(meets(0) || meets(world) || meets(-world));
}

std::size_t LabelSolver::slotOf(std::uint64_t key) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t slot = (key * 0x9E3779B97F4A7C15U >> 20U) & mask;
    while (m_slots[slot].key != 0 && m_slots[slot].key != key) {
        slot = (slot + 1) & mask;
    }
    return slot;
}

void LabelSolver::insert(std::uint64_t key, std::uint32_t placed)
{
    if (m_used * 2 >= m_slots.size()) {
        std::vector<Slot> before(m_slots.size() * 2);
        before.swap(m_slots);
        for (const Slot& slot : before) {
            if (slot.key != 0) {
                m_slots[slotOf(slot.key)] = slot;
            }
        }
    }
    Slot& slot = m_slots[slotOf(key)];
    m_used += slot.key == 0 ? 1 : 0;
    slot.key = key;
    m_links.push_back({placed, slot.first});
    slot.first = static_cast<std::uint32_t>(m_links.size() - 1);
}

} // namespace masar::app
