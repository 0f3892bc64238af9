// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crs/coordinate_text.hpp"

#include <string_view>
#include <vector>

namespace masar::core {

/// What had to be taken for granted to read typed coordinates.
enum class CoordinateReading {
    plain,          ///< nothing: there is no other reading
    latitudeFirst,  ///< no letter says which is which
    longitudeFirst, ///< the other way round
    band,           ///< the letter behind a UTM zone is the latitude band
    hemisphere      ///< the letter behind a UTM zone is the hemisphere
};

struct TypedPlace {
    LonLat place;
    CoordinateFormat format = CoordinateFormat::decimal;
    CoordinateReading reading = CoordinateReading::plain;
};

/// Why a text that is meant as coordinates is no place.
enum class CoordinateFault {
    none,
    outOfRange,  ///< latitude beyond 90, longitude beyond 180
    minutes,     ///< minutes or seconds of 60 or more, or below zero
    oneNumber,   ///< "36,7": one number with a decimal comma, or two
    uneven,      ///< three or five numbers: which belong together is not to be seen
    sameAxis,    ///< two latitudes or two longitudes
    sign,        ///< a letter and a minus sign
    noZone,      ///< two large numbers: UTM without its zone
    outsideZone, ///< UTM or MGRS that is no place in its zone
    unevenDigits ///< MGRS whose easting and northing differ in length
};

/// What a text is as coordinates: one place, two where it can be read in two ways (the likelier
/// first), or a fault; neither if it does not look like coordinates at all.
struct TypedCoordinates {
    std::vector<TypedPlace> places;
    CoordinateFault fault = CoordinateFault::none;
};

/// Reads decimal degrees ("36.7, 40.5", "36.7 N 40.5 E", "36,7; 40,5"), degrees with minutes and
/// seconds in any of the usual marks or with spaces, UTM ("37S 635049 4063351": zone with its band
/// or hemisphere) and MGRS ("37SFA 35048 63350"). Eastern Arabic digits and the first letters of
/// the Arabic directions do as well.
[[nodiscard]] TypedCoordinates readCoordinates(std::string_view utf8);

} // namespace masar::core
