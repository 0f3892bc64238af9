// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/span.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace masar::core {

/// From `begin` on, until the next change, clocks are `offset` seconds ahead of UTC.
struct OffsetChange {
    Instant begin = 0;
    std::int32_t offset = 0;

    bool operator==(const OffsetChange&) const = default;
};

/// The offsets of a compiled time zone (TZif of version 2 or later, RFC 9636), in order of time:
/// the first entry holds since always, and the rule in the file's footer is written out up to the
/// start of `untilYear`. Entries that change nothing are left out. nullopt if the bytes are not
/// such a file.
[[nodiscard]] std::optional<std::vector<OffsetChange>> readTzif(std::string_view bytes,
                                                                std::int64_t untilYear);

} // namespace masar::core
