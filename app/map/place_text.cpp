// SPDX-License-Identifier: Apache-2.0
#include "app/map/place_text.hpp"

#include <cmath>

namespace masar::app {

namespace {

/// Digits, point and the letters of directions as the reader's language writes them.
QString localized(const QString& text, const QLocale& locale)
{
    const bool arabic = locale.language() == QLocale::Arabic;
    const char16_t zero = locale.zeroDigit().at(0).unicode();
    QString result;
    for (const QChar c : text) {
        if (c >= QLatin1Char('0') && c <= QLatin1Char('9')) {
            result += QChar(static_cast<char16_t>(zero + (c.unicode() - u'0')));
        } else if (c == QLatin1Char('.')) {
            result += locale.decimalPoint();
        } else if (arabic && c == QLatin1Char(',')) {
            result += QChar(0x060C);
        } else if (const qsizetype letter = QStringView(u"NSEW").indexOf(c);
                   arabic && letter >= 0) {
            result += QStringView(u"شجقغ").at(letter);
        } else {
            result += c;
        }
    }
    return result;
}

} // namespace

QString placeText(core::LonLat place, core::CoordinateFormat format, const QLocale& locale)
{
    const QString text = QString::fromStdString(core::coordinateText(place, format));
    const bool degrees = format == core::CoordinateFormat::decimal ||
                         format == core::CoordinateFormat::degreesMinutesSeconds ||
                         text.contains(QLatin1Char(','));
    return degrees ? localized(text, locale) : text;
}

QString degreesText(double degrees, bool meridian, double stepDeg, core::CoordinateFormat format,
                    const QLocale& locale)
{
    const QChar direction =
        QLatin1Char(meridian ? (degrees < 0 ? 'W' : 'E') : (degrees < 0 ? 'S' : 'N'));
    const bool onLine =
        degrees == 0 || std::abs(degrees) == 180; // equator, Greenwich, 180 belong to neither side
    QString text;
    if (format == core::CoordinateFormat::decimal) {
        const int decimals =
            stepDeg >= 1 ? 0 : static_cast<int>(std::ceil(-std::log10(stepDeg) - 1e-9)) + 1;
        text = QString::number(std::abs(degrees), 'f', decimals);
        while (decimals > 0 && text.endsWith(QLatin1Char('0'))) {
            text.chop(1);
        }
        text = (text.endsWith(QLatin1Char('.')) ? text.chopped(1) : text) + QChar(0xB0);
    } else {
        const auto seconds = std::llround(std::abs(degrees) * 3600);
        text = QString::number(seconds / 3600) + QChar(0xB0);
        if (seconds % 3600 != 0) {
            text += QStringLiteral("%1").arg(seconds / 60 % 60, 2, 10, QLatin1Char('0')) +
                    QChar(0x2032);
        }
        if (seconds % 60 != 0) {
            text += QStringLiteral("%1").arg(seconds % 60, 2, 10, QLatin1Char('0')) + QChar(0x2033);
        }
    }
    return localized(onLine ? text : text + direction, locale);
}

} // namespace masar::app
