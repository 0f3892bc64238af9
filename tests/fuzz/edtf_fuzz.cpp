// SPDX-License-Identifier: Apache-2.0
#include "core/time/edtf.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace masar::core;

namespace {

void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

void checkSpan(const Span& span)
{
    if (!span.dated()) {
        require(span == Span{});
        return;
    }
    require(span.beginMin <= span.beginMax);
    require(span.endMin <= span.endMax);
    require(span.beginMin < span.endMax);
    require(span.endMax == kOpenFuture || span.beginMax < span.endMax);
    require(span.beginMin == kOpenPast || span.beginMin < span.endMin);
}

void checkBound(const EdtfBound& bound)
{
    const bool closed =
        bound.kind == EdtfBound::Kind::day || bound.kind == EdtfBound::Kind::instant;
    const auto iso = toIso(bound);
    require(iso.has_value() == closed);
    require(bound.secondOfDay >= 0 && bound.secondOfDay < 86'400);
    if (iso && iso->front() != '+' && iso->find('-', 1) == (iso->front() == '-' ? 5U : 4U)) {
        const auto again = parseEdtf(*iso);
        require(again.has_value() && again->beginMin == bound && again->endMax == bound);
    }
}

void checkDate(const Edtf& date, std::string_view text)
{
    require(date.text == text);
    require(date.interval == text.contains('/'));
    for (const EdtfBound& bound : {date.beginMin, date.beginMax, date.endMin, date.endMax}) {
        checkBound(bound);
    }
    static const std::array zones{Zone{}, Zone::named("Asia/Damascus").value_or(Zone{}),
                                  Zone::named("America/New_York").value_or(Zone{}),
                                  Zone::named("-23:59").value_or(Zone{})};
    for (const Zone& zone : zones) {
        const Span span = toSpan(date, zone);
        checkSpan(span);
        checkSpan(toSpan(date, std::nullopt, zone));
        checkSpan(toSpan(std::nullopt, date, zone));
        const auto window = toWindow(date, zone);
        if (window) {
            require(window->begin < window->end);
            require(presence(span, *window) == Presence::certain);
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto date = parseEdtf(text);
    if (date) {
        checkDate(*date, text);
    } else {
        require(date.error().at <= size);
        require(!date.error().text.empty());
    }
    return 0;
}
