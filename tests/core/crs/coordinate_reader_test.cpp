// SPDX-License-Identifier: Apache-2.0
#include "core/crs/coordinate_reader.hpp"

#include "core/crs/geodesic.hpp"

#include <catch2/catch_test_macros.hpp>

#include <random>
#include <string>
#include <vector>

using namespace masar::core;

namespace {

/// Qasrak, in many hands.
constexpr LonLat kSite{40.511944, 36.706111};

double metresOff(const TypedPlace& typed, LonLat place)
{
    return geodesicBetween(typed.place, place).metres;
}

} // namespace

TEST_CASE("Coordinates with letters or in grids have one reading, within the precision they are "
          "written in")
{
    struct Written {
        std::string text;
        CoordinateFormat format;
        double metres;
    };
    using enum CoordinateFormat;
    const std::vector<Written> writings{
        {"36.706111 N, 40.511944 E", decimal, 0.1},
        {"36.706111N 40.511944E", decimal, 0.1},
        {"N36.706111 E40.511944", decimal, 0.1},
        {"40.511944 E 36.706111 N", decimal, 0.1},
        {"36,706111° N; 40,511944° E", decimal, 0.1},
        {"36.706111 north, 40.511944 east", decimal, 0.1},
        {"36.706111 N 40.511944", decimal, 0.1},
        {"36°42′22″N 40°30′43″E", degreesMinutesSeconds, 0.1},
        {"36° 42' 22.0\" N, 40° 30' 43.0\" E", degreesMinutesSeconds, 0.1},
        {"36°42’22’’N 40°30’43’’E", degreesMinutesSeconds, 0.1},
        {"N 36 42 22 E 40 30 43", degreesMinutesSeconds, 0.1},
        {"36-42-22N 40-30-43E", degreesMinutesSeconds, 0.1},
        {"36:42:22N 40:30:43E", degreesMinutesSeconds, 0.1},
        {"36 42.36667 N, 40 30.71667 E", degreesMinutesSeconds, 0.1},
        {"٣٦٫٧٠٦١١١ ش، ٤٠٫٥١١٩٤٤ ق", decimal, 0.1},
        {"٣٦°٤٢′٢٢″ شمالاً ٤٠°٣٠′٤٣″ شرقاً", degreesMinutesSeconds, 0.1},
        {coordinateText(kSite, mgrs), mgrs, 1.0},
        {"37SFA3504863335", mgrs, 25},
        {"37s fa 350 633", mgrs, 200},
    };
    for (const auto& [text, format, metres] : writings) {
        INFO(text);
        const TypedCoordinates typed = readCoordinates(text);
        CHECK(typed.fault == CoordinateFault::none);
        REQUIRE(typed.places.size() == 1);
        CHECK(typed.places[0].format == format);
        CHECK(typed.places[0].reading == CoordinateReading::plain);
        CHECK(metresOff(typed.places[0], kSite) < metres);
    }
}

TEST_CASE("What is written out is read back, anywhere, in every format")
{
    std::mt19937 random(7);
    std::uniform_real_distribution<double> lon(-180, 180), lat(-79.5, 83.5);
    for (int i = 0; i < 500; ++i) {
        const LonLat place{lon(random), lat(random)};
        for (const auto format :
             {CoordinateFormat::decimal, CoordinateFormat::degreesMinutesSeconds,
              CoordinateFormat::utm, CoordinateFormat::mgrs}) {
            const std::string text = coordinateText(place, format);
            INFO(text);
            const TypedCoordinates typed = readCoordinates(text);
            REQUIRE_FALSE(typed.places.empty());
            CHECK(metresOff(typed.places[0], place) < 2.2);
        }
    }
}

TEST_CASE("Two bare numbers are offered in both orders, latitude first as people write it")
{
    for (const char* text : {"36.706111, 40.511944", "36.706111 40.511944", "36,706111 40,511944",
                             "36,706111, 40,511944", "36.706111/40.511944"}) {
        INFO(text);
        const auto places = readCoordinates(text).places;
        REQUIRE(places.size() == 2);
        CHECK(places[0].reading == CoordinateReading::latitudeFirst);
        CHECK(metresOff(places[0], kSite) < 0.1);
        CHECK(places[1].reading == CoordinateReading::longitudeFirst);
        CHECK(metresOff(places[1], {kSite.latDeg, kSite.lonDeg}) < 0.1);
    }
    CHECK(readCoordinates("36 42 22 40 30 43").places.size() == 2);
    CHECK(readCoordinates("36 42 40 30").places.size() == 2);
    CHECK(readCoordinates("36°42′ 40°30′").places.size() == 2);
    CHECK(readCoordinates("36, 36").places.size() == 1);
}

TEST_CASE("A number that can only be a longitude settles the order")
{
    const auto places = readCoordinates("-120.5, 36.7").places;
    REQUIRE(places.size() == 1);
    CHECK(places[0].reading == CoordinateReading::plain);
    CHECK(places[0].place == LonLat{-120.5, 36.7});
    CHECK(readCoordinates("36.7, -120.5").places[0].place == LonLat{-120.5, 36.7});
}

TEST_CASE("The letter S behind a UTM zone is a band or a hemisphere, and both are offered")
{
    const auto places = readCoordinates("37S 635049 4063351").places;
    REQUIRE(places.size() == 2);
    CHECK(places[0].reading == CoordinateReading::band);
    CHECK(places[0].place.latDeg > 36);
    CHECK(places[1].reading == CoordinateReading::hemisphere);
    CHECK(places[1].place.latDeg < -50);
    for (const char* text :
         {"37N 635049 4063351", "37 N 635049 4063351", "37 N 635049 mE 4063351 mN",
          "37N 635049E 4063351N", "37N 635049, 4063351"}) {
        INFO(text);
        const auto north = readCoordinates(text).places;
        REQUIRE(north.size() == 1);
        CHECK(metresOff({north[0].place}, places[0].place) < 0.1);
    }
}

TEST_CASE("Coordinates that cannot be are refused with the reason")
{
    using enum CoordinateFault;
    const std::vector<std::pair<std::string, CoordinateFault>> refused{
        {"136.7, 240.5", outOfRange},
        {"96.7 N, 40.5 E", outOfRange},
        {"36°62′22″N 40°30′43″E", minutes},
        {"36.5°42′N 40°30′E", minutes},
        {"36,7", oneNumber},
        {"36 42 40", uneven},
        {"36 42 22 40 30", uneven},
        {"36.7 N, 40.5 N", sameAxis},
        {"-36.7 S, 40.5 E", sign},
        {"635049 4063351", noZone},
        {"37T 635049 4063351", outsideZone},
        {"61N 635049 4063351", outsideZone},
        {"37SFA 35048 6335", unevenDigits},
        {"37SFA 350", unevenDigits},
        {"37SZZ 35048 63350", outsideZone},
    };
    for (const auto& [text, fault] : refused) {
        INFO(text);
        const TypedCoordinates typed = readCoordinates(text);
        CHECK(typed.places.empty());
        CHECK(typed.fault == fault);
    }
}

TEST_CASE("Names, dates and single numbers are no coordinates")
{
    for (const char* text :
         {"", " ", "Qasrak", "M4", "55", "55 km", "2026-02-21", "الحسكة", "N", "36 N", "36.7",
          "36°", "Point 12 and 13", "e-5", "°", "1:2", "-", ","}) {
        INFO(text);
        const TypedCoordinates typed = readCoordinates(text);
        CHECK(typed.places.empty());
        CHECK(typed.fault == CoordinateFault::none);
    }
}

TEST_CASE("Any bytes are read without harm")
{
    std::mt19937 random(11);
    const std::string alphabet = "0123456789.,;:-+ NSEWd'\"°′″37SFA\xff\xd9";
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (auto length = random() % 24; length > 0; --length) {
            text += alphabet[random() % alphabet.size()];
        }
        for (const TypedPlace& place : readCoordinates(text).places) {
            CHECK(isPlace(place.place));
        }
    }
}
