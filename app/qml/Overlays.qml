// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Masar

/// What lies over the map: the panes at its sides, the furniture between them, messages and the tooltip.
Item {
    id: overlays

    required property Session session
    required property MapArea area
    readonly property bool empty: session.layers.count === 0 && !session.busy
    readonly property int margin: Theme.gapLarge
    readonly property real changesCover: changesPane.visible ? changesPane.width + margin : 0
    readonly property real layersCover: (layersPane.visible ? layersPane.width + margin : 0) + changesCover
    readonly property bool narrow: width < 1040 ///< too much so for three panes
    readonly property real recordCover: recordPane.visible ? recordPane.width + margin : 0
    signal openWanted
    signal basemapWanted
    signal updateWanted(key: int)
    signal versionsWanted(key: int)

    Binding {
        overlays.session.camera.coveredLeft: overlays.session.rightToLeft ? overlays.recordCover : overlays.layersCover
        overlays.session.camera.coveredRight: overlays.session.rightToLeft ? overlays.layersCover : overlays.recordCover
        overlays.session.camera.coveredTop: 56
        overlays.session.camera.coveredBottom: 24
    }

    ChangeMarks {
        anchors.fill: parent
        visible: overlays.session.changes.shown
        camera: overlays.session.camera
        changes: overlays.session.changes
        dark: Theme.dark
    }
    SideHandle {
        objectName: "sideHandle"
        anchors.fill: parent
        visible: overlays.session.sides.shown
        rightToLeft: overlays.session.rightToLeft
        part: overlays.area.part
        least: overlays.layersCover / Math.max(1, width)
        most: 1 - overlays.recordCover / Math.max(1, width)
        onMoved: (part) => overlays.area.part = part
        onVisibleChanged: move((least + most) / 2)
    }
    FoundMark {
        session: overlays.session
    }
    LayersPane {
        id: layersPane
        objectName: "layersPane"
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.margins: overlays.margin
        visible: overlays.session.settings.layersOpen && !overlays.empty && !(overlays.narrow && overlays.session.changes.shown)
        width: Math.min(overlays.session.settings.layersWidth, parent.width * 0.36)
        mostHeight: parent.height - 2 * overlays.margin
        session: overlays.session
        onOpenWanted: overlays.openWanted()
        onBasemapWanted: overlays.basemapWanted()
        onUpdateWanted: (key) => overlays.updateWanted(key)
        onVersionsWanted: (key) => overlays.versionsWanted(key)
    }
    RecordPane {
        id: recordPane
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: overlays.margin
        visible: overlays.session.record.shown
        width: Math.min(overlays.session.settings.recordWidth, parent.width * 0.42)
        mostHeight: parent.height - 2 * overlays.margin
        session: overlays.session
    }
    FeatureListPane {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: overlays.margin
        anchors.bottomMargin: overlays.margin + furniture.scaleHeight + Theme.gap
        width: 320
        session: overlays.session
    }
    Item {
        id: free
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        anchors.left: layersPane.visible ? layersPane.right : parent.left
        anchors.right: recordPane.visible ? recordPane.left : parent.right
        anchors.margins: overlays.margin

        MapFurniture {
            id: furniture
            anchors.fill: parent
            session: overlays.session
            onMeasureWanted: overlays.area.measure()
        }
        ChangesPane {
            id: changesPane
            objectName: "changesPane"
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.bottomMargin: furniture.scaleHeight + Theme.gap
            width: Math.min(340, parent.width)
            mostHeight: parent.height - furniture.scaleHeight - Theme.gap - 50 // the date
            session: overlays.session
        }
        RulerPane {
            anchors.left: parent.left
            anchors.top: parent.top
            anchors.topMargin: 52
            session: overlays.session
        }
        FoundNote {
            anchors.top: parent.top
            anchors.topMargin: 52
            anchors.horizontalCenter: parent.horizontalCenter
            width: implicitWidth
            height: implicitHeight
            session: overlays.session
        }
        NoticeStack {
            objectName: "notices"
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 44
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.horizontalCenterOffset: overlays.changesCover / 2
            width: Math.min(440, Math.max(280, parent.width - overlays.changesCover - 100))
            session: overlays.session
        }
    }
    EmptyState {
        objectName: "emptyState"
        anchors.centerIn: parent
        visible: overlays.empty
        session: overlays.session
        onOpenWanted: overlays.openWanted()
    }
    Rectangle {
        readonly property point at: overlays.area.input.pointer

        visible: overlays.area.input.hovered && overlays.session.hoverTitle !== ""
        x: Math.min(at.x + 14, overlays.width - width - Theme.gap)
        y: Math.max(Theme.gap, at.y - height - 8)
        width: Math.max(hoverTitle.implicitWidth, hoverDetail.implicitWidth) + 20
        height: hoverColumn.implicitHeight + 12
        radius: Theme.radius
        color: Theme.raised
        border.width: 1
        border.color: Theme.edge

        Column {
            id: hoverColumn
            x: 10
            y: 6

            Text {
                id: hoverTitle
                text: overlays.session.hoverTitle
                textFormat: Text.PlainText
                color: Theme.text
                font.pixelSize: 12
                font.bold: true
            }
            Text {
                id: hoverDetail
                visible: text !== ""
                text: overlays.session.hoverDetail
                textFormat: Text.PlainText
                color: Theme.muted
                font.pixelSize: Theme.small
            }
        }
    }
}
