// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Masar

/// What can be done with a spot of the map.
MMenu {
    id: menu

    required property Session session
    property point at

    function openAt(item: Item, position: point): void {
        at = position;
        popup(item, position.x, position.y);
    }

    MMenuItem {
        symbol: "copy"
        text: qsTr("Copy coordinates")
        onTriggered: menu.session.copyPlaceAt(menu.at)
    }
    MMenuItem {
        symbol: "ruler"
        text: qsTr("Measure from here")
        onTriggered: menu.session.measureFrom(menu.at)
    }
    MMenuItem {
        symbol: "crosshair"
        text: qsTr("Centre here")
        onTriggered: menu.session.camera.centreOn(menu.at)
    }
}
