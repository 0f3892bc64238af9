// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/camera.hpp"
#include "app/map/label_solver.hpp"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace masar::app {

/// The room that labels of fixed size take on a turned map, at one zoom and bearing: of the whole
/// world, wherever it is looked at.
class TurnedRoom {
public:
    /// Of the camera only zoom and bearing matter.
    explicit TurnedRoom(const Camera& camera);

    void take(core::MercatorPoint at, const LabelShape& shape);
    /// False, and nothing is taken, where a box would lie on one that was taken before.
    [[nodiscard]] bool takeIfFree(core::MercatorPoint at, const LabelShape& shape);

private:
    struct Taken {
        QRectF box;
        std::uint32_t next; ///< in the same cell; 0: the last
    };
    [[nodiscard]] bool isFree(const QRectF& box) const;
    void takeAt(QPointF place, const LabelShape& shape);

    Camera m_camera;
    std::unordered_map<std::uint64_t, std::uint32_t> m_cells; ///< the first of each
    std::vector<Taken> m_taken{{}};
};

} // namespace masar::app
