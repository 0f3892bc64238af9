// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/io/reader.hpp"

#include <QString>

#include <array>

namespace masar::app {

/// The options that say how files are to be read; each has a value.
inline constexpr std::array kReadArguments{"crs", "places", "dates"};

/// Takes such an option ("crs", without dashes); the error says what its value should be.
[[nodiscard]] core::Result<void> setReading(core::ReadOptions& options, const QString& name,
                                            const QString& value);

} // namespace masar::app
