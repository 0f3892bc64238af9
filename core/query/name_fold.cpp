// SPDX-License-Identifier: Apache-2.0
#include "core/query/name_fold.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace masar::core {

namespace {

using namespace std::string_view_literals;

/// What a character becomes when it is no letter of its own.
constexpr char32_t kNothing = 0;
constexpr char32_t kSpace = U' ';

struct LatinRun {
    char32_t first;
    char letter; ///< '?' for those that kTwoLetters has
};

/// The Latin letters beyond ASCII by their base: each run reaches to the next (Unicode blocks
/// Latin-1, Extended-A, the parts of Extended-B that Turkic and Romance languages use, Extended
/// Additional).
constexpr auto kLatin = std::to_array<LatinRun>({
    {0xC0, 'a'},   {0xC6, '?'},   {0xC7, 'c'},   {0xC8, 'e'},   {0xCC, 'i'},   {0xD0, 'd'},
    {0xD1, 'n'},   {0xD2, 'o'},   {0xD7, ' '},   {0xD8, 'o'},   {0xD9, 'u'},   {0xDD, 'y'},
    {0xDE, '?'},   {0xE0, 'a'},   {0xE6, '?'},   {0xE7, 'c'},   {0xE8, 'e'},   {0xEC, 'i'},
    {0xF0, 'd'},   {0xF1, 'n'},   {0xF2, 'o'},   {0xF7, ' '},   {0xF8, 'o'},   {0xF9, 'u'},
    {0xFD, 'y'},   {0xFE, '?'},   {0xFF, 'y'},   {0x100, 'a'},  {0x106, 'c'},  {0x10E, 'd'},
    {0x112, 'e'},  {0x11C, 'g'},  {0x124, 'h'},  {0x128, 'i'},  {0x132, '?'},  {0x134, 'j'},
    {0x136, 'k'},  {0x139, 'l'},  {0x143, 'n'},  {0x14C, 'o'},  {0x152, '?'},  {0x154, 'r'},
    {0x15A, 's'},  {0x162, 't'},  {0x168, 'u'},  {0x174, 'w'},  {0x176, 'y'},  {0x179, 'z'},
    {0x17F, 's'},  {0x180, '\0'}, {0x1CD, 'a'},  {0x1CF, 'i'},  {0x1D1, 'o'},  {0x1D3, 'u'},
    {0x1DD, '\0'}, {0x1E6, 'g'},  {0x1E8, 'k'},  {0x1EA, 'o'},  {0x1EE, '\0'}, {0x218, 's'},
    {0x21A, 't'},  {0x21C, '\0'}, {0x259, 'e'},  {0x25A, '\0'}, {0x1E00, 'a'}, {0x1E02, 'b'},
    {0x1E08, 'c'}, {0x1E0A, 'd'}, {0x1E14, 'e'}, {0x1E1E, 'f'}, {0x1E20, 'g'}, {0x1E22, 'h'},
    {0x1E2C, 'i'}, {0x1E30, 'k'}, {0x1E36, 'l'}, {0x1E3E, 'm'}, {0x1E44, 'n'}, {0x1E4C, 'o'},
    {0x1E54, 'p'}, {0x1E58, 'r'}, {0x1E60, 's'}, {0x1E6A, 't'}, {0x1E72, 'u'}, {0x1E7C, 'v'},
    {0x1E80, 'w'}, {0x1E8A, 'x'}, {0x1E8E, 'y'}, {0x1E90, 'z'}, {0x1E96, 'h'}, {0x1E97, 't'},
    {0x1E98, 'w'}, {0x1E99, 'y'}, {0x1E9A, 'a'}, {0x1E9B, 's'}, {0x1E9F, 'd'}, {0x1EA0, 'a'},
    {0x1EB8, 'e'}, {0x1EC8, 'i'}, {0x1ECC, 'o'}, {0x1EE4, 'u'}, {0x1EF2, 'y'}, {0x1EFA, '\0'},
});

struct LetterPair {
    char32_t letter;
    std::string_view becomes;
};

constexpr auto kTwoLetters = std::to_array<LetterPair>({{0xC6, "ae"},
                                                        {0xDE, "th"},
                                                        {0xDF, "ss"},
                                                        {0xE6, "ae"},
                                                        {0xFE, "th"},
                                                        {0x132, "ij"},
                                                        {0x133, "ij"},
                                                        {0x152, "oe"},
                                                        {0x153, "oe"}});

/// An Arabic letter as it is compared.
char32_t arabic(char32_t c)
{
    switch (c) {
    case 0x622: // alif madda
    case 0x623: // alif with hamza above
    case 0x625: // alif with hamza below
    case 0x671: // alif wasla
    case 0x672:
    case 0x673:
        return 0x627; // alif
    case 0x624:       // waw with hamza
    case 0x6C6:       // Kurdish oe
    case 0x6C7:
    case 0x6CB:
        return 0x648; // waw
    case 0x626:       // ya with hamza
    case 0x649:       // alif maqsura
    case 0x6CC:       // Persian ya
    case 0x6CE:       // Kurdish e
    case 0x6D0:
        return 0x64A; // ya
    case 0x629:       // ta marbuta
    case 0x6BE:
    case 0x6C0:
    case 0x6C1:
    case 0x6C3:
    case 0x6D5:       // Kurdish ae
        return 0x647; // ha
    case 0x6A9:       // Persian kaf
    case 0x6AA:
        return 0x643; // kaf
    case 0x695:       // Kurdish rolled r
        return 0x631;
    case 0x6B5: // Kurdish dark l
        return 0x644;
    case 0x621: // hamza on the line
    case 0x640: // tatweel
    case 0x670: // dagger alif
        return kNothing;
    case 0x60C: // comma
    case 0x61B:
    case 0x61F:
    case 0x66A:
    case 0x66B:
    case 0x66C:
    case 0x66D:
    case 0x6D4:
        return kSpace;
    default:
        break;
    }
    const bool sign = (c >= 0x610 && c <= 0x61A) || (c >= 0x64B && c <= 0x65F) ||
                      (c >= 0x6D6 && c <= 0x6ED && c != 0x6E5 && c != 0x6E6);
    if (sign) {
        return kNothing;
    }
    if ((c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9)) {
        return U'0' + (c & 0xF);
    }
    return c;
}

char32_t ascii(char32_t c)
{
    if (c >= 'A' && c <= 'Z') {
        return c + ('a' - 'A');
    }
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        return c;
    }
    return c == '\'' || c == '`' ? kNothing : kSpace;
}

/// Apostrophes, modifier letters for ayn and hamza, combining marks and invisible marks of
/// direction.
bool vanishes(char32_t c)
{
    return c == 0xB4 || c == 0xAD || (c >= 0x2B9 && c <= 0x2BF) || (c >= 0x2C8 && c <= 0x2CC) ||
           (c >= 0x300 && c <= 0x36F) || c == 0x2018 || c == 0x2019 || c == 0x201B || c == 0x2032 ||
           (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

char32_t other(char32_t c)
{
    if (vanishes(c)) {
        return kNothing;
    }
    if ((c >= 0x80 && c <= 0xBF) || (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F)) {
        return kSpace; // controls, spaces and punctuation
    }
    if ((c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F)) {
        return c + 0x20; // capitals of Greek and Cyrillic
    }
    return c >= 0x400 && c <= 0x40F ? c + 0x50 : c;
}

/// The next code point; broken bytes are skipped as U+FFFD.
char32_t decode(std::string_view text, std::size_t& at)
{
    const auto byte = static_cast<unsigned char>(text[at++]);
    if (byte < 0x80) {
        return byte;
    }
    const int more = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : byte >= 0xC0 ? 1 : 0;
    if (more == 0) {
        return 0xFFFD;
    }
    char32_t point = byte & (0x3FU >> more);
    for (int i = 0; i < more; ++i) {
        if (at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80) {
            return 0xFFFD;
        }
        point = point << 6 | (static_cast<unsigned char>(text[at++]) & 0x3FU);
    }
    return point;
}

void encode(std::string& out, char32_t c)
{
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | c >> 6);
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0 | c >> 12);
        out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | c >> 18);
        out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
        out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    }
}

void appendSpace(std::string& out)
{
    if (!out.empty() && out.back() != ' ') {
        out += ' ';
    }
}

void appendFolded(std::string& out, char32_t c)
{
    char32_t folded = c;
    if (c < 0x80) {
        folded = ascii(c);
    } else if (c >= 0x600 && c <= 0x6FF) {
        folded = arabic(c);
    } else if (c < 0xC0 || c > 0x1EFF || (c > 0x25A && c < 0x1E00)) {
        folded = other(c);
    } else {
        const auto run = std::prev(std::ranges::upper_bound(kLatin, c, {}, &LatinRun::first));
        if (run->letter == '?') {
            out += std::ranges::find(kTwoLetters, c, &LetterPair::letter)->becomes;
            return;
        }
        folded = run->letter == '\0' ? c : static_cast<char32_t>(run->letter);
    }
    if (folded == kSpace || folded == 0xFFFD) {
        appendSpace(out);
    } else if (folded != kNothing) {
        encode(out, folded);
    }
}

std::vector<std::string_view> wordsOf(std::string_view text)
{
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at) {
            words.push_back(text.substr(at, end - at));
        }
        at = end + 1;
    }
    return words;
}

constexpr std::string_view kArabicArticle = "ال"sv;

/// al- and el-, and those whose l has become the next word's first letter: ash-, ez- ...
bool isArticle(std::string_view word, std::string_view next)
{
    if (word == kArabicArticle) {
        return true;
    }
    const bool vowel = word.size() >= 2 && word.size() <= 3 &&
                       (word[0] == 'a' || word[0] == 'e' || word[0] == 'u');
    if (!vowel) {
        return false;
    }
    const std::string_view consonant = word.substr(1);
    static constexpr auto letters =
        std::to_array({"l"sv, "sh"sv, "s"sv, "t"sv, "th"sv, "d"sv, "dh"sv, "r"sv, "z"sv, "n"sv});
    if (std::ranges::find(letters, consonant) == letters.end()) {
        return false;
    }
    return consonant == "l" || next.starts_with(consonant);
}

std::string_view withoutArabicArticle(std::string_view word)
{
    return word.size() > kArabicArticle.size() && word.starts_with(kArabicArticle)
               ? word.substr(kArabicArticle.size())
               : word;
}

std::string fold(std::string_view utf8, bool typed)
{
    std::string letters;
    letters.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        appendFolded(letters, decode(utf8, at));
    }
    const std::vector<std::string_view> words = wordsOf(letters);
    std::string result;
    result.reserve(letters.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool last = i + 1 == words.size();
        const std::string_view next =
            last ? words[i].substr(std::min<std::size_t>(1, words[i].size())) : words[i + 1];
        const bool article = isArticle(words[i], next);
        if (article && (!last || (typed && !result.empty()))) {
            continue;
        }
        if (!result.empty()) {
            result += ' ';
        }
        result += withoutArabicArticle(words[i]);
    }
    return typed && result == kArabicArticle ? std::string() : result;
}

bool isVowel(char c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

/// One Latin word by its sound.
std::string soundOfWord(std::string_view word)
{
    std::string sound;
    const auto at = [word](std::size_t i) { return i < word.size() ? word[i] : '\0'; };
    for (std::size_t i = 0; i < word.size(); ++i) {
        const char c = word[i];
        const char next = at(i + 1);
        const bool closed = !isVowel(at(i + 2)) && at(i + 2) != 'y' && at(i + 2) != 'w';
        if (c == next && c >= 'a' && c <= 'z' && !isVowel(c)) {
            continue; // the second of two is written
        }
        if ((c == 'a' || c == 'e') && (next == 'i' || next == 'y') && closed) {
            sound += "ai";
            ++i;
        } else if (((c == 'a' || c == 'o') && (next == 'u' || next == 'w') && closed) ||
                   (c == 'o' && next == 'o')) {
            sound += 'u';
            ++i;
        } else if (c == 'e' && next == 'e') {
            sound += 'i';
            ++i;
        } else {
            sound += c == 'o' ? 'u' : c;
        }
    }
    if (sound.size() > 3 && sound.back() == 'h' &&
        (sound.end()[-2] == 'a' || sound.end()[-2] == 'e')) {
        sound.pop_back(); // ta marbuta
        sound.back() = 'a';
    } else if (sound.size() > 3 && sound.back() == 'y' && !isVowel(sound.end()[-2])) {
        sound.back() = 'i';
    }
    if (sound == "tel" || sound == "til") {
        return "tal"; // a mound, in Arabic, Turkish and Kurdish spelling
    }
    return sound == "der" ? "dair" : sound; // a monastery
}

} // namespace

std::string foldName(std::string_view utf8)
{
    return fold(utf8, false);
}

std::string foldTyped(std::string_view utf8)
{
    return fold(utf8, true);
}

std::string soundOf(std::string_view folded)
{
    std::string result;
    for (const std::string_view word : wordsOf(folded)) {
        if (!result.empty()) {
            result += ' ';
        }
        const bool latin =
            std::ranges::all_of(word, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
        result += latin ? soundOfWord(word) : std::string(word);
    }
    return result;
}

} // namespace masar::core
