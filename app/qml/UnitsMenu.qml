// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Masar

/// The units of lengths and areas.
MMenu {
    id: menu

    required property Settings settings

    title: qsTr("Units")

    MMenuItem {
        text: qsTr("Metres and kilometres")
        checkable: true
        checked: menu.settings.units === Settings.Units.Metric
        onTriggered: menu.settings.units = Settings.Units.Metric
    }
    MMenuItem {
        text: qsTr("Feet and miles")
        checkable: true
        checked: menu.settings.units === Settings.Units.Imperial
        onTriggered: menu.settings.units = Settings.Units.Imperial
    }
    MMenuItem {
        text: qsTr("Nautical miles")
        checkable: true
        checked: menu.settings.units === Settings.Units.Nautical
        onTriggered: menu.settings.units = Settings.Units.Nautical
    }
}
