// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Masar

/// The slim bar on top, with the search in its middle.
Rectangle {
    id: bar

    required property Session session
    signal openWanted
    signal snapshotWanted
    property alias searchField: search
    signal basemapWanted
    signal aboutWanted
    signal searchLeft

    implicitHeight: Theme.barHeight
    color: Theme.bar

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.gapLarge
        anchors.rightMargin: Theme.gapLarge
        spacing: Theme.gapSmall

        MButton {
            symbol: "layers"
            tip: bar.session.settings.layersOpen ? qsTr("Hide layers and legend (F9)") : qsTr("Show layers and legend (F9)")
            checkable: true
            checked: bar.session.settings.layersOpen
            onToggled: bar.session.settings.layersOpen = checked
        }
        Rectangle {
            Layout.leftMargin: Theme.gapSmall
            Layout.rightMargin: Theme.gapSmall
            implicitWidth: 1
            implicitHeight: 20
            color: Theme.line
        }
        MButton {
            symbol: "open"
            text: qsTr("Open")
            tip: qsTr("Open files (Ctrl+O)")
            onClicked: bar.openWanted()
        }
        MButton {
            symbol: "camera"
            text: qsTr("Snapshot")
            tip: qsTr("Save the map as a picture (Ctrl+S)")
            enabled: bar.session.layers.readyCount > 0
            onClicked: bar.snapshotWanted()
        }
        MButton {
            symbol: "fit"
            text: qsTr("Fit")
            tip: qsTr("Show everything (Home)")
            enabled: bar.session.layers.readyCount > 0
            onClicked: bar.session.fitAll()
        }
        SearchField {
            id: search
            Layout.fillWidth: true
            Layout.minimumWidth: 160
            Layout.maximumWidth: 380
            Layout.leftMargin: Theme.pad
            session: bar.session
            onFinished: bar.searchLeft()
        }
        Text {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.pad
            Layout.rightMargin: Theme.pad
            horizontalAlignment: Text.AlignRight
            text: bar.session.storyTitle
            textFormat: Text.PlainText
            elide: Text.ElideRight
            color: Theme.muted
            font.pixelSize: Theme.body
        }
        MButton {
            id: more
            symbol: "menu"
            tip: qsTr("Settings and more")
            checked: menu.opened
            quiet: menu.opened
            onClicked: menu.popup(more, mirrored ? 0 : more.width - menu.width, more.height + 6)
            Accessible.role: Accessible.ButtonMenu
        }
        SettingsMenu {
            id: menu
            session: bar.session
            onBasemapWanted: bar.basemapWanted()
            onAboutWanted: bar.aboutWanted()
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: 1
        color: Theme.line
    }
}
