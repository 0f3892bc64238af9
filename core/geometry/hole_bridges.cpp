// SPDX-License-Identifier: Apache-2.0
#include "core/geometry/hole_bridges.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace masar::core {

namespace {

// The order of the sweep: left to right, and along y where x is the same (as if the map were
// sheared a little).
bool isBefore(MercatorPoint a, MercatorPoint b)
{
    return std::tie(a.x, a.y) < std::tie(b.x, b.y);
}

// An edge that runs with the sweep, and so has the inside above it (on its positive side).
struct Floor {
    MercatorPoint left, right;
    std::uint32_t id = 0;
    mutable std::uint32_t lastSeen = 0; // node last passed in the strip above
};

// Floors from below to above at the sweep's position. Where the rings cross each other the order
// means nothing, but every search still ends.
struct BelowAbove {
    using is_transparent = void;

    bool operator()(const Floor& a, const Floor& b) const
    {
        if (isBefore(b.left, a.left)) {
            return sideOf(b, a) < 0;
        }
        const int side = sideOf(a, b);
        return side != 0 ? side > 0 : a.id < b.id;
    }
    bool operator()(MercatorPoint point, const Floor& floor) const
    {
        return orientation(floor.left, floor.right, point) < 0;
    }

private:
    // The side of `floor` that `other` lies on, which begins no earlier.
    static int sideOf(const Floor& floor, const Floor& other)
    {
        const int side = orientation(floor.left, floor.right, other.left);
        return side != 0 ? side : orientation(floor.left, floor.right, other.right);
    }
};

class HoleSweep {
public:
    HoleSweep(RingNodes& nodes, std::span<const std::uint32_t> rings);
    void run();

private:
    using Floors = std::multiset<Floor, BelowAbove>;
    enum class RingState : std::uint8_t { unjoined, joined, dropped };

    [[nodiscard]] int rankOf(std::uint32_t node) const;
    void pass(std::uint32_t node);
    void join(std::uint32_t hole, std::uint32_t towards);
    std::uint32_t addCopy(std::uint32_t node);
    [[nodiscard]] Floors::iterator floorBelow(MercatorPoint point) const;

    RingNodes& m_nodes;
    std::vector<std::uint32_t> m_ring;      // of each node
    std::vector<std::uint32_t> m_samePlace; // circular lists of the nodes at one place
    std::vector<RingState> m_states;        // of each ring
    std::vector<std::uint32_t> m_starts;    // leftmost node of each ring
    std::vector<std::uint32_t> m_events;    // nodes in the order of the sweep
    Floors m_floors;
    std::vector<Floors::iterator> m_floorInto; // of each node: the floor that ends there
};

HoleSweep::HoleSweep(RingNodes& nodes, std::span<const std::uint32_t> rings)
    : m_nodes(nodes), m_ring(nodes.size(), kNoNode), m_samePlace(nodes.size()),
      m_states(rings.size(), RingState::unjoined), m_starts(rings.begin(), rings.end()),
      m_floorInto(nodes.size(), m_floors.end())
{
    m_states[0] = RingState::joined;
    for (std::uint32_t ring = 0; ring < rings.size(); ++ring) {
        std::uint32_t node = rings[ring];
        do {
            m_ring[node] = ring;
            m_samePlace[node] = node;
            m_events.push_back(node);
            if (isBefore(nodes[node].point, nodes[m_starts[ring]].point)) {
                m_starts[ring] = node;
            }
            node = nodes[node].next;
        } while (node != rings[ring]);
    }
    const auto key = [&](std::uint32_t node) {
        const MercatorPoint point = nodes[node].point;
        return std::tuple(point.x, point.y, rankOf(node), node);
    };
    std::ranges::sort(m_events, {}, key);
    for (std::size_t i = 1; i < m_events.size(); ++i) {
        if (nodes[m_events[i]].point == nodes[m_events[i - 1]].point) {
            std::swap(m_samePlace[m_events[i]], m_samePlace[m_events[i - 1]]);
        }
    }
}

// The order of corners at one place: as if the inside were a little wider, which parts corners that
// touch. Corners that point left come first if the inside is in them and last if it is around them;
// those that point right the other way round.
int HoleSweep::rankOf(std::uint32_t node) const
{
    const MercatorPoint at = m_nodes[node].point;
    const MercatorPoint before = m_nodes[m_nodes[node].prev].point;
    const MercatorPoint after = m_nodes[m_nodes[node].next].point;
    const bool pointsRight = isBefore(before, at);
    if (pointsRight == isBefore(at, after)) {
        return 0;
    }
    return pointsRight == (orientation(before, at, after) > 0) ? 1 : -1;
}

void HoleSweep::run()
{
    for (const std::uint32_t node : m_events) {
        if (m_states[m_ring[node]] != RingState::dropped) {
            pass(node);
        }
    }
}

void HoleSweep::pass(std::uint32_t node)
{
    const MercatorPoint at = m_nodes[node].point;
    const MercatorPoint before = m_nodes[m_nodes[node].prev].point;
    const std::uint32_t next = m_nodes[node].next;
    const MercatorPoint after = m_nodes[next].point;
    const bool comesWith = isBefore(before, at);
    const bool goesWith = isBefore(at, after);

    if (comesWith && m_floorInto[node] != m_floors.end()) {
        m_floors.erase(m_floorInto[node]);
        m_floorInto[node] = m_floors.end();
    }
    // The inside is right below a corner of a ceiling, and below a reflex corner that points left
    // or right.
    const bool insideBelow =
        comesWith == goesWith ? !comesWith : orientation(before, at, after) < 0;
    if (insideBelow) {
        const auto below = floorBelow(at);
        RingState& state = m_states[m_ring[node]];
        if (state == RingState::unjoined) {
            if (below == m_floors.end()) {
                state = RingState::dropped;
                return;
            }
            join(node, below->lastSeen);
            state = RingState::joined;
        }
        if (below != m_floors.end()) {
            below->lastSeen = node;
        }
    }
    if (goesWith) {
        m_floorInto[next] = m_floors.insert({at, after, node, node});
    }
}

HoleSweep::Floors::iterator HoleSweep::floorBelow(MercatorPoint point) const
{
    const auto above = m_floors.upper_bound(point);
    return above == m_floors.begin() ? m_floors.end() : std::prev(above);
}

// Of the nodes at one place that `allowed` takes, the one whose inside angle faces a target.
template <class Allowed, class Faces>
std::uint32_t choose(const std::vector<std::uint32_t>& samePlace, std::uint32_t node,
                     Allowed allowed, Faces faces)
{
    std::uint32_t chosen = node;
    bool any = false;
    std::uint32_t candidate = node;
    do {
        if (allowed(candidate)) {
            if (faces(candidate)) {
                return candidate;
            }
            chosen = any ? chosen : candidate;
            any = true;
        }
        candidate = samePlace[candidate];
    } while (candidate != node);
    return chosen;
}

void HoleSweep::join(std::uint32_t hole, std::uint32_t towards)
{
    const MercatorPoint from = m_nodes[hole].point;
    const MercatorPoint to = m_nodes[towards].point;
    const MercatorPoint before = m_nodes[m_nodes[hole].prev].point;
    const MercatorPoint after = m_nodes[m_nodes[hole].next].point;
    const std::uint32_t inner = choose(
        m_samePlace, hole, [&](auto node) { return m_ring[node] == m_ring[hole]; },
        [&](auto node) { return inCone(m_nodes, node, to); });
    // A bridge without length (the rings touch here) leads into the angle that the hole lies in.
    const std::uint32_t outer = choose(
        m_samePlace, towards,
        [&](auto node) { return m_states[m_ring[node]] == RingState::joined; },
        [&](auto node) {
            return from == to ? inCone(m_nodes, node, before) || inCone(m_nodes, node, after)
                              : inCone(m_nodes, node, from);
        });

    const std::uint32_t innerCopy = addCopy(inner);
    const std::uint32_t outerCopy = addCopy(outer);
    m_nodes[m_nodes[inner].prev].next = innerCopy;
    m_nodes[m_nodes[outer].next].prev = outerCopy;
    m_nodes[innerCopy].next = outerCopy;
    m_nodes[outerCopy].prev = innerCopy;
    m_nodes[outer].next = inner;
    m_nodes[inner].prev = outer;
}

// A second node at the place of a node, with the same links, in no ring yet.
std::uint32_t HoleSweep::addCopy(std::uint32_t node)
{
    const auto copy = static_cast<std::uint32_t>(m_nodes.size());
    m_nodes.push_back(RingNode(m_nodes[node]));
    m_ring.push_back(m_ring[node]);
    m_floorInto.push_back(m_floors.end());
    m_samePlace.push_back(m_samePlace[node]);
    m_samePlace[node] = copy;
    return copy;
}

} // namespace

void joinHoles(RingNodes& nodes, std::span<const std::uint32_t> rings)
{
    if (rings.size() > 1) {
        HoleSweep(nodes, rings).run();
    }
}

} // namespace masar::core
