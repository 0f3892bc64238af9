// SPDX-License-Identifier: Apache-2.0
#include "app/models/site_state.hpp"

#include "app/models/record_model.hpp"
#include "tests/app/support/layers.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace masar;

namespace {

app::MapLayerPtr sites()
{
    const auto state = [](const char* start, const char* end, const char* site,
                          const char* status) -> test::Feature {
        return {{40, 36}, start, end, {{"site", site}, {"status", status}, {"name", site}}};
    };
    return test::mapLayerOf("sites", {state("2026-02-11", "", "tanf", "handed over"),
                                      state("2014", "2026-02-11", "tanf", "active"),
                                      state("2026-01-01", "2026-06-01", "tanf", "expected"),
                                      state("2014", "2026-02-01", "omar", "active"),
                                      state("2025-06-01", "", "omar", "vacated"),
                                      state("2025", "", "", "active")});
}

} // namespace

TEST_CASE("A site's history is in the order of time, with forecasts told apart")
{
    const auto layer = sites();
    const auto history = app::historyOf(layer->layer, 0, {}, {}, false);
    REQUIRE(history.size() == 3);
    CHECK(history[0].title == QStringLiteral("Active"));
    CHECK(history[1].forecast);
    CHECK(history[2].title == QStringLiteral("Handed over"));
    CHECK(history[2].row == 0);
    CHECK(history[2].when.contains(QStringLiteral("11 February 2026")));
    // One state ends on the day that the next begins: that is a change, no contradiction.
    CHECK_FALSE(history[0].contradicted);
    CHECK_FALSE(history[2].contradicted);
    CHECK(app::historyOf(layer->layer, 5, {}, {}, false).isEmpty());
}

TEST_CASE("States that are said to hold for certain at one time contradict each other")
{
    const auto layer = sites();
    const auto history = app::historyOf(layer->layer, 3, {}, {}, false);
    REQUIRE(history.size() == 2);
    CHECK(history[0].contradicted);
    CHECK(history[1].contradicted);
}

TEST_CASE("The states of a site are one thing at a spot, and the record goes from one to another")
{
    const auto layer = sites();
    app::RecordModel record;
    record.show({{layer, 0, "Sites"}, {layer, 1, "Sites"}, {layer, 3, "Sites"}});
    CHECK(record.spotCount() == 2); // two sites
    CHECK(record.state() == 2);
    CHECK(record.status() == QStringLiteral("Handed over"));
    record.showState(0);
    CHECK(record.status() == QStringLiteral("Active"));
    CHECK(record.current() == app::FeatureRef{layer->id, 1});
    record.showState(17);
    CHECK(record.status() == QStringLiteral("Active"));
    record.next();
    CHECK(record.current() == app::FeatureRef{layer->id, 3});
}
