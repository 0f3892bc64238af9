// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Masar

/// What the program is, what it stands on, and its keys.
T.Dialog {
    id: dialog

    required property Session session

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: parent ? Math.min(640, parent.width - 32) : 640
    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    padding: 28
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside

    T.Overlay.modal: Rectangle {
        color: Qt.alpha("#000000", 0.35)
    }
    background: MPanel {
        ground: Theme.raised
    }
    SourcesDialog {
        id: sources
        sources: dialog.session.dataSources
    }
    contentItem: Column {
        spacing: Theme.gapLarge

        Row {
            anchors.left: parent.left
            spacing: Theme.gap

            Text {
                id: name
                text: qsTr("Masar")
                color: Theme.text
                font.pixelSize: 24
                font.bold: true
            }
            Text {
                anchors.baseline: name.baseline
                text: Application.version
                textFormat: Text.PlainText
                color: Theme.muted
                font.pixelSize: Theme.body
            }
        }
        Text {
            width: parent.width
            wrapMode: Text.WordWrap
            lineHeight: Theme.lineHeight
            text: qsTr("A map that replays dated places and movements. It works without a network: nothing that you open leaves this computer.")
            color: Theme.text
            font.pixelSize: Theme.body
        }
        Text {
            visible: text !== ""
            width: parent.width
            wrapMode: Text.WordWrap
            lineHeight: Theme.lineHeight
            text: dialog.session.storySummary
            textFormat: Text.PlainText
            color: Theme.muted
            font.pixelSize: 12
        }
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }
        Grid {
            anchors.left: parent.left
            columns: 4
            columnSpacing: Theme.pad
            rowSpacing: 6

            Repeater {
                model: [
                    qsTr("Space"), qsTr("Play and pause"),
                    qsTr("Ctrl + Left, Right"), qsTr("One step back, forward"),
                    qsTr("Page up, Page down"), qsTr("Ten steps back, forward"),
                    qsTr("[  ]"), qsTr("Previous, next date in the data"),
                    qsTr("R"), qsTr("Play backwards"),
                    qsTr("Arrow keys"), qsTr("Move the map"),
                    qsTr("+  −"), qsTr("Zoom in, out"),
                    qsTr("Home"), qsTr("Show everything"),
                    qsTr("Shift + drag"), qsTr("Zoom to a box"),
                    qsTr("Ctrl + F"), qsTr("Search"),
                    qsTr("Right button + drag"), qsTr("Turn the map"),
                    qsTr("Shift + Left, Right"), qsTr("Turn the map"),
                    qsTr("N"), qsTr("Turn back to north"),
                    qsTr("M"), qsTr("Measure"),
                    qsTr("G"), qsTr("Meridians and parallels"),
                    qsTr("Ctrl + Shift + C"), qsTr("Copy coordinates"),
                    qsTr("Esc"), qsTr("Close the record"),
                ]

                Text {
                    required property string modelData
                    required property int index

                    text: modelData
                    textFormat: Text.PlainText
                    color: index % 2 === 0 ? Theme.muted : Theme.text
                    font.pixelSize: 12
                }
            }
        }
        Rectangle {
            width: parent.width
            height: 1
            color: Theme.line
        }
        Text {
            width: parent.width
            wrapMode: Text.WordWrap
            text: qsTr("Apache License 2.0. Made with Qt, GDAL and PROJ.")
            horizontalAlignment: Text.AlignLeft
            color: Theme.muted
            font.pixelSize: 12
        }
        Text {
            visible: text !== ""
            width: parent.width
            wrapMode: Text.WordWrap
            text: dialog.session.attribution
            textFormat: Text.PlainText
            horizontalAlignment: Text.AlignLeft
            color: Theme.muted
            font.pixelSize: 12
        }
        Item {
            width: parent.width
            height: Theme.control

            MButton {
                anchors.left: parent.left
                framed: true
                symbol: "book"
                text: qsTr("Sources and licences of the data")
                onClicked: sources.open()
            }
            MButton {
                anchors.right: parent.right
                framed: true
                text: qsTr("Close")
                onClicked: dialog.close()
            }
        }
    }
}
