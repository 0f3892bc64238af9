// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Masar

/// The zone that all dates are shown in.
MMenu {
    id: menu

    required property Session session

    MMenuItem {
        text: qsTr("As the data")
        checkable: true
        checked: menu.session.settings.zone === ""
        onTriggered: menu.session.setZone("")
    }
    MMenuSeparator {}
    Instantiator {
        model: menu.session.zones
        delegate: MMenuItem {
            required property string modelData
            text: modelData
            checkable: true
            checked: menu.session.settings.zone === modelData
            onTriggered: menu.session.setZone(modelData)
        }
        onObjectAdded: (index, object) => menu.insertItem(index + 2, object as MMenuItem)
        onObjectRemoved: (index, object) => menu.removeItem(object as MMenuItem)
    }
    MMenuSeparator {}
    MTextField {
        id: other
        width: parent ? parent.width : 0
        placeholderText: qsTr("Another zone: Asia/Kolkata, +03:00")
        Accessible.name: qsTr("Another zone")
        onAccepted: {
            wrong = !menu.session.setZone(text);
            if (!wrong)
                menu.close();
        }
        onTextEdited: wrong = false
    }
}
