// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Masar

/// How movements are drawn: the length of the trail, what counts as a gap, and as impossible.
MMenu {
    id: menu

    required property Settings settings

    title: qsTr("Movements")

    MMenuItem {
        text: qsTr("No trail")
        checkable: true
        checked: menu.settings.trail === "none"
        onTriggered: menu.settings.trail = "none"
    }
    MMenuItem {
        text: qsTr("Trail of an hour")
        checkable: true
        checked: menu.settings.trail === "PT1H"
        onTriggered: menu.settings.trail = "PT1H"
    }
    MMenuItem {
        text: qsTr("Trail of 6 hours")
        checkable: true
        checked: menu.settings.trail === "PT6H"
        onTriggered: menu.settings.trail = "PT6H"
    }
    MMenuItem {
        text: qsTr("Trail of a day")
        checkable: true
        checked: menu.settings.trail === "P1D"
        onTriggered: menu.settings.trail = "P1D"
    }
    MMenuItem {
        text: qsTr("Trail of a week")
        checkable: true
        checked: menu.settings.trail === "P7D"
        onTriggered: menu.settings.trail = "P7D"
    }
    MMenuItem {
        text: qsTr("Whole trail")
        checkable: true
        checked: menu.settings.trail === "all"
        onTriggered: menu.settings.trail = "all"
    }
    MTextField {
        width: parent ? parent.width : 0
        placeholderText: qsTr("Another length: P2D, PT30M")
        Accessible.name: qsTr("Another length of the trail")
        onAccepted: {
            wrong = !menu.settings.enterTrail(text);
            if (!wrong)
                menu.close();
        }
        onTextEdited: wrong = false
    }
    MMenuSeparator {}
    MMenu {
        title: qsTr("Nothing drawn over gaps of")

        MMenuItem {
            text: qsTr("An hour")
            checkable: true
            checked: menu.settings.trackGap === "PT1H"
            onTriggered: menu.settings.trackGap = "PT1H"
        }
        MMenuItem {
            text: qsTr("6 hours")
            checkable: true
            checked: menu.settings.trackGap === "PT6H"
            onTriggered: menu.settings.trackGap = "PT6H"
        }
        MMenuItem {
            text: qsTr("A day")
            checkable: true
            checked: menu.settings.trackGap === "P1D"
            onTriggered: menu.settings.trackGap = "P1D"
        }
        MMenuItem {
            text: qsTr("A week")
            checkable: true
            checked: menu.settings.trackGap === "P7D"
            onTriggered: menu.settings.trackGap = "P7D"
        }
        MTextField {
            width: parent ? parent.width : 0
            placeholderText: qsTr("Another length: P2D, PT30M")
            Accessible.name: qsTr("Another length of a gap")
            onAccepted: {
                wrong = !menu.settings.enterTrackGap(text);
                if (!wrong)
                    menu.close();
            }
            onTextEdited: wrong = false
        }
    }
    MMenu {
        title: qsTr("Impossible from")

        MMenuItem {
            text: qsTr("120 km/h")
            checkable: true
            checked: menu.settings.topSpeed === 120
            onTriggered: menu.settings.topSpeed = 120
        }
        MMenuItem {
            text: qsTr("250 km/h")
            checkable: true
            checked: menu.settings.topSpeed === 250
            onTriggered: menu.settings.topSpeed = 250
        }
        MMenuItem {
            text: qsTr("1,200 km/h")
            checkable: true
            checked: menu.settings.topSpeed === 1200
            onTriggered: menu.settings.topSpeed = 1200
        }
        MTextField {
            width: parent ? parent.width : 0
            placeholderText: qsTr("Another speed in km/h")
            Accessible.name: qsTr("Another speed in km/h")
            onAccepted: {
                wrong = !menu.settings.enterTopSpeed(text);
                if (!wrong)
                    menu.close();
            }
            onTextEdited: wrong = false
        }
    }
}
