// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Masar

/// A choice of one from a short list, shown as a quiet button with a menu.
T.ComboBox {
    id: choice

    property string tip: ""

    implicitHeight: Theme.control
    implicitWidth: 96
    leftPadding: mirrored ? 26 : 10
    rightPadding: mirrored ? 10 : 26
    focusPolicy: Qt.TabFocus
    hoverEnabled: true

    Accessible.name: tip

    contentItem: Text {
        text: choice.displayText
        textFormat: Text.PlainText
        elide: Text.ElideRight
        horizontalAlignment: Text.AlignLeft
        verticalAlignment: Text.AlignVCenter
        color: Theme.text
        font.pixelSize: Theme.body
    }
    indicator: MIcon {
        x: choice.mirrored ? 7 : choice.width - width - 7
        y: (choice.height - height) / 2
        symbol: "chevron-down"
        sourceSize: Qt.size(16, 16)
        color: Theme.muted
    }
    background: Rectangle {
        radius: Theme.radius
        color: choice.down ? Theme.press : choice.hovered ? Theme.hover : "transparent"
        border.width: choice.visualFocus ? 2 : 1
        border.color: choice.visualFocus ? Theme.accent : Theme.edge
    }
    delegate: T.ItemDelegate {
        id: option

        required property int index

        width: ListView.view.width
        implicitHeight: 30
        highlighted: choice.highlightedIndex === index
        text: choice.textAt(index)

        contentItem: Text {
            leftPadding: Theme.gap
            rightPadding: Theme.gap
            text: option.text
            textFormat: Text.PlainText
            elide: Text.ElideRight
            verticalAlignment: Text.AlignVCenter
            color: choice.currentIndex === option.index ? Theme.accent : Theme.text
            font.pixelSize: Theme.body
        }
        background: Rectangle {
            radius: 5
            color: option.highlighted ? Theme.hover : "transparent"
        }
    }
    popup: T.Popup {
        popupType: T.Popup.Item
        y: -implicitHeight - 4
        width: Math.max(choice.width, 120)
        implicitHeight: Math.min(list.contentHeight, 300) + 10
        margins: Theme.gap
        padding: 5

        contentItem: ListView {
            id: list
            clip: true
            interactive: contentHeight > height
            boundsBehavior: Flickable.StopAtBounds
            ScrollBar.vertical: MScrollBar {}
            model: choice.popup.visible ? choice.delegateModel : null
            currentIndex: choice.highlightedIndex
        }
        background: MPanel {
            radius: 8
            ground: Theme.raised
        }
    }

    MToolTip {
        text: choice.tip
        shown: choice.hovered && !choice.popup.visible
    }
}
