// SPDX-License-Identifier: Apache-2.0
#include "core/time/calendar.hpp"
#include "core/time/edtf.hpp"
#include "core/time/edtf_bounds.hpp"

#include <algorithm>

namespace masar::core {

namespace {

using Kind = EdtfBound::Kind;

bool isClosed(const EdtfBound& bound)
{
    return bound.kind == Kind::day || bound.kind == Kind::instant;
}

/// The first and the last second of a closed bound: of UTC if it has an offset, else of the layer's
/// zone.
std::int64_t firstSecond(const EdtfBound& bound)
{
    return bound.day * kDaySeconds + bound.secondOfDay - bound.offsetSeconds.value_or(0);
}

std::int64_t lastSecond(const EdtfBound& bound)
{
    return firstSecond(bound) + (bound.kind == Kind::day ? kDaySeconds - 1 : 0);
}

/// Whether two closed bounds are on the same scale, so that they compare without knowing the zone.
bool comparable(const EdtfBound& a, const EdtfBound& b)
{
    return a.offsetSeconds.has_value() == b.offsetSeconds.has_value();
}

Instant instantOf(const EdtfBound& bound, const Zone& zone)
{
    return bound.offsetSeconds ? firstSecond(bound) : zone.toInstant(bound.day, bound.secondOfDay);
}

Instant beginInstant(const EdtfBound& bound, const Zone& zone)
{
    if (!isClosed(bound)) {
        return bound.kind == Kind::open ? kOpenPast : kOpenFuture;
    }
    return instantOf(bound, zone);
}

Instant endInstant(const EdtfBound& bound, const Zone& zone)
{
    if (!isClosed(bound)) {
        return bound.kind == Kind::open ? kOpenFuture : kOpenPast;
    }
    const Instant begin = instantOf(bound, zone);
    if (bound.kind == Kind::instant) {
        return begin + 1;
    }
    // A day that the zone left out (Samoa, 2011-12-30) still takes a second.
    return std::max(zone.toInstant(bound.day + 1, 0), begin + 1);
}

Span spanOf(const EdtfBounds& bounds, const Zone& zone)
{
    Span span;
    span.beginMin = beginInstant(bounds.beginMin, zone);
    span.beginMax =
        bounds.beginMax == bounds.beginMin ? span.beginMin : beginInstant(bounds.beginMax, zone);
    span.endMin = endInstant(bounds.endMin, zone);
    span.endMax = bounds.endMax == bounds.endMin ? span.endMin : endInstant(bounds.endMax, zone);
    if (span.endMax <= span.beginMin) {
        return {};
    }
    // Bounds on different scales could not be tightened before the zone was known.
    if (span.endMax != kOpenFuture) {
        span.beginMax = std::min(span.beginMax, span.endMax - 1);
    }
    if (span.beginMin != kOpenPast) {
        span.endMin = std::max(span.endMin, span.beginMin + 1);
    }
    return span;
}

EdtfBounds boundsOf(const Edtf& date)
{
    return {date.beginMin, date.beginMax, date.endMin, date.endMax};
}

} // namespace

bool endsBeforeBegin(const EdtfBounds& bounds)
{
    if (!isClosed(bounds.beginMin) || !isClosed(bounds.endMax)) {
        return false;
    }
    // No zone is a whole day ahead of UTC or behind it.
    const std::int64_t doubt = comparable(bounds.beginMin, bounds.endMax) ? 0 : kDaySeconds;
    return lastSecond(bounds.endMax) + doubt < firstSecond(bounds.beginMin);
}

void tighten(EdtfBounds& bounds)
{
    if (isClosed(bounds.endMax) &&
        (bounds.beginMax.kind == Kind::unknown ||
         (isClosed(bounds.beginMax) && comparable(bounds.beginMax, bounds.endMax) &&
          firstSecond(bounds.beginMax) > lastSecond(bounds.endMax)))) {
        bounds.beginMax = bounds.endMax;
    }
    if (isClosed(bounds.beginMin) &&
        (bounds.endMin.kind == Kind::unknown ||
         (isClosed(bounds.endMin) && comparable(bounds.endMin, bounds.beginMin) &&
          lastSecond(bounds.endMin) < firstSecond(bounds.beginMin)))) {
        bounds.endMin = bounds.beginMin;
    }
}

Span toSpan(const Edtf& date, const Zone& zone)
{
    return spanOf(boundsOf(date), zone);
}

Span toSpan(const std::optional<Edtf>& begin, const std::optional<Edtf>& end, const Zone& zone)
{
    if (!begin && !end) {
        return {};
    }
    EdtfBounds bounds;
    if (begin) {
        bounds.beginMin = begin->beginMin;
        bounds.beginMax = begin->beginMax;
    }
    if (end) {
        bounds.endMin = end->endMin;
        bounds.endMax = end->endMax;
    }
    tighten(bounds);
    return spanOf(bounds, zone);
}

std::optional<Window> toWindow(const Edtf& date, const Zone& zone)
{
    const Span span = toSpan(date, zone);
    if (!span.dated() || span.beginMin == kOpenPast || span.endMax == kOpenFuture) {
        return std::nullopt;
    }
    return Window{span.beginMin, span.endMax};
}

} // namespace masar::core
