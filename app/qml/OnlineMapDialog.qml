// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Masar

/// Asks for the address of an online map, and whom it is by.
T.Dialog {
    id: dialog

    required property Basemaps basemaps

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: 500
    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    padding: 24
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape

    function add(): void {
        problem.text = dialog.basemaps.addOnline(nameField.text, addressField.text, creditField.text, Number(zoomField.text));
        if (problem.text === "")
            dialog.close();
    }

    onOpened: nameField.forceActiveFocus(Qt.TabFocusReason)
    onClosed: problem.text = ""

    T.Overlay.modal: Rectangle {
        color: Qt.alpha("#000000", 0.35)
    }
    background: MPanel {
        ground: Theme.raised
    }
    contentItem: Column {
        spacing: Theme.gap

        Text {
            width: parent.width
            text: qsTr("Add an online map")
            color: Theme.text
            font.pixelSize: Theme.title
            font.bold: true
            horizontalAlignment: Text.AlignLeft
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Text {
            width: parent.width
            wrapMode: Text.WordWrap
            lineHeight: Theme.lineHeight
            horizontalAlignment: Text.AlignLeft
            text: qsTr("Masar then asks that server for the part of the map in view, and for nothing else. The server learns which places you look at, and may pass the question on to another. Its terms must allow this use.")
            color: Theme.muted
            font.pixelSize: 12
        }
        FieldLabel {
            text: qsTr("Name")
        }
        MTextField {
            id: nameField
            objectName: "onlineName"
            width: parent.width
            Accessible.name: qsTr("Name")
            onAccepted: dialog.add()
        }
        FieldLabel {
            text: qsTr("Address of a tile, with {z}, {x} and {y}")
        }
        MTextField {
            id: addressField
            objectName: "onlineAddress"
            width: parent.width
            LayoutMirroring.enabled: false // an address reads from the left
            horizontalAlignment: TextInput.AlignLeft
            inputMethodHints: Qt.ImhUrlCharactersOnly
            placeholderText: "https://…/{z}/{x}/{y}.png"
            Accessible.name: qsTr("Address of a tile, with {z}, {x} and {y}")
            onAccepted: dialog.add()
        }
        FieldLabel {
            text: qsTr("Attribution, as its provider asks")
        }
        MTextField {
            id: creditField
            objectName: "onlineCredit"
            width: parent.width
            Accessible.name: qsTr("Attribution, as its provider asks")
            onAccepted: dialog.add()
        }
        FieldLabel {
            text: qsTr("Deepest zoom (1 to 22)")
        }
        MTextField {
            id: zoomField
            objectName: "onlineZoom"
            width: 80
            text: "19"
            inputMethodHints: Qt.ImhDigitsOnly
            maximumLength: 2
            Accessible.name: qsTr("Deepest zoom (1 to 22)")
            onAccepted: dialog.add()
        }
        Text {
            id: problem
            objectName: "onlineProblem"
            visible: text !== ""
            width: parent.width
            wrapMode: Text.WordWrap
            textFormat: Text.PlainText
            horizontalAlignment: Text.AlignLeft
            color: Theme.danger
            font.pixelSize: 12
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
                onClicked: dialog.close()
            }
            MButton {
                objectName: "onlineAdd"
                primary: true
                text: qsTr("Add and show")
                onClicked: dialog.add()
            }
        }
    }

    component FieldLabel: Text {
        width: parent?.width ?? 0
        topPadding: Theme.gapSmall
        horizontalAlignment: Text.AlignLeft
        color: Theme.text
        font.pixelSize: 12
    }
}
