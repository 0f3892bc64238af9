// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Masar

/// Marks the place that the search went to: a ring with its name, until it has been seen or Escape is pressed.
Item {
    id: mark

    required property Session session
    readonly property SearchModel search: session.search

    visible: search.foundShown && search.foundPlace.isValid
    x: anchor.point.x
    y: anchor.point.y

    MapAnchor {
        id: anchor
        camera: mark.session.camera
        place: mark.search.foundPlace
    }
    Rectangle {
        id: ring
        anchors.centerIn: parent
        width: 44
        height: 44
        radius: 22
        color: "transparent"
        border.width: 2
        border.color: Theme.accent

        Rectangle {
            anchors.fill: parent
            anchors.margins: -2
            radius: 24
            color: "transparent"
            border.width: 1
            border.color: Qt.alpha(Theme.panel, 0.8)
        }
    }
    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: ring.bottom
        anchors.topMargin: 6
        visible: title.text !== ""
        width: Math.min(title.implicitWidth, 280) + 16
        height: 24
        radius: 12
        color: Theme.raised
        border.width: 1
        border.color: Theme.edge

        Text {
            id: title
            anchors.centerIn: parent
            width: Math.min(implicitWidth, 280)
            text: mark.search.foundTitle
            textFormat: Text.PlainText
            elide: Text.ElideRight
            color: Theme.text
            font.pixelSize: 12
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("Found: %1").arg(text)
        }
    }
    // A note waits for its reader; the mark alone goes after a while.
    SequentialAnimation {
        id: fading
        running: mark.visible && mark.search.foundNote === ""

        PauseAnimation {
            duration: 6000
        }
        NumberAnimation {
            target: mark
            property: "opacity"
            to: 0
            duration: 900
        }
        ScriptAction {
            script: mark.search.dismissFound()
        }
    }
    Connections {
        target: mark.search

        function onFoundChanged(): void {
            mark.opacity = 1;
            if (fading.running) {
                fading.restart();
            }
        }
    }
}
