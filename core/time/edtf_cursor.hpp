// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/edtf.hpp"

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>

namespace masar::core {

/// A place in a text that is being read from left to right.
struct EdtfCursor {
    std::string_view text;
    std::size_t at = 0;

    [[nodiscard]] bool done() const { return at == text.size(); }
    /// The next byte, or NUL at the end (a NUL in the text is no part of EDTF and fits nowhere
    /// either).
    [[nodiscard]] char peek() const { return done() ? '\0' : text[at]; }
    [[nodiscard]] bool ahead(std::string_view word) const
    {
        return text.substr(at).starts_with(word);
    }
    bool take(char c)
    {
        const bool here = !done() && text[at] == c;
        at += here ? 1 : 0;
        return here;
    }
};

template <class T> using EdtfRead = std::expected<T, EdtfError>;

[[nodiscard]] std::unexpected<EdtfError> edtfError(std::size_t at, std::string text);

/// The error of meeting something else than `what` ("a digit") at the cursor.
[[nodiscard]] std::unexpected<EdtfError> edtfExpected(const EdtfCursor& cursor,
                                                      std::string_view what);

/// One date, with or without a time: the first and the last day (or second) that it may mean.
struct EdtfDate {
    EdtfBound first, last;
    EdtfQualifiers qualifiers;
};

/// Reads one date of levels 0 to 2 with its time, if it has one; stops at the first byte that
/// belongs to neither.
[[nodiscard]] EdtfRead<EdtfDate> readEdtfDate(EdtfCursor& cursor);

/// Reads what follows the "T" and puts it on the whole day `date`.
[[nodiscard]] EdtfRead<EdtfDate> readEdtfTime(EdtfCursor& cursor, EdtfDate date);

} // namespace masar::core
