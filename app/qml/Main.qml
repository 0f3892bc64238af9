// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Dialogs
import Masar

ApplicationWindow {
    id: window

    property alias session: session
    property list<string> files
    property string tracksBy
    property bool withStory: true

    width: session.settings.windowWidth
    height: session.settings.windowHeight
    minimumWidth: 800
    minimumHeight: 560
    visible: true
    visibility: session.settings.maximized ? Window.Maximized : Window.Windowed
    title: session.storyTitle !== "" ? qsTr("%1 – Masar").arg(session.storyTitle) : "Masar"
    color: Theme.bar
    LayoutMirroring.enabled: session.rightToLeft
    LayoutMirroring.childrenInherit: true

    palette.window: Theme.panel
    palette.windowText: Theme.text
    palette.base: Theme.field
    palette.text: Theme.text
    palette.button: Theme.raised
    palette.buttonText: Theme.text
    palette.highlight: Theme.accent
    palette.highlightedText: Theme.accentText
    palette.mid: Theme.edge
    palette.dark: Theme.muted
    palette.light: Theme.hover
    palette.midlight: Theme.line

    Component.onCompleted: session.start(files, withStory, tracksBy)
    onClosing: session.settings.rememberWindow(width, height, visibility === Window.Maximized)

    Session {
        id: session
        dark: Theme.dark
        linkColour: Theme.accent
    }
    Binding {
        target: Theme
        property: "appearance"
        value: session.settings.appearance
    }

    Shortcut {
        sequences: [StandardKey.Open]
        onActivated: openDialog.open()
    }
    Shortcut {
        sequences: [StandardKey.Save]
        onActivated: saveDialog.open()
    }
    Shortcut {
        sequences: [StandardKey.Paste]
        onActivated: session.incoming.paste()
    }
    Shortcut {
        sequences: [StandardKey.Find, "/"]
        onActivated: bar.searchField.begin()
    }
    Shortcut {
        sequences: ["+", "=", StandardKey.ZoomIn]
        onActivated: session.camera.zoomIn()
    }
    Shortcut {
        sequences: ["-", StandardKey.ZoomOut]
        onActivated: session.camera.zoomOut()
    }
    Shortcut {
        sequences: ["Home"]
        onActivated: session.fitAll()
    }
    Shortcut {
        sequences: ["Ctrl+Left"]
        onActivated: session.rightToLeft ? session.clock.stepForward() : session.clock.stepBack()
    }
    Shortcut {
        sequences: ["Ctrl+Right"]
        onActivated: session.rightToLeft ? session.clock.stepBack() : session.clock.stepForward()
    }
    Shortcut {
        sequences: [session.rightToLeft ? "Ctrl+Shift+Right" : "Ctrl+Shift+Left", "["]
        onActivated: session.clock.toPreviousDate()
    }
    Shortcut {
        sequences: [session.rightToLeft ? "Ctrl+Shift+Left" : "Ctrl+Shift+Right", "]"]
        onActivated: session.clock.toNextDate()
    }
    Shortcut {
        sequences: ["PgUp"]
        onActivated: session.clock.leapBack()
    }
    Shortcut {
        sequences: ["PgDown"]
        onActivated: session.clock.leapForward()
    }
    Shortcut {
        sequences: ["Ctrl+Home"]
        onActivated: session.clock.toBegin()
    }
    Shortcut {
        sequences: ["Ctrl+End"]
        onActivated: session.clock.toEnd()
    }
    Shortcut {
        sequences: ["N"]
        onActivated: session.camera.turnNorth()
    }
    Shortcut {
        sequences: ["T"]
        onActivated: session.showSelectedTime()
    }
    Shortcut {
        sequences: ["Shift+T"]
        onActivated: timeline.axis.showAll()
    }
    Shortcut {
        sequences: ["R"]
        onActivated: session.clock.backwards = !session.clock.backwards
    }
    Shortcut {
        sequences: ["G"]
        onActivated: session.settings.graticule = !session.settings.graticule
    }
    Shortcut {
        sequences: ["M"]
        onActivated: area.measure()
    }
    Shortcut {
        sequences: ["Ctrl+Shift+C"]
        onActivated: session.copyPlace()
    }
    Shortcut {
        sequences: ["F8"]
        enabled: session.changes.shown
        onActivated: session.changes.next()
    }
    Shortcut {
        sequences: ["Shift+F8"]
        enabled: session.changes.shown
        onActivated: session.changes.previous()
    }
    Shortcut {
        sequences: ["F9"]
        onActivated: session.settings.layersOpen = !session.settings.layersOpen
    }
    Shortcut {
        sequences: ["Ctrl+B"]
        onActivated: basemap.open()
    }
    Shortcut {
        sequences: [StandardKey.HelpContents]
        onActivated: about.open()
    }
    Shortcut {
        sequences: [StandardKey.Quit]
        onActivated: window.close()
    }

    TopBar {
        id: bar
        z: 1 // the search's answers hang over the map
        width: parent.width
        session: session
        onSearchLeft: area.input.forceActiveFocus()
        onOpenWanted: openDialog.open()
        onSnapshotWanted: saveDialog.open()
        onBasemapWanted: basemap.open()
        onAboutWanted: about.open()
    }
    MapArea {
        id: area
        anchors.top: bar.bottom
        anchors.bottom: timeline.top
        width: parent.width
        session: session
    }
    Timeline {
        id: timeline
        objectName: "timeline"
        anchors.bottom: parent.bottom
        width: parent.width
        compact: window.height < 640
        session: session
        canvas: area.canvas
    }
    Overlays {
        anchors.fill: area
        session: session
        area: area
        onOpenWanted: openDialog.open()
        onBasemapWanted: basemap.open()
        onUpdateWanted: (key) => updateDialog.ask(key)
        onVersionsWanted: (key) => versions.ask(key)
    }

    FileDialog {
        id: openDialog
        title: qsTr("Open files")
        fileMode: FileDialog.OpenFiles
        currentFolder: session.settings.lastFolder
        nameFilters: [qsTr("Map data (%1)").arg("*.geojson *.json *.geojsonl *.topojson *.gpkg *.shp *.zip *.kml *.kmz *.gpx *.csv *.tsv *.xlsx *.ods *.fgb *.gml *.tab *.mif *.osm *.pbf *.dxf *.sqlite *.db"), qsTr("All files (*)")]
        onAccepted: session.openFiles(selectedFiles)
    }
    FileDialog {
        id: updateDialog

        property int key

        function ask(layer: int): void {
            key = layer;
            open();
        }
        title: qsTr("Update a layer from a file")
        fileMode: FileDialog.OpenFile
        currentFolder: session.settings.lastFolder
        nameFilters: openDialog.nameFilters
        onAccepted: session.updates.updateFrom(key, selectedFile)
    }
    FileDialog {
        id: saveDialog
        title: qsTr("Save the map as a picture")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "png"
        selectedFile: session.snapshotUrl
        nameFilters: [qsTr("Pictures (*.png *.jpg *.webp)")]
        onAccepted: session.saveSnapshot(area.canvas, selectedFile)
    }
    BasemapPane {
        id: basemap
        objectName: "basemapPane"
        session: session
    }
    ReadingDialog {
        objectName: "readingDialog"
        reading: session.fileReading
    }
    AddressDialog {
        objectName: "addressDialog"
        incoming: session.incoming
    }
    VersionsDialog {
        id: versions
        objectName: "versionsDialog"
        session: session
    }
    AboutDialog {
        id: about
        session: session
    }
    DropArea {
        anchors.fill: parent
        keys: ["text/uri-list"]
        onDropped: (drop) => session.openFiles(drop.urls)

        Rectangle {
            anchors.fill: parent
            visible: parent.containsDrag
            color: Qt.alpha(Theme.accent, 0.12)
            border.width: 3
            border.color: Theme.accent
        }
    }
}
