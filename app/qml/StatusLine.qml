// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Masar

/// Where every feature is now, each number with the list behind it, those without a date in a tray of their own; and the
/// place under the pointer.
Item {
    id: status

    required property Session session

    height: 26

    Row {
        anchors.left: parent.left
        anchors.leftMargin: Theme.pad - 6
        anchors.right: place.left
        anchors.rightMargin: Theme.pad
        anchors.verticalCenter: parent.verticalCenter
        clip: true
        Accessible.role: Accessible.StaticText
        Accessible.name: status.session.tally

        Repeater {
            model: status.session.tallyParts

            T.Button {
                id: part

                required property var modelData

                visible: modelData.which !== FeatureListModel.Which.Undated // that is the tray's
                implicitWidth: words.implicitWidth + 12
                implicitHeight: 22
                text: modelData.text
                checked: status.session.listed.which === modelData.which
                focusPolicy: Qt.TabFocus
                hoverEnabled: true
                Accessible.name: text
                Accessible.description: qsTr("Lists these features")
                onClicked: status.session.listed.which = checked ? FeatureListModel.Which.None : modelData.which

                contentItem: Text {
                    id: words
                    text: part.text
                    textFormat: Text.PlainText
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    color: part.checked ? Theme.accent : part.hovered || part.visualFocus ? Theme.text : Theme.muted
                    font.pixelSize: Theme.small
                    font.underline: part.hovered
                }
                background: Rectangle {
                    radius: 5
                    color: part.checked ? Theme.accentSoft : "transparent"
                    border.width: part.visualFocus ? 2 : 0
                    border.color: Theme.accent
                }
                MToolTip {
                    text: qsTr("List these features")
                    shown: part.hovered
                    y: -implicitHeight - 6
                }
            }
        }
        UndatedTray {
            objectName: "undatedTray"
            session: status.session
        }
    }
    CoordinateReadout {
        id: place
        anchors.right: parent.right
        anchors.rightMargin: Theme.pad - Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        session: status.session
    }
}
