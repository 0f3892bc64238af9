// SPDX-License-Identifier: Apache-2.0
#include "core/io/json_walk.hpp"

#include "core/io/json_fault.hpp"
#include "core/io/value_text.hpp"

#include <limits>

namespace masar::core {

namespace {

constexpr std::string_view kReplacement = "\xef\xbf\xbd";

} // namespace

bool readJsonNumber(JsonValue& value, JsonNumber& number)
{
    const auto token = value.raw_json_token();
    simdjson::ondemand::number parsed;
    const auto error = value.get_number().get(parsed);
    if (error == simdjson::SUCCESS && parsed.is_int64()) {
        number.kind = JsonNumber::Kind::integer;
        number.integer = parsed.get_int64();
        return true;
    }
    if (error == simdjson::SUCCESS && parsed.is_double()) {
        number.kind = JsonNumber::Kind::real;
        number.real = parsed.get_double();
        return true;
    }
    // Beyond 64 bits with a sign, too large for a double, or no number at all.
    number.digits = trimmed(token);
    if (!isJsonNumber(number.digits)) {
        return false;
    }
    const bool integer = number.digits.find_first_of(".eE") == std::string_view::npos;
    number.kind = integer ? JsonNumber::Kind::bigInteger : JsonNumber::Kind::real;
    number.real = number.digits.starts_with('-') ? -std::numeric_limits<double>::infinity()
                                                 : std::numeric_limits<double>::infinity();
    return true;
}

bool readJsonDouble(JsonValue& value, double& number)
{
    if (value.get_double().get(number) == simdjson::SUCCESS) {
        return true;
    }
    if (!isJsonNumber(trimmed(value.raw_json_token()))) {
        return false;
    }
    number = std::numeric_limits<double>::infinity();
    return true;
}

bool readJsonString(JsonValue& value, std::string_view& text, bool& replaced)
{
    const auto token = value.raw_json_token();
    if (value.get_string(true).get(text) != simdjson::SUCCESS) {
        return false;
    }
    replaced = text.contains(kReplacement) && !token.contains(kReplacement) && token.contains('\\');
    return true;
}

bool readJsonKey(JsonField& field, std::string_view& key)
{
    key = field.escaped_key();
    return !key.contains('\\') || field.unescaped_key(true).get(key) == simdjson::SUCCESS;
}

bool skipJson(JsonValue value, std::size_t depth)
{
    JsonType type;
    if (value.type().get(type) != simdjson::SUCCESS) {
        return false;
    }
    if (depth >= kJsonMaxDepth && (type == JsonType::object || type == JsonType::array)) {
        return false;
    }
    switch (type) {
    case JsonType::object: {
        JsonObject object;
        if (value.get_object().get(object) != simdjson::SUCCESS) {
            return false;
        }
        for (auto entry : object) {
            JsonField field;
            std::string_view key;
            if (std::move(entry).get(field) != simdjson::SUCCESS || !readJsonKey(field, key) ||
                !skipJson(field.value(), depth + 1)) {
                return false;
            }
        }
        return true;
    }
    case JsonType::array: {
        JsonArray array;
        if (value.get_array().get(array) != simdjson::SUCCESS) {
            return false;
        }
        for (auto entry : array) {
            JsonValue element;
            if (std::move(entry).get(element) != simdjson::SUCCESS ||
                !skipJson(element, depth + 1)) {
                return false;
            }
        }
        return true;
    }
    case JsonType::number: {
        JsonNumber number;
        return readJsonNumber(value, number);
    }
    case JsonType::string: {
        std::string_view text;
        bool replaced = false;
        return readJsonString(value, text, replaced);
    }
    case JsonType::boolean: {
        bool boolean = false;
        return value.get_bool().get(boolean) == simdjson::SUCCESS;
    }
    case JsonType::null: {
        bool null = false;
        return value.is_null().get(null) == simdjson::SUCCESS && null;
    }
    default:
        return false;
    }
}

bool readJsonText(JsonValue value, std::size_t depth, std::string_view& text)
{
    const char* const start = value.raw_json_token().data();
    if (!skipJson(value, depth)) {
        return false;
    }
    const char* end = nullptr;
    if (value.current_location().get(end) != simdjson::SUCCESS) {
        return false;
    }
    text = trimmed({start, static_cast<std::size_t>(end - start)});
    return true;
}

} // namespace masar::core
