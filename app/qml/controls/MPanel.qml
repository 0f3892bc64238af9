// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Masar

/// A card over the map: keeps the pointer from what is under it.
Item {
    id: panel

    default property alias content: inner.data
    property color ground: Theme.panel
    property int radius: Theme.panelRadius

    // The shadow is rings alone: filled, it would blend the whole card four times in each frame.
    Repeater {
        model: 4

        Rectangle {
            required property int index

            anchors.fill: parent
            anchors.margins: -index - 1
            anchors.topMargin: -index
            anchors.bottomMargin: -index - 2
            radius: panel.radius + index + 1
            color: "transparent"
            border.width: index + 2
            border.color: Qt.alpha(Theme.shade, Theme.dark ? 0.10 : 0.028)
        }
    }
    Rectangle {
        anchors.fill: parent
        radius: panel.radius
        color: panel.ground
        border.width: 1
        border.color: Theme.line
    }
    MouseArea {
        anchors.fill: parent
        acceptedButtons: Qt.AllButtons
        hoverEnabled: true
        onWheel: (event) => event.accepted = true
    }
    Item {
        id: inner
        anchors.fill: parent
    }
}
