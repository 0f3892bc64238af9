// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Masar

T.CheckBox {
    id: box

    implicitWidth: indicator.width + spacing + contentItem.implicitWidth
    implicitHeight: Theme.control
    spacing: Theme.gap
    focusPolicy: Qt.TabFocus
    hoverEnabled: true
    opacity: enabled ? 1 : 0.4

    Accessible.name: text

    indicator: Rectangle {
        x: box.mirrored ? box.width - width : 0
        y: (box.height - height) / 2
        width: 18
        height: 18
        radius: 4
        color: box.checked ? Theme.accent : Theme.field
        border.width: box.visualFocus ? 2 : 1
        border.color: box.checked || box.visualFocus ? Theme.accent : Theme.edge

        MIcon {
            anchors.centerIn: parent
            visible: box.checked
            symbol: "check"
            sourceSize: Qt.size(14, 14)
            color: Theme.accentText
        }
        Rectangle {
            anchors.fill: parent
            anchors.margins: -5
            radius: 7
            color: box.hovered ? Theme.hover : "transparent"
        }
    }
    contentItem: Text {
        leftPadding: box.mirrored ? 0 : box.indicator.width + box.spacing
        rightPadding: box.mirrored ? box.indicator.width + box.spacing : 0
        text: box.text
        textFormat: Text.PlainText
        elide: Text.ElideRight
        horizontalAlignment: Text.AlignLeft
        verticalAlignment: Text.AlignVCenter
        color: Theme.text
        font.pixelSize: Theme.body
    }
}
