// SPDX-License-Identifier: Apache-2.0
#include "app/models/record.hpp"

#include "app/models/legend.hpp"
#include "app/models/time_text.hpp"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

#include <array>
#include <set>

namespace masar::app {

namespace {

struct RecordWords {
    Q_DECLARE_TR_FUNCTIONS(Record)
};

QString fromUtf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Builds the rows of one feature; what is said is struck off the list of fields still to say.
class Builder {
public:
    Builder(const core::Layer& layer, std::size_t row, const Reader& reader)
        : m_layer(layer), m_row(row), m_reader(reader)
    {
    }

    std::vector<RecordRow> rows(const SourceTable& sources)
    {
        addDates();
        addPlace();
        addClaim();
        addGrounds();
        addSources(sources);
        addOthers();
        return std::move(m_rows);
    }

    QString take(std::string_view field)
    {
        m_said.insert(std::string(field));
        return fromUtf8(m_layer.properties.text(field, m_row).value_or(std::string()));
    }

    /// A field that the data has in Arabic too, in the reader's language.
    QString takeText(const std::string& field)
    {
        const QString plain = take(field);
        const QString arabic = take(field + "_ar");
        return m_reader.language == Language::arabic && !arabic.isEmpty() ? arabic : plain;
    }

private:
    void add(RecordRow::Kind kind, const QString& section, const QString& name,
             const QString& value, const QString& detail = {})
    {
        if (!value.isEmpty()) {
            const bool date = kind == RecordRow::Kind::date;
            m_rows.push_back(
                {kind, section, name, date ? asWritten(value, m_reader) : value, detail, {}});
        }
    }

    static QString instantText(core::Instant at, const core::Result<core::Zone>& zone)
    {
        return fromUtf8(core::isoInstant(at, zone ? *zone : core::Zone()));
    }

    core::EdtfQualifiers qualifiers(const QString& text, core::DateEncoding encoding,
                                    bool ofEnd) const
    {
        if (encoding == core::DateEncoding::edtf) {
            if (const auto date = core::parseEdtf(text.toStdString())) {
                return ofEnd ? date->end : date->begin;
            }
        }
        return {};
    }

    void addDates()
    {
        const core::TimeFields& fields = m_layer.timeFields;
        const QString section = RecordWords::tr("When");
        const core::Span& span = m_layer.spans[m_row];
        const auto zone = core::Zone::named(fields.zone);
        const TimeText words(m_reader, zone ? *zone : core::Zone());
        if (m_layer.tracks.find(m_row)) {
            add(RecordRow::Kind::date, section, RecordWords::tr("First fix"),
                instantText(span.beginMin, zone), words.beginWords(span, {}));
            add(RecordRow::Kind::date, section, RecordWords::tr("Last fix"),
                instantText(span.endMax - 1, zone), words.endWords(span, {}));
            return;
        }
        if (fields.convention == core::TimeConvention::none ||
            fields.convention == core::TimeConvention::fixes) {
            return;
        }
        const bool one = fields.convention == core::TimeConvention::single ||
                         fields.convention == core::TimeConvention::precision;
        const QString start = fields.startField.empty() ? QString() : take(fields.startField);
        const QString end = fields.endField.empty() ? QString() : take(fields.endField);
        if (!span.dated()) {
            const QString written = start.isEmpty() || end.isEmpty()
                                        ? start + end
                                        : start + QStringLiteral(" / ") + end;
            add(RecordRow::Kind::date, section, RecordWords::tr("Date"),
                written.isEmpty() ? RecordWords::tr("none") : written,
                written.isEmpty() ? RecordWords::tr("Shown at every date")
                                  : RecordWords::tr("Could not be read as a date"));
        } else if (one) {
            add(RecordRow::Kind::date, section, RecordWords::tr("Date"), start,
                words.singleWords(span, qualifiers(start, fields.startEncoding, false)));
        } else {
            const QString none = RecordWords::tr("not stated");
            add(RecordRow::Kind::date, section, RecordWords::tr("Begin"),
                start.isEmpty() ? none : start,
                words.beginWords(span, qualifiers(start, fields.startEncoding, false)));
            add(RecordRow::Kind::date, section, RecordWords::tr("End"), end.isEmpty() ? none : end,
                words.endWords(span, qualifiers(end, fields.endEncoding, true)));
        }
        add(RecordRow::Kind::text, section, {}, takeText("date_note"));
    }

    void addPlace()
    {
        const QString section = RecordWords::tr("What and where");
        const QString metres = take("precision_m");
        bool isNumber = false;
        const double precision = metres.toDouble(&isNumber);
        if (isNumber && precision > 0) {
            const QString distance =
                precision >= 1000
                    ? RecordWords::tr("%1 km").arg(
                          m_reader.numbers.toString(precision / 1000, 'g', 3))
                    : RecordWords::tr("%1 m").arg(m_reader.numbers.toString(precision, 'g', 3));
            add(RecordRow::Kind::field, section, RecordWords::tr("Position"),
                RecordWords::tr("within %1").arg(distance));
        }
        const QString count = take("count");
        const QString qualifier = take("count_qualifier");
        if (!count.isEmpty()) {
            add(RecordRow::Kind::field, section, RecordWords::tr("Number"),
                countText(qualifier, count));
        }
    }

    void addClaim()
    {
        const QString section = RecordWords::tr("What is claimed");
        add(RecordRow::Kind::text, section, {}, takeText("claim"));
        add(RecordRow::Kind::text, section, RecordWords::tr("Note"), takeText("note"));
    }

    void addGrounds()
    {
        const QString section = RecordWords::tr("How it is known");
        static const std::array<std::pair<const char*, const char*>, 3> bases{
            {{"stated", QT_TRANSLATE_NOOP("Record", "stated by the source")},
             {"inferred", QT_TRANSLATE_NOOP("Record", "inferred, not stated by a source")},
             {"estimated", QT_TRANSLATE_NOOP("Record", "estimated")}}};
        static const std::array<std::pair<const char*, const char*>, 5> levels{
            {{"high", QT_TRANSLATE_NOOP("Record", "high")},
             {"high-medium", QT_TRANSLATE_NOOP("Record", "high to medium")},
             {"medium", QT_TRANSLATE_NOOP("Record", "medium")},
             {"low-medium", QT_TRANSLATE_NOOP("Record", "low to medium")},
             {"low", QT_TRANSLATE_NOOP("Record", "low")}}};
        const auto inWords = [](const auto& table, const QString& value) {
            for (const auto& [word, text] : table) {
                if (value == QLatin1StringView(word)) {
                    return RecordWords::tr(text);
                }
            }
            return value;
        };
        add(RecordRow::Kind::field, section, RecordWords::tr("Basis"),
            inWords(bases, take("basis")));
        add(RecordRow::Kind::field, section, RecordWords::tr("Confidence"),
            inWords(levels, take("confidence")));
    }

    void addSources(const SourceTable& sources)
    {
        const QString written = take("sources");
        const QString section = RecordWords::tr("Sources");
        QStringList keys;
        const QJsonDocument list = QJsonDocument::fromJson(written.toUtf8());
        if (list.isArray()) {
            for (const QJsonValue& key : list.array()) {
                keys << key.toString();
            }
        } else {
            keys = written.split(QRegularExpression(QStringLiteral("[,;]")), Qt::SkipEmptyParts);
        }
        for (const QString& key : keys) {
            const auto found = sources.constFind(key.trimmed());
            if (found == sources.constEnd()) {
                m_rows.push_back(linked(
                    {RecordRow::Kind::source, section, {}, key.trimmed(), {}, {}}, key.trimmed()));
                continue;
            }
            m_rows.push_back(linked({RecordRow::Kind::source,
                                     section,
                                     found->publisherIn(m_reader.language),
                                     found->title.isEmpty() ? found->note : found->title,
                                     found->date,
                                     {}},
                                    found->url));
        }
    }

    /// Only addresses that a browser opens, and no other scheme that a file may carry, become
    /// links.
    static RecordRow linked(RecordRow row, const QString& address)
    {
        const QUrl url(address, QUrl::StrictMode);
        if (url.isValid() && (url.scheme() == QLatin1StringView("https") ||
                              url.scheme() == QLatin1StringView("http"))) {
            row.link = url.toString(QUrl::FullyEncoded);
        }
        return row;
    }

    void addOthers()
    {
        for (const core::Column& column : m_layer.properties.columns) {
            if (m_said.contains(column.name)) {
                continue;
            }
            const QString value = take(column.name);
            if (!value.isEmpty()) {
                m_rows.push_back(linked({RecordRow::Kind::field,
                                         RecordWords::tr("Fields"),
                                         fromUtf8(column.name),
                                         asWritten(value, m_reader),
                                         {},
                                         {}},
                                        value));
            }
        }
    }

    const core::Layer& m_layer;
    std::size_t m_row;
    Reader m_reader;
    std::vector<RecordRow> m_rows;
    std::set<std::string> m_said;
};

} // namespace

QString countText(const QString& qualifier, const QString& count)
{
    static const std::array<std::pair<const char*, const char*>, 6> words{
        {{"about", QT_TRANSLATE_NOOP("Record", "about %1")},
         {"fewer than", QT_TRANSLATE_NOOP("Record", "fewer than %1")},
         {"under", QT_TRANSLATE_NOOP("Record", "under %1")},
         {"over", QT_TRANSLATE_NOOP("Record", "over %1")},
         {"at least", QT_TRANSLATE_NOOP("Record", "at least %1")},
         {"at most", QT_TRANSLATE_NOOP("Record", "at most %1")}}};
    for (const auto& [word, text] : words) {
        if (qualifier == QLatin1StringView(word)) {
            return RecordWords::tr(text).arg(count);
        }
    }
    return qualifier.isEmpty() ? count : QStringLiteral("%1 %2").arg(qualifier, count);
}

QString titleOf(const core::Layer& layer, std::size_t row, Language language)
{
    static constexpr std::array english{"name", "Name", "NAME", "title", "Title", "label"};
    static constexpr std::array arabic{"name_ar", "name:ar"};
    if (language == Language::arabic) {
        for (const char* field : arabic) {
            if (const auto text = layer.properties.text(field, row)) {
                return fromUtf8(*text);
            }
        }
    }
    if (const auto text = layer.properties.text(layer.titleField, row)) {
        return fromUtf8(*text);
    }
    for (const char* field : english) {
        if (const auto text = layer.properties.text(field, row)) {
            return fromUtf8(*text);
        }
    }
    return RecordWords::tr("Feature %1").arg(QLocale().toString(layer.sourceIndex[row] + 1));
}

Record recordOf(const core::Layer& layer, std::size_t row, const SourceTable& sources,
                const Reader& reader)
{
    Record record;
    record.title = titleOf(layer, row, reader.language);
    Builder builder(layer, row, reader);
    const QString english = builder.take("name");
    QStringList others{builder.take("name_ar"), builder.take("name_ku")};
    others.prepend(english);
    others.removeAll(record.title);
    others.removeAll(QString());
    record.otherTitle = others.join(QStringLiteral("  ·  "));
    record.kind = kindText(builder.take("kind").toStdString());
    const QString status = builder.take("status");
    record.statusCode = statusFrom(status.toStdString());
    record.status = statusText(status.toStdString());
    if (layer.properties.find("claim")) {
        // The keys of Masar's own format (data/README.md): of use to programs, not to readers.
        builder.take("id");
        builder.take("site");
    }
    record.rows = builder.rows(sources);
    return record;
}

} // namespace masar::app
