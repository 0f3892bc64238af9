// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"

#include <QImage>
#include <QString>

namespace masar::app {

/// Writes a picture whole or not at all; the format is the name's ending (png where it has none).
/// An existing file is replaced only when the new one is complete.
[[nodiscard]] core::Result<void> saveImage(const QString& path, const QImage& image);

} // namespace masar::app
