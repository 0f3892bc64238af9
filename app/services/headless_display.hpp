// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.hpp"

#include <QProcess>
#include <QSize>

#include <memory>

namespace masar::app {

/// A private X server without a screen (Xvfb), for drawing where there is no display. It ends with
/// this object.
class HeadlessDisplay {
public:
    /// Starts one and points this process's DISPLAY at it; to be called before QGuiApplication is
    /// made. Fails, naming the package, where Xvfb is missing.
    [[nodiscard]] static core::Result<HeadlessDisplay> start(QSize size);

    /// True if the environment offers a display that a window can open on.
    [[nodiscard]] static bool displayAvailable();

    HeadlessDisplay(HeadlessDisplay&&) noexcept = default;
    HeadlessDisplay& operator=(HeadlessDisplay&&) noexcept = default;
    ~HeadlessDisplay();

private:
    explicit HeadlessDisplay(std::unique_ptr<QProcess> server) : m_server(std::move(server)) {}
    std::unique_ptr<QProcess> m_server;
};

} // namespace masar::app
