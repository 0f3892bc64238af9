// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/map/map_canvas.hpp"

#include <atomic>
#include <functional>
#include <vector>

class QQuickWindow;

namespace masar::app {

/// Runs the event loop until something holds; false if it takes too long.
bool waitFor(const std::function<bool()>& done);

/// The value that a part (0 to 1) of the times does not exceed.
[[nodiscard]] double quantile(std::vector<double> times, double part);
/// To hundredths.
[[nodiscard]] double rounded(double milliseconds);

/// Processor time that this process has used in all its threads, milliseconds: a steadier figure
/// than the clock where other programs run too.
[[nodiscard]] double processorMs();

/// Takes the time from a change to the frame that shows it on the screen, in the program's real
/// window.
class FrameTimer {
public:
    FrameTimer(QQuickWindow& window, MapCanvas& canvas);

    /// False if the window draws nothing.
    [[nodiscard]] bool waitForFirst();
    /// From the call to the frame that shows what it changed, milliseconds; negative if none came.
    [[nodiscard]] double frameAfter(const std::function<void()>& change);
    /// Everything that was changed is on the screen.
    [[nodiscard]] bool settled() const { return m_shown >= m_canvas.changes(); }

private:
    MapCanvas& m_canvas;
    std::atomic<int> m_shown = 0; ///< changes of the canvas that are on the screen
};

} // namespace masar::app
