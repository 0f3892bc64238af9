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
