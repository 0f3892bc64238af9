// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick

/// The edge of a pane that can be dragged to another width.
Item {
    id: grip

    signal moved(by: real)

    width: 6

    HoverHandler {
        cursorShape: Qt.SplitHCursor
    }
    DragHandler {
        target: null
        yAxis.enabled: false
        onTranslationChanged: (delta) => grip.moved(delta.x)
    }
}
