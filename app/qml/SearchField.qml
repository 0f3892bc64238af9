// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Masar

/// The search: what is typed is looked for at once; up, down and Enter choose, Escape goes back to the map.
FocusScope {
    id: search

    required property Session session
    readonly property SearchModel model: session.search
    signal finished

    function begin(): void {
        field.forceActiveFocus(Qt.ShortcutFocusReason);
        field.selectAll();
    }
    function choose(row: int): void {
        session.goToHit(row);
        search.finished();
    }

    implicitWidth: 320
    implicitHeight: Theme.control

    MTextField {
        id: field
        objectName: "searchField"
        anchors.fill: parent
        focus: true
        leftPadding: mirrored ? 30 : 32
        rightPadding: mirrored ? 32 : 30
        placeholderText: qsTr("Search places, features, coordinates")
        text: search.model.text
        Accessible.role: Accessible.EditableText
        Accessible.name: qsTr("Search places, features, coordinates")
        Accessible.description: search.model.state
        onTextEdited: search.model.text = text
        onActiveFocusChanged: search.session.prepareSearch()
        Keys.onDownPressed: results.step(1)
        Keys.onUpPressed: results.step(-1)
        Keys.onReturnPressed: search.choose(results.current)
        Keys.onEnterPressed: search.choose(results.current)
        Keys.onEscapePressed: search.finished()

        readonly property bool mirrored: Application.layoutDirection === Qt.RightToLeft

        MToolTip {
            text: qsTr("Search (Ctrl+F)")
            shown: field.hovered && !field.activeFocus
        }
    }
    MIcon {
        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.leftMargin: 8
        symbol: "search"
        sourceSize: Qt.size(18, 18)
        color: Theme.muted
    }
    MButton {
        anchors.verticalCenter: parent.verticalCenter
        anchors.right: parent.right
        anchors.rightMargin: 2
        visible: field.text !== ""
        width: 28
        height: 28
        iconSize: 16
        symbol: "close"
        tip: qsTr("Clear the search")
        onClicked: {
            search.model.text = "";
            field.forceActiveFocus(Qt.OtherFocusReason);
        }
    }
    SearchResults {
        id: results
        y: search.height + 6
        width: Math.max(search.width, 340)
        model: search.model
        opened: field.activeFocus
        onChosen: (row) => search.choose(row)
    }
}
