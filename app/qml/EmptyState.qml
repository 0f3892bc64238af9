// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Masar

/// What a window shows while nothing is open.
MPanel {
    id: empty

    required property Session session
    property list<var> files: [] ///< opened before
    signal openWanted

    onVisibleChanged: if (visible) files = session.settings.lookAtRecentFiles()
    Component.onCompleted: files = session.settings.lookAtRecentFiles()

    width: 380
    height: column.implicitHeight + 48

    Column {
        id: column
        anchors.centerIn: parent
        width: parent.width - 56
        spacing: Theme.gapLarge

        MIcon {
            anchors.horizontalCenter: parent.horizontalCenter
            symbol: "layers"
            sourceSize: Qt.size(40, 40)
            color: Theme.accent
        }
        Text {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.WordWrap
            text: qsTr("Replay places and movements")
            color: Theme.text
            font.pixelSize: Theme.large
            font.bold: true
        }
        Text {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.WordWrap
            lineHeight: Theme.lineHeight
            text: qsTr("Drop a file with dates and places here, such as GeoJSON, GeoPackage, KML or CSV. Nothing leaves this computer.")
            color: Theme.muted
            font.pixelSize: Theme.body
        }
        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            topPadding: Theme.gapSmall
            spacing: Theme.gap

            MButton {
                primary: true
                symbol: "open"
                text: qsTr("Open files")
                onClicked: empty.openWanted()
            }
            MButton {
                framed: true
                symbol: "book"
                text: qsTr("Open the bundled story")
                onClicked: empty.session.openStory()
            }
        }
        Column {
            visible: recent.count > 0
            width: parent.width

            Text {
                width: parent.width
                topPadding: Theme.gapSmall
                bottomPadding: Theme.gapSmall
                text: qsTr("Opened before")
                color: Theme.muted
                font.pixelSize: Theme.small
                horizontalAlignment: Text.AlignLeft
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            Repeater {
                id: recent
                model: empty.files.slice(0, 4)

                MButton {
                    required property var modelData
                    width: parent.width
                    height: 30
                    symbol: "file"
                    text: modelData.name
                    tip: modelData.there ? modelData.path : qsTr("%1 (gone)", "a file").arg(modelData.path)
                    enabled: modelData.there
                    onClicked: empty.session.openPath(modelData.path)
                }
            }
        }
    }
}
