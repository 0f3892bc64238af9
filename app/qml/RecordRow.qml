// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Masar

/// One line of the record: a field, a date with its meaning, running text, or a source.
Column {
    id: row

    required property int rowKind
    required property string heading
    required property string name
    required property string value
    required property string detail
    required property string link
    readonly property bool isText: rowKind === RecordModel.RowKind.Text
    readonly property bool isDate: rowKind === RecordModel.RowKind.Date
    readonly property bool isSource: rowKind === RecordModel.RowKind.Source
    readonly property int nameWidth: 92

    bottomPadding: 6

    Item {
        visible: row.heading !== ""
        width: parent.width
        height: 34

        Rectangle {
            x: Theme.pad
            width: parent.width - 2 * Theme.pad
            height: 1
            color: Theme.line
        }
        Text {
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 5
            anchors.left: parent.left
            anchors.leftMargin: Theme.pad
            text: row.heading
            textFormat: Text.PlainText
            color: Theme.muted
            font.pixelSize: Theme.small
            font.bold: true
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
    }
    Item {
        width: parent.width
        height: Math.max(nameText.visible ? nameText.implicitHeight : 0, body.implicitHeight)

        Text {
            id: nameText
            anchors.left: parent.left
            anchors.leftMargin: Theme.pad
            width: row.nameWidth
            visible: !row.isSource && !row.isText
            text: row.name
            textFormat: Text.PlainText
            wrapMode: Text.Wrap
            color: Theme.muted
            font.pixelSize: 12
        }
        Column {
            id: body
            anchors.left: parent.left
            anchors.leftMargin: nameText.visible ? Theme.pad + row.nameWidth + Theme.gap : Theme.pad
            anchors.right: go.visible ? go.left : parent.right
            anchors.rightMargin: go.visible ? Theme.gapSmall : Theme.pad
            spacing: 2

            Text {
                width: parent.width
                visible: text !== ""
                text: row.isSource || row.isText ? row.name : ""
                textFormat: Text.PlainText
                wrapMode: Text.Wrap
                color: row.isText ? Theme.muted : Theme.text
                font.pixelSize: 12
                font.bold: row.isSource
            }
            Text {
                width: parent.width
                text: row.value
                textFormat: Text.PlainText
                wrapMode: Text.Wrap
                horizontalAlignment: Text.AlignLeft
                lineHeight: row.isText ? Theme.lineHeight : 1
                color: row.isSource ? Theme.muted : Theme.text
                font.pixelSize: row.isText || row.isSource ? 12 : Theme.body
                font.bold: row.isDate
            }
            Text {
                width: parent.width
                visible: row.detail !== ""
                text: row.detail
                textFormat: Text.PlainText
                wrapMode: Text.Wrap
                color: Theme.muted
                font.pixelSize: 12
            }
        }
        MButton {
            id: go
            anchors.right: parent.right
            anchors.rightMargin: Theme.gap
            visible: row.link !== ""
            width: 28
            height: 28
            iconSize: 18
            symbol: "link"
            tip: qsTr("Open in the browser")
            Accessible.role: Accessible.Link
            Accessible.description: row.link
            onClicked: Qt.openUrlExternally(row.link)
        }
    }
}
