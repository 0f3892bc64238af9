// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Masar

/// A series of numbers on the axis: each where it is said to hold and no further, as high as it is; one that is only a
/// limit has a dashed edge. Nothing is drawn between them: nobody says what was there.
Item {
    id: steps

    required property var numbers
    required property TimeAxis axis
    required property bool mirrored

    Repeater {
        model: steps.numbers

        Item {
            id: step

            required property var modelData
            readonly property real from: Math.max(0, (modelData.begin - steps.axis.viewBegin) * steps.axis.pixelsPerSecond)
            readonly property real to: Math.min(steps.width, (modelData.end - steps.axis.viewBegin) * steps.axis.pixelsPerSecond)

            visible: to > from
            x: steps.mirrored ? steps.width - from - width : from
            y: (1 - modelData.height) * (steps.height - 15) + 1
            width: Math.max(4, to - from)
            height: 2
            Accessible.role: Accessible.StaticText
            Accessible.name: modelData.text
            Accessible.description: modelData.detail

            Rectangle {
                anchors.fill: parent
                color: Theme.danger
                opacity: step.modelData.bound ? 0.6 : 1
            }
            Text {
                y: 3
                x: Math.max(-step.x, Math.min(steps.mirrored ? step.width - width : 0, steps.width - step.x - width)) // under its begin
                text: step.modelData.text
                textFormat: Text.PlainText
                color: Theme.danger
                font.pixelSize: 10
                font.bold: true
                style: Text.Outline
                styleColor: Theme.field
            }
            HoverHandler {
                id: hover
                margin: 6
            }
            MToolTip {
                text: step.modelData.detail
                shown: hover.hovered
                y: -implicitHeight - 6
            }
        }
    }
}
