// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Masar

/// WCAG 2.1 at level AA: text 4.5 to 1 against what it stands on, the edges of controls 3 to 1.
TestCase {
    name: "Contrast"

    function cleanup(): void {
        Theme.appearance = Settings.Appearance.System;
    }

    function luminance(colour: color): real {
        const linear = (c) => c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
        return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
    }

    function contrast(a: color, b: color): real {
        const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
        return (high + 0.05) / (low + 0.05);
    }

    function test_aReckonsAsTheStandardSays(): void {
        compare(contrast("#000000", "#ffffff").toFixed(2), "21.00");
        compare(contrast("#777777", "#ffffff").toFixed(2), "4.48"); // the well-known grey that just fails
    }

    function test_colours_data(): var {
        return [{ tag: "light", appearance: Settings.Appearance.Light }, { tag: "dark", appearance: Settings.Appearance.Dark }];
    }

    function test_colours(row: var): void {
        Theme.appearance = row.appearance;
        const surfaces = ["bar", "panel", "field", "raised"];
        const check = (ink, surface, least) => {
            const found = contrast(Theme[ink], Theme[surface]);
            verify(found >= least, `${ink} on ${surface}: ${found.toFixed(2)}, needs ${least}`);
        };
        for (const surface of surfaces) {
            for (const ink of ["text", "muted", "accent", "danger", "warning", "good"])
                check(ink, surface, 4.5);
            check("edge", surface, 3);
        }
        check("accentText", "accent", 4.5);
        check("accent", "accentSoft", 4.5);
        check("text", "accentSoft", 4.5);
        check("tipText", "tip", 4.5);
    }
}
