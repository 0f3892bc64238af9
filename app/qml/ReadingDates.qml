// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Masar

/// Which fields the dates of a layer are, how they are written, and the first of them as they are understood.
Column {
    id: dates

    required property FileReading reading

    spacing: Theme.gap

    ReadingHeading {
        text: qsTr("Dates")
    }
    Grid {
        anchors.left: parent.left
        columns: 2
        columnSpacing: Theme.gapLarge
        rowSpacing: Theme.gapSmall
        verticalItemAlignment: Grid.AlignVCenter

        ReadingText {
            width: 150
            text: qsTr("A feature has")
        }
        MChoice {
            objectName: "readingConvention"
            width: 240
            tip: qsTr("What dates a feature has")
            model: dates.reading.conventions
            currentIndex: dates.reading.convention
            onActivated: (index) => dates.reading.chooseConvention(index)
        }
        ReadingText {
            width: 150
            visible: dates.reading.usesStart
            text: dates.reading.usesEnd ? qsTr("Begin") : qsTr("Date")
        }
        MChoice {
            objectName: "readingStart"
            width: 240
            visible: dates.reading.usesStart
            tip: qsTr("The field of the begin, or of the only date")
            model: dates.reading.fields
            currentIndex: dates.reading.startField
            onActivated: (index) => dates.reading.chooseStart(index)
        }
        ReadingText {
            width: 150
            visible: dates.reading.usesEnd
            text: qsTr("End")
        }
        MChoice {
            objectName: "readingEnd"
            width: 240
            visible: dates.reading.usesEnd
            tip: qsTr("The field of the end")
            model: dates.reading.fields
            currentIndex: dates.reading.endField
            onActivated: (index) => dates.reading.chooseEnd(index)
        }
        ReadingText {
            width: 150
            visible: dates.reading.ordered
            text: qsTr("Written as")
        }
        MChoice {
            objectName: "readingOrder"
            width: 240
            visible: dates.reading.ordered
            tip: qsTr("Whether the day or the month comes first")
            model: [qsTr("Not known: either"), qsTr("Day, month, year"), qsTr("Month, day, year")]
            currentIndex: dates.reading.dateOrder
            onActivated: (index) => dates.reading.chooseOrder(index)
        }
        ReadingText {
            width: 150
            visible: dates.reading.convention > 0
            text: qsTr("Zone of dates without one")
        }
        MTextField {
            width: 240
            visible: dates.reading.convention > 0
            text: dates.reading.zone
            LayoutMirroring.enabled: false // a name in Latin letters
            horizontalAlignment: TextInput.AlignLeft
            Accessible.name: qsTr("Zone of dates without one")
            onEditingFinished: wrong = !dates.reading.chooseZone(text)
            onTextEdited: wrong = false
        }
    }
    Rectangle {
        visible: dates.reading.samples.length > 0
        width: parent.width
        height: samples.implicitHeight + 2 * Theme.gap
        radius: Theme.radius
        color: Theme.field
        border.width: 1
        border.color: Theme.line

        Column {
            id: samples
            anchors.verticalCenter: parent.verticalCenter
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: Theme.gapLarge
            spacing: 3

            Repeater {
                model: dates.reading.samples

                Item {
                    id: sample
                    required property var modelData
                    width: parent.width
                    height: Math.max(written.implicitHeight, meant.implicitHeight)

                    Text {
                        id: written
                        anchors.left: parent.left
                        width: parent.width * 0.36
                        text: sample.modelData.written
                        textFormat: Text.PlainText
                        elide: Text.ElideRight
                        horizontalAlignment: Text.AlignLeft
                        color: Theme.muted
                        font.pixelSize: 12
                    }
                    ReadingText {
                        id: meant
                        anchors.left: written.right
                        anchors.leftMargin: Theme.gap
                        anchors.right: parent.right
                        text: sample.modelData.meant
                        color: sample.modelData.bad ? Theme.danger : Theme.text
                    }
                }
            }
        }
    }
}
