// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Masar

/// One layer: its name and what it holds, whether it shows, and what can be done with it.
Item {
    id: row

    required property LayerListModel layers
    required property LayerUpdates updates
    required property int key
    required property string name
    required property string detail
    required property int layerState
    required property bool shown
    required property color colour
    required property real progress
    required property bool follows
    required property bool updatesAlone
    required property bool newer
    required property string fileNote
    required property string fileProblem
    required property var trackFields
    required property string tracksOf
    required property string labelField
    required property list<string> labelFields
    required property bool timed
    signal updateWanted(key: int)
    signal readingWanted(key: int)
    signal versionsWanted(key: int)
    readonly property bool ready: layerState === LayerListModel.State.Ready
    readonly property bool loading: layerState === LayerListModel.State.Loading
    readonly property bool failed: layerState === LayerListModel.State.Failed
    readonly property bool active: hover.hovered || tools.activeFocus || more.activeFocus || menu.opened

    height: Math.max(48, names.implicitHeight + 14)

    Accessible.role: Accessible.ListItem
    Accessible.name: name
    Accessible.description: detail

    HoverHandler {
        id: hover
    }
    Rectangle {
        anchors.fill: parent
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap
        radius: Theme.radius
        color: row.active ? Theme.hover : "transparent"
    }
    MButton {
        id: eye
        anchors.left: parent.left
        anchors.leftMargin: Theme.gap + 4
        anchors.verticalCenter: parent.verticalCenter
        width: 30
        height: 30
        visible: row.ready
        iconSize: 18
        symbol: row.shown ? "eye" : "eye-off"
        tip: row.shown ? qsTr("Hide this layer") : qsTr("Show this layer")
        opacity: row.shown ? 1 : 0.5
        Accessible.role: Accessible.CheckBox
        Accessible.name: row.name
        Accessible.checked: row.shown
        onClicked: row.layers.setVisible(row.key, !row.shown)
    }
    MIcon {
        anchors.centerIn: eye
        visible: !row.ready
        symbol: row.failed ? "warning" : "file"
        sourceSize: Qt.size(18, 18)
        color: row.failed ? Theme.danger : Theme.muted
    }
    Column {
        id: names
        anchors.left: eye.right
        anchors.leftMargin: Theme.gapSmall + 2
        anchors.right: row.active || !row.ready ? tools.left : parent.right
        anchors.rightMargin: row.active || !row.ready ? Theme.gapSmall : Theme.pad
        anchors.verticalCenter: parent.verticalCenter
        spacing: 1

        Row {
            width: parent.width
            spacing: 6

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                visible: row.ready && row.colour.a > 0
                width: 9
                height: 9
                radius: 4.5
                color: row.colour
            }
            Text {
                width: parent.width - (row.ready && row.colour.a > 0 ? 15 : 0)
                text: row.name
                textFormat: Text.PlainText
                elide: Text.ElideRight
                horizontalAlignment: Text.AlignLeft
                color: row.shown || !row.ready ? Theme.text : Theme.muted
                font.pixelSize: Theme.body
            }
        }
        Text {
            visible: !row.loading
            width: parent.width
            text: row.detail
            textFormat: Text.PlainText
            elide: Text.ElideRight
            horizontalAlignment: Text.AlignLeft
            color: row.failed ? Theme.danger : Theme.muted
            font.pixelSize: Theme.small
        }
        Row {
            visible: row.fileNote !== ""
            width: parent.width
            topPadding: 2
            spacing: Theme.gapSmall

            MIcon {
                id: noteSign
                symbol: row.fileProblem !== "" ? "warning" : "info"
                sourceSize: Qt.size(14, 14)
                color: row.fileProblem !== "" ? Theme.warning : Theme.accent
            }
            Text {
                width: parent.width - noteSign.width - parent.spacing
                text: row.fileNote
                textFormat: Text.PlainText
                wrapMode: Text.Wrap
                horizontalAlignment: Text.AlignLeft
                color: row.fileProblem !== "" ? Theme.warning : Theme.accent
                font.pixelSize: Theme.small
                Accessible.role: Accessible.StaticText
                Accessible.name: text
                Accessible.description: row.fileProblem
            }
            HoverHandler {
                id: noteHover
            }
            MToolTip {
                text: row.fileProblem
                shown: noteHover.hovered && text !== ""
            }
        }
        Rectangle {
            visible: row.loading
            width: parent.width
            height: 4
            radius: 2
            color: Theme.line

            Rectangle {
                anchors.left: parent.left
                width: Math.max(parent.width * row.progress, 8)
                height: 4
                radius: 2
                color: Theme.accent
            }
        }
    }
    Row {
        id: tools
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap + 2
        anchors.verticalCenter: parent.verticalCenter

        MButton {
            width: 28
            height: 28
            visible: row.ready
            opacity: row.active ? 1 : 0
            iconSize: 18
            symbol: "zoom-to"
            tip: qsTr("Zoom to this layer")
            onClicked: row.layers.zoomTo(row.key)
        }
        MButton {
            id: more
            width: 28
            height: 28
            opacity: row.active || !row.ready ? 1 : 0
            iconSize: 18
            quiet: menu.opened
            symbol: row.ready ? "more" : "close"
            tip: row.ready ? qsTr("More") : row.loading ? qsTr("Cancel") : qsTr("Dismiss")
            onClicked: row.ready ? menu.popup(more, mirrored ? more.width - menu.width : 0, more.height + 4) : row.layers.remove(row.key)
        }
    }
    MMenu {
        id: menu

        MMenuItem {
            symbol: "zoom-to"
            text: qsTr("Zoom to this layer")
            onTriggered: row.layers.zoomTo(row.key)
        }
        MMenuItem {
            symbol: "calendar"
            text: qsTr("Show its time")
            enabled: row.timed
            onTriggered: row.layers.showTime(row.key)
        }
        MMenuItem {
            symbol: "reload"
            text: qsTr("Update to what is on disk")
            visible: row.newer
            onTriggered: row.updates.takeNewer(row.key)
        }
        MMenuItem {
            symbol: "info"
            text: qsTr("How this was read…")
            enabled: row.ready
            onTriggered: row.readingWanted(row.key)
        }
        MMenuItem {
            symbol: "file"
            text: qsTr("Update from file…")
            onTriggered: row.updateWanted(row.key)
        }
        MMenuItem {
            symbol: "book"
            text: qsTr("Versions…")
            visible: row.follows
            onTriggered: row.versionsWanted(row.key)
        }
        MMenuItem {
            text: qsTr("Update when its file changes")
            visible: row.follows
            checkable: true
            checked: row.updatesAlone
            onTriggered: row.updates.setAlone(row.key, !row.updatesAlone)
        }
        MMenuItem {
            symbol: "arrow-up"
            text: qsTr("Move up")
            onTriggered: row.layers.moveUp(row.key)
        }
        MMenuItem {
            symbol: "arrow-down"
            text: qsTr("Move down")
            onTriggered: row.layers.moveDown(row.key)
        }
        MMenu {
            id: labels

            title: qsTr("Label by")
            enabled: row.labelFields.length > 0

            MMenuItem {
                text: qsTr("Nothing")
                checkable: true
                checked: row.labelField === ""
                onTriggered: row.layers.setLabelField(row.key, "")
            }
            Instantiator {
                model: row.labelFields
                delegate: MMenuItem {
                    required property string modelData
                    text: modelData
                    checkable: true
                    checked: row.labelField === modelData
                    onTriggered: row.layers.setLabelField(row.key, modelData)
                }
                onObjectAdded: (index, object) => labels.insertItem(index + 1, object as MMenuItem)
                onObjectRemoved: (index, object) => labels.removeItem(object as MMenuItem)
            }
        }
        MMenu {
            id: tracks

            title: qsTr("Make tracks of")
            enabled: row.trackFields.length > 0

            MMenuItem {
                text: qsTr("Nothing: points")
                checkable: true
                checked: row.tracksOf === ""
                onTriggered: row.layers.makeTracks(row.key, "")
            }
            Instantiator {
                model: row.trackFields
                delegate: MMenuItem {
                    required property string modelData
                    text: modelData
                    checkable: true
                    checked: row.tracksOf === modelData
                    onTriggered: row.layers.makeTracks(row.key, modelData)
                }
                onObjectAdded: (index, object) => tracks.insertItem(index + 1, object as MMenuItem)
                onObjectRemoved: (index, object) => tracks.removeItem(object as MMenuItem)
            }
        }
        MMenuSeparator {}
        MMenuItem {
            symbol: "remove"
            text: qsTr("Remove")
            onTriggered: row.layers.remove(row.key)
        }
    }
}
