// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Masar

T.Menu {
    id: menu

    popupType: T.Popup.Item
    implicitWidth: 236
    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    height: Math.min(implicitHeight, (T.Overlay.overlay?.height ?? implicitHeight) - 2 * margins)
    margins: Theme.gap
    padding: 5
    overlap: 1

    delegate: MMenuItem {}

    contentItem: ListView {
        implicitHeight: contentHeight
        model: menu.contentModel
        interactive: contentHeight > height
        clip: interactive
        currentIndex: menu.currentIndex
    }
    background: MPanel {
        radius: 8
        ground: Theme.raised
    }
}
