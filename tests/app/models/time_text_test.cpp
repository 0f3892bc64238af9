// SPDX-License-Identifier: Apache-2.0
#include "app/models/time_text.hpp"

#include "tests/app/support/layers.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace masar;

namespace {

std::string begin(const std::string& start)
{
    const auto date = core::parseEdtf(start);
    const core::EdtfQualifiers how = date ? date->begin : core::EdtfQualifiers{};
    return app::TimeText().beginWords(test::spanOf(start, ""), how).toStdString();
}

std::string end(const std::string& finish)
{
    const auto date = core::parseEdtf(finish);
    const core::EdtfQualifiers how = date ? date->end : core::EdtfQualifiers{};
    return app::TimeText().endWords(test::spanOf("", finish), how).toStdString();
}

} // namespace

TEST_CASE("A beginning is put in words as exactly as it is known and no more")
{
    CHECK(begin("2026-02-11") == "Began on 11 February 2026");
    CHECK(begin("2025") == "Began some day in 2025");
    CHECK(begin("2026-02") == "Began some day in February 2026");
    CHECK(begin("[2014..2023]") == "Began some day from 2014 to 2023");
    CHECK(begin("2025~") == "Began some day in 2025 (approximate)");
    CHECK(begin("2025?") == "Began some day in 2025 (uncertain)");
    CHECK(begin("2025%") == "Began some day in 2025 (approximate and uncertain)");
    CHECK(begin("[2026-02-03,2026-02-05]") ==
          "Began some day between 3 February 2026 and 5 February 2026");
    CHECK(begin("") == "No beginning is stated");
}

TEST_CASE("An end names the last day, not the midnight after it")
{
    CHECK(end("2026-02-11") == "Ended on 11 February 2026");
    CHECK(end("2025") == "Ended some day in 2025");
    CHECK(end("2026-02-11T08:30:00Z") ==
          "Ended on 11 February 2026, 08:30"); // that second is its last
    CHECK(end("[2026-02-23..]") == "Lasted until 23 February 2026 at least");
    CHECK(end("") == "No end is stated");
}

TEST_CASE("Years before 1 are years BC")
{
    CHECK(app::TimeText().year(0) == QStringLiteral("1 BC"));
    CHECK(app::TimeText().year(-43) == QStringLiteral("44 BC"));
    CHECK(app::TimeText().year(2026) == QStringLiteral("2026"));
}

TEST_CASE("Weekdays are those of the calendar")
{
    const app::TimeText words;
    CHECK(words.fullDay({1970, 1, 1}) == QStringLiteral("Thursday 1 January 1970"));
    CHECK(words.fullDay({2026, 2, 21}) == QStringLiteral("Saturday 21 February 2026"));
    CHECK(words.fullDay({1969, 7, 20}) == QStringLiteral("Sunday 20 July 1969"));
    CHECK(words.fullDay({1583, 1, 1}) == QStringLiteral("Saturday 1 January 1583"));
}
