// SPDX-License-Identifier: Apache-2.0
#include "core/io/fix_times.hpp"

#include "core/io/date_value.hpp"
#include "core/io/value_text.hpp"
#include "core/time/edtf.hpp"

#include <algorithm>
#include <cmath>
#include <format>
#include <iterator>

namespace masar::core {

namespace {

/// Which of the fixes to keep so that their times never fall and as many as can be stay: the
/// longest such sequence, found by the piles of patience sorting.
std::vector<std::size_t> inOrder(const std::vector<FixTime>& times,
                                 const std::vector<std::size_t>& fixes)
{
    const auto at = [&](std::size_t fix) { return *times[fix].at; };
    if (std::ranges::is_sorted(fixes, {}, at)) {
        return fixes;
    }
    constexpr std::size_t none = SIZE_MAX;
    std::vector<std::size_t> ends; // the earliest end of a sequence of each length
    std::vector<std::size_t> before(times.size(), none);
    for (const std::size_t fix : fixes) {
        const auto pile = std::ranges::upper_bound(ends, at(fix), {}, at);
        before[fix] = pile == ends.begin() ? none : *std::prev(pile);
        if (pile == ends.end()) {
            ends.push_back(fix);
        } else {
            *pile = fix;
        }
    }
    std::vector<std::size_t> kept;
    for (std::size_t fix = ends.back(); fix != none; fix = before[fix]) {
        kept.push_back(fix);
    }
    std::ranges::reverse(kept);
    return kept;
}

} // namespace

FixTime fixTimeOf(const Span& span)
{
    if (!span.dated() || span.beginMin == kOpenPast || span.endMax == kOpenFuture) {
        return {};
    }
    if (span.endMax - span.beginMin <= 1) {
        return {span.beginMin, false, 0};
    }
    const Instant half = (span.endMax - span.beginMin) / 2;
    return {span.beginMin + half, true, half + (span.endMax - span.beginMin) % 2};
}

FixTime fixTimeOf(double count)
{
    const auto encoding = epochEncodingOf(count);
    if (!encoding) {
        return {};
    }
    const double seconds = *encoding == DateEncoding::epochSeconds ? count : count / 1000;
    return {static_cast<Instant>(std::floor(seconds)), false, 0};
}

FixTime fixTimeOf(std::string_view text, const Zone& zone)
{
    if (const auto number = realOf(trimmed(text))) {
        if (const FixTime time = fixTimeOf(*number); time.at) {
            return time;
        }
    }
    const auto written = edtfTextOf(text, DateEncoding::gdalDate);
    const auto date = written ? parseEdtf(*written) : parseEdtf(text);
    return date ? fixTimeOf(toSpan(*date, zone)) : FixTime{};
}

void SourceFixes::clear()
{
    places.clear();
    times.clear();
    marks.clear();
}

void SourceFixes::add(MercatorPoint place, const FixTime& time, std::uint8_t mark)
{
    places.push_back(place);
    times.push_back(time);
    marks.push_back(mark);
}

std::vector<FixLosses::Note> FixLosses::notes() const
{
    std::vector<Note> notes;
    if (withoutTime > 0) {
        notes.push_back({"fix-without-time",
                         std::format("{} of {} fixes have no time that can be read; they are not "
                                     "part of the movement",
                                     withoutTime, all)});
    }
    if (backwards > 0) {
        notes.push_back({"fix-time-backwards",
                         std::format("the times of {} of {} fixes go backwards; they are not part "
                                     "of the movement",
                                     backwards, all)});
    }
    if (approximate > 0) {
        notes.push_back({"fix-time-approximate",
                         std::format("{} of {} fixes are known to the day or less; the middle of "
                                     "that is taken",
                                     approximate, all)});
    }
    return notes;
}

FixLosses addTrack(TrackTable& to, std::uint32_t row, const SourceFixes& fixes, std::size_t least)
{
    FixLosses losses{.all = fixes.times.size()};
    std::vector<std::size_t> timed;
    for (std::size_t i = 0; i < fixes.times.size(); ++i) {
        if (fixes.times[i].at) {
            timed.push_back(i);
        }
    }
    losses.withoutTime = fixes.times.size() - timed.size();
    if (timed.empty()) {
        return losses;
    }
    const auto kept = inOrder(fixes.times, timed);
    losses.backwards = timed.size() - kept.size();
    if (kept.size() < least) {
        return losses;
    }
    to.tracks.push_back({row, static_cast<std::uint32_t>(to.times.size()),
                         static_cast<std::uint32_t>(kept.size()), fixes.times[kept.front()].either,
                         fixes.times[kept.back()].either});
    std::size_t next = 0;
    for (const std::size_t fix : kept) {
        // A break stays one when the fix that it came before is left out.
        bool afterBreak = false;
        for (; next <= fix; ++next) {
            afterBreak = afterBreak || (fixes.marks[next] & fix_marks::afterBreak) != 0;
        }
        losses.approximate += fixes.times[fix].approximate ? 1U : 0U;
        to.places.push_back(fixes.places[fix]);
        to.times.push_back(*fixes.times[fix].at);
        to.marks.push_back(
            static_cast<std::uint8_t>((fixes.times[fix].approximate ? fix_marks::approximate : 0) |
                                      (afterBreak ? fix_marks::afterBreak : 0)));
    }
    return losses;
}

} // namespace masar::core
