// SPDX-License-Identifier: Apache-2.0
#include "app/services/timeline.hpp"

#include "app/models/record.hpp"
#include "core/time/edtf.hpp"

#include <algorithm>

namespace masar::app {

namespace {

/// "some day in 2025 (2025)": the date in words, then as written.
QString dateWords(const QString& written, const core::Span& span, const TimeText& words)
{
    if (written.isEmpty()) {
        return Timeline::tr("No date is stated");
    }
    const auto date = core::parseEdtf(written.toStdString());
    const core::EdtfQualifiers how = date ? date->begin : core::EdtfQualifiers{};
    return Timeline::tr("%1 (%2)", "a date in words, the date as written")
        .arg(words.singleWords(span, how), written);
}

/// Who says so, by their names.
QString sourceWords(const QStringList& keys, const SourceTable& sources, Language language)
{
    QStringList names;
    for (const QString& key : keys) {
        if (const auto found = sources.constFind(key); found != sources.constEnd()) {
            names << found->publisherIn(language);
        }
    }
    names.removeDuplicates();
    return names.isEmpty() ? QString()
                           : Timeline::tr("Source: %1").arg(names.join(Timeline::tr("; ", "list")));
}

QString lines(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(QLatin1Char('\n'));
}

} // namespace

void Timeline::show(const core::Window& range)
{
    emit rangeWanted(secondsOf(range.begin), secondsOf(range.end));
}

void Timeline::setStory(const Story* story, const Reader& reader, const TimeText& words)
{
    m_events.clear();
    m_numbers.clear();
    if (story != nullptr) {
        for (const StoryEvent& event : story->events) {
            m_events.append(TimelineEvent{
                event.title.in(reader.language),
                lines({dateWords(event.date, event.span, words), event.note.in(reader.language),
                       sourceWords(event.sources, story->sources, reader.language)}),
                event.span, event.forecast, event.sites});
        }
        double most = 1;
        for (const StoryNumber& number : story->numbers) {
            most = std::max(most, number.value);
        }
        for (const StoryNumber& number : story->numbers) {
            TimelineNumber shown;
            const QString value = reader.numbers.toString(number.value, 'f', 0);
            shown.text = countText(number.qualifier, value);
            shown.detail =
                lines({number.claim.in(reader.language), dateWords(number.date, number.span, words),
                       sourceWords(number.sources, story->sources, reader.language)});
            shown.begin = secondsOf(number.span.beginMin);
            shown.end = secondsOf(number.span.endMax);
            shown.height = number.value / most;
            shown.bound =
                number.qualifier != QLatin1StringView("about") && !number.qualifier.isEmpty();
            m_numbers.append(shown);
        }
    }
    emit changed();
}

} // namespace masar::app
