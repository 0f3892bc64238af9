// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Masar

/// The window on the axis and its handles: drag the moment, the ends of a range or its middle; click to go there. Keys:
/// arrows step, Page keys leap, Home and End go to the ends, the space bar plays.
Item {
    id: handles

    required property Clock clock
    required property TimeAxis axis
    required property bool mirrored
    readonly property bool range: clock.mode === Clock.Mode.Range
    readonly property real begin: (clock.windowBegin - axis.viewBegin) * axis.pixelsPerSecond
    readonly property real end: (clock.windowEnd - axis.viewBegin) * axis.pixelsPerSecond
    readonly property real moment: (clock.position - axis.viewBegin) * axis.pixelsPerSecond

    activeFocusOnTab: true
    enabled: clock.hasRange
    Accessible.role: Accessible.Slider
    Accessible.name: qsTr("Date on the map")
    Accessible.description: clock.text
    Accessible.focusable: true
    Accessible.onIncreaseAction: clock.stepForward()
    Accessible.onDecreaseAction: clock.stepBack()

    Keys.onLeftPressed: mirrored ? clock.stepForward() : clock.stepBack()
    Keys.onRightPressed: mirrored ? clock.stepBack() : clock.stepForward()
    Keys.onSpacePressed: clock.togglePlaying()
    Keys.onPressed: (event) => {
        event.accepted = true;
        if (event.key === Qt.Key_Home)
            clock.toBegin();
        else if (event.key === Qt.Key_End)
            clock.toEnd();
        else if (event.key === Qt.Key_PageUp)
            clock.leapBack();
        else if (event.key === Qt.Key_PageDown)
            clock.leapForward();
        else
            event.accepted = false;
    }

    /// Seconds under a point of the item.
    function timeAt(x: real): real {
        return axis.timeAt(mirrored ? width - x : x);
    }
    function side(place: real): real {
        return mirrored ? width - place : place;
    }

    // All that the window takes in.
    Rectangle {
        readonly property real from: Math.max(0, Math.min(handles.width, handles.begin))
        readonly property real to: Math.max(0, Math.min(handles.width, handles.end))

        x: handles.mirrored ? handles.width - to : from
        y: 4
        width: to - from
        height: parent.height - 8
        visible: width > 1
        color: Qt.alpha(Theme.accent, 0.16)
    }
    MouseArea {
        property real grip: 0

        anchors.fill: parent
        preventStealing: true
        cursorShape: handles.range ? Qt.SizeHorCursor : Qt.ArrowCursor
        onPressed: (mouse) => {
            handles.forceActiveFocus(Qt.MouseFocusReason);
            const at = handles.timeAt(mouse.x);
            const inside = handles.range && at >= handles.clock.windowBegin && at < handles.clock.windowEnd;
            grip = inside ? at - handles.clock.position : 0;
            handles.clock.dragTo(at - grip);
        }
        onPositionChanged: (mouse) => handles.clock.dragTo(handles.timeAt(mouse.x) - grip)
    }
    TimeHandle {
        objectName: "momentHandle"
        visible: handles.clock.hasRange && !handles.range && handles.moment >= 0 && handles.moment <= handles.width
        x: handles.side(handles.moment) - width / 2
        height: parent.height
        focused: handles.activeFocus
        onDragged: (x) => handles.clock.dragTo(handles.timeAt(x))
    }
    TimeHandle {
        visible: handles.range && handles.begin >= 0 && handles.begin <= handles.width
        x: handles.side(handles.begin) - width / 2
        height: parent.height
        focused: handles.activeFocus
        onDragged: (x) => handles.clock.dragBegin(handles.timeAt(x))
    }
    TimeHandle {
        visible: handles.range && handles.end >= 0 && handles.end <= handles.width
        x: handles.side(handles.end) - width / 2
        height: parent.height
        focused: handles.activeFocus
        onDragged: (x) => handles.clock.dragEnd(handles.timeAt(x))
    }
}
