// SPDX-License-Identifier: Apache-2.0
pragma Singleton

import QtQuick
import Masar

/// The one place for colours, spacing, sizes and fonts of the window. The map's own colours are the canvas's.
QtObject {
    id: theme

    /// As set by the user; the window binds it.
    property int appearance: Settings.Appearance.System
    readonly property bool dark: appearance === Settings.Appearance.Dark
        || (appearance === Settings.Appearance.System && Application.styleHints.colorScheme === Qt.Dark)

    // Surfaces, from the back to the front.
    readonly property color bar: dark ? "#1b2024" : "#fbfaf7"
    readonly property color panel: dark ? "#1f2529" : "#fdfcfa"
    readonly property color field: dark ? "#14181b" : "#ffffff"
    readonly property color raised: dark ? "#283036" : "#ffffff"
    readonly property color line: dark ? "#333b41" : "#e4dfd5"
    readonly property color edge: dark ? "#737e87" : "#8d8779" ///< of what can be typed in or chosen from
    readonly property color shade: dark ? "#000000" : "#3a3426"

    readonly property color text: dark ? "#e9eced" : "#1d2731"
    readonly property color muted: dark ? "#9aa5ad" : "#66707a"
    readonly property color accent: dark ? "#6fb1e0" : "#1d5c86"
    readonly property color accentText: dark ? "#10202c" : "#ffffff"
    readonly property color accentSoft: dark ? "#22394a" : "#e3edf4"
    readonly property color hover: dark ? "#14ffffff" : "#0f1d2731"
    readonly property color press: dark ? "#24ffffff" : "#1c1d2731"
    readonly property color danger: dark ? "#f0876f" : "#b4412c"
    readonly property color warning: dark ? "#e6b25a" : "#96650f"
    readonly property color tip: dark ? "#39434a" : "#2b343d"
    readonly property color tipText: dark ? text : "#f7f5f0"
    readonly property color good: dark ? "#4fc39a" : "#1f7a5c"

    readonly property int gapSmall: 4
    readonly property int gap: 8
    readonly property int gapLarge: 12
    readonly property int pad: 16
    readonly property int radius: 6
    readonly property int panelRadius: 10
    readonly property int control: 32 ///< height of a button or a field
    readonly property int barHeight: 48
    readonly property int icon: 20

    readonly property int small: 11
    readonly property int body: 13
    readonly property int title: 16
    readonly property int large: 20

    /// Of running text; the lines of Arabic script are wide by themselves.
    readonly property real lineHeight: Application.layoutDirection === Qt.RightToLeft ? 0.95 : 1.2

    readonly property int quick: 120 ///< milliseconds of a small transition
}
