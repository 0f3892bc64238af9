// SPDX-License-Identifier: Apache-2.0
#include "core/crs/coordinate_text.hpp"

#include <GeographicLib/MGRS.hpp>
#include <GeographicLib/UTMUPS.hpp>

#include <cmath>
#include <cstdlib>
#include <exception>
#include <format>

namespace masar::core {

namespace {

std::string decimalText(LonLat place)
{
    return std::format("{:.5f} {}, {:.5f} {}", std::abs(place.latDeg), place.latDeg < 0 ? 'S' : 'N',
                       std::abs(place.lonDeg), place.lonDeg < 0 ? 'W' : 'E');
}

/// Degrees, minutes and tenths of a second; carries so that no "60" is written.
std::string sexagesimal(double degrees, char positive, char negative)
{
    const auto tenths = static_cast<long long>(std::llround(std::abs(degrees) * 36000));
    const bool below = degrees < 0 && tenths != 0;
    return std::format("{}°{:02}′{:02}.{}″{}", tenths / 36000, tenths / 600 % 60, tenths / 10 % 60,
                       tenths % 10, below ? negative : positive);
}

} // namespace

std::string coordinateText(LonLat place, CoordinateFormat format)
{
    if (!isPlace(place)) {
        return {};
    }
    place.lonDeg = std::remainder(place.lonDeg, 360.0);
    const bool inUtm = place.latDeg >= -80 && place.latDeg <= 84;
    if (format == CoordinateFormat::degreesMinutesSeconds) {
        return sexagesimal(place.latDeg, 'N', 'S') + ' ' + sexagesimal(place.lonDeg, 'E', 'W');
    }
    if (format == CoordinateFormat::decimal || !inUtm) {
        return decimalText(place);
    }
    try {
        int zone = 0;
        bool north = true;
        double easting = 0;
        double northing = 0;
        GeographicLib::UTMUPS::Forward(place.latDeg, place.lonDeg, zone, north, easting, northing);
        std::string mgrs;
        GeographicLib::MGRS::Forward(zone, north, easting, northing, place.latDeg, 5, mgrs);
        if (format == CoordinateFormat::utm) {
            // The band letter of MGRS says the hemisphere too.
            const std::size_t band = mgrs.find_first_not_of("0123456789");
            return std::format("{} {:.0f} {:.0f}", mgrs.substr(0, band + 1), easting, northing);
        }
        const std::size_t digits = mgrs.size() - 10;
        return std::format("{} {} {}", mgrs.substr(0, digits), mgrs.substr(digits, 5),
                           mgrs.substr(digits + 5));
    } catch (const std::exception&) {
        return decimalText(place); // GeographicLib throws on what it cannot place
    }
}

} // namespace masar::core
