// SPDX-License-Identifier: Apache-2.0
#include "core/base/diagnostics.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace masar::core;

TEST_CASE("Diagnostics count every entry and keep only the first of each code")
{
    Diagnostics diagnostics;
    for (std::uint64_t i = 0; i < 1000; ++i) {
        diagnostics.add({Severity::warning, "broken-geometry", i, {}, "bad"});
    }
    diagnostics.add({Severity::note, "null-geometry", 7, {}, "none"});

    CHECK(diagnostics.count("broken-geometry") == 1000);
    CHECK(diagnostics.count("null-geometry") == 1);
    CHECK(diagnostics.count("never-seen") == 0);
    REQUIRE(diagnostics.kept().size() == Diagnostics::keptPerCode + 1);
    CHECK(diagnostics.kept().front().feature == 0);
    CHECK(diagnostics.kept().back().code == "null-geometry");
}

TEST_CASE("Diagnostics of one code can be forgotten and counted anew")
{
    Diagnostics diagnostics;
    diagnostics.add({Severity::warning, "unreadable-date", 1, "start", "\"x\" is not a date"});
    diagnostics.add({Severity::note, "null-geometry", 7, {}, "none"});

    diagnostics.remove("unreadable-date");

    CHECK(diagnostics.count("unreadable-date") == 0);
    REQUIRE(diagnostics.kept().size() == 1);
    CHECK(diagnostics.kept().front().code == "null-geometry");
    diagnostics.add({Severity::warning, "unreadable-date", 2, "start", "\"y\" is not a date"});
    CHECK(diagnostics.count("unreadable-date") == 1);
}

TEST_CASE("Diagnostics added to others keep their counts")
{
    Diagnostics all;
    Diagnostics more;
    for (std::uint64_t i = 0; i < 15; ++i) {
        all.add({Severity::warning, "unreadable-date", i, {}, "first"});
    }
    for (std::uint64_t i = 0; i < 1000; ++i) {
        more.add({Severity::warning, "unreadable-date", i, {}, "second"});
    }

    all.add(more);

    CHECK(all.count("unreadable-date") == 1015);
    CHECK(all.kept().size() == Diagnostics::keptPerCode);
}
