// SPDX-License-Identifier: Apache-2.0
#include "app/services/story.hpp"

#include "app/services/load.hpp"
#include "core/time/edtf.hpp"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace masar::app {

namespace {

/// No story.json or sources.json is larger; a larger one is a mistake, or malice.
constexpr qint64 kMostBytes = 16 * 1024 * 1024;

core::Result<QJsonObject> readObject(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return core::fail(core::ErrorCode::notFound, file.errorString().toStdString(),
                          path.toStdString());
    }
    if (file.size() > kMostBytes) {
        return core::fail(core::ErrorCode::refused, "The file is too large to be a story",
                          path.toStdString());
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (!document.isObject()) {
        return core::fail(core::ErrorCode::malformed,
                          error.error == QJsonParseError::NoError
                              ? std::string("Not a JSON object")
                              : error.errorString().toStdString(),
                          path.toStdString());
    }
    return document.object();
}

LocalText textIn(const QJsonValue& value)
{
    if (value.isString()) {
        return {value.toString(), {}};
    }
    return {value[QLatin1StringView("en")].toString(), value[QLatin1StringView("ar")].toString()};
}

std::optional<core::Window> windowOf(const QJsonValue& edtf)
{
    const auto date = core::parseEdtf(edtf.toString().toStdString());
    return date ? core::toWindow(*date, core::Zone()) : std::nullopt;
}

core::Result<SourceTable> readSources(const QString& path)
{
    const auto object = readObject(path);
    if (!object) {
        return std::unexpected(object.error());
    }
    SourceTable sources;
    for (const QJsonValue& value : (*object)[QLatin1StringView("sources")].toArray()) {
        const auto text = [&value](const char* key) {
            return value[QLatin1StringView(key)].toString();
        };
        sources.insert(text("id"), {text("publisher"), text("publisher_ar"), text("title"),
                                    text("date"), text("url"), text("note")});
    }
    return sources;
}

QStringList textsIn(const QJsonValue& list)
{
    QStringList texts;
    for (const QJsonValue& text : list.toArray()) {
        texts << text.toString();
    }
    return texts;
}

core::Span spanOf(const QString& edtf)
{
    const auto date = core::parseEdtf(edtf.toStdString());
    return date ? core::toSpan(*date, core::Zone()) : core::Span{};
}

core::Result<std::vector<StoryEvent>> readEvents(const QString& path)
{
    const auto object = readObject(path);
    if (!object) {
        return std::unexpected(object.error());
    }
    std::vector<StoryEvent> events;
    for (const QJsonValue& value : (*object)[QLatin1StringView("events")].toArray()) {
        const QString date = value[QLatin1StringView("date")].toString();
        const QString kind = value[QLatin1StringView("kind")].toString();
        events.push_back({textIn(value[QLatin1StringView("title")]),
                          textIn(value[QLatin1StringView("note")]), date, spanOf(date),
                          kind == QLatin1StringView("forecast"),
                          textsIn(value[QLatin1StringView("sites")]),
                          textsIn(value[QLatin1StringView("sources")])});
    }
    return events;
}

core::Result<std::vector<StoryNumber>> readNumbers(const QString& path)
{
    const auto object = readObject(path);
    if (!object) {
        return std::unexpected(object.error());
    }
    std::vector<StoryNumber> numbers;
    for (const QJsonValue& value : (*object)[QLatin1StringView("steps")].toArray()) {
        const QString date = value[QLatin1StringView("date")].toString();
        numbers.push_back({textIn(value[QLatin1StringView("claim")]), date, spanOf(date),
                           value[QLatin1StringView("value")].toDouble(),
                           value[QLatin1StringView("qualifier")].toString(),
                           textsIn(value[QLatin1StringView("sources")])});
    }
    return numbers;
}

core::MercatorBox boxOf(const QJsonArray& extent)
{
    core::MercatorBox box;
    if (extent.size() == 4) {
        box.add(core::toMercator({extent[0].toDouble(), extent[1].toDouble()}));
        box.add(core::toMercator({extent[2].toDouble(), extent[3].toDouble()}));
    }
    return box;
}

/// A file that the story names: one beside story.json, never elsewhere.
core::Result<QString> beside(const QDir& folder, const QString& name)
{
    if (name.isEmpty() || QFileInfo(name).fileName() != name) {
        return core::fail(core::ErrorCode::refused, "A story may only name files in its own folder",
                          name.toStdString());
    }
    return folder.filePath(name);
}

} // namespace

core::Result<Story> loadStory(const QString& folder, std::stop_token stop)
{
    const QDir dir(folder);
    const auto object = readObject(dir.filePath(QStringLiteral("story.json")));
    if (!object) {
        return std::unexpected(object.error());
    }
    const auto value = [&object](const char* key) { return (*object)[QLatin1StringView(key)]; };
    Story story;
    story.title = textIn(value("title"));
    story.summary = textIn(value("summary"));
    story.extent = boxOf(value("extent").toArray());
    const auto from = windowOf(value("from"));
    const auto to = windowOf(value("to"));
    if (from && to && from->begin < to->end) {
        story.range = core::Window{from->begin, to->end};
    }
    if (const auto at = windowOf(value("at"))) {
        story.at = at->begin;
    }
    if (const QString name = value("sources").toString(); !name.isEmpty()) {
        auto path = beside(dir, name);
        auto sources = path ? readSources(*path) : std::unexpected(path.error());
        if (!sources) {
            return std::unexpected(sources.error());
        }
        story.sources = std::move(*sources);
    }
    if (const QString name = value("events").toString(); !name.isEmpty()) {
        auto path = beside(dir, name);
        auto events = path ? readEvents(*path) : std::unexpected(path.error());
        if (!events) {
            return std::unexpected(events.error());
        }
        story.events = std::move(*events);
    }
    if (const QString name = value("numbers").toString(); !name.isEmpty()) {
        auto path = beside(dir, name);
        auto numbers = path ? readNumbers(*path) : std::unexpected(path.error());
        if (!numbers) {
            return std::unexpected(numbers.error());
        }
        story.numbers = std::move(*numbers);
    }
    core::ReadOptions options;
    options.stop = std::move(stop);
    for (const QJsonValue& item : value("layers").toArray()) {
        const auto path = beside(dir, item[QLatin1StringView("file")].toString());
        if (!path) {
            return std::unexpected(path.error());
        }
        auto layers = loadLayers(QFile::encodeName(*path).toStdString(), options);
        if (!layers) {
            return std::unexpected(layers.error());
        }
        for (MapLayerPtr& layer : *layers) {
            story.layers.push_back({std::move(layer), textIn(item[QLatin1StringView("name")])});
        }
    }
    return story;
}

} // namespace masar::app
