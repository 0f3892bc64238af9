// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Masar

/// The clock's controls across the bottom, and the line that accounts for every feature.
Rectangle {
    id: timeline

    required property Session session
    readonly property Clock clock: session.clock

    implicitHeight: 96
    color: Theme.bar

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    RowLayout {
        x: Theme.gapLarge
        y: 11
        width: parent.width - 2 * Theme.gapLarge
        height: 48
        spacing: Theme.gapSmall
        enabled: timeline.clock.hasRange
        opacity: enabled ? 1 : 0.5

        MButton {
            Layout.alignment: Qt.AlignTop
            symbol: mirrored ? "step-forward" : "step-back"
            tip: mirrored ? qsTr("One step back (Ctrl+Right)") : qsTr("One step back (Ctrl+Left)")
            onClicked: timeline.clock.stepBack()
        }
        MButton {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: -4
            implicitWidth: 40
            implicitHeight: 40
            primary: true
            corner: 20
            symbol: timeline.clock.playing ? "pause" : "play"
            turned: mirrored && !timeline.clock.playing
            tip: timeline.clock.playing ? qsTr("Pause (Space)") : qsTr("Play (Space)")
            onClicked: timeline.clock.togglePlaying()
        }
        MButton {
            Layout.alignment: Qt.AlignTop
            symbol: mirrored ? "step-back" : "step-forward"
            tip: mirrored ? qsTr("One step forward (Ctrl+Left)") : qsTr("One step forward (Ctrl+Right)")
            onClicked: timeline.clock.stepForward()
        }
        TimeSlider {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gapLarge
            Layout.rightMargin: Theme.gapLarge
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: 4
            clock: timeline.clock
        }
        MTextField {
            id: typed
            Layout.alignment: Qt.AlignTop
            implicitWidth: 104
            horizontalAlignment: TextInput.AlignHCenter
            Accessible.name: qsTr("Date to go to")
            onAccepted: wrong = !timeline.clock.goTo(text)
            onTextEdited: wrong = false
            onActiveFocusChanged: wrong = false

            Binding {
                when: !typed.activeFocus
                typed.text: timeline.clock.isoText
                restoreMode: Binding.RestoreNone
            }
            MToolTip {
                text: typed.wrong ? qsTr("Not a date: type 2026-02-21, 2025-06 or 2025") : qsTr("Type a date and press Enter")
                shown: typed.hovered || typed.wrong
            }
        }
        MChoice {
            Layout.alignment: Qt.AlignTop
            implicitWidth: 88
            tip: qsTr("Length of a step")
            model: [qsTr("Hour"), qsTr("Day"), qsTr("Week"), qsTr("Month"), qsTr("Year")]
            currentIndex: timeline.clock.unit
            onActivated: (index) => timeline.clock.unit = index
        }
        MChoice {
            Layout.alignment: Qt.AlignTop
            implicitWidth: 112
            tip: qsTr("Steps in a second while playing")
            model: timeline.clock.speedTexts
            currentIndex: timeline.clock.speedIndex
            onActivated: (index) => timeline.clock.speedIndex = index
        }
    }
    Rectangle {
        anchors.bottom: status.top
        width: parent.width
        height: 1
        color: Theme.line
    }
    Item {
        id: status
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.pad
        anchors.rightMargin: Theme.pad
        height: 26

        Text {
            anchors.left: parent.left
            anchors.right: place.left
            anchors.rightMargin: Theme.pad
            anchors.verticalCenter: parent.verticalCenter
            text: timeline.session.tally
            textFormat: Text.PlainText
            elide: Text.ElideRight
            color: Theme.muted
            font.pixelSize: Theme.small
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
        Text {
            id: place
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            text: timeline.session.pointerText
            textFormat: Text.PlainText
            color: Theme.muted
            font.pixelSize: Theme.small
            font.features: { "tnum": 1 }
        }
    }
}
