// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Masar

/// What has no place on the axis: how many features have no date, the list of them, and whether the map shows them.
Rectangle {
    id: tray

    required property Session session
    readonly property bool listed: session.listed.which === FeatureListModel.Which.Undated
    readonly property bool onMap: session.settings.showUndated

    visible: session.undatedText !== ""
    implicitWidth: row.implicitWidth
    implicitHeight: 22
    radius: 5
    color: listed ? Theme.accentSoft : Theme.raised
    border.width: 1
    border.color: listed ? Theme.accent : Theme.edge

    Row {
        id: row

        T.Button {
            id: chip
            objectName: "undatedChip"
            implicitWidth: words.implicitWidth
            implicitHeight: 22
            text: tray.session.undatedText
            checked: tray.listed
            focusPolicy: Qt.TabFocus
            hoverEnabled: true
            Accessible.name: text
            Accessible.description: tip.text
            onClicked: tray.session.listed.which = tray.listed ? FeatureListModel.Which.None : FeatureListModel.Which.Undated

            contentItem: Row {
                id: words
                leftPadding: 7
                rightPadding: 7
                spacing: 5

                MIcon {
                    anchors.verticalCenter: parent.verticalCenter
                    symbol: "tray"
                    sourceSize: Qt.size(15, 15)
                    color: tray.listed ? Theme.accent : Theme.text
                }
                Text {
                    anchors.verticalCenter: parent.verticalCenter
                    text: chip.text
                    textFormat: Text.PlainText
                    color: tray.listed ? Theme.accent : Theme.text
                    font.pixelSize: Theme.small
                    font.underline: chip.hovered
                }
            }
            background: Rectangle {
                radius: 5
                color: "transparent"
                border.width: chip.visualFocus ? 2 : 0
                border.color: Theme.accent
            }
            MToolTip {
                id: tip
                text: qsTr("Features without a date have no place on the timeline: list them")
                shown: chip.hovered
                y: -implicitHeight - 6
            }
        }
        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: 1
            height: 12
            color: Theme.edge
        }
        MButton {
            objectName: "undatedEye"
            implicitWidth: 28
            implicitHeight: 22
            corner: 5
            iconSize: 15
            checkable: true
            checked: tray.onMap
            symbol: tray.onMap ? "eye" : "eye-off"
            tip: tray.onMap ? qsTr("Undated features are on the map at every date: hide them") : qsTr("Undated features are not on the map: show them")
            onToggled: tray.session.settings.showUndated = checked
        }
    }
}
