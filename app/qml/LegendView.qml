// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Masar

/// The symbols on the map now, what they mean and how many there are.
Column {
    id: legend

    required property Session session
    readonly property bool open: session.settings.legendOpen

    Rectangle {
        x: Theme.pad
        width: parent.width - 2 * Theme.pad
        height: 1
        color: Theme.line
    }
    Item {
        width: parent.width
        height: 40

        Text {
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            anchors.leftMargin: Theme.pad
            text: qsTr("Legend")
            color: Theme.text
            font.pixelSize: Theme.body
            font.bold: true
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        MButton {
            anchors.verticalCenter: parent.verticalCenter
            anchors.right: parent.right
            anchors.rightMargin: Theme.gap
            width: 28
            height: 28
            iconSize: 18
            symbol: legend.open ? "chevron-up" : "chevron-down"
            tip: legend.open ? qsTr("Fold the legend") : qsTr("Unfold the legend")
            onClicked: legend.session.settings.legendOpen = !legend.open
        }
    }
    Repeater {
        model: legend.open ? legend.session.legend : null

        Item {
            id: line

            required property var entry
            required property string label
            required property string tally

            width: legend.width
            height: 26
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("%1: %2").arg(label).arg(tally)

            SymbolItem {
                anchors.left: parent.left
                anchors.leftMargin: Theme.pad
                anchors.verticalCenter: parent.verticalCenter
                width: 22
                height: 20
                entry: line.entry
                ground: Theme.panel
            }
            Text {
                anchors.left: parent.left
                anchors.leftMargin: Theme.pad + 32
                anchors.right: number.left
                anchors.rightMargin: Theme.gap
                anchors.verticalCenter: parent.verticalCenter
                text: line.label
                textFormat: Text.PlainText
                elide: Text.ElideRight
                horizontalAlignment: Text.AlignLeft
                color: Theme.text
                font.pixelSize: 12
            }
            Text {
                id: number
                anchors.right: parent.right
                anchors.rightMargin: Theme.pad
                anchors.verticalCenter: parent.verticalCenter
                text: line.tally
                textFormat: Text.PlainText
                color: Theme.muted
                font.pixelSize: 12
            }
        }
    }
    Text {
        visible: legend.open && legend.session.legend.hasPossible
        width: parent.width
        leftPadding: Theme.pad
        rightPadding: Theme.pad
        topPadding: Theme.gapSmall
        wrapMode: Text.WordWrap
        text: qsTr("Pale with a broken outline: possible at this date, not certain.")
        color: Theme.muted
        font.pixelSize: Theme.small
    }
    Item {
        width: 1
        height: Theme.gap
    }
}
