// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/diagnostics.hpp"
#include "core/geometry/geometry_table.hpp"
#include "core/model/property_table.hpp"
#include "core/model/track_table.hpp"
#include "core/time/span.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace masar::core {

/// How the features of a layer got their dates.
enum class TimeConvention {
    none,      ///< no date field was found
    range,     ///< a start and an end field
    single,    ///< one field, one date a feature
    startOnly, ///< a start field: from then on
    endOnly,   ///< an end field: until then
    precision, ///< ACLED: event_date with time_precision
    fixes      ///< no date field, but the times of the tracks' fixes
};

/// How a date field's values are written.
enum class DateEncoding {
    edtf,
    gdalDate,
    year,
    epochSeconds,
    epochMilliseconds,
    yearMonthDay,
    dayMonth,  ///< 21/2/2026, 21.2.26
    monthDay,  ///< 2/21/2026
    dayOrMonth ///< 3/4/2026, and no value of the field says which comes first: it is either date
};

/// The choice made for a layer: which fields, read how, in which zone. Shown by `masar info`,
/// changeable.
struct TimeFields {
    TimeConvention convention = TimeConvention::none;
    std::string startField{}; ///< also the single field
    std::string endField{};
    std::string precisionField{};
    DateEncoding startEncoding = DateEncoding::edtf;
    DateEncoding endEncoding = DateEncoding::edtf;
    std::string zone = "UTC"; ///< IANA name; days without a time are days of this zone

    bool operator==(const TimeFields&) const = default;
};

/// The columns that say where the rows of a table are: two of coordinates, or one of geometries.
/// All empty where the format itself says it.
struct PlaceFields {
    std::string lonField{}; ///< or x, or easting
    std::string latField{};
    std::string shapeField{}; ///< WKT

    bool operator==(const PlaceFields&) const = default;
};

/// Feature counts by what became of them: drawn + rejected + noPlace = features always.
struct LayerCounts {
    std::uint64_t features = 0; ///< members in the file
    std::uint64_t drawn = 0;    ///< have a usable geometry
    std::uint64_t rejected = 0; ///< could not be used at all; a diagnostic says why
    std::uint64_t noPlace = 0;  ///< null or empty geometry: in the table, not on the map
    std::uint64_t noDate = 0; ///< of the rows of the table (drawn or noPlace), those without a date
    std::uint64_t point = 0, line = 0, polygon = 0, collection = 0,
                  null = 0; ///< by geometry as written

    bool operator==(const LayerCounts&) const = default;
};

/// Where the coordinate reference system of a layer is from.
enum class CrsOrigin {
    format, ///< the format has but one: degrees on WGS 84
    stated,
    assumed, ///< the file states none that is known: its numbers are taken for degrees on WGS 84
    chosen
};

/// What a reader could not decide by itself and somebody should be asked.
struct ReadNeeds {
    bool crs = false;       ///< what the coordinates mean
    bool places = false;    ///< which columns of a table hold its places
    bool dateOrder = false; ///< whether 3/4 is in March or April

    [[nodiscard]] bool any() const { return crs || places || dateOrder; }
    bool operator==(const ReadNeeds&) const = default;
};

/// The extent on WGS 84 in degrees.
struct Extent {
    double west = 0, south = 0, east = 0, north = 0;
};

/// One layer: a columnar table with a geometry and a span for each row. Rows are the file's
/// features in file order without the rejected ones; `sourceIndex[row]` is the feature's number in
/// the file (from 0).
struct Layer {
    std::string name;
    std::string path;
    std::string driver;
    std::string crs; ///< as the file states it: "EPSG:32637", a name, or empty; or as chosen
    CrsOrigin crsOrigin = CrsOrigin::format;
    ReadNeeds needs;
    TimeFields timeFields;
    PlaceFields placeFields;
    LayerCounts counts;
    std::optional<Extent> extent;

    GeometryTable geometry;
    std::vector<Span> spans;
    TrackTable tracks; ///< a row with a track is there from its first fix to its last
    PropertyTable properties;
    std::vector<std::uint32_t> sourceIndex;
    /// Its rows are the fixes of another layer's tracks: not to be drawn a second time unasked.
    bool shownAsTracks = false;
    std::string titleField; ///< names its rows; empty: whichever field looks like a name
    Diagnostics diagnostics;

    [[nodiscard]] std::size_t rowCount() const { return spans.size(); }
};

} // namespace masar::core
