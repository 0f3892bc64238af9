// SPDX-License-Identifier: Apache-2.0
#include "app/cli/info_report.hpp"

#include "app/cli/frame_report.hpp"
#include "core/query/chunk_index.hpp"
#include "core/time/zone.hpp"

#include <QStringList>

#include <algorithm>

namespace masar::app {

namespace {

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

QJsonValue orNull(const std::string& value)
{
    return value.empty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text(value));
}

qint64 number(std::uint64_t value)
{
    return static_cast<qint64>(value);
}

QString conventionName(core::TimeConvention convention)
{
    switch (convention) {
    case core::TimeConvention::none:
        return QStringLiteral("none");
    case core::TimeConvention::range:
        return QStringLiteral("range");
    case core::TimeConvention::single:
        return QStringLiteral("single");
    case core::TimeConvention::startOnly:
        return QStringLiteral("start");
    case core::TimeConvention::endOnly:
        return QStringLiteral("end");
    case core::TimeConvention::precision:
        return QStringLiteral("date with precision");
    case core::TimeConvention::fixes:
        return QStringLiteral("fixes");
    }
    return {};
}

QString severityName(core::Severity severity)
{
    switch (severity) {
    case core::Severity::note:
        return QStringLiteral("note");
    case core::Severity::warning:
        return QStringLiteral("warning");
    case core::Severity::error:
        return QStringLiteral("error");
    }
    return {};
}

/// Days where the layer's dates are days, else instants; ends are shown inclusive, as people write
/// them.
QJsonObject timeJson(const core::Layer& layer)
{
    const core::TimeFields& fields = layer.timeFields;
    QJsonObject json{{QStringLiteral("convention"), conventionName(fields.convention)},
                     {QStringLiteral("start_field"), orNull(fields.startField)},
                     {QStringLiteral("end_field"), orNull(fields.endField)},
                     {QStringLiteral("zone"), text(fields.zone)},
                     {QStringLiteral("earliest"), QJsonValue::Null},
                     {QStringLiteral("latest"), QJsonValue::Null}};
    const auto extent = core::timeExtent(layer);
    const auto zone = core::Zone::named(fields.zone);
    if (!extent || !zone) {
        return json;
    }
    json[QStringLiteral("earliest")] = writtenMoment(extent->begin, *zone, false);
    json[QStringLiteral("latest")] = writtenMoment(extent->end, *zone, true);
    return json;
}

QJsonArray diagnosticsJson(const core::Diagnostics& diagnostics)
{
    QJsonArray list;
    for (const core::Diagnostic& diagnostic : diagnostics.kept()) {
        list.append(QJsonObject{
            {QStringLiteral("severity"), severityName(diagnostic.severity)},
            {QStringLiteral("code"), text(diagnostic.code)},
            {QStringLiteral("feature"), diagnostic.feature ? QJsonValue(number(*diagnostic.feature))
                                                           : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("where"), orNull(diagnostic.where)},
            {QStringLiteral("text"), text(diagnostic.text)}});
    }
    for (const auto& [code, count] : diagnostics.counts()) {
        if (count > core::Diagnostics::keptPerCode) {
            list.append(QJsonObject{
                {QStringLiteral("severity"), QStringLiteral("note")},
                {QStringLiteral("code"), text(code)},
                {QStringLiteral("feature"), QJsonValue::Null},
                {QStringLiteral("where"), QJsonValue::Null},
                {QStringLiteral("text"), QStringLiteral("%1 in all; the first %2 are listed")
                                             .arg(number(count))
                                             .arg(core::Diagnostics::keptPerCode)}});
        }
    }
    return list;
}

/// What the file does not say and a person should.
QJsonArray needsJson(const core::ReadNeeds& needs)
{
    QJsonArray list;
    for (const auto& [needed, name] :
         {std::pair{needs.crs, "crs"}, {needs.places, "places"}, {needs.dateOrder, "dates"}}) {
        if (needed) {
            list.append(QLatin1String(name));
        }
    }
    return list;
}

/// The options that answer such needs.
QString needsText(const QJsonArray& needs)
{
    QStringList options;
    for (const QJsonValue& need : needs) {
        options << (need == QLatin1String("crs")      ? QStringLiteral("--crs EPSG:CODE")
                    : need == QLatin1String("places") ? QStringLiteral("--places LON,LAT")
                                                      : QStringLiteral("--dates day-first"));
    }
    return options.join(QStringLiteral(", "));
}

QJsonObject layerJson(const core::Layer& layer)
{
    const core::LayerCounts& counts = layer.counts;
    QJsonArray fields;
    for (const core::Column& column : layer.properties.columns) {
        fields.append(QJsonObject{{QStringLiteral("name"), text(column.name)},
                                  {QStringLiteral("type"), text(core::nameOf(column.type))}});
    }
    QJsonValue bbox = QJsonValue::Null;
    if (layer.extent) {
        bbox = QJsonArray{layer.extent->west, layer.extent->south, layer.extent->east,
                          layer.extent->north};
    }
    return {{QStringLiteral("name"), text(layer.name)},
            {QStringLiteral("features"), number(counts.features)},
            {QStringLiteral("drawn"), number(counts.drawn)},
            {QStringLiteral("rejected"), number(counts.rejected)},
            {QStringLiteral("no_place"), number(counts.noPlace)},
            {QStringLiteral("no_date"), number(counts.noDate)},
            {QStringLiteral("tracks"), number(layer.tracks.tracks.size())},
            {QStringLiteral("fixes"), number(layer.tracks.times.size())},
            {QStringLiteral("geometry"),
             QJsonObject{{QStringLiteral("point"), number(counts.point)},
                         {QStringLiteral("line"), number(counts.line)},
                         {QStringLiteral("polygon"), number(counts.polygon)},
                         {QStringLiteral("collection"), number(counts.collection)},
                         {QStringLiteral("null"), number(counts.null)}}},
            {QStringLiteral("crs"), orNull(layer.crs)},
            {QStringLiteral("needs"), needsJson(layer.needs)},
            {QStringLiteral("bbox"), bbox},
            {QStringLiteral("time"), timeJson(layer)},
            {QStringLiteral("fields"), fields},
            {QStringLiteral("diagnostics"), diagnosticsJson(layer.diagnostics)}};
}

QString layerText(const QJsonObject& layer)
{
    const auto count = [&](const char* key) {
        return QString::number(layer[QLatin1String(key)].toInteger());
    };
    QStringList lines;
    lines << QStringLiteral(
                 "  layer %1: %2 features = %3 drawn + %4 rejected + %5 without a place; "
                 "%6 without a date")
                 .arg(layer[QLatin1String("name")].toString(), count("features"), count("drawn"),
                      count("rejected"), count("no_place"), count("no_date"));
    lines << QStringLiteral("    crs %1")
                 .arg(layer[QLatin1String("crs")].toString(QStringLiteral("not stated")));
    if (const QJsonArray needs = layer[QLatin1String("needs")].toArray(); !needs.isEmpty()) {
        lines << QStringLiteral("    to be said: %1").arg(needsText(needs));
    }
    const QJsonObject time = layer[QLatin1String("time")].toObject();
    lines << QStringLiteral("    time: %1, start %2, end %3, zone %4; %5 to %6")
                 .arg(time[QLatin1String("convention")].toString(),
                      time[QLatin1String("start_field")].toString(QStringLiteral("-")),
                      time[QLatin1String("end_field")].toString(QStringLiteral("-")),
                      time[QLatin1String("zone")].toString(),
                      time[QLatin1String("earliest")].toString(QStringLiteral("-")),
                      time[QLatin1String("latest")].toString(QStringLiteral("-")));
    if (layer[QLatin1String("tracks")].toInteger() > 0) {
        lines << QStringLiteral("    tracks: %1, fixes: %2").arg(count("tracks"), count("fixes"));
    }
    QStringList names;
    for (const QJsonValue& field : layer[QLatin1String("fields")].toArray()) {
        names << field[QLatin1String("name")].toString() + QStringLiteral(" (") +
                     field[QLatin1String("type")].toString() + QLatin1Char(')');
    }
    lines << QStringLiteral("    fields: %1").arg(names.join(QStringLiteral(", ")));
    for (const QJsonValue& entry : layer[QLatin1String("diagnostics")].toArray()) {
        const QJsonValue feature = entry[QLatin1String("feature")];
        const QString where = entry[QLatin1String("where")].toString();
        lines << QStringLiteral("    %1 %2%3%4: %5")
                     .arg(entry[QLatin1String("severity")].toString(),
                          entry[QLatin1String("code")].toString(),
                          feature.isNull() ? QString()
                                           : QStringLiteral(" feature %1").arg(feature.toInteger()),
                          where.isEmpty() ? QString() : QStringLiteral(" at %1").arg(where),
                          entry[QLatin1String("text")].toString());
    }
    std::ranges::transform(lines, lines.begin(), printable);
    return lines.join(QLatin1Char('\n'));
}

} // namespace

QString printable(const QString& line)
{
    QString result;
    for (const QChar c : line) {
        const char16_t unit = c.unicode();
        const bool control = unit < 0x20 || (unit >= 0x7F && unit < 0xA0);
        const bool turnsDirection =
            (unit >= 0x202A && unit <= 0x202E) || (unit >= 0x2066 && unit <= 0x2069);
        if (control || turnsDirection) {
            result += QStringLiteral("\\u%1").arg(unit, 4, 16, QLatin1Char('0'));
        } else {
            result += c;
        }
    }
    return result;
}

QJsonObject toJson(const core::VectorFile& file)
{
    QJsonArray layers;
    for (const core::Layer& layer : file.layers) {
        layers.append(layerJson(layer));
    }
    return {{QStringLiteral("path"), text(file.path)},
            {QStringLiteral("driver"), text(file.driver)},
            {QStringLiteral("layers"), layers}};
}

QString toText(const QJsonObject& report)
{
    QString result;
    for (const QJsonValue& file : report[QLatin1String("files")].toArray()) {
        result +=
            printable(QStringLiteral("%1 (%2)").arg(file[QLatin1String("path")].toString(),
                                                    file[QLatin1String("driver")].toString())) +
            QLatin1Char('\n');
        for (const QJsonValue& layer : file[QLatin1String("layers")].toArray()) {
            result += layerText(layer.toObject()) + QLatin1Char('\n');
        }
    }
    return result;
}

QString describe(const QString& path, const core::Error& error)
{
    QString line = path + QStringLiteral(": ") + text(error.detail);
    if (!error.where.empty() && error.where != path.toStdString()) {
        line += QStringLiteral(" (%1)").arg(text(error.where));
    }
    return printable(line);
}

} // namespace masar::app
