// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/io/reader.hpp"

#include <QString>
#include <QStringList>

namespace masar::app {

/// How a file is to be read, as somebody has said, and what layers it had then.
struct RememberedReading {
    QStringList layers; ///< all of the file, also those that are not to be read; empty: not said
    core::ReadOptions options;
};

/// What was said of a file by its path; nothing unless something was. Of the last hundred files
/// this is kept. Each may be called on any thread.
[[nodiscard]] RememberedReading rememberedReading(const QString& path);
void rememberReading(const QString& path, const RememberedReading& reading);

} // namespace masar::app
