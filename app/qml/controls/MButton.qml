// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Masar

/// A button with an icon, a text, or both. `tip` says what it does, and its shortcut where there is one.
T.Button {
    id: button

    property string symbol: ""
    property string tip: ""
    property bool primary: false
    property bool framed: false
    property int iconSize: Theme.icon
    property int corner: Theme.radius
    property bool turned: false ///< the icon points the other way
    property bool quiet: false ///< no tip while a menu of its own is open

    implicitHeight: Theme.control
    implicitWidth: Math.max(implicitHeight, row.implicitWidth + leftPadding + rightPadding)
    leftPadding: text === "" ? 0 : 10
    rightPadding: text === "" ? 0 : 12
    focusPolicy: Qt.TabFocus
    hoverEnabled: true
    opacity: enabled ? 1 : 0.4

    Accessible.name: text !== "" ? text : tip
    Accessible.description: tip

    readonly property color ink: primary ? Theme.accentText : checked ? Theme.accent : Theme.text

    contentItem: Item {
        implicitWidth: row.implicitWidth
        implicitHeight: row.implicitHeight

        Row {
            id: row
            anchors.centerIn: parent
            spacing: Theme.gapSmall + 2

            MIcon {
                objectName: "buttonIcon"
                anchors.verticalCenter: parent.verticalCenter
                visible: button.symbol !== ""
                symbol: button.symbol
                sourceSize: Qt.size(button.iconSize, button.iconSize)
                color: button.ink
                mirror: button.turned
            }
            Text {
                anchors.verticalCenter: parent.verticalCenter
                visible: text !== ""
                text: button.text
                textFormat: Text.PlainText
                color: button.ink
                font.pixelSize: Theme.body
            }
        }
    }

    background: Rectangle {
        radius: button.corner
        color: button.primary ? Theme.accent : button.checked ? Theme.accentSoft : button.framed ? Theme.raised : "transparent"
        border.width: button.visualFocus ? 2 : button.framed ? 1 : 0
        border.color: button.visualFocus ? Theme.accent : Theme.edge

        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: button.down ? Theme.press : button.hovered ? Theme.hover : "transparent"
        }
    }

    MToolTip {
        text: button.tip
        shown: button.hovered && !button.quiet
    }
}
