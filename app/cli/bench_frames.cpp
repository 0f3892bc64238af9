// SPDX-License-Identifier: Apache-2.0
#include "app/cli/bench_frames.hpp"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QQuickWindow>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <ctime>

namespace masar::app {

namespace {

constexpr int kPatienceMs = 120'000;
constexpr int kTickMs = 5;

} // namespace

bool waitFor(const std::function<bool()>& done)
{
    // The loop must sleep: a software renderer wants every core. What is not told by an event (a
    // frame is) is asked for every few milliseconds.
    QTimer tick;
    tick.setTimerType(Qt::PreciseTimer);
    tick.start(kTickMs);
    QElapsedTimer clock;
    clock.start();
    while (!done()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        if (clock.elapsed() > kPatienceMs) {
            return false;
        }
    }
    return true;
}

double quantile(std::vector<double> times, double part)
{
    if (times.empty()) {
        return 0;
    }
    std::ranges::sort(times);
    const double at = part * static_cast<double>(times.size() - 1);
    return times[static_cast<std::size_t>(at + 0.5)];
}

double rounded(double milliseconds)
{
    return std::round(milliseconds * 100) / 100;
}

double processorMs()
{
    return static_cast<double>(std::clock()) * 1000 / CLOCKS_PER_SEC;
}

FrameTimer::FrameTimer(QQuickWindow& window, MapCanvas& canvas) : m_canvas(canvas)
{
    // On the render thread, after the frame was handed to the display.
    QObject::connect(
        &window, &QQuickWindow::frameSwapped, &window,
        [progress = canvas.progress(), this] { m_shown = progress->changes.load(); },
        Qt::DirectConnection);
    QObject::connect( // wakes the loop that waits for it
        &window, &QQuickWindow::frameSwapped, &window, [] {}, Qt::QueuedConnection);
}

bool FrameTimer::waitForFirst()
{
    return waitFor([this] { return m_shown > 0; });
}

double FrameTimer::frameAfter(const std::function<void()>& change)
{
    QElapsedTimer clock;
    clock.start();
    change();
    const int wanted = m_canvas.changes(); // a frame under way shows fewer
    const bool shown = waitFor([this, wanted] { return m_shown >= wanted; });
    return shown ? static_cast<double>(clock.nsecsElapsed()) / 1e6 : -1;
}

} // namespace masar::app
