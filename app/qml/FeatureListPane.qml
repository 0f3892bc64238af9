// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Masar

/// The features behind one of the counts: click one for its record.
MPanel {
    id: pane

    required property Session session
    readonly property FeatureListModel listed: session.listed

    visible: listed.which !== FeatureListModel.Which.None
    height: Math.min(320, header.height + Math.max(1, listed.count) * 40 + foot.height + Theme.gap)

    Item {
        id: header
        width: parent.width
        height: 40

        Text {
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            anchors.leftMargin: Theme.pad
            text: [qsTr("Nothing"), qsTr("Certain now"), qsTr("Possible now"), qsTr("Outside this time"), qsTr("Without a date"), qsTr("Without a place"), qsTr("Unreadable")][pane.listed.which]
            color: Theme.text
            font.pixelSize: Theme.body
            font.bold: true
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        MButton {
            anchors.right: parent.right
            anchors.rightMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            width: 28
            height: 28
            iconSize: 18
            symbol: "close"
            tip: qsTr("Close")
            onClicked: pane.listed.which = FeatureListModel.Which.None
        }
    }
    ListView {
        id: list
        anchors.top: header.bottom
        anchors.bottom: foot.top
        width: parent.width
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        model: pane.listed
        ScrollBar.vertical: MScrollBar {}
        Keys.onReturnPressed: pane.session.showListed(currentIndex)

        delegate: T.ItemDelegate {
            id: item

            required property int index
            required property string title
            required property string detail
            required property string layerName

            width: ListView.view.width
            implicitHeight: 40
            hoverEnabled: true
            highlighted: ListView.isCurrentItem && list.activeFocus
            text: title
            Accessible.name: title
            onClicked: pane.session.showListed(index)

            contentItem: Column {
                Text {
                    x: Theme.pad
                    width: parent.width - 2 * Theme.pad
                    text: item.title
                    textFormat: Text.PlainText
                    elide: Text.ElideRight
                    horizontalAlignment: Text.AlignLeft
                    color: Theme.text
                    font.pixelSize: Theme.body
                }
                Text {
                    x: Theme.pad
                    width: parent.width - 2 * Theme.pad
                    text: item.detail !== "" ? item.detail : item.layerName
                    textFormat: Text.PlainText
                    elide: Text.ElideRight
                    horizontalAlignment: Text.AlignLeft
                    color: Theme.muted
                    font.pixelSize: Theme.small
                }
            }
            background: Rectangle {
                color: item.hovered || item.highlighted ? Theme.hover : "transparent"
            }
        }
    }
    Item {
        id: foot
        anchors.bottom: parent.bottom
        width: parent.width
        height: undated.visible || more.visible ? 40 : Theme.gap

        Text {
            id: more
            anchors.left: parent.left
            anchors.leftMargin: Theme.pad
            anchors.verticalCenter: parent.verticalCenter
            visible: text !== ""
            text: pane.listed.moreText
            textFormat: Text.PlainText
            color: Theme.muted
            font.pixelSize: Theme.small
        }

        MButton {
            id: undated
            anchors.left: parent.left
            anchors.leftMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            visible: pane.listed.which === FeatureListModel.Which.Undated
            checkable: true
            checked: pane.session.settings.showUndated
            symbol: checked ? "eye" : "eye-off"
            text: checked ? qsTr("Shown at every date") : qsTr("Not on the map")
            tip: qsTr("Show or hide what has no date")
            onToggled: pane.session.settings.showUndated = checked
        }
    }
}
