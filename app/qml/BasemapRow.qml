// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Masar

/// One basemap to choose.
T.AbstractButton {
    id: row
    objectName: `basemapRow${index}`

    required property int index
    required property string title
    required property string detail
    required property int kind
    required property bool shown
    required property Basemaps basemaps
    readonly property bool own: kind === Basemaps.Kind.File || kind === Basemaps.Kind.Online

    implicitHeight: Math.max(46, words.implicitHeight + 12) // Arabic lines are taller
    focusPolicy: Qt.TabFocus
    hoverEnabled: true
    checked: shown

    Accessible.role: Accessible.RadioButton
    Accessible.name: title
    Accessible.description: detail
    Accessible.checked: shown

    onClicked: row.basemaps.choose(row.index)
    Keys.onDeletePressed: row.basemaps.remove(row.index)

    background: Rectangle {
        radius: Theme.radius
        color: row.hovered || row.visualFocus ? Theme.hover : "transparent"
        border.width: row.visualFocus ? 2 : 0
        border.color: Theme.accent
    }
    contentItem: Item {
        Rectangle {
            id: dot
            anchors.left: parent.left
            anchors.leftMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            width: 18
            height: 18
            radius: 9
            color: Theme.field
            border.width: row.shown ? 5 : 1.5
            border.color: row.shown ? Theme.accent : Theme.muted
        }
        Column {
            id: words
            anchors.left: dot.right
            anchors.leftMargin: Theme.gapLarge
            anchors.right: remove.left
            anchors.rightMargin: Theme.gapSmall
            anchors.verticalCenter: parent.verticalCenter
            spacing: 1

            Text {
                width: parent.width
                text: row.title
                textFormat: Text.PlainText
                horizontalAlignment: Text.AlignLeft
                elide: Text.ElideMiddle
                color: Theme.text
                font.pixelSize: Theme.body
            }
            Text {
                width: parent.width
                text: row.detail
                textFormat: Text.PlainText
                horizontalAlignment: Text.AlignLeft
                elide: Text.ElideMiddle
                color: Theme.muted
                font.pixelSize: Theme.small
            }
        }
        MButton {
            id: remove
            anchors.right: parent.right
            anchors.rightMargin: Theme.gapSmall
            anchors.verticalCenter: parent.verticalCenter
            width: row.own ? 28 : 0
            height: 28
            visible: row.own
            iconSize: 18
            symbol: "remove"
            tip: qsTr("Take %1 off the list").arg(row.title)
            onClicked: row.basemaps.remove(row.index)
        }
    }
}
