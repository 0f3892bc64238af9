// SPDX-License-Identifier: Apache-2.0
#include "app/models/search_model.hpp"
#include "app/services/searcher.hpp"

#include "tests/app/support/layers.hpp"

#include <catch2/catch_test_macros.hpp>

#include <QTest>

using namespace masar;
using app::SearchAnswer;
using app::SearchHit;
using app::SearchIndexes;
using app::SearchSpace;
using test::Feature;

namespace {

app::GazetteerPlace place(app::PlaceKind kind, int rank, core::LonLat at, const char* name,
                          const char* arabic, const char* others = "", const char* country = "SY")
{
    app::GazetteerPlace result;
    result.kind = kind;
    result.rank = rank;
    result.at = core::toMercator(at);
    result.name = QString::fromUtf8(name);
    result.arabic = QString::fromUtf8(arabic);
    result.others = QString::fromUtf8(others);
    result.country = QString::fromUtf8(country);
    return result;
}

SearchSpace testSpace()
{
    using app::PlaceKind;
    auto basemap = std::make_shared<app::Basemap>();
    basemap->places = {
        place(PlaceKind::country, 2, {38, 35}, "Syria", "سورية"),
        place(PlaceKind::country, 1, {44, 33}, "Iraq", "العراق", "", "IQ"),
        place(PlaceKind::seat, 3, {40.74, 36.5}, "Al-Hasakah", "الحسكة", "Hesekê;Hesîçe"),
        place(PlaceKind::town, 3, {41.23, 37.05}, "Qamishli", "القامشلي", "Qamişlo"),
        place(PlaceKind::town, 5, {38.35, 36.89}, "Kobani", "عين العرب", "Kobanê;Ayn al-Arab"),
        place(PlaceKind::village, 6, {44, 36}, "Qasr", "قصر", "", "IQ"),
        place(PlaceKind::village, 6, {40, 36}, "Qasr", "قصر", "", "SY"),
    };
    const auto sites = test::mapLayerOf(
        "sites", {{{40.5, 36.7},
                   "2014",
                   "2026-02-20",
                   {{"name", "Qasrak base"}, {"name_ar", "قاعدة قسرك"}, {"kind", "base"}}},
                  {{40.5, 36.7},
                   "2026-02-21",
                   "",
                   {{"name", "Qasrak base"}, {"name_ar", "قاعدة قسرك"}, {"kind", "base"}}},
                  {{41.6, 36.9},
                   "2014",
                   "",
                   {{"name", "Rmelan base"}, {"claim", "Supplied from Qasrak for years."}}}});
    const auto other = test::mapLayerOf(
        "mine", {{{40, 35}, "", "", {{"title", "Qasr el-Heir"}}},
                 {{41, 35}, "", "", {{"title", "Visit"}, {"note", "Seen near the Hasakah road"}}}});
    SearchSpace space;
    space.basemap = basemap;
    space.layers = {{other, QStringLiteral("Mine"), false}, {sites, QStringLiteral("Sites"), true}};
    space.near = core::toMercator({40, 36});
    return space;
}

SearchAnswer answerTo(const char* typed, const SearchSpace& space = testSpace())
{
    SearchIndexes indexes;
    indexes.prepare(space);
    return indexes.search(space, QString::fromUtf8(typed));
}

QStringList titles(const SearchAnswer& answer)
{
    QStringList result;
    for (const SearchHit& hit : answer.hits) {
        result << hit.title;
    }
    return result;
}

} // namespace

TEST_CASE("A place is found by any of its names, and the one that answered is told")
{
    for (const char* typed :
         {"hasakah", "al-hasaka", "HASAKEH", "الحسكه", "hesekê", "heseke", "Hesice"}) {
        INFO(typed);
        const SearchAnswer answer = answerTo(typed);
        REQUIRE_FALSE(answer.hits.empty());
        CHECK(answer.hits[0].title == QStringLiteral("Al-Hasakah"));
        CHECK(answer.hits[0].detail == QStringLiteral("Seat of a governorate, Syria"));
    }
    CHECK(answerTo("hasakah").hits[0].match.isEmpty());
    CHECK(answerTo("qamislo").hits[0].match == QStringLiteral("Qamişlo"));
    CHECK(answerTo("عين عرب").hits[0].match == QStringLiteral("عين العرب"));
    SearchSpace arabic = testSpace();
    arabic.language = app::Language::arabic;
    CHECK(answerTo("kobani", arabic).hits[0].title == QStringLiteral("عين العرب"));
    CHECK(answerTo("kobani", arabic).hits[0].match == QStringLiteral("Kobani"));
}

TEST_CASE("A town tells its governorate and its country, in the reader's language")
{
    SearchSpace space = testSpace();
    auto basemap = std::make_shared<app::Basemap>();
    basemap->places = space.basemap->places;
    basemap->places.insert(
        basemap->places.begin() + 2,
        {place(app::PlaceKind::governorate, 1, {40.9, 36.4}, "Al-Hasakah", "محافظة الحسكة"),
         place(app::PlaceKind::governorate, 1, {43, 36}, "Al-Hasakah", "أخرى", "", "IQ")});
    for (app::GazetteerPlace& each : basemap->places) {
        if (each.name == QStringLiteral("Qamishli")) {
            each.governorate = QStringLiteral("Al-Hasakah");
        }
    }
    space.basemap = basemap;
    CHECK(answerTo("qamishli", space).hits[0].detail ==
          QStringLiteral("City or town, Al-Hasakah, Syria"));
    CHECK(answerTo("kobani", space).hits[0].detail == QStringLiteral("City or town, Syria"));
    space.language = app::Language::arabic;
    CHECK(answerTo("qamishli", space)
              .hits[0]
              .detail.contains(QStringLiteral("محافظة الحسكة, سورية")));
}

TEST_CASE("Better answers come first; among equals the story, then places by rank, then the "
          "nearer, then other features")
{
    CHECK(titles(answerTo("qasr")) ==
          QStringList{QStringLiteral("Qasr"), QStringLiteral("Qasr"), QStringLiteral("Qasrak base"),
                      QStringLiteral("Qasr el-Heir"), QStringLiteral("Rmelan base")});
    CHECK(answerTo("qasr").hits[0].detail == QStringLiteral("Village, Syria"));
    CHECK(titles(answerTo("qa")) ==
          QStringList{QStringLiteral("Qasrak base"), QStringLiteral("Qamishli"),
                      QStringLiteral("Qasr"), QStringLiteral("Qasr"),
                      QStringLiteral("Qasr el-Heir"), QStringLiteral("Rmelan base")});
}

TEST_CASE("The states of a site are one answer, also where only one of them says what was typed")
{
    const SearchAnswer answer = answerTo("qasrak");
    REQUIRE(answer.hits.size() == 2);
    CHECK(answer.hits[0].rows == std::vector<quint32>{0, 1});
    CHECK(answer.hits[0].detail == QStringLiteral("Base, Sites"));
    CHECK(answer.hits[1].title == QStringLiteral("Rmelan base"));
    CHECK(answer.hits[1].detail ==
          QStringLiteral("Sites  ·  claim: Supplied from Qasrak for years."));
}

TEST_CASE("Typed coordinates are an answer, in the format of the reader; wrong ones say why not")
{
    const SearchAnswer answer = answerTo("36.5 N 40.75 E");
    REQUIRE(answer.hits.size() == 1);
    CHECK(answer.hits[0].kind == SearchHit::Kind::coordinates);
    CHECK(answer.hits[0].title == QStringLiteral("36.50000 N, 40.75000 E"));
    CHECK(answerTo("36.5, 40.75").hits.size() == 2);
    CHECK(answerTo("96.5 N 40.75 E").fault == core::CoordinateFault::outOfRange);
}

TEST_CASE("A feature without a place is an answer without a box")
{
    core::Layer layer = test::layerOf("texts", {{{40, 35}, "", "", {{"name", "Somewhere"}}}});
    layer.geometry = {};
    layer.geometry.endFeature();
    SearchSpace space = testSpace();
    space.layers.push_back({app::makeMapLayer(std::move(layer)), QStringLiteral("Texts"), false});
    const SearchAnswer answer = answerTo("somewhere", space);
    REQUIRE(answer.hits.size() == 1);
    CHECK_FALSE(answer.hits[0].box);
}

TEST_CASE("Of very many answers the best and nearest are listed, and that there are more is said")
{
    std::vector<Feature> features;
    for (int i = 0; i < 5000; ++i) {
        features.push_back(
            {{30 + i * 0.002, 36}, "", "", {{"name", "Point " + std::to_string(i)}}});
    }
    SearchSpace space;
    space.layers = {{test::mapLayerOf("many", features), QStringLiteral("Many"), false}};
    space.near = core::toMercator({35, 36});
    const SearchAnswer answer = answerTo("point", space);
    CHECK(answer.more);
    REQUIRE(answer.hits.size() == SearchIndexes::mostHits);
    CHECK(answer.hits[0].title == QStringLiteral("Point 2500"));
    CHECK(answerTo("point 4999", space).hits[0].title == QStringLiteral("Point 4999"));
}

TEST_CASE("A search answers from its own thread, and an answer to what was typed before is dropped")
{
    app::Searcher searcher;
    app::SearchModel model;
    const SearchSpace space = testSpace();
    QObject::connect(&searcher, &app::Searcher::answered, &model, &app::SearchModel::setAnswer);
    for (const char* typed : {"q", "qa", "qas", "qamishli"}) {
        model.setText(QString::fromUtf8(typed));
        searcher.search(space, model.text());
    }
    CHECK(model.count() == 0);
    CHECK_FALSE(model.state().isEmpty());
    REQUIRE(QTest::qWaitFor([&model] { return model.state().isEmpty(); }, 5000));
    REQUIRE(model.count() == 1);
    CHECK(model.hit(0)->title == QStringLiteral("Qamishli"));
    model.setAnswer(QStringLiteral("qa"), {});
    CHECK(model.count() == 1);
    model.setText(QStringLiteral("xyzzy"));
    searcher.search(space, model.text());
    REQUIRE(QTest::qWaitFor([&model] { return model.count() == 0; }, 5000));
    CHECK(model.state().startsWith(QStringLiteral("Nothing")));
    const QString nothing = model.state();
    model.setReading(true);
    CHECK(model.state() != nothing);
    model.setReading(false);
    CHECK(model.state() == nothing);
    model.setText(QString());
    CHECK(model.state().startsWith(QStringLiteral("Type")));
}

TEST_CASE(
    "A feature is shown in the state of the moment; where it has none, the nearest moment is told")
{
    const SearchHit hit = answerTo("qasrak").hits[0];
    const auto at = [](const char* date) {
        return *core::toWindow(*core::parseEdtf(date), core::Zone());
    };
    CHECK(app::presentRow(hit, at("2026-01-01")) == 0U);
    CHECK(app::presentRow(hit, at("2026-03-01")) == 1U);
    CHECK_FALSE(app::presentRow(hit, at("2013-06-01")));
    const auto moment = app::nearestMoment(hit, at("2013-06-01"));
    REQUIRE(moment);
    CHECK(moment->row == 0);
    CHECK(app::presentRow(hit, {moment->at, moment->at + 1}) == 0U);
    CHECK(moment->at <= at("2014-12-31").begin);
}
