// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Masar

/// All that is known of what is selected.
MPanel {
    id: pane

    required property Session session
    readonly property RecordModel record: session.record
    property real mostHeight: 600

    height: Math.min(mostHeight, header.height + column.implicitHeight + Theme.gapSmall)

    Column {
        id: header
        width: parent.width
        topPadding: Theme.gapLarge
        bottomPadding: Theme.gapLarge
        spacing: Theme.gapSmall

        Item {
            width: parent.width
            height: Math.max(28, title.implicitHeight)

            Text {
                id: title
                anchors.left: parent.left
                anchors.leftMargin: Theme.pad
                anchors.right: tools.left
                anchors.rightMargin: Theme.gap
                anchors.verticalCenter: parent.verticalCenter
                text: pane.record.title
                textFormat: Text.PlainText
                wrapMode: Text.Wrap
                maximumLineCount: 3
                elide: Text.ElideRight
                color: Theme.text
                font.pixelSize: Theme.title
                font.bold: true
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            Row {
                id: tools
                anchors.right: parent.right
                anchors.rightMargin: Theme.gap
                anchors.top: parent.top

                MButton {
                    width: 28
                    height: 28
                    visible: pane.record.spotCount > 1
                    iconSize: 18
                    symbol: mirrored ? "chevron-forward" : "chevron-back"
                    tip: qsTr("Previous at this spot")
                    onClicked: pane.record.previous()
                }
                Text {
                    anchors.verticalCenter: parent.verticalCenter
                    visible: pane.record.spotCount > 1
                    text: pane.record.spotText
                    textFormat: Text.PlainText
                    color: Theme.muted
                    font.pixelSize: 12
                }
                MButton {
                    width: 28
                    height: 28
                    visible: pane.record.spotCount > 1
                    iconSize: 18
                    symbol: mirrored ? "chevron-back" : "chevron-forward"
                    tip: qsTr("Next at this spot")
                    onClicked: pane.record.next()
                }
                MButton {
                    width: 28
                    height: 28
                    iconSize: 18
                    symbol: "close"
                    tip: qsTr("Close (Esc)")
                    onClicked: pane.record.close()
                }
            }
        }
        Text {
            visible: text !== ""
            width: parent.width
            leftPadding: Theme.pad
            rightPadding: Theme.pad
            text: pane.record.otherTitle
            textFormat: Text.PlainText
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignLeft
            color: Theme.muted
            font.pixelSize: Theme.body
        }
        Row {
            leftPadding: Theme.pad
            topPadding: Theme.gapSmall
            spacing: Theme.gap

            Rectangle {
                visible: pane.record.status !== ""
                width: statusRow.implicitWidth + 20
                height: 24
                radius: 12
                color: Qt.alpha(pane.record.statusColour, Theme.dark ? 0.22 : 0.13)

                Row {
                    id: statusRow
                    anchors.centerIn: parent
                    spacing: 6

                    Rectangle {
                        anchors.verticalCenter: parent.verticalCenter
                        width: 8
                        height: 8
                        radius: 4
                        color: pane.record.statusColour
                    }
                    Text {
                        text: pane.record.status
                        textFormat: Text.PlainText
                        color: Theme.text
                        font.pixelSize: 12
                    }
                }
            }
            Text {
                height: 24
                verticalAlignment: Text.AlignVCenter
                text: pane.record.kind !== "" ? pane.record.kind : pane.record.layerName
                textFormat: Text.PlainText
                color: Theme.muted
                font.pixelSize: 12
            }
        }
    }
    Flickable {
        id: flick
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gapSmall
        width: parent.width
        contentHeight: column.implicitHeight
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        ScrollBar.vertical: MScrollBar {}

        Column {
            id: column
            width: flick.width
            bottomPadding: Theme.gapLarge

            SiteHistory {
                width: column.width
                visible: pane.record.history.length > 0
                session: pane.session
            }
            Repeater {
                model: pane.record

                RecordRow {
                    width: column.width
                }
            }
        }
    }
    PaneGrip {
        anchors.left: parent.left
        height: parent.height
        onMoved: (by) => pane.session.settings.widenRecord(pane.session.rightToLeft ? by : -by)
    }
}
