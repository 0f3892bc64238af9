// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Masar

/// The story's events above the axis: as wide as they are uncertain, solid where certain, hatched where only forecast.
Item {
    id: marks

    required property Session session
    required property TimeAxis axis
    required property bool mirrored
    required property bool compact

    clip: true

    Repeater {
        model: EventLane {
            axis: marks.axis
            rows: marks.compact ? 1 : 2
            markRows: marks.compact ? 2 : 3
            events: marks.session.timeline.events
        }

        Item {
            id: mark

            required property int index
            required property string title
            required property string detail
            required property bool forecast
            required property bool dated
            required property real place
            required property real extent
            required property real corePlace
            required property real coreExtent
            required property int row
            required property int labelRow
            required property real labelPlace
            required property real labelWidth
            readonly property real level: (marks.compact ? 23 : 42) - 6 * row
            readonly property color ink: forecast ? Theme.muted : Theme.accent

            function side(at: real, wide: real): real {
                return marks.mirrored ? marks.width - at - wide : at;
            }

            visible: dated
            width: marks.width
            height: marks.height
            Accessible.role: Accessible.Button
            Accessible.name: title
            Accessible.description: detail

            Rectangle {
                x: mark.side(mark.place, width)
                y: mark.level
                width: mark.extent
                height: 5
                radius: 2.5
                color: Qt.alpha(mark.ink, hover.hovered ? 0.5 : 0.25)
                border.width: 1
                border.color: mark.forecast ? mark.ink : Qt.alpha(mark.ink, 0.6)
            }
            // A forecast is open inside; what was reported is filled where it is certain.
            Rectangle {
                x: mark.side(mark.corePlace, width)
                y: mark.level
                visible: mark.coreExtent > 0 && !mark.forecast
                width: Math.max(mark.coreExtent, 7)
                height: 5
                radius: 2.5
                color: mark.ink
            }
            Text {
                id: label
                x: mark.side(mark.labelPlace, width)
                y: mark.labelRow === 0 && !marks.compact ? 13 : -2
                visible: mark.labelRow >= 0
                width: mark.labelWidth
                text: mark.title
                textFormat: Text.PlainText
                elide: Text.ElideRight
                horizontalAlignment: Text.AlignLeft
                color: hover.hovered ? Theme.accent : Theme.muted
                font.pixelSize: Theme.small
                font.italic: mark.forecast
            }
            Item {
                id: target
                x: mark.side(mark.place, width) - 2
                y: mark.level - 1
                width: mark.extent + 4
                height: 7

                HoverHandler {
                    id: hover
                    cursorShape: Qt.PointingHandCursor
                }
                TapHandler {
                    onTapped: marks.session.showEvent(mark.index)
                }
                MToolTip {
                    text: mark.forecast ? qsTr("Forecast: %1").arg(mark.title) + "\n" + mark.detail : mark.title + "\n" + mark.detail
                    shown: hover.hovered
                    y: -implicitHeight - 6
                }
            }
            TapHandler {
                enabled: mark.labelRow >= 0
                onTapped: (point) => {
                    if (label.contains(label.mapFromItem(mark, point.position)))
                        marks.session.showEvent(mark.index);
                }
            }
        }
    }
}
