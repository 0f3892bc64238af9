// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Masar

/// A value on a line; `label` says what it is of.
T.Slider {
    id: slider

    property string label: ""

    implicitWidth: 160
    implicitHeight: Theme.control
    padding: 0
    focusPolicy: Qt.TabFocus
    hoverEnabled: true

    Accessible.name: label

    background: Item {
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width
            height: 4
            radius: 2
            color: Theme.edge
            opacity: 0.6
        }
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            width: slider.position * parent.width
            height: 4
            radius: 2
            color: Theme.accent
        }
    }
    handle: Rectangle {
        x: slider.visualPosition * (slider.availableWidth - width)
        y: (slider.height - height) / 2
        width: 16
        height: 16
        radius: 8
        color: slider.pressed ? Theme.accent : Theme.raised
        border.width: slider.visualFocus ? 4 : 2
        border.color: Theme.accent
    }
}
