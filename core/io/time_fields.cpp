// SPDX-License-Identifier: Apache-2.0
#include "core/io/date_value.hpp"
#include "core/io/field_name.hpp"
#include "core/io/reader.hpp"
#include "core/io/value_text.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace masar::core {

namespace {

using Role = FieldName::Role;

constexpr std::size_t kSampleRows = 5000;

/// How well a column reads as dates.
struct Fit {
    DateEncoding encoding = DateEncoding::edtf;
    std::size_t values = 0; ///< looked at, of those that are there
    std::size_t read = 0;

    [[nodiscard]] bool mostly(double share) const
    {
        return values > 0 && static_cast<double>(read) >= share * static_cast<double>(values);
    }
};

struct DateField {
    const Column* column;
    FieldName name;
    Fit fit;
};

bool isDateType(FieldType type)
{
    return type == FieldType::date || type == FieldType::dateTime;
}

/// Whether a value reads as a date in this encoding and means a time that data speak of.
bool plausible(std::string_view text, DateEncoding encoding, const FieldName& name)
{
    if (encoding == DateEncoding::dayMonth || encoding == DateEncoding::monthDay) {
        return text.find_first_of("/.-") <= 2 && edtfTextOf(text, encoding) &&
               parseEdtf(*edtfTextOf(text, encoding)).has_value();
    }
    if (encoding != DateEncoding::edtf && encoding != DateEncoding::gdalDate) {
        const auto number = realOf(text);
        const double size = std::abs(number.value_or(0));
        switch (encoding) {
        case DateEncoding::year:
            if (!integerOf(text) || !(name.year ? *number >= -10000 && *number <= 3000
                                                : size >= 1000 && size <= 2100)) {
                return false;
            }
            break;
        case DateEncoding::epochSeconds:
        case DateEncoding::epochMilliseconds:
            if (epochEncodingOf(number.value_or(0)) != encoding) {
                return false;
            }
            break;
        default:
            break;
        }
    }
    const auto edtf = edtfTextOf(text, encoding);
    return edtf && parseEdtf(*edtf).has_value();
}

std::vector<DateEncoding> encodingsOf(FieldType type)
{
    switch (type) {
    case FieldType::text:
        return {DateEncoding::edtf,         DateEncoding::gdalDate,
                DateEncoding::dayMonth,     DateEncoding::monthDay,
                DateEncoding::yearMonthDay, DateEncoding::epochMilliseconds,
                DateEncoding::epochSeconds};
    case FieldType::date:
    case FieldType::dateTime:
        return {DateEncoding::edtf, DateEncoding::gdalDate};
    case FieldType::integer:
    case FieldType::real:
        return {DateEncoding::yearMonthDay, DateEncoding::epochMilliseconds,
                DateEncoding::epochSeconds, DateEncoding::year};
    case FieldType::boolean:
    case FieldType::time:
    case FieldType::json:
        break;
    }
    return {};
}

std::vector<std::string> sample(const PropertyTable& table, std::size_t column, std::size_t rows)
{
    std::vector<std::string> texts;
    const auto look = [&](std::size_t row) {
        auto text = table.text(column, row);
        if (text && !isNoDate(*text) && *text != "0") {
            texts.push_back(std::move(*text));
        }
    };
    const std::size_t stride = rows / kSampleRows + 1;
    for (std::size_t row = 0; row < rows; row += stride) {
        look(row);
    }
    // A field that only few rows have may have been missed.
    for (std::size_t row = 0; texts.empty() && row < rows && stride > 1; ++row) {
        look(row);
    }
    return texts;
}

/// Whether the days or the months come first in dates of numbers, of which the sample read as well
/// either way: by the first value of the field that can be read in one way only.
DateEncoding orderOf(const PropertyTable& table, std::size_t column, std::size_t rows)
{
    for (std::size_t row = 0; row < rows; ++row) {
        const auto text = table.text(column, row).value_or(std::string{});
        const bool dayFirst = edtfTextOf(text, DateEncoding::dayMonth).has_value();
        const bool monthFirst = edtfTextOf(text, DateEncoding::monthDay).has_value();
        if (dayFirst != monthFirst) {
            return dayFirst ? DateEncoding::dayMonth : DateEncoding::monthDay;
        }
    }
    return DateEncoding::dayOrMonth;
}

Fit fitOf(const PropertyTable& table, std::size_t column, std::size_t rows, const FieldName& name)
{
    const auto encodings = encodingsOf(table.columns[column].type);
    Fit best;
    if (encodings.empty()) {
        return best;
    }
    const auto texts = sample(table, column, rows);
    best.encoding = encodings.front();
    best.values = texts.size();
    for (const auto encoding : encodings) {
        const auto read = static_cast<std::size_t>(std::ranges::count_if(
            texts, [&](const auto& text) { return plausible(text, encoding, name); }));
        if (read > best.read) {
            best.encoding = encoding;
            best.read = read;
        } else if (read == best.read && read > 0 && best.encoding == DateEncoding::dayMonth &&
                   encoding == DateEncoding::monthDay) {
            best.encoding = orderOf(table, column, rows);
        }
    }
    return best;
}

/// A column's name is a promise, so half of its values suffice; a name with other words in it
/// promises less.
bool isUsable(const DateField& field)
{
    if (field.name.role == Role::none) {
        return isDateType(field.column->type) && field.fit.read > 0;
    }
    return field.fit.mostly(field.name.plain && field.name.role != Role::record ? 0.5 : 0.8);
}

std::size_t rowsOf(const PropertyTable& table)
{
    return table.columns.empty() ? 0
                                 : std::visit([](const auto& values) { return values.size(); },
                                              table.columns.front().values);
}

std::vector<DateField> dateFields(const PropertyTable& table)
{
    std::vector<DateField> fields;
    const std::size_t rows = rowsOf(table);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const auto& column = table.columns[i];
        auto name = readFieldName(column.name);
        if (name.role == Role::none && !isDateType(column.type)) {
            continue;
        }
        fields.push_back({&column, name, fitOf(table, i, rows, name)});
    }
    return fields;
}

/// A choice, and how much speaks for it.
struct Candidate {
    int score = 0;
    TimeFields fields;
};

int unitScore(const FieldName& name)
{
    if (name.unit == "date" || name.unit == "edtf") {
        return 8;
    }
    return name.unit == "datetime" || name.unit == "timestamp" || name.unit == "when" ? 6
           : name.unit == "time"                                                      ? 5
           : name.year                                                                ? 2
                                                                                      : 3;
}

void addSingle(const DateField& field, const std::string& zone, std::vector<Candidate>& candidates)
{
    Candidate candidate;
    candidate.fields = {.convention = TimeConvention::single,
                        .startField = field.column->name,
                        .startEncoding = field.fit.encoding,
                        .zone = zone};
    const bool plain = field.name.plain;
    switch (field.name.role) {
    case Role::single:
        candidate.score = (plain ? 80 : 50) + unitScore(field.name);
        break;
    case Role::none:
        candidate.score = 40;
        break;
    case Role::record:
        candidate.score = -10;
        break;
    case Role::start:
        candidate.score = plain ? 70 : 25;
        candidate.fields.convention = TimeConvention::startOnly;
        break;
    case Role::end:
        candidate.score = plain ? 30 : 20;
        candidate.fields.convention = TimeConvention::endOnly;
        candidate.fields.endField = std::exchange(candidate.fields.startField, {});
        candidate.fields.endEncoding =
            std::exchange(candidate.fields.startEncoding, DateEncoding::edtf);
        break;
    }
    candidates.push_back(std::move(candidate));
}

void addRange(const DateField& start, const DateField& end, const std::string& zone,
              std::vector<Candidate>& candidates)
{
    const bool usable = (isUsable(start) && (isUsable(end) || end.fit.values == 0)) ||
                        (isUsable(end) && start.fit.values == 0);
    if (!usable || start.name.subject != end.name.subject) {
        return;
    }
    Candidate candidate;
    candidate.score = 100 + (areRangeWords(start.name.word, end.name.word) ? 8 : 0) +
                      (start.name.unit == end.name.unit ? 4 : 0) + (start.name.plain ? 10 : 0) -
                      (start.name.year ? 1 : 0);
    candidate.fields = {.convention = TimeConvention::range,
                        .startField = start.column->name,
                        .endField = end.column->name,
                        .startEncoding = start.fit.encoding,
                        .endEncoding = end.fit.values == 0 ? start.fit.encoding : end.fit.encoding,
                        .zone = zone};
    // Where one of the two says whether days or months come first, it speaks for both.
    auto& fields = candidate.fields;
    const auto decided = [](DateEncoding encoding) {
        return encoding == DateEncoding::dayMonth || encoding == DateEncoding::monthDay;
    };
    if (fields.startEncoding == DateEncoding::dayOrMonth && decided(fields.endEncoding)) {
        fields.startEncoding = fields.endEncoding;
    } else if (fields.endEncoding == DateEncoding::dayOrMonth && decided(fields.startEncoding)) {
        fields.endEncoding = fields.startEncoding;
    }
    candidates.push_back(std::move(candidate));
}

/// ACLED: event_date, and in time_precision whether it is known to the day (1), the week (2) or the
/// month (3).
void addPrecision(const PropertyTable& table, const DateField& date, const std::string& zone,
                  std::vector<Candidate>& candidates)
{
    for (const auto& column : table.columns) {
        if (lowerAscii(column.name) == "time_precision" && date.name.role == Role::single &&
            date.name.plain) {
            candidates.push_back({200,
                                  {.convention = TimeConvention::precision,
                                   .startField = date.column->name,
                                   .precisionField = column.name,
                                   .startEncoding = date.fit.encoding,
                                   .zone = zone}});
        }
    }
}

} // namespace

DateEncoding dateEncodingOf(const PropertyTable& properties, const std::string& field)
{
    const auto column = properties.find(field);
    return column ? fitOf(properties, *column, rowsOf(properties), readFieldName(field)).encoding
                  : DateEncoding::edtf;
}

std::vector<TimeFields> timeFieldCandidates(const PropertyTable& properties,
                                            const std::string& zone)
{
    const auto fields = dateFields(properties);
    std::vector<Candidate> candidates;
    for (const auto& field : fields) {
        if (isUsable(field)) {
            addSingle(field, zone, candidates);
            addPrecision(properties, field, zone, candidates);
        }
        if (field.name.role == Role::start) {
            for (const auto& other : fields) {
                if (other.name.role == Role::end) {
                    addRange(field, other, zone, candidates);
                }
            }
        }
    }
    std::ranges::stable_sort(candidates, std::ranges::greater{}, &Candidate::score);
    std::vector<TimeFields> choices;
    if (!candidates.empty() && candidates.front().score < 0) {
        // Dates about the records alone are offered, but the first choice is not to take them.
        choices.push_back({.zone = zone});
    }
    for (auto& candidate : candidates) {
        choices.push_back(std::move(candidate.fields));
    }
    return choices;
}

} // namespace masar::core
