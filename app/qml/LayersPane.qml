// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import Masar

/// The layers, the top of the map first, and the legend of what they show now.
MPanel {
    id: pane

    required property Session session
    property real mostHeight: 600
    signal openWanted
    signal basemapWanted
    signal updateWanted(key: int)
    signal versionsWanted(key: int)

    height: Math.min(mostHeight, header.height + column.implicitHeight + Theme.gap)

    Item {
        id: header
        width: parent.width
        height: 44

        Text {
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            anchors.leftMargin: Theme.pad
            text: qsTr("Layers")
            color: Theme.text
            font.pixelSize: Theme.body
            font.bold: true
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Row {
            anchors.verticalCenter: parent.verticalCenter
            anchors.right: parent.right
            anchors.rightMargin: Theme.gap

            MButton {
                width: 28
                height: 28
                iconSize: 18
                symbol: "plus"
                tip: qsTr("Open files (Ctrl+O)")
                onClicked: pane.openWanted()
            }
            MButton {
                width: 28
                height: 28
                iconSize: 18
                symbol: "close"
                tip: qsTr("Hide layers and legend (F9)")
                onClicked: pane.session.settings.layersOpen = false
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

            Text {
                visible: pane.session.layers.count === 0
                width: parent.width
                leftPadding: Theme.pad
                rightPadding: Theme.pad
                bottomPadding: Theme.gap
                wrapMode: Text.WordWrap
                text: qsTr("Nothing is open yet.")
                color: Theme.muted
                font.pixelSize: Theme.body
            }
            Repeater {
                model: pane.session.layers

                LayerRow {
                    width: column.width
                    layers: pane.session.layers
                    updates: pane.session.updates
                    onUpdateWanted: (key) => pane.updateWanted(key)
                    onReadingWanted: (key) => pane.session.fileReading.show(key)
                    onVersionsWanted: (key) => pane.versionsWanted(key)
                }
            }
            BasemapLine {
                objectName: "basemapLine"
                width: column.width
                basemaps: pane.session.basemaps
                onClicked: pane.basemapWanted()
            }
            LegendView {
                width: column.width
                visible: pane.session.layers.readyCount > 0
                session: pane.session
            }
        }
    }
    PaneGrip {
        anchors.right: parent.right
        height: parent.height
        onMoved: (by) => pane.session.settings.widenLayers(pane.session.rightToLeft ? -by : by)
    }
}
