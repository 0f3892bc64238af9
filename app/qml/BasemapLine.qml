// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Masar

/// The basemap at the foot of the layers: which one shows; a click opens the choice.
T.AbstractButton {
    id: line

    required property Basemaps basemaps

    implicitHeight: Math.max(46, words.implicitHeight + 10) // Arabic lines are taller
    focusPolicy: Qt.TabFocus
    hoverEnabled: true

    Accessible.role: Accessible.Button
    Accessible.name: qsTr("Basemap: %1").arg(basemaps.title)

    background: Rectangle {
        anchors.fill: parent
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap
        radius: Theme.radius
        color: line.hovered || line.visualFocus ? Theme.hover : "transparent"
        border.width: line.visualFocus ? 2 : 0
        border.color: Theme.accent
    }
    contentItem: Item {
        MIcon {
            id: icon
            anchors.left: parent.left
            anchors.leftMargin: Theme.gap + 10
            anchors.verticalCenter: parent.verticalCenter
            symbol: line.basemaps.incomplete ? "warning" : "map"
            sourceSize: Qt.size(18, 18)
            color: line.basemaps.incomplete ? Theme.warning : Theme.muted
        }
        Column {
            id: words
            anchors.left: icon.right
            anchors.leftMargin: Theme.gap + 4
            anchors.right: arrow.left
            anchors.rightMargin: Theme.gapSmall
            anchors.verticalCenter: parent.verticalCenter
            spacing: 1

            Text {
                width: parent.width
                text: qsTr("Basemap")
                horizontalAlignment: Text.AlignLeft
                color: Theme.text
                font.pixelSize: Theme.body
            }
            Text {
                width: parent.width
                text: line.basemaps.title
                textFormat: Text.PlainText
                horizontalAlignment: Text.AlignLeft
                elide: Text.ElideMiddle
                color: Theme.muted
                font.pixelSize: Theme.small
            }
        }
        MIcon {
            id: arrow
            anchors.right: parent.right
            anchors.rightMargin: Theme.gap + 8
            anchors.verticalCenter: parent.verticalCenter
            symbol: line.mirrored ? "chevron-back" : "chevron-forward"
            sourceSize: Qt.size(16, 16)
            color: Theme.muted
        }
    }

    MToolTip {
        text: qsTr("Choose the basemap (Ctrl+B)")
        shown: line.hovered
    }
}
