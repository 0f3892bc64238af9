// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Masar

/// The data's whole time as one line: drag anywhere, or step with the arrow keys.
Item {
    id: line

    required property Clock clock
    readonly property int inset: 9

    implicitHeight: 48

    T.Slider {
        id: slider
        objectName: "timeSlider"
        width: parent.width
        height: 24
        padding: 0
        enabled: line.clock.hasRange
        value: line.clock.fraction
        live: true
        onMoved: line.clock.fraction = value
        onPressedChanged: line.clock.playing = false
        Keys.onLeftPressed: mirrored ? line.clock.stepForward() : line.clock.stepBack()
        Keys.onRightPressed: mirrored ? line.clock.stepBack() : line.clock.stepForward()
        Keys.onSpacePressed: line.clock.togglePlaying()

        Accessible.name: qsTr("Date on the map")
        Accessible.description: line.clock.text

        background: Item {
            Rectangle {
                x: line.inset
                y: 10
                width: parent.width - 2 * line.inset
                height: 4
                radius: 2
                color: Theme.line
            }
            Rectangle {
                x: slider.mirrored ? slider.handle.x + line.inset : line.inset
                y: 10
                width: slider.position * (slider.width - 2 * line.inset)
                height: 4
                radius: 2
                color: Theme.accent
                opacity: 0.8
            }
        }
        handle: Rectangle {
            x: slider.visualPosition * (slider.width - width)
            y: 3
            width: 18
            height: 18
            radius: 9
            color: slider.pressed ? Theme.accent : Theme.raised
            border.width: slider.visualFocus ? 4 : 3
            border.color: Theme.accent
            visible: slider.enabled
        }
    }
    Repeater {
        model: TimeAxis {
            clock: line.clock
            width: line.width - 2 * line.inset
        }

        Item {
            id: tick

            required property real fraction
            required property string label
            required property bool major

            x: line.inset + (slider.mirrored ? 1 - fraction : fraction) * (line.width - 2 * line.inset)
            y: 24

            Rectangle {
                x: -0.5
                width: 1
                height: tick.major ? 7 : 5
                color: tick.major ? Theme.muted : Theme.edge
            }
            Text {
                x: Math.min(Math.max(-width / 2, -tick.x), line.width - tick.x - width)
                y: 8
                text: tick.label
                textFormat: Text.PlainText
                color: tick.major ? Theme.text : Theme.muted
                font.pixelSize: Theme.small
                font.bold: tick.major
            }
        }
    }
}
