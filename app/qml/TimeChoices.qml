// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Masar

/// The date as text, what the window is around it, and how it moves.
Column {
    id: choices

    required property Session session
    required property TimeAxis axis
    required property MapCanvas canvas
    readonly property Clock clock: session.clock

    spacing: 6

    Row {
        anchors.right: parent.right
        spacing: Theme.gapSmall

        MTextField {
            id: typed
            objectName: "typedDate"
            implicitWidth: choices.clock.mode === Clock.Mode.Range ? 176 : 128
            horizontalAlignment: TextInput.AlignHCenter
            wrong: choices.clock.typedError !== ""
            Accessible.name: qsTr("Date to go to")
            Accessible.description: choices.clock.typedError
            onAccepted: choices.clock.goTo(text)
            onTextEdited: choices.clock.forgetTyped()
            onActiveFocusChanged: choices.clock.forgetTyped()

            Binding {
                when: !typed.activeFocus
                typed.text: choices.clock.isoText
                restoreMode: Binding.RestoreNone
            }
            MToolTip {
                text: typed.wrong ? choices.clock.typedError : qsTr("Type a date and press Enter")
                shown: typed.hovered || typed.wrong
                y: -implicitHeight - 6
            }
        }
        MButton {
            id: zone
            framed: true
            quiet: zones.opened
            text: choices.clock.zone
            tip: qsTr("The zone that dates are shown in")
            onClicked: zones.popup(zone, 0, -zones.implicitHeight - 4)
        }
        ZoneMenu {
            id: zones
            session: choices.session
        }
        MButton {
            checkable: true
            checked: choices.clock.snapping
            symbol: "snap"
            tip: qsTr("Land on dates of the data when dragging")
            onToggled: choices.clock.snapping = checked
        }
        MButton {
            id: range
            objectName: "rangeButton"
            symbol: "fit"
            quiet: ranges.opened
            checked: choices.axis.zoomed
            tip: qsTr("Which part of time the timeline shows")
            onClicked: ranges.popup(range, 0, -ranges.implicitHeight - 4)
        }
        RangeMenu {
            id: ranges
            objectName: "rangeMenu"
            session: choices.session
            axis: choices.axis
        }
        MButton {
            symbol: "copy"
            tip: qsTr("Copy this moment as a command")
            onClicked: choices.session.copyMoment(choices.canvas)
        }
    }
    Row {
        anchors.right: parent.right
        spacing: Theme.gapSmall

        MChoice {
            implicitWidth: 104
            tip: qsTr("What of time the map shows")
            model: [qsTr("Moment"), qsTr("Range"), qsTr("Up to"), qsTr("From then on")]
            currentIndex: choices.clock.mode
            onActivated: (index) => choices.clock.mode = index
        }
        MChoice {
            implicitWidth: 96
            tip: qsTr("Length of a step")
            model: [qsTr("Minute"), qsTr("Hour"), qsTr("Day"), qsTr("Week"), qsTr("Month"), qsTr("Year"), qsTr("Decade"), qsTr("Century"), qsTr("Date in the data")]
            currentIndex: choices.clock.unit
            onActivated: (index) => choices.clock.unit = index
        }
        MChoice {
            implicitWidth: 112
            tip: qsTr("Speed while playing")
            model: choices.clock.speedTexts
            currentIndex: choices.clock.speedIndex
            onActivated: (index) => choices.clock.speedIndex = index
        }
    }
}
