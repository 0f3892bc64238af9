// SPDX-License-Identifier: Apache-2.0
pragma ComponentBehavior: Bound

import QtPositioning
import QtQuick
import QtTest
import Masar

TestCase {
    id: test

    property Main window: null

    name: "Window"
    when: windowShown
    visible: true
    width: 10
    height: 10

    Component {
        id: mainWindow

        Main {
            withStory: true
        }
    }

    function initTestCase(): void {
        test.window = mainWindow.createObject(null); // one window for all tests
        verify(test.window);
        test.parent = test.window.contentItem; // keys go to the window that this lies in
        test.window.requestActivate();
        tryVerify(() => test.window.active, 5000);
        tryVerify(() => test.window.session.layers.readyCount > 3, 20000);
    }

    function cleanupTestCase(): void {
        test.window.destroy();
    }

    function test_01_mapIsReadyAndDrawn(): void {
        const canvas = findChild(test.window, "canvas");
        const map = findChild(test.window, "map");
        tryVerify(() => map.mapReady, 10000);
        tryVerify(() => canvas.framesDrawn > 0, 10000);
        compare(map.center, canvas.center);
        compare(map.zoomLevel, canvas.zoomLevel);
    }

    function test_02_storyOpensAtItsMoment(): void {
        compare(test.window.session.clock.isoText, "2026-02-21");
        verify(test.window.title.length > "Masar".length);
    }

    function test_03_clockRedrawsTheMap(): void {
        const canvas = findChild(test.window, "canvas");
        const before = canvas.framesDrawn;
        test.window.session.clock.stepForward();
        compare(test.window.session.clock.isoText, "2026-02-22");
        tryVerify(() => canvas.framesDrawn > before, 10000);
    }

    function test_04_sliderStepsByKey(): void {
        const slider = findChild(test.window, "timeSlider");
        verify(slider);
        slider.forceActiveFocus();
        const before = test.window.session.clock.isoText;
        keyClick(Qt.Key_Right);
        verify(test.window.session.clock.isoText > before);
        keyClick(Qt.Key_Left);
        compare(test.window.session.clock.isoText, before);
    }

    function test_05_keysMoveAndZoomTheMap(): void {
        const input = findChild(test.window, "mapInput");
        const camera = test.window.session.camera;
        input.forceActiveFocus();
        const zoom = camera.zoomLevel;
        keyClick(Qt.Key_Plus);
        tryVerify(() => Math.abs(camera.zoomLevel - zoom - 1) < 0.01, 5000);
        const longitude = camera.center.longitude;
        keyClick(Qt.Key_Right);
        tryVerify(() => camera.center.longitude > longitude, 5000);
        keyClick(Qt.Key_Home);
        tryVerify(() => camera.zoomLevel < zoom + 0.9, 5000);
    }

    function test_06_dragMovesTheMapAndWheelZooms(): void {
        const input = findChild(test.window, "mapInput");
        const camera = test.window.session.camera;
        const longitude = camera.center.longitude;
        mouseDrag(input, 640, 300, 120, 0, Qt.LeftButton, Qt.NoModifier, 10);
        tryVerify(() => camera.center.longitude < longitude, 5000);
        const zoom = camera.zoomLevel;
        mouseWheel(input, 640, 300, 0, 120);
        tryVerify(() => camera.zoomLevel > zoom + 0.4, 5000);
    }

    function test_27_theMapIsTurnedAndTurnsBack(): void {
        const input = findChild(test.window, "mapInput");
        const canvas = findChild(test.window, "canvas");
        const map = findChild(test.window, "map");
        const arrow = findChild(test.window, "northArrow");
        const camera = test.window.session.camera;
        const centre = camera.center;
        verify(!camera.turned);
        verify(!arrow.visible);
        input.forceActiveFocus();
        keyClick(Qt.Key_Right, Qt.ShiftModifier);
        tryVerify(() => Math.abs(canvas.bearing - 15) < 0.01, 5000);
        compare(map.bearing, canvas.bearing);
        fuzzyCompare(camera.center.longitude, centre.longitude, 1e-6);
        verify(arrow.visible);
        verify(arrow.Accessible.name !== "");
        mouseClick(arrow);
        tryVerify(() => !camera.turned, 5000);
        verify(!arrow.visible);
        // Held by the right button: no menu comes, and what is let go nearly north is north.
        mousePress(input, 1000, 300, Qt.RightButton);
        for (let i = 1; i <= 20; ++i)
            mouseMove(input, 1000 - 10 * i, 300 - 5 * i, -1, Qt.RightButton);
        mouseRelease(input, 800, 200, Qt.RightButton);
        tryVerify(() => camera.turned, 5000);
        verify(camera.bearing > 10 && camera.bearing < 90, `${camera.bearing}`);
        verify(!findChild(input, "mapMenu").visible);
        const notices = test.window.session.notices;
        const command = () => notices.data(notices.index(notices.rowCount() - 1, 0), Qt.UserRole + 3);
        test.window.session.copyMoment(canvas);
        verify(/ --bearing \d/.test(command()), command());
        input.forceActiveFocus();
        keyClick(Qt.Key_N);
        tryVerify(() => !camera.turned && !arrow.visible, 5000);
        test.window.session.copyMoment(canvas);
        verify(!/bearing/.test(command()), command());
    }

    function test_07_clickShowsTheRecordAndEscapeClosesIt(): void {
        const canvas = findChild(test.window, "canvas");
        const input = findChild(test.window, "mapInput");
        test.window.session.clock.goTo("2026-02-21");
        const qasrak = QtPositioning.coordinate(36.706242, 40.511955);
        test.window.session.camera.zoomLevel = 9;
        test.window.session.camera.center = qasrak;
        tryVerify(() => Math.abs(canvas.center.longitude - 40.511955) < 0.001, 5000);
        const at = canvas.fromCoordinate(qasrak);
        mouseClick(input, at.x, at.y);
        tryVerify(() => test.window.session.record.shown, 5000);
        compare(test.window.session.record.title, "Qasrak base");
        input.forceActiveFocus();
        keyClick(Qt.Key_Escape);
        verify(!test.window.session.record.shown);
    }

    function test_08_panesCollapseAndAreRemembered(): void {
        const pane = findChild(test.window, "layersPane");
        verify(pane.visible);
        keyClick(Qt.Key_F9);
        tryVerify(() => !pane.visible, 5000);
        verify(!test.window.session.settings.layersOpen);
        keyClick(Qt.Key_F9);
        tryVerify(() => pane.visible, 5000);
    }

    function test_09_themesDiffer(): void {
        test.window.session.settings.appearance = Settings.Appearance.Dark;
        verify(Theme.dark);
        const dark = Theme.panel.toString(); // a colour kept would change with the theme
        verify(test.window.session.dark);
        test.window.session.settings.appearance = Settings.Appearance.Light;
        verify(!Theme.dark);
        verify(dark !== Theme.panel.toString());
    }

    function test_10_emptyWindowOffersFiles(): void {
        const empty = findChild(test.window, "emptyState");
        verify(!empty.visible);
        test.window.session.closeAll();
        tryVerify(() => empty.visible, 5000);
        test.window.session.openStory();
        tryVerify(() => !empty.visible, 20000);
        tryVerify(() => test.window.session.layers.readyCount > 3, 20000);
    }

    function test_22_measuringByPointer(): void {
        const input = findChild(test.window, "mapInput");
        const pane = findChild(test.window, "rulerPane");
        const ruler = test.window.session.ruler;
        input.forceActiveFocus();
        keyClick(Qt.Key_M);
        tryVerify(() => pane.visible, 5000);
        mouseClick(input, 500, 200);
        mouseMove(input, 600, 300);
        tryVerify(() => ruler.bearing !== "", 5000);
        mouseClick(input, 600, 300);
        mouseClick(input, 500, 300);
        compare(ruler.cornerCount, 3);
        keyClick(Qt.Key_Backspace);
        compare(ruler.cornerCount, 2);
        mouseClick(input, 520, 320);
        test.window.session.doubleTapAt(Qt.point(520, 320)); // Qt Quick Test's own has time pass between its taps
        verify(!ruler.measuring);
        compare(ruler.cornerCount, 3);
        verify(!test.window.session.record.shown);
        ruler.closed = true;
        verify(ruler.area !== "");
        keyClick(Qt.Key_Escape);
        verify(!ruler.shown);
    }

    function test_23_measuringByKeyboard(): void {
        const input = findChild(test.window, "mapInput");
        const ruler = test.window.session.ruler;
        const camera = test.window.session.camera;
        input.forceActiveFocus();
        keyClick(Qt.Key_M);
        keyClick(Qt.Key_Space);
        const longitude = camera.center.longitude;
        keyClick(Qt.Key_Right);
        tryVerify(() => camera.center.longitude > longitude, 5000);
        keyClick(Qt.Key_Space);
        compare(ruler.cornerCount, 2);
        verify(!test.window.session.clock.playing);
        keyClick(Qt.Key_Return);
        verify(!ruler.measuring);
        verify(ruler.shown);
        keyClick(Qt.Key_M);
        keyClick(Qt.Key_Escape);
        verify(!ruler.shown);
    }

    function test_24_coordinatesAndGraticuleAreChosen(): void {
        const session = test.window.session;
        const before = session.pointerText;
        session.settings.coordinates = Settings.Coordinates.Mgrs;
        verify(session.pointerText !== before);
        session.settings.coordinates = Settings.Coordinates.Decimal;
        const canvas = findChild(test.window, "canvas");
        const frames = canvas.framesDrawn;
        keyClick(Qt.Key_G);
        verify(session.settings.graticule);
        tryVerify(() => canvas.framesDrawn > frames, 10000);
        keyClick(Qt.Key_G);
        verify(!session.settings.graticule);
    }

    function test_25_theTimelineShowsTheTimeOfASiteALayerOrAll(): void {
        const session = test.window.session;
        const axis = findChild(test.window, "timeAxis");
        const input = findChild(test.window, "mapInput");
        session.clock.goTo("2026-02-21");
        input.forceActiveFocus();
        keyClick(Qt.Key_T, Qt.ShiftModifier);
        verify(!axis.zoomed);
        const whole = axis.viewEnd - axis.viewBegin;
        session.search.text = "Shaddadi";
        tryVerify(() => session.search.count > 0 && session.search.state === "", 10000);
        session.goToHit(0);
        tryVerify(() => session.record.dated, 5000);
        axis.zoomAt(40, 0);
        keyClick(Qt.Key_T);
        verify(axis.viewEnd - axis.viewBegin > whole / 40);
        verify(axis.viewBegin <= Math.max(session.clock.begin, session.record.history[0].begin));
        const button = findChild(test.window, "rangeButton");
        button.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        const menu = findChild(test.window, "rangeMenu");
        tryVerify(() => menu.opened, 5000);
        compare(menu.count, 3 + session.layers.count);
        axis.zoomAt(40, 0);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Return);
        tryVerify(() => !menu.visible, 5000);
        verify(!axis.zoomed);
        session.search.text = "";
        session.dismiss();
    }

    function test_26_theTrayListsWhatHasNoDateAndTakesItOffTheMap(): void {
        const session = test.window.session;
        const tray = findChild(test.window, "undatedTray");
        const chip = findChild(tray, "undatedChip");
        tryVerify(() => tray.visible, 5000);
        compare(chip.text, "10 undated");
        mouseClick(chip);
        compare(session.listed.which, FeatureListModel.Which.Undated);
        compare(session.listed.count, 10);
        mouseClick(chip);
        compare(session.listed.which, FeatureListModel.Which.None);
        const eye = findChild(tray, "undatedEye");
        eye.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        verify(!session.settings.showUndated);
        compare(chip.text, "10 undated");
        verify(tray.visible);
        keyClick(Qt.Key_Space);
        verify(session.settings.showUndated);
    }

    function test_28_aLowWindowKeepsItsMapAndAllOfItsTimeline(): void {
        const timeline = findChild(test.window, "timeline");
        const height = test.window.height;
        const before = timeline.height;
        test.window.height = 560;
        tryVerify(() => timeline.height < before - 30, 5000);
        verify(timeline.height < 560 * 0.27);
        verify(findChild(test.window, "density").visible);
        verify(findChild(test.window, "timeSlider").height > 20);
        test.window.height = height;
        tryCompare(timeline, "height", before, 5000);
    }

    /// All controls under an item that can be seen and used.
    function controlsUnder(item: Item): list<Item> {
        let found = [];
        for (const child of item.children) {
            if (!child.visible || !child.enabled || child.opacity === 0)
                continue;
            if (child.hoverEnabled !== undefined && !(child instanceof MouseArea))
                found.push(child);
            found = found.concat(controlsUnder(child));
        }
        return found;
    }

    function test_70_everyControlHasANameAndIsReachedByTab(): void {
        const controls = controlsUnder(test.window.contentItem).filter((c) => c.focusPolicy & Qt.TabFocus || c.Accessible.role === Accessible.Button);
        verify(controls.length > 15, `${controls.length} controls`);
        for (const control of controls)
            verify(control.Accessible.name !== "", `${control} at ${control.mapToItem(null, 0, 0)} has no name`);
        findChild(test.window, "mapInput").forceActiveFocus();
        const reached = new Set();
        for (let i = 0; i < 3 * controls.length; ++i) {
            keyClick(Qt.Key_Tab);
            reached.add(test.window.activeFocusItem);
        }
        const left = controls.filter((control) => control.Accessible); // a notice may have gone meanwhile
        verify(left.length > 15, `${left.length} controls are left`);
        for (const control of left)
            verify(reached.has(control), `${control.Accessible.name} is not reached by the Tab key`);
        verify(reached.has(findChild(test.window, "mapInput")), "the map is reached");
    }

    function test_20_searchFindsFliesAndSelects(): void {
        const field = findChild(test.window, "searchField");
        const results = findChild(test.window, "searchResults");
        const search = test.window.session.search;
        const camera = test.window.session.camera;
        test.window.session.clock.goTo("2026-02-21");
        keyClick(Qt.Key_F, Qt.ControlModifier);
        tryVerify(() => field.activeFocus, 5000);
        for (const letter of "rmela")
            keyClick(letter);
        tryVerify(() => search.count > 0 && search.state === "", 10000);
        tryCompare(results, "count", search.count, 5000);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Up);
        compare(results.currentIndex, 0);
        keyClick(Qt.Key_Return);
        tryVerify(() => test.window.session.record.shown, 5000);
        verify(test.window.session.record.title.startsWith("Rmelan"));
        verify(search.foundShown);
        tryVerify(() => Math.abs(camera.center.latitude - search.foundPlace.latitude) < 0.05, 5000);
        verify(!field.activeFocus);
        keyClick(Qt.Key_Escape);
        verify(!search.foundShown);
        verify(!test.window.session.record.shown);
    }

    function test_21_escapeLeavesTheSearch(): void {
        const field = findChild(test.window, "searchField");
        const input = findChild(test.window, "mapInput");
        keyClick(Qt.Key_Slash);
        tryVerify(() => field.activeFocus, 5000);
        keyClick(Qt.Key_Escape);
        tryVerify(() => input.activeFocus, 5000);
        test.window.session.search.text = "";
    }

    function test_30_basemapIsChosenInItsPane(): void {
        const session = test.window.session;
        const line = findChild(test.window, "basemapLine");
        const pane = findChild(test.window, "basemapPane");
        verify(!pane.visible);
        mouseClick(line);
        tryVerify(() => pane.opened, 5000);
        const none = findChild(pane.contentItem, "basemapRow1");
        mouseClick(none);
        tryCompare(session.basemaps, "title", "No basemap");
        verify(none.shown);
        compare(session.attribution, "");
        verify(!findChild(pane.contentItem, "basemapOpacity").visible);
        const bundled = findChild(pane.contentItem, "basemapRow0");
        bundled.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        tryVerify(() => bundled.shown, 5000);
        keyClick(Qt.Key_Escape);
        tryVerify(() => !pane.visible, 5000);
        findChild(test.window, "mapInput").forceActiveFocus();
        keyClick(Qt.Key_B, Qt.ControlModifier);
        tryVerify(() => pane.opened, 5000);
        pane.close();
        tryVerify(() => !pane.visible, 5000);
    }

    function test_31_onlineMapNeedsItsAttribution(): void {
        const pane = findChild(test.window, "basemapPane");
        const basemaps = test.window.session.basemaps;
        pane.open();
        tryVerify(() => pane.opened, 5000);
        mouseClick(findChild(pane.contentItem, "addOnline"));
        const dialog = findChild(pane, "onlineDialog");
        tryVerify(() => dialog.opened, 5000);
        const type = (name, text) => findChild(dialog.contentItem, name).text = text;
        type("onlineName", "Mine");
        // A port of this machine where nobody listens.
        type("onlineAddress", "http://127.0.0.1:9/{z}/{x}/{y}.png");
        const add = findChild(dialog.contentItem, "onlineAdd");
        mouseClick(add);
        verify(dialog.opened);
        verify(findChild(dialog.contentItem, "onlineProblem").visible);
        compare(basemaps.title, "Bundled map");
        type("onlineCredit", "By me");
        mouseClick(add);
        tryVerify(() => !dialog.visible, 5000);
        compare(basemaps.title, "Mine");
        verify(test.window.session.attribution.startsWith("By me"));
        const opacity = findChild(pane.contentItem, "basemapOpacity");
        tryVerify(() => opacity.visible, 5000);
        opacity.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Left);
        verify(test.window.session.settings.basemapOpacity < 1);
        keyClick(Qt.Key_Right);
        const names = findChild(pane.contentItem, "basemapNames");
        mouseClick(names);
        verify(!test.window.session.settings.namesOnBasemap);
        mouseClick(names);
        verify(test.window.session.settings.namesOnBasemap);
        for (const control of controlsUnder(pane.contentItem))
            verify(control.Accessible.name !== "", `${control} has no name`);
        const row = findChild(pane.contentItem, "basemapRow2");
        row.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Delete);
        tryCompare(basemaps, "title", "Bundled map");
        pane.close();
        tryVerify(() => !pane.visible, 5000);
    }

    /// The row of a layer in the pane.
    function layerRow(item: Item, name: string): Item {
        for (const child of item.children) {
            const found = child.layerState !== undefined && child.name === name ? child : layerRow(child, name);
            if (found)
                return found;
        }
        return null;
    }

    function test_60_updateShowsWhatChangedAndIsSteppedThrough(): void {
        const session = test.window.session;
        const changes = session.changes;
        const layers = findChild(test.window, "layersPane");
        const pane = findChild(test.window, "changesPane");
        const input = findChild(test.window, "mapInput");
        const count = session.layers.count;
        session.record.close();
        session.openFiles([Qt.resolvedUrl("../../fixtures/update/before/places.geojson")]);
        tryVerify(() => !session.busy && session.layers.count === count + 1, 10000);
        verify(!pane.visible);
        // Another file of that name: updated by it, or opened beside it?
        const notices = session.notices.rowCount();
        session.openFiles([Qt.resolvedUrl("../../fixtures/update/after/places.geojson")]);
        compare(session.layers.count, count + 1);
        compare(session.notices.rowCount(), notices + 1);
        mouseClick(findChild(findChild(test.window, "notices"), "noticeAction0"));
        compare(session.notices.rowCount(), notices);
        tryVerify(() => pane.visible, 10000);
        compare(changes.kinds.map(kind => kind.text), ["All 5", "Added 1", "Removed 1", "Moved 1", "Re-dated 1", "Re-worded 1"]);
        verify(changes.summary.includes("“id”"), changes.summary);
        compare(changes.current, -1);
        input.forceActiveFocus();
        const list = findChild(pane, "changesList");
        const seen = [];
        const camera = session.camera;
        for (let i = 0; i < 5; ++i) {
            keyClick(Qt.Key_F8);
            compare(changes.current, i);
            seen.push(list.currentItem.text);
            // The place flown to is beside the panes, not under them.
            const edge = pane.mapToItem(null, pane.width, 0).x;
            tryVerify(() => Math.abs((edge + input.width - camera.coveredRight) / 2 - findChild(test.window, "canvas").fromCoordinate(
                changePlaces[i]).x) < 20, 5000, list.currentItem.text);
        }
        compare(seen, ["Moves", "Dated", "Told", "Comes", "Goes"]);
        keyClick(Qt.Key_F8);
        compare(changes.position, "1 of 5");
        keyClick(Qt.Key_F8, Qt.ShiftModifier);
        compare(changes.position, "5 of 5");
        for (const control of controlsUnder(pane).filter(found => found.focusPolicy & Qt.TabFocus))
            verify(control.Accessible.name !== "", `${control} has no name`);
        // By the name nothing is another feature; by the dates all with the same are unclear.
        const key = findChild(pane, "changesKey");
        compare(key.displayText, "Found automatically");
        key.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Down); // id
        keyClick(Qt.Key_Down); // name
        tryVerify(() => changes.summary.includes("“name”"), 5000);
        compare(key.displayText, "name");
        compare(changes.rowCount(), 5);
        // Side by side, with a line that is dragged or moved by keys.
        const area = findChild(test.window, "sides").parent;
        const grip = findChild(test.window, "sideGrip");
        verify(!grip.visible);
        mouseClick(findChild(pane, "sideBySide"));
        tryVerify(() => grip.visible && findChild(area, "beforeSide") !== null, 5000);
        const before = findChild(area, "beforeSide");
        const middle = area.part;
        fuzzyCompare(before.width, area.width * middle, 1);
        mouseDrag(grip, 18, 18, 100, 0, Qt.LeftButton, Qt.NoModifier, 10);
        tryVerify(() => area.part > middle + 0.05, 5000);
        const dragged = area.part;
        grip.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Left);
        verify(area.part < dragged);
        mouseClick(findChild(pane, "sideBySide"));
        tryVerify(() => !grip.visible, 5000);
        // Both versions are in its history; the other way round what came is gone.
        const layerKey = layerRow(layers, "places").key;
        const dialog = findChild(test.window, "versionsDialog");
        dialog.ask(layerKey);
        tryVerify(() => dialog.opened, 5000);
        const versions = findChild(dialog.contentItem, "versionsList");
        compare(versions.count, 2);
        const compareButton = findChild(dialog.contentItem, "compareVersions");
        verify(compareButton.enabled);
        waitForRendering(versions); // its rows are laid out
        mouseClick(findChild(versions, "before0"));
        verify(!compareButton.enabled);
        mouseClick(findChild(versions, "after1"));
        mouseClick(compareButton);
        tryVerify(() => !dialog.visible && !session.busy, 5000);
        tryVerify(() => changes.summary.includes("“name”"), 5000); // matched as chosen before
        compare(list.itemAtIndex(0).text, "Goes");
        compare(list.itemAtIndex(0).Accessible.description, "Added");
        changes.accept();
        verify(!pane.visible);
        session.layers.remove(layerRow(layers, "places").key);
        session.record.close();
        tryCompare(session.layers, "count", count);
    }

    function test_61_whatAFileDoesNotSayIsAsked(): void {
        const session = test.window.session;
        const reading = session.fileReading;
        const dialog = findChild(test.window, "readingDialog");
        const layers = findChild(test.window, "layersPane");
        const count = session.layers.count;
        verify(!dialog.visible);
        session.openFiles([Qt.resolvedUrl("../../fixtures/reading/metres.csv")]);
        tryVerify(() => dialog.opened, 10000);
        verify(reading.asksCrs);
        const apply = findChild(dialog.contentItem, "readingApply");
        verify(!apply.enabled);
        for (const control of controlsUnder(dialog.contentItem).filter(found => found.focusPolicy & Qt.TabFocus))
            verify(control.Accessible.name !== "", `${control} has no name`);
        // By keyboard: the search, the first answer, the button.
        const query = findChild(dialog.contentItem, "readingCrsQuery");
        query.forceActiveFocus(Qt.TabFocusReason);
        for (const letter of "32637")
            keyClick(letter);
        compare(reading.crsHits.length, 1);
        keyClick(Qt.Key_Return);
        compare(reading.crs, "EPSG:32637");
        verify(apply.enabled);
        apply.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        // Now its dates can be read, and what they leave open is asked.
        tryVerify(() => !session.busy && dialog.opened && !reading.asksCrs, 10000);
        const order = findChild(dialog.contentItem, "readingOrder");
        verify(order.visible);
        compare(reading.samples.length, 2);
        order.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Down);
        compare(reading.dateOrder, 1);
        compare(reading.samples[0].meant, "On 3 April 2026");
        apply.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        tryVerify(() => !session.busy && !dialog.visible, 10000);
        tryCompare(session.layers, "count", count + 1);
        // It is shown again from the layer's menu, and Escape leaves it.
        reading.show(layerRow(layers, "metres").key);
        tryVerify(() => dialog.opened, 5000);
        keyClick(Qt.Key_Escape);
        tryVerify(() => !dialog.visible && !reading.shown, 5000);
        session.layers.remove(layerRow(layers, "metres").key);
        tryCompare(session.layers, "count", count);
    }

    function test_62_anAddressIsAskedOnlyWhenOneSaysSo(): void {
        const incoming = test.window.session.incoming;
        const dialog = findChild(test.window, "addressDialog");
        verify(!dialog.visible);
        incoming.ask();
        tryVerify(() => dialog.opened, 5000);
        const fetch = findChild(dialog.contentItem, "addressFetch");
        const field = findChild(dialog.contentItem, "addressField");
        verify(field.activeFocus);
        verify(!fetch.enabled);
        for (const letter of "http://127.0.0.1:1/x")
            keyClick(letter);
        compare(incoming.host, "127.0.0.1");
        verify(fetch.enabled);
        verify(!incoming.running);
        keyClick(Qt.Key_Escape);
        tryVerify(() => !dialog.visible, 5000);
        verify(!incoming.running);
    }

    /// Where the changes of the update lie, halfway where something moved.
    readonly property list<geoCoordinate> changePlaces: [QtPositioning.coordinate(36, 40.925), QtPositioning.coordinate(36, 41.2),
        QtPositioning.coordinate(36, 41.6), QtPositioning.coordinate(36, 42), QtPositioning.coordinate(36, 40.4)]

    function test_80_arabicMirrorsTheWindow(): void {
        const session = test.window.session;
        const pane = findChild(test.window, "layersPane");
        const slider = findChild(test.window, "timeSlider");
        const englishTitle = test.window.title;
        session.record.close();
        const leftBefore = pane.mapToItem(null, 0, 0).x;
        verify(leftBefore < test.window.width / 2);
        session.settings.language = "ar";
        const arabic = /[\u0600-\u06ff]/;
        verify(session.rightToLeft);
        tryVerify(() => pane.mapToItem(null, 0, 0).x > test.window.width / 2, 5000);
        verify(arabic.test(test.window.title), test.window.title);
        verify(test.window.title !== englishTitle);
        verify(arabic.test(session.clock.dateText), session.clock.dateText);
        tryVerify(() => arabic.test(session.tally), 5000);
        verify(/[\u0660-\u0669]/.test(session.tally), session.tally); // its own digits
        session.settings.europeanDigits = true;
        tryVerify(() => /[0-9]/.test(session.tally) && !/[\u0660-\u0669]/.test(session.tally), 5000);
        // Time runs from right to left: the key to the left is the key to what comes later.
        verify(slider.mirrored);
        slider.forceActiveFocus();
        const before = session.clock.isoText;
        keyClick(Qt.Key_Left);
        verify(session.clock.isoText > before);
        keyClick(Qt.Key_Right);
        compare(session.clock.isoText, before);
        verify(session.clock.goTo("٢٠٢٦-٠٢-١١"));
        compare(session.clock.isoText, "2026-02-11");
        session.settings.europeanDigits = false;
        session.settings.language = "en";
        tryVerify(() => pane.mapToItem(null, 0, 0).x === leftBefore, 5000);
        compare(test.window.title, englishTitle);
    }
}
