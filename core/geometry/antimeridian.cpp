// SPDX-License-Identifier: Apache-2.0
#include "core/geometry/antimeridian.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace masar::core {

namespace {

// The world repeats every 360 degrees: strip 0 is -180..180, strip 1 is 180..540. A meridian
// between strips belongs to the one east of it.
int stripOf(double lonDeg)
{
    return static_cast<int>(std::floor((lonDeg + 180) / 360));
}

double westOf(int strip)
{
    return 360.0 * strip - 180;
}

LonLat shifted(LonLat place, double byDeg)
{
    return {place.lonDeg + byDeg, place.latDeg};
}

LonLat atLongitude(LonLat a, LonLat b, double lonDeg)
{
    const double part = (lonDeg - a.lonDeg) / (b.lonDeg - a.lonDeg);
    return {lonDeg, a.latDeg + part * (b.latDeg - a.latDeg)};
}

// The step in longitude from one place to the next, the short way.
double stepBetween(LonLat a, LonLat b)
{
    return std::remainder(b.lonDeg - a.lonDeg, 360.0);
}

// The run with every step the short way, from a start within -180..180: longitudes may leave that
// range.
LonLatRun unrolled(std::span<const LonLat> run)
{
    LonLatRun result;
    for (std::size_t i = 0; i < run.size(); ++i) {
        const double wanted = i == 0 ? std::remainder(run[0].lonDeg, 360.0)
                                     : result.back().lonDeg + stepBetween(run[i - 1], run[i]);
        // Whole turns are added to the longitude as given, so that no rounding adds up.
        result.push_back(shifted(run[i], 360 * std::round((wanted - run[i].lonDeg) / 360)));
    }
    return result;
}

struct Range {
    double west = 0, east = 0;
};

Range rangeOf(const LonLatRun& run)
{
    const auto [west, east] = std::ranges::minmax_element(run, {}, &LonLat::lonDeg);
    return {west->lonDeg, east->lonDeg};
}

// True if a run leaves no meridian but by jumps of 360 degrees between its two ends on the
// antimeridian.
bool isTakenAsWritten(std::span<const LonLat> run, const LonLatRun& flat)
{
    const Range range = rangeOf(flat);
    return range.west == range.east &&
           std::ranges::all_of(run, [](LonLat p) { return std::abs(p.lonDeg) <= 180; });
}

// The places of a ring without the closing one.
std::span<const LonLat> open(std::span<const LonLat> ring)
{
    while (ring.size() > 1 && ring.front() == ring.back()) {
        ring = ring.first(ring.size() - 1);
    }
    return ring;
}

// A ring that ends `turns` times round the world from where it began, closed over the nearer pole.
// It is begun anew on the antimeridian, so that it fills strips from side to side.
LonLatRun closedOverPole(const LonLatRun& ring, double turnDeg)
{
    const double latSum = std::accumulate(ring.begin(), ring.end(), 0.0,
                                          [](double sum, LonLat p) { return sum + p.latDeg; });
    const double poleDeg = latSum < 0 ? -90 : 90;
    const auto place = [&](std::size_t i) {
        return i < ring.size() ? ring[i] : shifted(ring[i - ring.size()], turnDeg);
    };
    // A turn crosses every meridian, this one too.
    std::size_t edge = 0;
    while (edge + 1 < ring.size() &&
           stripOf(place(edge).lonDeg) == stripOf(place(edge + 1).lonDeg)) {
        ++edge;
    }
    const int east = std::max(stripOf(place(edge).lonDeg), stripOf(place(edge + 1).lonDeg));
    const LonLat start = atLongitude(place(edge), place(edge + 1), westOf(east));
    const double toStart = (turnDeg > 0 ? -180 : 180) - start.lonDeg;

    LonLatRun result{shifted(start, toStart)};
    for (std::size_t i = edge + 1; i <= edge + ring.size(); ++i) {
        result.push_back(shifted(place(i), toStart));
    }
    result.push_back(shifted(start, toStart + turnDeg));
    result.push_back({result.back().lonDeg, poleDeg});
    result.push_back({result.front().lonDeg, poleDeg});
    return result;
}

// Where a ring crosses a meridian, in the ring's order: chains of its places on alternate sides lie
// between.
struct Crossing {
    LonLat place;
    std::size_t nextIndex = 0; // first place after it
    bool intoKept = false;
    std::size_t partner = 0; // the crossing that a piece runs on to along the meridian
};

std::vector<Crossing> crossingsOf(const LonLatRun& ring, double meridianDeg, bool keepEast)
{
    const auto isKept = [&](LonLat p) { return (p.lonDeg >= meridianDeg) == keepEast; };
    std::vector<Crossing> crossings;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const std::size_t next = (i + 1) % ring.size();
        if (isKept(ring[i]) != isKept(ring[next])) {
            crossings.push_back(
                {atLongitude(ring[i], ring[next], meridianDeg), next, isKept(ring[next]), 0});
        }
    }
    // From south to north the meridian is inside the ring between the first and the second, and so
    // on.
    std::vector<std::size_t> northward(crossings.size());
    std::iota(northward.begin(), northward.end(), std::size_t{0});
    std::ranges::stable_sort(northward, {},
                             [&](std::size_t i) { return crossings[i].place.latDeg; });
    for (std::size_t i = 0; i + 1 < northward.size(); i += 2) {
        crossings[northward[i]].partner = northward[i + 1];
        crossings[northward[i + 1]].partner = northward[i];
    }
    return crossings;
}

// The pieces of a ring east (or west) of a meridian.
std::vector<LonLatRun> sideOf(const LonLatRun& ring, double meridianDeg, bool keepEast)
{
    const std::vector<Crossing> crossings = crossingsOf(ring, meridianDeg, keepEast);
    if (crossings.empty()) {
        const bool kept = (ring.front().lonDeg >= meridianDeg) == keepEast;
        return kept ? std::vector<LonLatRun>(1, ring) : std::vector<LonLatRun>();
    }
    std::vector<LonLatRun> pieces;
    std::vector<bool> used(crossings.size());
    for (std::size_t first = 0; first < crossings.size(); ++first) {
        LonLatRun piece;
        // In a ring that crosses itself the partner may lead nowhere; then the piece closes where
        // it is.
        for (std::size_t at = first; crossings[at].intoKept && !used[at];) {
            used[at] = true;
            const std::size_t end = (at + 1) % crossings.size();
            piece.push_back(crossings[at].place);
            for (std::size_t i = crossings[at].nextIndex; i != crossings[end].nextIndex;
                 i = (i + 1) % ring.size()) {
                piece.push_back(ring[i]);
            }
            piece.push_back(crossings[end].place);
            at = crossings[end].partner;
        }
        const auto repeated = std::ranges::unique(piece);
        piece.erase(repeated.begin(), repeated.end());
        if (piece.size() >= 3 && rangeOf(piece).west < rangeOf(piece).east) {
            pieces.push_back(std::move(piece));
        }
    }
    return pieces;
}

// The pieces of an unrolled ring, moved back into -180..180.
std::vector<LonLatRun> piecesOf(const LonLatRun& ring)
{
    std::vector<LonLatRun> pieces;
    const Range range = rangeOf(ring);
    for (int strip = stripOf(range.west); westOf(strip) < range.east; ++strip) {
        for (const LonLatRun& east : sideOf(ring, westOf(strip), true)) {
            const bool cut = rangeOf(east).east > westOf(strip + 1);
            for (LonLatRun piece :
                 cut ? sideOf(east, westOf(strip + 1), false) : std::vector<LonLatRun>(1, east)) {
                for (LonLat& place : piece) {
                    place = shifted(place, -360.0 * strip);
                }
                pieces.push_back(std::move(piece));
            }
        }
    }
    return pieces;
}

std::vector<LonLatRun> cutRing(std::span<const LonLat> closedOrNot)
{
    const auto ring = open(closedOrNot);
    if (ring.size() < 3) {
        return {};
    }
    LonLatRun flat = unrolled(ring);
    const double turnDeg = std::round((flat.back().lonDeg + stepBetween(ring.back(), ring.front()) -
                                       flat.front().lonDeg) /
                                      360) *
                           360;
    if (turnDeg != 0) {
        flat = closedOverPole(flat, turnDeg);
    } else if (isTakenAsWritten(ring, flat)) {
        return std::vector<LonLatRun>(1, LonLatRun(ring.begin(), ring.end()));
    }
    return piecesOf(flat);
}

bool contains(const LonLatRun& ring, LonLat place)
{
    bool inside = false;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const LonLat a = ring[i];
        const LonLat b = ring[(i + 1) % ring.size()];
        if ((a.lonDeg > place.lonDeg) != (b.lonDeg > place.lonDeg) &&
            atLongitude(a, b, place.lonDeg).latDeg > place.latDeg) {
            inside = !inside;
        }
    }
    return inside;
}

// The piece that a hole lies in, by a place off the antimeridian, where both may run.
std::size_t pieceAround(std::span<const LonLatPolygon> pieces, const LonLatRun& hole)
{
    const auto place =
        std::ranges::find_if(hole, [](LonLat p) { return std::abs(p.lonDeg) < 180; });
    for (std::size_t i = 0; i < pieces.size() && place != hole.end(); ++i) {
        if (contains(pieces[i].front(), *place)) {
            return i;
        }
    }
    return 0;
}

} // namespace

bool crossesAntimeridian(std::span<const LonLat> run, bool ring)
{
    for (std::size_t i = 0; i < run.size(); ++i) {
        const std::size_t next = i + 1 < run.size() ? i + 1 : ring ? 0 : i;
        if (std::abs(run[i].lonDeg) > 180 || std::abs(run[next].lonDeg - run[i].lonDeg) > 180) {
            return true;
        }
    }
    return false;
}

std::vector<LonLatRun> cutLine(std::span<const LonLat> line)
{
    if (line.size() < 2) {
        return {};
    }
    const LonLatRun flat = unrolled(line);
    if (isTakenAsWritten(line, flat)) {
        return std::vector<LonLatRun>(1, LonLatRun(line.begin(), line.end()));
    }
    std::vector<LonLatRun> parts;
    std::optional<int> current;
    const auto add = [&](LonLat a, LonLat b) {
        const double middle = (a.lonDeg + b.lonDeg) / 2;
        // A stretch along the antimeridian stays on the side where the line is.
        const bool along = a.lonDeg == b.lonDeg && a.lonDeg == westOf(stripOf(a.lonDeg));
        const int strip = along && current ? *current : stripOf(middle);
        if (strip != current) {
            current = strip;
            parts.emplace_back().push_back(shifted(a, -360.0 * strip));
        }
        parts.back().push_back(shifted(b, -360.0 * strip));
    };
    for (std::size_t i = 1; i < flat.size(); ++i) {
        const LonLat a = flat[i - 1], b = flat[i];
        const double meridian = westOf(stripOf(std::max(a.lonDeg, b.lonDeg)));
        if (std::min(a.lonDeg, b.lonDeg) < meridian && meridian < std::max(a.lonDeg, b.lonDeg)) {
            const LonLat on = atLongitude(a, b, meridian);
            add(a, on);
            add(on, b);
        } else {
            add(a, b);
        }
    }
    return parts;
}

std::vector<LonLatPolygon> cutPolygon(const LonLatPolygon& polygon)
{
    std::vector<LonLatPolygon> pieces;
    if (polygon.empty()) {
        return pieces;
    }
    for (LonLatRun& outer : cutRing(polygon.front())) {
        pieces.emplace_back().push_back(std::move(outer));
    }
    for (std::size_t i = 1; i < polygon.size() && !pieces.empty(); ++i) {
        for (LonLatRun& hole : cutRing(polygon[i])) {
            pieces[pieceAround(pieces, hole)].push_back(std::move(hole));
        }
    }
    return pieces;
}

} // namespace masar::core
