// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"
#include "core/io/reader.hpp"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace masar::app {

/// What `masar info --json` says of one file: an entry of "files".
[[nodiscard]] QJsonObject toJson(const core::VectorFile& file);

/// The whole report for a person.
[[nodiscard]] QString toText(const QJsonObject& report);

/// A line of text from data as it may be sent to a terminal: control characters and marks that turn
/// the direction of text are written out as escapes.
[[nodiscard]] QString printable(const QString& line);

/// "PATH: what happened (where)".
[[nodiscard]] QString describe(const QString& path, const core::Error& error);

} // namespace masar::app
