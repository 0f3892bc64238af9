// SPDX-License-Identifier: Apache-2.0
#include "core/io/kml_geometry.hpp"

#include "core/io/kml_outline.hpp"
#include "core/io/value_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <format>
#include <utility>

namespace masar::core {

namespace {

bool isXmlBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// Takes blanks off the front; true if there were any.
bool takeBlanks(std::string_view& text)
{
    const std::size_t before = text.size();
    while (!text.empty() && isXmlBlank(text.front())) {
        text.remove_prefix(1);
    }
    return text.size() < before;
}

std::optional<double> takeReal(std::string_view& text)
{
    takeCharacter(text, '+');
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{}) {
        return std::nullopt;
    }
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return value;
}

} // namespace

std::optional<std::vector<LonLat>> KmlGeometry::positionsOf(std::string_view text)
{
    std::vector<LonLat> places;
    takeBlanks(text);
    while (!text.empty()) {
        std::array<double, 3> numbers{};
        std::size_t count = 0;
        bool comma = true;
        while (comma) {
            const auto number = takeReal(text);
            if (!number || count == numbers.size()) {
                return std::nullopt;
            }
            numbers.at(count++) = *number;
            const bool apart = takeBlanks(text);
            comma = takeCharacter(text, ',');
            takeBlanks(text);
            if (comma && text.empty()) {
                break; // "lon,lat," at the end
            }
            if (!comma && !apart && !text.empty()) {
                return std::nullopt;
            }
        }
        if (count < 2) {
            return std::nullopt;
        }
        places.push_back({numbers[0], numbers[1]});
    }
    return places;
}

void KmlGeometry::clear()
{
    m_rings.clear();
    m_whens.clear();
    m_fixes.clear();
    m_inMultiTrack = false;
    m_points = m_lines = m_areas = false;
    m_problem.clear();
    m_onlyFixTime.clear();
    m_spareTimes.clear();
    m_noPlace = 0;
    m_unclosed = false;
    m_timesNotUsed = false;
}

void KmlGeometry::setProblem(std::string text)
{
    if (m_problem.empty()) {
        m_problem = std::move(text);
    }
}

void KmlGeometry::opened(KmlTag tag)
{
    if (tag == KmlTag::polygon) {
        m_rings.clear();
    } else if (tag == KmlTag::multiTrack) {
        m_inMultiTrack = true;
    } else if (tag == KmlTag::track) {
        m_whens.clear();
        m_fixes.clear();
    }
}

void KmlGeometry::closed(KmlTag tag, RawGeometry& to)
{
    if (tag == KmlTag::polygon) {
        endPolygon(to);
    } else if (tag == KmlTag::multiTrack) {
        m_inMultiTrack = false;
    } else if (tag == KmlTag::track) {
        endTrack(to);
    }
}

void KmlGeometry::hasText(KmlTag tag, KmlTag parent, KmlTag grandparent, std::string_view text,
                          RawGeometry& to)
{
    if (parent == KmlTag::track) {
        if (tag == KmlTag::when) {
            m_whens.emplace_back(trimmed(text));
        } else if (tag == KmlTag::coord) {
            addFix(text);
        }
        return;
    }
    if (tag != KmlTag::coordinates) {
        return;
    }
    auto places = positionsOf(text);
    if (!places) {
        const auto start = trimmed(text).substr(0, 40);
        setProblem(std::format("coordinates that cannot be read: \"{}\"",
                               start.substr(0, validUtf8Prefix(start))));
        return;
    }
    const bool ring = parent == KmlTag::linearRing || parent == KmlTag::outerBoundary ||
                      parent == KmlTag::innerBoundary || parent == KmlTag::polygon;
    const bool ofPolygon = parent != KmlTag::linearRing || grandparent == KmlTag::polygon ||
                           grandparent == KmlTag::outerBoundary ||
                           grandparent == KmlTag::innerBoundary;
    if (ring && ofPolygon) {
        const bool inner = parent == KmlTag::innerBoundary || grandparent == KmlTag::innerBoundary;
        m_rings.push_back({inner, *std::move(places)});
    } else if (parent == KmlTag::point) {
        addPoints(*places, to);
    } else if (!places->empty()) {
        addLine(*places, to);
    }
}

void KmlGeometry::addPoints(const std::vector<LonLat>& places, RawGeometry& to)
{
    if (places.size() > 1) {
        setProblem(std::format("a point of {} positions", places.size()));
        return;
    }
    for (const auto place : places) {
        to.addVertex(place.lonDeg, place.latDeg);
        to.endPart(PartKind::point);
        m_points = true;
    }
}

void KmlGeometry::addLine(const std::vector<LonLat>& places, RawGeometry& to)
{
    if (places.size() < 2) {
        setProblem("a line of 1 position");
        return;
    }
    for (const auto place : places) {
        to.addVertex(place.lonDeg, place.latDeg);
    }
    to.endPart(PartKind::line);
    m_lines = true;
}

void KmlGeometry::endPolygon(RawGeometry& to)
{
    std::erase_if(m_rings, [](const Ring& ring) { return ring.places.empty(); });
    if (m_rings.empty()) {
        return;
    }
    std::ranges::stable_partition(m_rings, [](const Ring& ring) { return !ring.inner; });
    if (m_rings.front().inner) {
        setProblem("a hole without a polygon around it");
        return;
    }
    for (auto& [inner, places] : m_rings) {
        const auto same = [](LonLat a, LonLat b) {
            return a.lonDeg == b.lonDeg && a.latDeg == b.latDeg;
        };
        const bool closed = places.size() > 1 && same(places.front(), places.back());
        const std::size_t count = places.size() - (closed ? 1 : 0);
        m_unclosed = m_unclosed || !closed;
        if (count < 3) {
            setProblem(std::format("a ring of {} position{}", places.size(),
                                   places.size() == 1 ? "" : "s"));
            return;
        }
        for (std::size_t i = 0; i < count; ++i) {
            to.addVertex(places[i].lonDeg, places[i].latDeg);
        }
        to.endPart(inner ? PartKind::innerRing : PartKind::outerRing);
    }
    m_areas = true;
    m_rings.clear();
}

void KmlGeometry::addFix(std::string_view text)
{
    takeBlanks(text);
    if (text.empty()) {
        m_fixes.emplace_back(); // a time without a place
        return;
    }
    const auto lon = takeReal(text);
    const auto apart = [&] {
        const bool blank = takeBlanks(text);
        const bool comma = takeCharacter(text, ',');
        takeBlanks(text);
        return blank || comma;
    };
    const bool follows = lon && apart();
    const auto lat = follows ? takeReal(text) : std::nullopt;
    if (!lat || (!text.empty() && !apart())) {
        setProblem("a gx:coord that cannot be read");
        return;
    }
    m_fixes.push_back(LonLat{*lon, *lat});
}

void KmlGeometry::endTrack(RawGeometry& to)
{
    const bool matched = m_whens.size() == m_fixes.size();
    if (!matched) {
        for (const auto& when : m_whens) {
            m_spareTimes += (m_spareTimes.empty() ? "" : " ") + when;
        }
    }
    const auto known = static_cast<std::size_t>(
        std::ranges::count_if(m_fixes, [](const auto& fix) { return fix.has_value(); }));
    m_noPlace += m_fixes.size() - known;
    if (known == 0) {
        return;
    }
    if (known == 1 && m_inMultiTrack) {
        ++m_noPlace; // a part of one fix is no line
        return;
    }
    to.times.resize(to.xs.size());
    for (std::size_t i = 0; i < m_fixes.size(); ++i) {
        if (!m_fixes[i]) {
            continue;
        }
        to.addVertex(m_fixes[i]->lonDeg, m_fixes[i]->latDeg);
        to.times.push_back(matched ? fixTimeOf(m_whens[i], m_zone) : FixTime{});
        if (known == 1 && matched) {
            m_onlyFixTime = edtfOfKmlTime(m_whens[i]);
        }
    }
    to.endPart(known == 1 ? PartKind::point : PartKind::line);
    (known == 1 ? m_points : m_lines) = true;
}

void KmlGeometry::settle(RawGeometry& to)
{
    const int kinds = int{m_points} + int{m_lines} + int{m_areas};
    to.written = kinds > 1  ? GeometryClass::collection
                 : m_points ? GeometryClass::point
                 : m_lines  ? GeometryClass::line
                 : m_areas  ? GeometryClass::polygon
                            : GeometryClass::null;
    const bool timed =
        std::ranges::any_of(to.times, [](const FixTime& time) { return time.at.has_value(); });
    m_timesNotUsed = timed && kinds > 1;
    if (timed && to.isLines()) {
        to.times.resize(to.xs.size());
    } else {
        to.times.clear();
    }
}

} // namespace masar::core
