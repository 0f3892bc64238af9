// SPDX-License-Identifier: Apache-2.0
#include "app/models/reader.hpp"

namespace masar::app {

Reader readerOf(Language language, Digits digits, MonthNames months)
{
    if (language == Language::english) {
        const QLocale english(QLocale::English, QLocale::UnitedKingdom);
        return {language, english, english};
    }
    // The countries stand for the ways of writing that CLDR gives them.
    const QLocale names(QLocale::Arabic,
                        months == MonthNames::levantine ? QLocale::Syria : QLocale::Egypt);
    const QLocale numbers(QLocale::Arabic, digits == Digits::european ? QLocale::UnitedArabEmirates
                                                                      : QLocale::Egypt);
    return {language, names, numbers};
}

QString asWritten(const QString& value, const Reader& reader)
{
    if (reader.language == Language::english || value.isEmpty()) {
        return value;
    }
    constexpr QChar firstStrongIsolate(0x2068);
    constexpr QChar popIsolate(0x2069);
    return firstStrongIsolate + value + popIsolate;
}

} // namespace masar::app
