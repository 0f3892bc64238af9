// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Masar

/// The heading of a part of the dialog on how a file is read.
Text {
    width: parent?.width ?? 0
    bottomPadding: Theme.gapSmall
    horizontalAlignment: Text.AlignLeft
    color: Theme.text
    font.pixelSize: Theme.body
    font.bold: true
    Accessible.role: Accessible.Heading
    Accessible.name: text
}
