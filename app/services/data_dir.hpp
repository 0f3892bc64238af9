// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace masar::app {

/// Where the bundled data lies (`withdrawal`, `basemap`): the environment's MASAR_DATA_DIR, else
/// share/masar of the prefix that the program is installed in or of the build folder. Empty if none
/// of them is there.
[[nodiscard]] QString dataDir();

} // namespace masar::app
