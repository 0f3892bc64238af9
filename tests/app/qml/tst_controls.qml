// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Masar

Item {
    id: root

    width: 400
    height: 200

    MButton {
        id: button
        width: 120
        symbol: "play"
        text: "Play"
        tip: "Plays"
    }
    MTextField {
        id: field
        y: 60
    }
    MChoice {
        id: choice
        y: 110
        model: ["Hour", "Day"]
        tip: "Length"
    }
    SignalSpy {
        id: clicks
        target: button
        signalName: "clicked"
    }
    SignalSpy {
        id: choices
        target: choice
        signalName: "activated"
    }

    Component {
        id: attribution

        Attribution {
            text: "First source (CC BY 4.0), Second source, Third source; additions by others, and what else has to be said"
        }
    }

    TestCase {
        name: "Controls"
        when: windowShown

        function test_buttonWorksByPointerAndKey(): void {
            clicks.clear();
            mouseClick(button);
            button.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Space);
            compare(clicks.count, 2);
        }

        function test_everyIconIsThere(): void {
            const icon = findChild(button, "buttonIcon");
            tryCompare(icon, "status", Image.Ready);
        }

        function test_controlsAreNamed(): void {
            compare(button.Accessible.name, "Play");
            compare(choice.Accessible.name, "Length");
        }

        function test_choiceByKeyboard(): void {
            choices.clear();
            choice.currentIndex = 0;
            choice.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Down);
            compare(choice.currentIndex, 1);
            compare(choices.count, 1);
        }

        function test_fieldTakesText(): void {
            field.forceActiveFocus();
            keyClick("2");
            compare(field.text, "2");
        }

        function test_sourcesAreWholeOrBehindAButton(): void {
            const credit = createTemporaryObject(attribution, root);
            const button = findChild(credit, "sourcesButton");
            for (const width of [2000, 600, 340]) {
                credit.mostWidth = width;
                verify(credit.whole, `${width} wide`);
                verify(!button.visible);
                verify(credit.implicitWidth <= width);
            }
            credit.mostWidth = 120;
            verify(!credit.whole);
            verify(button.visible);
            compare(credit.implicitWidth, credit.leastWidth);
            compare(button.Accessible.description, credit.text);
            credit.text = "";
            compare(credit.implicitWidth, 0);
        }
    }
}
