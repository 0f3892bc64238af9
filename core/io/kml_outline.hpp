// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/io/kml_style.hpp"
#include "core/model/property_table.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace masar::core {

/// A time as KML has it (year, month, day or moment with offset) as EDTF; what is none stays as it
/// is, for the reader of dates to name. The zone of a day ("2007-01-01Z") is left out.
[[nodiscard]] std::string edtfOfKmlTime(std::string_view text);

/// The times of a TimeStamp or a TimeSpan as they are read.
struct KmlTime {
    std::string when, begin, end;

    void take(KmlTag tag, std::string_view text);
    /// The EDTF text: a date, or an interval, open where a side is missing. Empty: no time.
    [[nodiscard]] std::string edtf() const;
};

/// What the placemarks of a file refer to, wherever it stands in the file.
struct KmlOutline {
    /// A Document or Folder, in the order in which they begin.
    struct Container {
        std::string name;
        std::string time; ///< EDTF; empty: none of its own
    };
    using Schema = std::map<std::string, FieldType, std::less<>>; ///< by field

    std::vector<Container> containers;
    std::unordered_map<std::string, KmlStyle> styles;
    std::unordered_map<std::string, std::string> styleMaps; ///< the address of the normal style
    std::unordered_map<std::string, Schema> schemas;        ///< by id, else by name
    std::map<std::string, std::uint64_t, std::less<>> passedOver;
    std::uint64_t badStyles = 0;

    /// The style of an address within the file, "#id"; nothing if there is none.
    [[nodiscard]] std::optional<KmlStyle> styleOf(std::string_view url) const;
};

/// Fills the outline as far as the document can be read; a fault is met again by who reads the
/// placemarks. False if it was stopped.
[[nodiscard]] bool readKmlOutline(std::string_view document, const XmlOptions& options,
                                  KmlOutline& to);

} // namespace masar::core
