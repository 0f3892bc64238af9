// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Masar

T.MenuItem {
    id: item

    property string symbol: ""
    property string keys: ""

    implicitWidth: 226
    implicitHeight: visible ? 30 : 0
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    opacity: enabled ? 1 : 0.4

    arrow: MIcon {
        x: item.mirrored ? Theme.gapSmall : item.width - width - Theme.gapSmall
        y: (item.height - height) / 2
        visible: item.subMenu !== null
        symbol: item.mirrored ? "chevron-back" : "chevron-forward"
        sourceSize: Qt.size(16, 16)
        color: Theme.muted
    }
    indicator: null

    contentItem: Row {
        spacing: Theme.gap
        LayoutMirroring.enabled: item.mirrored

        MIcon {
            anchors.verticalCenter: parent.verticalCenter
            symbol: item.checkable ? (item.checked ? "check" : "") : item.symbol
            width: 18
            height: 18
            sourceSize: Qt.size(18, 18)
            color: Theme.muted
        }
        Text {
            anchors.verticalCenter: parent.verticalCenter
            width: item.width - 18 - 3 * Theme.gap - keysText.implicitWidth - Theme.gap
            text: item.text
            textFormat: Text.PlainText
            elide: Text.ElideMiddle
            color: Theme.text
            font.pixelSize: Theme.body
        }
        Text {
            id: keysText
            anchors.verticalCenter: parent.verticalCenter
            text: item.keys
            textFormat: Text.PlainText
            color: Theme.muted
            font.pixelSize: Theme.small
        }
    }
    background: Rectangle {
        radius: 5
        color: item.highlighted || item.down ? Theme.hover : "transparent"
    }
}
