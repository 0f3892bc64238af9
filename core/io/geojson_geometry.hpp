// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/io/json_walk.hpp"
#include "core/io/layer_builder.hpp"

#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace masar::core {

/// Reads GeoJSON geometry objects, whatever the order of their members.
class GeoJsonGeometry {
public:
    /// Appends the geometry to `to`. `depth` is the number of brackets open around the object.
    /// False only if the document is not JSON; otherwise problem() says what makes the geometry
    /// unusable, if anything.
    [[nodiscard]] bool read(JsonObject object, std::size_t depth, RawGeometry& to);

    /// Why the last geometry cannot be used; empty if it can.
    [[nodiscard]] const std::string& problem() const { return m_problem; }
    /// The last geometry has a ring that does not end where it began.
    [[nodiscard]] bool unclosed() const { return m_unclosed; }

private:
    /// The positions of one "coordinates" member, and where its nested arrays end.
    struct Coordinates {
        struct End {
            std::size_t depth;     ///< of the array that ends, 0 is the outermost
            std::size_t positions; ///< read by then
        };
        std::vector<double> xs, ys;
        std::vector<double> measures; ///< the 4th numbers; shorter where the last have none
        std::vector<End> ends;
        std::optional<std::size_t> positionDepth;
        bool present = false;

        void clear()
        {
            xs.clear();
            ys.clear();
            measures.clear();
            ends.clear();
            positionDepth.reset();
            present = false;
        }
    };

    bool readObject(JsonObject object, std::size_t depth, std::size_t level, RawGeometry& to);
    bool readGeometries(JsonValue value, std::size_t depth, std::size_t level, RawGeometry& to);
    bool readCoordinates(JsonValue value, std::size_t depth, std::size_t nesting,
                         Coordinates& into);
    void build(const std::string& type, bool collection, const Coordinates& from, RawGeometry& to);
    void buildParts(const Coordinates& from, std::size_t positionDepth, bool polygon,
                    RawGeometry& to);
    void setProblem(std::string text);

    std::deque<Coordinates> m_levels; ///< one a level of collections, kept for their memory
    std::string m_problem;
    bool m_unclosed = false;
};

} // namespace masar::core
