// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Masar

/// The history of a site: its states on a strip of the timeline's range, solid where certain, and below it each with its
/// dates and its source. Clicking one shows its record.
Column {
    id: history

    required property Session session
    readonly property RecordModel record: session.record
    readonly property Clock clock: session.clock
    readonly property bool mirrored: session.rightToLeft
    readonly property real perSecond: strip.width / Math.max(1, clock.end - clock.begin)

    /// Where a stretch of time lies on the strip.
    function placeOf(seconds: real): real {
        return Math.max(0, Math.min(strip.width, (seconds - clock.begin) * perSecond));
    }
    function side(place: real, extent: real): real {
        return mirrored ? strip.width - place - extent : place;
    }

    spacing: 2
    bottomPadding: Theme.gapSmall

    Text {
        width: parent.width
        leftPadding: Theme.pad
        rightPadding: Theme.pad
        text: qsTr("History")
        horizontalAlignment: Text.AlignLeft
        color: Theme.muted
        font.pixelSize: Theme.small
        font.bold: true
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Item {
        id: strip
        anchors.left: parent.left
        anchors.leftMargin: Theme.pad
        anchors.right: parent.right
        anchors.rightMargin: Theme.pad
        height: 24

        Rectangle {
            anchors.fill: parent
            radius: 3
            color: Theme.field
            border.width: 1
            border.color: Theme.line
        }
        Repeater {
            model: history.record.history

            Item {
                id: bar

                required property var modelData
                required property int index
                readonly property real from: history.placeOf(modelData.begin)
                readonly property real to: history.placeOf(modelData.end)
                readonly property real coreFrom: history.placeOf(modelData.coreBegin)
                readonly property real coreTo: history.placeOf(modelData.coreEnd)

                width: strip.width
                height: strip.height

                // Forecasts stand beside the states, below them.
                Rectangle {
                    x: history.side(bar.from, width)
                    y: bar.modelData.forecast ? 17 : 4
                    width: Math.max(2, bar.to - bar.from)
                    height: bar.modelData.forecast ? 4 : 11
                    color: Qt.alpha(bar.modelData.colour, 0.3)
                    border.width: bar.index === history.record.state ? 1 : 0
                    border.color: Theme.text
                }
                Rectangle {
                    x: history.side(bar.coreFrom, width)
                    y: bar.modelData.forecast ? 17 : 4
                    visible: bar.coreTo > bar.coreFrom && !bar.modelData.forecast
                    width: bar.coreTo - bar.coreFrom
                    height: 11
                    color: bar.modelData.colour
                }
            }
        }
        Rectangle {
            x: history.side(history.placeOf(history.clock.position), 0) - 1
            width: 2
            height: parent.height
            color: Theme.text
        }
    }
    Repeater {
        model: history.record.history

        T.ItemDelegate {
            id: state

            required property var modelData
            required property int index

            width: history.width
            implicitHeight: words.implicitHeight + 10
            hoverEnabled: true
            focusPolicy: Qt.TabFocus
            highlighted: index === history.record.state
            Accessible.name: qsTr("%1: %2").arg(modelData.title).arg(modelData.when)
            onClicked: history.record.showState(index)

            contentItem: Item {
                Rectangle {
                    id: swatch
                    anchors.left: parent.left
                    anchors.leftMargin: Theme.pad
                    y: 8
                    width: 9
                    height: 9
                    radius: state.modelData.forecast ? 0 : 4.5
                    color: state.modelData.forecast ? "transparent" : state.modelData.colour
                    border.width: 2
                    border.color: state.modelData.colour
                }
                Column {
                    id: words
                    anchors.left: swatch.right
                    anchors.leftMargin: Theme.gap
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.pad
                    y: 4

                    Text {
                        width: parent.width
                        text: state.modelData.title
                        textFormat: Text.PlainText
                        horizontalAlignment: Text.AlignLeft
                        elide: Text.ElideRight
                        color: Theme.text
                        font.pixelSize: 12
                        font.bold: state.highlighted
                    }
                    Text {
                        width: parent.width
                        text: state.modelData.when + (state.modelData.source !== "" ? "\n" + state.modelData.source : "")
                        textFormat: Text.PlainText
                        horizontalAlignment: Text.AlignLeft
                        wrapMode: Text.Wrap
                        color: Theme.muted
                        font.pixelSize: Theme.small
                    }
                    Text {
                        visible: state.modelData.contradicted
                        width: parent.width
                        text: qsTr("Another state is said to hold for certain at the same time.")
                        horizontalAlignment: Text.AlignLeft
                        wrapMode: Text.Wrap
                        color: Theme.danger
                        font.pixelSize: Theme.small
                    }
                }
            }
            background: Rectangle {
                color: state.highlighted ? Theme.accentSoft : state.hovered || state.visualFocus ? Theme.hover : "transparent"
            }
        }
    }
}
