// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Masar

/// The line between the old and the new version of a layer; its grip is dragged, or moved by the arrow keys.
Item {
    id: handle

    required property bool rightToLeft
    property real part: 0.5 ///< of the width, for the old version
    property real least: 0 ///< and the most of it that no pane covers
    property real most: 1
    signal moved(part: real)

    function move(to: real): void {
        moved(Math.max(least + 0.02, Math.min(most - 0.02, to)));
    }
    onLeastChanged: move(part)
    onMostChanged: move(part)

    component Tag: Rectangle {
        property alias text: words.text

        anchors.verticalCenter: parent?.verticalCenter
        width: words.implicitWidth + 2 * Theme.gap
        height: 24
        radius: 4
        color: Qt.alpha(Theme.panel, 0.94)
        border.width: 1
        border.color: Theme.line

        Text {
            id: words
            anchors.centerIn: parent
            textFormat: Text.PlainText
            color: Theme.text
            font.pixelSize: 12
            font.bold: true
        }
    }

    Rectangle {
        id: line
        anchors.left: parent.left
        anchors.leftMargin: Math.round(handle.part * handle.width) - width / 2
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        width: 4
        color: Theme.panel
        border.width: 1
        border.color: Theme.edge
    }
    Rectangle {
        id: grip
        objectName: "sideGrip"
        anchors.horizontalCenter: line.horizontalCenter
        y: handle.height * 0.3
        width: 36
        height: 36
        radius: 18
        color: Theme.panel
        border.width: activeFocus ? 2 : 1
        border.color: activeFocus || mouse.containsMouse ? Theme.accent : Theme.edge
        activeFocusOnTab: true
        Keys.onLeftPressed: handle.move(handle.part + (handle.rightToLeft ? 0.02 : -0.02))
        Keys.onRightPressed: handle.move(handle.part + (handle.rightToLeft ? -0.02 : 0.02))
        Accessible.role: Accessible.Slider
        Accessible.name: qsTr("Between the version before and the version after")
        Accessible.focusable: true
        Accessible.onIncreaseAction: handle.move(handle.part + 0.02)
        Accessible.onDecreaseAction: handle.move(handle.part - 0.02)

        MIcon {
            anchors.centerIn: parent
            symbol: "swipe"
            sourceSize: Qt.size(20, 20)
            color: Theme.accent
        }
        Tag {
            anchors.right: parent.left
            anchors.rightMargin: Theme.gap
            text: qsTr("Before", "the old version of a layer")
        }
        Tag {
            anchors.left: parent.right
            anchors.leftMargin: Theme.gap
            text: qsTr("After", "the new version of a layer")
        }
        MouseArea {
            id: mouse
            anchors.fill: parent
            hoverEnabled: true
            preventStealing: true
            cursorShape: Qt.SplitHCursor
            onPressed: grip.forceActiveFocus(Qt.MouseFocusReason)
            onPositionChanged: (event) => {
                const x = mapToItem(handle, event.x, 0).x;
                if (pressed)
                    handle.move((handle.rightToLeft ? handle.width - x : x) / handle.width);
            }
        }
        MToolTip {
            text: qsTr("Drag to see more of one version")
            shown: mouse.containsMouse && !mouse.pressed
        }
    }
}
