// SPDX-License-Identifier: Apache-2.0
#include "core/io/time_spans.hpp"

#include "core/io/date_value.hpp"
#include "core/io/reader.hpp"

#include <algorithm>
#include <format>
#include <optional>
#include <utility>

namespace masar::core {

namespace {

using State = DateColumn::State;

constexpr const char* kUnreadable = "unreadable-date";
constexpr const char* kReversed = "end-before-begin";
constexpr const char* kOrderUnknown = "date-order-unknown";
constexpr std::size_t kRowsBetweenChecks = 65536;

/// Reads the spans of all rows by one choice; problems are collected and added once the choice has
/// proved good.
class SpanReader {
public:
    SpanReader(const Layer& layer, const TimeFields& choice, Zone zone)
        : m_layer(layer), m_choice(choice), m_zone(std::move(zone))
    {
    }

    /// Finds the fields of the choice.
    Result<void> bindFields()
    {
        Result<void> bound;
        if (usesStart()) {
            bound = bind(m_start, m_choice.startField, m_choice.startEncoding);
        }
        if (bound && usesEnd()) {
            bound = bind(m_end, m_choice.endField, m_choice.endEncoding);
        }
        if (bound && m_choice.convention == TimeConvention::precision) {
            bound = bind(m_precision, m_choice.precisionField, DateEncoding::edtf);
        }
        return bound;
    }

    Result<std::vector<Span>> run(const std::stop_token& stop)
    {
        std::vector<Span> spans(m_layer.rowCount());
        if (usesStart() || usesEnd()) {
            for (std::size_t row = 0; row < spans.size(); ++row) {
                if (row % kRowsBetweenChecks == 0 && stop.stop_requested()) {
                    return fail(ErrorCode::cancelled, "cancelled", m_layer.name);
                }
                spans[row] = read(row);
            }
        }
        for (const Track& track : m_layer.tracks.tracks) {
            spans[track.row] = m_layer.tracks.fixesOf(track).span();
        }
        return spans;
    }

    [[nodiscard]] Diagnostics takeProblems() { return std::move(m_problems); }

    /// The first rows with values that none before had.
    std::vector<DateSample> samples(std::size_t most)
    {
        std::vector<DateSample> samples;
        for (std::size_t row = 0; row < m_layer.rowCount() && samples.size() < most; ++row) {
            DateSample sample;
            sample.start = m_start ? m_start->text(row) : std::string{};
            sample.end = m_end ? m_end->text(row) : std::string{};
            const bool known = std::ranges::any_of(samples, [&](const DateSample& other) {
                return other.start == sample.start && other.end == sample.end;
            });
            if (!known && !(sample.start.empty() && sample.end.empty())) {
                sample.span = read(row);
                samples.push_back(std::move(sample));
            }
        }
        return samples;
    }

private:
    [[nodiscard]] bool usesStart() const
    {
        return m_choice.convention != TimeConvention::none &&
               m_choice.convention != TimeConvention::fixes &&
               m_choice.convention != TimeConvention::endOnly;
    }
    [[nodiscard]] bool usesEnd() const
    {
        return m_choice.convention == TimeConvention::range ||
               m_choice.convention == TimeConvention::endOnly;
    }

    Result<void> bind(std::optional<DateColumn>& column, const std::string& name,
                      DateEncoding encoding)
    {
        const auto index = m_layer.properties.find(name);
        if (!index) {
            return fail(ErrorCode::notFound, std::format("there is no field \"{}\"", name),
                        m_layer.name);
        }
        column.emplace(m_layer.properties, *index, encoding);
        return {};
    }

    void problem(const char* code, std::size_t row, const std::string& field, std::string text)
    {
        m_problems.add({Severity::warning, code, m_layer.sourceIndex[row], field, std::move(text)});
    }

    /// False if the value is there but is no date.
    bool readable(std::optional<DateColumn>& column, std::size_t row)
    {
        if (!column || column->read(row) != State::unreadable) {
            return true;
        }
        problem(kUnreadable, row, column->name(),
                std::format("\"{}\" is not a date", column->text(row)));
        return false;
    }

    Span read(std::size_t row)
    {
        // Both are read before either is given up, so that each unreadable value is named.
        const bool startReads = readable(m_start, row);
        const bool endReads = readable(m_end, row);
        if (!startReads || !endReads) {
            return {};
        }
        static const std::optional<Edtf> nothing;
        const auto& start = m_start ? m_start->date() : nothing;
        const auto& end = m_end ? m_end->date() : nothing;
        if (!start && !end) {
            return {};
        }
        switch (m_choice.convention) {
        case TimeConvention::single:
            return toSpan(*start, m_zone);
        case TimeConvention::precision:
            return readPrecision(row, *start);
        default:
            break;
        }
        const Span span = toSpan(start, end, m_zone);
        if (!span.dated()) {
            problem(kReversed, row, m_choice.endField,
                    std::format("ends ({}) before it begins ({})", end ? end->text : "",
                                start ? start->text : ""));
        }
        return span;
    }

    /// The event took one day, some day of the week (Monday to Sunday) or of the month that holds
    /// the date.
    Span readPrecision(std::size_t row, const Edtf& date)
    {
        const std::string precision = m_precision->text(row);
        const std::int64_t day = date.beginMin.day;
        std::int64_t first = day;
        std::int64_t last = day;
        if (precision == "2") {
            const std::int64_t weekday =
                ((day + 3) % 7 + 7) % 7; // 1970-01-01 was a Thursday; Monday is 0
            first = day - weekday;
            last = first + 6;
        } else if (precision == "3") {
            const CivilDate civil = civilFromDays(day);
            first = daysFromCivil({civil.year, civil.month, 1});
            last = first + daysInMonth(civil.year, civil.month) - 1;
        } else {
            if (precision != "1" && !precision.empty()) {
                problem(kUnreadable, row, m_choice.precisionField,
                        std::format("\"{}\" is not a time precision (1, 2 or 3); the day is taken",
                                    precision));
            }
            return toSpan(date, m_zone);
        }
        Edtf widened = date;
        widened.beginMin = widened.endMin = {.kind = EdtfBound::Kind::day, .day = first};
        widened.beginMax = widened.endMax = {.kind = EdtfBound::Kind::day, .day = last};
        return toSpan(widened, m_zone);
    }

    const Layer& m_layer;
    const TimeFields& m_choice;
    Zone m_zone;
    std::optional<DateColumn> m_start;
    std::optional<DateColumn> m_end;
    std::optional<DateColumn> m_precision;
    Diagnostics m_problems;
};

} // namespace

Result<void> applyTimeFields(Layer& layer, const TimeFields& choice)
{
    return applyTimeFields(layer, choice, {});
}

Result<void> applyTimeFields(Layer& layer, const TimeFields& choice, const std::stop_token& stop)
{
    auto zone = Zone::named(choice.zone);
    if (!zone) {
        return std::unexpected(zone.error());
    }
    SpanReader reader(layer, choice, *std::move(zone));
    if (auto bound = reader.bindFields(); !bound) {
        return bound;
    }
    auto spans = reader.run(stop);
    if (!spans) {
        return std::unexpected(spans.error());
    }
    layer.spans = *std::move(spans);
    layer.timeFields = choice;
    layer.counts.noDate = static_cast<std::uint64_t>(
        std::ranges::count_if(layer.spans, [](const Span& span) { return !span.dated(); }));
    layer.diagnostics.remove(kUnreadable);
    layer.diagnostics.remove(kReversed);
    layer.diagnostics.remove(kOrderUnknown);
    layer.diagnostics.add(reader.takeProblems());
    layer.needs.dateOrder = choice.startEncoding == DateEncoding::dayOrMonth ||
                            choice.endEncoding == DateEncoding::dayOrMonth;
    if (layer.needs.dateOrder) {
        layer.diagnostics.add({Severity::warning, kOrderUnknown, std::nullopt,
                               choice.startField.empty() ? choice.endField : choice.startField,
                               "no date tells whether the day or the month comes first; each is "
                               "taken for either"});
    }
    return {};
}

Result<std::vector<DateSample>> sampleDates(const Layer& layer, const TimeFields& choice,
                                            std::size_t most)
{
    auto zone = Zone::named(choice.zone);
    if (!zone) {
        return std::unexpected(zone.error());
    }
    SpanReader reader(layer, choice, *std::move(zone));
    if (auto bound = reader.bindFields(); !bound) {
        return std::unexpected(bound.error());
    }
    return reader.samples(most);
}

} // namespace masar::core
