// SPDX-License-Identifier: Apache-2.0
#include "app/models/record.hpp"

#include "tests/app/support/layers.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace masar;
using app::RecordRow;

namespace {

core::Layer baseLayer()
{
    return test::layerOf(
        "sites", {{{40.5, 36.7},
                   "2026-02",
                   "[2026-02-23..]",
                   {{"id", "q"},
                    {"name", "Qasrak base"},
                    {"name_ar", "قاعدة قسرك"},
                    {"kind", "base"},
                    {"status", "withdrawing"},
                    {"precision_m", "1000"},
                    {"claim", "A partial withdrawal began."},
                    {"claim_ar", "بدأ انسحاب جزئي."},
                    {"sources", R"json(["A1","http://example.org/x","javascript:alert(1)"])json"},
                    {"confidence", "high-medium"},
                    {"basis", "inferred"},
                    {"count", "100"},
                    {"count_qualifier", "about"},
                    {"own_field", "42"}}}});
}

app::SourceTable sourceTable()
{
    app::SourceTable sources;
    sources.insert(QStringLiteral("A1"), {QStringLiteral("The Paper"), QStringLiteral("الجريدة"),
                                          QStringLiteral("A title"), QStringLiteral("2026-02-23"),
                                          QStringLiteral("https://example.org/a"), QString()});
    return sources;
}

app::Record record(app::Language language = app::Language::english)
{
    return app::recordOf(baseLayer(), 0, sourceTable(), {.language = language});
}

const RecordRow* row(const app::Record& record, const QString& name)
{
    const auto found = std::ranges::find(record.rows, name, &RecordRow::name);
    return found == record.rows.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("A record shows dates as written beside what they mean")
{
    const app::Record shown = record();
    const RecordRow* begin = row(shown, QStringLiteral("Begin"));
    REQUIRE(begin != nullptr);
    CHECK(begin->kind == RecordRow::Kind::date);
    CHECK(begin->value == QStringLiteral("2026-02"));
    CHECK(begin->detail == QStringLiteral("Began some day in February 2026"));
    const RecordRow* end = row(shown, QStringLiteral("End"));
    REQUIRE(end != nullptr);
    CHECK(end->value == QStringLiteral("[2026-02-23..]"));
    CHECK(end->detail == QStringLiteral("Lasted until 23 February 2026 at least"));
}

TEST_CASE("A record says status, basis, confidence, precision and number in words")
{
    const app::Record shown = record();
    CHECK(shown.title == QStringLiteral("Qasrak base"));
    CHECK(shown.status == QStringLiteral("Withdrawing"));
    CHECK(shown.kind == QStringLiteral("Base"));
    CHECK(row(shown, QStringLiteral("Position"))->value == QStringLiteral("within 1 km"));
    CHECK(row(shown, QStringLiteral("Number"))->value == QStringLiteral("about 100"));
    CHECK(row(shown, QStringLiteral("Confidence"))->value == QStringLiteral("high to medium"));
    CHECK(row(shown, QStringLiteral("Basis"))->value ==
          QStringLiteral("inferred, not stated by a source"));
}

TEST_CASE("Sources are named in full, and only web addresses become links")
{
    const app::Record shown = record();
    std::vector<RecordRow> sources;
    std::ranges::copy_if(shown.rows, std::back_inserter(sources),
                         [](const RecordRow& r) { return r.kind == RecordRow::Kind::source; });
    REQUIRE(sources.size() == 3);
    CHECK(sources[0].name == QStringLiteral("The Paper"));
    CHECK(sources[0].value == QStringLiteral("A title"));
    CHECK(sources[0].detail == QStringLiteral("2026-02-23"));
    CHECK(sources[0].link == QStringLiteral("https://example.org/a"));
    CHECK(sources[1].link == QStringLiteral("http://example.org/x"));
    CHECK(sources[2].link.isEmpty());
}

TEST_CASE("In Arabic a record takes the Arabic texts where there are any")
{
    const app::Record shown = record(app::Language::arabic);
    CHECK(shown.title == QStringLiteral("قاعدة قسرك"));
    CHECK(shown.otherTitle == QStringLiteral("Qasrak base"));
    CHECK(std::ranges::any_of(shown.rows, [](const RecordRow& r) {
        return r.value == QStringLiteral("بدأ انسحاب جزئي.");
    }));
    CHECK(row(shown, QStringLiteral("الجريدة")) != nullptr);
}

TEST_CASE("No field is lost: what has no place of its own is listed plainly")
{
    const app::Record shown = record();
    REQUIRE(row(shown, QStringLiteral("own_field")) != nullptr);
    CHECK(row(shown, QStringLiteral("own_field"))->value == QStringLiteral("42"));

    const core::Layer plain =
        test::layerOf("plain", {{{0, 0}, "", "", {{"id", "7"}, {"colour", "red"}}}});
    const app::Record other = app::recordOf(plain, 0, {}, {});
    CHECK(other.title == QStringLiteral("Feature 1"));
    CHECK(row(other, QStringLiteral("id")) != nullptr);
    CHECK(row(other, QStringLiteral("colour")) != nullptr);
}

TEST_CASE("A feature without a date is said to have none")
{
    const core::Layer plain =
        test::layerOf("plain", {{{0, 0}, "", "", {}}, {{0, 0}, "2025", "", {}}});
    const app::Record undated = app::recordOf(plain, 0, {}, {});
    REQUIRE(row(undated, QStringLiteral("Date")) != nullptr);
    CHECK(row(undated, QStringLiteral("Date"))->value == QStringLiteral("none"));
}
