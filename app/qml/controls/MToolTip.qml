// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Masar

/// A line that explains what the pointer rests on.
T.ToolTip {
    id: tip

    property bool shown: false

    visible: shown && text !== ""
    delay: 500
    popupType: T.Popup.Item
    margins: Theme.gapSmall
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    topPadding: 5
    bottomPadding: 5
    implicitWidth: label.implicitWidth + leftPadding + rightPadding
    implicitHeight: label.implicitHeight + topPadding + bottomPadding
    x: parent ? (parent.width - implicitWidth) / 2 : 0
    y: parent ? parent.height + 6 : 0

    contentItem: Text {
        id: label
        text: tip.text
        textFormat: Text.PlainText
        color: Theme.tipText
        font.pixelSize: 12
    }
    background: Rectangle {
        radius: Theme.radius - 1
        color: Theme.tip
    }
}
