// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Masar

/// The map under the user's hands: drag, wheel, pinch, double click, a box with Shift, a turn with the right button,
/// the keyboard; a click selects.
Item {
    id: input
    objectName: "mapInput"

    required property Session session
    required property MapCanvas canvas
    readonly property bool measuring: session.ruler.measuring
    readonly property bool boxing: box.active
    readonly property point pointer: hover.point.position
    readonly property bool hovered: hover.hovered

    activeFocusOnTab: true
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Map")
    Accessible.description: qsTr("Arrow keys move the map, with Shift they turn it, N turns it back to north, plus and minus zoom, Home shows everything, the space bar plays.")

    Keys.onLeftPressed: (event) => event.modifiers & Qt.ShiftModifier ? session.camera.turnStep(-1) : session.camera.panStep(-1, 0)
    Keys.onRightPressed: (event) => event.modifiers & Qt.ShiftModifier ? session.camera.turnStep(1) : session.camera.panStep(1, 0)
    Keys.onUpPressed: session.camera.panStep(0, -1)
    Keys.onDownPressed: session.camera.panStep(0, 1)
    Keys.onSpacePressed: measuring ? session.measureMiddle() : session.clock.togglePlaying()
    Keys.onMenuPressed: menu.openAt(input, Qt.point(input.width / 2, input.height / 2))
    Keys.onPressed: (event) => {
        if (event.key === Qt.Key_Backspace && measuring) {
            session.ruler.removeLast();
            event.accepted = true;
        }
    }
    Keys.onReturnPressed: session.ruler.finish()
    Keys.onEnterPressed: session.ruler.finish()
    Keys.onEscapePressed: session.dismiss()

    HoverHandler {
        id: hover
        cursorShape: input.measuring && !drag.active ? Qt.CrossCursor : drag.active || turn.active ? Qt.ClosedHandCursor : input.session.hoverTitle !== "" ? Qt.PointingHandCursor : Qt.ArrowCursor
        onPointChanged: input.session.pointAt(input.canvas, point.position)
        onHoveredChanged: input.session.pointNowhere()
    }
    TapHandler {
        acceptedButtons: Qt.LeftButton
        onPressedChanged: input.forceActiveFocus(Qt.MouseFocusReason)
        onSingleTapped: (point) => input.session.tapAt(input.canvas, point.position)
        onDoubleTapped: (point) => input.session.doubleTapAt(point.position)
    }
    TapHandler {
        acceptedButtons: Qt.RightButton
        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: (point) => menu.openAt(input, point.position)
    }
    MapMenu {
        id: menu
        objectName: "mapMenu"
        session: input.session
    }
    DragHandler {
        id: drag
        target: null
        dragThreshold: 4
        acceptedModifiers: Qt.NoModifier
        onActiveChanged: input.session.camera.setHeld(active)
        onTranslationChanged: (delta) => input.session.camera.pan(delta)
    }
    DragHandler {
        id: box
        target: null
        dragThreshold: 4
        acceptedModifiers: Qt.ShiftModifier
        onActiveChanged: input.session.camera.dragBox(active, centroid.pressPosition)
        onTranslationChanged: input.session.camera.stretchBox(centroid.position)
    }
    DragHandler {
        id: turn

        target: null
        dragThreshold: 4
        acceptedButtons: Qt.RightButton
        onActiveChanged: input.session.camera.setTurning(active, centroid.pressPosition)
        onTranslationChanged: input.session.camera.turnHeld(centroid.position)
    }
    WheelHandler {
        target: null
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        onWheel: (event) => input.session.camera.wheel(event.angleDelta.y, Qt.point(event.x, event.y))
    }
    PinchHandler {
        id: pinch
        target: null
        onActiveChanged: input.session.camera.setTurning(active, centroid.position)
        onRotationChanged: (delta) => input.session.camera.twist(delta, centroid.position)
        onScaleChanged: (delta) => input.session.camera.pinch(delta, centroid.position)
        onTranslationChanged: (delta) => input.session.camera.pan(delta)
    }

    Rectangle {
        readonly property rect area: input.session.camera.box

        visible: input.boxing
        x: area.x
        y: area.y
        width: area.width
        height: area.height
        radius: 2
        color: Qt.alpha(Theme.accent, 0.12)
        border.width: 1.5
        border.color: Theme.accent
    }
    // Where a corner would be put by the keyboard.
    MIcon {
        anchors.centerIn: parent
        visible: input.measuring && !input.hovered
        symbol: "crosshair"
        sourceSize: Qt.size(28, 28)
        color: Theme.accent
    }
}
