// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Masar

/// Messages, newest below. What is neither an error nor an offer goes by itself.
Column {
    id: stack

    required property Session session

    spacing: Theme.gap

    Repeater {
        model: stack.session.notices

        MPanel {
            id: card

            required property int kind
            required property string title
            required property string detail
            required property int noticeId
            required property list<string> actions
            readonly property bool error: kind === NoticeModel.Kind.Error
            readonly property bool warning: kind === NoticeModel.Kind.Warning

            width: stack.width
            height: words.implicitHeight + 2 * Theme.gapLarge
            ground: Theme.raised

            Accessible.role: Accessible.AlertMessage
            Accessible.name: title
            Accessible.description: detail

            MIcon {
                id: sign
                anchors.left: parent.left
                anchors.leftMargin: Theme.gapLarge
                y: Theme.gapLarge
                symbol: card.error || card.warning ? "warning" : "info"
                color: card.error ? Theme.danger : card.warning ? Theme.warning : Theme.accent
            }
            Column {
                id: words
                anchors.left: sign.right
                anchors.leftMargin: Theme.gap
                anchors.right: parent.right
                anchors.rightMargin: 44
                y: Theme.gapLarge
                spacing: 3

                Text {
                    width: parent.width
                    text: card.title
                    textFormat: Text.PlainText
                    wrapMode: Text.Wrap
                    horizontalAlignment: Text.AlignLeft
                    color: Theme.text
                    font.pixelSize: Theme.body
                    font.bold: true
                }
                Text {
                    visible: card.detail !== ""
                    width: parent.width
                    text: card.detail
                    textFormat: Text.PlainText
                    wrapMode: Text.Wrap
                    horizontalAlignment: Text.AlignLeft
                    color: Theme.muted
                    font.pixelSize: 12
                }
                Row {
                    visible: card.actions.length > 0
                    topPadding: Theme.gap
                    spacing: Theme.gap

                    Repeater {
                        model: card.actions

                        MButton {
                            required property int index
                            required property string modelData

                            objectName: `noticeAction${index}`
                            primary: index === 0
                            framed: index > 0
                            text: modelData
                            onClicked: stack.session.notices.act(card.noticeId, index)
                        }
                    }
                }
            }
            MButton {
                anchors.right: parent.right
                anchors.rightMargin: Theme.gap
                y: Theme.gap
                width: 28
                height: 28
                iconSize: 18
                symbol: "close"
                tip: qsTr("Dismiss")
                onClicked: stack.session.notices.dismiss(card.noticeId)
            }
            Timer {
                interval: card.warning ? 15000 : 7000
                running: !card.error && card.actions.length === 0
                onTriggered: stack.session.notices.dismiss(card.noticeId)
            }
        }
    }
}
