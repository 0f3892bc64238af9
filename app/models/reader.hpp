// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLocale>
#include <QString>

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

/// A value of a file as it stands there, kept in its own order within Arabic: "2026-04-23~" would
/// else end with its "~" in front.
[[nodiscard]] QString asWritten(const QString& value, const Reader& reader);

} // namespace masar::app
