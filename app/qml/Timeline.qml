// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Masar

/// Time across the bottom: the clock's controls, the axis with what happens along it, and the line that accounts for
/// every feature.
Rectangle {
    id: timeline

    required property Session session
    required property MapCanvas canvas
    /// In a low window: fewer rows of events and names, nothing left out.
    property bool compact: false
    readonly property Clock clock: session.clock
    property alias axis: lanes.axis

    implicitHeight: lanes.height + (compact ? 10 : 20) + status.height
    color: Theme.bar

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    TimeControls {
        id: controls
        anchors.left: parent.left
        anchors.leftMargin: Theme.gapLarge
        anchors.verticalCenter: lanes.verticalCenter
        clock: timeline.clock
        enabled: timeline.clock.hasRange
        opacity: enabled ? 1 : 0.5
    }
    TimeLanes {
        id: lanes
        anchors.left: controls.right
        anchors.leftMargin: Theme.pad
        anchors.right: choices.left
        anchors.rightMargin: Theme.pad
        anchors.top: parent.top
        anchors.topMargin: timeline.compact ? 5 : 10
        session: timeline.session
        compact: timeline.compact
    }
    TimeChoices {
        id: choices
        anchors.right: parent.right
        anchors.rightMargin: Theme.gapLarge
        anchors.verticalCenter: lanes.verticalCenter
        session: timeline.session
        axis: lanes.axis
        canvas: timeline.canvas
        enabled: timeline.clock.hasRange
        opacity: enabled ? 1 : 0.5
    }
    Rectangle {
        anchors.bottom: status.top
        width: parent.width
        height: 1
        color: Theme.line
    }
    StatusLine {
        id: status
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        session: timeline.session
    }
}
