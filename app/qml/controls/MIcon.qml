// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.impl
import Masar

/// An icon of Masar's own set, by its name, in one colour.
IconImage {
    required property string symbol

    source: symbol === "" ? "" : "qrc:/masar/icons/ui/" + symbol + ".svg"
    sourceSize: Qt.size(Theme.icon, Theme.icon)
    color: Theme.text
}
