// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLocale>

namespace masar::app {

/// The languages that the window and the texts of pictures speak.
enum class Language { english, arabic };

/// How numbers are written in Arabic: 0123 or ٠١٢٣.
enum class Digits { european, arabicIndic };

/// What the months of the Gregorian calendar are called in Arabic: شباط, as in Syria, Iraq, Jordan,
/// Lebanon and Palestine, or فبراير, as elsewhere.
enum class MonthNames { levantine, international };

/// How the reader is spoken to. English has one way of it; Arabic has choices.
struct Reader {
    Language language = Language::english;
    QLocale names = QLocale::c();   ///< of months and days
    QLocale numbers = QLocale::c(); ///< digits and separators

    bool operator==(const Reader&) const = default;
};

[[nodiscard]] Reader readerOf(Language language, Digits digits = Digits::arabicIndic,
                              MonthNames months = MonthNames::levantine);

} // namespace masar::app
