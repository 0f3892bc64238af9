// SPDX-License-Identifier: Apache-2.0
#include "app/services/headless_display.hpp"

#include <QElapsedTimer>
#include <QStandardPaths>

namespace masar::app {

using core::ErrorCode;
using core::fail;

namespace {

constexpr int kStartMs = 20'000;

/// The display's number, which the server prints with a newline once it takes connections.
QByteArray readDisplayNumber(QProcess& server)
{
    QByteArray number;
    QElapsedTimer clock;
    clock.start();
    while (!number.endsWith('\n') && clock.elapsed() < kStartMs &&
           server.state() == QProcess::Running) {
        server.waitForReadyRead(200);
        number += server.readAllStandardOutput();
    }
    return number.endsWith('\n') ? number.trimmed() : QByteArray();
}

} // namespace

bool HeadlessDisplay::displayAvailable()
{
    const QByteArray platform = qgetenv("QT_QPA_PLATFORM");
    if (platform == "offscreen" || platform == "minimal") {
        return false; // these draw nothing on a GPU
    }
    return !qEnvironmentVariableIsEmpty("DISPLAY") ||
           !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
}

core::Result<HeadlessDisplay> HeadlessDisplay::start(QSize size)
{
    if (QStandardPaths::findExecutable(QStringLiteral("Xvfb")).isEmpty()) {
        return fail(ErrorCode::notFound,
                    "there is no display, and Xvfb to make a private one is not installed "
                    "(Debian package xvfb)");
    }
    auto server = std::make_unique<QProcess>();
    server->setProcessChannelMode(QProcess::SeparateChannels);
    server->setStandardErrorFile(QProcess::nullDevice());
    server->start(QStringLiteral("Xvfb"),
                  {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                   QStringLiteral("0"),
                   QStringLiteral("%1x%2x24").arg(size.width()).arg(size.height()),
                   QStringLiteral("-nolisten"), QStringLiteral("tcp"), QStringLiteral("-noreset")});
    const QByteArray number =
        server->waitForStarted(kStartMs) ? readDisplayNumber(*server) : QByteArray();
    if (number.isEmpty()) {
        server->kill();
        server->waitForFinished(1000);
        return fail(ErrorCode::internal, "Xvfb did not start: no display to draw on");
    }
    qputenv("DISPLAY", ":" + number);
    qputenv("QT_QPA_PLATFORM", "xcb");
    qunsetenv("WAYLAND_DISPLAY");
    return HeadlessDisplay(std::move(server));
}

HeadlessDisplay::~HeadlessDisplay()
{
    if (m_server && m_server->state() != QProcess::NotRunning) {
        m_server->terminate();
        if (!m_server->waitForFinished(3000)) {
            m_server->kill();
            m_server->waitForFinished(1000);
        }
    }
}

} // namespace masar::app
