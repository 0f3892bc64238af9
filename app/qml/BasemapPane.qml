// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Dialogs
import QtQuick.Templates as T
import Masar

/// The ground of the map: which one, and how it shows. The map stays in use beside it.
T.Dialog {
    id: pane

    required property Session session
    readonly property Basemaps basemaps: session.basemaps
    readonly property Settings settings: session.settings

    parent: T.Overlay.overlay
    x: mirrored ? Theme.gapLarge : parent.width - width - Theme.gapLarge
    y: Theme.barHeight + Theme.gapLarge
    width: 340
    height: Math.min(implicitHeight, parent.height - y - Theme.gapLarge)
    implicitHeight: header.height + column.implicitHeight + Theme.pad
    padding: 0
    modal: false
    focus: true
    closePolicy: T.Popup.CloseOnEscape

    background: MPanel {
        ground: Theme.raised
    }
    contentItem: Item {
        Item {
            id: header
            width: parent.width
            height: 44

            Text {
                anchors.verticalCenter: parent.verticalCenter
                anchors.left: parent.left
                anchors.leftMargin: Theme.pad
                text: qsTr("Basemap")
                color: Theme.text
                font.pixelSize: Theme.body
                font.bold: true
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            MButton {
                anchors.verticalCenter: parent.verticalCenter
                anchors.right: parent.right
                anchors.rightMargin: Theme.gap
                width: 28
                height: 28
                iconSize: 18
                symbol: "close"
                tip: qsTr("Close")
                onClicked: pane.close()
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
                x: Theme.gap
                width: flick.width - 2 * Theme.gap
                spacing: Theme.gapSmall
                bottomPadding: Theme.gap

                Repeater {
                    model: pane.basemaps

                    BasemapRow {
                        width: column.width
                        basemaps: pane.basemaps
                    }
                }
                Item {
                    width: 1
                    height: 1 // air above the buttons
                }
                MButton {
                    width: column.width
                    framed: true
                    symbol: "open"
                    text: qsTr("Open a raster file")
                    tip: qsTr("GeoTIFF, MBTiles, PNG, JPEG and others that say where they lie")
                    onClicked: fileDialog.open()
                }
                MButton {
                    width: column.width
                    framed: true
                    symbol: "link"
                    objectName: "addOnline"
                    text: qsTr("Add an online map")
                    tip: qsTr("Tiles from a server that you name")
                    onClicked: onlineDialog.open()
                }
                Column {
                    visible: pane.basemaps.laidOver
                    width: column.width
                    topPadding: Theme.gap
                    leftPadding: Theme.gap
                    rightPadding: Theme.gap
                    spacing: Theme.gapSmall

                    Text {
                        width: column.width - 2 * Theme.gap
                        text: pane.basemaps.detail
                        textFormat: Text.PlainText
                        horizontalAlignment: Text.AlignLeft
                        wrapMode: Text.Wrap
                        color: Theme.muted
                        font.pixelSize: Theme.small
                    }
                    Row {
                        width: column.width - 2 * Theme.gap
                        spacing: Theme.gapLarge

                        Text {
                            id: opacityLabel
                            anchors.verticalCenter: parent.verticalCenter
                            text: qsTr("Opacity")
                            color: Theme.text
                            font.pixelSize: Theme.body
                        }
                        MSlider {
                            objectName: "basemapOpacity"
                            width: parent.width - opacityLabel.width - parent.spacing
                            label: opacityLabel.text
                            from: 0.1
                            to: 1
                            stepSize: 0.05
                            value: pane.settings.basemapOpacity
                            onMoved: pane.settings.basemapOpacity = value
                        }
                    }
                    MCheckBox {
                        objectName: "basemapNames"
                        width: column.width - 2 * Theme.gap
                        text: qsTr("Names and borders on top")
                        checked: pane.settings.namesOnBasemap
                        onToggled: pane.settings.namesOnBasemap = checked
                    }
                }
                MButton {
                    visible: pane.basemaps.incomplete
                    width: column.width
                    framed: true
                    symbol: "warning"
                    text: qsTr("Ask again for what is missing")
                    tip: qsTr("Some tiles could not be had: hatching marks where")
                    onClicked: pane.basemaps.retry()
                }
            }
        }
    }

    FileDialog {
        id: fileDialog
        title: qsTr("Open a raster file")
        currentFolder: pane.settings.lastFolder
        nameFilters: [qsTr("Rasters (%1)").arg("*.tif *.tiff *.mbtiles *.gpkg *.png *.jpg *.jpeg *.webp"), qsTr("All files (*)")]
        onAccepted: pane.basemaps.openFile(selectedFile)
    }
    OnlineMapDialog {
        id: onlineDialog
        objectName: "onlineDialog"
        basemaps: pane.basemaps
    }
}
