// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractAnimation>

namespace masar::app {

/// Ticks once a frame while it runs, in step with what drives the scene's animations, and says how
/// much real time has passed since the tick before.
class FrameTicker : public QAbstractAnimation {
    Q_OBJECT

public:
    using QAbstractAnimation::QAbstractAnimation;

    int duration() const override { return -1; }

signals:
    void ticked(double seconds);

protected:
    void updateCurrentTime(int milliseconds) override
    {
        const int passed = milliseconds - m_last;
        m_last = milliseconds;
        if (passed > 0) {
            emit ticked(passed / 1000.0);
        }
    }
    void updateState(State newState, State) override
    {
        if (newState == Running) {
            m_last = 0;
        }
    }

private:
    int m_last = 0;
};

} // namespace masar::app
