// SPDX-License-Identifier: Apache-2.0
#include "core/geometry/triangulate.hpp"

#include "core/geometry/hole_bridges.hpp"
#include "core/geometry/point_tree.hpp"

#include <array>
#include <cmath>
#include <queue>

namespace masar::core {

namespace {

// Cuts ears off one ring that may touch itself (bridges do) but does not cross itself. Whether a
// corner is an ear changes only when one of its neighbours does, so each cut sends two corners to
// be looked at again. A ring that crosses itself leaves corners that are no ears: those go smallest
// first, so that the small crossings that rounding makes cost next to nothing.
class EarCutter {
public:
    EarCutter(RingNodes& nodes, std::uint32_t start, std::vector<std::uint32_t>& indices);
    void run();

private:
    enum class Stage : std::uint8_t {
        clear,    // ears whose triangle touches no other corner
        touching, // ears whose cut may touch a corner from outside; corners on a straight line are
                  // dropped
        forced    // whatever is left
    };
    struct Size {
        double doubleArea = 0;
        std::uint32_t node = 0;
        bool operator>(const Size& other) const { return doubleArea > other.doubleArea; }
    };

    void enqueue(std::uint32_t node);
    void cutEars();
    void forceSmallest();
    void cut(std::uint32_t node);
    void refresh(std::uint32_t node);
    void emit(std::uint32_t node);
    [[nodiscard]] int turn(std::uint32_t node) const;
    [[nodiscard]] Int128 area(std::uint32_t node) const;
    [[nodiscard]] bool addsNothing(std::uint32_t node) const;
    [[nodiscard]] bool isEar(std::uint32_t node) const;
    [[nodiscard]] bool blocks(std::uint32_t other, std::uint32_t ear) const;
    [[nodiscard]] MercatorPoint at(std::uint32_t node) const { return m_nodes[node].point; }

    RingNodes& m_nodes;
    std::vector<std::uint32_t>& m_indices;
    Stage m_stage = Stage::clear;
    std::size_t m_left = 0;
    std::vector<std::uint32_t> m_ring; // all nodes, before any cut
    std::vector<std::uint32_t> m_slot; // of each node: its place in m_ring
    std::vector<bool> m_alive, m_queued;
    PointTree m_reflex; // by slot: corners that are not convex; only they can lie in an ear
    std::vector<std::uint32_t> m_queue;
    std::priority_queue<Size, std::vector<Size>, std::greater<>> m_bySize;
};

// A triangle with its inside on the positive side of its edges.
class Triangle {
public:
    Triangle(MercatorPoint a, MercatorPoint b, MercatorPoint c) : m_corners{a, b, c}
    {
        m_box = boxOf(m_corners);
    }
    // False only if the box lies clear of the triangle; thin triangles that lie aslant are what
    // this is for.
    [[nodiscard]] bool mayTouch(const MercatorBox& box) const
    {
        return m_box.intersects(box) && !isBeyond(box, 0, 1) && !isBeyond(box, 1, 2) &&
               !isBeyond(box, 2, 0);
    }

private:
    // True if the box lies on the outer side of an edge: then the corner that is farthest in does.
    [[nodiscard]] bool isBeyond(const MercatorBox& box, std::size_t from, std::size_t to) const
    {
        const MercatorPoint a = m_corners[from], b = m_corners[to];
        const MercatorPoint farthestIn{b.y < a.y ? box.maxX : box.minX,
                                       b.x > a.x ? box.maxY : box.minY};
        return cross(a, b, farthestIn) < 0;
    }

    std::array<MercatorPoint, 3> m_corners;
    MercatorBox m_box;
};

std::vector<std::uint32_t> nodesOf(const RingNodes& nodes, std::uint32_t start)
{
    std::vector<std::uint32_t> ring;
    std::uint32_t node = start;
    do {
        ring.push_back(node);
        node = nodes[node].next;
    } while (node != start);
    return ring;
}

std::vector<MercatorPoint> pointsOf(const RingNodes& nodes, std::span<const std::uint32_t> ring)
{
    std::vector<MercatorPoint> points;
    points.reserve(ring.size());
    for (const std::uint32_t node : ring) {
        points.push_back(nodes[node].point);
    }
    return points;
}

EarCutter::EarCutter(RingNodes& nodes, std::uint32_t start, std::vector<std::uint32_t>& indices)
    : m_nodes(nodes), m_indices(indices), m_ring(nodesOf(nodes, start)), m_slot(nodes.size()),
      m_alive(nodes.size()), m_queued(nodes.size()), m_reflex(pointsOf(nodes, m_ring))
{
    m_left = m_ring.size();
    for (std::uint32_t slot = 0; slot < m_ring.size(); ++slot) {
        m_slot[m_ring[slot]] = slot;
        m_alive[m_ring[slot]] = true;
    }
}

void EarCutter::run()
{
    for (const Stage stage : {Stage::clear, Stage::touching, Stage::forced}) {
        m_stage = stage;
        for (const std::uint32_t node : m_ring) {
            if (m_alive[node]) {
                refresh(node);
            }
        }
        cutEars();
    }
    forceSmallest();
}

void EarCutter::cutEars()
{
    for (std::size_t i = 0; i < m_queue.size() && m_left >= 3; ++i) {
        const std::uint32_t node = m_queue[i];
        m_queued[node] = false;
        if (!m_alive[node]) {
            continue;
        }
        if (addsNothing(node)) {
            cut(node);
        } else if (isEar(node)) {
            emit(node);
            cut(node);
        }
    }
    m_queue.clear();
}

void EarCutter::forceSmallest()
{
    while (m_left >= 3 && !m_bySize.empty()) {
        const Size smallest = m_bySize.top();
        m_bySize.pop();
        const std::uint32_t node = smallest.node;
        if (!m_alive[node] || smallest.doubleArea != std::abs(static_cast<double>(area(node)))) {
            continue; // cut since, or sized anew
        }
        if (turn(node) > 0) {
            emit(node);
        }
        cut(node);
        cutEars();
    }
}

void EarCutter::enqueue(std::uint32_t node)
{
    if (!m_queued[node]) {
        m_queued[node] = true;
        m_queue.push_back(node);
    }
}

void EarCutter::cut(std::uint32_t node)
{
    unlink(m_nodes, node);
    m_alive[node] = false;
    m_reflex.set(m_slot[node], false);
    --m_left;
    refresh(m_nodes[node].prev);
    refresh(m_nodes[node].next);
}

// Takes note of a corner that is new or has a new neighbour.
void EarCutter::refresh(std::uint32_t node)
{
    m_reflex.set(m_slot[node], turn(node) <= 0);
    enqueue(node);
    if (m_stage == Stage::forced) {
        m_bySize.push({std::abs(static_cast<double>(area(node))), node});
    }
}

void EarCutter::emit(std::uint32_t node)
{
    const RingNode& corner = m_nodes[node];
    m_indices.insert(m_indices.end(),
                     {m_nodes[corner.prev].vertex, corner.vertex, m_nodes[corner.next].vertex});
}

Int128 EarCutter::area(std::uint32_t node) const
{
    const RingNode& corner = m_nodes[node];
    return cross(at(corner.prev), corner.point, at(corner.next));
}

int EarCutter::turn(std::uint32_t node) const
{
    const RingNode& corner = m_nodes[node];
    return orientation(at(corner.prev), corner.point, at(corner.next));
}

bool EarCutter::addsNothing(std::uint32_t node) const
{
    return isSpike(m_nodes, node) || (m_stage != Stage::clear && turn(node) == 0);
}

bool EarCutter::isEar(std::uint32_t node) const
{
    if (turn(node) <= 0) {
        return false;
    }
    const RingNode& corner = m_nodes[node];
    const Triangle triangle{at(corner.prev), corner.point, at(corner.next)};
    return !m_reflex.any([&](const MercatorBox& box) { return triangle.mayTouch(box); },
                         [&](std::uint32_t slot) { return blocks(m_ring[slot], node); });
}

// Whether another corner keeps the triangle at `ear` from being cut off: it lies inside, or on the
// triangle's border with an edge that leads inside. A corner at the place of one of the cut's two
// ends never does alone.
bool EarCutter::blocks(std::uint32_t other, std::uint32_t ear) const
{
    const RingNode& corner = m_nodes[ear];
    const MercatorPoint a = at(corner.prev), b = corner.point, c = at(corner.next);
    const MercatorPoint p = at(other);
    if (other == ear || p == a || p == c) {
        return false;
    }
    const int sideAb = orientation(a, b, p);
    const int sideBc = orientation(b, c, p);
    const int sideCa = orientation(c, a, p);
    if (sideAb < 0 || sideBc < 0 || sideCa < 0) {
        return false;
    }
    const MercatorPoint before = at(m_nodes[other].prev), after = at(m_nodes[other].next);
    const auto anEdgeLeadsWithin = [&](MercatorPoint from, MercatorPoint to) {
        return orientation(from, to, before) > 0 || orientation(from, to, after) > 0;
    };
    const auto inCorner = [&](MercatorPoint to) {
        return orientation(a, b, to) >= 0 && orientation(b, c, to) >= 0;
    };
    if (p == b) {
        return inCorner(before) && inCorner(after);
    }
    if (sideAb == 0) {
        return anEdgeLeadsWithin(a, b);
    }
    if (sideBc == 0) {
        return anEdgeLeadsWithin(b, c);
    }
    if (sideCa == 0) {
        return m_stage == Stage::clear || anEdgeLeadsWithin(c, a);
    }
    return true;
}

} // namespace

void triangulate(const GeometryTable& table, std::span<const GeometryPart> parts,
                 std::vector<std::uint32_t>& indices)
{
    RingNodes nodes;
    std::vector<std::uint32_t> rings;
    for (const GeometryPart& part : parts) {
        const bool hole = !rings.empty();
        if (part.kind != (hole ? PartKind::innerRing : PartKind::outerRing)) {
            return;
        }
        const std::uint32_t ring =
            appendRing(nodes, table.verticesOf(part), part.firstVertex, hole);
        if (ring != kNoNode) {
            rings.push_back(ring);
        } else if (!hole) {
            return;
        }
    }
    if (!rings.empty()) {
        joinHoles(nodes, rings);
        EarCutter(nodes, rings.front(), indices).run();
    }
}

} // namespace masar::core
