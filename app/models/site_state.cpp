// SPDX-License-Identifier: Apache-2.0
#include "app/models/site_state.hpp"

#include "app/map/map_theme.hpp"
#include "app/models/legend.hpp"
#include "app/models/time_text.hpp"
#include "app/models/timeline_event.hpp"
#include "core/query/states.hpp"
#include "core/time/edtf.hpp"

#include <QJsonArray>
#include <QJsonDocument>

namespace masar::app {

namespace {

/// On the day of a change both states are right: dates are whole days.
constexpr core::Instant kChangeover = 86'400;

QString textOf(const core::Layer& layer, std::string_view field, std::uint32_t row)
{
    return QString::fromStdString(layer.properties.text(field, row).value_or(std::string()));
}

core::EdtfQualifiers qualifiersOf(const QString& written, bool ofEnd)
{
    const auto date = core::parseEdtf(written.toStdString());
    return !date ? core::EdtfQualifiers{} : ofEnd ? date->end : date->begin;
}

QString firstSource(const core::Layer& layer, std::uint32_t row, const SourceTable& sources,
                    Language language)
{
    const QString key =
        QJsonDocument::fromJson(textOf(layer, "sources", row).toUtf8()).array().first().toString();
    const auto found = sources.constFind(key);
    return found == sources.constEnd() ? key : found->publisherIn(language);
}

} // namespace

QList<SiteState> historyOf(const core::Layer& layer, std::uint32_t row, const SourceTable& sources,
                           const Reader& reader, bool dark)
{
    const std::vector<std::uint32_t> rows = core::statesOf(layer, row);
    if (rows.size() < 2) {
        return {};
    }
    const auto zone = core::Zone::named(layer.timeFields.zone);
    const TimeText words(reader, zone ? *zone : core::Zone());
    QList<SiteState> history;
    for (const std::uint32_t state : rows) {
        const core::Span& span = layer.spans[state];
        const std::string status = layer.properties.text("status", state).value_or(std::string());
        const QString start = textOf(layer, layer.timeFields.startField, state);
        const QString end = textOf(layer, layer.timeFields.endField, state);
        SiteState shown;
        shown.title = status.empty() ? titleOf(layer, state, reader.language) : statusText(status);
        shown.when = words.beginWords(span, qualifiersOf(start, false)) + QLatin1Char('\n') +
                     words.endWords(span, qualifiersOf(end, true));
        shown.source = firstSource(layer, state, sources, reader.language);
        shown.colour = mapTheme(dark).status[paletteIndex(statusFrom(status))];
        shown.begin = secondsOf(span.beginMin);
        shown.end = secondsOf(span.endMax);
        shown.coreBegin = secondsOf(span.beginMax);
        shown.coreEnd = secondsOf(span.endMin);
        shown.forecast = statusFrom(status) == Status::expected;
        shown.row = static_cast<int>(state);
        for (const std::uint32_t other : rows) {
            const std::string otherStatus =
                layer.properties.text("status", other).value_or(std::string());
            shown.contradicted = shown.contradicted ||
                                 (otherStatus != status && !shown.forecast &&
                                  statusFrom(otherStatus) != Status::expected &&
                                  core::certainOverlap(span, layer.spans[other]) > kChangeover);
        }
        history.append(shown);
    }
    return history;
}

} // namespace masar::app
