// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace masar::core {

/// What the name of a field says about the dates in it. Case, separators and run-together words do
/// not matter: "START_DATE", "startDate", "start date" and "startdate" are the same.
struct FieldName {
    enum class Role {
        none,
        start,  ///< start, begin, from, since, valid_from, first_seen, ...
        end,    ///< end, to, until, valid_to, last_seen, ...
        single, ///< date, event_date, time, when, year, ...
        record  ///< about the record, not the thing: updated, created, sources_date, ...
    };
    Role role = Role::none;
    bool year = false; ///< speaks of years
    bool plain =
        false; ///< made of such words alone ("start_date"), without a subject ("inspection_date")
    std::string
        subject;      ///< the other words, which a start and its end share ("valid" of valid_from)
    std::string unit; ///< "date", "time", "year", ..., which a start and its end usually share
    std::string word; ///< the word that gave a start or end its role
};

[[nodiscard]] FieldName readFieldName(std::string_view name);

/// True for two words that belong together as the ends of a range: start and end, from and to.
[[nodiscard]] bool areRangeWords(std::string_view start, std::string_view end);

} // namespace masar::core
