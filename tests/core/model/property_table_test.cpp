// SPDX-License-Identifier: Apache-2.0
#include "core/model/property_table.hpp"

#include <catch2/catch_test_macros.hpp>

#include <charconv>
#include <cmath>
#include <limits>
#include <random>
#include <set>

using namespace masar::core;

TEST_CASE("A string pool gives one id a text, and texts outlive its growth")
{
    StringPool pool;
    CHECK(pool.size() == 1);
    CHECK(pool.text(StringPool::none).empty());
    const auto qasrak = pool.add("Qasrak");
    const std::string_view early = pool.text(qasrak);
    std::set<StringPool::Id> ids{qasrak};
    for (int i = 0; i < 20000; ++i) {
        ids.insert(pool.add("site " + std::to_string(i % 10000)));
    }
    CHECK(ids.size() == 10001);
    CHECK(pool.size() == 10002);
    CHECK(early == "Qasrak");
    CHECK(early.data() == pool.text(pool.add("Qasrak")).data());
    CHECK(pool.add("قسرك") == pool.add("قسرك"));
    CHECK(pool.text(pool.add("قسرك")) == "قسرك");
}

TEST_CASE("The empty text is a value and not the same as no value")
{
    StringPool pool;
    const auto id = pool.add("");
    CHECK(id != StringPool::none);
    CHECK(pool.text(id).empty());
}

namespace {

PropertyTable sample()
{
    PropertyTable table;
    const auto name = table.strings->add("Tanf");
    const auto date = table.strings->add("2026-02-11");
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    table.columns.push_back(
        {"name", FieldType::text,
         std::vector<StringPool::Id>{name, StringPool::none, table.strings->add("")}});
    table.columns.push_back(
        {"troops", FieldType::integer, std::vector<std::int64_t>{2000, kNullInteger, -1}});
    table.columns.push_back(
        {"open", FieldType::boolean, std::vector<std::int64_t>{1, kNullInteger, 0}});
    table.columns.push_back({"metres", FieldType::real, std::vector<double>{0.1, nan, 100000.0}});
    table.columns.push_back(
        {"when", FieldType::date, std::vector<StringPool::Id>{date, StringPool::none, date}});
    return table;
}

} // namespace

TEST_CASE("Values are written as a person reads them and missing ones are told apart")
{
    const PropertyTable table = sample();
    const auto row = [&](std::size_t r) {
        std::vector<std::optional<std::string>> texts;
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            texts.push_back(table.text(column, r));
        }
        return texts;
    };
    using Texts = std::vector<std::optional<std::string>>;
    CHECK(row(0) == Texts{"Tanf", "2000", "true", "0.1", "2026-02-11"});
    CHECK(row(1) == Texts(5));
    CHECK(row(2) == Texts{"", "-1", "false", "100000", "2026-02-11"});
}

TEST_CASE("Fields are found by their exact name")
{
    const PropertyTable table = sample();
    CHECK(table.find("troops") == 1);
    CHECK_FALSE(table.find("Troops"));
    CHECK(table.text("troops", 0) == "2000");
    CHECK_FALSE(table.text("no such field", 0));
}

TEST_CASE("Reals read back to the same number")
{
    std::mt19937_64 random(1);
    std::vector<double> values{
        0.0, -0.0, 1e15, 999999999999999.9, 1e-6, 9.9e-7, 5e-324, 1.7976931348623157e308, 1.0 / 3};
    std::uniform_real_distribution<double> exponent(-300, 300), mantissa(-10, 10);
    for (int i = 0; i < 2000; ++i) {
        values.push_back(mantissa(random) *
                         std::pow(10, i % 2 == 0 ? exponent(random) : exponent(random) / 30));
    }
    PropertyTable table;
    table.columns.push_back({"v", FieldType::real, values});
    int wrong = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::string text = table.text(std::size_t{0}, i).value_or("");
        double back = 0;
        const auto end = std::from_chars(text.data(), text.data() + text.size(), back).ptr;
        wrong += back != values[i] || end != text.data() + text.size() || text.size() > 26;
    }
    CHECK(wrong == 0);
}

TEST_CASE("Every field type has its own name")
{
    std::set<std::string_view> names;
    for (const FieldType type :
         {FieldType::text, FieldType::integer, FieldType::real, FieldType::boolean, FieldType::date,
          FieldType::dateTime, FieldType::time, FieldType::json}) {
        names.insert(nameOf(type));
    }
    CHECK(names.size() == 8);
}
