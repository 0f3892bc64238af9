// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Masar

/// Whose map it is: all of it in up to two lines; where these have no room, a button that opens all of it. What the
/// user's own basemap asks for always shows.
Item {
    id: credit

    required property string text
    property string own: ""
    property real mostWidth: 400
    readonly property bool whole: full.lineCount <= 2
    /// The room that it takes at least.
    readonly property real leastWidth: text === "" ? 0 : button.implicitWidth

    implicitWidth: text === "" ? 0 : whole ? full.contentWidth + 12 : button.implicitWidth
    implicitHeight: text === "" ? 0 : whole ? full.contentHeight + 5 : button.implicitHeight
    Accessible.role: Accessible.StaticText
    Accessible.name: credit.text

    component Paper: Rectangle {
        radius: 4
        color: Qt.alpha(Theme.panel, 0.82)
    }

    Paper {
        anchors.fill: parent
        visible: credit.whole && credit.text !== ""

        Text {
            id: full
            anchors.right: parent.right
            anchors.rightMargin: 6
            anchors.verticalCenter: parent.verticalCenter
            width: Math.max(40, credit.mostWidth - 12)
            horizontalAlignment: Text.AlignRight
            wrapMode: Text.WordWrap
            text: credit.text
            textFormat: Text.PlainText
            color: Theme.muted
            font.pixelSize: 10
        }
    }
    T.AbstractButton {
        id: button
        objectName: "sourcesButton"
        visible: !credit.whole
        anchors.right: parent.right
        width: implicitWidth
        implicitWidth: Math.min(words.implicitWidth, credit.mostWidth)
        implicitHeight: Math.max(20, words.contentHeight + 5)
        focusPolicy: Qt.TabFocus
        hoverEnabled: true
        Accessible.name: words.text
        Accessible.description: credit.text
        onClicked: all.open()

        contentItem: Text {
            id: words
            leftPadding: 6
            rightPadding: 6
            verticalAlignment: Text.AlignVCenter
            wrapMode: Text.WordWrap
            textFormat: Text.PlainText
            text: (credit.own === "" ? "" : credit.own + " · ") + qsTr("Sources of the map")
            color: button.hovered ? Theme.text : Theme.muted
            font.pixelSize: 10
            font.underline: button.hovered
        }
        background: Paper {
            border.width: button.visualFocus ? 2 : 0
            border.color: Theme.accent
        }
        T.Popup {
            id: all
            popupType: T.Popup.Item
            focus: true
            x: button.width - width
            y: -height - Theme.gapSmall
            width: 280
            implicitHeight: contentItem.implicitHeight + 2 * padding
            padding: Theme.gapLarge
            margins: Theme.gap
            closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside

            contentItem: Text {
                wrapMode: Text.WordWrap
                horizontalAlignment: Text.AlignLeft
                text: credit.text
                textFormat: Text.PlainText
                color: Theme.text
                font.pixelSize: 12
            }
            background: MPanel {
                radius: 8
                ground: Theme.raised
            }
        }
    }
}
