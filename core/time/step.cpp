// SPDX-License-Identifier: Apache-2.0
#include "core/time/step.hpp"

#include "core/time/calendar.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <format>
#include <limits>

namespace masar::core {

namespace {

/// The most of any unit in one step: more than any clock needs, and small enough to add up without
/// overflow.
constexpr std::int64_t kMostUnits = 1'000'000'000'000;
/// Results are kept within some 10^11 years of 1970.
constexpr Instant kFarthest = 3'200'000'000'000'000'000;

/// One designator in the order of ISO 8601: where its amount goes and how much of that one is.
struct Unit {
    char letter;
    bool ofTime;
    std::int64_t Step::* field;
    std::int64_t factor;
};

constexpr std::array<Unit, 7> kUnits{{{'Y', false, &Step::years, 1},
                                      {'M', false, &Step::months, 1},
                                      {'W', false, &Step::days, 7},
                                      {'D', false, &Step::days, 1},
                                      {'H', true, &Step::seconds, 3600},
                                      {'M', true, &Step::seconds, 60},
                                      {'S', true, &Step::seconds, 1}}};

std::unexpected<Error> notAStep(std::string_view text)
{
    return fail(ErrorCode::malformed,
                "A step is an ISO 8601 duration of whole units, such as P1D, P1M, PT6H or P1Y6M",
                std::string(text));
}

std::int64_t saturatingProduct(std::int64_t a, std::int64_t b)
{
    std::int64_t product = 0;
    if (__builtin_mul_overflow(a, b, &product)) {
        return (a < 0) == (b < 0) ? kFarthest : -kFarthest;
    }
    return std::clamp(product, -kFarthest, kFarthest);
}

Instant limited(Instant instant)
{
    return std::clamp(instant, -kFarthest, kFarthest);
}

} // namespace

Result<Step> parseStep(std::string_view iso8601)
{
    Step step;
    std::string_view rest = iso8601;
    if (!rest.starts_with('P')) {
        return notAStep(iso8601);
    }
    rest.remove_prefix(1);
    auto unit = kUnits.begin();
    bool inTime = false;
    while (!rest.empty()) {
        if (!inTime && rest.front() == 'T') {
            inTime = true;
            rest.remove_prefix(1);
        }
        std::int64_t amount = 0;
        std::size_t digits = 0;
        for (; digits < rest.size() && isDigit(rest[digits]); ++digits) {
            amount = std::min(amount * 10 + (rest[digits] - '0'), kMostUnits + 1);
        }
        if (digits == 0 || digits == rest.size()) {
            return notAStep(iso8601);
        }
        const char letter = rest[digits];
        unit = std::find_if(unit, kUnits.end(), [&](const Unit& candidate) {
            return candidate.letter == letter && candidate.ofTime == inTime;
        });
        if (unit == kUnits.end()) {
            return notAStep(iso8601);
        }
        step.*(unit->field) += amount * unit->factor;
        if (step.*(unit->field) > kMostUnits) {
            return fail(ErrorCode::invalidArgument, "This step is too long", std::string(iso8601));
        }
        ++unit;
        rest.remove_prefix(digits + 1);
    }
    if (step == Step{}) {
        return fail(ErrorCode::invalidArgument, "A step must be longer than nothing",
                    std::string(iso8601));
    }
    return step;
}

std::string toIso(const Step& step)
{
    std::string text = "P";
    const auto append = [&text](std::int64_t amount, char letter) {
        if (amount != 0) {
            text += std::format("{}{}", amount, letter);
        }
    };
    append(step.years, 'Y');
    append(step.months, 'M');
    append(step.days, 'D');
    if (step.seconds != 0) {
        text += 'T';
        append(step.seconds / 3600, 'H');
        append(step.seconds / 60 % 60, 'M');
        append(step.seconds % 60, 'S');
    }
    return text;
}

Instant advance(Instant from, const Step& step, std::int64_t count, const Zone& zone)
{
    if (from == kOpenPast || from == kOpenFuture || count == 0) {
        return from;
    }
    const std::int64_t seconds = saturatingProduct(step.seconds, count);
    if (step.years == 0 && step.months == 0 && step.days == 0) {
        return limited(limited(from) + seconds);
    }
    // Within +-1.2 * 10^12 months lies every date that an Instant can name.
    constexpr std::int64_t mostMonths = 2'000'000'000'000;
    constexpr std::int64_t mostDays = kFarthest / kDaySeconds * 2;
    const LocalTime local = toLocal(from, zone);
    const std::int64_t months = std::clamp(saturatingProduct(step.years * 12 + step.months, count),
                                           -mostMonths, mostMonths);
    const std::int64_t days = std::clamp(saturatingProduct(step.days, count), -mostDays, mostDays);

    const std::int64_t month = local.date.year * 12 + (local.date.month - 1) + months;
    CivilDate date{floorDiv(month, 12), static_cast<unsigned>(floorMod(month, 12)) + 1, 1};
    date.day = std::min(local.date.day, daysInMonth(date.year, date.month));
    const Instant sameTime = zone.toInstant(daysFromCivil(date) + days, local.secondOfDay);
    return limited(limited(sameTime) + seconds);
}

} // namespace masar::core
