// SPDX-License-Identifier: Apache-2.0
#include "core/io/geojson_reader.hpp"

#include "core/io/geojson_geometry.hpp"
#include "core/io/geojson_outline.hpp"
#include "core/io/geojson_times.hpp"
#include "core/io/json_fault.hpp"
#include "core/io/json_walk.hpp"
#include "core/io/layer_builder.hpp"

#include <cmath>
#include <format>
#include <utility>
#include <vector>

namespace masar::core {

namespace {

/// simdjson counts a document's bytes in 32 bits.
constexpr std::uint64_t kMaxBytes = 0xFFFFFFFF - simdjson::SIMDJSON_PADDING;
constexpr std::uint64_t kMembersBetweenChecks = 4096;

/// Columns of a feature's own "id" until it is known whether the properties have one too.
constexpr std::string_view kFeatureId = "@id";

enum class Step { ok, notJson, cancelled };

class GeoJsonReader {
public:
    GeoJsonReader(const LocalFile& file, const ReadOptions& options, FileText& text)
        : m_file(file), m_options(options), m_bytes(text.data()), m_text(text.view()),
          m_places(m_text), m_builder(file.stem, file, "GeoJSON"),
          m_times(Zone::named(options.zone).value_or(Zone()))
    {
        if (m_text.starts_with("\xef\xbb\xbf")) {
            m_start = 3;
        }
        m_builder.setWhere([this] { return m_places.at(m_featureAt); });
    }

    Result<JsonRead> run()
    {
        if (check() == Step::cancelled) {
            return fail(ErrorCode::cancelled, "cancelled", m_file.path);
        }
        if (const auto records = splitRecords(m_text.substr(m_start)); !records.empty()) {
            return readSequence(records);
        }
        const auto body = m_text.substr(m_start);
        auto outline = outlineOf(body);
        if (!outline) {
            return std::unexpected(outline.error());
        }
        if (!outline->otherDriver.empty()) {
            return JsonRead{std::nullopt, outline->otherDriver};
        }
        useOutline(*outline);
        m_featureAt = m_start;
        switch (readRoot(*outline)) {
        case Step::notJson:
            return std::unexpected(fault(body));
        case Step::cancelled:
            return fail(ErrorCode::cancelled, "cancelled", m_file.path);
        case Step::ok:
            break;
        }
        return JsonRead{finish(), {}};
    }

private:
    std::size_t offsetOf(const char* at) const { return static_cast<std::size_t>(at - m_bytes); }

    /// Why a document was given up.
    Error fault(std::string_view document)
    {
        const auto found = findJsonFault(document);
        const std::size_t at = offsetOf(document.data()) + (found ? found->at : 0);
        return fail(ErrorCode::malformed,
                    std::format("not JSON at {}: {}", m_places.at(at),
                                found ? found->reason : "the parser refuses it"),
                    std::format("{}:{}", m_file.path, m_places.at(at)))
            .error();
    }

    /// Parses a document and looks over its root members.
    Result<GeoJsonOutline> outlineOf(std::string_view document)
    {
        const simdjson::padded_string_view padded(document.data(), document.size(),
                                                  document.size() + simdjson::SIMDJSON_PADDING);
        const auto error = m_parser.iterate(padded).get(m_document);
        if (error == simdjson::MEMALLOC || error == simdjson::CAPACITY) {
            return fail(ErrorCode::unreadable, "too large for this machine's memory", m_file.path);
        }
        JsonObject root;
        if (error != simdjson::SUCCESS) {
            return std::unexpected(fault(document));
        }
        if (m_document.get_object().get(root) != simdjson::SUCCESS) {
            if (findJsonFault(document)) {
                return std::unexpected(fault(document));
            }
            return fail(ErrorCode::unsupported, "JSON, but not GeoJSON: the root is not an object",
                        m_file.path);
        }
        auto outline = readOutline(root);
        if (!outline) {
            return std::unexpected(fault(document));
        }
        if (!outline->problem.empty()) {
            // Not JSON counts before not GeoJSON.
            return findJsonFault(document)
                       ? Result<GeoJsonOutline>(std::unexpected(fault(document)))
                       : fail(ErrorCode::unsupported, outline->problem, m_file.path);
        }
        m_document.rewind();
        return *std::move(outline);
    }

    void useOutline(const GeoJsonOutline& outline)
    {
        if (!outline.name.empty()) {
            m_builder.setName(outline.name);
        }
        const std::string& name = outline.name.empty() ? m_file.stem : outline.name;
        const std::string& chosen = m_options.choicesOf(name).crs;
        if (!chosen.empty()) {
            m_builder.setCrs(chosen, chosen, CrsOrigin::chosen);
        } else if (!outline.crsName.empty()) {
            m_builder.setCrs(outline.crsName, outline.crsName);
        }
        if (!outline.crsProblem.empty()) {
            m_builder.diagnostics().add(
                {Severity::warning, outline.crsCode, std::nullopt, "crs", outline.crsProblem});
        }
    }

    Step readRoot(const GeoJsonOutline& outline)
    {
        JsonObject root;
        if (m_document.get_object().get(root) != simdjson::SUCCESS) {
            return Step::notJson;
        }
        Step step = Step::ok;
        if (outline.type == "FeatureCollection") {
            step = readCollection(root);
        } else if (outline.type == "Feature") {
            step = readFeature(root, 0);
        } else {
            step = readBareGeometry(root);
        }
        return step == Step::ok && !m_document.at_end() ? Step::notJson : step;
    }

    Step readBareGeometry(JsonObject root)
    {
        if (!m_geometry.read(root, 0, m_builder.geometry())) {
            return Step::notJson;
        }
        m_typeProblem.clear();
        m_times.clear();
        m_geometryProblem = m_geometry.problem();
        m_unclosed = m_geometry.unclosed();
        endFeature();
        return Step::ok;
    }

    Step readCollection(JsonObject root)
    {
        for (auto entry : root) {
            JsonField field;
            std::string_view key;
            JsonType type;
            if (std::move(entry).get(field) != simdjson::SUCCESS || !readJsonKey(field, key) ||
                field.value().type().get(type) != simdjson::SUCCESS) {
                return Step::notJson;
            }
            if (key == "features" && type == JsonType::array) {
                if (const Step step = readFeatures(field.value()); step != Step::ok) {
                    return step;
                }
            } else if (!skipJson(field.value(), 1)) {
                return Step::notJson;
            }
        }
        return Step::ok;
    }

    Step readFeatures(JsonValue value)
    {
        JsonArray array;
        if (value.get_array().get(array) != simdjson::SUCCESS) {
            return Step::notJson;
        }
        for (auto entry : array) {
            JsonValue member;
            JsonType type;
            if (std::move(entry).get(member) != simdjson::SUCCESS ||
                member.type().get(type) != simdjson::SUCCESS) {
                return Step::notJson;
            }
            m_featureAt = offsetOf(member.raw_json_token().data());
            Step step = Step::ok;
            if (type == JsonType::object) {
                JsonObject object;
                step = member.get_object().get(object) == simdjson::SUCCESS ? readFeature(object, 2)
                                                                            : Step::notJson;
            } else {
                step = skipJson(member, 2) ? Step::ok : Step::notJson;
                if (step == Step::ok) {
                    m_builder.reject("not-a-feature", "a member of \"features\" is not an object");
                }
            }
            if (step == Step::ok && m_builder.featureCount() % kMembersBetweenChecks == 0) {
                step = check();
            }
            if (step != Step::ok) {
                return step;
            }
        }
        return Step::ok;
    }

    Step check() const
    {
        if (m_options.stop.stop_requested()) {
            return Step::cancelled;
        }
        if (m_options.progress) {
            m_options.progress(static_cast<double>(m_featureAt) /
                               static_cast<double>(m_text.size()));
        }
        return Step::ok;
    }

    Step readFeature(JsonObject feature, std::size_t depth)
    {
        m_typeProblem = "a member of \"features\" has no type";
        m_geometryProblem.clear();
        m_unclosed = false;
        m_times.clear();
        for (auto entry : feature) {
            JsonField field;
            std::string_view key;
            JsonType type;
            if (std::move(entry).get(field) != simdjson::SUCCESS || !readJsonKey(field, key) ||
                field.value().type().get(type) != simdjson::SUCCESS ||
                !readMember(key, field.value(), type, depth + 1)) {
                return Step::notJson;
            }
        }
        endFeature();
        return Step::ok;
    }

    /// One member of a feature; false if the document is not JSON.
    bool readMember(std::string_view key, JsonValue value, JsonType type, std::size_t depth)
    {
        if (key == "type") {
            return readType(value, type, depth);
        }
        if (key == "geometry") {
            return readGeometry(value, type, depth);
        }
        if (key == "properties" && type == JsonType::object) {
            return readProperties(value, depth);
        }
        if (key == "id" && (type == JsonType::string || type == JsonType::number)) {
            return readProperty(m_builder.table().column(kFeatureId), value, type, depth);
        }
        if (key == "properties" && type != JsonType::null) {
            m_builder.note(Severity::warning, "properties-ignored",
                           "\"properties\" is not an object");
        }
        return skipJson(value, depth);
    }

    bool readType(JsonValue value, JsonType type, std::size_t depth)
    {
        if (type != JsonType::string) {
            m_typeProblem = "the type of a member of \"features\" is not a text";
            return skipJson(value, depth);
        }
        std::string_view text;
        bool replaced = false;
        if (!readJsonString(value, text, replaced)) {
            return false;
        }
        m_typeProblem =
            text == "Feature"
                ? std::string{}
                : std::format("a member of \"features\" is a \"{}\", not a Feature", text);
        return true;
    }

    bool readGeometry(JsonValue value, JsonType type, std::size_t depth)
    {
        m_builder.geometry().clear();
        m_geometryProblem.clear();
        if (type == JsonType::object) {
            JsonObject object;
            if (value.get_object().get(object) != simdjson::SUCCESS ||
                !m_geometry.read(object, depth, m_builder.geometry())) {
                return false;
            }
            m_geometryProblem = m_geometry.problem();
            m_unclosed = m_geometry.unclosed();
            return true;
        }
        if (type != JsonType::null) {
            m_geometryProblem = "the geometry is not an object";
        }
        return skipJson(value, depth);
    }

    bool readProperties(JsonValue value, std::size_t depth)
    {
        JsonObject properties;
        if (value.get_object().get(properties) != simdjson::SUCCESS) {
            return false;
        }
        for (auto entry : properties) {
            JsonField field;
            std::string_view key;
            JsonType type;
            if (std::move(entry).get(field) != simdjson::SUCCESS || !readJsonKey(field, key) ||
                field.value().type().get(type) != simdjson::SUCCESS) {
                return false;
            }
            if (GeoJsonTimes::isTimes(key, type)) {
                std::string_view text;
                if (!readJsonText(field.value(), depth + 1, text)) {
                    return false;
                }
                m_times.keep(key, text);
            } else if (!readProperty(m_builder.table().column(key), field.value(), type,
                                     depth + 1)) {
                return false;
            }
        }
        return true;
    }

    bool readProperty(TableBuilder::ColumnIndex column, JsonValue value, JsonType type,
                      std::size_t depth)
    {
        auto& table = m_builder.table();
        bool first = true;
        switch (type) {
        case JsonType::string: {
            std::string_view text;
            bool replaced = false;
            if (!readJsonString(value, text, replaced)) {
                return false;
            }
            if (replaced) {
                m_builder.note(Severity::warning, "half-surrogate",
                               "half of a \\u surrogate pair is shown as U+FFFD");
            }
            first = table.setText(column, text);
            break;
        }
        case JsonType::number: {
            JsonNumber number;
            if (!readJsonNumber(value, number)) {
                return false;
            }
            first = setNumber(column, number);
            break;
        }
        case JsonType::boolean: {
            bool boolean = false;
            if (value.get_bool().get(boolean) != simdjson::SUCCESS) {
                return false;
            }
            first = table.setBoolean(column, boolean);
            break;
        }
        case JsonType::object:
        case JsonType::array: {
            std::string_view text;
            if (!readJsonText(value, depth, text)) {
                return false;
            }
            first = table.setJson(column, text);
            break;
        }
        default:
            return skipJson(value, depth);
        }
        if (!first) {
            m_builder.note(Severity::warning, "duplicate-key",
                           "a property is there twice; the last one counts");
        }
        return true;
    }

    bool setNumber(TableBuilder::ColumnIndex column, const JsonNumber& number)
    {
        auto& table = m_builder.table();
        switch (number.kind) {
        case JsonNumber::Kind::integer:
            return table.setInteger(column, number.integer);
        case JsonNumber::Kind::bigInteger:
            return table.setBigInteger(column, number.digits);
        case JsonNumber::Kind::real:
            break;
        }
        // Too large for a double: the digits say more than "infinite".
        return std::isinf(number.real) ? table.setText(column, number.digits)
                                       : table.setReal(column, number.real);
    }

    void endFeature()
    {
        if (!m_typeProblem.empty()) {
            m_builder.reject("not-a-feature", m_typeProblem);
        } else if (!m_geometryProblem.empty()) {
            m_builder.reject("broken-geometry", m_geometryProblem);
        } else {
            if (m_unclosed) {
                m_builder.note(Severity::note, "ring-not-closed",
                               "a ring does not end where it began; it is closed");
            }
            m_times.settle(m_builder);
            m_builder.accept();
        }
    }

    Result<JsonRead> readSequence(const std::vector<std::string_view>& records)
    {
        std::optional<Error> first;
        for (const auto record : records) {
            m_featureAt = offsetOf(record.data());
            const std::uint64_t before = m_builder.featureCount();
            auto outline = outlineOf(record);
            if (!outline && outline.error().code == ErrorCode::unreadable) {
                return std::unexpected(outline.error());
            }
            if (outline && before == 0) {
                useOutline(*outline);
            }
            const Step step = outline ? readRoot(*outline) : Step::notJson;
            if (step == Step::cancelled || check() == Step::cancelled) {
                return fail(ErrorCode::cancelled, "cancelled", m_file.path);
            }
            if (step == Step::notJson) {
                const Error error = outline ? fault(record) : outline.error();
                first = first ? first : error;
                m_builder.reject("broken-record", error.detail);
            }
        }
        Layer layer = finish();
        if (layer.sourceIndex.empty() && first) {
            return std::unexpected(*first);
        }
        return JsonRead{std::move(layer), {}};
    }

    Layer finish()
    {
        Layer layer = m_builder.finish(TableBuilder::Infer::dates);
        nameFeatureId(layer.properties);
        return layer;
    }

    /// A feature's own id is a field "id", unless the properties have an "id" that says the same in
    /// every row.
    static void nameFeatureId(PropertyTable& table)
    {
        const auto own = table.find(kFeatureId);
        const auto property = table.find("id");
        if (own && !property) {
            table.columns[*own].name = "id";
        } else if (own && table.columns[*own].values == table.columns[*property].values) {
            table.columns.erase(table.columns.begin() + static_cast<std::ptrdiff_t>(*own));
        }
    }

    const LocalFile& m_file;
    const ReadOptions& m_options;
    const char* m_bytes;
    std::string_view m_text;
    std::size_t m_start = 0;
    LineColumns m_places;
    LayerBuilder m_builder;
    GeoJsonGeometry m_geometry;
    GeoJsonTimes m_times;
    simdjson::ondemand::parser m_parser;
    simdjson::ondemand::document m_document;
    std::size_t m_featureAt = 0;
    std::string m_typeProblem;
    std::string m_geometryProblem;
    bool m_unclosed = false;
};

} // namespace

Result<JsonRead> readGeoJson(const LocalFile& file, const ReadOptions& options)
{
    auto text = FileText::read(file, kMaxBytes, simdjson::SIMDJSON_PADDING);
    if (!text) {
        return std::unexpected(text.error());
    }
    return GeoJsonReader(file, options, *text).run();
}

} // namespace masar::core
