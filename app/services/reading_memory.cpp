// SPDX-License-Identifier: Apache-2.0
#include "app/services/reading_memory.hpp"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>

namespace masar::app {

namespace {

constexpr qsizetype kMostReadings = 100;
const QLatin1StringView kReadingsKey("readings");

QString fromText(const std::string& text)
{
    return QString::fromStdString(text);
}

QJsonArray listOf(const QStringList& names)
{
    return QJsonArray::fromStringList(names);
}

QStringList namesIn(const QJsonValue& list)
{
    QStringList names;
    for (const QJsonValue& name : list.toArray()) {
        names << name.toString();
    }
    return names;
}

QJsonObject toJson(const core::TimeFields& fields)
{
    return {{QStringLiteral("convention"), static_cast<int>(fields.convention)},
            {QStringLiteral("start"), fromText(fields.startField)},
            {QStringLiteral("end"), fromText(fields.endField)},
            {QStringLiteral("precision"), fromText(fields.precisionField)},
            {QStringLiteral("startAs"), static_cast<int>(fields.startEncoding)},
            {QStringLiteral("endAs"), static_cast<int>(fields.endEncoding)},
            {QStringLiteral("zone"), fromText(fields.zone)}};
}

/// A number of an enumeration, within what there is.
template <class T> T enumIn(const QJsonValue& value, T last)
{
    const int number = value.toInt();
    return number >= 0 && number <= static_cast<int>(last) ? static_cast<T>(number) : T{};
}

core::TimeFields timeFieldsIn(const QJsonObject& json)
{
    const auto text = [&](const char* key) {
        return json[QLatin1StringView(key)].toString().toStdString();
    };
    return {
        .convention = enumIn(json[QLatin1StringView("convention")], core::TimeConvention::fixes),
        .startField = text("start"),
        .endField = text("end"),
        .precisionField = text("precision"),
        .startEncoding = enumIn(json[QLatin1StringView("startAs")], core::DateEncoding::dayOrMonth),
        .endEncoding = enumIn(json[QLatin1StringView("endAs")], core::DateEncoding::dayOrMonth),
        .zone = text("zone")};
}

QJsonObject toJson(const core::LayerChoices& choices)
{
    QJsonObject json{{QStringLiteral("crs"), fromText(choices.crs)}};
    if (choices.timeFields) {
        json[QStringLiteral("dates")] = toJson(*choices.timeFields);
    }
    if (choices.placeFields) {
        json[QStringLiteral("places")] = listOf({fromText(choices.placeFields->lonField),
                                                 fromText(choices.placeFields->latField),
                                                 fromText(choices.placeFields->shapeField)});
    }
    return json;
}

core::LayerChoices choicesIn(const QJsonObject& json)
{
    core::LayerChoices choices;
    choices.crs = json[QLatin1StringView("crs")].toString().toStdString();
    if (const QJsonValue dates = json[QLatin1StringView("dates")]; dates.isObject()) {
        choices.timeFields = timeFieldsIn(dates.toObject());
    }
    if (const QStringList places = namesIn(json[QLatin1StringView("places")]); places.size() == 3) {
        choices.placeFields = core::PlaceFields{.lonField = places[0].toStdString(),
                                                .latField = places[1].toStdString(),
                                                .shapeField = places[2].toStdString()};
    }
    return choices;
}

QJsonObject toJson(const QString& path, const RememberedReading& reading)
{
    QStringList wanted;
    for (const std::string& name : reading.options.layerNames) {
        wanted << fromText(name);
    }
    QJsonObject layers;
    for (const auto& [name, choices] : reading.options.layerChoices) {
        layers[fromText(name)] = toJson(choices);
    }
    return {{QStringLiteral("path"), path},
            {QStringLiteral("all"), listOf(reading.layers)},
            {QStringLiteral("wanted"), listOf(wanted)},
            {QStringLiteral("layers"), layers}};
}

QJsonArray storedReadings(const QSettings& settings)
{
    return QJsonDocument::fromJson(settings.value(kReadingsKey).toByteArray()).array();
}

} // namespace

RememberedReading rememberedReading(const QString& path)
{
    const QSettings settings;
    for (const QJsonValue& stored : storedReadings(settings)) {
        if (stored[QLatin1StringView("path")].toString() != path) {
            continue;
        }
        RememberedReading reading;
        reading.layers = namesIn(stored[QLatin1StringView("all")]);
        for (const QString& name : namesIn(stored[QLatin1StringView("wanted")])) {
            reading.options.layerNames.push_back(name.toStdString());
        }
        const QJsonObject layers = stored[QLatin1StringView("layers")].toObject();
        for (const QString& name : layers.keys()) {
            reading.options.layerChoices[name.toStdString()] = choicesIn(layers[name].toObject());
        }
        return reading;
    }
    return {};
}

void rememberReading(const QString& path, const RememberedReading& reading)
{
    QSettings settings;
    QJsonArray readings{toJson(path, reading)};
    for (const QJsonValue& stored : storedReadings(settings)) {
        if (stored[QLatin1StringView("path")].toString() != path &&
            readings.size() < kMostReadings) {
            readings.append(stored);
        }
    }
    settings.setValue(kReadingsKey, QJsonDocument(readings).toJson(QJsonDocument::Compact));
}

} // namespace masar::app
