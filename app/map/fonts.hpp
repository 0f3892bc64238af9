// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFont>
#include <QString>

namespace masar::app {

/// Loads Noto Sans and Noto Sans Arabic, the fonts of the map, from their files, whatever the host
/// prefers. Empty if they are there; else what is missing and what to do, in English. Needs a
/// QGuiApplication.
[[nodiscard]] QString loadFonts();

/// A font of the map and of pictures: the same outlines on every host. Only these two weights are
/// in every installation.
[[nodiscard]] QFont mapFont(int pixels, bool bold = false);

} // namespace masar::app
