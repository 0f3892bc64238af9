// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Masar

MMenu {
    id: menu

    required property Session session
    signal basemapWanted
    signal aboutWanted

    MMenu {
        id: recent
        title: qsTr("Open recent")
        enabled: menu.session.settings.recentFiles.length > 0

        onAboutToShow: files.model = menu.session.settings.lookAtRecentFiles()

        Instantiator {
            id: files
            model: []
            delegate: MMenuItem {
                required property var modelData
                symbol: "file"
                text: modelData.there ? modelData.path : qsTr("%1 (gone)", "a file").arg(modelData.path)
                enabled: modelData.there
                onTriggered: menu.session.openPath(modelData.path)
            }
            onObjectAdded: (index, object) => recent.insertItem(index, object as MMenuItem)
            onObjectRemoved: (index, object) => recent.removeItem(object as MMenuItem)
        }
        MMenuSeparator {}
        MMenuItem {
            symbol: "remove"
            text: qsTr("Clear this list")
            onTriggered: menu.session.settings.clearRecentFiles()
        }
    }
    MMenuItem {
        symbol: "link"
        text: qsTr("Open an address…")
        onTriggered: menu.session.incoming.ask()
    }
    MMenuItem {
        symbol: "copy"
        text: qsTr("Paste GeoJSON")
        keys: "Ctrl+V"
        onTriggered: menu.session.incoming.paste()
    }
    MMenuItem {
        symbol: "book"
        text: qsTr("Open the bundled story")
        enabled: menu.session.storyTitle === ""
        onTriggered: menu.session.openStory()
    }
    MMenuItem {
        symbol: "remove"
        text: qsTr("Close all layers")
        enabled: menu.session.layers.count > 0
        onTriggered: menu.session.closeAll()
    }
    MMenuSeparator {}
    MMenuItem {
        text: qsTr("Light or dark as the system")
        checkable: true
        checked: menu.session.settings.appearance === Settings.Appearance.System
        onTriggered: menu.session.settings.appearance = Settings.Appearance.System
    }
    MMenuItem {
        text: qsTr("Light")
        checkable: true
        checked: menu.session.settings.appearance === Settings.Appearance.Light
        onTriggered: menu.session.settings.appearance = Settings.Appearance.Light
    }
    MMenuItem {
        text: qsTr("Dark")
        checkable: true
        checked: menu.session.settings.appearance === Settings.Appearance.Dark
        onTriggered: menu.session.settings.appearance = Settings.Appearance.Dark
    }
    MMenuSeparator {}
    MMenuItem {
        symbol: "map"
        text: qsTr("Basemap…")
        keys: "Ctrl+B"
        onTriggered: menu.basemapWanted()
    }
    LanguageMenu {
        settings: menu.session.settings
    }
    MMenuSeparator {}
    MMenuItem {
        symbol: "graticule"
        text: qsTr("Meridians and parallels")
        keys: "G"
        checkable: true
        checked: menu.session.settings.graticule
        onTriggered: menu.session.settings.graticule = checked
    }
    CoordinateMenu {
        settings: menu.session.settings
    }
    UnitsMenu {
        settings: menu.session.settings
    }
    MovementMenu {
        settings: menu.session.settings
    }
    MMenuSeparator {}
    MMenuItem {
        text: qsTr("Update when files change")
        checkable: true
        checked: menu.session.settings.followFiles
        onTriggered: menu.session.settings.followFiles = checked
    }
    MMenuItem {
        text: qsTr("Open the story at start")
        checkable: true
        checked: menu.session.settings.storyAtStart
        onTriggered: menu.session.settings.storyAtStart = checked
    }
    MMenuSeparator {}
    MMenuItem {
        symbol: "info"
        text: qsTr("About Masar")
        keys: "F1"
        onTriggered: menu.aboutWanted()
    }
}
