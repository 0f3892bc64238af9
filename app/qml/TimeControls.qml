// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Masar

/// Step, play and turn round; what to do at the end.
Column {
    id: controls

    required property Clock clock

    spacing: 2

    Row {
        anchors.horizontalCenter: parent.horizontalCenter

        MButton {
            anchors.verticalCenter: parent.verticalCenter
            symbol: mirrored ? "step-forward" : "step-back"
            tip: mirrored ? qsTr("One step back (Ctrl+Right)") : qsTr("One step back (Ctrl+Left)")
            onClicked: controls.clock.stepBack()
        }
        MButton {
            implicitWidth: 40
            implicitHeight: 40
            primary: true
            corner: 20
            symbol: controls.clock.playing ? "pause" : "play"
            turned: mirrored !== controls.clock.backwards && !controls.clock.playing
            tip: controls.clock.playing ? qsTr("Pause (Space)") : controls.clock.backwards ? qsTr("Play backwards (Space)") : qsTr("Play (Space)")
            onClicked: controls.clock.togglePlaying()
        }
        MButton {
            anchors.verticalCenter: parent.verticalCenter
            symbol: mirrored ? "step-back" : "step-forward"
            tip: mirrored ? qsTr("One step forward (Ctrl+Left)") : qsTr("One step forward (Ctrl+Right)")
            onClicked: controls.clock.stepForward()
        }
    }
    Row {
        anchors.horizontalCenter: parent.horizontalCenter

        MButton {
            implicitWidth: 30
            implicitHeight: 26
            iconSize: 16
            checkable: true
            checked: controls.clock.backwards
            symbol: "reverse"
            tip: qsTr("Play backwards (R)")
            onToggled: controls.clock.backwards = checked
        }
        MButton {
            implicitWidth: 30
            implicitHeight: 26
            iconSize: 16
            checkable: true
            checked: controls.clock.atEnd === Clock.AtEnd.Loop
            symbol: "loop"
            tip: qsTr("At the end, begin again")
            onToggled: controls.clock.atEnd = checked ? Clock.AtEnd.Loop : Clock.AtEnd.Stop
        }
        MButton {
            implicitWidth: 30
            implicitHeight: 26
            iconSize: 16
            checkable: true
            checked: controls.clock.atEnd === Clock.AtEnd.Bounce
            symbol: "bounce"
            tip: qsTr("At the end, turn round")
            onToggled: controls.clock.atEnd = checked ? Clock.AtEnd.Bounce : Clock.AtEnd.Stop
        }
    }
}
