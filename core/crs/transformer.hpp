// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"

#include <cstddef>
#include <memory>
#include <span>
#include <string>

namespace masar::core {

/// Coordinates of some reference system to WGS 84 longitude and latitude in degrees, through PROJ.
/// Input is x, y in the order of GIS (easting or longitude first), whatever order the system's
/// authority writes. Each object has a PROJ context of its own, without network: one object a
/// thread.
class Transformer {
public:
    /// From any text PROJ takes: "EPSG:32637", WKT, a PROJ string. Of a 3D or compound system the
    /// horizontal part counts. Fails with `unsupported` if PROJ does not know it or its coordinates
    /// are no places on the earth's surface (geocentric, vertical, local).
    [[nodiscard]] static Result<Transformer> toWgs84(const std::string& crs);

    Transformer(Transformer&&) noexcept;
    Transformer& operator=(Transformer&&) noexcept;
    ~Transformer();

    /// True if the input already is WGS 84 longitude and latitude in degrees: apply() changes
    /// nothing.
    [[nodiscard]] bool identity() const;

    /// Transforms in place and returns how many places have no counterpart; those become NaN. The
    /// spans have one length. Where a datum's grid is not installed, PROJ's best operation without
    /// it is used.
    std::size_t apply(std::span<double> xs, std::span<double> ys) const;

private:
    struct Private;
    explicit Transformer(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

} // namespace masar::core
