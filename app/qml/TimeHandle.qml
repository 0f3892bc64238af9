// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Masar

/// A line with a grip that is dragged along the axis.
Item {
    id: handle

    required property bool focused
    signal dragged(x: real)

    width: 18

    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        width: 2
        height: parent.height
        color: Theme.accent
    }
    Rectangle {
        anchors.centerIn: parent
        width: 10
        height: 22
        radius: 5
        color: area.pressed ? Theme.accent : Theme.raised
        border.width: handle.focused ? 3 : 2
        border.color: Theme.accent
    }
    MouseArea {
        id: area
        anchors.fill: parent
        preventStealing: true
        cursorShape: Qt.SizeHorCursor
        onPressed: handle.parent.forceActiveFocus(Qt.MouseFocusReason)
        onPositionChanged: (mouse) => handle.dragged(handle.x + mouse.x)
    }
}
