// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Masar

/// How coordinates are written.
MMenu {
    id: menu

    required property Settings settings

    title: qsTr("Coordinates")

    MMenuItem {
        text: qsTr("Decimal degrees")
        checkable: true
        checked: menu.settings.coordinates === Settings.Coordinates.Decimal
        onTriggered: menu.settings.coordinates = Settings.Coordinates.Decimal
    }
    MMenuItem {
        text: qsTr("Degrees, minutes, seconds")
        checkable: true
        checked: menu.settings.coordinates === Settings.Coordinates.DegreesMinutesSeconds
        onTriggered: menu.settings.coordinates = Settings.Coordinates.DegreesMinutesSeconds
    }
    MMenuItem {
        text: qsTr("UTM")
        checkable: true
        checked: menu.settings.coordinates === Settings.Coordinates.Utm
        onTriggered: menu.settings.coordinates = Settings.Coordinates.Utm
    }
    MMenuItem {
        text: qsTr("MGRS")
        checkable: true
        checked: menu.settings.coordinates === Settings.Coordinates.Mgrs
        onTriggered: menu.settings.coordinates = Settings.Coordinates.Mgrs
    }
}
