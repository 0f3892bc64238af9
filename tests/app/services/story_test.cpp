// SPDX-License-Identifier: Apache-2.0
#include "app/services/story.hpp"

#include <catch2/catch_test_macros.hpp>

#include <QFile>
#include <QTemporaryDir>

using namespace masar;

namespace {

const QString kBundled = QStringLiteral(MASAR_SOURCE_DIR "/data/withdrawal");

void write(const QTemporaryDir& folder, const QString& name, const QByteArray& text)
{
    QFile file(folder.filePath(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(text);
}

} // namespace

TEST_CASE("The bundled story is read whole, in both languages")
{
    const auto story = app::loadStory(kBundled);
    INFO((story ? std::string() : story.error().detail + story.error().where));
    REQUIRE(story.has_value());
    CHECK(story->layers.size() >= 4);
    CHECK_FALSE(story->title.english.isEmpty());
    CHECK_FALSE(story->title.arabic.isEmpty());
    CHECK_FALSE(story->extent.empty());
    CHECK_FALSE(story->sources.isEmpty());
    REQUIRE(story->range.has_value());
    REQUIRE(story->at.has_value());
    CHECK(story->range->begin <= *story->at);
    CHECK(*story->at < story->range->end);
}

TEST_CASE("Every source that a feature of the story names is there")
{
    const auto story = app::loadStory(kBundled);
    REQUIRE(story.has_value());
    for (const app::StoryLayer& layer : story->layers) {
        const core::Layer& table = layer.data->layer;
        for (std::size_t row = 0; row < table.rowCount(); ++row) {
            const QString keys =
                QString::fromStdString(table.properties.text("sources", row).value_or("[]"));
            for (QString key : keys.split(QLatin1Char(','))) {
                key.remove(QLatin1Char('[')).remove(QLatin1Char(']')).remove(QLatin1Char('"'));
                INFO(key.toStdString());
                CHECK(story->sources.contains(key.trimmed()));
            }
        }
    }
}

TEST_CASE("A story may not name files outside its folder")
{
    const QTemporaryDir folder;
    write(folder, QStringLiteral("story.json"), R"({"layers":[{"file":"../secret.geojson"}]})");
    const auto story = app::loadStory(folder.path());
    REQUIRE_FALSE(story.has_value());
    CHECK(story.error().code == core::ErrorCode::refused);
}

TEST_CASE("A broken or missing story says which file is wrong")
{
    const QTemporaryDir folder;
    const auto missing = app::loadStory(folder.path());
    REQUIRE_FALSE(missing.has_value());
    CHECK(missing.error().code == core::ErrorCode::notFound);
    CHECK(missing.error().where.find("story.json") != std::string::npos);
    write(folder, QStringLiteral("story.json"), "{ not json");
    const auto broken = app::loadStory(folder.path());
    REQUIRE_FALSE(broken.has_value());
    CHECK(broken.error().code == core::ErrorCode::malformed);
}
