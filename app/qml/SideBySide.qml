// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtLocation
import Masar

/// Over the map: the old version of a layer on the side where reading begins, the new one on the other.
Item {
    id: sides

    required property Session session
    required property Map map
    property real part: 0.5 ///< of the width, for the old version

    component Side: Item {
        id: side

        required property MapScene scene
        required property bool begin

        anchors.top: parent?.top
        anchors.bottom: parent?.bottom
        anchors.left: begin ? parent?.left : undefined
        anchors.right: begin ? undefined : parent?.right
        clip: true

        MapCanvas {
            anchors.left: side.begin ? parent.left : undefined
            anchors.right: side.begin ? undefined : parent.right
            width: sides.width
            height: sides.height
            smooth: false
            scene: side.scene
            center: sides.map.center
            zoomLevel: sides.map.zoomLevel
            bearing: sides.map.bearing
        }
    }

    Side {
        objectName: "beforeSide"
        width: sides.width * sides.part
        scene: sides.session.sides.before
        begin: true
    }
    Loader {
        anchors.fill: parent
        active: sides.session.sides.afterNeeded

        sourceComponent: Item {
            Side {
                width: sides.width * (1 - sides.part)
                scene: sides.session.sides.after
                begin: false
            }
        }
    }
}
