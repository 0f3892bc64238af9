// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <string_view>

namespace masar::core {

using JsonValue = simdjson::ondemand::value;
using JsonObject = simdjson::ondemand::object;
using JsonArray = simdjson::ondemand::array;
using JsonField = simdjson::ondemand::field;
using JsonType = simdjson::ondemand::json_type;

// simdjson checks a value when it is read and no sooner. The functions here read every value of a
// document, each once and in order, so that a document that ends well was JSON throughout. They
// return false where it is not: the document must then be given up, and findJsonFault() says why.

/// A number as JSON has it.
struct JsonNumber {
    enum class Kind : std::uint8_t { integer, bigInteger, real };
    Kind kind = Kind::integer;
    std::int64_t integer = 0;
    double real = 0;         ///< infinite if the number is too large for a double
    std::string_view digits; ///< bigInteger: as written
};

[[nodiscard]] bool readJsonNumber(JsonValue& value, JsonNumber& number);

/// Any number as a double; infinite if it is too large for one.
[[nodiscard]] bool readJsonDouble(JsonValue& value, double& number);

/// A string. Half surrogates, which JSON lets pass and UTF-8 does not, become U+FFFD, and
/// `replaced` true. The view is valid as long as the document is.
[[nodiscard]] bool readJsonString(JsonValue& value, std::string_view& text, bool& replaced);

/// The name of an object's member; half surrogates become U+FFFD.
[[nodiscard]] bool readJsonKey(JsonField& field, std::string_view& key);

/// Reads a value to its end for the check alone. `depth` is the number of brackets open around it.
[[nodiscard]] bool skipJson(JsonValue value, std::size_t depth);

/// The same, with the text of the value as written (inner spaces too).
[[nodiscard]] bool readJsonText(JsonValue value, std::size_t depth, std::string_view& text);

} // namespace masar::core
