// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Masar

/// Where the pointer is, or the middle of the map. A click chooses how that is written.
T.AbstractButton {
    id: readout

    required property Session session

    implicitWidth: text.implicitWidth + 2 * Theme.gap
    implicitHeight: 22
    focusPolicy: Qt.TabFocus
    hoverEnabled: true
    Accessible.role: Accessible.ButtonMenu
    Accessible.name: qsTr("Coordinates: %1").arg(text.text)
    Accessible.description: tip.text
    onClicked: menu.popup(readout, readout.width - menu.width, -menu.implicitHeight - Theme.gapSmall)

    contentItem: Text {
        id: text
        leftPadding: Theme.gap
        rightPadding: Theme.gap
        verticalAlignment: Text.AlignVCenter
        text: readout.session.pointerText
        textFormat: Text.PlainText
        color: Theme.muted
        font.pixelSize: Theme.small
        font.features: { "tnum": 1 }
    }
    background: Rectangle {
        radius: Theme.gapSmall
        color: readout.down ? Theme.press : readout.hovered ? Theme.hover : "transparent"
        border.width: readout.visualFocus ? 2 : 0
        border.color: Theme.accent
    }
    MToolTip {
        id: tip
        text: qsTr("Choose how coordinates are written. Ctrl+Shift+C copies them.")
        shown: readout.hovered && !menu.opened
    }
    CoordinateMenu {
        id: menu
        settings: readout.session.settings
    }
}
