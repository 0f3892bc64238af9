// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Masar

/// The answers under the search field, the best first, and the sentence that says why there are none or more.
MPanel {
    id: results

    required property SearchModel model
    required property bool opened
    readonly property int current: list.currentIndex
    signal chosen(row: int)

    function step(by: int): void {
        list.currentIndex = Math.max(0, Math.min(list.count - 1, list.currentIndex + by));
    }

    visible: opened
    height: column.implicitHeight + 2 * Theme.gapSmall
    ground: Theme.raised
    radius: 8

    Column {
        id: column
        y: Theme.gapSmall
        width: parent.width

        ListView {
            id: list
            objectName: "searchResults"
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: Theme.gapSmall
            anchors.rightMargin: Theme.gapSmall
            height: Math.min(contentHeight, 400)
            clip: true
            model: results.model
            boundsBehavior: Flickable.StopAtBounds
            highlightMoveDuration: 0
            cacheBuffer: 0 // rows are few and change with each key
            ScrollBar.vertical: MScrollBar {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Found")

            delegate: Rectangle {
                id: line

                required property int index
                required property string title
                required property string match
                required property string detail
                required property string symbol
                required property string note

                width: ListView.view.width
                height: words.implicitHeight + 10
                radius: 5
                color: ListView.isCurrentItem ? Theme.accentSoft : pointer.hovered ? Theme.hover : "transparent"
                Accessible.role: Accessible.ListItem
                Accessible.name: [line.title, line.match, line.detail, line.note].filter((part) => part !== "").join(", ")
                Accessible.onPressAction: results.chosen(line.index)

                MIcon {
                    id: icon
                    anchors.left: parent.left
                    anchors.leftMargin: Theme.gap
                    anchors.verticalCenter: parent.verticalCenter
                    symbol: line.symbol
                    sourceSize: Qt.size(18, 18)
                    color: Theme.muted
                }
                Column {
                    id: words
                    anchors.left: icon.right
                    anchors.leftMargin: Theme.gap + 2
                    anchors.right: note.left
                    anchors.rightMargin: Theme.gap
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: 1

                    Text {
                        width: parent.width
                        text: line.match === "" ? line.title : qsTr("%1  ·  %2", "name, its other name").arg(line.title).arg(line.match)
                        textFormat: Text.PlainText
                        elide: Text.ElideRight
                        horizontalAlignment: Text.AlignLeft
                        color: Theme.text
                        font.pixelSize: Theme.body
                    }
                    Text {
                        width: parent.width
                        text: line.detail
                        textFormat: Text.PlainText
                        elide: Text.ElideRight
                        horizontalAlignment: Text.AlignLeft
                        color: Theme.muted
                        font.pixelSize: Theme.small
                    }
                }
                Text {
                    id: note
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.gap + 4
                    anchors.verticalCenter: parent.verticalCenter
                    text: line.note
                    textFormat: Text.PlainText
                    color: Theme.warning
                    font.pixelSize: Theme.small
                }
                HoverHandler {
                    id: pointer
                }
                TapHandler {
                    gesturePolicy: TapHandler.ReleaseWithinBounds
                    onTapped: results.chosen(line.index)
                }
            }
            Connections {
                target: results.model

                function onAnswerChanged(): void {
                    list.currentIndex = list.count > 0 ? 0 : -1;
                }
            }
        }
        Text {
            width: parent.width
            visible: text !== ""
            leftPadding: Theme.gapLarge
            rightPadding: Theme.gapLarge
            topPadding: Theme.gap
            bottomPadding: Theme.gap
            wrapMode: Text.WordWrap
            horizontalAlignment: Text.AlignLeft
            text: results.model.state
            textFormat: Text.PlainText
            color: Theme.muted
            font.pixelSize: 12
        }
    }
}
