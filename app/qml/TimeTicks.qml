// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Masar

/// The ticks under the axis, and at its early end the larger unit that they lie in.
Item {
    id: ticks

    required property TimeAxis axis
    required property bool mirrored

    height: 24

    Repeater {
        model: ticks.axis

        Item {
            id: tick

            required property real place
            required property string label
            required property bool major

            x: ticks.mirrored ? ticks.width - place : place

            Rectangle {
                x: -0.5
                width: 1
                height: tick.major ? 6 : 4
                color: tick.major ? Theme.muted : Theme.edge
            }
            Text {
                x: Math.min(Math.max(-width / 2, -tick.x), ticks.width - tick.x - width)
                y: 7
                visible: !context.visible || tick.place > context.width + 24
                text: tick.label
                textFormat: Text.PlainText
                color: tick.major ? Theme.text : Theme.muted
                font.pixelSize: Theme.small
                font.bold: tick.major
            }
        }
    }
    Text {
        id: context
        anchors.left: parent.left
        y: 7
        visible: text !== ""
        text: ticks.axis.context
        textFormat: Text.PlainText
        color: Theme.text
        font.pixelSize: Theme.small
        font.bold: true
    }
}
