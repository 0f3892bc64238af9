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

/// "PATH: what happened (where)".
[[nodiscard]] QString describe(const QString& path, const core::Error& error);

} // namespace masar::app
