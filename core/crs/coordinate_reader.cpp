// SPDX-License-Identifier: Apache-2.0
#include "core/crs/coordinate_reader.hpp"

#include <GeographicLib/MGRS.hpp>
#include <GeographicLib/UTMUPS.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <exception>
#include <optional>
#include <span>
#include <string>
#include <utility>

namespace masar::core {

namespace {

/// Longer than any coordinates are written.
constexpr std::size_t kMostBytes = 200;

struct Token {
    enum class Kind { number, letters, degree, minute, second, joint, comma };
    Kind kind = Kind::number;
    std::string text{}; ///< digits with a point; upper case letters
    double value = 0;
    bool negative = false;

    [[nodiscard]] bool isInteger() const { return text.find('.') == std::string::npos; }
};

struct Replacement {
    std::string_view from;
    std::string_view to;
};

/// What people type and programs copy, by plain signs. Longer ones come before their parts.
constexpr auto kPlain = std::to_array<Replacement>(
    {{"°", "d"},     {"º", "d"},     {"˚", "d"},      {"′′", "\""},    {"''", "\""},
     {"″", "\""},    {"“", "\""},    {"”", "\""},     {"′", "'"},      {"’", "'"},
     {"‘", "'"},     {"´", "'"},     {"−", "-"},      {"–", "-"},      {"٫", "."},
     {"،", ","},     {"؛", ";"},     {"\u00A0", " "}, {"\u202F", " "}, {"\u200E", ""},
     {"\u200F", ""}, {"\u2066", ""}, {"\u2067", ""},  {"\u2068", ""},  {"\u2069", ""},
     {"شمالاً", "N"}, {"شمالا", "N"}, {"شمال", "N"},   {"جنوباً", "S"},  {"جنوبا", "S"},
     {"جنوب", "S"},  {"شرقاً", "E"},  {"شرقا", "E"},   {"شرق", "E"},    {"غرباً", "W"},
     {"غربا", "W"},  {"غرب", "W"},   {"ش", "N"},      {"ج", "S"},      {"ق", "E"},
     {"غ", "W"},     {"٠", "0"},     {"١", "1"},      {"٢", "2"},      {"٣", "3"},
     {"٤", "4"},     {"٥", "5"},     {"٦", "6"},      {"٧", "7"},      {"٨", "8"},
     {"٩", "9"},     {"۰", "0"},     {"۱", "1"},      {"۲", "2"},      {"۳", "3"},
     {"۴", "4"},     {"۵", "5"},     {"۶", "6"},      {"۷", "7"},      {"۸", "8"},
     {"۹", "9"}});

std::string plain(std::string_view utf8)
{
    std::string result;
    while (!utf8.empty()) {
        const auto known = std::ranges::find_if(
            kPlain, [&](const Replacement& r) { return utf8.starts_with(r.from); });
        if (known != kPlain.end()) {
            result += known->to;
            utf8.remove_prefix(known->from.size());
        } else {
            result += utf8.front();
            utf8.remove_prefix(1);
        }
    }
    return result;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

class Scanner {
public:
    explicit Scanner(std::string_view utf8)
        : m_text(plain(utf8)), m_commaIsPoint(m_text.find('.') == std::string::npos)
    {
    }

    /// nullopt if some sign belongs to no coordinates.
    std::optional<std::vector<Token>> scan()
    {
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == ' ' || c == '\t' || c == '\n') {
                ++m_at;
            } else if (isDigit(c) || ((c == '-' || c == '+') && isDigit(peek(1)))) {
                scanNumberOrJoint();
            } else if (c == 'd' && (m_at == 0 || !isLetter(m_text[m_at - 1])) &&
                       !isLetter(peek(1))) {
                add(Token::Kind::degree);
            } else if (isLetter(c)) {
                scanLetters();
            } else if (c == '\'') {
                add(Token::Kind::minute);
            } else if (c == '"') {
                add(Token::Kind::second);
            } else if (c == ':') {
                add(Token::Kind::joint);
            } else if (c == ',' || c == ';' || c == '/') {
                add(Token::Kind::comma);
            } else {
                return std::nullopt;
            }
        }
        return std::move(m_tokens);
    }

    /// Whether "36,7" was taken for 36.7.
    [[nodiscard]] bool tookCommaForPoint() const { return m_tookComma; }

private:
    char peek(std::size_t ahead) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }

    void add(Token::Kind kind)
    {
        m_tokens.push_back({kind});
        ++m_at;
    }

    void scanNumberOrJoint()
    {
        Token token;
        const char sign = m_text[m_at];
        if (!isDigit(sign)) {
            if (m_at > 0 && isDigit(m_text[m_at - 1])) {
                return add(Token::Kind::joint); // 36-42-22N
            }
            token.negative = sign == '-';
            ++m_at;
        }
        scanDigits(token.text);
        const bool point = peek(0) == '.' || (peek(0) == ',' && m_commaIsPoint);
        if (point && isDigit(peek(1))) {
            m_tookComma = m_tookComma || peek(0) == ',';
            token.text += '.';
            ++m_at;
            scanDigits(token.text);
        }
        std::from_chars(token.text.data(), token.text.data() + token.text.size(), token.value);
        m_tokens.push_back(std::move(token));
    }

    void scanDigits(std::string& digits)
    {
        while (isDigit(peek(0))) {
            digits += m_text[m_at++];
        }
    }

    void scanLetters()
    {
        Token token{Token::Kind::letters};
        while (isLetter(peek(0))) {
            const char c = m_text[m_at++];
            token.text += static_cast<char>(c >= 'a' ? c - ('a' - 'A') : c);
        }
        for (const auto& [word, letter] : std::to_array<std::pair<std::string_view, char>>(
                 {{"NORTH", 'N'}, {"SOUTH", 'S'}, {"EAST", 'E'}, {"WEST", 'W'}})) {
            if (token.text == word) {
                token.text = letter;
            }
        }
        m_tokens.push_back(std::move(token));
    }

    std::string m_text;
    std::size_t m_at = 0;
    std::vector<Token> m_tokens;
    bool m_commaIsPoint;
    bool m_tookComma = false;
};

using Tokens = std::span<const Token>;

TypedCoordinates faulty(CoordinateFault fault)
{
    return {{}, fault};
}

bool isHemisphere(const Token& token)
{
    return token.kind == Token::Kind::letters && token.text.size() == 1 &&
           std::string_view("NSEW").contains(token.text[0]);
}

// ---- UTM and MGRS

/// The latitude band's letter (C to X without I and O) holds a latitude, but for rounding.
bool inBand(char band, double latDeg)
{
    constexpr std::string_view bands = "CDEFGHJKLMNPQRSTUVWX";
    constexpr double rounding = 0.001;
    const std::size_t index = bands.find(band);
    if (index == std::string_view::npos) {
        return false;
    }
    const double south = -80 + 8 * static_cast<double>(index);
    const double north = band == 'X' ? 84 : south + 8;
    return latDeg >= south - rounding && latDeg <= north + rounding;
}

std::optional<LonLat> fromUtm(int zone, bool north, double easting, double northing)
{
    try {
        LonLat place;
        GeographicLib::UTMUPS::Reverse(zone, north, easting, northing, place.latDeg, place.lonDeg);
        return place;
    } catch (const std::exception&) {
        return std::nullopt; // outside what the zone can hold
    }
}

TypedCoordinates readUtm(int zone, char letter, double easting, double northing)
{
    TypedCoordinates result;
    const auto add = [&](std::optional<LonLat> place, CoordinateReading reading) {
        const bool known = !result.places.empty() && place && result.places.front().place == *place;
        if (place && !known) {
            result.places.push_back({*place, CoordinateFormat::utm, reading});
        }
    };
    if (const auto place = fromUtm(zone, letter >= 'N', easting, northing);
        place && inBand(letter, place->latDeg)) {
        add(place, CoordinateReading::band);
    }
    if (letter == 'N' || letter == 'S') {
        add(fromUtm(zone, letter == 'N', easting, northing), CoordinateReading::hemisphere);
    }
    if (result.places.size() == 1) {
        result.places.front().reading = CoordinateReading::plain;
    }
    return result.places.empty() ? faulty(CoordinateFault::outsideZone) : result;
}

TypedCoordinates readMgrs(const std::string& square, const std::string& digits)
{
    try {
        int zone = 0;
        int precision = 0;
        bool north = true;
        double easting = 0;
        double northing = 0;
        GeographicLib::MGRS::Reverse(square + digits, zone, north, easting, northing, precision);
        LonLat place;
        GeographicLib::UTMUPS::Reverse(zone, north, easting, northing, place.latDeg, place.lonDeg);
        return {{{place, CoordinateFormat::mgrs, CoordinateReading::plain}}, CoordinateFault::none};
    } catch (const std::exception&) {
        return faulty(CoordinateFault::outsideZone);
    }
}

/// UTM or MGRS if the text begins like one: a zone and letters.
std::optional<TypedCoordinates> readGrid(Tokens tokens)
{
    using Kind = Token::Kind;
    if (tokens.size() < 3 || tokens[0].kind != Kind::number || !tokens[0].isInteger() ||
        tokens[0].negative || tokens[0].text.size() > 2 || tokens[1].kind != Kind::letters) {
        return std::nullopt;
    }
    std::string letters = tokens[1].text;
    std::size_t next = 2;
    if (letters.size() == 1 && tokens[2].kind == Kind::letters && tokens[2].text.size() == 2) {
        letters += tokens[next++].text;
    }
    std::vector<const Token*> numbers;
    for (const Token& token : tokens.subspan(next)) {
        const bool unit = token.kind == Kind::letters &&
                          (token.text == "M" || token.text == "ME" || token.text == "MN" ||
                           token.text == "E" || token.text == "N");
        if (token.kind == Kind::number && !token.negative) {
            numbers.push_back(&token);
        } else if (token.kind != Kind::comma && !unit) {
            return std::nullopt;
        }
    }
    if (letters.size() == 1 && numbers.size() == 2 && numbers[0]->value >= 100'000) {
        return readUtm(static_cast<int>(tokens[0].value), letters[0], numbers[0]->value,
                       numbers[1]->value);
    }
    if (letters.size() != 3 || numbers.empty() || numbers.size() > 2 ||
        !std::ranges::all_of(numbers, [](const Token* number) { return number->isInteger(); })) {
        return std::nullopt;
    }
    const std::string digits =
        numbers[0]->text + (numbers.size() == 2 ? numbers[1]->text : std::string());
    if (digits.size() % 2 != 0 ||
        (numbers.size() == 2 && numbers[0]->text.size() != numbers[1]->text.size())) {
        return faulty(CoordinateFault::unevenDigits);
    }
    return readMgrs(tokens[0].text + letters, digits);
}

// ---- degrees

struct Angle {
    double degrees = 0;
    char hemisphere = '\0';
    bool negative = false;
    bool sexagesimal = false;
    CoordinateFault fault = CoordinateFault::none;

    [[nodiscard]] bool isLatitude() const { return hemisphere == 'N' || hemisphere == 'S'; }
    [[nodiscard]] bool isLongitude() const { return hemisphere == 'E' || hemisphere == 'W'; }
    [[nodiscard]] double value() const
    {
        return negative || hemisphere == 'S' || hemisphere == 'W' ? -degrees : degrees;
    }
};

Angle readAngle(Tokens tokens)
{
    Angle angle;
    int parts = 0;
    bool fraction = false;
    for (const Token& token : tokens) {
        if (token.kind == Token::Kind::letters) {
            angle.fault = angle.hemisphere != '\0' ? CoordinateFault::uneven : angle.fault;
            angle.hemisphere = token.text[0];
        } else if (token.kind == Token::Kind::number) {
            const bool tooMuch = parts > 0 && (token.negative || token.value >= 60);
            if (tooMuch || fraction) {
                angle.fault = CoordinateFault::minutes;
            }
            angle.negative = angle.negative || token.negative;
            angle.degrees += token.value / std::pow(60.0, parts);
            fraction = !token.isInteger();
            ++parts;
        }
    }
    angle.sexagesimal = parts > 1;
    if (parts == 0 || parts > 3) {
        angle.fault = CoordinateFault::uneven;
    } else if (angle.negative && angle.hemisphere != '\0') {
        angle.fault = CoordinateFault::sign;
    }
    return angle;
}

/// Where the second angle begins among the tokens of both; 0 if that is not to be seen.
std::size_t secondAngle(Tokens tokens)
{
    using Kind = Token::Kind;
    const auto first = [&](auto wanted, std::size_t from) {
        const auto at = std::ranges::find_if(tokens.subspan(from), wanted);
        return static_cast<std::size_t>(at - tokens.begin());
    };
    const auto isNumber = [](const Token& token) { return token.kind == Kind::number; };
    if (std::ranges::any_of(tokens, isHemisphere)) {
        const std::size_t letter = first(isHemisphere, isHemisphere(tokens[0]) ? 1 : 0);
        const std::size_t begin = isHemisphere(tokens[0]) ? letter : letter + 1;
        return begin < tokens.size() ? begin : 0;
    }
    const auto isDegree = [](const Token& token) { return token.kind == Kind::degree; };
    if (std::ranges::count_if(tokens, isDegree) == 2) {
        return first(isDegree, first(isDegree, 0) + 1) - 1;
    }
    if (std::ranges::any_of(tokens, [](const Token& token) { return token.kind == Kind::joint; })) {
        for (std::size_t i = 1; i < tokens.size(); ++i) {
            if (isNumber(tokens[i]) && isNumber(tokens[i - 1])) {
                return i;
            }
        }
        return 0;
    }
    const auto numbers = static_cast<std::size_t>(std::ranges::count_if(tokens, isNumber));
    return numbers == tokens.size() && numbers % 2 == 0 && numbers <= 6 ? numbers / 2 : 0;
}

/// The tokens of the two angles; empty if they cannot be told apart.
std::pair<std::vector<Token>, std::vector<Token>> splitAngles(Tokens tokens)
{
    const auto isComma = [](const Token& token) { return token.kind == Token::Kind::comma; };
    std::vector<Token> joined;
    std::ranges::remove_copy_if(tokens, std::back_inserter(joined), isComma);
    std::size_t second = 0;
    if (std::ranges::count_if(tokens, isComma) == 1) {
        second = static_cast<std::size_t>(std::ranges::find_if(tokens, isComma) - tokens.begin());
    } else if (!joined.empty()) {
        second = secondAngle(joined);
    }
    if (second == 0 || second >= joined.size()) {
        return {};
    }
    const auto middle = joined.begin() + static_cast<std::ptrdiff_t>(second);
    return {{joined.begin(), middle}, {middle, joined.end()}};
}

TypedCoordinates placesOf(const Angle& a, const Angle& b)
{
    const CoordinateFormat format = a.sexagesimal || b.sexagesimal
                                        ? CoordinateFormat::degreesMinutesSeconds
                                        : CoordinateFormat::decimal;
    TypedCoordinates result;
    const auto add = [&](const Angle& lat, const Angle& lon, CoordinateReading reading) {
        const bool fits = !lat.isLongitude() && !lon.isLatitude();
        if (fits && std::abs(lat.value()) <= 90 && std::abs(lon.value()) <= 180) {
            result.places.push_back({{lon.value(), lat.value()}, format, reading});
        }
    };
    add(a, b, CoordinateReading::latitudeFirst);
    add(b, a, CoordinateReading::longitudeFirst);
    if (result.places.size() == 2 && result.places[0].place == result.places[1].place) {
        result.places.pop_back();
    }
    if (result.places.size() == 1) {
        result.places.front().reading = CoordinateReading::plain;
    }
    return result.places.empty() ? faulty(CoordinateFault::outOfRange) : result;
}

TypedCoordinates readDegrees(Tokens tokens, bool tookCommaForPoint)
{
    using Kind = Token::Kind;
    const auto numbers =
        std::ranges::count_if(tokens, [](const Token& t) { return t.kind == Kind::number; });
    const bool foreign = std::ranges::any_of(tokens, [](const Token& token) {
        return token.kind == Kind::letters && !isHemisphere(token);
    });
    if (foreign || numbers == 0) {
        return {};
    }
    const auto [first, second] = splitAngles(tokens);
    if (first.empty()) {
        const bool plainNumbers = std::ranges::all_of(tokens, [](const Token& token) {
            return token.kind == Kind::number || token.kind == Kind::comma;
        });
        if (numbers == 1) {
            return faulty(tookCommaForPoint && plainNumbers ? CoordinateFault::oneNumber
                                                            : CoordinateFault::none);
        }
        return faulty(plainNumbers && numbers <= 6 ? CoordinateFault::uneven
                                                   : CoordinateFault::none);
    }
    const Angle a = readAngle(first);
    const Angle b = readAngle(second);
    if (a.fault != CoordinateFault::none || b.fault != CoordinateFault::none) {
        return faulty(a.fault != CoordinateFault::none ? a.fault : b.fault);
    }
    if ((a.isLatitude() && b.isLatitude()) || (a.isLongitude() && b.isLongitude())) {
        return faulty(CoordinateFault::sameAxis);
    }
    if (a.degrees >= 100'000 && b.degrees >= 1'000) {
        return faulty(CoordinateFault::noZone);
    }
    return placesOf(a, b);
}

} // namespace

TypedCoordinates readCoordinates(std::string_view utf8)
{
    if (utf8.size() > kMostBytes) {
        return {};
    }
    Scanner scanner(utf8);
    const auto tokens = scanner.scan();
    if (!tokens || tokens->empty()) {
        return {};
    }
    if (const auto grid = readGrid(*tokens)) {
        return *grid;
    }
    return readDegrees(*tokens, scanner.tookCommaForPoint());
}

} // namespace masar::core
