// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Masar

/// Asks for the address of a file, says whom it would ask, and shows how far it has come.
T.Dialog {
    id: dialog

    required property Incoming incoming

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: 500
    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    padding: 24
    modal: true
    focus: true
    visible: incoming.shown
    closePolicy: T.Popup.NoAutoClose

    onOpened: addressField.forceActiveFocus(Qt.TabFocusReason)

    T.Overlay.modal: Rectangle {
        color: Qt.alpha("#000000", 0.35)
    }
    background: MPanel {
        ground: Theme.raised
    }
    contentItem: Column {
        spacing: Theme.gap
        Keys.onEscapePressed: dialog.incoming.cancel()

        Text {
            width: parent.width
            text: qsTr("Open an address")
            color: Theme.text
            font.pixelSize: Theme.title
            font.bold: true
            horizontalAlignment: Text.AlignLeft
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        ReadingText {
            color: Theme.muted
            text: qsTr("Masar fetches this one file, up to %1, keeps it in its own folder and opens it. The server learns that you asked. Nothing else is sent.").arg(dialog.incoming.limitText)
        }
        MTextField {
            id: addressField
            objectName: "addressField"
            width: parent.width
            enabled: !dialog.incoming.running
            LayoutMirroring.enabled: false // an address reads from the left
            horizontalAlignment: TextInput.AlignLeft
            inputMethodHints: Qt.ImhUrlCharactersOnly
            placeholderText: "https://…"
            Accessible.name: qsTr("Address of a file")
            text: dialog.incoming.address
            onTextEdited: dialog.incoming.address = text
            onAccepted: dialog.incoming.fetch()
        }
        ReadingText {
            visible: dialog.incoming.host !== "" && !dialog.incoming.running
            text: qsTr("This asks the server %1.").arg(dialog.incoming.host)
        }
        Rectangle {
            visible: dialog.incoming.running
            width: parent.width
            height: 4
            radius: 2
            color: Theme.line

            Rectangle {
                anchors.left: parent.left
                width: Math.max(parent.width * dialog.incoming.progress, 8)
                height: 4
                radius: 2
                color: Theme.accent
            }
        }
        ReadingText {
            objectName: "addressProgress"
            visible: dialog.incoming.running
            text: dialog.incoming.progressText
        }
        ReadingText {
            objectName: "addressProblem"
            visible: text !== ""
            text: dialog.incoming.problem
            color: Theme.danger
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
        Row {
            anchors.right: parent.right
            topPadding: Theme.gap
            spacing: Theme.gap

            MButton {
                framed: true
                text: qsTr("Cancel")
                onClicked: dialog.incoming.cancel()
            }
            MButton {
                objectName: "addressFetch"
                primary: true
                enabled: dialog.incoming.host !== "" && !dialog.incoming.running
                text: qsTr("Fetch and open")
                onClicked: dialog.incoming.fetch()
            }
        }
    }
}
