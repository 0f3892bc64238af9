// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Templates as T
import Masar

/// Where all data that comes with the program is from, under which licence: data/SOURCES.md as it is.
T.Dialog {
    id: dialog

    required property string sources

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: Math.min(880, parent.width - 48)
    height: Math.min(620, parent.height - 48)
    padding: Theme.pad
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside

    T.Overlay.modal: Rectangle {
        color: Qt.alpha("#000000", 0.35)
    }
    background: MPanel {
        ground: Theme.raised
    }
    contentItem: Item {
        Flickable {
            id: flick
            anchors.top: parent.top
            anchors.bottom: close.top
            anchors.bottomMargin: Theme.gap
            width: parent.width
            contentHeight: page.implicitHeight
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            focus: true
            Keys.onDownPressed: flick.flick(0, -600)
            Keys.onUpPressed: flick.flick(0, 600)
            ScrollBar.vertical: MScrollBar {}

            Text {
                id: page
                width: flick.width - Theme.pad
                LayoutMirroring.enabled: false // the page is English
                text: dialog.visible ? dialog.sources : "" // made anew in the colours of the moment
                textFormat: Text.MarkdownText
                wrapMode: Text.Wrap
                color: Theme.text
                font.pixelSize: 12
                onLinkActivated: (link) => Qt.openUrlExternally(link)
            }
        }
        MButton {
            id: close
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            framed: true
            text: qsTr("Close")
            onClicked: dialog.close()
        }
    }
}
