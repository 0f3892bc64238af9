// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Masar

/// Which part of time the timeline shows: all of it, when what is selected is there, or when a layer's features are.
MMenu {
    id: menu

    required property Session session
    required property TimeAxis axis

    MMenuItem {
        objectName: "allOfTime"
        text: qsTr("All of time")
        keys: qsTr("Shift+T")
        checkable: true
        checked: !menu.axis.zoomed
        onTriggered: menu.axis.showAll()
    }
    MMenuItem {
        objectName: "selectedTime"
        symbol: "calendar"
        text: qsTr("What is selected")
        keys: qsTr("T")
        enabled: menu.session.record.dated
        onTriggered: menu.session.showSelectedTime()
    }
    MMenuSeparator {}
    Instantiator {
        model: menu.session.layers
        delegate: MMenuItem {
            required property int key
            required property string name
            required property bool timed

            symbol: "layers"
            text: name
            enabled: timed
            onTriggered: menu.session.layers.showTime(key)
        }
        onObjectAdded: (index, object) => menu.insertItem(index + 3, object as MMenuItem)
        onObjectRemoved: (index, object) => menu.removeItem(object as MMenuItem)
    }
}
