// SPDX-License-Identifier: Apache-2.0
#include "core/geometry/point_tree.hpp"

#include "core/geometry/hilbert.hpp"

#include <utility>

namespace masar::core {

PointTree::PointTree(std::span<const MercatorPoint> points) : m_slots(points.size())
{
    std::vector<std::pair<std::uint64_t, std::uint32_t>> order(points.size());
    for (std::uint32_t i = 0; i < points.size(); ++i) {
        // A handful needs no order.
        order[i] = {points.size() > kFanOut ? hilbertIndex(points[i]) : i, i};
    }
    std::ranges::sort(order);
    m_entries.reserve(points.size());
    m_levels.emplace_back((points.size() + kFanOut - 1) / kFanOut);
    for (const auto& [index, id] : order) {
        const std::size_t slot = m_entries.size();
        m_slots[id] = static_cast<std::uint32_t>(slot);
        m_entries.push_back({id, false});
        m_levels[0][slot / kFanOut].box.add(points[id]);
    }
    if (points.empty()) {
        m_levels[0].emplace_back();
    }
    while (m_levels.back().size() > 1) {
        const std::vector<Block>& below = m_levels.back();
        std::vector<Block> level((below.size() + kFanOut - 1) / kFanOut);
        for (std::size_t i = 0; i < below.size(); ++i) {
            level[i / kFanOut].box.add(below[i].box);
        }
        m_levels.push_back(std::move(level));
    }
}

void PointTree::set(std::uint32_t point, bool on)
{
    std::size_t index = m_slots[point];
    if (m_entries[index].on == on) {
        return;
    }
    m_entries[index].on = on;
    for (std::vector<Block>& level : m_levels) {
        index /= kFanOut;
        level[index].on += on ? 1U : UINT32_MAX; // adds or takes away one
    }
}

} // namespace masar::core
