// SPDX-License-Identifier: Apache-2.0
#include "app/map/turned_room.hpp"

#include <algorithm>
#include <cmath>

namespace masar::app {

namespace {

constexpr double kCell = 96; ///< pixels: a side of the cells that boxes are found by
/// Labels reach no farther than this: beyond 180 degrees, only those so near can be in the way.
constexpr double kReach = 700;

/// Calls visit(key) for the cells that a box touches until one says false; whether none did.
template <class Visit> bool eachCell(const QRectF& box, Visit visit)
{
    const auto cell = [](double pixels) {
        return static_cast<std::int64_t>(std::floor(pixels / kCell));
    };
    for (std::int64_t y = cell(box.top()); y <= cell(box.bottom()); ++y) {
        for (std::int64_t x = cell(box.left()); x <= cell(box.right()); ++x) {
            if (!visit(static_cast<std::uint64_t>(y) << 32U | static_cast<std::uint32_t>(x))) {
                return false;
            }
        }
    }
    return true;
}

} // namespace

TurnedRoom::TurnedRoom(const Camera& camera) : m_camera(camera)
{
    m_camera.x = m_camera.y = 0;
    m_camera.size = {};
}

bool TurnedRoom::isFree(const QRectF& box) const
{
    return eachCell(box, [&](std::uint64_t key) {
        const auto first = m_cells.find(key);
        for (std::uint32_t i = first == m_cells.end() ? 0 : first->second; i != 0;
             i = m_taken[i].next) {
            if (m_taken[i].box.intersects(box)) {
                return false;
            }
        }
        return true;
    });
}

void TurnedRoom::takeAt(QPointF place, const LabelShape& shape)
{
    for (const QRectF& box : shape.all()) {
        const QRectF here = box.translated(place);
        eachCell(here, [&](std::uint64_t key) {
            std::uint32_t& first = m_cells[key];
            m_taken.push_back({here, first});
            first = static_cast<std::uint32_t>(m_taken.size() - 1);
            return true;
        });
    }
}

void TurnedRoom::take(core::MercatorPoint at, const LabelShape& shape)
{
    const double scale = m_camera.pixelsPerUnit();
    takeAt(m_camera.toPixel(at), shape);
    if (at.x * scale < kReach) {
        takeAt(m_camera.toPixel(at, 1), shape);
    }
    if ((core::kMercatorWorld - at.x) * scale < kReach) {
        takeAt(m_camera.toPixel(at, -1), shape);
    }
}

bool TurnedRoom::takeIfFree(core::MercatorPoint at, const LabelShape& shape)
{
    const QPointF place = m_camera.toPixel(at);
    const bool free = std::ranges::all_of(
        shape.all(), [&](const QRectF& box) { return isFree(box.translated(place)); });
    if (free) {
        take(at, shape);
    }
    return free;
}

} // namespace masar::app
