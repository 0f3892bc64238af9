// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtLocation
import Masar

/// The map: Qt Location's Map is the camera and carries items, the canvas draws all that is seen.
Item {
    id: area

    required property Session session
    property alias canvas: canvas
    property alias input: input
    property real part: 0.5 ///< of the width, for the old version while two are side by side

    function measure(): void {
        session.ruler.begin();
        input.forceActiveFocus();
    }

    Map {
        id: map
        objectName: "map"
        anchors.fill: parent
        plugin: Plugin {
            name: "itemsoverlay"
        }
        opacity: 0
        copyrightsVisible: false
        minimumZoomLevel: 2
        maximumZoomLevel: 19
        zoomLevel: area.session.camera.zoomLevel
        center: area.session.camera.center
        bearing: area.session.camera.bearing
    }
    MapCanvas {
        id: canvas
        objectName: "canvas"
        anchors.fill: parent
        smooth: false
        scene: area.session.scene
        center: map.center
        zoomLevel: map.zoomLevel
        bearing: map.bearing
    }
    Loader {
        id: sides
        objectName: "sides"
        anchors.fill: parent
        active: area.session.sides.shown

        sourceComponent: SideBySide {
            session: area.session
            map: map
            part: area.part
        }
    }
    Binding {
        area.session.camera.size: Qt.size(area.width, area.height)
    }
    MapInput {
        id: input
        anchors.fill: parent
        session: area.session
        canvas: canvas
        focus: true
    }
}
