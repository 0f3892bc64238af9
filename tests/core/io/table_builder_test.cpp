// SPDX-License-Identifier: Apache-2.0
#include "core/io/table_builder.hpp"

#include <catch2/catch_test_macros.hpp>

#include <limits>

using namespace masar::core;

namespace {

using Infer = TableBuilder::Infer;

} // namespace

TEST_CASE("A column takes the narrowest type that holds all its values")
{
    TableBuilder builder;
    const auto row = [&](auto&&... sets) {
        (sets(), ...);
        builder.endRow();
    };
    const auto column = [&](const char* name) { return builder.column(name); };
    row([&] { builder.setInteger(column("integer"), 1); },
        [&] { builder.setInteger(column("real"), 1); },
        [&] { builder.setInteger(column("text"), 1); },
        [&] { builder.setBoolean(column("mixed"), true); },
        [&] { builder.setInteger(column("big"), 7); },
        [&] { builder.setJson(column("json"), "[1]"); });
    row([&] { builder.setInteger(column("integer"), std::numeric_limits<std::int64_t>::max()); },
        [&] { builder.setReal(column("real"), 0.1); },
        [&] { builder.setText(column("text"), "x"); },
        [&] { builder.setReal(column("mixed"), 100000.0); },
        [&] { builder.setBigInteger(column("big"), "18446744073709551616"); },
        [&] { builder.setJson(column("json"), "{}"); });
    row([&] { builder.setText(column("late"), "first here"); });

    const auto table = builder.finish(Infer::dates);

    REQUIRE(table.columns.size() == 7);
    const auto typeOf = [&](const char* name) { return table.columns[*table.find(name)].type; };
    CHECK(typeOf("integer") == FieldType::integer);
    CHECK(typeOf("real") == FieldType::real);
    CHECK(typeOf("text") == FieldType::text);
    CHECK(typeOf("mixed") == FieldType::text);
    CHECK(typeOf("big") == FieldType::text);
    CHECK(typeOf("json") == FieldType::json);
    CHECK(table.text("integer", 1) == "9223372036854775807");
    CHECK(table.text("real", 0) == "1");
    CHECK(table.text("real", 1) == "0.1");
    CHECK(table.text("text", 0) == "1");
    CHECK(table.text("mixed", 0) == "true");
    CHECK(table.text("mixed", 1) == "100000");
    CHECK(table.text("big", 0) == "7");
    CHECK(table.text("big", 1) == "18446744073709551616");
    CHECK_FALSE(table.text("big", 2).has_value());
    CHECK(table.text("late", 2) == "first here");
    CHECK_FALSE(table.text("late", 0).has_value());
}

TEST_CASE("A discarded row leaves no value behind, and the last value of a row counts")
{
    TableBuilder builder;
    const auto a = builder.column("a");
    builder.setInteger(a, 1);
    builder.endRow();
    builder.setInteger(a, 2);
    builder.setText(builder.column("only there"), "x");
    builder.discardRow();
    CHECK(builder.setInteger(a, 3));
    CHECK_FALSE(builder.setInteger(a, 4));
    builder.endRow();

    const auto table = builder.finish(Infer::dates);

    REQUIRE(builder.rowCount() == 0);
    CHECK(table.text("a", 0) == "1");
    CHECK(table.text("a", 1) == "4");
    CHECK_FALSE(table.text("only there", 0).has_value());
    CHECK_FALSE(table.text("only there", 1).has_value());
}

TEST_CASE("Texts become dates or numbers only where every value is written so")
{
    const auto typeOf = [](std::initializer_list<const char*> values, Infer infer) {
        TableBuilder builder;
        for (const char* value : values) {
            builder.setText(builder.column("x"), value);
            builder.endRow();
        }
        return builder.finish(infer).columns.at(0).type;
    };
    CHECK(typeOf({"2026-02-11", "2024-02-29"}, Infer::dates) == FieldType::date);
    CHECK(typeOf({"2026-02-11", "2025-02-29"}, Infer::dates) == FieldType::text);
    CHECK(typeOf({"2026-02-11", "2026-02"}, Infer::dates) == FieldType::text);
    CHECK(typeOf({"2026-02-11T08:30:00Z", "2026-02-11T08:30:00.5+03:00"}, Infer::dates) ==
          FieldType::dateTime);
    CHECK(typeOf({"2026-02-11", "2026-02-11T08:30:00Z"}, Infer::dates) == FieldType::text);
    CHECK(typeOf({"1", "2"}, Infer::dates) == FieldType::text);
    CHECK(typeOf({"1", "-2", ""}, Infer::numbers) == FieldType::integer);
    CHECK(typeOf({"1", "2.5", "1e3"}, Infer::numbers) == FieldType::real);
    CHECK(typeOf({"007", "8"}, Infer::numbers) == FieldType::text);
    CHECK(typeOf({"1", "+2"}, Infer::numbers) == FieldType::text);
    CHECK(typeOf({"nan"}, Infer::numbers) == FieldType::text);
    CHECK(typeOf({"1", "99999999999999999999"}, Infer::numbers) == FieldType::text);
    CHECK(typeOf({"true", "False"}, Infer::numbers) == FieldType::boolean);
    CHECK(typeOf({"true", "1"}, Infer::numbers) == FieldType::text);
}

TEST_CASE("Fields that would not fit in memory are left out by name, and the others stay")
{
    TableBuilder builder;
    const auto kept = builder.column("kept");
    // Each row has a field of its own: as a table, rows times rows.
    constexpr std::size_t rows = 20000;
    for (std::size_t i = 0; i < rows; ++i) {
        builder.setInteger(kept, static_cast<std::int64_t>(i));
        builder.setInteger(builder.column("field " + std::to_string(i)), 1);
        builder.endRow();
    }
    const auto table = builder.finish(Infer::dates);
    CHECK(builder.dropped().size() > 0);
    CHECK(table.columns.size() + builder.dropped().size() == rows + 1);
    CHECK(table.columns.size() * rows <= TableBuilder::maxCells);
    CHECK(table.text("kept", rows - 1) == std::to_string(rows - 1));
}

TEST_CASE("Declared columns keep their type and get names of their own")
{
    TableBuilder builder;
    const auto first = builder.declare("a", FieldType::dateTime);
    const auto second = builder.declare("a", FieldType::integer);
    builder.setDeclared(first, "2026-02-11T08:30:00");
    builder.setInteger(second, 5);
    builder.endRow();
    const auto table = builder.finish(Infer::dates);
    REQUIRE(table.columns.size() == 2);
    CHECK(table.columns[0].type == FieldType::dateTime);
    CHECK(table.columns[1].name == "a_2");
    CHECK(table.columns[1].type == FieldType::integer);
}

TEST_CASE("JSON is the same text however it is laid out, and spaces in its texts stay")
{
    TableBuilder builder;
    const auto column = builder.column("list");
    for (const char* text : {R"(["a b", "\" ,", {"k": [1, 2]}])", R"([ "a b","\" ,",
        {"k":[1,	2]} ])"}) {
        builder.setJson(column, text);
        builder.endRow();
    }
    const auto table = builder.finish(Infer::dates);
    CHECK(table.text("list", 0) == R"(["a b","\" ,",{"k":[1,2]}])");
    CHECK(table.text("list", 1) == table.text("list", 0));
}
