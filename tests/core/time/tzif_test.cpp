// SPDX-License-Identifier: Apache-2.0
#include "core/time/tzif.hpp"

#include "core/time/zone.hpp"

#include <catch2/catch_test_macros.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

using namespace masar::core;

namespace {

void append(std::string& bytes, std::uint64_t value, int size)
{
    for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) {
        bytes += static_cast<char>(value >> shift & 0xff);
    }
}

void appendHeader(std::string& bytes, std::size_t times, std::size_t types)
{
    bytes += "TZif2";
    bytes.append(15, '\0');
    for (const std::size_t count :
         {std::size_t{0}, std::size_t{0}, std::size_t{0}, times, types, std::size_t{4}}) {
        append(bytes, count, 4);
    }
}

/// A file with an empty 32-bit block: offsets[0] holds first, then offsets[i + 1] from starts[i]
/// on.
std::string file(const std::vector<std::int64_t>& starts, const std::vector<std::int32_t>& offsets,
                 std::string_view footer)
{
    std::string bytes;
    appendHeader(bytes, 0, 1);
    bytes.append(6, '\0');
    bytes.append(4, 'A');
    appendHeader(bytes, starts.size(), offsets.size());
    for (const std::int64_t start : starts) {
        append(bytes, static_cast<std::uint64_t>(start), 8);
    }
    for (std::size_t i = 0; i < starts.size(); ++i) {
        append(bytes, i + 1, 1);
    }
    for (const std::int32_t offset : offsets) {
        append(bytes, static_cast<std::uint32_t>(offset), 4);
        append(bytes, 0, 2);
    }
    bytes.append(4, 'A');
    return bytes + '\n' + std::string(footer) + '\n';
}

/// The changes that a footer makes in one year, in seconds from the start of that year (UTC).
std::vector<OffsetChange> changesIn(std::string_view footer, std::int64_t year)
{
    const auto changes = readTzif(file({}, {0}, footer), year + 2);
    INFO(footer);
    REQUIRE(changes.has_value());
    const Instant begin = daysFromCivil({year, 1, 1}) * 86'400;
    const Instant end = daysFromCivil({year + 1, 1, 1}) * 86'400;
    std::vector<OffsetChange> inYear;
    for (const OffsetChange& change : *changes) {
        if (change.begin >= begin && change.begin < end) {
            inYear.push_back({change.begin - begin, change.offset});
        }
    }
    return inYear;
}

constexpr Instant at(std::int64_t dayOfYear, Instant hour)
{
    return dayOfYear * 86'400 + hour * 3600;
}

} // namespace

TEST_CASE("Explicit changes are read in order and those that change nothing are left out")
{
    const auto changes = readTzif(file({-1000, 0, 5000}, {-10'000, 3600, 3600, -12'600}, ""), 2100);
    REQUIRE(changes.has_value());
    CHECK(*changes ==
          std::vector<OffsetChange>{{kOpenPast, -10'000}, {-1000, 3600}, {5000, -12'600}});
}

TEST_CASE("A footer without summer time holds from the last change on")
{
    const auto changes = readTzif(file({1000}, {0, 3600}, "<+03>-3"), 2100);
    REQUIRE(changes.has_value());
    CHECK(changes->back() == OffsetChange{1000, 3600}); // the change itself is the file's word
    const auto none = readTzif(file({}, {10'800}, "<+03>-3"), 2100);
    REQUIRE(none.has_value());
    CHECK(*none == std::vector<OffsetChange>{{kOpenPast, 10'800}});
}

TEST_CASE("The footer's rules give the changes of a year")
{
    // 2026 is no leap year and begins on a Thursday; 8 March is day 66, 1 November day 304.
    CHECK(changesIn("EST5EDT,M3.2.0,M11.1.0", 2026) ==
          std::vector<OffsetChange>{{at(66, 7), -14'400}, {at(304, 6), -18'000}});
    CHECK(changesIn("NST3:30NDT,M3.2.0,M11.1.0", 2026) ==
          std::vector<OffsetChange>{{at(66, 5) + 1800, -9'000}, {at(304, 4) + 1800, -12'600}});
    // The last Sundays are 29 March (day 87) and 25 October (day 297).
    CHECK(changesIn("CET-1CEST,M3.5.0,M10.5.0/3", 2026) ==
          std::vector<OffsetChange>{{at(87, 1), 7200}, {at(297, 1), 3600}});
    // Hours before midnight and beyond the day.
    CHECK(changesIn("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", 2026) ==
          std::vector<OffsetChange>{{at(87, 1), -3600}, {at(297, 1), -7200}});
    CHECK(changesIn("EET-2EEST,M3.4.4/50,M10.4.4/50", 2026) ==
          std::vector<OffsetChange>{{at(86, 0), 10'800}, {at(295, 23), 7200}});
    // South of the equator summer spans the new year.
    CHECK(changesIn("AEST-10AEDT,M10.1.0,M4.1.0/3", 2026) ==
          std::vector<OffsetChange>{{at(93, 16), 36'000}, {at(275, 16), 39'600}});
    // Summer time by half an hour.
    CHECK(changesIn("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", 2026) ==
          std::vector<OffsetChange>{{at(93, 15), 37'800}, {at(275, 15) + 1800, 39'600}});
    // Days of the year with and without 29 February: J60 is always 1 March, 59 counts from 0.
    CHECK(changesIn("AAA0BBB,J60/0,J300/1", 2026) ==
          std::vector<OffsetChange>{{at(59, 0), 3600}, {at(299, 0), 0}});
    CHECK(changesIn("AAA0BBB,J60/0,J300/1", 2028) ==
          std::vector<OffsetChange>{{at(60, 0), 3600}, {at(300, 0), 0}});
    CHECK(changesIn("AAA0BBB,59/0,299/1", 2028) ==
          std::vector<OffsetChange>{{at(59, 0), 3600}, {at(299, 0), 0}});
}

TEST_CASE("Bytes that are no time zone are refused")
{
    const std::string good = file({-1000, 0}, {0, 3600, 0}, "EST5EDT,M3.2.0,M11.1.0");
    REQUIRE(readTzif(good, 2100).has_value());
    for (std::size_t size = 0; size < good.size(); ++size) {
        CHECK_FALSE(readTzif(std::string_view(good).substr(0, size), 2100).has_value());
    }
    CHECK_FALSE(readTzif("TZif", 2100).has_value());
    CHECK_FALSE(readTzif(std::string(1000, '\xff'), 2100).has_value());
    std::string old = good;
    old[4] = '\0'; // version 1 has no 64-bit block
    CHECK_FALSE(readTzif(old, 2100).has_value());
    for (const std::string_view footer :
         {"EST", "5", "EST5EDT", "EST5EDT,M3.2.0", "EST5EDT,M3.2.0,", "EST5EDT,M13.2.0,M11.1.0",
          "EST5EDT,M3.6.0,M11.1.0", "EST5EDT,M3.2.7,M11.1.0", "EST5EDT,M3.2.0,M11.1.0x", "<+03-3",
          "<+03>", "EST99", "AAA0BBB,J366,J1", "EST5EDT,M3.2.0/,M11.1.0"}) {
        INFO(footer);
        CHECK_FALSE(readTzif(file({}, {0}, footer), 2100).has_value());
    }
    CHECK_FALSE(readTzif(file({}, {100'000}, ""), 2100).has_value());
    CHECK_FALSE(readTzif(file({0}, {0}, ""), 2100).has_value()); // a type that is not there
}

TEST_CASE("A file with any byte changed is read or refused without harm")
{
    const std::string good = file({-1000, 0}, {0, 3600, 0}, "EST5EDT,M3.2.0,M11.1.0");
    for (std::size_t i = 0; i < good.size(); ++i) {
        for (const char byte : {'\0', '\x01', '\x7f', '\xff', '9', ','}) {
            std::string changed = good;
            changed[i] = byte;
            const auto changes = readTzif(changed, 2100);
            if (changes) {
                REQUIRE(changes->front().begin == kOpenPast);
                for (std::size_t j = 1; j < changes->size(); ++j) {
                    REQUIRE((*changes)[j].begin > (*changes)[j - 1].begin);
                }
            }
        }
    }
}
