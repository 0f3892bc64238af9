// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <expected>
#include <string>
#include <utility>

namespace masar::core {

/// What kind of thing went wrong; callers branch on this, people read Error::detail.
enum class ErrorCode {
    invalidArgument, ///< the caller asked for something that makes no sense
    notFound,        ///< a file, field or layer that was named is not there
    unreadable,      ///< the file is there but cannot be read (rights, device)
    unsupported,     ///< a format, driver or kind that Masar does not take
    malformed,       ///< the content breaks its own format
    refused,         ///< allowed by the format, but not by Masar (network, archive bomb, driver)
    cancelled,       ///< the caller's stop token was triggered
    notWritten,      ///< the output could not be written whole
    internal         ///< a library failed in a way that should not happen
};

/// One failure: what happened (`detail`, one sentence for a person) and where (file, line, feature,
/// position).
struct Error {
    ErrorCode code = ErrorCode::internal;
    std::string detail;
    std::string where;

    bool operator==(const Error&) const = default;
};

/// A value, or the Error that explains its absence. No exception crosses a function of core.
template <class T> using Result = std::expected<T, Error>;

/// The only way an Error is made.
[[nodiscard]] inline std::unexpected<Error> fail(ErrorCode code, std::string detail,
                                                 std::string where = {})
{
    return std::unexpected(Error{code, std::move(detail), std::move(where)});
}

} // namespace masar::core
