// SPDX-License-Identifier: Apache-2.0
#include "core/crs/geodesic.hpp"
#include "tests/core/data/story_files.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

using namespace masar::core;
using namespace masar::test;

namespace {

struct Place {
    LonLat at;
    double precisionMetres;
};

/// The published positions, typed from the sources and not from the story.
const std::map<std::string, Place> kPlaces = {
    {"qasrak", {{40.511955, 36.706242}, 1000}},  {"tanf", {{38.61778, 33.50583}, 1000}},
    {"shaddadi", {{40.724, 36.0402}, 2500}},     {"rmelan", {{41.9975, 36.89778}, 1000}},
    {"himo", {{41.16003, 37.04723}, 2500}},      {"ghwayran", {{40.7625, 36.4775}, 1500}},
    {"mabrouka", {{39.758, 36.652}, 5000}},      {"tell-abyad", {{38.95382, 36.69648}, 10000}},
    {"omar", {{40.576, 35.104}, 6000}},          {"conoco", {{40.306, 35.334}, 2500}},
    {"zakf", {{39.2129, 33.811}, 2500}},         {"walid-hasakah", {{42.217, 36.932}, 6000}},
    {"walid-anbar", {{38.9374, 33.4332}, 1000}}, {"semalka", {{42.34989, 37.089323}, 300}},
    {"yaarubiyah", {{42.072, 36.807}, 700}},     {"sahela", {{42.341, 37.0129}, 2500}},
    {"bukamal", {{40.98, 34.407}, 1500}},        {"rukban", {{38.702806, 33.314194}, 1500}},
};

/// The places that the lines lead through, beside the sites.
const std::vector<LonLat> kTowns = {
    {37.17262, 36.20369}, {37.51788, 36.36994}, {37.95495, 36.52815}, {38.22416, 36.63616},
    {38.29788, 36.58838}, {38.86228, 36.3855},  {40.37079, 36.65556}, {40.58694, 36.73778},
    {41.23142, 37.05215}, {41.54596, 37.029},   {41.78844, 36.93747}, {42.06206, 36.81138},
    {40.74772, 36.50237}, {40.77214, 36.23154}, {40.73478, 36.05756}, {40.75304, 35.74607},
    {40.65671, 35.50603}, {40.14084, 35.33588}, {41.82015, 36.9866},  {41.95047, 37.00658},
    {42.15809, 36.95454}, {36.28145, 33.51585}, {36.69376, 33.64389}, {36.90005, 33.65775},
    {37.68357, 33.77974}, {40.28586, 33.03718}, {43.30778, 33.42056}, {44.33298, 33.38738},
};

const LonLat kCentre = {38.61778, 33.50583};
constexpr double kRadius = 55'000;

double metres(LonLat a, LonLat b)
{
    return geodesicBetween(a, b).metres;
}

/// By the number of edges crossed on the way west.
bool inside(const std::vector<LonLat>& ring, LonLat p)
{
    bool odd = false;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const LonLat a = ring[i];
        const LonLat b = ring[i + 1];
        if ((a.latDeg > p.latDeg) != (b.latDeg > p.latDeg)) {
            const double t = (p.latDeg - a.latDeg) / (b.latDeg - a.latDeg);
            odd ^= a.lonDeg + t * (b.lonDeg - a.lonDeg) < p.lonDeg;
        }
    }
    return odd;
}

/// To the nearest of a thousand places on each edge.
double metresToRing(const std::vector<LonLat>& ring, LonLat p)
{
    double nearest = metres(ring.front(), p);
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        for (int k = 0; k < 1000; ++k) {
            const double t = k / 1000.0;
            nearest = std::min(nearest, metres({std::lerp(ring[i].lonDeg, ring[i + 1].lonDeg, t),
                                                std::lerp(ring[i].latDeg, ring[i + 1].latDeg, t)},
                                               p));
        }
    }
    return nearest;
}

} // namespace

TEST_CASE("Every site and crossing stands where its source puts it, to the last digit")
{
    std::size_t points = 0;
    for (const StoryFeature& feature : storyFeatures()) {
        if (feature.geometry != "Point") {
            continue;
        }
        ++points;
        INFO(feature.id);
        const auto place = kPlaces.find(feature.at("site"));
        REQUIRE(place != kPlaces.end());
        CHECK(feature.points == std::vector<LonLat>{place->second.at});
        CHECK(feature.precisionMetres == place->second.precisionMetres);
    }
    CHECK(points == 31);
    for (const auto& [site, place] : kPlaces) {
        INFO(site);
        CHECK_FALSE(statesOf(site).empty());
    }
}

TEST_CASE(
    "Every line leads through published places, but for the unknown gate where the trucks came in")
{
    int lines = 0;
    for (const StoryFeature& feature : storyFeatures()) {
        if (feature.geometry != "LineString") {
            continue;
        }
        ++lines;
        INFO(feature.id);
        CHECK(feature.at("basis") == "inferred");
        CHECK(feature.precisionMetres >= 10'000);
        const std::size_t first = feature.id == "convoy-trucks-in" ? 1 : 0;
        for (std::size_t i = first; i < feature.points.size(); ++i) {
            const LonLat vertex = feature.points[i];
            const bool town = std::ranges::find(kTowns, vertex) != kTowns.end();
            const bool site = std::ranges::any_of(
                kPlaces, [&](const auto& place) { return place.second.at == vertex; });
            CHECK((town || site));
        }
    }
    CHECK(lines == 5);
}

TEST_CASE(
    "The trucks drive towards Qasrak from no particular gate, the loaders from Qasrak to al-Walid")
{
    const LonLat qasrak = kPlaces.at("qasrak").at;
    const LonLat walid = kPlaces.at("walid-hasakah").at;
    const LonLat semalka = kPlaces.at("semalka").at;

    const StoryFeature& in = featureOf("convoy-trucks-in");
    CHECK(in.points.back() == qasrak);
    const double toWalid = metres(in.points.front(), walid);
    const double toSemalka = metres(in.points.front(), semalka);
    CHECK(std::abs(toWalid - toSemalka) < 2'000); // midway, so as to suggest neither
    CHECK(toWalid + toSemalka < metres(walid, semalka) + 1'000);
    CHECK(toWalid < in.precisionMetres);

    const StoryFeature& out = featureOf("convoy-loaders-out");
    CHECK(out.points.front() == qasrak);
    CHECK(out.points.back() == walid);
}

TEST_CASE("The two places called al-Walid are told apart by name and note, and lie 490 km apart")
{
    const StoryFeature& hasakah = featureOf("walid-hasakah");
    const StoryFeature& anbar = featureOf("walid-anbar");
    CHECK(std::abs(metres(hasakah.points.front(), anbar.points.front()) - 490'000) < 2'000);
    CHECK(hasakah.at("name") != anbar.at("name"));
    CHECK(hasakah.at("name_ar") != anbar.at("name_ar"));
    for (const StoryFeature* crossing : {&hasakah, &anbar}) {
        CHECK(crossing->at("note").find("490 km") != std::string::npos);
        CHECK(crossing->at("note_ar").find("490") != std::string::npos);
    }
    CHECK(hasakah.at("basis") == "estimated");
}

TEST_CASE("The zone's ring is closed, anticlockwise, on the 55 km circle and nowhere outside it")
{
    const std::vector<LonLat>& ring = featureOf("tanf-zone-active").points;
    REQUIRE(ring.size() > 60);
    CHECK(ring.front() == ring.back());

    double area = 0;
    int onCircle = 0;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        area += ring[i].lonDeg * ring[i + 1].latDeg - ring[i + 1].lonDeg * ring[i].latDeg;
        const double distance = metres(kCentre, ring[i]);
        CHECK(distance < kRadius + 100);
        onCircle += std::abs(distance - kRadius) < 100 ? 1 : 0;
        const LonLat middle = {(ring[i].lonDeg + ring[i + 1].lonDeg) / 2,
                               (ring[i].latDeg + ring[i + 1].latDeg) / 2};
        if (std::abs(distance - kRadius) < 100 &&
            std::abs(metres(kCentre, ring[i + 1]) - kRadius) < 100) {
            CHECK(std::abs(metres(kCentre, middle) - kRadius) < 100);
        }
    }
    CHECK(area > 0);
    CHECK(std::ssize(ring) - 1 - onCircle == 2); // the two corners of the border inside the circle
}

TEST_CASE(
    "The zone is the Syrian part of the circle: the border cuts it where the three countries meet")
{
    const std::vector<LonLat>& ring = featureOf("tanf-zone-active").points;
    CHECK(inside(ring, kCentre));
    CHECK_FALSE(inside(ring, kPlaces.at("zakf").at));
    CHECK_FALSE(inside(ring, kPlaces.at("walid-anbar").at));

    const LonLat inIraq = {39.0, 33.40};
    const LonLat inJordan = {38.6, 33.20};
    CHECK((metres(kCentre, inIraq) < kRadius && metres(kCentre, inJordan) < kRadius));
    CHECK_FALSE(inside(ring, inIraq));
    CHECK_FALSE(inside(ring, inJordan));
    CHECK(inside(ring, {39.0, 33.57}));
    CHECK(inside(ring, {38.6, 33.35}));

    // Where the border is known otherwise, it agrees within the 3 km that the zone claims.
    CHECK(metresToRing(ring, kPlaces.at("rukban").at) < 3'000);
    const LonLat threeCountries = {38.7936, 33.3747}; // as published for the border of Iraq
    CHECK(metresToRing(ring, threeCountries) < 3'000);
}

TEST_CASE("Distances that the notes mention are the true ones")
{
    const auto at = [](const char* site) { return kPlaces.at(site).at; };
    CHECK(std::abs(metres(at("rukban"), at("tanf")) - 23'000) < 500);
    CHECK(std::abs(metres(at("zakf"), at("tanf")) - 65'000) < 500);
    CHECK(std::abs(metres(at("walid-hasakah"), at("sahela")) - 14'000) < 500);
    CHECK(std::abs(metres(at("qasrak"), {40.74772, 36.50237}) - 31'000) < 500);
    CHECK(std::abs(metres(at("shaddadi"), {40.73478, 36.05756}) - 2'200) < 200);
}
