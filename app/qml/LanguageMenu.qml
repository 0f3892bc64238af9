// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Masar

/// The language of the window and of the names on the map, and how Arabic is written.
MMenu {
    id: menu

    required property Settings settings

    title: qsTr("Language")

    MMenuItem {
        text: qsTr("As the system")
        checkable: true
        checked: menu.settings.language === ""
        onTriggered: menu.settings.language = ""
    }
    // Each language by its own name, so that whoever lost the way finds it.
    MMenuItem {
        text: "English"
        checkable: true
        checked: menu.settings.language === "en"
        onTriggered: menu.settings.language = "en"
    }
    MMenuItem {
        text: "العربية"
        checkable: true
        checked: menu.settings.language === "ar"
        onTriggered: menu.settings.language = "ar"
    }
    MMenuSeparator {}
    MMenuItem {
        text: qsTr("Map: names in the window's language")
        checkable: true
        checked: menu.settings.mapLanguage === ""
        onTriggered: menu.settings.mapLanguage = ""
    }
    MMenuItem {
        text: qsTr("Map: names in English")
        checkable: true
        checked: menu.settings.mapLanguage === "en"
        onTriggered: menu.settings.mapLanguage = "en"
    }
    MMenuItem {
        text: qsTr("Map: names in Arabic")
        checkable: true
        checked: menu.settings.mapLanguage === "ar"
        onTriggered: menu.settings.mapLanguage = "ar"
    }
    MMenuItem {
        text: qsTr("Map: names in both")
        checkable: true
        checked: menu.settings.mapLanguage === "both"
        onTriggered: menu.settings.mapLanguage = "both"
    }
    MMenuSeparator {}
    MMenuItem {
        text: qsTr("Arabic with the digits 0123")
        checkable: true
        checked: menu.settings.europeanDigits
        onTriggered: menu.settings.europeanDigits = checked
    }
    MMenuItem {
        text: qsTr("Arabic with the month name %1").arg("فبراير")
        checkable: true
        checked: menu.settings.internationalMonths
        onTriggered: menu.settings.internationalMonths = checked
    }
}
