// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Masar

/// What is measured: the legs, the length, the area; and what can be done with it.
MPanel {
    id: pane

    required property Session session
    readonly property RulerModel ruler: session.ruler

    objectName: "rulerPane"
    visible: ruler.shown
    width: 232
    height: column.implicitHeight + 2 * Theme.gapLarge

    component Line: RowLayout {
        id: line

        required property string name
        required property string value
        property bool large: false

        width: parent.width
        Accessible.role: Accessible.StaticText
        Accessible.name: qsTr("%1: %2", "what was measured, its value").arg(name).arg(value)

        Text {
            Layout.fillWidth: true
            text: line.name
            textFormat: Text.PlainText
            elide: Text.ElideRight
            horizontalAlignment: Text.AlignLeft
            color: Theme.muted
            font.pixelSize: 12
        }
        Text {
            text: line.value
            textFormat: Text.PlainText
            color: Theme.text
            font.pixelSize: line.large ? Theme.title : 12
            font.bold: line.large
            font.features: { "tnum": 1 }
        }
    }

    Column {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.gapLarge
        spacing: Theme.gapSmall

        Text {
            width: parent.width
            visible: pane.ruler.cornerCount === 0
            wrapMode: Text.WordWrap
            horizontalAlignment: Text.AlignLeft
            text: qsTr("Click the first point, or press Space for the cross in the middle.")
            color: Theme.muted
            font.pixelSize: 12
        }
        Line {
            visible: pane.ruler.cornerCount > 0
            name: qsTr("Length")
            value: pane.ruler.length
            large: true
        }
        Line {
            visible: pane.ruler.area !== ""
            name: qsTr("Area")
            value: pane.ruler.area
            large: true
        }
        Line {
            visible: pane.ruler.bearing !== ""
            name: qsTr("Direction")
            value: pane.ruler.bearing
        }
        ListView {
            id: legs
            width: parent.width
            height: Math.min(contentHeight, 110)
            visible: count > 1
            clip: true
            model: pane.ruler
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: MScrollBar {}
            delegate: Line {
                required property int index
                required property string length
                required property string bearing

                width: ListView.view.width
                name: qsTr("Leg %1, %2", "number of a leg, its direction").arg(Number(index + 1).toLocaleString(Qt.locale(), "f", 0)).arg(bearing)
                value: length
            }
        }
        Row {
            anchors.left: parent.left
            anchors.leftMargin: -6
            spacing: 2

            MButton {
                symbol: "polygon"
                tip: qsTr("Close the shape: its area")
                checkable: true
                checked: pane.ruler.closed
                enabled: pane.ruler.canClose
                onToggled: pane.ruler.closed = checked
            }
            MButton {
                symbol: "undo"
                tip: qsTr("Remove the last point (Backspace)")
                enabled: pane.ruler.cornerCount > 0
                onClicked: pane.ruler.removeLast()
            }
            MButton {
                visible: pane.ruler.measuring
                symbol: "check"
                tip: qsTr("End (Enter)")
                onClicked: pane.ruler.finish()
            }
            MButton {
                symbol: "copy"
                tip: qsTr("Copy the result")
                enabled: pane.ruler.cornerCount > 1
                onClicked: pane.session.copyMeasurement()
            }
            MButton {
                symbol: "close"
                tip: qsTr("Take the measurement off the map (Esc)")
                onClicked: pane.ruler.dismiss()
            }
        }
    }
}
