// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Masar

/// Where the places of a layer come from: the columns of a table, and the reference system.
Column {
    id: places

    required property FileReading reading
    property bool searching: false ///< for another reference system than the file's

    spacing: Theme.gap

    ReadingHeading {
        text: qsTr("Places")
    }
    Grid {
        visible: places.reading.table
        anchors.left: parent.left
        columns: 2
        columnSpacing: Theme.gapLarge
        rowSpacing: Theme.gapSmall
        verticalItemAlignment: Grid.AlignVCenter

        ReadingText {
            width: 150
            text: qsTr("Longitude, x or easting")
        }
        MChoice {
            objectName: "readingLon"
            width: 240
            tip: qsTr("The column of longitude, x or easting")
            model: places.reading.fields
            currentIndex: places.reading.lonField
            onActivated: (index) => places.reading.choosePlace(FileReading.Place.Lon, index)
        }
        ReadingText {
            width: 150
            text: qsTr("Latitude, y or northing")
        }
        MChoice {
            objectName: "readingLat"
            width: 240
            tip: qsTr("The column of latitude, y or northing")
            model: places.reading.fields
            currentIndex: places.reading.latField
            onActivated: (index) => places.reading.choosePlace(FileReading.Place.Lat, index)
        }
        ReadingText {
            width: 150
            text: qsTr("Or geometry as WKT")
        }
        MChoice {
            width: 240
            tip: qsTr("The column of geometries as WKT")
            model: places.reading.fields
            currentIndex: places.reading.shapeField
            onActivated: (index) => places.reading.choosePlace(FileReading.Place.Shape, index)
        }
    }
    Item {
        width: parent.width
        height: Math.max(system.implicitHeight, 28)

        ReadingText {
            id: system
            objectName: "readingCrs"
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            anchors.right: others.left
            text: qsTr("Reference system: %1").arg(places.reading.crsText)
        }
        Row {
            id: others
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter

            MButton {
                visible: places.reading.crs !== ""
                height: 28
                text: qsTr("As the file has it")
                onClicked: places.reading.chooseCrs("")
            }
            MButton {
                objectName: "readingOtherCrs"
                visible: !search.visible
                height: 28
                text: qsTr("Another…")
                onClicked: places.searching = true
            }
        }
    }
    Column {
        id: search
        visible: places.searching || places.reading.asksCrs
        width: parent.width
        spacing: Theme.gap

        MTextField {
            id: query
            objectName: "readingCrsQuery"
            width: parent.width
            placeholderText: qsTr("Another one: a code such as 32637, or a name such as UTM 37N")
            Accessible.name: qsTr("Search for a reference system")
            text: places.reading.crsQuery
            onTextEdited: places.reading.crsQuery = text
            Keys.onDownPressed: hits.forceActiveFocus(Qt.TabFocusReason)
            onAccepted: if (hits.count > 0) places.reading.chooseCrs(places.reading.crsHits[0].code)
        }
        Rectangle {
            width: parent.width
            height: 118
            radius: Theme.radius
            color: Theme.field
            border.width: hits.activeFocus ? 2 : 1
            border.color: hits.activeFocus ? Theme.accent : Theme.line

            Text {
                anchors.centerIn: parent
                visible: hits.count === 0
                text: qsTr("No reference system is called so.")
                color: Theme.muted
                font.pixelSize: 12
            }
            ListView {
                id: hits
                objectName: "readingCrsHits"
                anchors.fill: parent
                anchors.margins: 3
                clip: true
                activeFocusOnTab: true
                boundsBehavior: Flickable.StopAtBounds
                model: places.reading.crsHits
                ScrollBar.vertical: MScrollBar {}
                Keys.onReturnPressed: places.reading.chooseCrs(places.reading.crsHits[currentIndex].code)
                Keys.onSpacePressed: places.reading.chooseCrs(places.reading.crsHits[currentIndex].code)
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Reference systems")

                delegate: T.ItemDelegate {
                    id: hit

                    required property int index
                    required property var modelData
                    readonly property bool chosen: places.reading.crs === modelData.code

                    width: ListView.view.width
                    implicitHeight: 28
                    hoverEnabled: true
                    highlighted: ListView.isCurrentItem && hits.activeFocus
                    text: modelData.name
                    Accessible.name: modelData.code + " " + modelData.name
                    onClicked: places.reading.chooseCrs(modelData.code)

                    contentItem: Item {
                        Text {
                            id: code
                            anchors.left: parent.left
                            anchors.leftMargin: Theme.gap
                            anchors.verticalCenter: parent.verticalCenter
                            width: 86
                            text: hit.modelData.code
                            textFormat: Text.PlainText
                            horizontalAlignment: Text.AlignLeft
                            color: hit.chosen ? Theme.accent : Theme.muted
                            font.pixelSize: 12
                            font.bold: hit.chosen
                        }
                        Text {
                            id: name
                            anchors.left: code.right
                            anchors.verticalCenter: parent.verticalCenter
                            width: Math.min(implicitWidth, parent.width * 0.5)
                            text: hit.modelData.name
                            textFormat: Text.PlainText
                            elide: Text.ElideRight
                            color: hit.chosen ? Theme.accent : Theme.text
                            font.pixelSize: 12
                            font.bold: hit.chosen
                        }
                        Text {
                            anchors.left: name.right
                            anchors.leftMargin: Theme.gapLarge
                            anchors.right: parent.right
                            anchors.rightMargin: Theme.gapLarge
                            anchors.verticalCenter: parent.verticalCenter
                            text: hit.modelData.area
                            textFormat: Text.PlainText
                            elide: Text.ElideRight
                            horizontalAlignment: Text.AlignRight
                            color: Theme.muted
                            font.pixelSize: Theme.small
                        }
                    }
                    background: Rectangle {
                        radius: 4
                        color: hit.hovered || hit.highlighted ? Theme.hover : "transparent"
                    }
                }
            }
        }
    }
}
