// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time/span.hpp"

#include <QLocale>
#include <QString>

#include <optional>

namespace masar::app {

/// A length of time in its two largest units: "14 h", "2 d 3 h", "25 min".
[[nodiscard]] QString durationText(double seconds, const QLocale& numbers);

/// The seconds of an ISO 8601 duration; months and years at their mean length. nullopt if it is
/// none.
[[nodiscard]] std::optional<core::Instant> durationSeconds(const QString& iso8601);

/// How long trails are, as settings and command lines say it: "none", "all" (kOpenFuture) or an
/// ISO 8601 duration.
[[nodiscard]] std::optional<core::Instant> trailSeconds(const QString& text);

} // namespace masar::app
