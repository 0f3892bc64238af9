// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace masar::core {

/// A text (UTF-8) as names are compared: lower case without diacritics, words parted by one space,
/// articles dropped. Latin, Turkish and Kurdish letters become ASCII; Arabic letters lose vowel
/// signs and tatweel, and the forms of hamza, alif maqsura, ta marbuta and the Persian and Kurdish
/// letters become one letter each; digits become ASCII. Apostrophes (ayn, hamza) vanish, hyphens
/// and other punctuation part words. The articles al-, el-, ash-, ez- ... and ال go where a word
/// follows. Other scripts stay as they are, but for capitals of Greek and Cyrillic.
[[nodiscard]] std::string foldName(std::string_view utf8);

/// The same for a name that is still being typed: an article at its end goes too.
[[nodiscard]] std::string foldTyped(std::string_view utf8);

/// A folded text with Latin spellings that sound alike written alike: "raqqah" and "raqa", "deir
/// zour" and "dayr zor". Looser than folding: for a second look where the spelling itself does not
/// meet.
[[nodiscard]] std::string soundOf(std::string_view folded);

} // namespace masar::core
