// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Masar

/// How movements are drawn: the length of the trail, what counts as a gap, and as impossible.
MMenu {
    id: menu

    required property Settings settings
    readonly property var trails: ["none", "PT1H", "PT6H", "P1D", "P7D", "all"]

    title: qsTr("Movements")

    Repeater {
        model: [qsTr("No trail"), qsTr("Trail of an hour"), qsTr("Trail of 6 hours"), qsTr("Trail of a day"), qsTr("Trail of a week"), qsTr("Whole trail")]

        MMenuItem {
            required property int index
            required property string modelData
            text: modelData
            checkable: true
            checked: menu.settings.trail === menu.trails[index]
            onTriggered: menu.settings.trail = menu.trails[index]
        }
    }
    MovementField {
        name: qsTr("Trail")
        unit: qsTr("P2D, PT30M")
        value: menu.settings.trail
        onEntered: (text) => menu.settings.trail = text
    }
    MMenuSeparator {}
    MovementField {
        name: qsTr("Nothing drawn over a gap of")
        unit: qsTr("PT6H, P1D")
        value: menu.settings.trackGap
        onEntered: (text) => menu.settings.trackGap = text
    }
    MovementField {
        name: qsTr("Impossible speed (km/h)")
        value: Number(menu.settings.topSpeed).toLocaleString(Qt.locale(), "f", 0)
        onEntered: (text) => menu.settings.topSpeed = Number.fromLocaleString(Qt.locale(), text)
    }
}
