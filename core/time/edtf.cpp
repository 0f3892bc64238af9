// SPDX-License-Identifier: Apache-2.0
#include "core/time/edtf.hpp"

#include "core/time/edtf_bounds.hpp"
#include "core/time/edtf_cursor.hpp"

#include <algorithm>
#include <format>
#include <utility>

namespace masar::core {

namespace {

using Kind = EdtfBound::Kind;

/// Longer texts are refused unread.
constexpr std::size_t kLongestText = 10'000;

constexpr EdtfBound kOpen{};
constexpr EdtfBound kUnknown{.kind = Kind::unknown};

/// The four bounds and the qualifiers of a text.
struct Reading {
    EdtfBounds bounds = {};
    EdtfQualifiers begin = {}, end = {};
    bool interval = false;
};

void merge(EdtfQualifiers& to, const EdtfQualifiers& more)
{
    to.uncertain |= more.uncertain;
    to.approximate |= more.approximate;
    to.unspecified |= more.unspecified;
}

/// One side of an interval; nullopt if it is ".." or empty.
EdtfRead<std::optional<EdtfDate>> readSide(EdtfCursor& cursor, bool empty)
{
    if (empty) {
        return std::optional<EdtfDate>();
    }
    if (cursor.ahead("..")) {
        cursor.at += 2;
        return std::optional<EdtfDate>();
    }
    auto date = readEdtfDate(cursor);
    if (!date) {
        return std::unexpected(std::move(date.error()));
    }
    return std::optional(*std::move(date));
}

/// The rest of an interval, the cursor being behind its "/".
EdtfRead<Reading> readInterval(EdtfCursor& cursor, const std::optional<EdtfDate>& from,
                               bool unknownBegin)
{
    const std::size_t endAt = cursor.at;
    const bool unknownEnd = cursor.done();
    const auto to = readSide(cursor, unknownEnd);
    if (!to) {
        return std::unexpected(to.error());
    }
    if (unknownBegin && unknownEnd) {
        return edtfError(0, "An interval needs a date or .. on one side at least");
    }
    Reading reading{.interval = true};
    reading.bounds = {kOpen, unknownBegin ? kUnknown : kOpen, unknownEnd ? kUnknown : kOpen, kOpen};
    if (from) {
        reading.bounds.beginMin = from->first;
        reading.bounds.beginMax = from->last;
        reading.begin = from->qualifiers;
    }
    if (*to) {
        reading.bounds.endMin = (*to)->first;
        reading.bounds.endMax = (*to)->last;
        reading.end = (*to)->qualifiers;
    }
    if (endsBeforeBegin(reading.bounds)) {
        return edtfError(endAt, "The interval ends before it begins");
    }
    tighten(reading.bounds);
    return reading;
}

/// What the members of a set have covered so far.
struct Members {
    std::optional<EdtfDate> hull;          ///< earliest first, latest last
    std::int64_t beginMax = 0, endMin = 0; ///< earliest last day, latest first day
    bool sinceAlways = false, forEver = false;
    EdtfQualifiers qualifiers;

    void add(const EdtfDate& member);
};

void Members::add(const EdtfDate& member)
{
    merge(qualifiers, member.qualifiers);
    if (!hull) {
        hull = member;
        beginMax = member.last.day;
        endMin = member.first.day;
        return;
    }
    hull->first.day = std::min(hull->first.day, member.first.day);
    hull->last.day = std::max(hull->last.day, member.last.day);
    beginMax = std::min(beginMax, member.last.day);
    endMin = std::max(endMin, member.first.day);
}

EdtfRead<EdtfDate> readSetDate(EdtfCursor& cursor)
{
    const std::size_t begin = cursor.at;
    auto date = readEdtfDate(cursor);
    if (date && date->first.kind == Kind::instant) {
        return edtfError(begin, "The members of a set are dates without times");
    }
    return date;
}

/// One member, or two with ".." between them, or the open ".." before the first or behind the last.
EdtfRead<bool> readMember(EdtfCursor& cursor, Members& members, bool isFirst)
{
    const bool earlier = cursor.ahead("..");
    if (earlier && !isFirst) {
        return edtfError(cursor.at, "An open .. begins a set or ends it");
    }
    cursor.at += earlier ? 2 : 0;
    const auto from = readSetDate(cursor);
    if (!from) {
        return std::unexpected(from.error());
    }
    members.sinceAlways |= earlier;
    members.add(*from);
    if (earlier || !cursor.ahead("..")) {
        return true;
    }
    cursor.at += 2;
    if (cursor.peek() == ']' || cursor.peek() == '}') {
        members.forEver = true;
        return true;
    }
    const std::size_t toAt = cursor.at;
    const auto to = readSetDate(cursor);
    if (!to) {
        return std::unexpected(to.error());
    }
    if (to->last.day < from->first.day) {
        return edtfError(toAt, "The range ends before it begins");
    }
    members.add(*to);
    return true;
}

EdtfBounds oneOf(const Members& members)
{
    const auto& [first, last, qualifiers] = *members.hull;
    return {members.sinceAlways ? kOpen : first, members.forEver ? kUnknown : last,
            members.sinceAlways ? kUnknown : first, members.forEver ? kOpen : last};
}

EdtfBounds allOf(const Members& members)
{
    const auto& [first, last, qualifiers] = *members.hull;
    EdtfBounds bounds{first, {Kind::day, members.beginMax}, {Kind::day, members.endMin}, last};
    if (members.sinceAlways) {
        bounds.beginMin = bounds.beginMax = kOpen;
    }
    if (members.forEver) {
        bounds.endMin = bounds.endMax = kOpen;
    }
    return bounds;
}

/// A whole set, the cursor being at its bracket.
EdtfRead<Reading> readSet(EdtfCursor& cursor)
{
    const bool choice = cursor.peek() == '[';
    const char close = choice ? ']' : '}';
    Members members;
    do {
        const bool isFirst = !members.hull;
        ++cursor.at;
        if (const auto member = readMember(cursor, members, isFirst); !member) {
            return std::unexpected(member.error());
        }
    } while (cursor.peek() == ',' && !members.forEver);
    if (!cursor.take(close)) {
        return edtfExpected(cursor, members.forEver ? std::format("{} after the open ..", close)
                                                    : std::format("a comma or {}", close));
    }
    return Reading{choice ? oneOf(members) : allOf(members), members.qualifiers,
                   members.qualifiers};
}

EdtfRead<Reading> readText(EdtfCursor& cursor)
{
    if (cursor.peek() == '[' || cursor.peek() == '{') {
        return readSet(cursor);
    }
    const bool unknownBegin = cursor.peek() == '/';
    const auto date = readSide(cursor, unknownBegin);
    if (!date) {
        return std::unexpected(date.error());
    }
    if (cursor.take('/')) {
        return readInterval(cursor, *date, unknownBegin);
    }
    if (!*date) {
        return edtfExpected(cursor, "the / of an interval");
    }
    const auto& [first, last, qualifiers] = **date;
    return Reading{{first, last, first, last}, qualifiers, qualifiers};
}

} // namespace

std::unexpected<EdtfError> edtfError(std::size_t at, std::string text)
{
    return std::unexpected(EdtfError{at, std::move(text)});
}

std::unexpected<EdtfError> edtfExpected(const EdtfCursor& cursor, std::string_view what)
{
    if (cursor.done()) {
        return edtfError(cursor.at, std::format("The text ends where {} is expected", what));
    }
    const auto byte = static_cast<unsigned char>(cursor.peek());
    if (byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r') {
        return edtfError(cursor.at, std::format("Expected {}, found a blank", what));
    }
    const bool printable = byte > 0x20 && byte < 0x7f;
    return edtfError(cursor.at,
                     printable ? std::format("Expected {}, found {}", what, cursor.peek())
                               : std::format("Expected {}, found the byte {:#04x}", what, byte));
}

std::expected<Edtf, EdtfError> parseEdtf(std::string_view text)
{
    if (text.size() > kLongestText) {
        return edtfError(kLongestText, "A date longer than 10,000 bytes is not read");
    }
    if (text.empty()) {
        return edtfError(0, "The text is empty");
    }
    EdtfCursor cursor{text};
    const auto reading = readText(cursor);
    if (!reading) {
        return std::unexpected(reading.error());
    }
    if (!cursor.done()) {
        return edtfExpected(cursor, "the end of the text");
    }
    const EdtfBounds& bounds = reading->bounds;
    return Edtf{std::string(text), bounds.beginMin, bounds.beginMax, bounds.endMin,
                bounds.endMax,     reading->begin,  reading->end,    reading->interval};
}

} // namespace masar::core
