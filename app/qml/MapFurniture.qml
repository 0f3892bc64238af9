// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Masar

/// What stands on the map: the date, the north arrow of a turned map, the buttons to measure and zoom, the scale bar,
/// the attribution.
Item {
    id: furniture

    required property Session session
    signal measureWanted
    /// Between two panes of a small window: the date shrinks.
    readonly property bool cramped: width < 340
    /// Of the scale bar, at the bottom.
    readonly property real scaleHeight: scaleBox.height

    // The date, large enough to be read from afar.
    Rectangle {
        anchors.top: parent.top
        anchors.horizontalCenter: parent.horizontalCenter
        visible: furniture.session.clock.hasRange
        width: dateRow.implicitWidth + (furniture.cramped ? 20 : 32)
        height: 42
        radius: 21
        color: Qt.alpha(Theme.panel, 0.94)
        border.width: 1
        border.color: Theme.line

        Accessible.role: Accessible.StaticText
        Accessible.name: furniture.session.clock.text

        Row {
            id: dateRow
            anchors.centerIn: parent
            spacing: Theme.gap

            Text {
                id: date
                text: furniture.session.clock.dateText
                textFormat: Text.PlainText
                width: furniture.cramped ? Math.min(implicitWidth, furniture.width - 24) : implicitWidth
                color: Theme.text
                font.pixelSize: 18
                font.bold: true
                verticalAlignment: Text.AlignVCenter
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 11
            }
            Text {
                anchors.baseline: date.baseline
                visible: !furniture.cramped
                text: furniture.session.clock.zone
                textFormat: Text.PlainText
                color: Theme.muted
                font.pixelSize: 12
            }
        }
    }

    MPanel {
        anchors.right: parent.right
        anchors.bottom: measure.top
        anchors.bottomMargin: Theme.gap
        visible: furniture.session.camera.turned
        width: 34
        height: 34
        radius: 8

        MButton {
            objectName: "northArrow"
            width: 34
            height: 34
            tip: qsTr("Turn back to north (N)")
            onClicked: furniture.session.camera.turnNorth()

            NorthArrow {
                anchors.fill: parent
                bearing: furniture.session.camera.bearing
                ink: Theme.accent
            }
        }
    }
    MPanel {
        id: measure
        anchors.right: parent.right
        anchors.bottom: zoom.top
        anchors.bottomMargin: Theme.gap
        width: 34
        height: 34
        radius: 8

        MButton {
            width: 34
            height: 34
            symbol: "ruler"
            tip: qsTr("Measure (M)")
            checked: furniture.session.ruler.measuring
            onClicked: furniture.measureWanted()
        }
    }
    MPanel {
        id: zoom
        anchors.right: parent.right
        anchors.bottom: credit.top
        anchors.bottomMargin: Theme.gap
        width: 34
        height: 68
        radius: 8

        MButton {
            width: 34
            height: 34
            symbol: "plus"
            tip: qsTr("Zoom in (+)")
            enabled: furniture.session.camera.canZoomIn
            onClicked: furniture.session.camera.zoomIn()
        }
        Rectangle {
            y: 34
            x: 6
            width: 22
            height: 1
            color: Theme.line
        }
        MButton {
            y: 34
            width: 34
            height: 34
            symbol: "minus"
            tip: qsTr("Zoom out (−)")
            enabled: furniture.session.camera.canZoomOut
            onClicked: furniture.session.camera.zoomOut()
        }
    }

    Rectangle {
        id: scaleBox
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        width: scale.pixels + 16
        height: 30
        radius: 4
        color: Qt.alpha(Theme.panel, 0.82)

        ScaleBarModel {
            id: scale
            camera: furniture.session.camera
            mostPixels: Math.min(120, Math.max(40, furniture.width - credit.leastWidth - 32))
            units: furniture.session.settings.units
        }
        Accessible.role: Accessible.StaticText
        Accessible.name: qsTr("Scale: %1").arg(scale.text)

        Text {
            anchors.horizontalCenter: parent.horizontalCenter
            y: 3
            text: scale.text
            textFormat: Text.PlainText
            color: Theme.text
            font.pixelSize: Theme.small
        }
        Rectangle {
            x: 8
            y: 23
            width: scale.pixels
            height: 1.5
            color: Theme.text
        }
        Rectangle {
            x: 8
            y: 19
            width: 1.5
            height: 5
            color: Theme.text
        }
        Rectangle {
            x: 8 + scale.pixels - 1.5
            y: 19
            width: 1.5
            height: 5
            color: Theme.text
        }
    }

    Attribution {
        id: credit
        objectName: "attribution"
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        width: implicitWidth
        height: implicitHeight
        mostWidth: furniture.width - scaleBox.width - Theme.gapLarge
        text: furniture.session.attribution
        own: furniture.session.basemaps.attributionOfOwn
    }
}
