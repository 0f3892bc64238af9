// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crs/coordinate_text.hpp"

#include <QLocale>
#include <QString>

namespace masar::app {

/// A place for reading: with the digits of a locale, in Arabic with the letters ش ج ق غ. References
/// of UTM and MGRS are written alike everywhere.
[[nodiscard]] QString placeText(core::LonLat place, core::CoordinateFormat format,
                                const QLocale& locale);

/// The degrees of a meridian or a parallel, as short as its step allows: "36°N", "36°30′N",
/// "36.5°N".
[[nodiscard]] QString degreesText(double degrees, bool meridian, double stepDeg,
                                  core::CoordinateFormat format, const QLocale& locale);

} // namespace masar::app
