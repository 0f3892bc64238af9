// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace masar::app {

/// In which units lengths are told.
enum class LengthUnits {
    metric,
    imperial, ///< feet, miles, acres
    nautical  ///< metres, nautical miles
};

/// A unit of length with how it is written.
struct LengthUnit {
    double metres = 1;
    const char* pattern = "%1 m"; ///< to be translated in the context "LengthText"
};

/// The unit in which a length is told: the small one below one of the large.
[[nodiscard]] LengthUnit unitFor(double metres, LengthUnits units);

/// A measured length, "12.35 km", with four figures or so, in the reader's digits.
[[nodiscard]] QString lengthText(double metres, LengthUnits units);
/// A length that is round in its unit: "5 km", "0.2 nmi".
[[nodiscard]] QString roundLengthText(double metres, LengthUnits units);
/// A speed: "54 km/h", "33 mph", "29 kn".
[[nodiscard]] QString speedText(double metresPerSecond, LengthUnits units);
/// A measured area: "1,234 km²", "12.3 ha".
[[nodiscard]] QString areaText(double squareMetres, LengthUnits units);

} // namespace masar::app
