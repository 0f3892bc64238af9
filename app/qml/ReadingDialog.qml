// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Masar

/// How a file was read, with the first values as proof, and what else it could mean. It comes by itself where the file leaves something to be said.
T.Dialog {
    id: dialog

    required property FileReading reading

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: Math.min(680, (parent?.width ?? 0) - 40)
    height: Math.min((parent?.height ?? 0) - 40, head.implicitHeight + body.implicitHeight + foot.implicitHeight + 2 * padding + 2 * Theme.gapLarge)
    padding: 20
    modal: true
    focus: true
    visible: reading.shown
    closePolicy: T.Popup.CloseOnEscape
    onClosed: if (reading.shown) reading.close()

    T.Overlay.modal: Rectangle {
        color: Qt.alpha("#000000", 0.35)
    }
    background: MPanel {
        ground: Theme.raised
    }
    contentItem: Item {
        Column {
            id: head
            width: parent.width
            spacing: Theme.gap

            Text {
                width: parent.width
                text: qsTr("How to read “%1”").arg(dialog.reading.fileName)
                textFormat: Text.PlainText
                elide: Text.ElideMiddle
                color: Theme.text
                font.pixelSize: Theme.title
                font.bold: true
                horizontalAlignment: Text.AlignLeft
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            Rectangle {
                visible: dialog.reading.question !== ""
                width: parent.width
                height: question.implicitHeight + 2 * Theme.gap
                radius: Theme.radius
                color: Theme.accentSoft

                Text {
                    id: question
                    objectName: "readingQuestion"
                    anchors.verticalCenter: parent.verticalCenter
                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.margins: Theme.gapLarge
                    text: dialog.reading.question
                    wrapMode: Text.WordWrap
                    horizontalAlignment: Text.AlignLeft
                    lineHeight: Theme.lineHeight
                    color: Theme.text
                    font.pixelSize: Theme.body
                    Accessible.role: Accessible.AlertMessage
                    Accessible.name: text
                }
            }
        }
        Flickable {
            id: flick
            anchors.top: head.bottom
            anchors.topMargin: Theme.gapLarge
            anchors.bottom: foot.top
            anchors.bottomMargin: Theme.gapLarge
            width: parent.width
            contentHeight: body.implicitHeight
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            ScrollBar.vertical: MScrollBar {}

            Column {
                id: body
                anchors.left: parent.left
                width: flick.width - Theme.gapLarge
                spacing: Theme.pad

                Column {
                    visible: dialog.reading.layers.length > 1
                    width: parent.width
                    spacing: 2

                    ReadingHeading {
                        text: qsTr("Layers of the file")
                    }
                    Repeater {
                        model: dialog.reading.layers

                        Item {
                            id: layerRow
                            required property int index
                            required property var modelData
                            width: parent.width
                            height: 30

                            MCheckBox {
                                id: wanted
                                anchors.left: parent.left
                                anchors.leftMargin: Theme.gap
                                anchors.verticalCenter: parent.verticalCenter
                                width: 24
                                checked: layerRow.modelData.wanted
                                Accessible.name: qsTr("Read %1").arg(layerRow.modelData.name)
                                onToggled: dialog.reading.setWanted(layerRow.index, checked)
                            }
                            MButton {
                                anchors.left: wanted.right
                                anchors.right: parent.right
                                height: 30
                                text: layerRow.modelData.asks ? qsTr("%1 · %2 · asks", "a layer: name, count").arg(layerRow.modelData.name).arg(layerRow.modelData.detail) : qsTr("%1 · %2", "a layer: name, count").arg(layerRow.modelData.name).arg(layerRow.modelData.detail)
                                checked: dialog.reading.current === layerRow.index
                                onClicked: dialog.reading.current = layerRow.index
                            }
                        }
                    }
                }
                ReadingPlaces {
                    width: parent.width
                    reading: dialog.reading
                }
                ReadingDates {
                    width: parent.width
                    reading: dialog.reading
                }
                Column {
                    width: parent.width
                    spacing: Theme.gapSmall

                    ReadingHeading {
                        text: qsTr("What came of it")
                    }
                    ReadingText {
                        text: dialog.reading.account
                    }
                    Repeater {
                        model: dialog.reading.notes

                        Row {
                            id: note
                            required property var modelData
                            width: parent.width
                            spacing: Theme.gap

                            MIcon {
                                symbol: note.modelData.serious ? "warning" : "info"
                                sourceSize: Qt.size(16, 16)
                                color: note.modelData.serious ? Theme.warning : Theme.muted
                            }
                            ReadingText {
                                width: parent.width - 24
                                text: note.modelData.text
                                color: Theme.muted
                            }
                        }
                    }
                }
            }
        }
        Row {
            id: foot
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            spacing: Theme.gap

            MButton {
                objectName: "readingLeave"
                framed: true
                text: qsTr("Leave as it is")
                onClicked: dialog.reading.close()
            }
            MButton {
                objectName: "readingApply"
                primary: true
                enabled: dialog.reading.canApply
                text: qsTr("Read it this way")
                onClicked: dialog.reading.apply()
            }
        }
    }
}
