// SPDX-License-Identifier: Apache-2.0
#include "core/io/date_value.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace masar::core;

TEST_CASE("ISO-like dates become EDTF")
{
    const auto read = [](std::string_view text) {
        return edtfTextOf(text, DateEncoding::gdalDate).value_or("nothing");
    };
    CHECK(read("2026/02/11") == "2026-02-11");
    CHECK(read("2026-2-1") == "2026-02-01");
    CHECK(read("2026_02_11") == "2026-02-11");
    CHECK(read(" 2026-02-11 ") == "2026-02-11");
    CHECK(read("2026-02-11 08:30:00+03") == "2026-02-11T08:30:00+03:00");
    CHECK(read("2026/02/11 08:30:00.123+0330") == "2026-02-11T08:30:00+03:30");
    CHECK(read("2026-02-11T08:30") == "2026-02-11T08:30:00");
    CHECK(read("2026-02-11T08:30:00.000Z") == "2026-02-11T08:30:00Z");
    CHECK(read("2026-02-11 08:30:00 UTC") == "2026-02-11T08:30:00Z");
    CHECK(read("2026-02-11 08:30:00-00:00") == "2026-02-11T08:30:00Z");
    CHECK(read("11 February 2026") == "2026-02-11");
    CHECK(read("11-Feb-2026") == "2026-02-11");
    CHECK(read("Feb 11, 2026") == "2026-02-11");
    CHECK(read("Sept. 2026") == "2026-09");
    // What is none of these is left to EDTF.
    CHECK(read("2026-02") == "2026-02");
    CHECK(read("1998/2004") == "1998/2004");
    CHECK(read("11/02/2026") == "11/02/2026");
    CHECK(read("11 Febtober 2026") == "11 Febtober 2026");
}

TEST_CASE("Years, epochs and day numbers become EDTF, and zero is unknown")
{
    const auto read = [](std::string_view text, DateEncoding encoding) {
        return edtfTextOf(text, encoding).value_or("nothing");
    };
    CHECK(read("1998", DateEncoding::year) == "1998");
    CHECK(read("79", DateEncoding::year) == "0079");
    CHECK(read("-44", DateEncoding::year) == "-0044");
    CHECK(read("-12000", DateEncoding::year) == "Y-12000");
    CHECK(read("0", DateEncoding::year) == "nothing");
    CHECK(read("1998.5", DateEncoding::year) == "nothing");
    CHECK(read("1771632000", DateEncoding::epochSeconds) == "2026-02-21T00:00:00Z");
    CHECK(read("1771632000.9", DateEncoding::epochSeconds) == "2026-02-21T00:00:00Z");
    CHECK(read("-1", DateEncoding::epochSeconds) == "1969-12-31T23:59:59Z");
    CHECK(read("0", DateEncoding::epochSeconds) == "nothing");
    CHECK(read("1771632000999", DateEncoding::epochMilliseconds) == "2026-02-21T00:00:00Z");
    CHECK(read("-1", DateEncoding::epochMilliseconds) == "1969-12-31T23:59:59Z");
    CHECK(read("-1000", DateEncoding::epochMilliseconds) == "1969-12-31T23:59:59Z");
    CHECK(read("20260211", DateEncoding::yearMonthDay) == "2026-02-11");
    CHECK(read("20260200", DateEncoding::yearMonthDay) == "2026-02");
    CHECK(read("20260000", DateEncoding::yearMonthDay) == "2026");
    CHECK(read("2026021", DateEncoding::yearMonthDay) == "nothing");
}

TEST_CASE("Stand-ins for a missing date are told from dates")
{
    for (const char* text :
         {"", " ", "-", "N/A", "NULL", "none", "unknown", "..", "present", "Ongoing"}) {
        INFO(text);
        CHECK(isNoDate(text));
    }
    for (const char* text : {"0", "soon", "2026", "1/2", "nothing"}) {
        INFO(text);
        CHECK_FALSE(isNoDate(text));
    }
}

TEST_CASE("Dates of three numbers are read with the day first, the month first, or as either")
{
    const auto read = [](const char* text, DateEncoding encoding) {
        return edtfTextOf(text, encoding).value_or("nothing");
    };
    using enum DateEncoding;
    CHECK(read("21/2/2026", dayMonth) == "2026-02-21");
    CHECK(read("21/2/2026", monthDay) == "nothing");
    CHECK(read("2/21/2026", monthDay) == "2026-02-21");
    CHECK(read("03-04-2026", dayMonth) == "2026-04-03");
    CHECK(read("03-04-2026", monthDay) == "2026-03-04");
    CHECK(read("03.04.26", dayMonth) == "2026-04-03");
    CHECK(read("03.04.2026", monthDay) == "nothing"); // nobody writes it so
    CHECK(read("3/4/71", dayMonth) == "1971-04-03");
    CHECK(read("29/2/2025", dayMonth) == "nothing");
    CHECK(read("3/4/2026 08:30", dayMonth) == "2026-04-03T08:30:00");
    CHECK(read("3/4/20261", dayMonth) == "3/4/20261");
    CHECK(read("3/4/2026", dayOrMonth) == "[2026-03-04,2026-04-03]");
    CHECK(read("3/4/2026 08:30", dayOrMonth) == "[2026-03-04,2026-04-03]");
    CHECK(read("4/4/2026 08:30", dayOrMonth) == "2026-04-04T08:30:00");
    CHECK(read("13/4/2026", dayOrMonth) == "2026-04-13");
    CHECK(read("2026", dayOrMonth) == "2026");
    CHECK(read("30-Apr-19", gdalDate) == "2019-04-30");
}
