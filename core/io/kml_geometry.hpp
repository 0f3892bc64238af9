// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geometry/antimeridian.hpp"
#include "core/io/kml_walk.hpp"
#include "core/io/layer_builder.hpp"
#include "core/time/zone.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace masar::core {

/// Makes the geometry of one placemark from its elements. Altitudes are left out.
class KmlGeometry {
public:
    explicit KmlGeometry(Zone zone) : m_zone(std::move(zone)) {}

    /// At the start of a placemark.
    void clear();
    void opened(KmlTag tag);
    void closed(KmlTag tag, RawGeometry& to);
    void hasText(KmlTag tag, KmlTag parent, KmlTag grandparent, std::string_view text,
                 RawGeometry& to);
    /// At the end of a placemark: makes the times as many as the vertices, and says what kind it
    /// is.
    void settle(RawGeometry& to);

    /// Why the geometry cannot be used; empty if it can.
    [[nodiscard]] const std::string& problem() const { return m_problem; }
    [[nodiscard]] bool unclosed() const { return m_unclosed; }
    /// When the only fix of a gx:Track was taken, as EDTF: it is a point.
    [[nodiscard]] const std::string& onlyFixTime() const { return m_onlyFixTime; }
    /// The whens of a gx:Track that are not as many as its fixes, and where there were fixes
    /// without a place or times that make no movement.
    [[nodiscard]] const std::string& spareTimes() const { return m_spareTimes; }
    [[nodiscard]] std::size_t fixesWithoutPlace() const { return m_noPlace; }
    [[nodiscard]] bool timesNotUsed() const { return m_timesNotUsed; }

    /// The positions of a list of coordinates: "lon,lat,altitude" apart by white space, blanks
    /// around the commas forgiven. Nothing if it is no such list.
    [[nodiscard]] static std::optional<std::vector<LonLat>> positionsOf(std::string_view text);

private:
    struct Ring {
        bool inner = false;
        std::vector<LonLat> places;
    };

    void setProblem(std::string text);
    void addPoints(const std::vector<LonLat>& places, RawGeometry& to);
    void addLine(const std::vector<LonLat>& places, RawGeometry& to);
    void endPolygon(RawGeometry& to);
    void addFix(std::string_view text);
    void endTrack(RawGeometry& to);

    Zone m_zone;
    std::vector<Ring> m_rings;
    std::vector<std::string> m_whens;
    std::vector<std::optional<LonLat>> m_fixes;
    bool m_inMultiTrack = false;
    bool m_points = false, m_lines = false, m_areas = false;
    std::string m_problem, m_onlyFixTime, m_spareTimes;
    std::size_t m_noPlace = 0;
    bool m_unclosed = false;
    bool m_timesNotUsed = false;
};

} // namespace masar::core
