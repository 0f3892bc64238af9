// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSize>
#include <QStringList>

#include <optional>

namespace masar::app {

/// What the window is started with.
struct WindowOptions {
    QStringList files;     ///< opened beside the story
    QString tracksBy;      ///< their points are grouped into tracks by this field
    bool selfTest = false; ///< draw a frame, check it, say so and quit
    QString
        screenshot; ///< for developers: save the window to this file once it has settled, and quit
    std::optional<QSize> size; ///< for developers: instead of the size remembered
};

/// Reads `masar [FILE...]` and its few options; names what is wrong on standard error.
[[nodiscard]] std::optional<WindowOptions> parseWindowOptions(const QStringList& arguments);

/// Opens the window and runs until it is closed: the exit status. Makes the application object.
[[nodiscard]] int runWindow(int& argc, char** argv, const WindowOptions& options);

} // namespace masar::app
