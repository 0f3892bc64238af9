// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QQuickPaintedItem>
#include <QtQmlIntegration>

namespace masar::app {

/// The mark of a change as the map has it, small, beside its words.
class ChangeSample : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    /// What became of the feature: the bits of core::change_kinds.
    Q_PROPERTY(int kinds MEMBER m_kinds NOTIFY lookChanged REQUIRED)
    Q_PROPERTY(bool dark MEMBER m_dark NOTIFY lookChanged)

public:
    explicit ChangeSample(QQuickItem* parent = nullptr);

    void paint(QPainter* painter) override;

signals:
    void lookChanged();

private:
    int m_kinds = 0;
    bool m_dark = false;
};

} // namespace masar::app
