// SPDX-License-Identifier: Apache-2.0
#include "app/models/length_text.hpp"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>

namespace masar::app {

namespace {

struct LengthWords {
    Q_DECLARE_TR_FUNCTIONS(LengthText)
};

constexpr double kFoot = 0.3048;
constexpr double kMile = 1609.344;
constexpr double kNauticalMile = 1852;

constexpr LengthUnit kMetres{1, QT_TRANSLATE_NOOP("LengthText", "%1 m")};
constexpr LengthUnit kKilometres{1000, QT_TRANSLATE_NOOP("LengthText", "%1 km")};
constexpr LengthUnit kFeet{kFoot, QT_TRANSLATE_NOOP("LengthText", "%1 ft")};
constexpr LengthUnit kMiles{kMile, QT_TRANSLATE_NOOP("LengthText", "%1 mi")};
constexpr LengthUnit kNauticalMiles{kNauticalMile, QT_TRANSLATE_NOOP("LengthText", "%1 nmi")};

/// A unit of area from some size on, in square metres.
struct AreaUnit {
    double from;
    double squareMetres;
    const char* pattern;
};

constexpr std::array kAreas{
    std::array{AreaUnit{1e6, 1e6, QT_TRANSLATE_NOOP("LengthText", "%1 km²")},
               AreaUnit{1e4, 1e4, QT_TRANSLATE_NOOP("LengthText", "%1 ha")},
               AreaUnit{0, 1, QT_TRANSLATE_NOOP("LengthText", "%1 m²")}},
    std::array{AreaUnit{kMile * kMile, kMile* kMile, QT_TRANSLATE_NOOP("LengthText", "%1 sq mi")},
               AreaUnit{kMile * kMile / 640, kMile* kMile / 640,
                        QT_TRANSLATE_NOOP("LengthText", "%1 acres")},
               AreaUnit{0, kFoot* kFoot, QT_TRANSLATE_NOOP("LengthText", "%1 sq ft")}},
    std::array{AreaUnit{kNauticalMile * kNauticalMile / 10, kNauticalMile* kNauticalMile,
                        QT_TRANSLATE_NOOP("LengthText", "%1 sq nmi")},
               AreaUnit{1e4, 1e4, QT_TRANSLATE_NOOP("LengthText", "%1 ha")},
               AreaUnit{0, 1, QT_TRANSLATE_NOOP("LengthText", "%1 m²")}}};

/// Decimals for four figures, two at most.
QString measured(double value)
{
    const int decimals = value >= 1000 ? 0 : value >= 100 ? 1 : 2;
    return QLocale().toString(value, 'f', decimals);
}

} // namespace

LengthUnit unitFor(double metres, LengthUnits units)
{
    switch (units) {
    case LengthUnits::metric:
        return metres < kKilometres.metres ? kMetres : kKilometres;
    case LengthUnits::imperial:
        return metres < kMile ? kFeet : kMiles;
    case LengthUnits::nautical:
        break;
    }
    return metres < 0.1 * kNauticalMile ? kMetres : kNauticalMiles;
}

QString lengthText(double metres, LengthUnits units)
{
    const LengthUnit unit = unitFor(metres, units);
    return LengthWords::tr(unit.pattern).arg(measured(metres / unit.metres));
}

QString speedText(double metresPerSecond, LengthUnits units)
{
    const auto [unit, pattern] =
        units == LengthUnits::metric ? std::pair(1000.0, QT_TRANSLATE_NOOP("LengthText", "%1 km/h"))
        : units == LengthUnits::imperial
            ? std::pair(kMile, QT_TRANSLATE_NOOP("LengthText", "%1 mph"))
            : std::pair(kNauticalMile, QT_TRANSLATE_NOOP("LengthText", "%1 kn"));
    const double value = metresPerSecond * 3600 / unit;
    return LengthWords::tr(pattern).arg(QLocale().toString(value, 'f', value < 10 ? 1 : 0));
}

QString roundLengthText(double metres, LengthUnits units)
{
    constexpr double rounding = 1 + 1e-9; // 0.1 of a unit is not below itself
    const LengthUnit unit = unitFor(metres * rounding, units);
    const double value = std::round(metres / unit.metres * 1000) / 1000;
    return LengthWords::tr(unit.pattern)
        .arg(QLocale().toString(value, 'f', QLocale::FloatingPointShortest));
}

QString areaText(double squareMetres, LengthUnits units)
{
    const auto& areas = kAreas[static_cast<std::size_t>(units)];
    const auto unit = std::ranges::find_if(
        areas, [squareMetres](const AreaUnit& area) { return squareMetres >= area.from; });
    return LengthWords::tr(unit->pattern).arg(measured(squareMetres / unit->squareMetres));
}

} // namespace masar::app
