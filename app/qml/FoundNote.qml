// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Masar

/// Says what keeps a feature that was searched for from being seen, and offers to change that.
MPanel {
    id: note

    required property Session session
    readonly property SearchModel search: session.search

    objectName: "foundNote"
    visible: search.foundShown && search.foundNote !== ""
    implicitWidth: row.implicitWidth + Theme.pad + Theme.gap
    implicitHeight: 44
    ground: Theme.raised
    radius: 8
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text

    Row {
        id: row
        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.leftMargin: Theme.pad
        spacing: Theme.gap

        Text {
            id: words
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, 360)
            text: qsTr("%1: %2", "feature, what is the matter").arg(note.search.foundTitle).arg(note.search.foundNote)
            textFormat: Text.PlainText
            elide: Text.ElideMiddle
            color: Theme.text
            font.pixelSize: Theme.body
        }
        MButton {
            anchors.verticalCenter: parent.verticalCenter
            visible: text !== ""
            primary: true
            text: note.search.foundAction
            onClicked: note.session.followFound()
        }
        MButton {
            anchors.verticalCenter: parent.verticalCenter
            symbol: "close"
            iconSize: 18
            tip: qsTr("Dismiss")
            onClicked: note.search.dismissFound()
        }
    }
}
