#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The counts that render prints, against counts made here from the GeoJSON itself: counts.py MASAR.

Dates are read here by rules of their own, for the forms that the data uses, down to the day. Nothing of the program is
used: what a state of a thing is on a day follows from data/README.md.
"""
import calendar
import datetime
import json
import os
import random
import re
import subprocess
import sys
import tempfile

STORY = "data/withdrawal"
EARLY, LATE = datetime.date.min, datetime.date.max  # no limit


def span_of_one(text):
    """The first and the last day that a single date may mean."""
    text = text.rstrip("~?%")
    if match := re.fullmatch(r"(\d{3})X", text):
        return datetime.date(int(match[1]) * 10, 1, 1), datetime.date(int(match[1]) * 10 + 9, 12, 31)
    if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d)X", text):
        year, month, tens = int(match[1]), int(match[2]), int(match[3]) * 10
        last = calendar.monthrange(year, month)[1]
        return datetime.date(year, month, max(tens, 1)), datetime.date(year, month, min(tens + 9, last))
    numbers = [int(part) for part in text.split("-")]
    if len(numbers) == 1:
        return datetime.date(numbers[0], 1, 1), datetime.date(numbers[0], 12, 31)
    if len(numbers) == 2:
        return (datetime.date(*numbers, 1), datetime.date(*numbers, calendar.monthrange(*numbers)[1]))
    return datetime.date(*numbers), datetime.date(*numbers)


def span_of(text):
    """The same for a date, or for one of several in brackets."""
    if not text.startswith("["):
        return span_of_one(text)
    first, last = text[1:-1].split("..")
    if not first or not last:
        return span_of_one(first)[0] if first else EARLY, span_of_one(last)[1] if last else LATE
    # From the earliest member to the latest: in [2004..2004-10] the year itself is a member and goes on after October.
    return span_of_one(first)[0], max(span_of_one(first)[1], span_of_one(last)[1])


def holds(start, end):
    """From the dates of a state: the days it may begin (first, last) and may end (first, last); None without a date."""
    if start in (None, "") and end in (None, ""):
        return None
    begins = (EARLY, EARLY) if start in (None, "", "..") else span_of(start)
    ends = (LATE, LATE) if end in (None, "", "..") else span_of(end)
    # Nothing begins after it has ended, nor ends before it begins.
    return begins[0], min(begins[1], ends[1]), max(ends[0], begins[0]), ends[1]


def answer(state, first, last):
    """Of one state in a window of days."""
    if state is None:
        return "undated"
    may_begin, has_begun, may_end, has_ended = state
    if may_begin > last or has_ended < first:
        return "outside"
    # Under every reading: also if it begins as late as it can, and if it ends as early as it can.
    return "certain" if has_begun <= last and may_end >= first else "possible"


def count(path, first, last):
    with open(path, encoding="utf-8") as file:
        features = json.load(file)["features"]
    counts = dict.fromkeys(("certain", "possible", "outside", "undated", "no_place", "rejected"), 0)
    for feature in features:
        properties = feature["properties"]
        if feature["geometry"] is None:
            counts["no_place"] += 1
        else:
            counts[answer(holds(properties.get("start"), properties.get("end")), first, last)] += 1
    return {"features": len(features), **counts}


def render(masar, folder, *arguments):
    out = os.path.join(folder, "frame-{n}.png")
    command = [masar, "render", "-o", out, "--json", "--size", "64x64", "--no-decorations", "--basemap", "none", *arguments]
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"{' '.join(command)}: {run.stderr}")
    return [json.loads(line) for line in run.stdout.splitlines()]


def compare(frames, windows, folder):
    """How many counts differ, and how many were compared."""
    wrong = compared = 0
    if len(frames) != len(windows):
        sys.exit(f"{len(frames)} pictures instead of {len(windows)}")
    for number, (frame, (first, last)) in enumerate(zip(frames, windows), 1):
        window = {"begin": str(first), "end": str(last), "zone": "UTC"}
        if frame["window"] != window or frame["file"] != os.path.join(folder, f"frame-{number:04}.png"):
            sys.exit(f"picture {number} is {frame['file']} of {frame['window']}, not of {window}")
        if not os.path.getsize(frame["file"]):
            sys.exit(f"{frame['file']} is empty")
        for layer in frame["layers"]:
            expected = count(layer["path"], first, last)
            printed = {key: layer[key] for key in expected}
            compared += 1
            if printed != expected:
                print(f"{layer['name']} in {first} to {last}:\n  printed {printed}\n  counted {expected}")
                wrong += 1
    return wrong, compared


def months(first, count_):
    windows = []
    for i in range(count_):
        year, month = first[0] + (first[1] - 1 + i) // 12, (first[1] - 1 + i) % 12 + 1
        windows.append((datetime.date(year, month, 1), datetime.date(year, month, calendar.monthrange(year, month)[1])))
    return windows


def some_date(rng):
    day = datetime.date(1990, 1, 1) + datetime.timedelta(days=rng.randrange(50 * 365))
    later = day + datetime.timedelta(days=rng.randrange(900))
    return rng.choice((str(day), str(day), f"{day:%Y-%m}", f"{day:%Y}", f"{day}~", f"{day:%Y-%m}?", f"{day}%", f"{day.year // 10}X",
                       f"{day:%Y-%m}-{min(day.day // 10, 2)}X", f"[{day}..{later}]", f"[{day:%Y}..{later:%Y-%m}]", f"[{day}..]",
                       f"[..{day}]"))


def generate(path, rows):
    """Features with all kinds of dates: exact, approximate, open, unknown within bounds, none; some without a place."""
    rng = random.Random(20260223)
    features = []
    while len(features) < rows:
        start = rng.choice((some_date(rng), some_date(rng), "..", None, ""))
        end = rng.choice((some_date(rng), some_date(rng), "..", None, ""))
        if start in ("..", None, "") and end == ".." or start == ".." and end in (None, ""):
            continue  # open on both sides: no date in any sense of the tables
        state = holds(start, end)
        if state and state[0] > state[3]:
            continue  # ends before it begins
        if state and ((state[0] == EARLY and state[1] != EARLY) or (state[3] == LATE and state[2] != LATE)) and rng.random() < 0.5:
            continue  # fewer of those that are possible for ever
        place = {"type": "Point", "coordinates": [rng.uniform(36, 44), rng.uniform(33, 37)]} if rng.random() > 0.03 else None
        features.append({"type": "Feature", "properties": {"start": start, "end": end}, "geometry": place})
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"type": "FeatureCollection", "features": features}, file)


def main():
    masar = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        frames = render(masar, folder, "--from", "2025-01", "--to", "2026-05", "--every", "P1M")
        wrong, compared = compare(frames, months((2025, 1), 17), folder)
        layers = {os.path.basename(layer["path"]) for layer in frames[0]["layers"]}
        with open(f"{STORY}/story.json", encoding="utf-8") as file:
            if layers != {layer["file"] for layer in json.load(file)["layers"]}:
                sys.exit(f"the story has other layers than {layers}")

        path = os.path.join(folder, "dates.geojson")
        generate(path, 4000)
        for arguments, windows in ((("--from", "2003-11", "--to", "2004-10", "--every", "P1M"), months((2003, 11), 12)),
                                   (("--at", "2011-05-17"), [(datetime.date(2011, 5, 17),) * 2]),
                                   (("--at", "1985"), [(datetime.date(1985, 1, 1), datetime.date(1985, 12, 31))]),
                                   (("--at", "2060-02-29"), [(datetime.date(2060, 2, 29),) * 2])):
            frames = render(masar, folder, "--no-bundled", *arguments, path)
            more = compare(frames, windows, folder)
            wrong, compared = wrong + more[0], compared + more[1]
            for key in ("certain", "possible", "outside", "undated", "no_place"):
                if windows[0][0].year == 2003 and frames[0]["layers"][0][key] < 50:
                    sys.exit(f"the generated layer has next to nothing {key}: {frames[0]['layers'][0]}")
        print(f"{compared} counts compared, {wrong} differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
