// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Masar

/// The versions that a layer's file has had, of which two are compared.
T.Dialog {
    id: dialog

    required property Session session
    readonly property LayerVersions versions: session.updates.versions

    function ask(key: int): void {
        session.updates.showVersions(key);
        open();
    }
    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: parent ? Math.min(620, parent.width - 32) : 620
    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    padding: 24
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside

    T.Overlay.modal: Rectangle {
        color: Qt.alpha("#000000", 0.35)
    }
    background: MPanel {
        ground: Theme.raised
    }
    contentItem: Column {
        spacing: Theme.gapLarge

        Text {
            width: parent.width
            text: qsTr("Versions of %1").arg(dialog.versions.layerName)
            textFormat: Text.PlainText
            elide: Text.ElideRight
            horizontalAlignment: Text.AlignLeft
            color: Theme.text
            font.pixelSize: Theme.title
            font.bold: true
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Text {
            width: parent.width
            text: qsTr("What its file has held since Masar was started. Choose two versions to compare.")
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignLeft
            color: Theme.muted
            font.pixelSize: 12
        }
        ListView {
            id: list
            objectName: "versionsList"
            width: parent.width
            height: Math.min(360, contentHeight)
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            model: dialog.versions
            ScrollBar.vertical: MScrollBar {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Versions")

            delegate: Item {
                id: item

                required property int index
                required property string time
                required property string hash
                required property string fullHash
                required property string features
                required property string changes
                required property bool kept
                required property bool onMap

                width: ListView.view.width
                height: texts.implicitHeight + Theme.gapLarge
                Accessible.role: Accessible.ListItem
                Accessible.name: time
                Accessible.description: changes

                Column {
                    id: texts

                    anchors.left: parent.left
                    anchors.right: choices.left
                    anchors.rightMargin: Theme.gap
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: 2

                    Text {
                        width: parent.width
                        text: item.onMap ? qsTr("%1, on the map", "a time of day").arg(item.time) : item.time
                        textFormat: Text.PlainText
                        elide: Text.ElideRight
                        horizontalAlignment: Text.AlignLeft
                        color: Theme.text
                        font.pixelSize: Theme.body
                        font.bold: item.onMap
                    }
                    Text {
                        width: parent.width
                        text: item.changes
                        textFormat: Text.PlainText
                        elide: Text.ElideRight
                        horizontalAlignment: Text.AlignLeft
                        color: Theme.text
                        font.pixelSize: 12
                    }
                    Text {
                        width: parent.width
                        text: item.kept ? qsTr("%1 · SHA-256 %2…", "features, the beginning of a hash").arg(item.features).arg(item.hash) : qsTr("%1 · no longer in memory").arg(item.features)
                        textFormat: Text.PlainText
                        elide: Text.ElideRight
                        horizontalAlignment: Text.AlignLeft
                        color: Theme.muted
                        font.pixelSize: Theme.small

                        HoverHandler {
                            id: hover
                        }
                        MToolTip {
                            text: item.fullHash
                            shown: hover.hovered
                        }
                    }
                }
                Row {
                    id: choices
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.gapLarge
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: Theme.gapSmall

                    MButton {
                        objectName: `before${item.index}`
                        enabled: item.kept
                        checkable: true
                        framed: true
                        checked: dialog.versions.before === item.index
                        text: qsTr("Before")
                        tip: qsTr("Compare from this version")
                        Accessible.role: Accessible.RadioButton
                        onClicked: dialog.versions.before = item.index
                    }
                    MButton {
                        objectName: `after${item.index}`
                        enabled: item.kept
                        checkable: true
                        framed: true
                        checked: dialog.versions.after === item.index
                        text: qsTr("After")
                        tip: qsTr("Compare with this version")
                        Accessible.role: Accessible.RadioButton
                        onClicked: dialog.versions.after = item.index
                    }
                }
            }
        }
        Row {
            anchors.right: parent.right
            spacing: Theme.gap

            MButton {
                framed: true
                text: qsTr("Close")
                onClicked: dialog.close()
            }
            MButton {
                objectName: "compareVersions"
                primary: true
                enabled: dialog.versions.comparable
                text: qsTr("Compare")
                tip: qsTr("List and mark what is different")
                onClicked: {
                    dialog.session.updates.compareVersions();
                    dialog.close();
                }
            }
        }
    }
}
