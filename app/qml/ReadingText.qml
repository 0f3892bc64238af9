// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import Masar

/// Running text of the dialog on how a file is read.
Text {
    width: parent?.width ?? 0
    textFormat: Text.PlainText
    wrapMode: Text.WordWrap
    horizontalAlignment: Text.AlignLeft
    lineHeight: Theme.lineHeight
    color: Theme.text
    font.pixelSize: 12
}
