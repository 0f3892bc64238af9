// SPDX-License-Identifier: Apache-2.0
#include "app/models/reader.hpp"

#include "app/models/time_text.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace masar::app;
using masar::core::CivilDate;

TEST_CASE("Arabic is written with its own digits or the European ones, as the reader chose")
{
    const TimeText indic(readerOf(Language::arabic, Digits::arabicIndic));
    const TimeText european(readerOf(Language::arabic, Digits::european));
    CHECK(indic.number(2026) == QStringLiteral("٢٠٢٦"));
    CHECK(european.number(2026) == QStringLiteral("2026"));
    CHECK(indic.timeOfDay(14 * 3600 + 5 * 60) == QStringLiteral("١٤:٠٥"));
    CHECK(european.timeOfDay(14 * 3600 + 5 * 60) == QStringLiteral("14:05"));
    CHECK(readerOf(Language::arabic, Digits::european).numbers.toString(1234.5, 'f', 1) ==
          QStringLiteral("1,234.5"));
}

TEST_CASE("The months of Arabic have the names of the Levant or those of elsewhere")
{
    const CivilDate february{2026, 2, 21};
    const TimeText levant(readerOf(Language::arabic, Digits::european, MonthNames::levantine));
    const TimeText other(readerOf(Language::arabic, Digits::european, MonthNames::international));
    CHECK(levant.month(february).contains(QStringLiteral("شباط")));
    CHECK(other.month(february).contains(QStringLiteral("فبراير")));
    // Digits and month names are chosen apart from each other.
    CHECK(levant.month(february).contains(QStringLiteral("2026")));
    CHECK(TimeText(readerOf(Language::arabic, Digits::arabicIndic, MonthNames::international))
              .month(february)
              .contains(QStringLiteral("٢٠٢٦")));
}

TEST_CASE("English dates have day before month and grouped numbers")
{
    const Reader reader = readerOf(Language::english);
    CHECK(TimeText(reader).fullDay({2026, 2, 21}) == QStringLiteral("Saturday 21 February 2026"));
    CHECK(reader.numbers.toString(1234567) == QStringLiteral("1,234,567"));
}

TEST_CASE("What a file says keeps its own order within Arabic, and is untouched in English")
{
    const QString date = QStringLiteral("2026-04-23~");
    CHECK(asWritten(date, readerOf(Language::english)) == date);
    CHECK(asWritten(date, readerOf(Language::arabic)) == QChar(0x2068) + date + QChar(0x2069));
    CHECK(asWritten({}, readerOf(Language::arabic)).isEmpty());
}
