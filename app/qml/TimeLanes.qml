// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Masar

/// The axis and what stands on it: the events, the density of the layers, the numbers, the span of what is selected, the
/// window and its handles. Wheel and pinch zoom it, a drag with the right button or two fingers pans it.
Item {
    id: lanes

    required property Session session
    required property bool compact
    readonly property Clock clock: session.clock
    readonly property bool mirrored: session.rightToLeft
    property alias axis: axis
    readonly property bool hasEvents: session.timeline.events.length > 0
    readonly property bool hasNumbers: session.timeline.numbers.length > 0
    readonly property real numbersTop: hasEvents ? (compact ? 31 : 50) : 2
    readonly property real chartTop: numbersTop + (hasNumbers ? 26 : 0)
    readonly property real chartHeight: compact ? 22 : hasEvents ? 32 : 44

    height: chartTop + chartHeight + 24

    /// Where a stretch of the axis lies on the item, which is mirrored with the window.
    function side(place: real, extent: real): real {
        return mirrored ? width - place - extent : place;
    }

    TimeAxis {
        id: axis
        objectName: "timeAxis"
        clock: lanes.clock
        width: lanes.width
        onViewChanged: lanes.session.timeline.density.setView(viewBegin, viewEnd, width / 2)
    }
    Connections {
        target: lanes.session.timeline
        function onRangeWanted(begin: real, end: real): void {
            axis.show(begin, end);
        }
    }
    Rectangle {
        y: lanes.chartTop
        width: parent.width
        height: lanes.chartHeight
        radius: 3
        color: Theme.field
        border.width: 1
        border.color: Theme.line
    }
    DensityItem {
        objectName: "density"
        y: lanes.chartTop + 1
        width: parent.width
        height: lanes.chartHeight - 1
        density: lanes.session.timeline.density.density
        viewBegin: axis.viewBegin
        viewEnd: axis.viewEnd
        mirrored: lanes.mirrored
        dark: Theme.dark
        opacity: 0.8
    }
    Item {
        y: lanes.chartTop
        width: parent.width
        height: lanes.chartHeight
        clip: true

        // When what is selected is there: at the widest, and for certain.
        Rectangle {
            readonly property real from: Math.max(0, (lanes.session.record.spanBegin - axis.viewBegin) * axis.pixelsPerSecond)
            readonly property real to: Math.min(lanes.width, (lanes.session.record.spanEnd - axis.viewBegin) * axis.pixelsPerSecond)

            visible: lanes.session.record.dated && to > from
            x: lanes.side(from, width)
            y: parent.height - 5
            width: Math.max(3, to - from)
            height: 4
            radius: 2
            color: Qt.alpha(Theme.warning, 0.35)
        }
        Rectangle {
            readonly property real from: Math.max(0, (lanes.session.record.coreBegin - axis.viewBegin) * axis.pixelsPerSecond)
            readonly property real to: Math.min(lanes.width, (lanes.session.record.coreEnd - axis.viewBegin) * axis.pixelsPerSecond)

            visible: lanes.session.record.dated && to > from
            x: lanes.side(from, width)
            y: parent.height - 5
            width: to - from
            height: 4
            radius: 2
            color: Theme.warning
        }
    }
    NumberSteps {
        y: lanes.numbersTop
        width: parent.width
        height: 24
        visible: lanes.hasNumbers
        numbers: lanes.session.timeline.numbers
        axis: axis
        mirrored: lanes.mirrored
    }
    EventMarks {
        width: parent.width
        height: lanes.numbersTop
        visible: lanes.hasEvents
        session: lanes.session
        compact: lanes.compact
        axis: axis
        mirrored: lanes.mirrored
    }
    TimeTicks {
        y: lanes.chartTop + lanes.chartHeight
        width: parent.width
        axis: axis
        mirrored: lanes.mirrored
    }
    TimeHandles {
        objectName: "timeSlider"
        y: lanes.numbersTop
        width: parent.width
        height: lanes.chartTop + lanes.chartHeight - lanes.numbersTop + 4
        clock: lanes.clock
        axis: axis
        mirrored: lanes.mirrored
    }
    WheelHandler {
        target: null
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        onWheel: (event) => event.modifiers & Qt.ShiftModifier || event.angleDelta.x !== 0
            ? axis.panBy(-(event.angleDelta.x !== 0 ? event.angleDelta.x : event.angleDelta.y) * (lanes.mirrored ? -1 : 1) / 2)
            : axis.zoomAt(Math.pow(2, event.angleDelta.y / 240), lanes.side(event.x, 0))
    }
    PinchHandler {
        target: null
        onScaleChanged: (delta) => axis.zoomAt(delta, lanes.side(centroid.position.x, 0))
    }
    DragHandler {
        target: null
        acceptedButtons: Qt.RightButton | Qt.MiddleButton
        onTranslationChanged: (delta) => axis.panBy(lanes.mirrored ? delta.x : -delta.x)
    }
}
