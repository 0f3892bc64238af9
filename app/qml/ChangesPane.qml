// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Masar

/// What an update of a layer changed: by kind, one by one, each value before and after.
MPanel {
    id: pane

    required property Session session
    property real mostHeight: 500
    readonly property ChangesModel changes: session.changes

    visible: changes.shown
    height: Math.min(mostHeight, header.height + Math.min(5, list.count) * 44 + values.height + foot.height + Theme.gap)

    Column {
        id: header
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.pad
        topPadding: Theme.gapLarge
        bottomPadding: Theme.gap
        spacing: Theme.gap

        Text {
            width: parent.width - 28
            text: qsTr("Changes in %1").arg(pane.changes.layerName)
            textFormat: Text.PlainText
            elide: Text.ElideRight
            horizontalAlignment: Text.AlignLeft
            color: Theme.text
            font.pixelSize: Theme.body
            font.bold: true
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Text {
            width: parent.width
            text: pane.changes.summary
            textFormat: Text.PlainText
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignLeft
            color: Theme.muted
            font.pixelSize: Theme.small
        }
        Row {
            width: parent.width
            spacing: Theme.gap

            Text {
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("Match by")
                color: Theme.muted
                font.pixelSize: Theme.small
            }
            MChoice {
                objectName: "changesKey"
                width: 200
                tip: qsTr("The field that says which feature is which in both versions")
                model: pane.changes.keys
                currentIndex: pane.changes.key
                onActivated: (index) => pane.changes.matchBy(index)
            }
            MButton {
                objectName: "sideBySide"
                checkable: true
                framed: true
                checked: pane.session.sides.shown
                symbol: "swipe"
                tip: qsTr("Both versions side by side on the map")
                Accessible.role: Accessible.CheckBox
                onClicked: pane.session.sides.shown = checked
            }
        }
        Flow {
            width: parent.width
            spacing: Theme.gapSmall

            Repeater {
                model: pane.changes.kinds

                MButton {
                    required property var modelData

                    height: 26
                    checkable: true
                    autoExclusive: true
                    framed: true
                    checked: pane.changes.which === modelData.which
                    text: modelData.text
                    tip: qsTr("List only these changes")
                    Accessible.role: Accessible.RadioButton
                    onClicked: pane.changes.which = modelData.which
                }
            }
        }
    }
    ListView {
        id: list
        objectName: "changesList"
        anchors.top: header.bottom
        anchors.bottom: values.top
        width: parent.width
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        activeFocusOnTab: true
        model: pane.changes
        currentIndex: pane.changes.current
        ScrollBar.vertical: MScrollBar {}
        Keys.onDownPressed: pane.changes.next()
        Keys.onUpPressed: pane.changes.previous()
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Changes")

        delegate: T.ItemDelegate {
            id: item

            required property int index
            required property string title
            required property string detail
            required property int kinds

            width: ListView.view.width
            implicitHeight: Math.max(44, words.implicitHeight + Theme.gapSmall)
            hoverEnabled: true
            highlighted: ListView.isCurrentItem
            text: title
            Accessible.name: title
            Accessible.description: detail
            onClicked: pane.changes.current = index

            contentItem: Item {
                ChangeSample {
                    id: sample
                    anchors.left: parent.left
                    anchors.leftMargin: Theme.gapLarge
                    anchors.verticalCenter: parent.verticalCenter
                    width: 28
                    height: 28
                    kinds: item.kinds
                    dark: Theme.dark
                }
                Column {
                    id: words
                    anchors.left: sample.right
                    anchors.right: parent.right
                    anchors.leftMargin: Theme.gap
                    anchors.rightMargin: Theme.pad
                    anchors.verticalCenter: parent.verticalCenter

                    Text {
                        width: parent.width
                        text: item.title
                        textFormat: Text.PlainText
                        elide: Text.ElideRight
                        horizontalAlignment: Text.AlignLeft
                        color: Theme.text
                        font.pixelSize: Theme.body
                    }
                    Text {
                        width: parent.width
                        text: item.detail
                        textFormat: Text.PlainText
                        elide: Text.ElideRight
                        horizontalAlignment: Text.AlignLeft
                        color: Theme.muted
                        font.pixelSize: Theme.small
                    }
                }
            }
            background: Rectangle {
                color: item.highlighted ? Theme.accentSoft : item.hovered ? Theme.hover : "transparent"
            }
        }
    }
    Flickable {
        id: values
        anchors.bottom: foot.top
        width: parent.width
        height: pane.changes.values.length > 0 ? Math.min(180, lines.implicitHeight, Math.max(60, pane.mostHeight - header.height - foot.height - 2 * 44)) : 0
        contentHeight: lines.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: MScrollBar {}

        Column {
            id: lines
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: Theme.pad
            topPadding: Theme.gap
            spacing: Theme.gap

            Repeater {
                model: pane.changes.values

                Column {
                    id: line

                    required property var modelData
                    readonly property bool gone: modelData.after === undefined

                    width: lines.width
                    spacing: 1

                    Text {
                        width: parent.width
                        text: line.modelData.field
                        textFormat: Text.PlainText
                        horizontalAlignment: Text.AlignLeft
                        color: Theme.muted
                        font.pixelSize: Theme.small
                    }
                    Text {
                        width: parent.width
                        text: line.modelData.before || qsTr("no value")
                        textFormat: Text.PlainText
                        wrapMode: Text.Wrap
                        horizontalAlignment: Text.AlignLeft
                        color: line.gone ? Theme.text : Theme.danger
                        font.pixelSize: 12
                        font.strikeout: !line.gone && line.modelData.before !== ""
                        Accessible.role: Accessible.StaticText
                        Accessible.name: qsTr("Before: %1").arg(text)
                    }
                    Text {
                        width: parent.width
                        visible: !line.gone
                        text: line.modelData.after || qsTr("no value")
                        textFormat: Text.PlainText
                        wrapMode: Text.Wrap
                        horizontalAlignment: Text.AlignLeft
                        color: Theme.good
                        font.pixelSize: 12
                        Accessible.role: Accessible.StaticText
                        Accessible.name: qsTr("After: %1").arg(text)
                    }
                }
            }
        }
    }
    Item {
        id: foot
        anchors.bottom: parent.bottom
        width: parent.width
        height: 48

        Row {
            anchors.left: parent.left
            anchors.leftMargin: Theme.gap
            anchors.verticalCenter: parent.verticalCenter
            visible: list.count > 0

            MButton {
                width: 30
                symbol: "arrow-up"
                iconSize: 18
                tip: qsTr("Previous change (Shift+F8)")
                onClicked: pane.changes.previous()
            }
            MButton {
                width: 30
                symbol: "arrow-down"
                iconSize: 18
                tip: qsTr("Next change (F8)")
                onClicked: pane.changes.next()
            }
            Text {
                anchors.verticalCenter: parent.verticalCenter
                leftPadding: Theme.gapSmall
                rightPadding: Theme.gapSmall
                text: pane.changes.position
                textFormat: Text.PlainText
                color: Theme.muted
                font.pixelSize: Theme.small
            }
        }
        Row {
            anchors.right: parent.right
            anchors.rightMargin: Theme.gapLarge
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.gap

            MButton {
                framed: true
                text: qsTr("Keep both")
                tip: qsTr("Keep the old version as a layer of its own")
                onClicked: pane.session.updates.keepBoth()
            }
            MButton {
                primary: true
                text: qsTr("Accept")
                tip: qsTr("Keep the new version and mark nothing any more")
                onClicked: pane.changes.accept()
            }
        }
    }
}
