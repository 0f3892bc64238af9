// SPDX-License-Identifier: Apache-2.0
#include "app/cli/render_options.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace masar;
using app::parseRenderOptions;
using app::RenderOptions;

namespace {

constexpr core::Instant kDay = 86'400;

RenderOptions parsed(const QStringList& arguments)
{
    const auto options = parseRenderOptions(arguments);
    INFO((options ? std::string() : options.error().detail));
    REQUIRE(options.has_value());
    return *options;
}

std::string problem(const QStringList& arguments)
{
    const auto options = parseRenderOptions(arguments);
    REQUIRE_FALSE(options.has_value());
    return options.error().detail;
}

} // namespace

TEST_CASE("render shows a whole day, month or year as its date says")
{
    const RenderOptions day = parsed({"--at", "2026-02-12", "-o", "a.png"});
    CHECK(day.at->end - day.at->begin == kDay);
    const RenderOptions month = parsed({"--at", "2025-06", "-o", "a.png"});
    CHECK(month.at->end - month.at->begin == 30 * kDay);
}

TEST_CASE("render groups the points of named files into tracks")
{
    CHECK(parsed({"a.csv", "--tracks-by", "vehicle", "-o", "a.png"}).tracksBy ==
          QStringLiteral("vehicle"));
    CHECK(problem({"--tracks-by", "vehicle", "-o", "a.png"}).contains("--tracks-by"));
}

TEST_CASE("render prints names of files, and what they show if asked to")
{
    CHECK_FALSE(parsed({"-o", "a.png"}).json);
    CHECK(parsed({"--json", "-o", "a.png"}).json);
}

TEST_CASE("render names the argument that is wrong")
{
    CHECK(problem({}).contains("-o OUT"));
    CHECK(problem({"-o", "a.xyz"}).contains("a.xyz"));
    CHECK(problem({"-o", "a.mp4"}).contains("films"));
    CHECK(problem({"-o", "a.png", "--at", "2026-02-30"}).contains("--at 2026-02-30"));
    CHECK(problem({"-o", "a.png", "--at", "2026/.."}).contains("a beginning and an end"));
    CHECK(problem({"-o", "a.png", "--tz", "Mars/Base"}).contains("--tz Mars/Base"));
    CHECK(problem({"-o", "a.png", "--size", "10000000x1"}).contains("--size"));
    CHECK(problem({"-o", "a.png", "--size", "640"}).contains("--size"));
    CHECK(problem({"-o", "a.png", "--bbox", "1,2,3"}).contains("--bbox"));
    CHECK(problem({"-o", "a.png", "--bbox", "1,2,nan,4"}).contains("--bbox"));
    CHECK(problem({"-o", "a.png", "--bbox", "10,2,3,4"}).contains("west"));
    CHECK(problem({"-o", "a.png", "--fit", "--center", "1,2"}).contains("one of"));
    CHECK(problem({"-o", "a.png", "--from", "2025"}).contains("--every"));
    CHECK(problem({"-o", "a.png", "--from", "2025", "--to", "2026", "--every", "P1M"})
              .contains("{n}"));
    CHECK(problem({"-o", "a.png", "--every", "0"}).contains("--every"));
    CHECK(problem({"-o", "a.png", "--lang", "fr"}).contains("--lang fr"));
    CHECK(parsed({"-o", "a.png", "--lang", "both"}).names == app::MapLanguage::both);
    CHECK(problem({"-o", "a.png", "--no-bundled"}).contains("nothing to draw"));
    CHECK(problem({"-o", "a.png", "--basemap", ""}).contains("--basemap"));
    CHECK(problem({"-o", "a.png", "--basemap", "https://a.test/{z}/{x}/{y}.png"})
              .contains("never use the network"));
    CHECK(problem({"-o", "a.png", "--frobnicate"}).contains("frobnicate"));
}

TEST_CASE("render takes western longitudes and the centre with its zoom")
{
    const RenderOptions box = parsed({"-o", "a.png", "--bbox", "-10.5,-4,3,4"});
    CHECK(box.west == -10.5);
    CHECK(box.frame == RenderOptions::Frame::bbox);
    const RenderOptions centre = parsed({"-o", "a.png", "--center", "-70,-30", "--zoom", "9.5"});
    CHECK(centre.zoom == 9.5);
    CHECK(centre.lonDeg == -70);
}

TEST_CASE("The pictures of a series follow each other without a gap and reach the last moment")
{
    const RenderOptions options =
        parsed({"-o", "{n}.png", "--from", "2025-01", "--to", "2026-05", "--every", "P1M"});
    const auto moments = app::momentsOf(options, std::nullopt, {});
    REQUIRE(moments.size() == 17);
    CHECK(moments.front().window.begin == options.from->begin);
    CHECK(moments.back().window.end == options.to->end);
    for (std::size_t i = 1; i < moments.size(); ++i) {
        CHECK(moments[i].window.begin == moments[i - 1].window.end);
    }
}

TEST_CASE("A cumulative window begins with the data, a window of a length ends with the moment")
{
    const core::Window range{0, 100'000 * kDay};
    const auto cumulative = app::momentsOf(
        parsed({"-o", "a.png", "--at", "2026-02-12", "--window", "cumulative"}), range, {});
    CHECK(cumulative[0].window.begin == 0);
    CHECK(cumulative[0].window.end == cumulative[0].caption.end);
    const auto month = app::momentsOf(
        parsed({"-o", "a.png", "--at", "2026-02-12", "--window", "P30D"}), range, {});
    CHECK(month[0].window.end - month[0].window.begin == 30 * kDay);
    CHECK(month[0].window.end == month[0].caption.end);
}

TEST_CASE("The units of the scale bar and the graticule are chosen by options")
{
    const auto plain = app::parseRenderOptions({QStringLiteral("-o"), QStringLiteral("a.png")});
    REQUIRE(plain);
    CHECK(plain->units == app::LengthUnits::metric);
    CHECK_FALSE(plain->graticule);
    const auto chosen = app::parseRenderOptions(
        {QStringLiteral("-o"), QStringLiteral("a.png"), QStringLiteral("--units"),
         QStringLiteral("nautical"), QStringLiteral("--graticule")});
    REQUIRE(chosen);
    CHECK(chosen->units == app::LengthUnits::nautical);
    CHECK(chosen->graticule);
    const auto wrong =
        app::parseRenderOptions({QStringLiteral("-o"), QStringLiteral("a.png"),
                                 QStringLiteral("--units"), QStringLiteral("cubits")});
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().detail.find("cubits") != std::string::npos);
}

TEST_CASE("render takes what is up in degrees, and refuses what is no bearing")
{
    CHECK(parsed({"-o", "a.png"}).bearingDeg == 0);
    CHECK(parsed({"-o", "a.png", "--bearing", "37.5"}).bearingDeg == 37.5);
    CHECK(parsed({"-o", "a.png", "--bearing", "-90"}).bearingDeg == 270);
    CHECK(parsed({"-o", "a.png", "--bearing", "360"}).bearingDeg == 0);
    for (const char* bad : {"north", "", "361", "-361", "nan", "inf", "12,5"}) {
        CHECK(problem({"-o", "a.png", "--bearing", bad}).contains("--bearing"));
    }
}

TEST_CASE("How files are to be read is said by options, and refused with what they take")
{
    const auto options = masar::app::parseRenderOptions(
        {"-o", "x.png", "x.csv", "--crs", "EPSG:32637", "--places", "a,b", "--dates", "day-first"});
    REQUIRE(options.has_value());
    CHECK(options->reading.choices.crs == "EPSG:32637");
    CHECK(options->reading.choices.placeFields ==
          masar::core::PlaceFields{.lonField = "a", .latField = "b"});
    CHECK(options->reading.dateOrder == masar::core::DateOrder::dayFirst);
    for (const auto& [name, value] : {std::pair{"--crs", "nonsense"},
                                      {"--places", "a,b,c"},
                                      {"--places", "a,"},
                                      {"--dates", "backwards"}}) {
        const auto refused = masar::app::parseRenderOptions({"-o", "x.png", "x.csv", name, value});
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().detail.starts_with(std::string(name) + " takes"));
    }
}
